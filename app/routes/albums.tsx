import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { AlbumsPage } from "#app/albums/albums-page.tsx";
import { browserTrpc } from "#app/api/client.ts";
import { getQueryClient } from "#app/api/query-client.ts";
import { albumWords } from "#app/words/album-words.ts";
import { pageTitle } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

/** A change of the photo in the address concerns only the lightbox, so this page loads nothing again. */
export const shouldRevalidate = () => false;

export async function loader({ context: { trpc, queryClient } }: LoaderFunctionArgs) {
  await queryClient.ensureQueryData({ ...trpc.albums.list.queryOptions(), retry: false });
  return { state: dehydrate(queryClient) };
}

export async function clientLoader() {
  await getQueryClient().ensureQueryData({ ...browserTrpc().albums.list.queryOptions(), retry: false });
  return { state: null };
}

export const meta: MetaFunction = () => [{ title: pageTitle(albumWords.title) }];

export default function AlbumsRoute() {
  const { state } = useLoaderData<typeof loader>();
  return (
    <HydrationBoundary state={state}>
      <AlbumsPage />
    </HydrationBoundary>
  );
}
