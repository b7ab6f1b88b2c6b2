import { AppError } from "../errors.ts";
import type { TokenScope } from "../library/upkeep-schema.ts";

/** The sender of a request, and what they may do. */
export interface Caller {
  owner: string;
  scope: TokenScope | "none";
  /** How we know them: by a cookie, by a token, or not at all, as when there is no password. */
  via: "session" | "token" | "nothing";
  /** The id of the session or the token. */
  id: string | null;
}

/** The permission that a call needs: to read, to take photos in, or to change things. */
export type Need = "read" | "upload" | "all";

/** Throws AppError UNAUTHORIZED for strangers. */
export function allowAny({ scope }: Pick<Caller, "scope">): void {
  if (scope === "none") throw new AppError("UNAUTHORIZED", "Log in first, or send a token.");
}

/** Throws AppError UNAUTHORIZED for strangers, and FORBIDDEN for a token that is meant for something else. */
export function allow({ scope }: Pick<Caller, "scope">, needs: Need | readonly Need[]): void {
  allowAny({ scope });
  if (scope === "none" || scope === "all" || [needs].flat().includes(scope)) return;
  throw new AppError("FORBIDDEN", `This token may ${scope === "read" ? "only read" : "only upload photos"}.`);
}
