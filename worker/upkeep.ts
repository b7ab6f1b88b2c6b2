import { setTimeout as pause } from "node:timers/promises";
import { renditionKey } from "#server/library/renditions.ts";
import type { Services } from "#server/services.ts";

export interface Upkeep {
  close(): Promise<void>;
}

const every = 10_000;
const keptAfterRemoval = 30 * 86_400_000;

/** What the worker does beside photos: fills an index that began empty, and forgets what was removed long ago. */
export function startUpkeep({ index, jobs, photos, objects, log }: Services): Upkeep {
  const ending = new AbortController();

  /** The jobs are durable before the index counts as complete: a crash in between only repeats them. */
  async function fillIndex(): Promise<void> {
    if (await index.isComplete()) return;
    const armed = await jobs.armForAll("index");
    await index.markComplete();
    if (armed > 0) log.info({ photos: armed }, "filling the search index from the rows");
  }

  async function purge(): Promise<void> {
    const before = Date.now() - keptAfterRemoval;
    for (const photo of await photos.removedBefore(before, 100)) {
      const purged = await photos.purge(photo, before, async () => {
        await objects.remove(renditionKey(photo.sha256, "preview"));
        await objects.remove(renditionKey(photo.sha256, "thumbnail"));
        await objects.remove(`originals/${photo.sha256}`);
      });
      if (purged) await index.remove([photo.id]);
    }
  }

  const loop = (async () => {
    while (!ending.signal.aborted) {
      await fillIndex().catch((error) => log.error(error));
      await purge().catch((error) => log.error(error));
      await pause(every, undefined, { signal: ending.signal }).catch(() => {});
    }
  })();

  return {
    async close() {
      ending.abort();
      await loop;
    },
  };
}
