import { fold } from "#server/engines/index/fold.ts";
import { isOtherLanguage } from "#server/languages/foreign.ts";
import type { Language } from "#server/languages/language.ts";
import { languageOf, languages } from "#server/languages/languages.ts";
import { matchAt } from "#server/languages/phrases.ts";
import { type Token, tokensOf } from "#server/languages/tokens.ts";
import { conceptsOf } from "../concepts/concepts.ts";
import type { Reading } from "../reading/types.ts";
import { prepositions } from "../words.ts";

/**
 * A text with at least this many words that only connect a sentence ("did we eat at the hotel") is a sentence. With
 * fewer it is an aside ("a man with his dog").
 */
const fewestOfSentence = 2;

/** A text and its reading. */
export interface ReadText {
  text: string;
  reading: Reading;
}

/**
 * Returns the words of a question that its reading does not account for: words that no answer takes into account, words
 * that the lexicon does not know as anything visible, and words of a sentence ("I was whether") among the things to
 * look for. Words in quotes count as understood. In a language that is not one of ours, all words are left over that no
 * filter has taken.
 */
export function leftOver({ text, reading }: ReadText): string[] {
  if (reading.intent === "chat" || reading.intent === "act") return [];
  const language = languageOf(reading.language);
  const written = tokensOf(text, []);
  const literal = new Set(written.filter((token) => token.literal).map((token) => fold(token.text)));
  const small = written.filter((token) => !token.isMark && token.text === token.text.toLowerCase());
  const isOurs = (word: string) => languages.some(({ functionWords }) => functionWords.has(word));
  const isStrange = isOtherLanguage(
    small.map((token) => fold(token.text)),
    isOurs,
  );
  const lost = reading.intent === "unknown" ? plainWords(reading.lost).map(({ word }) => word) : [];
  const seen = [reading.text, ...reading.without].filter((each) => each !== "");
  const left = seen.flatMap((each) =>
    isStrange ? plainWords(each).map(({ word }) => word) : leftIn(each, language),
  );
  return [...lost, ...left].filter((word) => !literal.has(word));
}

function leftIn(text: string, language: Language): string[] {
  const unknown = conceptsOf(text, language.code).filter(({ isKnown }) => !isKnown);
  const strange = new Set(unknown.flatMap(({ words }) => plainWords(words).map(({ word }) => word)));
  const tokens = plainWords(text);
  const said = tokens.filter(({ word }, at) => isSaid(word, tokens, at, language)).map(({ word }) => word);
  const ofSentence = new Set(said.length >= fewestOfSentence ? said : []);
  return tokens.flatMap(({ word }) => (strange.has(word) || ofSentence.has(word) ? [word] : []));
}

/**
 * Tells whether the word only connects a sentence. Prepositions and articles do not count, because they connect things
 * too.
 */
function isSaid(word: string, tokens: Token[], at: number, language: Language): boolean {
  if (prepositions.has(word) || !(language.functionWords.has(word) || language.filler.has(word)))
    return false;
  return !matchAt(language.definite, tokens, at) && !matchAt(language.indefinite, tokens, at);
}

const plainWords = (text: string) =>
  tokensOf(text, []).filter(({ word, isMark, literal }) => !isMark && !literal && word !== "");
