import type { Database } from "../engines/database/port.ts";
import { inPages } from "./pages.ts";
import type { Rows, Schema } from "./schema.ts";

/**
 * Reads hub values: how near a photo's vector is to those around it, whatever is asked. A photo that is near to
 * everything (a hub) crowds out the right ones (CSLS, arXiv 1710.04087). A hub value is one number for each photo and
 * collection, measured in the background.
 */
export interface Hubs {
  /** Returns the hub values of photos; only measured photos are in the map. `mean` is that of the collection. */
  of(collection: { id: string; mean: number }, photoIds: string[]): Promise<Map<string, number>>;
}

/** The most hub values that are kept in memory. Each question asks for those of a thousand photos. */
const mostKept = 50_000;

export function createHubs({ rows }: Database<Schema>): Hubs {
  const kept = { of: "", hubs: new Map<string, number>() };
  return {
    async of({ id, mean }, photoIds) {
      // Values that are measured anew have another mean.
      const of = `${id} ${mean}`;
      if (kept.of !== of || kept.hubs.size > mostKept) Object.assign(kept, { of, hubs: new Map() });
      const { hubs } = kept;
      const found = await inPages(
        photoIds.filter((photoId) => !hubs.has(photoId)),
        (page) =>
          rows
            .selectFrom("hubs")
            .select(["photo_id", "hub"])
            .where("collection", "=", id)
            .where("photo_id", "in", page)
            .execute(),
      );
      for (const { photo_id, hub } of found) hubs.set(photo_id, hub);
      return new Map(
        photoIds.flatMap((photoId) => {
          const hub = hubs.get(photoId);
          return hub === undefined ? [] : [[photoId, hub] as const];
        }),
      );
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

/** `count` is the number of vectors when the hub values were measured. */
export async function writeHubMean(rows: Rows, id: string, mean: number, count: number): Promise<void> {
  const set = { hub_mean: mean, hubs_of: count };
  await rows.updateTable("collections").set(set).where("id", "=", id).execute();
}
