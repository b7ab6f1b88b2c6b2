import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { browserTrpc } from "#app/api/client.ts";
import { getQueryClient } from "#app/api/query-client.ts";
import { Settings } from "#app/settings/settings.tsx";
import { pageTitle, words } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

export const shouldRevalidate = () => false;

/** How long the page waits for what the model servers have, ms. */
const patience = 400;

/** Loads what stands near the top, or the rest would be pushed down when it comes; the shell has loaded the models. */
export async function loader({ context: { trpc, queryClient } }: LoaderFunctionArgs) {
  await Promise.all([
    queryClient.fetchQuery(trpc.models.tasks.queryOptions()),
    queryClient.prefetchQuery(trpc.captions.models.queryOptions()),
    Promise.race([
      queryClient.prefetchQuery(trpc.models.choices.queryOptions()),
      new Promise((resolve) => setTimeout(resolve, patience)),
    ]),
  ]);
  return { state: dehydrate(queryClient) };
}

/** Always loads the tasks anew, because those in the cache are out of date. */
export async function clientLoader() {
  const options = browserTrpc().models.tasks.queryOptions();
  await getQueryClient().fetchQuery({ ...options, staleTime: 0, retry: false });
  return { state: null };
}

export const meta: MetaFunction = () => [{ title: pageTitle(words.shell.settings) }];

export default function SettingsPage() {
  const { state } = useLoaderData<typeof loader>();
  return (
    <HydrationBoundary state={state}>
      <Settings />
    </HydrationBoundary>
  );
}
