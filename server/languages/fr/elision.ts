import { marker, type Phrases, phrases, words } from "../phrases.ts";

/** The words that lose their last letter before a vowel, without their apostrophe: "l'été", "jusqu'à", "qu'il". */
export const elisions = /^(?:[ldjnsmtc]|qu|jusqu|lorsqu|puisqu)(?=['’]\p{L})/iu;

/** Parts such words from the next one, as tokens are parted. */
const apart = (text: string) =>
  text.replace(/(?<!\p{L})([ldjnsmtc]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L}|\||\s|$)/giu, "$1 ");

export const frenchMarker = (alternatives: string): Phrases<true> => marker(apart(alternatives));

export const frenchWords = (list: string): Set<string> => words(apart(list));

export function frenchPhrases<Meaning>(meanings: Record<string, Meaning>): Phrases<Meaning> {
  return phrases(Object.fromEntries(Object.entries(meanings).map(([key, meaning]) => [apart(key), meaning])));
}
