import { AsyncLocalStorage } from "node:async_hooks";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#app/ui/nonce.ts";
import { chosenTheme, type Theme, themeBy } from "#app/ui/theme.ts";
import { languageAsked } from "#app/words/asked-language.ts";
import { germanWords } from "#app/words/de.ts";
import { germanGroups } from "#app/words/de-groups.ts";
import { spanishWords } from "#app/words/es.ts";
import { spanishGroups } from "#app/words/es-groups.ts";
import { frenchWords } from "#app/words/fr.ts";
import { frenchGroups } from "#app/words/fr-groups.ts";
import { addGroups, type Language, speakBy } from "#app/words/language.ts";
import { addTurnWords } from "#app/words/turns.ts";
import { addWords } from "#app/words/words.ts";
import { Joined } from "./joined.server.ts";

for (const [language, its, groups] of [
  ["de", germanWords, germanGroups],
  ["es", spanishWords, spanishGroups],
  ["fr", frenchWords, frenchGroups],
] as const) {
  addWords(language, its);
  addGroups(language, groups);
  addTurnWords(language, its.turn);
}
/** Pages in several languages are drawn side by side; each follows its own request. */
const asking = new AsyncLocalStorage<{ language: Language; theme: Theme | null }>();
speakBy(() => asking.getStore()?.language ?? "en");
themeBy(() => asking.getStore()?.theme ?? null);

export const streamTimeout = 5000;

/** Renders a page in the language and the theme that its request asks for. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const language = languageAsked(request.headers);
  headers.append("Vary", "Cookie, Accept-Language");
  const theme = chosenTheme(request.headers.get("Cookie") ?? "");
  return asking.run({ language, theme }, () => drawPage(request, status, headers, remixContext, context));
}

/** Logs the error of a loader in the same way as all other errors of the server. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs): void {
  if (request.signal.aborted) return;
  const cause = isRouteErrorResponse(error) && "error" in error ? error.error : error;
  context.onError(cause ?? error);
}

/** Sends a page as soon as its shell is ready; a crawler gets the whole page at once. */
function drawPage(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  let responseStatus = status;
  let shellSent = false;
  const { pipe, abort } = renderToPipeableStream(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </NonceContext.Provider>,
    {
      nonce,
      [ready]() {
        shellSent = true;
        const body = new Joined();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }));
        pipe(body);
      },
      onShellError: reject,
      onError(error: unknown) {
        responseStatus = 500;
        // Before the shell, the error comes through onShellError and is logged by the server.
        if (shellSent) console.error(error);
      },
    },
  );
  // Wait longer than the loaders may take, so that late data still arrives.
  setTimeout(abort, streamTimeout + 1000).unref();
  return promise;
}
