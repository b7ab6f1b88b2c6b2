import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "../engines/database/port.ts";
import type { PhotoIndex } from "../engines/index/port.ts";
import { AppError } from "../errors.ts";
import { isShown, loadKnownPhotos } from "../library/photo-rows.ts";
import type { Schema } from "../library/schema.ts";
import { documentOf } from "./document.ts";

const photosAtOnce = 100;

/**
 * Updates the index at once, so that the next search sees a change of these photos. If that fails, the job that was
 * armed does it later.
 */
export async function indexNow(
  { database, index }: { database: Database<Schema>; index: PhotoIndex },
  owner: string,
  photoIds: string[],
): Promise<void> {
  for (let from = 0; from < photoIds.length; from += photosAtOnce) {
    const page = photoIds.slice(from, from + photosAtOnce);
    const known = await loadKnownPhotos(database.rows, owner, page);
    const there = known.filter(({ photo, facts }) => isShown(photo) && facts !== null);
    const isAway = await index.putDocuments(there.map(documentOf)).then(
      () => false,
      (error: unknown) => {
        if (error instanceof AppError) return true;
        throw error;
      },
    );
    if (isAway) return;
    // Making documents takes time, and other requests wait for this thread.
    await nextTurn();
  }
}
