import type { Models } from "../engines/models/port.ts";
import type { Events } from "../library/events.ts";
import type { Photo, PhotoStatus, Stage } from "../library/photo.ts";
import type { Photos } from "../library/photos.ts";
import { stageAfter } from "../library/stages.ts";

/**
 * Returns the next stage that a photo of this status needs before it has its vector; null if it has one, or
 * never will.
 */
function awaited(status: Photo["status"]): Stage | null {
  const stage = stageAfter(status);
  return stage === "index" ? null : stage;
}

interface Needs {
  events: Events;
  photos: Photos;
  models: Models;
}

interface Asked {
  owner: string;
  photoIds: string[];
  signal: AbortSignal;
}

/**
 * Resolves when each photo has its vector or never will (it failed, was removed, or models are switched off).
 * `onWaiting` is called for each stage that a photo waits for.
 */
export async function awaitEmbedded(
  { events, photos, models }: Needs,
  { owner, photoIds, signal }: Asked,
  onWaiting: (photoId: string, stage: string) => Promise<void>,
): Promise<void> {
  const filter = { owner, kind: "photo" as const };
  for (const photoId of photoIds) {
    // We note the newest event before we look at the photo, so that we miss nothing meanwhile.
    const from = await events.newest(filter);
    const [photo] = await photos.get(owner, [photoId]);
    // A file that belongs to a photo has no vector of its own.
    const stage = photo && !photo.partOf && awaited(photo.status);
    if (!stage) continue;
    const { embed } = await models.status();
    if (!embed.ready && embed.reason === "off") continue;
    await onWaiting(photoId, stage);
    for await (const row of events.follow({ ...filter, subject: photoId }, from, signal)) {
      if (["embedded", "indexed", "failed", "removed"].includes(row.type)) break;
      if (row.type === "joined" && (await photos.get(owner, [photoId]))[0]?.partOf) break;
      const next = row.type === "joined" ? null : awaited(row.type as PhotoStatus);
      if (next) await onWaiting(photoId, next);
    }
    signal.throwIfAborted();
  }
}
