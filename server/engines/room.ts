import { type FileHandle, open, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import { identityName, readIdentity } from "./objects/identity-file.ts";

/**
 * Keeps a reserve of room on the disk of the data folder, in a file of its own. When the disk is nearly full, the file
 * is deleted: photos are refused then, but the rows and the search index can still be written, and Glimpse starts. The
 * reserve is made again when there is room.
 */
export interface Room {
  /** Throws AppError DISK_FULL if this many bytes more would take from the reserve. */
  ensure(bytes: number): Promise<void>;
  /**
   * Makes the reserve if it is missing, now and later. Before this call nothing is written into the folder, nor while
   * the folder has no library because its disk is away.
   */
  keepReserve(): void;
  close(): Promise<void>;
}

const lookEvery = 1_000;

/** If fewer bytes are left, the reserve is given up. A write of SQLite takes at most a few megabytes. */
const lowMark = 8_000_000;
/** The largest share of a disk that the reserve takes. */
const mostShare = 1 / 20;
const writtenAtOnce = 1_000_000;
/**
 * With so many bytes to spare, what was measured holds for a moment: no disk is filled so fast. A large upload asks for
 * each half a megabyte, and asking the system each time takes longer than the write.
 */
const ample = 2_000_000_000;
/** Milliseconds. */
const ampleFor = 250;

/** `bytes` is how much to keep; a twentieth of the disk at most. Any number of processes may have it open. */
export async function openRoom(folder: string, bytes: number): Promise<Room> {
  const file = join(folder, "reserve");
  const identity = join(folder, identityName);
  const kept = () =>
    stat(file).then(
      ({ size }) => size,
      () => 0,
    );

  async function measure(): Promise<{ free: number; reserve: number; low: number }> {
    const { bavail, blocks, bsize } = await statfs(folder);
    const reserve = Math.floor(Math.min(bytes, blocks * bsize * mostShare));
    return { free: bavail * bsize, reserve, low: Math.min(lowMark, reserve / 2) };
  }

  async function make(reserve: number): Promise<void> {
    const handle = await open(file, "w");
    try {
      await fill(handle, reserve);
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  }

  /** Deletes or makes the reserve, as the disk has room. */
  async function look(): Promise<void> {
    const { free, reserve, low } = await measure();
    const size = await kept();
    if (size > 0 && (free < low || size > reserve * 2)) await rm(file, { force: true });
    else if (mayMake && size < reserve && free > reserve * 2 && (await readIdentity(identity)))
      await make(reserve);
  }

  let mayMake = false;
  let ampleUntil = 0;
  let looking = look().catch(() => {});
  await looking;
  const timer = setInterval(() => {
    // A disk that is away or full to the last byte says so where it is used.
    looking = looking.then(look).catch(() => {});
  }, lookEvery).unref();

  return {
    async ensure(wanted) {
      if (performance.now() < ampleUntil && wanted < ample / 2) return;
      const { free, reserve, low } = await measure();
      const spare = free - low - Math.max(0, reserve - (await kept()));
      ampleUntil = spare - wanted > ample ? performance.now() + ampleFor : 0;
      if (spare >= wanted) return;
      const left = Math.max(0, Math.floor(free / 1e6));
      throw new AppError("DISK_FULL", `There is no room left on the disk (${left} MB are free). Make room.`);
    },

    keepReserve() {
      mayMake = true;
      looking = looking.then(look).catch(() => {});
    },

    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}

/** Fills a file with bytes that no file system makes smaller. */
async function fill(handle: FileHandle, bytes: number): Promise<void> {
  const block = crypto.getRandomValues(Buffer.alloc(65_536));
  const chunk = Buffer.concat(Array.from({ length: Math.ceil(writtenAtOnce / block.length) }, () => block));
  for (let left = bytes; left > 0; left -= chunk.length)
    await handle.write(chunk, 0, Math.min(left, chunk.length));
}
