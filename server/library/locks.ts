import { lock } from "../engines/database/lock.ts";
import { inPages } from "./pages.ts";
import type { Rows } from "./schema.ts";

/**
 * A transaction takes these locks before it writes and holds them until it ends, always in this order: bytes,
 * companions, photos (then rows of jobs and everything else), and the log of events last (`appendEvent`). So two
 * transactions never wait for each other. The lock of an owner's albums (`album-rows.ts`) comes before all others;
 * after it only a turn and its event are locked.
 */

/** Keeps others from storing or deleting these bytes until the transaction ends. */
export const lockBytes = (transaction: Rows, sha256: string) => lock(transaction, `bytes ${sha256}`);

/**
 * Keeps others from joining files of this owner to photos. Without it, two files that are prepared at the same time
 * might not see each other.
 */
export const lockCompanions = (transaction: Rows, owner: string) => lock(transaction, `companions ${owner}`);

/**
 * Keeps others from changing these photos, and from ending or arming their jobs. Returns the ids that exist.
 */
export async function lockPhotos(transaction: Rows, ids: string[]): Promise<Set<string>> {
  const photos = transaction.selectFrom("photos").select("id").orderBy("id").forNoKeyUpdate();
  const found = await inPages(ids.toSorted(), (page) => photos.where("id", "in", page).execute());
  return new Set(found.map(({ id }) => id));
}

/** Gives events their ids in the order of their commits, so that a reader never meets a lower id later. */
export const lockEvents = (transaction: Rows) => lock(transaction, "events");
