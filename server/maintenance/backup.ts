import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { finished } from "node:stream/promises";
import type { Database } from "../engines/database/port.ts";
import { identityName, readIdentity, writeIdentity } from "../engines/objects/identity-file.ts";
import type { ObjectStore } from "../engines/objects/port.ts";
import { AppError } from "../errors.ts";
import type { Schema } from "../library/schema.ts";
import type { CheckedPhoto, FileChecks } from "../library/verifications.ts";
import {
  databaseNames,
  hashOf,
  hashOfFile,
  hashOfText,
  type ListedOriginal,
  listName,
  type Manifest,
  manifestName,
  nameOfOriginal,
  toLine,
} from "./backup-format.ts";
import type { CheckProgress } from "./check-files.ts";
import { linkOrCopy, writeWhole } from "./place-file.ts";
import { readTar, writeEnd, writeEntry } from "./tar.ts";
import type { WholeOriginals } from "./whole-originals.ts";

export interface BackupNeeds {
  database: Database<Schema>;
  objects: ObjectStore;
  originals: WholeOriginals;
  checks: FileChecks;
  library: { id: string; check(): Promise<void> };
  dataFolder: string;
  engine: Manifest["database"]["engine"];
  glimpse: string;
  migration: number;
}

/** Where a backup is written. */
interface Vault {
  /**
   * Returns true if the backup has this original already: in full length and, with `deep`, with the right hash. `place`
   * is the library's own file; null if it has none.
   */
  has(original: ListedOriginal, place: string | null): Promise<boolean>;
  /** Puts a file in; returns false if its bytes have another hash. */
  putOriginal(path: string, original: ListedOriginal): Promise<boolean>;
  /** `path` may be moved. */
  putFile(name: string, path: string): Promise<void>;
  /** Writes the last file, and makes the backup valid. */
  finish(texts: [name: string, text: string][]): Promise<void>;
  /** The folder for files that are being written. */
  scratch: string;
}

const pageSize = 200;

/**
 * Backs up the library while it is in use, into a folder (again and again, each time only what is new) or a tar
 * archive. The database is copied first, because each of its rows had its original on the disk before. Every original
 * that is put in is compared with its hash; with `deep`, so are those that were there before. A run that was stopped
 * goes on in a folder, and begins anew in an archive. Throws BAD_REQUEST if the target is something else.
 */
export async function* backUp(
  needs: BackupNeeds,
  target: string,
  { signal, deep = false }: { signal: AbortSignal; deep?: boolean },
): AsyncGenerator<CheckProgress, Manifest> {
  const { checks, database, engine, library } = needs;
  const isArchive = target.endsWith(".tar");
  refuseInside(needs.dataFolder, target);
  const vault = isArchive
    ? await openArchive(target, library.id)
    : await openFolder(target, library.id, deep);
  await database.dump(vault.scratch);
  const file = { engine, bytes: (await stat(vault.scratch)).size, sha256: await hashOfFile(vault.scratch) };
  await vault.putFile(databaseNames[engine], vault.scratch);

  const total = await checks.countPhotos();
  const lacking: Manifest["lacking"] = [];
  const lines: string[] = [];
  let done = 0;
  let bytes = 0;
  const listed = new Set<string>();
  for (let after = ""; ; ) {
    const page = await checks.photosAfter(after, pageSize);
    if (page.length === 0) break;
    for (const photo of page) {
      signal.throwIfAborted();
      done++;
      const before = after;
      after = photo.id;
      const damage = await put(needs, vault, photo);
      // A photo that was deleted for good just now lacks nothing.
      if (damage && (await checks.photosAfter(before, 1))[0]?.id !== photo.id) continue;
      if (damage) lacking.push({ sha256: photo.sha256, fileName: photo.fileName, damage });
      else if (!listed.has(photo.sha256)) {
        lines.push(toLine(photo));
        bytes += photo.bytes;
        listed.add(photo.sha256);
      }
      yield { done, total: Math.max(done, total) };
    }
  }
  const list = lines.join("");
  const manifest: Manifest = {
    ...{ format: 1, glimpse: needs.glimpse, library: library.id, migration: needs.migration },
    madeAt: new Date().toISOString(),
    database: file,
    photos: done,
    originals: { count: lines.length, bytes, listSha256: hashOfText(list) },
    lacking,
  };
  await vault.finish([
    [listName, list],
    [manifestName, `${JSON.stringify(manifest, null, 2)}\n`],
  ]);
  return manifest;
}

/** Puts a photo's original in, and returns what is wrong with it; null if nothing is. */
async function put(needs: BackupNeeds, vault: Vault, photo: CheckedPhoto): Promise<string | null> {
  const { objects, originals } = needs;
  const key = `originals/${photo.sha256}` as const;
  await using kept = await objects.localFile(key).catch(() => null);
  if (await vault.has(photo, kept?.path ?? null)) return null;
  const damage = await originals.look(photo, { deep: false });
  if (damage === "missing") return damage;
  try {
    await using file = await objects.localFile(key);
    if (await vault.putOriginal(file.path, photo)) return null;
  } catch (error) {
    // It was purged a moment ago, or its disk has gone.
    if (!(error instanceof AppError) || error.code !== "NOT_FOUND") throw error;
    await needs.library.check();
  }
  return originals.look(photo, { deep: true });
}

function refuseInside(dataFolder: string, target: string): void {
  const way = relative(dataFolder, resolve(target));
  if (!way.startsWith("..") || relative(resolve(target), dataFolder) === "") {
    throw new AppError("BAD_REQUEST", "A backup lies outside the data folder, best on another disk.");
  }
}

async function openFolder(folder: string, library: string, deep: boolean): Promise<Vault> {
  await mkdir(folder, { recursive: true });
  const entries = (await readdir(folder)).filter((name) => name !== "lost+found");
  const other = await readIdentity(join(folder, identityName));
  if (other ? other !== library : entries.length > 0) {
    const what = other ? `a backup of library ${other}` : "other files";
    throw new AppError("BAD_REQUEST", `${folder} holds ${what}. Choose an empty folder.`);
  }
  if (!other) await writeIdentity(join(folder, identityName), library);
  const at = (name: string) => join(folder, name);
  const moved: [from: string, to: string][] = [];
  return {
    scratch: at("database.part"),
    async has({ sha256, bytes }, place) {
      const path = at(nameOfOriginal(sha256));
      const there = await stat(path).catch(() => null);
      if (there?.size !== bytes) return false;
      // On one disk the file in the backup is a second name of the original. If it is not, the original was damaged and
      // repaired since, and the file here may be the damaged one.
      const original = place === null ? null : await stat(place).catch(() => null);
      const isLeftBehind = original?.dev === there.dev && original.ino !== there.ino;
      return !(deep || isLeftBehind) || (await hashOfFile(path)) === sha256;
    },
    putOriginal: (path, { sha256 }) => linkOrCopy(path, at(nameOfOriginal(sha256)), sha256),
    async putFile(name, path) {
      moved.push([path, at(name)]);
    },
    async finish(texts) {
      // Until here an earlier backup in this folder is valid; originals were only added to it.
      await rm(at(manifestName), { force: true });
      for (const [from, to] of moved) await rename(from, to);
      for (const [name, text] of texts) await writeWhole(at(name), createOne(Buffer.from(text)));
    },
  };
}

async function openArchive(target: string, library: string): Promise<Vault> {
  const part = `${target}.part`;
  const archive = createWriteStream(part);
  const madeAt = Date.now();
  const put = async (name: string, path: string) => {
    const { size } = await stat(path);
    await writeEntry(archive, { name, bytes: size, body: createReadStream(path) }, madeAt);
  };
  const putText = (name: string, text: string) => {
    const bytes = Buffer.from(text);
    return writeEntry(archive, { name, bytes: bytes.length, body: createOne(bytes) }, madeAt);
  };
  await putText(identityName, `${library}\n`);
  const inside = new Set<string>();
  return {
    scratch: join(dirname(resolve(target)), `.${library}.database.part`),
    has: async ({ sha256 }) => inside.has(sha256),
    async putOriginal(path, { sha256 }) {
      if ((await hashOfFile(path)) !== sha256) return false;
      await put(nameOfOriginal(sha256), path);
      inside.add(sha256);
      return true;
    },
    async putFile(name, path) {
      await put(name, path);
      await rm(path);
    },
    async finish(texts) {
      for (const [name, text] of texts) await putText(name, text);
      await writeEnd(archive);
      archive.end();
      await finished(archive);
      const handle = await open(part, "r+");
      await handle.sync().finally(() => handle.close());
      await readBack(part);
      await rename(part, target);
    },
  };
}

/** Reads a written archive and compares each original with its name. */
async function readBack(path: string): Promise<void> {
  for await (const { name, body } of readTar(createReadStream(path))) {
    const hash = await hashOf(body);
    if (name.startsWith("originals/") && !name.endsWith(hash)) {
      throw new AppError("INTERNAL", `${path}: ${name} was not written as it was read. Is the disk damaged?`);
    }
  }
}

async function* createOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
