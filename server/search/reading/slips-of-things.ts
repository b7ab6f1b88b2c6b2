import type { Language } from "../../languages/language.ts";
import type { Token } from "../../languages/tokens.ts";
import { baresOf } from "../lexicon/forms.ts";
import { isStopWord } from "../words.ts";
import { isOurs } from "./language-detection.ts";
import { isCapital, isCommon } from "./sentence.ts";
import type { ReadingContext } from "./types.ts";
import { isQuickSlip, isTypo, isWord } from "./typos.ts";

/** The most words of a question that are corrected; most questions have one slip or two. */
const mostSlips = 3;
/**
 * From this many letters on, any slip is corrected. In shorter words only a missing letter or two swapped ones are, and
 * only in languages that mark names by capitals.
 */
const longWord = 7;

/**
 * Corrects misspelt everyday words for things in photos: "dgos", "elefants", "moutain". It never changes a meaning:
 * words, names, words that are nearly a name of the library, and words that could mean two others stay as they are.
 */
export function withoutSlipsOfThings(tokens: Token[], language: Language, context: ReadingContext): Token[] {
  let looked = 0;
  return tokens.map((token, at) => {
    if (looked >= mostSlips || !mayBeThing(token, at, language)) return token;
    const { vocabulary } = context;
    const plain = unstretched(token.word).find((each) => isForm(each, language));
    if (plain !== undefined) return { ...token, word: plain, text: plain };
    if (isForm(token.word, language) || vocabulary.find(token.word).length > 0) return token;
    looked++;
    if (vocabulary.isPlace(token.word) || vocabulary.near(token.word).length > 0) return token;
    const meant = meantBy(token.word, language);
    return meant === null ? token : { ...token, word: meant, text: meant };
  });
}

function mayBeThing(token: Token, at: number, language: Language): boolean {
  const { word, text, isMark, literal } = token;
  if (isMark || literal || !/^\p{Ll}{4,20}$/u.test(word) || word.length !== text.length) return false;
  // A capital inside a sentence marks a name that the library does not have.
  if (language.traits.capitalsMarkNames && at > 0 && isCapital(token)) return false;
  return !isCommon(language, word) && !isOurs(word) && !isStopWord(word);
}

/** Returns what a word with a letter three times or more may be: "heyyy" is "hey", and "sweeet" is "sweet". */
function unstretched(word: string): string[] {
  const stretch = /(\p{L})\1{2,}/gu;
  return stretch.test(word) ? ["$1", "$1$1"].map((letters) => word.replace(stretch, letters)) : [];
}

/** Tells whether it is a word, or one with the ending of another gender, number or case: "nasse", "bunte", "viejas". */
function isForm(word: string, language: Language): boolean {
  const isKnown = (each: string) =>
    isWord(each, language.code) || isCommon(language, each) || isOurs(each) || isStopWord(each);
  const [, ...bares] = baresOf(word, language.code);
  return isKnown(word) || bares.some((bare) => ["", "o", "a", "e"].some((end) => isKnown(bare + end)));
}

/** Returns the one everyday word that is meant; null if there is none, or several. */
function meantBy(word: string, language: Language): string | null {
  const isLong = word.length >= longWord;
  const bares = new Set(baresOf(word, language.code));
  // Where names have no capitals of their own, too many short unknown words are words after all: "im Freien" is not
  // "Ferien".
  const mayBeShort = language.traits.capitalsMarkNames;
  const isMeant = (known: string) =>
    !baresOf(known, language.code).some((bare) => bares.has(bare)) &&
    (((isLong || mayBeShort) && isQuickSlip(word, known)) ||
      (isLong && isTypo(word, known)) ||
      (known.includes("ph") && word === known.replaceAll("ph", "f")));
  const found = thingsOf(language, word).filter(isMeant);
  // "cat" and "cats" are one thing.
  const singular = (known: string) => known.replace(/s$/, "");
  return new Set(found.map(singular)).size === 1 ? (found[0] ?? null) : null;
}

const shelves = new WeakMap<Language, Map<string, string[]>>();

/** Returns the everyday words that begin as this one does, or with its second letter; with their plurals. */
function thingsOf(language: Language, word: string): string[] {
  let known = shelves.get(language);
  if (!known) {
    const all = [...language.commonWords].flatMap((each) =>
      each.endsWith("s") ? [each] : [each, `${each}s`],
    );
    known = Map.groupBy(new Set(all.filter((each) => each.length >= 4)), (each) => each[0] ?? "");
    shelves.set(language, known);
  }
  return [...new Set([word[0] ?? "", word[1] ?? ""])].flatMap((letter) => known.get(letter) ?? []);
}
