import { lock } from "../engines/database/lock.ts";
import type { Rows } from "./schema.ts";

/**
 * Locks that a transaction takes before it writes, held until it ends, always in this order: bytes, photos (then rows of
 * jobs and all else), and the log of events last (`appendEvent`). Two transactions so never wait for each other.
 */

/** Databases limit how many values one statement takes. */
const mostInList = 1_000;

/** Nobody else stores or forgets these bytes meanwhile. */
export const lockBytes = (transaction: Rows, sha256: string) => lock(transaction, `bytes ${sha256}`);

/** Nobody else changes these photos, nor ends or arms their jobs. Answers which of them there are. */
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

/** Events get their ids in the order in which they are committed: who has read one never meets a lower one later. */
export const lockEvents = (transaction: Rows) => lock(transaction, "events");
