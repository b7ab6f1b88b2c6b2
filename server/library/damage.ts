import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { recordPhotoEvent } from "./events.ts";
import { newId } from "./ids.ts";
import { lockBytes } from "./locks.ts";
import type { PhotoDamage } from "./photo.ts";
import type { PhotoRow, Rows, Schema } from "./schema.ts";

/** Notes damage to the files of photos, and queues what can be made again. */
export interface DamageMarks {
  /**
   * Marks all photos with these bytes, of any owner; null says that their original is whole. Returns how many
   * photos that changed.
   */
  markDamage(sha256: string, damage: PhotoDamage | null): Promise<number>;
  /**
   * Queues a photo to be prepared again, because a rendition is missing. Returns false if that was tried and
   * has failed.
   */
  prepareAgain(photo: PhotoRow): Promise<boolean>;
}

const reasons: Record<PhotoDamage, string> = {
  missing: "The file of the original is missing.",
  damaged: "The file of the original is not the one that was stored.",
};

/** The priority of a photo that somebody looks at, above that of waiting jobs. */
const soon = 5;

export function createDamageMarks({ rows }: Database<Schema>): DamageMarks {
  return {
    markDamage: (sha256, damage) =>
      rows.transaction().execute(async (transaction) => {
        await lockBytes(transaction, sha256);
        return writeDamage(transaction, sha256, damage);
      }),

    async prepareAgain({ id, owner }) {
      const now = libraryTime();
      // A job that is there already waits, runs, or has failed, and is left as it is.
      await rows
        .insertInto("jobs")
        .values({
          ...{ id: newId(now), owner, photo_id: id, stage: "prepare", state: "queued", priority: soon },
          ...{ attempts: 0, takeovers: 0, due_at: now, created_at: now },
        })
        .onConflict((conflict) => conflict.columns(["photo_id", "stage"]).doNothing())
        .execute();
      const job = await rows
        .selectFrom("jobs")
        .select("state")
        .where("photo_id", "=", id)
        .where("stage", "=", "prepare")
        .executeTakeFirst();
      return job?.state !== "failed";
    },
  };
}

/** Writes the mark within a transaction that holds the lock of the bytes. */
export async function writeDamage(on: Rows, sha256: string, damage: PhotoDamage | null): Promise<number> {
  const changed = await on
    .updateTable("photos")
    .set({ damage })
    .where("sha256", "=", sha256)
    .where("damage", "is distinct from", damage)
    .returning(["id", "owner"])
    .execute();
  for (const { id, owner } of changed) {
    if (damage) await recordPhotoEvent(on, owner, id, "damaged", { reason: reasons[damage] });
    else await recordPhotoEvent(on, owner, id, "repaired");
  }
  return changed.length;
}
