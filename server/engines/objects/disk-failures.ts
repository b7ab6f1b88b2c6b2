import { access, type FileHandle, open, unlink } from "node:fs/promises";
import { AppError, systemCode } from "../../errors.ts";

/**
 * Writes all of the chunks; at the place `from` of the file, or else where the last write ended. Putting them together
 * first would make garbage of the file's size, whose collection costs more than the writing.
 */
export async function writeAll(
  handle: FileHandle,
  chunks: readonly Uint8Array[],
  from?: number,
): Promise<void> {
  let left = chunks;
  for (let at = 0; left.length > 0; ) {
    const place = from === undefined ? undefined : from + at;
    const { bytesWritten } = await handle.writev([...left], place);
    at += bytesWritten;
    left = afterBytes(left, bytesWritten);
  }
}

/** Returns what follows the first `bytes` of the chunks. */
export function afterBytes(chunks: readonly Uint8Array[], bytes: number): Uint8Array[] {
  let begin = 0;
  for (const [index, chunk] of chunks.entries()) {
    if (bytes < begin + chunk.length) return [chunk.subarray(bytes - begin), ...chunks.slice(index + 1)];
    begin += chunk.length;
  }
  return [];
}

export const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Removes a file, if there is one. (`rm` of Node looks at the file first, in this thread.) */
export async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error) => {
    if (!["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) throw error;
  });
}

/** Writes a folder out to the disk, because a rename survives a power cut only after that. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The system's codes for a disk or network folder that fails, or that takes no writes. */
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

/** Does work on the disk, and turns the system's errors into AppErrors. */
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
