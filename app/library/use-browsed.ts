import { useQueries, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { pagesBetween } from "#app/shelf/shelf-pages.ts";
import { useStore } from "#app/ui/store.ts";
import { everything } from "#server/search/plan/everything.ts";
import { countOf, type PhotoList, withoutRemoved, withPage, withShelfPage } from "./photo-list.ts";
import { removedPhotos } from "./removed-photos.ts";
import type { OpenPhoto } from "./use-open-photo.ts";

/** The next page is loaded when no more than this many photos are left. */
const ahead = 4;
const pageSize = 60;
/** How many photos of a shelf are loaded at a time, and how few must be left for that. */
const shelfStep = 60;
const shelfAhead = 20;

/** Returns the list of the opened photo without those that were removed; it grows towards the end of the answer. */
export function useBrowsed({ id, list, rest, from, like, shelf }: OpenPhoto): {
  browsed: PhotoList;
  total: number;
} {
  const trpc = useTRPC();
  const [kept, setWhole] = useState<PhotoList>({ list, rest, from, like, ...(shelf && { shelf }) });
  // "More like this" leads to another list, and the way back to the one before.
  const isSame = kept.from === from && kept.like.join() === like.join();
  const whole = isSame ? kept : { list, rest, from, like, ...(shelf && { shelf }) };
  if (!isSame) setWhole(whole);
  const removed = useStore(removedPhotos, (ids) => ids);
  const index = whole.list.findIndex((listed) => listed.id === id);
  const next = index >= whole.list.length - ahead ? whole.rest : null;
  const { data } = useQuery({
    ...trpc.search.run.queryOptions({
      plan: next?.plan ?? everything,
      cursor: next?.cursor,
      limit: pageSize,
    }),
    enabled: next !== null,
  });
  useEffect(() => {
    if (next && data) setWhole((before) => (before.rest === next ? withPage(before, data) : before));
  }, [next, data]);
  const browsed = withoutRemoved(whole, removed, id);
  const shelfTotal = useShelfAround(whole, index, removed, setWhole);
  return { browsed, total: shelfTotal ?? countOf(browsed) };
}

/** Loads what stands before and after a list on its shelf, and returns how many photos the shelf has. */
function useShelfAround(
  whole: PhotoList,
  index: number,
  removed: ReadonlySet<string>,
  setWhole: (change: (before: PhotoList) => PhotoList) => void,
): number | null {
  const trpc = useTRPC();
  const { shelf, list } = whole;
  const of = shelf?.of ?? { kind: "library" as const };
  const { data: buckets } = useQuery({
    ...trpc.shelves.buckets.queryOptions({ shelf: of }),
    enabled: shelf !== undefined,
  });
  const total = buckets?.sections.reduce((sum, { shapes }) => sum + shapes.length, 0) ?? null;
  const first = shelf?.first ?? 0;
  // The shelf counts the photos that are left.
  const end = first + list.filter(({ id }) => !removed.has(id)).length;
  const isNearEnd = index >= list.length - shelfAhead && end < (total ?? 0);
  const isNearBegin = index < shelfAhead && first > 0;
  const side = index < 0 ? null : isNearEnd ? 1 : isNearBegin ? -1 : null;
  const [from, to] = side === 1 ? [end, end + shelfStep - 1] : [first - shelfStep, first - 1];
  const pages = shelf && buckets && side !== null ? pagesBetween(buckets, from, to) : [];
  const loaded = useQueries({
    queries: pages.map((page) => trpc.shelves.page.queryOptions({ shelf: of, ...page })),
  });
  // A page from before a removal is refetched, because its photos stand elsewhere now.
  const isNow = (isFetching: boolean) => removed.size === 0 || !isFetching;
  const isLoaded = loaded.length > 0 && loaded.every(({ data, isFetching }) => data && isNow(isFetching));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pages follow from the list and its side.
  useEffect(() => {
    if (!isLoaded || side === null) return;
    const ids = loaded.flatMap(({ data }) => data?.items.map(({ id }) => id) ?? []);
    setWhole((before) => (before === whole ? withShelfPage(before, ids, side, removed) : before));
  }, [isLoaded, side, whole]);
  return shelf ? total : null;
}
