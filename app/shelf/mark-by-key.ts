import { libraryWords } from "#app/words/library-words.ts";
import type { ShelfEdits } from "./use-shelf-edits.ts";

/** Marks photos by a key that is pressed on one of them, and says whether it was such a key. */
export function markByKey(
  key: string,
  photo: { favourite: boolean },
  ids: string[],
  edits: ShelfEdits,
): boolean {
  if (key === "Delete") {
    void edits.remove(ids);
    return true;
  }
  if (key === "f") {
    const words = photo.favourite ? libraryWords.unfavoured : libraryWords.favoured;
    void edits.edit(ids, { favourite: !photo.favourite }, words);
    return true;
  }
  if (!/^[0-5]$/.test(key)) return false;
  const rating = Number(key);
  void edits.edit(ids, { rating }, (photos) => libraryWords.rated(photos, rating));
  return true;
}
