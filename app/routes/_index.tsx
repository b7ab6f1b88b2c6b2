import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { browserTrpc } from "#app/api/client.ts";
import { getQueryClient } from "#app/api/query-client.ts";
import { newestPhotos } from "#app/chat/example-questions.ts";
import { Home } from "#app/chat/home.tsx";
import { pageTitle } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

/** A change of the photo in the address concerns only the lightbox, so this page loads nothing again. */
export const shouldRevalidate = () => false;

export async function loader({ context: { trpc, queryClient } }: LoaderFunctionArgs) {
  await queryClient.fetchQuery(trpc.photos.list.queryOptions(newestPhotos));
  return { state: dehydrate(queryClient) };
}

export async function clientLoader() {
  const options = browserTrpc().photos.list.queryOptions(newestPhotos);
  await getQueryClient().ensureQueryData({ ...options, retry: false });
  return { state: null };
}

export const meta: MetaFunction = () => [{ title: pageTitle() }];

export default function HomePage() {
  const { state } = useLoaderData<typeof loader>();
  return (
    <HydrationBoundary state={state}>
      <Home />
    </HydrationBoundary>
  );
}
