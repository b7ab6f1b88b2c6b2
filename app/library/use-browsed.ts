import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { useStore } from "#app/ui/store.ts";
import { everything } from "#server/search/plan/everything.ts";
import { type PhotoList, withoutRemoved, withPage } from "./photo-list.ts";
import { removedPhotos } from "./removed-photos.ts";
import type { OpenPhoto } from "./use-open-photo.ts";

/** The next page is loaded when the list has so few photos left. */
const ahead = 4;
const pageSize = 60;

/** Returns the list of the opened photo without those that were removed; it grows towards the end of the answer. */
export function useBrowsed({ id, list, rest, from, like }: OpenPhoto): PhotoList {
  const trpc = useTRPC();
  const [kept, setWhole] = useState<PhotoList>({ list, rest, from, like });
  // "More like this" leads to another list, and the way back to the one before.
  const isSame = kept.from === from && kept.like.join() === like.join();
  const whole = isSame ? kept : { list, rest, from, like };
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
  return withoutRemoved(whole, removed, id);
}
