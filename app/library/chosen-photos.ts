import type { ComponentType } from "react";
import { createStore } from "#app/ui/store.ts";
import type { Photo } from "#server/library/photo.ts";

export interface TileCheckProps {
  photo: Photo;
  /** The id of the words that say that the photo is chosen; they describe its tile. */
  wordsId: string;
}

interface ChosenPhotos {
  ids: ReadonlySet<string>;
  /** The checkbox of a tile, which comes with the code that selects. */
  Check: ComponentType<TileCheckProps>;
}

/** The photos of answers that are chosen; null until the code that selects is loaded. */
export const chosenPhotos = createStore<ChosenPhotos | null>(null);
