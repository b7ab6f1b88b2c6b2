import { marker, type Phrases, phrases, words } from "../phrases.ts";

/** The words that lose their last letter before a vowel, without their apostrophe: "l'été", "jusqu'à", "qu'il". */
const elided = "(?:jusqu|lorsqu|puisqu|aujourd|quelqu|qu|[ldjnsmtc])";
export const elisions = new RegExp(`^${elided}(?=['’]\\p{L})`, "iu");
/** The same where the apostrophe is left out: "cest", "jai", "aujourdhui". */
export const unparted = new RegExp(`^${elided}(?=[aeiouyh])`);

/** Parts such words from the next one, as tokens are parted. */
const apart = (text: string) =>
  text.replace(new RegExp(`(?<!\\p{L})(${elided})['’](?=\\p{L}|\\||\\s|$)`, "giu"), "$1 ");

export const frenchMarker = (alternatives: string): Phrases<true> => marker(apart(alternatives));

export const frenchWords = (list: string): Set<string> => words(apart(list));

export function frenchPhrases<Meaning>(meanings: Record<string, Meaning>): Phrases<Meaning> {
  return phrases(Object.fromEntries(Object.entries(meanings).map(([key, meaning]) => [apart(key), meaning])));
}
