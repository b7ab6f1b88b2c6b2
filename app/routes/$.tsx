import type { MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/react";
import { pageTitle, words } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

export function loader(): never {
  throw data(null, { status: 404 });
}

export const meta: MetaFunction = () => [{ title: pageTitle(words.errors.notFound) }];

export default function NothingHere() {
  return null;
}
