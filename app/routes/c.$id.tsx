import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  type ClientLoaderFunctionArgs,
  isRouteErrorResponse,
  type ShouldRevalidateFunction,
  useLoaderData,
  useParams,
} from "@remix-run/react";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { browserTrpc } from "#app/api/client.ts";
import { getQueryClient } from "#app/api/query-client.ts";
import { Conversation } from "#app/chat/conversation.tsx";
import { asMissingPage } from "#app/shell/missing-page.ts";
import { pageTitle, words } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

/** A change of the photo in the address concerns only the lightbox, so this page loads nothing again. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams }) =>
  currentParams.id !== nextParams.id;

export async function loader({ params: { id = "" }, context: { trpc, queryClient } }: LoaderFunctionArgs) {
  const conversation = await queryClient
    .fetchQuery(trpc.conversations.get.queryOptions({ id }))
    .catch(asMissingPage);
  return { title: conversation.title, state: dehydrate(queryClient) };
}

/** Shows a cached conversation at once when the browser navigates. */
export async function clientLoader({ params: { id = "" } }: ClientLoaderFunctionArgs) {
  const options = browserTrpc().conversations.get.queryOptions({ id });
  const conversation = await getQueryClient()
    .ensureQueryData({ ...options, retry: false })
    .catch(asMissingPage);
  return { title: conversation.title, state: null };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, error }) => [
  { title: pageTitle(error ? titleOfError(error) : loaded?.title) },
];

const titleOfError = (error: unknown): string =>
  isRouteErrorResponse(error) && error.status === 404 ? words.errors.notFound : words.errors.title;

export default function ConversationPage() {
  const { state } = useLoaderData<typeof loader>();
  const { id = "" } = useParams();
  return (
    <HydrationBoundary state={state}>
      <Conversation key={id} id={id} />
    </HydrationBoundary>
  );
}
