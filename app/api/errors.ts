import { TRPCClientError } from "@trpc/client";
import { words } from "#app/words/words.ts";

/** Tells whether the request got no answer at all, because the network or the server is down. */
export function isOffline(error: unknown): boolean {
  return error instanceof TRPCClientError && !error.data && !isAborted(error);
}

export function isAborted(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.name === "AbortError") return true;
  }
  return false;
}

/** Returns the server's stable error code, or undefined if the error did not come from the server. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof TRPCClientError ? error.data?.code : undefined;
}

/** Returns the message to show to a person. */
export function reasonOf(error: unknown): string {
  if (isOffline(error)) return words.offline.short;
  return codeOf(error) !== undefined && error instanceof Error ? error.message : words.errors.unexpected;
}
