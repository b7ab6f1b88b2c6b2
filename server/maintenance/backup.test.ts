import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Folder, temporaryFolder } from "#tests/fixtures/folder.ts";
import { openWithTables } from "#tests/fixtures/with-tables.ts";
import { openDisk } from "../engines/objects/disk.ts";
import { createIdentityRows } from "../library/identity.ts";
import { localOwner } from "../library/ids.ts";
import { migrations } from "../library/migrations/all.ts";
import { createPhotos } from "../library/photos.ts";
import { createFileChecks } from "../library/verifications.ts";
import { backUp } from "./backup.ts";
import { nameOfOriginal } from "./backup-format.ts";
import { lookForLibrary, settleLibrary } from "./library-identity.ts";
import { restore } from "./restore.ts";
import { createWholeOriginals } from "./whole-originals.ts";

const never = new AbortController().signal;

/** Opens a library of this many photos. */
async function openLibrary(folder: Folder, count: number) {
  const dataFolder = folder.at("data");
  const databaseFile = join(dataFolder, "glimpse.sqlite");
  const place = { folder: dataFolder, databaseFile, stateFolder: null, newLibrary: false };
  const database = await openWithTables(databaseFile);
  const objects = openDisk(dataFolder);
  const library = await settleLibrary(place, null, { identity: createIdentityRows(database), objects });
  const photos = createPhotos(database);
  const hashes: string[] = [];
  for (let number = 0; number < count; number++) {
    const bytes = Buffer.alloc(2_000, number);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await objects.put(`originals/${sha256}`, bytes);
    const about = { fileName: `${number}.jpg`, type: "image/jpeg", extension: "jpg", modifiedAt: null };
    await photos.receive(localOwner, { sha256, bytes: 2_000, ...about });
    hashes.push(sha256);
  }
  const needs = {
    ...{ database, objects, library, dataFolder },
    originals: createWholeOriginals({ objects, marks: photos, library }),
    checks: createFileChecks(database),
    ...{ engine: "sqlite" as const, glimpse: "test", migration: migrations.length },
  };
  return { needs, hashes, [Symbol.asyncDispose]: () => database.close() };
}

const placeAt = (folder: Folder, name: string) => ({
  ...{ dataFolder: folder.at(name), stateFolder: null, engine: "sqlite" as const },
  migrationsKnown: migrations.length,
  load: async () => {},
});

async function toEnd<Result>(steps: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

/** Runs some steps and then stops, as Ctrl-C does. */
async function stopAfter(steps: number, begin: (signal: AbortSignal) => AsyncGenerator): Promise<void> {
  const stopping = new AbortController();
  const running = begin(stopping.signal);
  for (let step = 0; step < steps; step++) await running.next();
  stopping.abort();
  await expect(running.next()).rejects.toThrow();
}

async function originalsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, "originals"), { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() && entry.name.length === 64 ? [entry.name] : [])).sort();
}

const restoring = (source: string, place: ReturnType<typeof placeAt>, signal = never) =>
  restore(source, place, { originalsOnly: false, signal });

test("a backup that was stopped goes on where it was, and is none before its end", async () => {
  await using folder = await temporaryFolder();
  await using library = await openLibrary(folder, 12);
  const backup = folder.at("backup");
  await stopAfter(5, (signal) => backUp(library.needs, backup, { signal }));
  expect(await originalsBelow(backup)).toHaveLength(5);
  await expect(toEnd(restoring(backup, placeAt(folder, "new")))).rejects.toThrow("was not finished");
  const [first = ""] = library.hashes;
  const inode = (await stat(join(backup, nameOfOriginal(first)))).ino;
  const manifest = await toEnd(backUp(library.needs, backup, { signal: never }));
  expect(manifest).toMatchObject({ photos: 12, originals: { count: 12, bytes: 24_000 }, lacking: [] });
  expect((await stat(join(backup, nameOfOriginal(first)))).ino).toBe(inode);
  expect((await toEnd(restoring(backup, placeAt(folder, "new")))).lacking).toEqual([]);
});

test("an earlier backup stays valid while a new one is stopped in the same folder", async () => {
  await using folder = await temporaryFolder();
  await using library = await openLibrary(folder, 6);
  const backup = folder.at("backup");
  await toEnd(backUp(library.needs, backup, { signal: never }));
  await stopAfter(3, (signal) => backUp(library.needs, backup, { signal }));
  expect((await toEnd(restoring(backup, placeAt(folder, "new")))).lacking).toEqual([]);
});

test.each([
  "backup",
  "backup.tar",
])("a restore of %s that was stopped goes on where it was, and is no library before its end", async (name) => {
  await using folder = await temporaryFolder();
  await using library = await openLibrary(folder, 8);
  await toEnd(backUp(library.needs, folder.at(name), { signal: never }));
  const place = placeAt(folder, "new");
  await stopAfter(4, (signal) => restoring(folder.at(name), place, signal));
  expect(await originalsBelow(place.dataFolder)).toHaveLength(4);
  const asLibrary = {
    folder: place.dataFolder,
    databaseFile: folder.at("new/glimpse.sqlite"),
    stateFolder: null,
    newLibrary: true,
  };
  await expect(lookForLibrary(asLibrary)).rejects.toThrow("was not finished");
  expect((await toEnd(restoring(folder.at(name), place))).lacking).toEqual([]);
  expect(await originalsBelow(place.dataFolder)).toEqual(library.hashes.toSorted());
  expect(await lookForLibrary(asLibrary)).toEqual({ is: "library", id: library.needs.library.id });
});

test("a damaged original in a backup is not restored, and is named", async () => {
  await using folder = await temporaryFolder();
  await using library = await openLibrary(folder, 3);
  const backup = folder.at("backup");
  await toEnd(backUp(library.needs, backup, { signal: never }));
  const [flipped = "", cut = "", whole = ""] = library.hashes;
  // A new file, because the one in the backup is another name of the library's.
  for (const hash of [flipped, cut]) {
    const path = join(backup, nameOfOriginal(hash));
    const bytes = await readFile(path);
    await rm(path);
    bytes[9] = 200;
    await writeFile(path, bytes);
  }
  await truncate(join(backup, nameOfOriginal(cut)), 10);
  const place = placeAt(folder, "new");
  expect((await toEnd(restoring(backup, place))).lacking.sort()).toEqual([flipped, cut].sort());
  expect(await originalsBelow(place.dataFolder)).toEqual([whole]);
  await toEnd(backUp(library.needs, backup, { signal: never, deep: true }));
  expect((await toEnd(restoring(backup, placeAt(folder, "newer")))).lacking).toEqual([]);
});

test("an original that was damaged and repaired is whole in the next backup on the same disk, too", async () => {
  await using folder = await temporaryFolder();
  await using library = await openLibrary(folder, 2);
  const backup = folder.at("backup");
  await toEnd(backUp(library.needs, backup, { signal: never }));
  const [hash = ""] = library.hashes;
  const path = join(library.needs.dataFolder, nameOfOriginal(hash));
  const bytes = await readFile(path);
  // The disk damages both names of the file, and the upload that repairs it makes a new one.
  await writeFile(path, Buffer.alloc(bytes.length, 200));
  await rm(path);
  await writeFile(path, bytes);
  await toEnd(backUp(library.needs, backup, { signal: never }));
  expect((await toEnd(restoring(backup, placeAt(folder, "new")))).lacking).toEqual([]);
});
