import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { recordPhotoEvent } from "./events.ts";
import { lockBytes, lockCompanions, lockPhotos } from "./locks.ts";
import { inPages } from "./pages.ts";
import type { PhotoRow, Rows, Schema } from "./schema.ts";
import { armJob, stageAfter } from "./stages.ts";

/** How long removed photos stay in the bin, ms. */
export const keptInBin = 30 * 86_400_000;
/** Stands for the time of removal of a photo that was taken out of the bin to be deleted for good. */
const discardedAt = 0;

/**
 * Removes photos with all that belongs to them: they are hidden at once, lie in the bin, and are deleted for good
 * after 30 days.
 */
export interface Removal {
  /** Removes photos and returns how many; their bytes stay for 30 days. */
  remove(owner: string, ids: string[]): Promise<number>;
  /** Brings removed photos back, and returns how many. */
  restore(owner: string, ids: string[]): Promise<number>;
  /**
   * Takes photos out of the bin, or all that lies there, so that they are deleted for good as soon as the worker
   * comes to it. Returns how many. Only the same bytes, uploaded before that, bring one back.
   */
  discard(owner: string, ids: string[] | "all"): Promise<number>;
  /** Returns a page of the photos that were removed before this time (ms). */
  removedBefore(time: number, limit: number): Promise<PhotoRow[]>;
  /**
   * Deletes a photo that was removed before this time (ms), with its timeline. Returns false if it came back
   * since. If nobody else has its bytes, `removeBytes` runs before others see that the row is gone, so that a
   * new upload of the bytes waits for it.
   */
  purge(photo: PhotoRow, removedBefore: number, removeBytes: () => Promise<void>): Promise<boolean>;
}

/** Returns photos with the files that belong to them. Owners are checked by the caller. */
async function withCompanions(rows: Rows, ids: string[]): Promise<string[]> {
  // With the owner in the statement, SQLite would look through all of the owner's photos.
  const found = await inPages(ids, (page) =>
    rows.selectFrom("photos").select("id").where("companion_of", "in", page).execute(),
  );
  return [...new Set([...ids, ...found.map(({ id }) => id)])];
}

/** Returns files with the photos that they belong to, and with all that belongs to those. */
async function familyOf(rows: Rows, ids: string[]): Promise<string[]> {
  const of = await inPages(ids, (page) =>
    rows.selectFrom("photos").select("companion_of").where("id", "in", page).execute(),
  );
  return withCompanions(rows, [...ids, ...of.flatMap(({ companion_of }) => companion_of ?? [])]);
}

/**
 * Updates a photo in the index after a file was joined to it or removed from it. Without its sidecar it has the facts
 * of its file only.
 */
async function updateWhole(
  transaction: Rows,
  owner: string,
  { role, companion_of }: Pick<PhotoRow, "role" | "companion_of">,
): Promise<void> {
  if (companion_of !== null)
    await armJob(transaction, owner, companion_of, role === "sidecar" ? "prepare" : "index");
}

/**
 * Takes a photo out of the bin; jobs that were left go on. A file whose photo was deleted for good is prepared anew.
 * The caller writes the event.
 */
async function bringBack(transaction: Rows, photo: PhotoRow): Promise<void> {
  const { id, owner, status, companion_of } = photo;
  await transaction.updateTable("photos").set({ deleted_at: null }).where("id", "=", id).execute();
  if (companion_of !== null) {
    const whole = transaction.selectFrom("photos").select("id").where("id", "=", companion_of);
    if (await whole.executeTakeFirst()) return updateWhole(transaction, owner, photo);
    const role = photo.role === "sidecar" ? photo.role : null;
    await transaction.updateTable("photos").set({ role, companion_of: null }).where("id", "=", id).execute();
    return armJob(transaction, owner, id, "prepare");
  }
  const next = stageAfter(status);
  if (next) await armJob(transaction, owner, id, next);
  if (status !== "received") await armJob(transaction, owner, id, "index");
}

/**
 * Brings removed photos back with all that belongs to them, within a transaction, and returns them. Photos that were
 * discarded come back only when somebody uploads them again (`removedSince` -1).
 */
export async function restoreFamily(
  transaction: Rows,
  owner: string,
  ids: string[],
  removedSince = discardedAt,
): Promise<PhotoRow[]> {
  await lockCompanions(transaction, owner);
  const all = await familyOf(transaction, ids);
  await lockPhotos(transaction, all);
  const gone = await inPages(all, (page) =>
    transaction
      .selectFrom("photos")
      .selectAll()
      .where("owner", "=", owner)
      .where("id", "in", page)
      .where("deleted_at", ">", removedSince)
      .execute(),
  );
  for (const photo of gone) await bringBack(transaction, photo);
  for (const { id } of gone) await recordPhotoEvent(transaction, owner, id, "restored");
  return gone;
}

/** How many of the photos that were named are among these. */
function countOf(photos: { id: string }[], ids: string[]): number {
  const named = new Set(ids);
  return photos.filter(({ id }) => named.has(id)).length;
}

export function createRemoval({ rows }: Database<Schema>): Removal {
  return {
    remove: (owner, ids) =>
      rows.transaction().execute(async (transaction) => {
        await lockCompanions(transaction, owner);
        const all = await withCompanions(transaction, ids);
        await lockPhotos(transaction, await familyOf(transaction, ids));
        const there = await transaction
          .selectFrom("photos")
          .select(["id", "role", "companion_of"])
          .where("owner", "=", owner)
          .where("id", "in", all)
          .where("deleted_at", "is", null)
          .execute();
        for (const { id } of there) {
          await transaction
            .updateTable("photos")
            .set({ deleted_at: libraryTime() })
            .where("id", "=", id)
            .execute();
          await armJob(transaction, owner, id, "index");
        }
        for (const part of there) await updateWhole(transaction, owner, part);
        for (const { id } of there) await recordPhotoEvent(transaction, owner, id, "removed");
        return countOf(there, ids);
      }),

    restore: (owner, ids) =>
      rows.transaction().execute(async (transaction) => {
        const gone = await restoreFamily(transaction, owner, ids);
        return countOf(gone, ids);
      }),

    discard: (owner, ids) =>
      rows.transaction().execute(async (transaction) => {
        await lockCompanions(transaction, owner);
        const inBin = transaction
          .selectFrom("photos")
          .select("id")
          .where("owner", "=", owner)
          .where("deleted_at", ">", discardedAt)
          .where("role", "is", null);
        const wanted = ids === "all" ? (await inBin.execute()).map(({ id }) => id) : ids;
        const all = await withCompanions(transaction, wanted);
        await lockPhotos(transaction, all);
        const discarded = await inPages(all, (page) =>
          transaction
            .updateTable("photos")
            .set({ deleted_at: discardedAt })
            .where("owner", "=", owner)
            .where("id", "in", page)
            .where("deleted_at", ">", discardedAt)
            .returning("id")
            .execute(),
        );
        return countOf(discarded, wanted);
      }),

    removedBefore: (time, limit) =>
      rows
        .selectFrom("photos")
        .selectAll()
        .where("deleted_at", "<", time)
        .orderBy("deleted_at")
        .limit(limit)
        .execute(),

    purge: (photo, removedBefore, removeBytes) =>
      rows.transaction().execute(async (transaction) => {
        await lockBytes(transaction, photo.sha256);
        await lockPhotos(transaction, [photo.id]);
        const gone = await transaction
          .deleteFrom("photos")
          .where("id", "=", photo.id)
          .where("deleted_at", "<", removedBefore)
          .executeTakeFirst();
        if (gone.numDeletedRows === 0n) return false;
        await transaction
          .deleteFrom("events")
          .where("kind", "=", "photo")
          .where("subject", "=", photo.id)
          .execute();
        await forgetEditsOf(transaction, photo);
        const other = await transaction
          .selectFrom("photos")
          .select("id")
          .where("sha256", "=", photo.sha256)
          .executeTakeFirst();
        if (!other) await removeBytes();
        return true;
      }),
  };
}

/** Takes a photo out of the edits that can be taken back: they hold what people wrote about it. */
async function forgetEditsOf(transaction: Rows, { id, owner }: PhotoRow): Promise<void> {
  const made = await transaction
    .selectFrom("edits_made")
    .select(["id", "changed"])
    .where("owner", "=", owner)
    .where("changed", "like", `%${id}%`)
    .execute();
  for (const edit of made) {
    const { [id]: _, ...changed }: Record<string, unknown> = JSON.parse(edit.changed);
    await transaction
      .updateTable("edits_made")
      .set({ changed: JSON.stringify(changed) })
      .where("id", "=", edit.id)
      .execute();
  }
}
