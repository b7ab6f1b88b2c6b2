import { sql } from "kysely";
import type { Database } from "../engines/database/port.ts";
import type { Schema } from "./schema.ts";

/** Tells whether anything has changed that decides which photos a search finds or an album holds. */
export interface ChangeMark {
  /**
   * Returns a mark that stays the same as long as nothing has changed; null while a change is still on its way into the
   * index. Reads a few rows only.
   */
  read(owner: string): Promise<string | null>;
}

export function createChangeMark({ rows }: Database<Schema>): ChangeMark {
  return {
    async read(owner) {
      const event = await rows
        .selectFrom("events")
        .select("id")
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst();
      // Each change of an album takes its time ahead, so that their sum is never the same again.
      const albums = await rows
        .selectFrom("albums")
        .select(({ fn }) => [
          fn.countAll().as("count"),
          sql<string | null>`cast(sum(updated_at) as text)`.as("sum"),
        ])
        .where("owner", "=", owner)
        .executeTakeFirst();
      // Read last: a change that came in between has either a job that waits now, or a later event than was read.
      const indexing = await rows
        .selectFrom("jobs")
        .select("id")
        .where("stage", "=", "index")
        .where("state", "in", ["queued", "running"])
        .limit(1)
        .executeTakeFirst();
      if (indexing) return null;
      return [event?.id ?? 0, albums?.count ?? 0, albums?.sum ?? 0].join(" ");
    },
  };
}
