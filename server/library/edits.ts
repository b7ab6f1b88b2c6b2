import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { recordPhotoEvent } from "./events.ts";
import { lockPhotos } from "./locks.ts";
import type { Schema } from "./schema.ts";
import { armJob } from "./stages.ts";

/** Saves what people change in their photos. Edits win over facts, and no rebuild touches them. */
export interface Edits {
  /** Idempotent. Returns how many of the photos are in the library and so were changed. */
  setFavourite(owner: string, photoIds: string[], favourite: boolean): Promise<number>;
}

export function createEdits({ rows }: Database<Schema>): Edits {
  return {
    setFavourite: (owner, photoIds, favourite) =>
      rows.transaction().execute(async (transaction) => {
        await lockPhotos(transaction, photoIds);
        const there = await transaction
          .selectFrom("photos")
          .select("id")
          .where("owner", "=", owner)
          .where("id", "in", photoIds)
          .where("deleted_at", "is", null)
          .execute();
        const set = { favourite: favourite ? 1 : 0, updated_at: libraryTime() };
        for (const { id } of there) {
          await transaction
            .insertInto("photo_edits")
            .values({ photo_id: id, owner, ...set })
            .onConflict((conflict) => conflict.column("photo_id").doUpdateSet(set))
            .execute();
          await armJob(transaction, owner, id, "index", { priority: 10 });
        }
        for (const { id } of there) await recordPhotoEvent(transaction, owner, id, "edited");
        return there.length;
      }),
  };
}
