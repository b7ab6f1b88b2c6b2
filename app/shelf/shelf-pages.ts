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

/** Returns the pages that hold the photos with these numbers, both included. A month may have a single photo. */
export function pagesBetween(buckets: ShelfBuckets, first: number, last: number): PageAddress[] {
  const pages: PageAddress[] = [];
  let begin = 0;
  for (const { key, shapes } of buckets.sections) {
    const end = begin + shapes.length;
    const to = Math.min(last + 1, end);
    let photo = Math.max(0, first, begin);
    while (photo < to) {
      const page = addressIn(key, photo - begin);
      pages.push(page);
      photo = begin + page.from + photosInPage;
    }
    begin = end;
  }
  return pages;
}

/** Returns the page that holds the photo at this place of a section. */
export const addressIn = (section: string, place: number): PageAddress => ({
  section,
  from: Math.floor(place / photosInPage) * photosInPage,
  limit: photosInPage,
});
