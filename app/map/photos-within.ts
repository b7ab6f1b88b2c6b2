import type { useTRPC } from "#app/api/client.ts";
import type { Part } from "./map-view.ts";

const perPage = 60;

/** Asks for the photos of a part of the map, page by page, the newest first: by the server and by the page alike. */
export const photosWithin = ({ photos }: Pick<ReturnType<typeof useTRPC>, "photos">, part: Part) =>
  photos.within.infiniteQueryOptions(
    { part, limit: perPage },
    { getNextPageParam: ({ next }) => next ?? undefined },
  );
