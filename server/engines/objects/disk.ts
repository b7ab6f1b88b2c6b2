import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  access,
  copyFile,
  link,
  mkdir,
  open,
  opendir,
  readdir,
  readFile,
  rename,
  stat,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError, systemCode } from "../../errors.ts";
import { holder, isGone } from "../holder.ts";
import type { Room } from "../room.ts";
import { exists, mapped, removeFile, syncFolder, writeAll } from "./disk-failures.ts";
import { isPart, partStore } from "./disk-parts.ts";
import { identityName, identityReader, readIdentity, writeIdentity } from "./identity-file.ts";
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

  const { fileOf: partOf, ...parts } = partStore(staging, room, inStaging);

  const store: ObjectStore = {
    identity: identityReader(identityFile),

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

    ...parts,

    stagePart: (id) => mapped(() => stageOnDisk(folder, staging, room, partOf(id))),

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
          await removeFile(name);
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

    remove: (key) => removeFile(fileOf(folder, key)),

    async sweep(isReferenced, { isClockTrusted } = { isClockTrusted: true }) {
      const swept = { staged: 0, objects: 0 };
      const live = async () => (await readdir(staging)).filter((name) => !isGone(name));
      for (const name of await readdir(staging)) {
        // The row of an unfinished upload says how long it is kept.
        if (isPart(name)) continue;
        if (!isGone(name) && !(isClockTrusted && (await isOld(join(staging, name))))) continue;
        const key = markedKey(name);
        if (key && !(await isReferenced(key))) {
          const wanted = (await live()).some((other) => markedKey(other) === key);
          if (!wanted && (await store.stat(key))) {
            await store.remove(key);
            swept.objects++;
          }
        }
        await removeFile(join(staging, name));
        if (!key) swept.staged++;
      }
      return swept;
    },

    // Only a write shows that the disk takes writes.
    check: () =>
      mapped(async () => {
        const probe = join(folder, "probe");
        await (await open(probe, "w")).close();
        await removeFile(probe);
      }),
  };
  return store;
}

/** Decides by age for files from other machines, whose processes we cannot see. No upload takes this long. */
async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > oldAfter;
}

/** Begins a file in staging; or takes the file `from`, which keeps its name, as one whose bytes are there. */
async function stageOnDisk(
  folder: string,
  staging: string,
  room?: Room,
  from?: string,
): Promise<StagedObject> {
  await room?.ensure(0);
  const token = `${holder}-${randomUUID()}`;
  const part = join(staging, `${token}.part`);
  // Where a file cannot have two names it is copied.
  if (from) await link(from, part).catch(() => copyFile(from, part));
  const handle = await open(part, from ? "r+" : "wx");
  let published: { key: ObjectKey; mark: string } | undefined;
  let isSettled = false;
  // A connection brings bytes in small pieces. We collect them, because one write for each would cost too
  // much.
  let waiting: Uint8Array[] = [];
  let size = 0;
  const flush = () => {
    const [chunks, bytes] = [waiting, size];
    waiting = [];
    size = 0;
    return mapped(async () => {
      await room?.ensure(bytes);
      await writeAll(handle, chunks);
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
      await removeFile(part);
      await removeFile(mark);
      isSettled = true;
    },
    async discard() {
      if (isSettled) return;
      await handle.close().catch(() => {});
      await removeFile(part);
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
