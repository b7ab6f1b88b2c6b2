import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { BinPage, binShelf } from "#app/shelf/bin-page.tsx";
import { loadShelf, loadShelfHere } from "#app/shelf/load-shelf.ts";
import { pageTitle, words } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

/** A change of the photo in the address concerns only the lightbox, so this page loads nothing again. */
export const shouldRevalidate = () => false;

export async function loader({ context: { trpc, queryClient } }: LoaderFunctionArgs) {
  await loadShelf(trpc, queryClient, binShelf);
  return { state: dehydrate(queryClient) };
}

export async function clientLoader() {
  await loadShelfHere(binShelf);
  return { state: null };
}

export const meta: MetaFunction = () => [{ title: pageTitle(words.shell.bin) }];

export default function BinRoute() {
  const { state } = useLoaderData<typeof loader>();
  return (
    <HydrationBoundary state={state}>
      <BinPage />
    </HydrationBoundary>
  );
}
