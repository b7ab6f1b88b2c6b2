import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Folder, temporaryFolder } from "#tests/fixtures/folder.ts";
import { migrate } from "../engines/database/migrate.ts";
import { openSqlite } from "../engines/database/sqlite.ts";
import { openDisk } from "../engines/objects/disk.ts";
import { createIdentityRows } from "../library/identity.ts";
import { localOwner } from "../library/ids.ts";
import { migrations } from "../library/migrations/all.ts";
import { createPhotos } from "../library/photos.ts";
import type { Schema } from "../library/schema.ts";
import { judgeLibrary, lookForLibrary, settleLibrary } from "./library-identity.ts";

const hash = (number: number) => String(number).padStart(64, "0");

/** Opens a library as the program does, and closes its database when the test is over. */
async function open(folder: Folder, { newLibrary = false, name = "data" } = {}) {
  const path = folder.at(name);
  const databaseFile = join(path, "glimpse.sqlite");
  const place = { folder: path, databaseFile, stateFolder: folder.at("state"), newLibrary };
  const state = await lookForLibrary(place);
  const objects = openDisk(path);
  const database = await openSqlite<Schema>(databaseFile);
  try {
    const parts = { identity: createIdentityRows(database), objects };
    const known = await judgeLibrary(place, state, parts);
    await migrate(database, migrations);
    const watch = await settleLibrary(place, known, parts);
    return { watch, objects, database, [Symbol.asyncDispose]: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

type Opened = Awaited<ReturnType<typeof open>>;

async function addPhoto({ objects, database }: Pick<Opened, "objects" | "database">, number: number) {
  await objects.put(`originals/${hash(number)}`, new Uint8Array([number]));
  const arrival = { sha256: hash(number), fileName: "a.jpg", type: "image/jpeg", extension: "jpg" };
  await createPhotos(database).receive(localOwner, { ...arrival, bytes: 1, modifiedAt: null });
}

const away = (words: RegExp) =>
  expect.objectContaining({ code: "LIBRARY_AWAY", message: expect.stringMatching(words) });

/** Takes away the ids, as versions before them had none. */
async function forgetIds(folder: Folder) {
  await rm(folder.at("data/library.id"));
  await rm(folder.at("data/originals/library.id"));
  const database = await openSqlite<Schema>(folder.at("data/glimpse.sqlite"));
  await database.rows.deleteFrom("library").execute();
  await database.close();
}

test("a new library gets one id in its folder, in its rows and beside its originals, and keeps it", async () => {
  await using folder = await temporaryFolder();
  let id = "";
  {
    await using opened = await open(folder);
    id = opened.watch.id;
    await opened.watch.check();
  }
  expect((await readFile(folder.at("data/library.id"), "utf8")).trim()).toBe(id);
  expect((await readFile(folder.at("data/originals/library.id"), "utf8")).trim()).toBe(id);
  await using again = await open(folder);
  expect(again.watch.id).toBe(id);
});

test("a new library begins beside lost+found, but not among other files unless that is meant", async () => {
  await using folder = await temporaryFolder();
  await mkdir(folder.at("data/lost+found"), { recursive: true });
  await (await open(folder))[Symbol.asyncDispose]();
  await mkdir(folder.at("other"));
  await folder.write("other/letter.txt", "Dear Anna");
  await expect(open(folder, { name: "other" })).rejects.toEqual(away(/is not empty and holds no library/));
  expect(await readdir(folder.at("other"))).toEqual(["letter.txt"]);
  await (await open(folder, { name: "other", newLibrary: true }))[Symbol.asyncDispose]();
});

test("an empty folder in the place of a known library is refused, and stays empty", async () => {
  await using folder = await temporaryFolder();
  const { watch, database } = await open(folder);
  await database.close();
  await rename(folder.at("data"), folder.at("unmounted"));
  await expect(open(folder)).rejects.toEqual(away(new RegExp(`library ${watch.id} is missing`)));
  expect(existsSync(folder.at("data"))).toBe(false);
  await mkdir(folder.at("data"));
  await expect(open(folder)).rejects.toEqual(away(/Mount its disk/));
  expect(await readdir(folder.at("data"))).toEqual([]);
  await using meant = await open(folder, { newLibrary: true });
  expect(meant.watch.id).not.toBe(watch.id);
});

test.each([
  ["glimpse.sqlite", /^GLIMPSE_DATA: the database of library .* is missing/],
  ["originals", /^GLIMPSE_DATA: the originals of library .* are missing/],
  ["originals/library.id", /^GLIMPSE_DATA: the originals of library .* are missing/],
  ["library.id", /^GLIMPSE_DATA: library .* is missing: .*glimpse.sqlite belongs to it/],
])("a library without %s is refused, and nothing is made", async (name, words) => {
  await using folder = await temporaryFolder();
  const opened = await open(folder);
  await addPhoto(opened, 1);
  await opened.database.close();
  await rm(folder.at(`data/${name}`), { recursive: true });
  const before = (await readdir(folder.at("data"), { recursive: true })).sort();
  await expect(open(folder)).rejects.toEqual(away(words));
  expect((await readdir(folder.at("data"), { recursive: true })).sort()).toEqual(before);
});

test("parts of two libraries are refused, and both ids are named", async () => {
  await using folder = await temporaryFolder();
  const one = await open(folder, { name: "one" });
  const two = await open(folder, { name: "two" });
  await one.database.close();
  await two.database.close();
  await rename(folder.at("one/originals"), folder.at("one/kept"));
  await rename(folder.at("two/originals"), folder.at("one/originals"));
  const both = new RegExp(`${one.watch.id}.*${two.watch.id}`);
  await expect(open(folder, { name: "one" })).rejects.toEqual(away(both));
  await rm(folder.at("one/originals"), { recursive: true });
  await rename(folder.at("one/kept"), folder.at("one/originals"));
  await rename(folder.at("two/glimpse.sqlite"), folder.at("one/glimpse.sqlite"));
  await expect(open(folder, { name: "one" })).rejects.toEqual(away(both));
});

test("a process that died while it made the library is followed by one that ends the work", async () => {
  await using folder = await temporaryFolder();
  const { watch, database } = await open(folder);
  await database.rows.updateTable("library").set({ settled: 0 }).execute();
  await database.close();
  await rm(folder.at("data/library.id"));
  await rm(folder.at("data/originals"), { recursive: true });
  await using again = await open(folder);
  expect(again.watch.id).toBe(watch.id);
  await again.watch.check();
});

test("a library of an older version gets an id if rows and originals agree", async () => {
  await using folder = await temporaryFolder();
  const opened = await open(folder);
  for (let number = 0; number < 12; number++) await addPhoto(opened, number);
  await opened.database.close();
  await forgetIds(folder);
  // One damaged photo of twelve is no reason to refuse the others.
  await rm(folder.at(`data/originals/00/00/${hash(3)}`));
  {
    await using again = await open(folder);
    await again.watch.check();
  }
  await forgetIds(folder);
  await rename(folder.at("data/originals"), folder.at("elsewhere"));
  await expect(open(folder)).rejects.toEqual(away(/12 of 12 originals .* are missing/));
  await rename(folder.at("elsewhere"), folder.at("data/originals"));
  await rm(folder.at("data/glimpse.sqlite"));
  await expect(open(folder)).rejects.toEqual(away(/is missing: .* is empty or of something else/));
});

test("originals that an empty database does not know are refused, also in an older library", async () => {
  await using folder = await temporaryFolder();
  const opened = await open(folder);
  for (let number = 0; number < 3; number++) await addPhoto(opened, number);
  await opened.database.rows.deleteFrom("photos").execute();
  await opened.database.close();
  await forgetIds(folder);
  await expect(open(folder)).rejects.toEqual(away(/does not know 3 of 3 originals/));
  await using taken = await open(folder, { newLibrary: true });
  await taken.watch.check();
});

test("the watch names what has gone while it runs, makes nothing, and is content when it is back", async () => {
  await using folder = await temporaryFolder();
  await using opened = await open(folder);
  const { watch, objects } = opened;
  await rename(folder.at("data"), folder.at("away"));
  await expect(watch.check()).rejects.toEqual(away(/is missing or empty/));
  await mkdir(folder.at("data/originals"), { recursive: true });
  await expect(watch.check()).rejects.toEqual(away(/is missing or empty/));
  await expect(objects.stage()).rejects.toThrow();
  expect(await readdir(folder.at("data"), { recursive: true })).toEqual(["originals"]);
  await rm(folder.at("data"), { recursive: true });
  await rename(folder.at("away"), folder.at("data"));
  await watch.check();
  await rename(folder.at("data/originals"), folder.at("away"));
  await expect(watch.check()).rejects.toEqual(away(/^The originals of library .* are away/));
  await rename(folder.at("away"), folder.at("data/originals"));
  await rename(folder.at("data/glimpse.sqlite"), folder.at("moved"));
  await expect(watch.check()).rejects.toEqual(away(/^The database of library .* is away/));
  await writeFile(folder.at("data/glimpse.sqlite"), "another");
  await expect(watch.check()).rejects.toEqual(away(/was replaced/));
  await rename(folder.at("moved"), folder.at("data/glimpse.sqlite"));
  await watch.check();
});

test("a disk that fails is away, and staging that somebody deleted is made again", async () => {
  await using folder = await temporaryFolder();
  await using opened = await open(folder);
  await rename(folder.at("data/library.id"), folder.at("id"));
  // Reading a folder as a file fails, as reading from a broken disk does.
  await mkdir(folder.at("data/library.id"));
  await expect(opened.watch.check()).rejects.toEqual(away(/cannot be read \(EISDIR\)/));
  await rm(folder.at("data/library.id"), { recursive: true });
  await rename(folder.at("id"), folder.at("data/library.id"));
  await rm(folder.at("data/staging"), { recursive: true });
  await addPhoto(opened, 1);
  await rm(folder.at("data/staging"), { recursive: true });
  await (await opened.objects.stage()).discard();
});

test("an original is not written where the folder of originals is gone", async () => {
  await using folder = await temporaryFolder();
  await using opened = await open(folder);
  const staged = await opened.objects.stage();
  await staged.write(new Uint8Array(10));
  await rm(folder.at("data/originals"), { recursive: true });
  await expect(staged.publish(`originals/${hash(1)}`)).rejects.toThrow();
  await staged.discard();
  expect(existsSync(folder.at("data/originals"))).toBe(false);
});
