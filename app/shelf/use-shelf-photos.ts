import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useTRPC } from "#app/api/client.ts";
import type { ShelfPhoto } from "#server/library/shelf-photo.ts";
import type { Shelf, ShelfBuckets } from "#server/search/shelves.ts";
import { lastFrom, type ShelfLayout } from "./shelf-layout.ts";
import { addressIn, type PageAddress, pageOf, photosInPage } from "./shelf-pages.ts";

/** The counts and shapes of a shelf; the earlier ones while they are being refetched. */
export function useShelfBuckets(shelf: Shelf) {
  const trpc = useTRPC();
  return useQuery({ ...trpc.shelves.buckets.queryOptions({ shelf }), placeholderData: keepPreviousData });
}

/** What was scrolled away is kept so long, ms: a library is scrolled through for longer than its photos have room. */
const keptAway = 20_000;

export interface ShelfPhotos {
  /** The photo with this number; undefined while it is not loaded. */
  photoAt(photo: number): ShelfPhoto | undefined;
  /** Whether something that should be on the screen could not be loaded. */
  isProblem: boolean;
  retry(): void;
}

/** Loads the photos of these rows, and of the one that has the focus, page by page. */
export function useShelfPhotos(
  shelf: Shelf,
  layout: ShelfLayout,
  { from, to, isCalm }: { from: number; to: number; isCalm: boolean },
  activeRow: number,
): ShelfPhotos {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const pages = useMemo(() => pagesOfRows(layout, from, to, activeRow), [layout, from, to, activeRow]);
  const loaded = useQueries({
    queries: pages.map((page) => ({
      ...trpc.shelves.page.queryOptions({ shelf, ...page }),
      gcTime: keptAway,
      enabled: isCalm,
    })),
  });
  const found = new Map(pages.map((page, at) => [addressKey(page), loaded[at]?.data?.items]));

  return {
    photoAt(photo) {
      const section = layout.sections[lastFrom(layout.sections, photo)];
      if (!section) return undefined;
      const place = photo - section.first;
      return found.get(addressKey(addressIn(section.key, place)))?.[place % photosInPage];
    },
    isProblem: loaded.some(({ isError, data }) => isError && !data),
    retry() {
      // This also refetches pages that have not failed yet, or were cancelled on the way.
      void queryClient.refetchQueries({ ...trpc.shelves.page.queryFilter(), type: "active" });
    },
  };
}

const addressKey = ({ section, from }: PageAddress) => `${section} ${from}`;

/** The row that has the focus is drawn wherever the window is. */
function pagesOfRows({ rows }: ShelfLayout, from: number, to: number, active: number): PageAddress[] {
  const pages = new Map<string, PageAddress>();
  for (const { section, first, photos } of [...rows.slice(from, to), ...rows.slice(active, active + 1)]) {
    for (const photo of [first, first + photos - 1]) {
      const page = addressIn(section.key, photo - section.first);
      pages.set(addressKey(page), page);
    }
  }
  return [...pages.values()];
}

/** Returns a function that loads the ids of the photos with these numbers, both included. */
export function useShelfIds(
  shelf: Shelf,
  buckets: ShelfBuckets | undefined,
): (first: number, last: number) => Promise<string[]> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(
    async (first, last) => {
      const ids: string[] = [];
      if (!buckets) return ids;
      for (let photo = first; photo <= last; ) {
        const page = pageOf(buckets, photo);
        if (!page) break;
        const begin = sectionBegin(buckets, page.section);
        const options = trpc.shelves.page.queryOptions({ shelf, ...page });
        const { items } = await queryClient.fetchQuery({ ...options, gcTime: keptAway });
        const own = items.slice(photo - begin - page.from, last - begin - page.from + 1);
        if (own.length === 0) break;
        ids.push(...own.map(({ id }) => id));
        photo += own.length;
      }
      return ids;
    },
    [shelf, buckets, queryClient, trpc],
  );
}

function sectionBegin({ sections }: ShelfBuckets, key: string): number {
  let first = 0;
  for (const section of sections) {
    if (section.key === key) return first;
    first += section.shapes.length;
  }
  return first;
}
