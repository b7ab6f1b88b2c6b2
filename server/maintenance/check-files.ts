import { setTimeout as pause } from "node:timers/promises";
import type { ObjectStore } from "../engines/objects/port.ts";
import { libraryTime } from "../library/clock.ts";
import { renditionKey } from "../library/renditions.ts";
import type { CheckedPhoto, FileCheck, FileChecks } from "../library/verifications.ts";
import type { WholeOriginals } from "./whole-originals.ts";

export interface CheckNeeds {
  objects: ObjectStore;
  originals: WholeOriginals;
  checks: FileChecks;
}

export interface CheckProgress {
  done: number;
  total: number;
}

export interface Pace {
  /** Bytes of originals that are read in a second at most. */
  bytesPerSecond: number;
  /** Stops here, and goes on another time, after so many milliseconds. */
  longest?: number;
  /** Leaves the check to another process that goes on with it; otherwise both are at it. */
  givesWay?: boolean;
  signal?: AbortSignal;
}

const pageSize = 100;
/** Progress is noted after this many photos, so that little is read twice after a kill. */
const noteEvery = 20;
/** Another process is at it if it has noted something within this time, ms. */
const othersNote = 30_000;

/** Says whether a photo lacks a rendition that it should have. */
export async function lacksRendition(objects: ObjectStore, photo: CheckedPhoto): Promise<boolean> {
  if (!photo.hasRenditions) return false;
  for (const rendition of ["preview", "thumbnail"] as const) {
    if (!(await objects.stat(renditionKey(photo.sha256, rendition)))) return true;
  }
  return false;
}

/**
 * Reads every original and compares it with its hash, and looks for renditions. Damage of an original is marked in its
 * photos. It goes on where an earlier run stopped. `onLacking` gets each photo that lacks a rendition. Returns true if
 * another process has taken the check over. Throws LIBRARY_AWAY.
 */
export async function* checkFiles(
  { objects, originals, checks }: CheckNeeds,
  { bytesPerSecond, longest = Number.POSITIVE_INFINITY, givesWay = false, signal }: Pace,
  onLacking: (photo: CheckedPhoto) => Promise<void> = async () => {},
): AsyncGenerator<CheckProgress, boolean> {
  const check = await checks.begin();
  const total = await checks.countPhotos();
  const deadline = performance.now() + longest;
  let { seenTo, seen, found } = check;
  for (;;) {
    const page = await checks.photosAfter(seenTo, pageSize);
    if (page.length === 0) break;
    for (const photo of page) {
      signal?.throwIfAborted();
      const begun = performance.now();
      const damage = await originals.look(photo, { deep: true, ...(signal && { signal }) });
      if (!damage && (await lacksRendition(objects, photo))) {
        found = { ...found, renditions: found.renditions + 1 };
        await onLacking(photo);
      }
      if (photo.isShown) found = { ...found, photos: found.photos + 1 };
      seenTo = photo.id;
      seen++;
      const rest = (photo.bytes / bytesPerSecond) * 1_000 - (performance.now() - begun);
      if (rest > 1) await pause(rest, undefined, { signal });
      const isLate = performance.now() > deadline;
      if (seen % noteEvery === 0 || isLate || photo === page.at(-1)) {
        const isOurs = await checks.advance(check, { seenTo, seen, found });
        if (!isOurs && givesWay) return true;
        yield { done: seen, total: Math.max(seen, total) };
      }
      if (isLate) return false;
    }
  }
  await checks.end(check);
  return false;
}

const month = 30 * 86_400_000;

/**
 * Does a part of the monthly check, if it is due and no other process is doing it. `mine`: the check that this process
 * was doing the last time.
 */
export async function checkQuietly(
  needs: CheckNeeds,
  pace: Pace,
  mine: string | null,
): Promise<string | null> {
  const running = await needs.checks.running();
  if (!running && !(await isDue(needs.checks))) return null;
  if (running && running.id !== mine && libraryTime() - running.seenAt < othersNote) return null;
  const steps = checkFiles(needs, { ...pace, givesWay: true });
  let step = await steps.next();
  while (!step.done) step = await steps.next();
  return step.value ? null : ((await needs.checks.running())?.id ?? null);
}

async function isDue(checks: FileChecks): Promise<boolean> {
  const last: FileCheck | null = await checks.last();
  const since = last?.endedAt ?? (await checks.libraryBegan());
  return since !== null && libraryTime() - since > month;
}
