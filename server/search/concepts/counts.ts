import { languageCodes } from "#server/languages/codes.ts";
import { languageOf, wordsOfAll } from "#server/languages/languages.ts";
import { fold } from "../../engines/index/fold.ts";
import { singularsOf } from "../lexicon/forms.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { documentTokens, isStopWord } from "../words.ts";
import { isOf, isThing } from "./bound.ts";
import { type SaidWord, sentencesOf } from "./said.ts";

/** How many of a thing a question asks for: "three people", "a group of friends". */
export interface Count {
  /** As it was written. */
  word: string;
  /** The tokens of a document that says it. */
  tokens: readonly string[];
}

const foldedList = (list: string) => list.split(/\s+/).filter(Boolean).map(fold);
const folded = (name: "groups" | "countLinks" | "ourselves" | "plurals") =>
  new Set([...wordsOfAll(name)].map(fold));
const groups = folded("groups");
const countLinks = folded("countLinks");
const ourselves = folded("ourselves");
const plurals = folded("plurals");
const groupNouns = new Set(languageCodes.map((code) => foldedList(languageOf(code).captionWords.groups)[0]));

/** The words for each number in all languages, from two on, and its digits. */
const numbers: string[][] = languageCodes
  .map((code) => foldedList(languageOf(code).captionWords.counts))
  .reduce<string[][]>((lists, words) => words.map((word, at) => [...(lists[at] ?? [`${at + 2}`]), word]), []);

const tokensFor = (words: Iterable<string>): string[] => [
  ...new Set([...words].flatMap((word) => documentTokens(word).split(" ").filter(Boolean))),
];
let keptGroupTokens: string[] | null = null;
/**
 * Tokens of a group, which has three members or more. They are made when a group is first asked for, because that reads
 * the lexicon.
 */
function groupTokens(): string[] {
  keptGroupTokens ??= tokensFor([...groups, ...numbers.slice(1).flat()]);
  return keptGroupTokens;
}

/** Returns the count that a word of a question says, in its language or by digits; null for any other word. */
export function countSaid(word: string, language: string): Count | null {
  const written = fold(word);
  if (groups.has(written)) return { word, tokens: groupTokens() };
  const code = languageCodes.find((each) => each === language) ?? languageCodes[0];
  const words = foldedList(languageOf(code).captionWords.counts);
  const at = words.includes(written) ? words.indexOf(written) : Number(written) - 2;
  const said = /^\d+$/.test(written) || words.includes(written) ? numbers[at] : undefined;
  return said ? { word, tokens: tokensFor(said) } : null;
}

/** "a group", which alone means people. */
export const isGroupNoun = (word: string): boolean => groupNouns.has(fold(word));
/** "of", in "a group of people". */
export const linksCount = (word: string): boolean => countLinks.has(fold(word));
/** "us", in "the two of us". */
export const isOurselves = (word: string): boolean => ourselves.has(fold(word));

/** Tells by its form whether the word may be a plural. Only the forms of English words are known. */
export function isPlural(word: string): boolean {
  const written = fold(word).split(" ").at(-1) ?? "";
  const known = lexicon();
  const isFormOf = (each: string) => each !== written && known.lemmaOf(each) === each;
  return known.lemmaOf(written) === null || plurals.has(written) || singularsOf(written).some(isFormOf);
}

/** Tells whether a text counts this very thing: "two men walk a dog" does not mention two dogs. `thing`: its tokens. */
export function countsThing(
  text: string,
  { tokens }: Pick<Count, "tokens">,
  thing: readonly string[],
): boolean {
  const counts = new Set(tokens);
  const things = new Set(thing);
  return sentencesOf(text).some((words) =>
    words.some((word, at) => isOf(word, counts) && isCounted(words, at, things)),
  );
}

/**
 * Finds the thing that a number counts: the first word after it that may be a plural. "two dog owners" counts owners,
 * "a group of zebra" zebras.
 */
function isCounted(words: SaidWord[], at: number, things: Set<string>): boolean {
  const isLinked = linksCount(words[at + 1]?.word ?? "");
  for (let next = isLinked ? at + 2 : at + 1; next < words.length; next++) {
    const { word } = words[next] ?? { word: "" };
    if (isStopWord(word) && word !== "and") return false;
    const lemma = lexicon().lemmaOf(word);
    const isSeveral = lemma !== null && lexicon().roleOf(lemma) === "thing" && isPlural(word);
    const isLast = !words[next + 1] || isStopWord(words[next + 1]?.word ?? "") || words[next]?.ends !== null;
    if (isThing(words, next, things) && (isLinked || isSeveral || isLast)) return true;
    if (isSeveral) return false;
  }
  return false;
}
