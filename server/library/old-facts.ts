import type { Database } from "../engines/database/port.ts";
import { type FileFormat, fileFormats } from "../formats.ts";
import { factsVersion } from "./facts.ts";
import { lockPhotos } from "./locks.ts";
import type { Stage } from "./photo.ts";
import type { Schema } from "./schema.ts";
import { armJob } from "./stages.ts";

const pageSize = 200;
/** A lower priority than that of new photos. */
const later = -1;

/**
 * Has the worker index photos that had failed before anything was known of them, which an earlier version kept out of
 * the index. Returns how many there were.
 */
export async function armUnindexed({ rows }: Database<Schema>): Promise<number> {
  const page = await rows
    .selectFrom("photos")
    .leftJoin("photo_facts", "photo_facts.photo_id", "photos.id")
    .leftJoin("jobs", (join) => join.onRef("jobs.photo_id", "=", "photos.id").on("jobs.stage", "=", "index"))
    .select(["photos.id", "photos.owner"])
    .where("photos.status", "=", "failed")
    .where("photos.deleted_at", "is", null)
    .where("photos.role", "is", null)
    .where("photo_facts.photo_id", "is", null)
    .where("jobs.id", "is", null)
    .limit(pageSize)
    .execute();
  await armEach(rows, page, "index");
  return page.length;
}

/**
 * Arms `prepare` for some files whose format is opened better, or whose facts are read better, than when they were
 * prepared. Photos that have such a job already are left alone, even if it has failed. Returns how many there were.
 * `isOpened` says whether this machine can open a format.
 */
export async function armOldFacts(
  { rows }: Database<Schema>,
  isOpened: (format: FileFormat) => boolean = () => true,
): Promise<number> {
  const page = await rows
    .selectFrom("photo_facts")
    .innerJoin("photos", "photos.id", "photo_facts.photo_id")
    .select(["photos.id", "photos.owner"])
    .where("photos.deleted_at", "is", null)
    .where(({ or, and, eb }) =>
      or([
        eb("photo_facts.facts_version", "<", factsVersion),
        ...fileFormats
          .filter((format) => format.version > 0 && isOpened(format))
          .map(({ types, version }) =>
            and([eb("photos.type", "in", Object.keys(types)), eb("photo_facts.version", "<", version)]),
          ),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("jobs")
            .select("id")
            .whereRef("jobs.photo_id", "=", "photos.id")
            .where("stage", "=", "prepare"),
        ),
      ),
    )
    .limit(pageSize)
    .execute();
  await armEach(rows, page, "prepare", { priority: later });
  return page.length;
}

/** Arms a job for each of the photos that are still there. */
async function armEach(
  rows: Database<Schema>["rows"],
  photos: { id: string; owner: string }[],
  stage: Stage,
  how?: { priority: number },
): Promise<void> {
  await rows.transaction().execute(async (transaction) => {
    const there = await lockPhotos(
      transaction,
      photos.map(({ id }) => id),
    );
    for (const { id, owner } of photos) if (there.has(id)) await armJob(transaction, owner, id, stage, how);
  });
}
