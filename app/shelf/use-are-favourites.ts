import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import type { ShelfPhoto } from "#server/library/shelf-photo.ts";

/** Tells of photos whether all are favourites, as far as they are loaded by a shelf or an answer. */
export function useAreFavourites(): (ids: ReadonlySet<string>) => boolean {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return (ids) => {
    const pages = queryClient.getQueriesData<{ items: ShelfPhoto[] }>(trpc.shelves.page.queryFilter());
    const onShelves = pages.flatMap(([, page]) => page?.items.filter(({ id }) => ids.has(id)) ?? []);
    const inAnswers = [...ids].flatMap(
      (id) => queryClient.getQueryData(trpc.photos.get.queryKey({ id })) ?? [],
    );
    const known = [...onShelves, ...inAnswers];
    return known.length > 0 && known.every(({ favourite }) => favourite);
  };
}
