import type { SearchAnswer, SearchPlan, Why } from "#server/search/types.ts";

export interface ListedPhoto {
  id: string;
  why: Why | null;
}

/** The photos that the lightbox browses. The browser's history keeps them, so that they survive a reload. */
export interface PhotoList {
  list: ListedPhoto[];
  /** The further photos of the answer, which are loaded on the way; null if the list holds all. */
  rest: { plan: SearchPlan; cursor: string; photos: number } | null;
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

/** Leaves out photos that were removed, but not the one that is shown. */
export function withoutRemoved(before: PhotoList, removed: ReadonlySet<string>, shown: string): PhotoList {
  const isGone = ({ id }: ListedPhoto) => id !== shown && removed.has(id);
  return before.list.some(isGone) ? { ...before, list: before.list.filter((each) => !isGone(each)) } : before;
}
