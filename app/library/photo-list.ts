import type { Shelf } from "#server/search/shelves.ts";
import type { SearchAnswer, SearchPlan, Why } from "#server/search/types.ts";

export interface ListedPhoto {
  id: string;
  why: Why | null;
}

/** A list as a stretch of a shelf. */
export interface ShelfStretch {
  of: Shelf;
  /** The number of the list's first photo on the whole shelf. */
  first: number;
}

/** The photos that the lightbox browses. The browser's history keeps them, so that they survive a reload. */
export interface PhotoList {
  list: ListedPhoto[];
  /** The further photos of the answer, which are loaded on the way; null if the list holds all. */
  rest: { plan: SearchPlan; cursor: string; photos: number } | null;
  /** Where the list stands on a shelf that is browsed to both its ends; the rest of it is loaded on the way. */
  shelf?: ShelfStretch;
  /** The name of the grid that the photo was opened from; the focus returns there. */
  from: string;
  /** The photos whose "More like this" led here from that grid, one after the other. Each is one step back. */
  like: readonly string[];
}

/** Lists the photos of hits one by one, with the near-duplicates behind the photo that leads them. */
export function listed(hits: SearchAnswer["hits"]): ListedPhoto[] {
  return hits.flatMap(({ photo, why, more }) => [
    { id: photo.id, why },
    ...more.map((id) => ({ id, why: null })),
  ]);
}

export const countOf = ({ list, rest }: PhotoList): number => list.length + (rest?.photos ?? 0);

/** Adds the next page of the answer to a list. */
export function withPage(before: PhotoList, { plan, hits, next, total }: SearchAnswer): PhotoList {
  const known = new Set(before.list.map(({ id }) => id));
  const list = [...before.list, ...listed(hits).filter(({ id }) => !known.has(id))];
  return { ...before, list, rest: next ? { plan, cursor: next, photos: total - list.length } : null };
}

/** The number of a list's photo within all that is browsed; `at` is its place in the list. */
export const numberOf = ({ shelf }: PhotoList, at: number): number => (shelf?.first ?? 0) + at + 1;

/** The longest stretch of a shelf that is kept, so that the browser's history stays small. */
const longestStretch = 400;

/**
 * Adds photos of the shelf before the list (−1) or after it (1), and forgets the farthest ones. Those that were removed
 * have no number on the shelf any more.
 */
export function withShelfPage(
  before: PhotoList,
  ids: string[],
  side: -1 | 1,
  removed: ReadonlySet<string>,
): PhotoList {
  if (!before.shelf) return before;
  const known = new Set(before.list.map(({ id }) => id));
  const added = ids.filter((id) => !known.has(id)).map((id) => ({ id, why: null }));
  if (added.length === 0) return before;
  const { first } = before.shelf;
  if (side < 0) {
    const list = [...added, ...before.list].slice(0, longestStretch);
    return { ...before, list, shelf: { ...before.shelf, first: Math.max(0, first - added.length) } };
  }
  const all = [...before.list, ...added];
  const from = Math.max(0, all.length - longestStretch);
  const gone = all.slice(0, from).filter(({ id }) => !removed.has(id)).length;
  return { ...before, list: all.slice(from), shelf: { ...before.shelf, first: first + gone } };
}

/** Leaves out photos that were removed, but not the one that is shown. */
export function withoutRemoved(before: PhotoList, removed: ReadonlySet<string>, shown: string): PhotoList {
  const isGone = ({ id }: ListedPhoto) => id !== shown && removed.has(id);
  return before.list.some(isGone) ? { ...before, list: before.list.filter((each) => !isGone(each)) } : before;
}
