import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  type ClientLoaderFunctionArgs,
  data,
  type ShouldRevalidateFunction,
  useLoaderData,
  useParams,
} from "@remix-run/react";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { browserTrpc } from "#app/api/client.ts";
import { getQueryClient } from "#app/api/query-client.ts";
import { AnswerPage } from "#app/shelf/answer-page.tsx";
import { loadShelf, loadShelfHere } from "#app/shelf/load-shelf.ts";
import { asMissingPage } from "#app/shell/missing-page.ts";
import { pageTitle } from "#app/words/words.ts";
import type { Conversation } from "#server/search/types.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

/** A change of the photo in the address concerns only the lightbox, so this page loads nothing again. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams }) =>
  currentParams.turn !== nextParams.turn;

export async function loader({ params, context: { trpc, queryClient } }: LoaderFunctionArgs) {
  const { id = "", turn = "" } = params;
  const conversation = await queryClient
    .fetchQuery(trpc.conversations.get.queryOptions({ id }))
    .catch(asMissingPage);
  const question = questionOf(conversation, turn);
  await loadShelf(trpc, queryClient, { kind: "turn", turn });
  return { question, state: dehydrate(queryClient) };
}

export async function clientLoader({ params: { id = "", turn = "" } }: ClientLoaderFunctionArgs) {
  const options = browserTrpc().conversations.get.queryOptions({ id });
  const conversation = await getQueryClient()
    .ensureQueryData({ ...options, retry: false })
    .catch(asMissingPage);
  await loadShelfHere({ kind: "turn", turn });
  return { question: questionOf(conversation, turn), state: null };
}

/** Throws a 404 page where the conversation has no such question. */
function questionOf(conversation: Conversation, turn: string): string {
  const asked = conversation.turns.find(({ id }) => id === turn);
  if (!asked) throw data(null, { status: 404 });
  return asked.text;
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded?.question) },
];

export default function AnswerRoute() {
  const { question, state } = useLoaderData<typeof loader>();
  const { id = "", turn = "" } = useParams();
  return (
    <HydrationBoundary state={state}>
      <AnswerPage key={turn} conversation={id} turn={turn} question={question} />
    </HydrationBoundary>
  );
}
