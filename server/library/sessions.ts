import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { hashOfSecret, newSecret } from "./password-hash.ts";
import type { Schema } from "./schema.ts";

/** Browsers that are logged in. The rows hold only hashes of their cookies. */
export interface Sessions {
  /** Logs a browser in, and returns the secret for its cookie. */
  begin(owner: string): Promise<string>;
  /** Returns the session of a cookie; null if there is none, it was ended, or it was not used for 90 days. */
  find(owner: string, secret: string): Promise<string | null>;
  end(owner: string, id: string): Promise<void>;
  /** Returns how many there were. */
  endAll(owner: string): Promise<number>;
  count(owner: string): Promise<number>;
}

const dayMs = 86_400_000;
/** A cookie that was not used for this long is no longer valid, in milliseconds. */
export const sessionMs = 90 * dayMs;

export function createSessions(database: Database<Schema>): Sessions {
  const { rows } = database;
  return {
    async begin(owner) {
      const secret = newSecret();
      const now = libraryTime();
      await rows
        .deleteFrom("sessions")
        .where("owner", "=", owner)
        .where("used_at", "<", now - sessionMs)
        .execute();
      await rows
        .insertInto("sessions")
        .values({ id: hashOfSecret(secret), owner, created_at: now, used_at: now })
        .execute();
      return secret;
    },

    async find(owner, secret) {
      const id = hashOfSecret(secret);
      const now = libraryTime();
      const found = await rows
        .selectFrom("sessions")
        .select("used_at")
        .where("owner", "=", owner)
        .where("id", "=", id)
        .where("used_at", ">", now - sessionMs)
        .executeTakeFirst();
      if (!found) return null;
      // It is noted to the day, so that a browser in use costs one write a day.
      if (now - Number(found.used_at) > dayMs) {
        await rows.updateTable("sessions").set({ used_at: now }).where("id", "=", id).execute();
      }
      return id;
    },

    async end(owner, id) {
      await rows.deleteFrom("sessions").where("owner", "=", owner).where("id", "=", id).execute();
    },

    async endAll(owner) {
      const { numDeletedRows } = await rows
        .deleteFrom("sessions")
        .where("owner", "=", owner)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },

    async count(owner) {
      const row = await rows
        .selectFrom("sessions")
        .select(({ fn }) => fn.countAll().as("n"))
        .where("owner", "=", owner)
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },
  };
}
