import { fold } from "#server/engines/index/fold.ts";
import { type Name, type Sentence, written } from "./sentence.ts";
import type { VocabularyEntry } from "./types.ts";

export const placeKinds = new Set(["city", "region", "country", "place"]);

export function placesOf({ entries }: Name): VocabularyEntry[] {
  return entries.filter(isPlaceEntry);
}

export function isPlaceEntry({ kind }: VocabularyEntry): boolean {
  return placeKinds.has(kind);
}

/** Returns the label of a place as the photos spell it, but "Italien" for a German question about Italy. */
export function labelOf(
  sentence: Sentence,
  { from, to, isMisspelt }: Name,
  { value, within }: VocabularyEntry,
): string {
  const said = written(sentence, from, to);
  const isOwn = sentence.language.traits.spellsAsPhotos || isMisspelt || fold(said) === fold(value);
  return isOwn ? (within ?? value) : said.charAt(0).toUpperCase() + said.slice(1);
}
