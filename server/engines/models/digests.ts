import { canonicalName } from "./templates.ts";

/** Keeps the digest of each embedding model whose vectors are compared with one another. */
export interface Digests {
  read(model: string): Promise<string | null>;
  write(model: string, digest: string): Promise<void>;
}

export function digestsInMemory(): Digests {
  const known = new Map<string, string>();
  return {
    read: async (model) => known.get(canonicalName(model)) ?? null,
    write: async (model, digest) => void known.set(canonicalName(model), digest),
  };
}

/**
 * Chooses whose vectors count, from the digest of each server in order: null if the server does not have the
 * model, undefined while it is away. Returns null while nobody may embed.
 *
 * The noted digest counts as long as a server has it, or may have it when it is back. If all answer and none has
 * it, the model was fetched anew everywhere, and the first one counts, as it does with one server.
 */
export function digestThatCounts(
  noted: string | null,
  found: readonly (string | null | undefined)[],
): string | null {
  if (noted !== null && (found.includes(noted) || found.includes(undefined))) {
    return found.includes(noted) ? noted : null;
  }
  return found.find((digest) => typeof digest === "string") ?? null;
}
