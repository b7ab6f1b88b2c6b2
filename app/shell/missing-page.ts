import { data } from "@remix-run/react";
import { codeOf } from "#app/api/errors.ts";

/** Throws a 404 page for an address that names nothing; any other error is thrown as it is, and can be tried again. */
export function asMissingPage(error: unknown): never {
  if (isMissing(error)) throw data(null, { status: 404 });
  throw error;
}

/** Reads our code from the client's error in the browser, and the code of tRPC's own error on the server. */
function isMissing(error: unknown): boolean {
  const code = codeOf(error) ?? (error instanceof Error && "code" in error ? error.code : undefined);
  return code === "NOT_FOUND" || code === "BAD_REQUEST";
}
