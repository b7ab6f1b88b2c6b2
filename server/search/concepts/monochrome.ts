import { languages, wordsOfAll } from "#server/languages/languages.ts";
import { fold } from "../../engines/index/fold.ts";
import { prepositions } from "../words.ts";
import { sentencesOf } from "./said.ts";

/** The token in the index of a black and white picture. No word looks like it. */
export const monochromeToken = "_black_and_white_picture";

/** The phrases that call a picture black and white, each as its words. */
const phrases = languages.flatMap(({ captionWords }) =>
  captionWords.monochrome.split("|").map((phrase) => phrase.split(" ").map(fold)),
);
const nouns = new Set(languages.flatMap(({ photoNouns }) => [...photoNouns].map(fold)));
const likenesses = new Set([...wordsOfAll("likenesses")].map(fold));
const articles = wordsOfAll("articles");
const copulas = wordsOfAll("copulas");

const isPicture = (word: string | undefined) =>
  word !== undefined && (nouns.has(word) || likenesses.has(word));
const isEnd = (word: string | undefined) => word === undefined || word === mark;
const mark = ",";

/**
 * Finds where words call the picture itself black and white: "a black and white photo", "dogs in black and white", but
 * not "a black and white dog". `words` are folded, with a comma where a clause ends. Returns the first word and the one
 * behind it.
 */
function monochromeIn(words: string[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = 0; from < words.length; from++) {
    const phrase = phrases.find((each) => each.every((word, at) => words[from + at] === word));
    if (!phrase) continue;
    const to = from + phrase.length;
    if (isOfPicture(words, from, to)) found.push({ from, to });
    from = to - 1;
  }
  return found;
}

function isOfPicture(words: string[], from: number, to: number): boolean {
  const [before, next] = [words[from - 1], words[to]];
  if (isPicture(next)) return true;
  if (!isEnd(next) && !prepositions.has(next ?? "")) return false;
  if (before === undefined || isEnd(before) || isPicture(before)) return true;
  if (prepositions.has(before)) return true;
  // "The photo is black and white". After an article the phrase is no predicate.
  return articles.has(before) || (copulas.has(before) && isPicture(words[from - 2]));
}

/** Splits a question into its text and whether it asks for black and white pictures. */
export function monochromeParts(text: string): { text: string; isMonochrome: boolean }[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+|[,;.!?]/gu)];
  const said = words.map(([word]) => (/[,;.!?]/.test(word) ? mark : fold(word)));
  const parts: { text: string; isMonochrome: boolean }[] = [];
  let done = 0;
  for (const { from, to } of monochromeIn(said)) {
    const [first, last] = [words[from], words[to - 1]];
    if (!first || !last) continue;
    const end = last.index + last[0].length;
    parts.push({ text: text.slice(done, first.index), isMonochrome: false });
    parts.push({ text: text.slice(first.index, end), isMonochrome: true });
    done = end;
  }
  return [...parts, { text: text.slice(done), isMonochrome: false }];
}

/** Tells whether a text about a photo says that it is black and white. */
export function saysMonochrome(text: string): boolean {
  return sentencesOf(text).some((sentence) => {
    const said = sentence.filter(({ stance }) => stance === "said");
    return (
      monochromeIn(said.flatMap(({ word, ends }) => (ends ? [fold(word), mark] : [fold(word)]))).length > 0
    );
  });
}
