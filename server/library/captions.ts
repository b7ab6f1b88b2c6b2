import { canonicalName } from "../engines/models/templates.ts";
import { libraryTime } from "./clock.ts";
import { recordPhotoEvent } from "./events.ts";
import { lockPhotos } from "./locks.ts";
import type { Rows } from "./schema.ts";
import { armJob, setStatus, statusBefore } from "./stages.ts";

/** Writes what a model says of a photo. Call it in the transaction that ends the stage. */
export async function writeCaption(
  rows: Rows,
  owner: string,
  photoId: string,
  { text, model, raw }: { text: string; model: string; raw: string | null },
): Promise<void> {
  const columns = { text, model, raw, created_at: libraryTime() };
  await rows
    .insertInto("captions")
    .values({ photo_id: photoId, owner, ...columns })
    .onConflict((conflict) => conflict.column("photo_id").doUpdateSet(columns))
    .execute();
}

export interface Described {
  photoId: string;
  owner: string;
  caption: string;
}

/**
 * Picks the photos by the end of their ids, lowest first. This is a fair sample, and the same one each time
 * while they exist.
 */
export async function describedSample(rows: Rows, space: string, size: number): Promise<Described[]> {
  const found = await rows
    .selectFrom("embeddings")
    .innerJoin("captions", "captions.photo_id", "embeddings.photo_id")
    .innerJoin("photos", "photos.id", "embeddings.photo_id")
    .leftJoin("photo_edits", "photo_edits.photo_id", "photos.id")
    .select(["photos.id", "photos.owner"])
    .select(({ fn }) => fn.coalesce("photo_edits.caption", "captions.text").as("text"))
    .where("embeddings.space", "=", space)
    .where("photos.deleted_at", "is", null)
    .where("photos.role", "is", null)
    .orderBy(({ fn, ref, val }) => fn("substr", [ref("photos.id"), val(25)]))
    .limit(size)
    .execute();
  return found.map(({ id, owner, text }) => ({ photoId: id, owner, caption: text }));
}

/** The number of ids that one statement takes. */
const mostIds = 500;

/** Returns what is said of each photo in sentences: its caption and its own description. */
export async function captionTexts(
  rows: Rows,
  owner: string,
  photoIds: string[],
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (let from = 0; from < photoIds.length; from += mostIds) {
    const found = await rows
      .selectFrom("photos")
      .leftJoin("captions", "captions.photo_id", "photos.id")
      .leftJoin("photo_facts", "photo_facts.photo_id", "photos.id")
      .leftJoin("photo_edits", "photo_edits.photo_id", "photos.id")
      .select(["photos.id", "captions.text", "photo_edits.caption", "photo_facts.description"])
      .select(["photo_facts.title", "photo_edits.title as editedTitle"])
      .select("photo_edits.description as editedDescription")
      .where("photos.owner", "=", owner)
      .where("photos.id", "in", photoIds.slice(from, from + mostIds))
      .execute();
    for (const { id, text, caption, description, editedDescription, title, editedTitle } of found) {
      const said = [caption ?? text, editedTitle ?? title, editedDescription ?? description];
      texts.set(id, said.filter(Boolean).join("\n"));
    }
  }
  return texts;
}

/** Counts the photos that each model has described, the largest count first. */
export async function describingModels(
  rows: Rows,
  owner: string,
): Promise<{ model: string; photos: number }[]> {
  const found = await rows
    .selectFrom("captions")
    .innerJoin("photos", "photos.id", "captions.photo_id")
    .select(["captions.model", ({ fn }) => fn.countAll().as("photos")])
    .where("captions.owner", "=", owner)
    .where("photos.deleted_at", "is", null)
    .where("photos.role", "is", null)
    .groupBy("captions.model")
    .execute();
  const counts = new Map<string, number>();
  for (const { model, photos } of found) {
    const name = canonicalName(model);
    counts.set(name, (counts.get(name) ?? 0) + Number(photos));
  }
  return [...counts].map(([model, photos]) => ({ model, photos })).sort((a, b) => b.photos - a.photos);
}

/** Returns a page of the captions after the photo `after`, in the order of the photos' ids. */
export function captionsAfter(rows: Rows, owner: string, after: string, limit: number) {
  return rows
    .selectFrom("captions")
    .select(["photo_id", "text", "model"])
    .where("owner", "=", owner)
    .where("photo_id", ">", after)
    .orderBy("photo_id")
    .limit(limit)
    .execute();
}

/** Returns the photos for which describing has failed for good. */
export async function describingFailed(rows: Rows, owner: string): Promise<string[]> {
  const found = await rows
    .selectFrom("jobs")
    .select("photo_id")
    .where("owner", "=", owner)
    .where("stage", "=", "describe")
    .where("state", "=", "failed")
    .execute();
  return found.map(({ photo_id }) => photo_id);
}

/** Compares two names without the tag that Ollama adds. */
export const isSameModel = (one: string, other: string) => canonicalName(one) === canonicalName(other);

/**
 * Queues photos to be described, in one transaction. It leaves out photos that are removed, have no
 * preview, or already wait to be prepared or described. An old caption serves until the new one is written.
 * Returns how many photos were queued.
 */
export async function queueDescribing(rows: Rows, owner: string, photoIds: string[]): Promise<number> {
  await lockPhotos(rows, photoIds);
  const photos = await rows
    .selectFrom("photos")
    .innerJoin("photo_facts", "photo_facts.photo_id", "photos.id")
    .select("photos.id")
    .where("photos.owner", "=", owner)
    .where("photos.id", "in", photoIds)
    .where("photos.deleted_at", "is", null)
    .where("photos.role", "is", null)
    .where("photo_facts.thumbhash", "is not", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("jobs")
            .select("jobs.id")
            .whereRef("jobs.photo_id", "=", "photos.id")
            .where("jobs.stage", "in", ["prepare", "describe"])
            .where("jobs.state", "!=", "failed"),
        ),
      ),
    )
    .orderBy("photos.id")
    .execute();
  for (const { id } of photos) {
    await armJob(rows, owner, id, "describe");
    await setStatus(rows, id, statusBefore.describe);
  }
  for (const { id } of photos) await recordPhotoEvent(rows, owner, id, "retried", { stage: "describe" });
  return photos.length;
}
