import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  type ClientLoaderFunctionArgs,
  type ShouldRevalidateFunction,
  useLoaderData,
  useParams,
} from "@remix-run/react";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { AlbumPage } from "#app/albums/album-page.tsx";
import { browserTrpc } from "#app/api/client.ts";
import { getQueryClient } from "#app/api/query-client.ts";
import { loadShelf, loadShelfHere } from "#app/shelf/load-shelf.ts";
import { asMissingPage } from "#app/shell/missing-page.ts";
import { pageTitle } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

/** A change of the photo in the address concerns only the lightbox, so this page loads nothing again. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams }) =>
  currentParams.id !== nextParams.id;

export async function loader({ params: { id = "" }, context: { trpc, queryClient } }: LoaderFunctionArgs) {
  const options = trpc.albums.get.queryOptions({ id });
  const { name } = await queryClient.ensureQueryData({ ...options, retry: false }).catch(asMissingPage);
  await loadShelf(trpc, queryClient, { kind: "album", album: id });
  return { name, state: dehydrate(queryClient) };
}

export async function clientLoader({ params: { id = "" } }: ClientLoaderFunctionArgs) {
  const options = browserTrpc().albums.get.queryOptions({ id });
  const { name } = await getQueryClient()
    .ensureQueryData({ ...options, retry: false })
    .catch(asMissingPage);
  await loadShelfHere({ kind: "album", album: id });
  return { name, state: null };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded?.name) }];

export default function AlbumRoute() {
  const { state } = useLoaderData<typeof loader>();
  const { id = "" } = useParams();
  return (
    <HydrationBoundary state={state}>
      <AlbumPage key={id} id={id} />
    </HydrationBoundary>
  );
}
