import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { browserTrpc } from "#app/api/client.ts";
import { getQueryClient } from "#app/api/query-client.ts";
import { LibraryPage, libraryShelf } from "#app/shelf/library-page.tsx";
import { loadShelf, loadShelfHere } from "#app/shelf/load-shelf.ts";
import { pageTitle, words } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

/** A change of the photo in the address concerns only the lightbox, so this page loads nothing again. */
export const shouldRevalidate = () => false;

export async function loader({ context: { trpc, queryClient } }: LoaderFunctionArgs) {
  await Promise.all([
    loadShelf(trpc, queryClient, libraryShelf),
    // They stand above the photos, which would jump if they came later.
    queryClient.prefetchQuery(trpc.trips.list.queryOptions()),
    queryClient.prefetchQuery(trpc.search.people.queryOptions()),
  ]);
  return { state: dehydrate(queryClient) };
}

export async function clientLoader() {
  const trpc = browserTrpc();
  const queryClient = getQueryClient();
  await Promise.all([
    loadShelfHere(libraryShelf),
    queryClient.prefetchQuery(trpc.trips.list.queryOptions()),
    queryClient.prefetchQuery(trpc.search.people.queryOptions()),
  ]);
  return { state: null };
}

export const meta: MetaFunction = () => [{ title: pageTitle(words.shell.library) }];

export default function LibraryRoute() {
  const { state } = useLoaderData<typeof loader>();
  return (
    <HydrationBoundary state={state}>
      <LibraryPage />
    </HydrationBoundary>
  );
}
