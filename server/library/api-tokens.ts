import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { newId } from "./ids.ts";
import { hashOfSecret, newSecret } from "./password-hash.ts";
import type { Schema } from "./schema.ts";
import type { TokenScope } from "./upkeep-schema.ts";

export interface ApiToken {
  id: string;
  name: string;
  scope: TokenScope;
  createdAt: number;
  /** The hour in which it was last used; null if it never was. */
  usedAt: number | null;
  revokedAt: number | null;
}

/** Tokens of programs. The rows hold only their hashes; what a token may do never changes. */
export interface ApiTokens {
  /** Returns the token itself, which nobody can see again. */
  create(owner: string, scope: TokenScope, name: string): Promise<{ id: string; token: string }>;
  list(owner: string): Promise<ApiToken[]>;
  /** Revokes the token with this id or name. Returns false if there is none that is in use. */
  revoke(owner: string, idOrName: string): Promise<boolean>;
  /** Returns null for a token that is none, or was revoked. */
  find(owner: string, token: string): Promise<{ id: string; scope: TokenScope } | null>;
}

const prefix = "glimpse_";
const hourMs = 3_600_000;

export function createApiTokens(database: Database<Schema>): ApiTokens {
  const { rows } = database;
  return {
    async create(owner, scope, name) {
      const id = newId();
      const token = prefix + newSecret();
      await rows
        .insertInto("api_tokens")
        .values({
          ...{ id, owner, scope, name, hash: hashOfSecret(token) },
          ...{ created_at: libraryTime(), used_at: null, revoked_at: null },
        })
        .execute();
      return { id, token };
    },

    async list(owner) {
      const found = await rows
        .selectFrom("api_tokens")
        .selectAll()
        .where("owner", "=", owner)
        .orderBy("id")
        .execute();
      return found.map(({ id, name, scope, created_at, used_at, revoked_at }) => ({
        ...{ id, name, scope, createdAt: Number(created_at) },
        usedAt: used_at === null ? null : Number(used_at),
        revokedAt: revoked_at === null ? null : Number(revoked_at),
      }));
    },

    async revoke(owner, idOrName) {
      const { numUpdatedRows } = await rows
        .updateTable("api_tokens")
        .set({ revoked_at: libraryTime() })
        .where("owner", "=", owner)
        .where("revoked_at", "is", null)
        .where((is) => is.or([is("id", "=", idOrName), is("name", "=", idOrName)]))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async find(owner, token) {
      if (!token.startsWith(prefix)) return null;
      const found = await rows
        .selectFrom("api_tokens")
        .select(["id", "scope", "used_at"])
        .where("hash", "=", hashOfSecret(token))
        .where("owner", "=", owner)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      if (!found) return null;
      const hour = Math.floor(libraryTime() / hourMs) * hourMs;
      // It is noted to the hour, so that a token in use costs one write an hour.
      if (Number(found.used_at ?? 0) < hour) {
        await rows.updateTable("api_tokens").set({ used_at: hour }).where("id", "=", found.id).execute();
      }
      return { id: found.id, scope: found.scope };
    },
  };
}
