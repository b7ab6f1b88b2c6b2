import type { Database } from "../engines/database/port.ts";
import type { Rows } from "./events.ts";
import type { Schema } from "./schema.ts";

/**
 * Reads hubs: how near a photo's vector is to those around it, whatever is asked. Some photos are near to
 * everything and crowd out the right ones (CSLS, arXiv 1710.04087). A hub is one number for each photo and
 * collection, made in the background.
 */
export interface Hubs {
  /** Returns the hubs of photos; only measured photos are in the map. */
  of(collection: string, photoIds: string[]): Promise<Map<string, number>>;
}

/** Databases limit how many values one statement takes. */
const mostInList = 1_000;

export function createHubs({ rows }: Database<Schema>): Hubs {
  return {
    async of(collection, photoIds) {
      const hubs = new Map<string, number>();
      for (let from = 0; from < photoIds.length; from += mostInList) {
        const found = await rows
          .selectFrom("hubs")
          .select(["photo_id", "hub"])
          .where("collection", "=", collection)
          .where("photo_id", "in", photoIds.slice(from, from + mostInList))
          .execute();
        for (const { photo_id, hub } of found) hubs.set(photo_id, hub);
      }
      return hubs;
    },
  };
}

export async function writeHubs(
  rows: Rows,
  collection: string,
  hubs: { photoId: string; hub: number }[],
): Promise<void> {
  if (hubs.length === 0) return;
  await rows
    .insertInto("hubs")
    .values(hubs.map(({ photoId, hub }) => ({ collection, photo_id: photoId, hub })))
    .onConflict((conflict) =>
      conflict.columns(["collection", "photo_id"]).doUpdateSet(({ ref }) => ({ hub: ref("excluded.hub") })),
    )
    .execute();
}
