import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { factsVersion } from "./facts.ts";
import { newId } from "./ids.ts";
import type { Schema } from "./schema.ts";

/** Lower than all else: nobody waits for it. */
const last = -10;

/**
 * Has the worker read files anew whose facts an older version has read, at most `most` at once. Returns how
 * many it will. A file that could not be read anew keeps what is known of it, and is not tried again.
 */
export async function armOldFacts({ rows }: Database<Schema>, most: number): Promise<number> {
  const old = await rows
    .selectFrom("photo_facts as facts")
    .innerJoin("photos", "photos.id", "facts.photo_id")
    .leftJoin("jobs", (join) =>
      join.onRef("jobs.photo_id", "=", "facts.photo_id").on("jobs.stage", "=", "prepare"),
    )
    .select(["photos.id", "photos.owner", "jobs.state"])
    .where("facts.facts_version", "<", factsVersion)
    .where("photos.deleted_at", "is", null)
    .where((where) => where.or([where("jobs.state", "is", null), where("jobs.state", "!=", "failed")]))
    .limit(most)
    .execute();
  const now = libraryTime();
  for (const { id, owner, state } of old) {
    if (state !== null) continue;
    await rows
      .insertInto("jobs")
      .values({
        ...{ id: newId(now), owner, photo_id: id, stage: "prepare", state: "queued", priority: last },
        ...{ attempts: 0, takeovers: 0, due_at: now, created_at: now },
      })
      .onConflict((conflict) => conflict.columns(["photo_id", "stage"]).doNothing())
      .execute();
  }
  return old.length;
}
