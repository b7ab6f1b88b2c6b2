import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { recordPhotoEvent } from "./events.ts";
import { lockBytes, lockPhotos } from "./locks.ts";
import { inPages } from "./pages.ts";
import type { PhotoRow, Rows, Schema } from "./schema.ts";
import { armJob, stageAfter } from "./stages.ts";

/** How long removed photos stay in the bin, ms. */
export const keptInBin = 30 * 86_400_000;
/** Stands for the time of removal of a photo that was taken out of the bin to be deleted for good. */
const discardedAt = 0;

/** Removes photos: they are hidden at once, lie in the bin, and are deleted for good after 30 days. */
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

/** Shows a removed photo again; what was still to be done for it goes on. The caller writes the event. */
export async function bringBack(transaction: Rows, { id, owner, status }: PhotoRow): Promise<void> {
  await transaction.updateTable("photos").set({ deleted_at: null }).where("id", "=", id).execute();
  const next = stageAfter(status);
  if (next) await armJob(transaction, owner, id, next);
  if (status !== "received") await armJob(transaction, owner, id, "index");
}

export function createRemoval({ rows }: Database<Schema>): Removal {
  return {
    remove: (owner, ids) =>
      rows.transaction().execute(async (transaction) => {
        await lockPhotos(transaction, ids);
        const there = await transaction
          .selectFrom("photos")
          .select("id")
          .where("owner", "=", owner)
          .where("id", "in", ids)
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
        for (const { id } of there) await recordPhotoEvent(transaction, owner, id, "removed");
        return there.length;
      }),

    restore: (owner, ids) =>
      rows.transaction().execute(async (transaction) => {
        await lockPhotos(transaction, ids);
        const gone = await transaction
          .selectFrom("photos")
          .selectAll()
          .where("owner", "=", owner)
          .where("id", "in", ids)
          .where("deleted_at", ">", discardedAt)
          .execute();
        for (const photo of gone) await bringBack(transaction, photo);
        for (const { id } of gone) await recordPhotoEvent(transaction, owner, id, "restored");
        return gone.length;
      }),

    discard: (owner, ids) =>
      rows.transaction().execute(async (transaction) => {
        const inBin = transaction
          .selectFrom("photos")
          .select("id")
          .where("owner", "=", owner)
          .where("deleted_at", ">", discardedAt);
        const wanted = ids === "all" ? (await inBin.execute()).map(({ id }) => id) : ids;
        const there = await lockPhotos(transaction, wanted);
        let discarded = 0;
        await inPages([...there], async (page) => {
          const { numUpdatedRows } = await transaction
            .updateTable("photos")
            .set({ deleted_at: discardedAt })
            .where("owner", "=", owner)
            .where("id", "in", page)
            .where("deleted_at", ">", discardedAt)
            .executeTakeFirstOrThrow();
          discarded += Number(numUpdatedRows);
          return [];
        });
        return discarded;
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
