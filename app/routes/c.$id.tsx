import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  type ClientLoaderFunctionArgs,
  data,
  isRouteErrorResponse,
  type ShouldRevalidateFunction,
  useLoaderData,
  useParams,
} from "@remix-run/react";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { browserTrpc } from "#app/api/client.ts";
import { codeOf } from "#app/api/errors.ts";
import { getQueryClient } from "#app/api/query-client.ts";
import { Conversation } from "#app/chat/conversation.tsx";
import { pageTitle, words } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

/** A change of the photo in the address concerns only the lightbox, so this page loads nothing again. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams }) =>
  currentParams.id !== nextParams.id;

export async function loader({ params: { id = "" }, context: { trpc, queryClient } }: LoaderFunctionArgs) {
  const conversation = await queryClient
    .fetchQuery(trpc.conversations.get.queryOptions({ id }))
    .catch(asResponse);
  return { title: conversation.title, state: dehydrate(queryClient) };
}

/** Shows a cached conversation at once when the browser navigates. */
export async function clientLoader({ params: { id = "" } }: ClientLoaderFunctionArgs) {
  const options = browserTrpc().conversations.get.queryOptions({ id });
  const conversation = await getQueryClient()
    .ensureQueryData({ ...options, retry: false })
    .catch(asResponse);
  return { title: conversation.title, state: null };
}

/** Throws a 404 page for an address that names no conversation. */
function asResponse(error: unknown): never {
  if (isMissing(error)) throw data(null, { status: 404 });
  throw error;
}

/** Reads our code from the client's error in the browser, and the code of tRPC's own error on the server. */
function isMissing(error: unknown): boolean {
  const code = codeOf(error) ?? (error instanceof Error && "code" in error ? error.code : undefined);
  return code === "NOT_FOUND" || code === "BAD_REQUEST";
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
