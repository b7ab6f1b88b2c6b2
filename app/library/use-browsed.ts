import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { pageOf } from "#app/shelf/shelf-pages.ts";
import { useStore } from "#app/ui/store.ts";
import { everything } from "#server/search/plan/everything.ts";
import { countOf, type PhotoList, withoutRemoved, withPage, withShelfPage } from "./photo-list.ts";
import { removedPhotos } from "./removed-photos.ts";
import type { OpenPhoto } from "./use-open-photo.ts";

/** The next page is loaded when the list has so few photos left. */
const ahead = 4;
const pageSize = 60;

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
  const shelfTotal = useShelfAround(whole, index, setWhole);
  const browsed = withoutRemoved(whole, removed, id);
  return { browsed, total: shelfTotal ?? countOf(browsed) };
}

/** Loads what stands before and after a list on its shelf, and returns how many photos the shelf has. */
function useShelfAround(
  whole: PhotoList,
  index: number,
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
  const end = (shelf?.first ?? 0) + list.length;
  const side = index >= list.length - ahead ? 1 : index < ahead ? -1 : null;
  const wanted = side === 1 ? end : (shelf?.first ?? 0) - 1;
  const page = shelf && buckets && side !== null ? pageOf(buckets, wanted) : null;
  const { data } = useQuery({
    ...trpc.shelves.page.queryOptions({ shelf: of, ...(page ?? { section: "undated", from: 0, limit: 1 }) }),
    enabled: page !== null,
  });
  useEffect(() => {
    if (!page || !data || side === null) return;
    const ids = data.items.map(({ id }) => id);
    setWhole((before) => (before === whole ? withShelfPage(before, ids, side) : before));
  }, [page, data, side, whole, setWhole]);
  return shelf ? total : null;
}
