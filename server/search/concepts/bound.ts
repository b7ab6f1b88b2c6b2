import { wordsOfAll } from "#server/languages/languages.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { documentTokens, isStopWord, lemmaToken } from "../words.ts";
import { type SaidWord, sentencesOf } from "./said.ts";

/** Words between a thing and a quality that follows it: "that is" in "a bus that is painted red". */
export const copulas: ReadonlySet<string> = wordsOfAll("copulas");
const longestCopula = 4;

/**
 * Tells whether a text says the quality of this very thing: "a red car beside a bus" does not mention a red bus. Both
 * are given as tokens.
 */
export function saysOf(text: string, quality: readonly string[], thing: readonly string[]): boolean {
  const qualities = new Set(quality);
  const things = new Set(thing);
  return sentencesOf(text).some((words) =>
    words.some(
      (word, at) => isOf(word, qualities) && (isBefore(words, at, things) || isAfter(words, at, things)),
    ),
  );
}

/**
 * Looks for the thing to the right of the quality, within the phrase: "red double decker bus", "brown and white dog".
 */
function isBefore(words: SaidWord[], at: number, things: Set<string>): boolean {
  for (let next = at + 1; next < words.length; next++) {
    const current = words[next];
    if (!current) return false;
    if (isThing(words, next, things)) return true;
    const joins = /^(and|or|with)$/.test(current.word) && isQuality(words[next + 1]);
    if (isStopWord(current.word) && !joins) return false;
    if (words[next - 1]?.ends === "clause" && !isQuality(current)) return false;
  }
  return false;
}

/** Looks for the thing to the left of the quality, over "that is" or "painted in": "a dog that is brown". */
function isAfter(words: SaidWord[], at: number, things: Set<string>): boolean {
  for (let before = at - 1; before >= Math.max(0, at - longestCopula); before--) {
    const current = words[before];
    if (!current) return false;
    if (isThing(words, before, things)) return before < at - 1 || /(ed|ing|en)$/.test(words[at]?.word ?? "");
    if (!copulas.has(current.word)) return false;
  }
  return false;
}

/** Tells whether a thing stands here, alone or as the first or last word of a compound. */
export function isThing(words: SaidWord[], at: number, things: Set<string>): boolean {
  const word = words[at];
  if (!word) return false;
  if (isOf(word, things)) return true;
  const pairs = [words.slice(at, at + 2), words.slice(Math.max(0, at - 1), at + 1)];
  return pairs.some((pair) => {
    const compound = lexicon().compoundOf(pair.map((each) => each.word));
    return pair.length === 2 && compound !== null && things.has(lemmaToken(compound.lemma));
  });
}

function isQuality(word: SaidWord | undefined): boolean {
  const lemma = word ? lexicon().lemmaOf(word.word) : null;
  return lemma !== null && lexicon().roleOf(lemma) === "quality";
}

/** Tells whether the text states the word by one of these tokens, and does not deny or suppose it. */
export function isOf({ word, stance }: SaidWord, tokens: Set<string>): boolean {
  return (
    stance === "said" &&
    documentTokens(word)
      .split(" ")
      .some((token) => tokens.has(token))
  );
}
