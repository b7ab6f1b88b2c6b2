import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { MapPage } from "#app/map/map-page.tsx";
import { world } from "#app/map/map-view.ts";
import { photosWithin } from "#app/map/photos-within.ts";
import { pageTitle, words } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

export const shouldRevalidate = () => false;

/** The map itself is drawn in the browser alone; the photos below it come with the page. */
export async function loader({ context: { trpc, queryClient } }: LoaderFunctionArgs) {
  await Promise.all([
    queryClient.prefetchQuery(trpc.photos.map.queryOptions(world)),
    queryClient.prefetchInfiniteQuery(photosWithin(trpc, world.part)),
  ]);
  return { state: dehydrate(queryClient) };
}

/** In the browser the page loads by itself what it shows. */
export const clientLoader = () => ({ state: null });

export const meta: MetaFunction = () => [{ title: pageTitle(words.shell.map) }];

export default function MapRoute() {
  const { state } = useLoaderData<typeof loader>();
  return (
    <HydrationBoundary state={state}>
      <MapPage />
    </HydrationBoundary>
  );
}
