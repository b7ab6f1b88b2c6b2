import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  access,
  type FileHandle,
  mkdir,
  open,
  opendir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError, systemCode } from "../../errors.ts";
import { holder, isGone } from "../holder.ts";
import type { Room } from "../room.ts";
import { identityName, readIdentity, writeIdentity } from "./identity-file.ts";
import type { ObjectKey, ObjectStore, StagedObject } from "./port.ts";
import { isSame } from "./same-bytes.ts";

const oldAfter = 24 * 3_600_000;
const writtenAtOnce = 524_288;

/**
 * Stores objects as files below `folder`, spread over subfolders by the first characters of their hash.
 * Unfinished files lie in `folder/staging` under a name that starts with their writer, so that a sweep can
 * tell whether the writer has died. `room` keeps a reserve on the disk that no object may use.
 */
export function openDisk(folder: string, room?: Room): ObjectStore {
  const staging = join(folder, "staging");
  const identityFile = join(folder, "originals", identityName);

  /** Makes the folder for files on their way again if it alone was deleted, and not if a disk has gone. */
  async function inStaging<Made>(make: () => Promise<Made>): Promise<Made> {
    try {
      return await make();
    } catch (error) {
      if (systemCode(error) !== "ENOENT" || !(await readIdentity(identityFile))) throw error;
      await mkdir(staging).catch(() => {});
      return make();
    }
  }

  const store: ObjectStore = {
    identity: () => readIdentity(identityFile),

    identify: (library) =>
      mapped(async () => {
        await mkdir(staging, { recursive: true });
        await mkdir(dirname(identityFile), { recursive: true });
        if ((await readIdentity(identityFile)) !== library) await writeIdentity(identityFile, library);
      }),

    async *originals() {
      const entries = await opendir(join(folder, "originals"), { recursive: true });
      for await (const { name } of entries) if (/^[0-9a-f]{64}$/.test(name)) yield `originals/${name}`;
    },

    stage: () => mapped(() => inStaging(() => stageOnDisk(folder, staging, room))),

    put: (key, bytes) =>
      mapped(async () => {
        await room?.ensure(bytes.length);
        const name = join(staging, `${holder}-${randomUUID()}.part`);
        const handle = await inStaging(() => open(name, "wx"));
        try {
          await handle.writeFile(bytes);
          await handle.sync();
          await handle.close();
          await moveInto(folder, name, key);
        } catch (error) {
          await handle.close().catch(() => {});
          await rm(name, { force: true });
          throw error;
        }
      }),

    stat: (key) =>
      stat(fileOf(folder, key)).then(
        (found) => ({ bytes: found.size }),
        (error) => {
          if (systemCode(error) === "ENOENT") return null;
          throw error;
        },
      ),

    open: (key, stretch) =>
      mapped(async () => {
        const handle = await open(fileOf(folder, key), "r");
        const part = stretch && { start: stretch.first, end: stretch.last };
        return createReadStream("", { fd: handle, ...part });
      }),

    read: (key) => mapped(() => readFile(fileOf(folder, key))),

    async localFile(key) {
      const path = fileOf(folder, key);
      await mapped(() => access(path));
      return { path, [Symbol.asyncDispose]: async () => {} };
    },

    remove: (key) => rm(fileOf(folder, key), { force: true }),

    async sweep(isReferenced) {
      const swept = { staged: 0, objects: 0 };
      const live = async () => (await readdir(staging)).filter((name) => !isGone(name));
      for (const name of await readdir(staging)) {
        if (!isGone(name) && !(await isOld(join(staging, name)))) continue;
        const key = markedKey(name);
        if (key && !(await isReferenced(key))) {
          const wanted = (await live()).some((other) => markedKey(other) === key);
          if (!wanted && (await store.stat(key))) {
            await store.remove(key);
            swept.objects++;
          }
        }
        await rm(join(staging, name), { force: true });
        if (!key) swept.staged++;
      }
      return swept;
    },

    // Only a write shows that the disk takes writes.
    check: () =>
      mapped(async () => {
        const probe = join(folder, "probe");
        await (await open(probe, "w")).close();
        await rm(probe, { force: true });
      }),
  };
  return store;
}

/** Decides by age for files from other machines, whose processes we cannot see. No upload takes this long. */
async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > oldAfter;
}

async function stageOnDisk(folder: string, staging: string, room?: Room): Promise<StagedObject> {
  await room?.ensure(0);
  const token = `${holder}-${randomUUID()}`;
  const part = join(staging, `${token}.part`);
  const handle = await open(part, "wx");
  let published: { key: ObjectKey; mark: string } | undefined;
  // A connection brings bytes in small pieces. We collect them, because one write for each would cost too
  // much.
  let waiting: Uint8Array[] = [];
  let size = 0;
  const flush = () => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    return mapped(async () => {
      await room?.ensure(bytes.length);
      await writeAll(handle, bytes);
    });
  };
  return {
    async write(chunk) {
      waiting.push(chunk);
      size += chunk.length;
      if (size >= writtenAtOnce) await flush();
    },
    publish: (key) =>
      mapped(async () => {
        await flush();
        await handle.sync();
        await handle.close();
        const mark = join(staging, `${token}.${key.replace("/", "+")}.mark`);
        await (await open(mark, "wx")).close();
        published = { key, mark };
        const same = await isSame(fileOf(folder, key), key, (await stat(part)).size);
        if (!same) await moveInto(folder, part, key);
        return !same;
      }),
    async settle() {
      if (!published) return;
      const { key, mark } = published;
      // A sweep may have removed the same object a moment ago, because it did not know of our row yet.
      await mapped(async () => {
        if (!(await exists(fileOf(folder, key)))) await moveInto(folder, part, key);
      });
      await rm(part, { force: true });
      await rm(mark, { force: true });
    },
    async discard() {
      await handle.close().catch(() => {});
      await rm(part, { force: true });
    },
  };
}

/** Moves a file into its place. Its bytes are on the disk already; this makes its name durable too. */
async function moveInto(folder: string, from: string, key: ObjectKey): Promise<void> {
  const target = fileOf(folder, key);
  if (key.startsWith("originals/")) await makeBelow(join(folder, "originals"), dirname(target));
  else await mkdir(dirname(target), { recursive: true });
  await rename(from, target);
  await syncFolder(dirname(target));
}

/** Makes the two folders above an original, but not `top`: if that is gone, a disk is not mounted. */
async function makeBelow(top: string, folder: string): Promise<void> {
  if (await exists(folder)) return;
  for (const each of [dirname(folder), folder]) {
    await mkdir(each).catch((error) => {
      if (systemCode(error) !== "EEXIST") throw error;
    });
  }
  await syncFolder(dirname(folder));
  await syncFolder(top);
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Returns the path of an object: `originals/<hash>` lies at `originals/ab/cd/<hash>`. */
function fileOf(folder: string, key: ObjectKey): string {
  const [, kind, name] = /^(originals|renditions)\/([0-9a-f]{8,}[\w-]*)$/.exec(key) ?? [];
  if (!kind || !name) throw new AppError("BAD_REQUEST", `not an object key: ${key}`);
  return join(folder, kind, name.slice(0, 2), name.slice(2, 4), name);
}

function markedKey(stagedName: string): ObjectKey | null {
  const found = /^\d+-[0-9a-f-]+\.((?:originals|renditions)\+[\w-]+)\.mark$/.exec(stagedName);
  return found?.[1] ? (found[1].replace("+", "/") as ObjectKey) : null;
}

/** Writes a folder out to the disk, because a rename survives a power cut only after that. */
async function syncFolder(folder: string): Promise<void> {
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

async function mapped<T>(work: () => Promise<T>): Promise<T> {
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
