import type { Database } from "../engines/database/port.ts";
import { recordPhotoEvent } from "./events.ts";
import { lockBytes, lockPhotos } from "./locks.ts";
import type { PhotoRow, Schema } from "./schema.ts";
import { armJob } from "./stages.ts";

/** How photos leave: first out of sight, after 30 days for good. */
export interface Removal {
  /** How many were removed; their bytes stay for 30 days. */
  remove(owner: string, ids: string[]): Promise<number>;
  /** Photos removed before this time (ms), a page. */
  removedBefore(time: number, limit: number): Promise<PhotoRow[]>;
  /**
   * Forgets a photo that was removed before this time (ms), its timeline too; not one that came back since. When nobody
   * else has its bytes, `removeBytes` runs before the row is gone for others: who uploads them again waits for it. False: it came back.
   */
  purge(photo: PhotoRow, removedBefore: number, removeBytes: () => Promise<void>): Promise<boolean>;
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
            .set({ deleted_at: Date.now() })
            .where("id", "=", id)
            .execute();
          await armJob(transaction, owner, id, "index");
        }
        for (const { id } of there) await recordPhotoEvent(transaction, owner, id, "removed");
        return there.length;
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
