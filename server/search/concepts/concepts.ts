import { languages, wordsOfAll } from "#server/languages/languages.ts";
import { fold } from "../../engines/index/fold.ts";
import { type Lexicon, lexicon, lexiconLanguage, type PictureRole } from "../lexicon/lexicon.ts";
import {
  documentTokens,
  hyphenToken,
  isPraise,
  isStopWord,
  lemmaToken,
  modifierMark,
  prepositions,
  unitsOf,
} from "../words.ts";
import { copulas } from "./bound.ts";
import { type Count, countSaid, isGroupNoun, isOurselves, isPlural, linksCount } from "./counts.ts";
import { monochromeParts, monochromeToken } from "./monochrome.ts";

/** Something that a question looks for: a thing, perhaps with qualities, a place in the picture, or an action. */
export interface Concept {
  /** As it was written: "red bus". */
  words: string;
  /** With its article: "a red bus". */
  spoken: string;
  /** Tokens of the thing, its synonyms and its kinds: any of them says it. */
  tokens: readonly string[];
  /** The qualities that must be said of this very thing, each by its tokens. */
  qualities: (readonly string[])[];
  /** How many of them the photo must show; null if the question does not say. */
  count: Count | null;
  /** False for an action beside a thing: captions may word it in many ways, so it only raises a photo. */
  demanded: boolean;
  /** True if the lexicon knows the word. A caption without the word and its kinds then does not show it. */
  isKnown: boolean;
}

/** Words that only connect others, by language: "in front of a church" looks for a church, and "red things" for red. */
const binding = new Map<string, Set<string>>(
  languages.map(({ code, captionWords }) => [code, new Set(captionWords.binding.split(/\s+/).map(fold))]),
);

interface Part {
  words: string;
  /** The article before it. */
  article: string;
  lemma: string | null;
  role: "thing" | "quality" | "action";
  /** True if the word is not in the lexicon's language: only a caption or file name that has it as written matches. */
  isForeign?: boolean;
}

/** A word of a question; its part is null if it only connects others. */
interface Word {
  word: string;
  part: Part | null;
  /** The count that it says of the next thing, if it may be one. */
  count?: Count | null;
}

/** The concepts of the words of a question, in their order. `language`: of the question. */
export function conceptsOf(text: string, language: string): Concept[] {
  const concepts = monochromeParts(text).flatMap((part) =>
    part.isMonochrome
      ? monochrome(part.text)
      : part.text
          .split(/(?<=\p{L}[.;!?])\s+/u)
          .flatMap((sentence) => conceptsIn(wordsOfSentence(sentence, language))),
  );
  const hasThing = concepts.some(({ demanded }) => demanded);
  return hasThing ? concepts : concepts.map((concept) => ({ ...concept, demanded: true }));
}

/** A picture without colours, by what its caption says or by its own colours. */
const monochrome = (words: string): Concept => ({
  ...{ words, spoken: words, tokens: [monochromeToken], qualities: [], count: null },
  ...{ demanded: true, isKnown: true },
});

function conceptsIn(words: Word[]): Concept[] {
  const known = lexicon();
  const concepts: Concept[] = [];
  let qualities: Part[] = [];
  let counted: Counted | null = null;
  let last: { concept: Concept; at: number } | null = null;
  for (const [at, { part, count: said = null }] of words.entries()) {
    if (said && isCounting(words, at)) {
      const link = words[at + 1]?.word ?? "";
      const word = linksCount(link) ? `${said.word} ${link}` : said.word;
      counted = { count: { ...said, word }, article: articleIn(words[at - 1]) };
      continue;
    }
    const people = said && countedPeople(words, at, said, known);
    if (people) concepts.push(people);
    if (people || part === null) continue;
    const isNamed = part.role === "action" && isBare(part) && words[at + 1]?.part?.role === "thing";
    if (part.role === "thing") {
      const isCounted: boolean = counted !== null && !isBeforeCounted(words, at);
      const concept = conceptOf(part, qualities, known, isCounted ? counted : null);
      qualities = [];
      if (isCounted) counted = null;
      // "iron bridge", "orange and white cat": a caption may say iron of the bridge.
      if (isBeforeThing(words, at))
        concept.tokens = [...concept.tokens, ...concept.tokens.map((token) => token + modifierMark)];
      concepts.push(concept);
      last = { concept, at };
      // "stop sign", "swim suit": the verb tells the kind of sign, and is no action.
    } else if (isNamed || (part.role === "quality" && isBeforeThing(words, at))) qualities.push(part);
    else if (part.role === "quality" && last && isPredicate(words, last.at, at)) {
      last.concept.qualities.push(tokensOf(part, known));
      last.concept.words += ` ${part.words}`;
      last.concept.spoken += ` ${part.words}`;
    } else {
      const concept = conceptOf(part, [], known);
      // "a bus parked on a street", "a bowl full of soup": captions may word a state in many ways, as with an action.
      const isState = part.role === "quality" && (words[at - 1]?.part ?? null) !== null;
      concepts.push(isState ? { ...concept, demanded: false } : concept);
    }
  }
  return concepts;
}

/** Tells whether the word counts the thing that follows: "three small dogs", "a group of people". */
function isCounting(words: Word[], at: number): boolean {
  const isLinked = linksCount(words[at + 1]?.word ?? "");
  let next = isLinked ? at + 2 : at + 1;
  while (words[next]?.part?.role === "quality" || joins(words[next])) next++;
  // In "two dog owners" the owners are counted.
  while (isBeforeCounted(words, next)) next++;
  const part = words[next]?.part;
  // "one-ui-6-heic" counts nothing.
  const isThing = part?.role === "thing" && part.lemma !== null;
  // "a group of zebra"
  return isThing && (isLinked || part.isForeign === true || isPlural(part.words));
}

/** Tells whether a thing only says the kind of the next one, as the dog in "dog owners". */
function isBeforeCounted(words: Word[], at: number): boolean {
  const [part, next] = [words[at]?.part, words[at + 1]?.part];
  return part?.role === "thing" && next?.role === "thing" && !isPlural(part.words);
}

/** Returns people as a counted concept for "the two of us", "wir drei" and a group alone; null for any other count. */
function countedPeople(words: Word[], at: number, count: Count, known: Lexicon): Concept | null {
  const phrase = words.slice(at, at + 3).map(({ word }) => word);
  const isOfUs = isOurselves(phrase[2] ?? "") && linksCount(phrase[1] ?? "");
  const isUs = isOurselves(words[at - 1]?.word ?? "");
  const isGroupAlone = isGroupNoun(count.word) && !linksCount(phrase[1] ?? "");
  if (!isOfUs && !isUs && !isGroupAlone) return null;
  const said = isOfUs ? phrase.join(" ") : count.word;
  const people: Part = { words: "people", article: "", lemma: "people", role: "thing" };
  const article = articleIn(words[at - 1]);
  const spoken = [article, said].filter(Boolean).join(" ");
  return { ...conceptOf(people, [], known, { count, article }), words: said, spoken };
}

const joins = (word: Word | undefined): boolean =>
  word !== undefined && /^(and|or|und|oder)$/i.test(word.word);

/** Tells whether a thing follows, perhaps after other qualities: "black and white dog". */
function isBeforeThing(words: Word[], at: number): boolean {
  let next = at + 1;
  while (words[next]?.part?.role === "quality" || joins(words[next])) next++;
  const part = words[next]?.part;
  if (part?.role === "action") return isBare(part) && words[next + 1]?.part?.role === "thing";
  return part?.role === "thing" && !joins(words[next - 1]);
}

/** Tells whether the word is a quality of the thing before it: "a dog that is brown". */
function isPredicate(words: Word[], thing: number, at: number): boolean {
  const between = words.slice(thing + 1, at);
  return between.length > 0 && between.every(({ word, part }) => part === null && copulas.has(fold(word)));
}

const isBare = ({ words, lemma }: Part): boolean => fold(words) === lemma && !/ing$/.test(words);

function wordsOfSentence(text: string, language: string): Word[] {
  const known = lexicon();
  // An emoji of a thing means the thing in every language.
  return text.split(/(\p{Extended_Pictographic})/u).flatMap((piece, at): Word[] => {
    if (at % 2 === 0) return wordsWithHyphens(piece, known, language);
    const [thing] = known.inEnglish("", piece);
    const part = { words: piece, article: "", lemma: thing ?? null, role: "thing" as const, isForeign: true };
    return [{ word: piece, part }];
  });
}

/** Matches a letter with the word that a hyphen joins to it: a "U-Boot" is one word and no kind of boot. */
const joinedToLetter = /((?<![\p{L}\p{N}-])\p{L}-[\p{L}\p{M}\p{N}]+(?![\p{L}\p{N}-]))/u;

function wordsWithHyphens(text: string, known: Lexicon, language: string): Word[] {
  const words: Word[] = [];
  for (const [at, piece] of text.split(joinedToLetter).entries()) {
    if (at % 2 === 0) words.push(...wordsOfPiece(piece, known, language));
    else {
      const lemma = known.compoundOf(piece.split("-").map(fold))?.lemma ?? null;
      const part = { words: piece, article: articleIn(words.at(-1)), lemma, role: "thing" as const };
      words.push({ word: piece, part });
    }
  }
  return words;
}

function wordsOfPiece(text: string, known: Lexicon, language: string): Word[] {
  const units = unitsOf(text);
  return units.map(({ word, compound }, at) => {
    // "a couple of ducks" looks for ducks, and not for a couple.
    const isCounting = /^(couple|pair)s?$/i.test(word) && units[at + 1]?.word.toLowerCase() === "of";
    if (isCounting) return { word, part: null };
    const count = countSaid(word, language);
    const part =
      compound !== null && language === lexiconLanguage
        ? { words: word, lemma: compound, role: "thing" as const }
        : partOf(word, known, language);
    return { word, count, part: part && { ...part, article: articleIn(units[at - 1]) } };
  });
}

/** The languages whose words the lexicon leads to English ones. */
const bridged = ["de", "es", "fr", "it", "pt", "nl"];

const articles = wordsOfAll("articles");

/** Returns the word if it is an article, and otherwise an empty text. */
function articleIn(word: { word: string } | undefined): string {
  const said = word?.word.toLowerCase() ?? "";
  return articles.has(said) ? said : "";
}

function partOf(written: string, known: Lexicon, language: string): Omit<Part, "article"> | null {
  const word = fold(written);
  if (isStopWord(written) || isPraise(written) || prepositions.has(written.toLowerCase())) return null;
  if (binding.get(language)?.has(word)) return null;
  if (language !== lexiconLanguage) {
    const [translated] = known.inEnglish(word, language);
    const lemma = translated === undefined ? null : known.lemmaOf(translated);
    return {
      words: written,
      lemma,
      role: lemma === null ? "thing" : pictured(known.roleOf(lemma)),
      isForeign: true,
    };
  }
  const lemma = known.lemmaOf(word);
  const verb = known.verbOf(word);
  // "building" is a thing first. But "holding" before an object is the action, whatever else the word may mean.
  if (/ing$/.test(word) && verb !== null && !(lemma !== null && known.isConcrete(lemma)))
    return { words: written, lemma: lemma ?? verb, role: "action" };
  if (lemma !== null) {
    const role = known.roleOf(lemma);
    return role === "binding" ? null : { words: written, lemma, role };
  }
  if (verb !== null) return { words: written, lemma: verb, role: "action" };
  // The language of a question may not be known, so a word that is not English is looked up in the others.
  const translated = bridged.flatMap((each) => known.inEnglish(word, each))[0];
  const foreign = translated === undefined ? null : known.lemmaOf(translated);
  return {
    words: written,
    lemma: foreign,
    role: foreign === null ? "thing" : pictured(known.roleOf(foreign)),
    isForeign: true,
  };
}

const pictured = (role: PictureRole): Part["role"] => (role === "binding" ? "thing" : role);

interface Counted {
  count: Count;
  /** The article before it: "a group of". */
  article: string;
}

function conceptOf(part: Part, qualities: Part[], known: Lexicon, counted: Counted | null = null): Concept {
  const own = [...qualities, part].map(({ words }) => words);
  const words = counted ? [counted.count.word, ...own] : own;
  const { article } = counted ?? qualities[0] ?? part;
  return {
    words: words.join(" "),
    spoken: [article, ...words].filter(Boolean).join(" "),
    count: counted?.count ?? null,
    tokens: tokensOf(part, known),
    qualities: qualities.map((quality) => tokensOf(quality, known)),
    demanded: part.role !== "action",
    isKnown: part.lemma !== null,
  };
}

/** The tokens of this many words are kept, because words come again and may have hundreds of kinds. */
const mostKept = 2_000;
const kept = new WeakMap<Lexicon, Map<string, readonly string[]>>();

/** The tokens of a document that has the word in any of its forms, a synonym or a kind of it. */
function tokensOf(part: Part, known: Lexicon): readonly string[] {
  const ofWords = kept.get(known) ?? new Map<string, readonly string[]>();
  kept.set(known, ofWords);
  const key = `${part.role} ${part.isForeign} ${part.lemma} ${part.words}`;
  const there = ofWords.get(key);
  if (there) return there;
  if (ofWords.size >= mostKept) ofWords.clear();
  const tokens = makeTokens(part, known);
  ofWords.set(key, tokens);
  return tokens;
}

function makeTokens({ words, lemma, role, isForeign }: Part, known: Lexicon): string[] {
  const verb = role === "action" ? known.verbOf(fold(words)) : null;
  const own = lemma === null ? [] : [lemma, ...known.kindsOf(lemma)];
  const done = verb === null ? [] : [`${verb}~`, ...known.kindsOf(`${verb}~`)];
  const names = [...own, ...done].flatMap((name) => {
    const token = lemmaToken(name);
    // "grassy" as a quality means grass that stands before the hill.
    return role === "thing" && known.roleOf(name) !== "quality" ? [token] : [token, token + modifierMark];
  });
  const isJoined = words.includes("-");
  const asWritten = isJoined ? [hyphenToken(words.split("-"))] : documentTokens(words).split(" ");
  const written = isForeign || lemma === null ? asWritten : [];
  return [...new Set([...written, ...names])];
}
