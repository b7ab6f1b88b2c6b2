import { createHash } from "node:crypto";
import type { ObjectStore } from "../engines/objects/port.ts";
import type { JobQueue } from "../engines/queue/port.ts";
import { AppError } from "../errors.ts";
import { kindOf, type MediaKind } from "../formats.ts";
import { isClockTrusted, libraryTime } from "../library/clock.ts";
import type { Events } from "../library/events.ts";
import { cleanFileName } from "../library/file-name.ts";
import { localOwner } from "../library/ids.ts";
import type { Photo } from "../library/photo.ts";
import type { Photos } from "../library/photos.ts";
import { type SniffedType, sniff, sniffedBytes } from "./sniff.ts";
import { chunkUsed } from "./used-chunks.ts";

export interface IncomingFile {
  /** The name that the sender gave; it is text that is kept, never a path. */
  name: string;
  /** The file's own time, ms; null if it is not known. */
  modifiedAt: number | null;
  body: AsyncIterable<Uint8Array>;
  /** The unfinished file of the store that `body` reads, if that is where it is. It is taken in as it lies there. */
  part?: string;
  /** The hash that its sender gives, if it does. */
  sha256?: string | null;
}

export interface Received {
  photo: Photo;
  /** The library had these bytes already. */
  duplicate: boolean;
  /** It had them, but damaged or missing, and they are whole again. */
  repaired: boolean;
}

export interface Ingest {
  /**
   * Streams a photo or a video into the library, and holds no more than one chunk of it at a time. Resolves when its
   * bytes are durable and photo and job are committed. Throws AppError FILE_TOO_LARGE (while it streams),
   * UNSUPPORTED_TYPE, UPLOAD_ABORTED, OTHER_BYTES, DISK_FULL, LIBRARY_AWAY; then nothing of the file is visible.
   */
  receive(owner: string, file: IncomingFile): Promise<Received>;
  /** Throws FILE_TOO_LARGE for a length that no file may have. */
  admitLength(bytes: number): void;
  /**
   * Looks at the first bytes of a file that is to have this length. Throws UNSUPPORTED_TYPE and FILE_TOO_LARGE before the
   * rest has come.
   */
  admitHead(head: Uint8Array, bytes: number): Promise<void>;
  /** Returns the photos whose originals are there in full length; the others should be sent again. */
  stored(photos: Photo[]): Promise<Photo[]>;
  /**
   * Takes in an original that belongs to no photo, as after the database was replaced by an older copy. Its name is
   * lost. Returns false if the file is damaged or is no photo.
   */
  adopt(sha256: string): Promise<boolean>;
  /** Removes what unfinished uploads left behind. */
  sweep(): Promise<{ staged: number; objects: number }>;
}

interface Needs {
  objects: ObjectStore;
  /** Throws LIBRARY_AWAY while the library is not all there. */
  library: { check(): Promise<void> };
  photos: Photos;
  queue: JobQueue;
  events: Events;
  /** The most bytes of a file of each kind. */
  maxBytes: Record<MediaKind, number>;
}

export function createIngest({ objects, library, photos, queue, events, maxBytes }: Needs): Ingest {
  const ingest: Ingest = {
    async adopt(sha256) {
      if (!(await objects.stat(`originals/${sha256}`))) return false;
      const hash = createHash("sha256");
      for await (const chunk of await objects.open(`originals/${sha256}`)) hash.update(chunk);
      if (hash.digest("hex") !== sha256) return false;
      const name = `recovered-${sha256.slice(0, 8)}`;
      const body = await objects.open(`originals/${sha256}`);
      return ingest.receive(localOwner, { name, modifiedAt: null, body }).then(
        () => true,
        (error) => {
          if (error instanceof AppError && error.code === "UNSUPPORTED_TYPE") return false;
          throw error;
        },
      );
    },

    async receive(owner, file) {
      const begunAt = libraryTime();
      await library.check();
      const staged = await (file.part ? objects.stagePart(file.part) : objects.stage());
      try {
        const write = file.part ? async () => {} : (chunk: Uint8Array) => staged.write(chunk);
        const { sha256, bytes, sniffed } = await takeIn(file.body, maxBytes, write);
        if (file.sha256 && file.sha256 !== sha256) {
          throw new AppError("OTHER_BYTES", "The file has changed on its way. Send it again.");
        }
        // The disk may have gone while the file came in.
        await library.check();
        const lacked = await staged.publish(`originals/${sha256}`);
        const arrival = {
          sha256,
          bytes,
          fileName: cleanFileName(file.name),
          type: sniffed.type,
          extension: extensionOf(file.name) ?? sniffed.extension,
          modifiedAt: file.modifiedAt,
        };
        const received = await photos.receive(owner, arrival, lacked ? begunAt : null);
        await staged.settle();
        if (!received.duplicate || received.repaired) {
          queue.publish("prepare");
          events.nudge();
        }
        return received;
      } finally {
        await staged.discard();
      }
    },

    admitLength(bytes) {
      const most = Math.max(...Object.values(maxBytes));
      if (bytes > most) throw tooLarge(most);
    },

    async admitHead(head, bytes) {
      const { type } = await accept(head);
      const most = maxBytes[kindOf(type)];
      if (bytes > most) throw tooLarge(most);
    },

    async stored(known) {
      // While a disk is away nothing can be sent again.
      if (await library.check().catch(() => "away")) return known;
      const there = await Promise.all(
        known.map(async ({ sha256, bytes }) => (await objects.stat(`originals/${sha256}`))?.bytes === bytes),
      );
      return known.filter((_, at) => there[at]);
    },

    async sweep() {
      await library.check();
      const isReferenced = async (key: string) => {
        const [kind, sha256] = key.split("/");
        return kind !== "originals" || (await photos.holds(sha256 ?? ""));
      };
      return objects.sweep(isReferenced, { isClockTrusted: isClockTrusted() });
    },
  };
  return ingest;
}

async function takeIn(
  body: AsyncIterable<Uint8Array>,
  maxBytes: Record<MediaKind, number>,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<{ sha256: string; bytes: number; sniffed: SniffedType }> {
  const hash = createHash("sha256");
  let head = new Uint8Array(0);
  let sniffed: SniffedType | null = null;
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      const limit = sniffed ? maxBytes[kindOf(sniffed.type)] : Math.max(...Object.values(maxBytes));
      if (bytes > limit) throw tooLarge(limit);
      hash.update(chunk);
      await write(chunk);
      chunkUsed(chunk.length);
      if (!sniffed) {
        head = Buffer.concat([head, chunk.subarray(0, sniffedBytes - head.length)]);
        if (head.length >= sniffedBytes) sniffed = await accept(head);
        const most = sniffed ? maxBytes[kindOf(sniffed.type)] : limit;
        if (bytes > most) throw tooLarge(most);
      }
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("UPLOAD_ABORTED", "The upload ended before the file was complete.", { cause: error });
  }
  sniffed ??= await accept(head);
  return { sha256: hash.digest("hex"), bytes, sniffed };
}

async function accept(head: Uint8Array): Promise<SniffedType> {
  const answer = await sniff(head);
  if ("refusal" in answer) throw new AppError("UNSUPPORTED_TYPE", answer.refusal);
  return answer;
}

export function tooLarge(maxBytes: number): AppError {
  return new AppError(
    "FILE_TOO_LARGE",
    `The file is larger than ${maxBytes / 1_000_000} MB, the limit here.`,
  );
}

function extensionOf(name: string): string | null {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? null;
}
