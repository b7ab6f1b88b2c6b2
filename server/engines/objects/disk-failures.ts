import { access, type FileHandle, open } from "node:fs/promises";
import { AppError, systemCode } from "../../errors.ts";

/** Writes all of a chunk; at the place `from` of the file, or else where the last write ended. */
export async function writeAll(handle: FileHandle, chunk: Uint8Array, from?: number): Promise<void> {
  for (let at = 0; at < chunk.length; ) {
    const place = from === undefined ? null : from + at;
    at += (await handle.write(chunk, at, chunk.length - at, place)).bytesWritten;
  }
}

export const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Writes a folder out to the disk, because a rename survives a power cut only after that. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What the system says when a disk or a network folder fails, or takes no writes. */
const diskFailures = new Set([
  "EIO",
  "EROFS",
  "ESTALE",
  "ENXIO",
  "ENODEV",
  "ETIMEDOUT",
  "EHOSTDOWN",
  "ENOTCONN",
]);

/** Does work on the disk, and turns what the system says of failures into AppErrors. */
export async function mapped<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOSPC" || code === "EDQUOT") {
      throw new AppError("DISK_FULL", "There is no room left on the disk.", { cause: error });
    }
    if (code !== undefined && diskFailures.has(code)) {
      throw new AppError(
        "LIBRARY_AWAY",
        `The disk of the photos cannot be used (${code}). Look at its connection.`,
        {
          cause: error,
        },
      );
    }
    if (code === "ENOENT") throw new AppError("NOT_FOUND", "The file is not in the store.", { cause: error });
    throw error;
  }
}
