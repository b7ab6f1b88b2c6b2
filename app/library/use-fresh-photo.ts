import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/api/client.ts";
import type { Photo } from "#server/library/photo.ts";

/** Returns the current state of a photo. `live.tsx` has it fetched again until it is indexed. */
export function useFreshPhoto(photo: Photo): Photo {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.photos.get.queryOptions({ id: photo.id }),
    initialData: photo,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: ({ state }) => state.data?.status !== "indexed",
  });
  return data;
}
