import type { Database } from "../engines/database/port.ts";
import { AppError } from "../errors.ts";
import { libraryTime } from "./clock.ts";
import { type ColumnsChanged, difference, fieldsOf, isTakenBack, undone } from "./columns-changed.ts";
import { type EditColumns, noEdits } from "./edited.ts";
import { recordPhotoEvent } from "./events.ts";
import { newId } from "./ids.ts";
import { lockPhotos } from "./locks.ts";
import { inPages } from "./pages.ts";
import type { ChangedField, Stage } from "./photo.ts";
import { columnsFor, type PhotoChanges } from "./photo-changes.ts";
import { isShown, type KnownPhoto, loadKnownPhotos } from "./photo-rows.ts";
import type { JobRow, Rows, Schema } from "./schema.ts";
import { armJob, setStatus, statusBefore, waitedFor } from "./stages.ts";
import { timeColumns } from "./time-columns.ts";

export interface PhotoEdit {
  /** Chosen by the caller, so that an edit that is sent twice is made once. */
  id?: string | undefined;
  photoIds: string[];
  changes: PhotoChanges;
}

export interface EditMade {
  /** How many of the photos are in the library, and have the wanted values now. */
  edited: number;
  /** The id of the edit, by which it is taken back. */
  undo: string;
}

/** Saves what people change in their photos. Edits win over facts, and no rebuild touches them. */
export interface Edits {
  /**
   * Idempotent by its id. Throws AppError BAD_REQUEST where a date would leave the years of photos, and
   * NOT_FOUND if none of the photos is in the library.
   */
  edit(owner: string, edit: PhotoEdit): Promise<EditMade>;
  /**
   * Takes an edit back, except where somebody has changed the same since. Returns the photos that are as they were
   * before it; idempotent. Throws AppError NOT_FOUND.
   */
  undo(owner: string, id: string): Promise<string[]>;
  /** Idempotent. Returns how many of the photos are in the library and so were changed. */
  setFavourite(owner: string, photoIds: string[], favourite: boolean): Promise<number>;
  /** Edits from before `time` cannot be taken back any more. */
  forgetBefore(time: number): Promise<void>;
}

/** The priority of updating the index, for which a person waits. Vectors may take their time. */
const urgently = { priority: waitedFor };

export function createEdits({ rows }: Database<Schema>): Edits {
  /** Runs `change` on the photos, which nobody else changes meanwhile. */
  const withPhotos = <Result>(
    owner: string,
    photoIds: string[],
    change: (transaction: Rows, photos: () => Promise<KnownPhoto[]>) => Promise<Result>,
  ): Promise<Result> =>
    rows.transaction().execute(async (transaction) => {
      await lockPhotos(transaction, photoIds);
      return change(transaction, () => loadThere(transaction, owner, photoIds));
    });

  /** Writes columns, and returns what that changed in each photo. */
  async function write(
    transaction: Rows,
    owner: string,
    photos: KnownPhoto[],
    columnsOf: (known: KnownPhoto) => Partial<EditColumns>,
  ): Promise<Record<string, ColumnsChanged>> {
    const changed: Record<string, ColumnsChanged> = {};
    const told: [id: string, fields: ChangedField[]][] = [];
    for (const known of photos) {
      const { id } = known.photo;
      const change = difference(known.edits ?? noEdits, columnsOf(known));
      if (change === null) continue;
      changed[id] = change;
      told.push([id, await writeChange(transaction, owner, known, change)]);
    }
    for (const [id, fields] of told) await recordPhotoEvent(transaction, owner, id, "edited", { fields });
    return changed;
  }

  async function edit(owner: string, { id = newId(), photoIds, changes }: PhotoEdit): Promise<EditMade> {
    return withPhotos(owner, photoIds, async (transaction, load) => {
      const made = await transaction
        .selectFrom("edits_made")
        .select(["owner", "photos"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (made && made.owner !== owner)
        throw new AppError("CONFLICT", "This id is taken. Choose another one.");
      if (made) return { edited: made.photos, undo: id };
      const photos = await load();
      if (photos.length === 0) throw new AppError("NOT_FOUND", "None of these photos is in the library.");
      // Only the last step of the transaction may write events, so what can be undone is written before them.
      const changed = Object.fromEntries(
        photos.flatMap((known) => {
          const change = difference(known.edits ?? noEdits, columnsFor(known, changes));
          return change ? [[known.photo.id, change]] : [];
        }),
      );
      await transaction
        .insertInto("edits_made")
        .values({
          ...{ id, owner, photos: photos.length },
          ...{ changed: JSON.stringify(changed), created_at: libraryTime() },
        })
        .execute();
      await write(transaction, owner, photos, (known) => changed[known.photo.id]?.after ?? {});
      return { edited: photos.length, undo: id };
    });
  }

  return {
    edit,

    async undo(owner, id) {
      const made = await rows
        .selectFrom("edits_made")
        .select("changed")
        .where("id", "=", id)
        .where("owner", "=", owner)
        .executeTakeFirst();
      if (!made) throw new AppError("NOT_FOUND", "This edit cannot be taken back any more.");
      const changed = JSON.parse(made.changed) as Record<string, ColumnsChanged>;
      return withPhotos(owner, Object.keys(changed), async (transaction, load) => {
        const photos = await load();
        await write(transaction, owner, photos, ({ photo, edits }) => {
          const change = changed[photo.id];
          return change ? undone(edits ?? noEdits, change) : {};
        });
        return (await load()).flatMap(({ photo, edits }) => {
          const change = changed[photo.id];
          return change && isTakenBack(edits ?? noEdits, change) ? [photo.id] : [];
        });
      });
    },

    setFavourite: (owner, photoIds, favourite) =>
      withPhotos(owner, photoIds, async (transaction, load) => {
        const photos = await load();
        await write(transaction, owner, photos, () => ({ favourite: Number(favourite) }));
        return photos.length;
      }),

    async forgetBefore(time) {
      await rows.deleteFrom("edits_made").where("created_at", "<", time).execute();
    },
  };
}

async function loadThere(transaction: Rows, owner: string, ids: string[]): Promise<KnownPhoto[]> {
  const found = await inPages([...new Set(ids)], (page) => loadKnownPhotos(transaction, owner, page));
  return found.filter(({ photo }) => isShown(photo));
}

/**
 * Writes a person's changes of a photo with all consequences except the event. Returns the fields that changed. The
 * photo must be locked.
 */
export async function writeChange(
  transaction: Rows,
  owner: string,
  known: KnownPhoto,
  change: ColumnsChanged,
): Promise<ChangedField[]> {
  const fields = fieldsOf(change);
  await writeColumns(transaction, owner, known, change.after);
  await armJobs(transaction, owner, known, fields, change.after);
  return fields;
}

async function writeColumns(
  transaction: Rows,
  owner: string,
  known: KnownPhoto,
  set: Partial<EditColumns>,
): Promise<void> {
  const { photo, edits } = known;
  const row = { ...set, updated_at: libraryTime() };
  await transaction
    .insertInto("photo_edits")
    .values({ ...noEdits, photo_id: photo.id, owner, ...row })
    .onConflict((conflict) => conflict.column("photo_id").doUpdateSet(row))
    .execute();
  if (set.taken_local === undefined) return;
  const base = edits ?? noEdits;
  await transaction
    .updateTable("photos")
    .set(timeColumns(Number(photo.created_at), known.facts, { ...base, ...row }))
    .where("id", "=", photo.id)
    .execute();
}

/** Queues the index to be updated, and the vector if the text that it is made from has changed. */
async function armJobs(
  transaction: Rows,
  owner: string,
  known: KnownPhoto,
  fields: ChangedField[],
  set: Partial<EditColumns>,
): Promise<void> {
  const { photo, caption, facts } = known;
  // A photo that is not prepared is not in the index yet; preparing it arms its next stages.
  if (facts === null) return;
  await armJob(transaction, owner, photo.id, "index", urgently);
  // No vector holds stars or favourites.
  if (fields.every((field) => field === "rating" || field === "favourite")) return;
  const ofPerson = set.caption === undefined ? known.edits?.caption : set.caption;
  if (ofPerson || caption) await armJob(transaction, owner, photo.id, "embed");
  if (set.caption === undefined) return;
  if (ofPerson) return forgiveModel(transaction, known);
  if (caption) return;
  // The only caption was a person's and has been taken back.
  await transaction.deleteFrom("embeddings").where("photo_id", "=", photo.id).execute();
  await deleteJobs(transaction, photo.id, "embed");
  if (facts.thumbhash === null) return;
  await armJob(transaction, owner, photo.id, "describe");
  await setStatus(transaction, photo.id, statusBefore.describe);
}

/** Clears a failure to describe a photo once a person has written its caption. */
async function forgiveModel(transaction: Rows, { photo }: KnownPhoto): Promise<void> {
  await deleteJobs(transaction, photo.id, "describe", "failed");
  if (photo.failure_stage === "describe") await setStatus(transaction, photo.id, statusBefore.embed);
}

async function deleteJobs(
  transaction: Rows,
  photoId: string,
  stage: Stage,
  state?: JobRow["state"],
): Promise<void> {
  const jobs = transaction.deleteFrom("jobs").where("photo_id", "=", photoId).where("stage", "=", stage);
  await (state ? jobs.where("state", "=", state) : jobs).execute();
}
