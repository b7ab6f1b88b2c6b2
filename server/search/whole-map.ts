import type { MapOfPhotos, PhotoMap } from "../library/photo-map.ts";
import type { Remembered } from "./remembered.ts";

const photosIn = ({ cells }: MapOfPhotos) => cells.length;

/**
 * Keeps what the map of the whole world shows until something changes: everybody's first look is at it, and reads all
 * photos, which takes half a second with 100,000 of them.
 */
export function keepWholeMap(map: PhotoMap, remembered: Remembered): PhotoMap {
  return {
    ...map,
    cells(owner, part, step) {
      const look = () => map.cells(owner, part, step);
      if (part.east - part.west < 360) return look();
      return remembered.get(owner, { key: `map ${JSON.stringify([part, step])}`, photosIn }, look);
    },
  };
}
