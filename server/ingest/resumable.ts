import type { Readable } from "node:stream";
import type { ObjectStore } from "../engines/objects/port.ts";
import type { Room } from "../engines/room.ts";
import { AppError, tooMany } from "../errors.ts";
import { isClockTrusted, libraryTime } from "../library/clock.ts";
import { cleanFileName } from "../library/file-name.ts";
import { newLease } from "../library/leases.ts";
import type {
  AnnouncedFile,
  UnfinishedUpload,
  UnfinishedUploads,
  UploadSender,
} from "../library/unfinished-uploads.ts";
import type { Ingest } from "./ingest.ts";
import { partWriter } from "./part-writer.ts";

/** The arriving bytes of an upload, and a function that breaks them off. */
export interface IncomingBytes {
  body: AsyncIterable<Uint8Array>;
  breakOff(): void;
}

/**
 * Uploads that go on after a break. The bytes that count as received are durable; with the last bytes the file enters
 * the library as any other upload does, and is acknowledged only then. An upload can only be found by whoever began it.
 */
export interface ResumableUploads {
  /** Throws FILE_TOO_LARGE, DISK_FULL, TOO_MANY, LIBRARY_AWAY. */
  begin(sender: UploadSender, file: AnnouncedFile): Promise<UnfinishedUpload>;
  /**
   * Says how far an upload is. It first stops any connection of this process that still writes to it, because its
   * sender has lost that connection.
   */
  look(sender: UploadSender, id: string): Promise<UnfinishedUpload>;
  /**
   * Takes the bytes that follow the first `at`. What came before a break is kept. Throws CONFLICT if the upload is
   * elsewhere, IN_USE while another process writes to it, and what `Ingest.receive` throws; a file that is refused is gone.
   */
  append(sender: UploadSender, id: string, at: number, bytes: IncomingBytes): Promise<UnfinishedUpload>;
  drop(sender: UploadSender, id: string): Promise<void>;
  /** Removes uploads that nobody has gone on with for a day, and files that belong to none. Returns how many. */
  forget(): Promise<number>;
}

interface Needs {
  uploads: UnfinishedUploads;
  objects: ObjectStore;
  room: Pick<Room, "ensure">;
  ingest: Ingest;
  /** Throws LIBRARY_AWAY while the library is not all there. */
  library: { check(): Promise<void> };
  /** Bytes of uploads that are not complete. */
  stagingBytes: number;
}

/** How long an upload is kept after its last bytes, in milliseconds. */
export const uploadKept = 24 * 3_600_000;
/** An upload that has rested this long may have to make room for another, in milliseconds. */
const restingAfter = 3_600_000;
/** An upload that was touched within this time is under way, and room is kept for the rest of it, in milliseconds. */
const underWay = 600_000;
const mostUnfinished = 1_000;
const leaseKeptEvery = 15_000;
/** After these errors an upload cannot go on, so nothing of it is kept. */
const ends = new Set(["UNSUPPORTED_TYPE", "FILE_TOO_LARGE", "OTHER_BYTES", "NOT_FOUND"]);

export function createResumableUploads(needs: Needs): ResumableUploads {
  const { uploads, objects, room, ingest, library, stagingBytes } = needs;
  /** The uploads that this process writes to now. */
  const here = new Map<string, { breakOff(): void; over: Promise<void> }>();

  async function find(sender: UploadSender, id: string): Promise<UnfinishedUpload> {
    const found = await uploads.find(sender, id);
    if (!found)
      throw new AppError("NOT_FOUND", "There is no such upload, or not any more. Send all of the file.");
    return found;
  }

  /** Does something with an upload while nobody else writes to it. Another writer in this process is stopped first. */
  async function alone<Result>(
    sender: UploadSender,
    id: string,
    breakOff: () => void,
    work: (upload: UnfinishedUpload, lease: string) => Promise<Result>,
  ): Promise<Result> {
    await find(sender, id);
    for (let other = here.get(id); other; other = here.get(id)) {
      other.breakOff();
      await other.over;
    }
    const over = Promise.withResolvers<void>();
    here.set(id, { breakOff, over: over.promise });
    const lease = newLease();
    try {
      if (!(await uploads.take(id, lease))) {
        throw new AppError("IN_USE", "Another connection still sends this file.", { retryAfter: 2 });
      }
      return await work(await find(sender, id), lease);
    } finally {
      // The lease is free before another call of this process goes on.
      await uploads.leave(id, lease).finally(() => {
        here.delete(id);
        over.resolve();
      });
    }
  }

  async function remove(id: string): Promise<void> {
    await uploads.remove(id);
    await objects.removePart(id);
  }

  /**
   * Removes an upload after an error with which it cannot go on. While a disk is away, its bytes only seem to be gone.
   */
  async function endWith(id: string, error: unknown): Promise<never> {
    if (error instanceof AppError && ends.has(error.code)) {
      await library.check();
      await remove(id);
    }
    throw error;
  }

  /** Takes a file that is here in full into the library. */
  async function complete(
    sender: UploadSender,
    upload: UnfinishedUpload,
    lease: string,
  ): Promise<UnfinishedUpload> {
    if (upload.ended) return upload;
    await library.check();
    const { id, name, modifiedAt, sha256, received } = upload;
    const keeping = setInterval(() => {
      uploads.advance(id, lease, received).catch(() => {});
    }, leaseKeptEvery);
    let body: Readable | null = null;
    try {
      body = await objects.readPart(id);
      const taken = await ingest.receive(sender.owner, { name, modifiedAt, sha256, body, part: id });
      const ended = { photoId: taken.photo.id, duplicate: taken.duplicate, repaired: taken.repaired };
      await uploads.end(id, ended);
      await objects.removePart(id);
      return { ...upload, ended };
    } catch (error) {
      return await endWith(id, error);
    } finally {
      clearInterval(keeping);
      body?.destroy();
    }
  }

  /** Removes what nobody has touched since, and returns how many there were. */
  async function forgetBefore(time: number): Promise<number> {
    const ids = await uploads.untouchedSince(time);
    for (const id of ids) await remove(id);
    return ids.length;
  }

  async function makeRoom(bytes: number): Promise<void> {
    const now = libraryTime();
    const isTooMuch = async () => {
      const { count, received } = await uploads.sum(now);
      return count >= mostUnfinished || received + bytes > Math.max(stagingBytes, bytes);
    };
    if ((await isTooMuch()) && ((await forgetBefore(now - restingAfter)) === 0 || (await isTooMuch()))) {
      throw tooMany("Too much is being uploaded at once. Send fewer files at a time.", 60);
    }
    const { toCome } = await uploads.sum(now - underWay);
    await room.ensure(toCome + bytes);
  }

  return {
    async begin(sender, file) {
      await library.check();
      if (file.bytes === 0) await ingest.admitHead(new Uint8Array(0), 0);
      ingest.admitLength(file.bytes);
      await makeRoom(file.bytes);
      return uploads.begin(sender, { ...file, name: cleanFileName(file.name) });
    },

    look: (sender, id) =>
      alone(
        sender,
        id,
        () => {},
        async (upload, lease) =>
          upload.received === upload.bytes ? complete(sender, upload, lease) : upload,
      ),

    append: (sender, id, at, { body, breakOff }) =>
      alone(sender, id, breakOff, async (upload, lease) => {
        await library.check();
        if (at !== upload.received) {
          throw new AppError("CONFLICT", `This upload has ${upload.received} bytes. Go on there.`);
        }
        if (upload.received === upload.bytes) return complete(sender, upload, lease);
        const writer = partWriter({
          ...{ upload, admitHead: ingest.admitHead, open: () => objects.openPart(id, at) },
          keep: (received) => uploads.advance(id, lease, received),
        });
        const received = await writer.take(body).catch((error: unknown) => endWith(id, error));
        const now = { ...upload, received, touchedAt: libraryTime() };
        return received === upload.bytes ? complete(sender, now, lease) : now;
      }),

    drop: (sender, id) =>
      alone(
        sender,
        id,
        () => {},
        () => remove(id),
      ),

    async forget() {
      // While the clock may be wrong by years nothing is deleted for ever.
      let forgotten = isClockTrusted() ? await forgetBefore(libraryTime() - uploadKept) : 0;
      const parts = await Array.fromAsync(objects.parts());
      for (let from = 0; from < parts.length; from += 500) {
        const page = parts.slice(from, from + 500);
        const known = await uploads.known(page);
        for (const id of page) {
          if (known.has(id)) continue;
          await objects.removePart(id);
          forgotten++;
        }
      }
      return forgotten;
    },
  };
}
