import type { ShelfBuckets } from "#server/search/shelves.ts";

/** Photos are loaded in pages of this size, so that each page has one address in the cache. */
export const photosInPage = 100;

/** A page of a section, as `shelves.page` takes it. */
export interface PageAddress {
  section: string;
  from: number;
  limit: number;
}

/** Returns the page that holds this photo of a shelf; null if the shelf has no such photo. */
export function pageOf({ sections }: ShelfBuckets, photo: number): PageAddress | null {
  let first = 0;
  for (const { key, shapes } of sections) {
    if (photo >= first && photo < first + shapes.length) return addressIn(key, photo - first);
    first += shapes.length;
  }
  return null;
}

/** Returns the page that holds the photo at this place of a section. */
export const addressIn = (section: string, place: number): PageAddress => ({
  section,
  from: Math.floor(place / photosInPage) * photosInPage,
  limit: photosInPage,
});
