import type { Database } from "../engines/database/port.ts";
import { inPages } from "./pages.ts";
import type { Rows, Schema } from "./schema.ts";

/**
 * Reads hubs: how near a photo's vector is to those around it, whatever is asked. Some photos are near to
 * everything and crowd out the right ones (CSLS, arXiv 1710.04087). A hub is one number for each photo and
 * collection, made in the background.
 */
export interface Hubs {
  /** Returns the hubs of photos; only measured photos are in the map. */
  of(collection: string, photoIds: string[]): Promise<Map<string, number>>;
}

export function createHubs({ rows }: Database<Schema>): Hubs {
  return {
    async of(collection, photoIds) {
      const hubs = rows.selectFrom("hubs").select(["photo_id", "hub"]).where("collection", "=", collection);
      const found = await inPages(photoIds, (page) => hubs.where("photo_id", "in", page).execute());
      return new Map(found.map(({ photo_id, hub }) => [photo_id, hub]));
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

/** `count` is the number of vectors when the hubs were measured. */
export async function writeHubMean(rows: Rows, id: string, mean: number, count: number): Promise<void> {
  const set = { hub_mean: mean, hubs_of: count };
  await rows.updateTable("collections").set(set).where("id", "=", id).execute();
}
