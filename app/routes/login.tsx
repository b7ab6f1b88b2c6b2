import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect, useActionData } from "@remix-run/react";
import { Login } from "#app/shell/login.tsx";
import { loginWords } from "#app/words/login-words.ts";
import { pageTitle } from "#app/words/words.ts";

export { RouteError as ErrorBoundary } from "#app/shell/route-error.tsx";

/** Sends everybody who needs no password on to their page. */
export function loader({ request, context }: LoaderFunctionArgs) {
  if (context.isKnown) throw redirect(wantedPage(request));
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const password = (await request.formData()).get("password");
  const found = await context.signIn(typeof password === "string" ? password : "");
  if ("cookie" in found) {
    return redirect(wantedPage(request), { status: 303, headers: { "Set-Cookie": found.cookie } });
  }
  const { status, message, retryAfter } = found;
  return data(
    { problem: message },
    { status, ...(retryAfter !== null && { headers: { "Retry-After": String(retryAfter) } }) },
  );
}

/** Returns the page that somebody asked for before they had to log in. It is always one of ours. */
function wantedPage(request: Request): string {
  const to = new URL(request.url).searchParams.get("to") ?? "/";
  const ours = "http://ours.invalid";
  const isOurs = /^\/(?![/\\])/.test(to) && URL.canParse(to, ours) && new URL(to, ours).origin === ours;
  return isOurs && !/^\/login(?:[/?#]|$)/i.test(to) ? to : "/";
}

export const headers: HeadersFunction = ({ actionHeaders }) => {
  const wait = actionHeaders.get("Retry-After");
  return new Headers(wait === null ? [] : [["Retry-After", wait]]);
};

export const meta: MetaFunction = () => [{ title: pageTitle(loginWords.title) }];

export default function LoginPage() {
  return <Login problem={useActionData<typeof action>()?.problem ?? null} />;
}
