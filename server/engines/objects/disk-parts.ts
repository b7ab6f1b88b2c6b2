import { createReadStream } from "node:fs";
import { open, opendir } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../errors.ts";
import type { Room } from "../room.ts";
import { mapped, removeFile, syncFolder, writeAll } from "./disk-failures.ts";
import type { ObjectStore, UnfinishedObject } from "./port.ts";

type PartStore = Pick<ObjectStore, "openPart" | "readPart" | "removePart" | "parts">;

const ending = ".unfinished";
const writtenAtOnce = 524_288;

/** Says whether a file in staging belongs to an upload that may go on later. */
export const isPart = (name: string): boolean => name.endsWith(ending);

/**
 * Keeps unfinished uploads as files in `staging`. `inStaging` makes that folder again where it alone was deleted; `room`
 * keeps a reserve that no upload may use.
 */
export function partStore(
  staging: string,
  room: Room | undefined,
  inStaging: <Made>(make: () => Promise<Made>) => Promise<Made>,
): PartStore & { fileOf(id: string): string } {
  function fileOf(id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new AppError("BAD_REQUEST", `not an upload's id: ${id}`);
    return join(staging, id + ending);
  }

  return {
    fileOf,

    openPart: (id, at) =>
      mapped(async () => {
        const path = fileOf(id);
        const handle = await (at === 0 ? inStaging(() => open(path, "w")) : open(path, "r+"));
        try {
          if (at === 0) await syncFolder(staging);
          const { size } = await handle.stat();
          if (size < at)
            throw new AppError("NOT_FOUND", "The beginning of this upload is gone. Send all of it.");
          if (size > at) await handle.truncate(at);
        } catch (error) {
          await handle.close();
          throw error;
        }
        return unfinished(handle, at, room);
      }),

    readPart: (id) => mapped(async () => createReadStream("", { fd: await open(fileOf(id), "r") })),

    removePart: (id) => removeFile(fileOf(id)),

    async *parts() {
      for await (const { name } of await opendir(staging))
        if (isPart(name)) yield name.slice(0, -ending.length);
    },
  };
}

function unfinished(
  handle: Awaited<ReturnType<typeof open>>,
  at: number,
  room: Room | undefined,
): UnfinishedObject {
  // A connection brings bytes in small pieces. We collect them, because one write for each would cost too
  // much.
  let waiting: Uint8Array[] = [];
  let size = 0;
  let end = at;
  const flush = () => {
    const [chunks, bytes] = [waiting, size];
    waiting = [];
    size = 0;
    return mapped(async () => {
      await room?.ensure(bytes);
      await writeAll(handle, chunks, end);
      end += bytes;
    });
  };
  return {
    async write(chunk) {
      waiting.push(chunk);
      size += chunk.length;
      if (size >= writtenAtOnce) await flush();
    },
    async save() {
      if (size > 0) await flush();
      await mapped(() => handle.datasync());
      return end;
    },
    close: () => handle.close(),
  };
}
