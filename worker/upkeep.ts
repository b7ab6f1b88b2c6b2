import { setTimeout as pause } from "node:timers/promises";
import type { DatabaseCopy } from "#server/engines/database/port.ts";
import { hasFilmReader } from "#server/film-reader.ts";
import type { FileFormat } from "#server/formats.ts";
import { isClockTrusted, libraryTime } from "#server/library/clock.ts";
import { armOldFacts, armUnindexed } from "#server/library/old-facts.ts";
import { keptInBin } from "#server/library/removal.ts";
import { renditionKey } from "#server/library/renditions.ts";
import type { PhotoRow } from "#server/library/schema.ts";
import { checkQuietly } from "#server/maintenance/check-files.ts";
import { refill } from "#server/maintenance/rebuild.ts";
import type { Services } from "#server/services.ts";
import { createSpaceUpkeep } from "./spaces.ts";

export interface Upkeep {
  close(): Promise<void>;
}

const every = 5_000;
const hour = 3_600_000;
const day = 24 * hour;
const begins = 600_000;
/** How many photos are asked for at a time to be deleted for good. */
const atOnce = 100;
/** How long an edit can be taken back. */
const undoable = 30 * day;
/** The monthly check of originals reads this many bytes in a second, and holds up the other tasks for `atATime` ms. */
const quietly = 10_000_000;
const atATime = 3_000;
/** Milliseconds between two looks for uploads that nobody goes on with. */
const uploadsLookedAt = 60_000;
/** Milliseconds between two looks for trips: an import changes photos all the time. */
const tripsLookedFor = 20_000;

/**
 * Runs the worker's work beside photos: it keeps the index complete and on the chosen model, and purges
 * removed photos and old edits, finds trips, checks originals each month and copies the database each day.
 */
export function startUpkeep(services: Services): Upkeep {
  const { database, index, photos, objects, library, log } = services;
  const ending = new AbortController();
  const spaces = createSpaceUpkeep(services);

  /**
   * Fills an index that began empty or was wiped. If it is killed halfway, the index is still incomplete and
   * is filled again.
   */
  async function fillIndex(): Promise<void> {
    if (await index.isComplete()) return;
    let photosWritten = 0;
    for await (const { done } of refill(services, ending.signal)) photosWritten = done;
    if (photosWritten > 0) log.info({ photos: photosWritten }, "the search index was filled from the rows");
  }

  async function purge(): Promise<void> {
    // While the clock may be wrong by years, only photos that a person has discarded are deleted for good.
    const before = isClockTrusted() ? libraryTime() - keptInBin : 1;
    let gone: PhotoRow[];
    do {
      gone = await photos.removedBefore(before, atOnce);
      await purgeThese(gone, before);
    } while (gone.length === atOnce && !ending.signal.aborted);
  }

  async function purgeThese(gone: PhotoRow[], before: number): Promise<void> {
    for (const photo of gone) {
      if (ending.signal.aborted) return;
      const purged = await photos.purge(photo, before, async () => {
        await objects.remove(renditionKey(photo.sha256, "preview"));
        await objects.remove(renditionKey(photo.sha256, "thumbnail"));
        await objects.remove(renditionKey(photo.sha256, "sheet"));
        await objects.remove(`originals/${photo.sha256}`);
      });
      if (purged) await index.remove([photo.id]);
    }
  }

  let fileCheck: string | null = null;
  /** Reads all originals once a month, a little at a time. */
  async function checkOriginals(): Promise<void> {
    const pace = { bytesPerSecond: quietly, longest: atATime, signal: ending.signal };
    fileCheck = await checkQuietly(services, pace, fileCheck);
  }

  const isOpened = ({ kind }: FileFormat) => kind === "photo" || hasFilmReader();
  let isCurrent = false;
  /**
   * After an upgrade, opens files again that this version opens better. New files are opened by this version anyway.
   */
  async function openAnew(): Promise<void> {
    if (isCurrent) return;
    const armed = (await armOldFacts(database, isOpened)) + (await armUnindexed(database));
    isCurrent = armed === 0;
  }

  let copyAfter = 0;
  /** Keeps a copy of the database each day, but not of a library that has only just begun. */
  async function copyDatabase(): Promise<void> {
    const now = libraryTime();
    if (performance.now() < copyAfter) return;
    if (now - ((await services.checks.libraryBegan()) ?? now) < begins) return;
    // A copy from the future was made while the clock was wrong, and is no reason to stop copying.
    const isDaily = ({ label, madeAt }: DatabaseCopy) => label === "daily" && madeAt <= now;
    const newest = (await database.copies()).find(isDaily);
    if (now - (newest?.madeAt ?? 0) < day) return;
    // It takes a while, so a failure is not repeated at once.
    copyAfter = performance.now() + hour;
    await database.copy("daily", now);
  }

  async function forgetEdits(): Promise<void> {
    if (isClockTrusted()) await services.edits.forgetBefore(libraryTime() - undoable);
  }

  let forgetUploadsAfter = 0;
  async function forgetUploads(): Promise<void> {
    const now = performance.now();
    if (now < forgetUploadsAfter) return;
    await services.resumable.forget();
    forgetUploadsAfter = now + uploadsLookedAt;
  }

  let findTripsAfter = 0;
  /** Finds trips again when photos came, went or were edited. */
  async function findTrips(): Promise<void> {
    const now = performance.now();
    if (now < findTripsAfter) return;
    if (await services.trips.renew(services.owner)) findTripsAfter = performance.now() + tripsLookedFor;
  }

  const look = () => spaces.look(ending.signal);
  const tasks = [
    ...[fillIndex, openAnew, look, purge, forgetEdits, forgetUploads, findTrips],
    ...[checkOriginals, copyDatabase],
  ];
  /** A repeated error is logged only once, because an engine that is away stays away for a while. */
  const told = new Map<() => Promise<void>, string>();
  function tell(task: () => Promise<void>, error: unknown): void {
    if (ending.signal.aborted || told.get(task) === String(error)) return;
    told.set(task, String(error));
    log.error(error);
  }

  const loop = (async () => {
    while (!ending.signal.aborted) {
      // Nothing is filled, purged or thrown away while a part of the library is missing.
      for (const task of tasks)
        await library
          .check()
          .then(task)
          .then(
            () => told.delete(task),
            (error) => tell(task, error),
          );
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
