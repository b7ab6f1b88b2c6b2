import { TRPCClientError } from "@trpc/client";
import { words } from "#app/words/en.ts";

/** Whether no answer came at all: the network, or the server, is away. */
export function isOffline(error: unknown): boolean {
  return error instanceof TRPCClientError && !error.data && !isAborted(error);
}

export function isAborted(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.name === "AbortError") return true;
  }
  return false;
}

/** The server's stable code of an error; undefined where it is none of the server's. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof TRPCClientError ? error.data?.code : undefined;
}

/** What to tell a person about an error. */
export function reasonOf(error: unknown): string {
  if (isOffline(error)) return words.offline.short;
  return codeOf(error) !== undefined && error instanceof Error ? error.message : words.errors.unexpected;
}
