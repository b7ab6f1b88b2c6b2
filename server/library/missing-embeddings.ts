import type { Database } from "../engines/database/port.ts";
import { lockPhotos } from "./locks.ts";
import type { Schema } from "./schema.ts";
import { armJob } from "./stages.ts";

const pageSize = 200;

/**
 * Arms the embedding of every photo that has a caption, of a model or a person, but no vector in this space and no job
 * that will make one. Returns how many photos are without a vector now; those whose embedding has failed for good are
 * not counted.
 */
export async function armMissing({ rows }: Database<Schema>, space: string): Promise<number> {
  const missing = rows
    .selectFrom("photos")
    .leftJoin("captions", "captions.photo_id", "photos.id")
    .leftJoin("photo_edits", "photo_edits.photo_id", "photos.id")
    .where("photos.deleted_at", "is", null)
    .where("photos.role", "is", null)
    .where((where) =>
      where.or([where("captions.photo_id", "is not", null), where("photo_edits.caption", "is not", null)]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("embeddings")
            .select("photo_id")
            .whereRef("embeddings.photo_id", "=", "photos.id")
            .where("space", "=", space),
        ),
      ),
    );
  const jobOf = (state: "=" | "!=") =>
    missing.where(({ exists, not, selectFrom }) => {
      const job = selectFrom("jobs")
        .select("id")
        .whereRef("jobs.photo_id", "=", "photos.id")
        .where("stage", "in", ["describe", "embed"]);
      return state === "!=" ? not(exists(job)) : exists(job.where("jobs.state", "!=", "failed"));
    });
  let armed = 0;
  for (;;) {
    const page = await jobOf("!=").select(["photos.id", "photos.owner"]).limit(pageSize).execute();
    if (page.length === 0) break;
    await rows.transaction().execute(async (transaction) => {
      const there = await lockPhotos(
        transaction,
        page.map(({ id }) => id),
      );
      for (const { id, owner } of page) if (there.has(id)) await armJob(transaction, owner, id, "embed");
    });
    armed += page.length;
  }
  const { waiting } = await jobOf("=")
    .select(({ fn }) => fn.countAll().as("waiting"))
    .executeTakeFirstOrThrow();
  return Math.max(armed, Number(waiting));
}
