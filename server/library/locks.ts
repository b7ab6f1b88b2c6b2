import { lock } from "../engines/database/lock.ts";
import { inPages } from "./pages.ts";
import type { Rows } from "./schema.ts";

/**
 * Locks that a transaction takes before it writes, held until it ends, always in this order: bytes, photos (then rows of
 * jobs and all else), and the log of events last (`appendEvent`). Two transactions so never wait for each other.
 */

/** Nobody else stores or forgets these bytes meanwhile. */
export const lockBytes = (transaction: Rows, sha256: string) => lock(transaction, `bytes ${sha256}`);

/** Nobody else changes these photos, nor ends or arms their jobs. Answers which of them there are. */
export async function lockPhotos(transaction: Rows, ids: string[]): Promise<Set<string>> {
  const photos = transaction.selectFrom("photos").select("id").orderBy("id").forNoKeyUpdate();
  const found = await inPages(ids.toSorted(), (page) => photos.where("id", "in", page).execute());
  return new Set(found.map(({ id }) => id));
}

/** Events get their ids in the order in which they are committed: who has read one never meets a lower one later. */
export const lockEvents = (transaction: Rows) => lock(transaction, "events");
