import type { Language } from "../../languages/language.ts";
import type { Token } from "../../languages/tokens.ts";
import { lexicon, lexiconLanguage } from "../lexicon/lexicon.ts";
import { isPraise, isStopWord } from "../words.ts";
import { beforeCourtesy } from "./frame/polite.ts";
import type { Sentence } from "./sentence.ts";
import { classAt } from "./tagging.ts";

/**
 * Tells whether a sentence only tells what leads to a request: "My aunt has been asking for weeks.", "It was such a
 * lovely time." It says who did something, and no thing, look or action that a photo could show.
 */
export function isStory(sentence: Sentence): boolean {
  const { tokens, language } = sentence;
  const said = tokens.filter(({ isMark }) => !isMark);
  const teller = classAt(sentence, "talk.tellers", 0);
  const other = teller ? null : classAt(sentence, "talk.subjects", 0);
  const begin = teller?.to ?? other?.to;
  if (begin === undefined || said.length <= begin || said.some(({ literal }) => literal)) return false;
  // "my aunt" is who tells; it may be any word.
  const first = classAt(sentence, "talk.mine", 0) ? begin + 1 : begin;
  const isAsked = tokens.some(
    ({ word }, at) =>
      language.photoNouns.has(word) ||
      isNamed(word) ||
      (["talk.showing", "talk.sorry", "intent.correct"] as const).some(
        (name) => classAt(sentence, name, at) !== null,
      ),
  );
  // "My grandkids." tells nothing.
  if (first > begin && !isVerb(tokens[first]?.word ?? "", language)) return false;
  // "I am on a diet": how those who ask are now. But "I'm looking for" asks.
  const isFeeling = [0, first].some((at) => classAt(sentence, "talk.feelings", at) !== null);
  const courtesy = classAt(sentence, "courtesy", 0);
  if (teller && isFeeling && !courtesy) return !isAsked;
  return (
    !isAsked &&
    tokens
      .slice(Math.max(first, courtesy?.to ?? 0), beforeCourtesy(sentence, tokens.length))
      .every((token) => !mayBeSeen(token, language, other !== null))
  );

  function isNamed(word: string): boolean {
    return word !== "" && sentence.context.vocabulary.find(word).length > 0;
  }
}

const longestAbbreviation = 3;

function isVerb(word: string, { code, talk }: Language): boolean {
  return talk.auxiliaries.has(word) || code !== lexiconLanguage || lexicon().verbOf(word) !== null;
}

/**
 * Tells whether a word may be something that a photo shows. `hasLooks`: a quality counts too, because it is not about
 * those who tell ("it was red", but "we were wet").
 */
export function mayBeSeen({ word, isMark }: Token, language: Language, hasLooks: boolean): boolean {
  const { functionWords, filler, when, talk } = language;
  if (when.units.has(word) || talk.trips.has(word) || talk.wonderLinks.has(word)) return false;
  if (isMark || functionWords.has(word) || filler.has(word) || isStopWord(word) || isPraise(word))
    return false;
  if (/\d/.test(word)) return true;
  const known = lexicon();
  const english = language.code === lexiconLanguage ? word : known.inEnglish(word, language.code)[0];
  const lemma = english === undefined ? null : known.lemmaOf(english);
  const verb = english === undefined ? null : known.verbOf(english);
  // "running" can be seen, and "arguing" cannot.
  if (/ing$/.test(word) && verb !== null) return !talk.thoughts.has(word);
  // A long word that nobody knows may be a name, and one in -ly is an adverb.
  if (lemma === null) return verb === null && word.length > longestAbbreviation && !/ly$/.test(word);
  const role = known.roleOf(lemma);
  return role === "thing" || (hasLooks && role === "quality");
}
