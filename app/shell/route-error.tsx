import { isRouteErrorResponse, Link, useRevalidator, useRouteError } from "@remix-run/react";
import { isOffline } from "#app/api/errors.ts";
import { Button, buttonLook } from "#app/ui/button.tsx";
import { words } from "#app/words/words.ts";

/** Says what is wrong with a page and what to do. The rest of the screen stays. */
export function RouteError() {
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  const offline = isOffline(error) || error instanceof TypeError;
  const [title, body] = missing
    ? [words.errors.notFound, words.errors.notFoundBody]
    : offline
      ? [words.errors.offlineTitle, words.errors.offlineBody]
      : [words.errors.title, words.errors.unexpected];
  return (
    <div className="column flex grow flex-col items-start pt-[clamp(16px,11vh,160px)] pb-10 max-sm:pt-4">
      <h1 className="text-balance font-semibold text-2xl tracking-display">{title}</h1>
      <p className="mt-1.5 mb-6 text-ink-2">{body}</p>
      <div className="flex flex-wrap gap-2">
        {!missing && (
          <Button look="secondary" disabled={state === "loading"} onClick={() => revalidate()}>
            {words.errors.again}
          </Button>
        )}
        <Link to="/" className={buttonLook("secondary")}>
          {words.errors.home}
        </Link>
      </div>
    </div>
  );
}
