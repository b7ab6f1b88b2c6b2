import { newStemmer } from "snowball-stemmers";
import { fold } from "#server/engines/index/fold.ts";

/** A word as it was written, and the tokens that it is found by. */
export interface Word {
  word: string;
  /** Lower-case letters, digits and `_`; more than one for `IMG_2041` and for scripts without spaces. */
  tokens: string[];
}

/**
 * Words of a question that say nothing about a picture: English and German function words, and words that ask
 * for photos. They are compared regardless of case but with their umlauts, so that "für" goes and "fur"
 * stays; "hat" and "man" stay, because they mean something in English.
 */
const stopWords = new Set(
  `a about all also an and any are as at be been by can could did do does find for from get give had has have her here
  him his how i if in into is it its look looking me my of on or our photo photos picture pictures image images s search
  she show some t than that the their them then there these they this those to us was we were what when where which who
  whom whose why with you your
  aber alle allen als am auf aus bei bild bilder bin bist da das dass dein dem den der des dich die dies diese diesem diesen
  dieser dieses dir du ein eine einem einen einer eines er es fotos foto für gib habe haben ich ihr im ins ist kein keine
  mein meine meinem meinen meiner mich mir mit nach nicht noch oder sein seine sich sie sind suche über um und uns unser unsere
  unter vom von vor wann was wer wie wir wo zeig zeige zu zum zur`.split(/\s+/),
);

/**
 * Words of praise, which say nothing about what a photo shows; and "nice" is a city in France. They are
 * searched only if the question has no other word.
 */
const praise = new Set(
  `nice lovely beautiful great pretty gorgeous stunning amazing wonderful cool good
  schön schöne schönen schönes tolle tollen tolles hübsche hübschen`.split(/\s+/),
);

const written = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_\u00ad]*/gu;
const cjk = String.raw`[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]&&[\p{L}\p{N}]]`;
const runs = new RegExp(String.raw`(${cjk}+)|[[\p{L}\p{M}\p{N}]--${cjk}]+`, "gv");

/** Returns the tokens that a PhotoDocument holds of a text, in order, separated by spaces. */
export function documentTokens(text: string): string {
  return wordsOf(text, documentCharacters)
    .flatMap(({ tokens }) => tokens)
    .join(" ");
}

/** Returns the words of a question that can be searched, in order; none if it has only function words. */
export function questionTokens(text: string): Word[] {
  const words = wordsOf(text, questionCharacters).filter(({ word }) => !stopWords.has(word.toLowerCase()));
  const telling = words.filter(({ word }) => !praise.has(word.toLowerCase()));
  return telling.length > 0 ? telling : words;
}

function wordsOf(text: string, characters: (run: string) => string[]): Word[] {
  return Array.from(text.matchAll(written), ([word]) => {
    const parts = fold(word).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const tokens = parts.flatMap((part) =>
      Array.from(part.matchAll(runs), ([run, isCjk]) => (isCjk ? characters(run) : [stem(run)])).flat(),
    );
    return { word, tokens: parts.length > 1 ? [...tokens, parts.join("_")] : tokens };
  }).filter(({ tokens }) => tokens.length > 0);
}

/** Chinese, Japanese and Korean are searched by pairs of characters; a document holds each character too. */
function documentCharacters(run: string): string[] {
  return [...run, ...pairs(run)];
}

function questionCharacters(run: string): string[] {
  const found = pairs(run);
  return found.length > 0 ? found : [run];
}

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

const english = newStemmer("english");
const german = newStemmer("german");
const stems = new Map<string, string>();
const mostStems = 20_000;
/** The longest word that is stemmed: the stemmers take quadratic time for some. */
const longestStemmed = 40;

/**
 * Returns one stem for English and German alike. It applies Snowball's two stemmers (snowballstem.org) in
 * turn until nothing changes, so that two words have one stem if either stemmer says so. (With a token for
 * each language, a word whose stems differ counts twice: recall@1 on COCO captions was .232; with one it is
 * .260, with English alone .257.) The German stemmer may not turn a word into a function word: "forest" is
 * not "for".
 */
function stem(word: string): string {
  if (word.length > longestStemmed || !/^[a-z]+$/.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  let current = word;
  for (let before = ""; current !== before; ) {
    before = current;
    current = english.stem(current);
    const shorter = german.stem(current);
    if (!stopWords.has(shorter)) current = shorter;
  }
  if (stems.size >= mostStems) stems.clear();
  stems.set(word, current);
  return current;
}
