import { lock } from "../engines/database/lock.ts";
import type { Rows } from "./events.ts";

/**
 * A transaction takes these locks before it writes and holds them until it ends, always in this order: bytes,
 * photos (then rows of jobs and all else), and the log of events last (`appendEvent`). So two transactions
 * never wait for each other.
 */

/** Databases limit how many values one statement takes. */
const mostInList = 1_000;

/** Keeps others from storing or forgetting these bytes meanwhile. */
export const lockBytes = (transaction: Rows, sha256: string) => lock(transaction, `bytes ${sha256}`);

/**
 * Keeps others from changing these photos, and from ending or arming their jobs. Returns the ids that exist.
 */
export async function lockPhotos(transaction: Rows, ids: string[]): Promise<Set<string>> {
  const sorted = ids.toSorted();
  const there = new Set<string>();
  for (let from = 0; from < sorted.length; from += mostInList) {
    const found = await transaction
      .selectFrom("photos")
      .select("id")
      .where("id", "in", sorted.slice(from, from + mostInList))
      .orderBy("id")
      .forNoKeyUpdate()
      .execute();
    for (const { id } of found) there.add(id);
  }
  return there;
}

/** Gives events their ids in the order of their commits, so that a reader never meets a lower id later. */
export const lockEvents = (transaction: Rows) => lock(transaction, "events");
