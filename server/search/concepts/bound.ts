import { wordsOfAll } from "#server/languages/languages.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { documentTokens, isStopWord, lemmaToken } from "../words.ts";
import { type SaidWord, sentencesOf } from "./said.ts";

/** Between a thing and what is said of it afterwards: "a bus that is painted red". */
export const copulas: ReadonlySet<string> = wordsOfAll("copulas");
const longestCopula = 4;

/** Whether a text says the quality of the thing itself: a red car beside a bus is no red bus. Both as tokens. */
export function saysOf(text: string, quality: readonly string[], thing: readonly string[]): boolean {
  const qualities = new Set(quality);
  const things = new Set(thing);
  return sentencesOf(text).some((words) =>
    words.some(
      (word, at) => isOf(word, qualities) && (isBefore(words, at, things) || isAfter(words, at, things)),
    ),
  );
}

/** From the quality to the right, as long as the phrase lasts: "red double decker bus", "brown and white dog". */
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

/** From the quality to the left over "that is", "painted in": "a dog that is brown". */
function isAfter(words: SaidWord[], at: number, things: Set<string>): boolean {
  for (let before = at - 1; before >= Math.max(0, at - longestCopula); before--) {
    const current = words[before];
    if (!current) return false;
    if (isThing(words, before, things)) return before < at - 1 || /(ed|ing|en)$/.test(words[at]?.word ?? "");
    if (!copulas.has(current.word)) return false;
  }
  return false;
}

/** A compound that begins or ends here counts as well. */
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

/** Whether the text says the word, by one of these tokens. */
export function isOf({ word, standing }: SaidWord, tokens: Set<string>): boolean {
  return (
    standing === "said" &&
    documentTokens(word)
      .split(" ")
      .some((token) => tokens.has(token))
  );
}
