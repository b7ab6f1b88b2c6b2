import { closeSync, openSync, readdirSync, rmSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "./fixtures/cli.ts";
import { execute, filesIn, select } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, spawnGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

const small = { width: 96, height: 64 };

async function addPhotos(glimpse: RunningGlimpse, count: number): Promise<string[]> {
  const hashes: string[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const { photo } = await sendPhoto(glimpse.url, await drawPhoto(seed, small), { name: `${seed}.jpg` });
    hashes.push(photo?.sha256 ?? "");
  }
  await until("no job is left but for models", async () => {
    const { items } = await glimpse.api.jobs.list.query();
    return items.every(({ stage }) => stage === "describe");
  });
  return hashes;
}

const pathOf = (dataFolder: string, kind: string, hash: string, end = "") =>
  join(dataFolder, kind, hash.slice(0, 2), hash.slice(2, 4), hash + end);

test("verify names what is wrong while Glimpse runs, and --repair has made again what can be", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const settings = { GLIMPSE_DATA: dataFolder };
  await using glimpse = await startGlimpse({ dataFolder });
  const [flipped = "", deleted = "", bare = ""] = await addPhotos(glimpse, 3);
  const whole = await runCommand(settings, "verify", "--deep");
  expect(whole).toMatchObject({
    code: 0,
    output: expect.stringMatching(/✓ Originals: 3 read .* All are whole/),
  });

  const original = pathOf(dataFolder, "originals", flipped);
  const size = (
    await fetch(`${glimpse.url}/photos/${(await glimpse.api.photos.list.query()).items[2]?.id}/original`)
  ).headers.get("content-length");
  writeFileSync(original, Buffer.alloc(Number(size), 1));
  rmSync(pathOf(dataFolder, "originals", deleted));
  rmSync(pathOf(dataFolder, "renditions", bare, "-preview-1"));
  writeFileSync(pathOf(dataFolder, "originals", flipped).replace(flipped, "0".repeat(64)), "stray");
  execute(join(dataFolder, "index.sqlite"), "delete from documents");

  const found = await runCommand(settings, "verify", "--deep");
  expect(found.code).toBe(1);
  expect(found.output).toMatch(
    new RegExp(`damaged: 1.jpg, added \\d{4}-\\d\\d-\\d\\d, originals/../../${flipped} `),
  );
  expect(found.output).toMatch(new RegExp(`missing: 2.jpg, added .*${deleted}`));
  expect(found.output).toMatch(/✗ Renditions: missing for 1 photos/);
  expect(found.output).toMatch(/1 files in originals\/ belong to no photo/);
  expect(found.output).toMatch(/✗ Index.*3 missing/);
  expect(found.output).toMatch(/glimpse verify --repair/);

  expect((await runCommand(settings, "verify", "--repair")).code).toBe(1);
  await until("the rendition is there", () => filesIn(dataFolder, "renditions").length === 6);
  for (const seed of [1, 2]) await sendPhoto(glimpse.url, await drawPhoto(seed, small));
  expect(await runCommand(settings, "verify", "--deep")).toMatchObject({ code: 0 });
  expect(await runCommand(settings, "index", "verify")).toMatchObject({ code: 0 });
  const { safety } = await glimpse.api.system.status.query();
  expect(safety).toMatchObject({ damaged: 0, checking: null, checkedAt: expect.any(String) });
  expect((await runCommand(settings, "verify", "--everything")).code).toBe(2);
});

test("doctor says of everything whether it is well and what to do, also where Glimpse cannot start", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const settings = { GLIMPSE_DATA: dataFolder };
  {
    await using glimpse = await startGlimpse({ dataFolder });
    await addPhotos(glimpse, 1);
    const well = await runCommand(settings, "doctor");
    expect(well.code).toBe(0);
    for (const name of [
      "Versions",
      "Library",
      "Folder",
      "Space",
      "perl",
      "Engine: database",
      "Database",
      "Originals",
      "Clock",
    ]) {
      expect(well.output).toMatch(new RegExp(`^✓ ${name}: `, "m"));
    }
    expect(well.output).toMatch(/^– Models: GLIMPSE_MODELS is off/m);
  }
  execute(join(dataFolder, "glimpse.sqlite"), "update events set created_at = created_at + 864000000");
  expect((await runCommand(settings, "doctor")).output).toMatch(/^✗ Clock: .*\n {4}Set the clock right/m);
  rmSync(join(dataFolder, "originals"), { recursive: true });
  const ill = await runCommand(settings, "doctor");
  expect(ill.code).toBe(1);
  expect(ill.output).toMatch(/^✗ Library: GLIMPSE_DATA: the originals of library .* are missing/m);
  expect(ill.output).not.toMatch(/^ +at /m);
});

test("the worker copies the database each day, and a damaged one is refused in one line that names the copy", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const database = join(dataFolder, "glimpse.sqlite");
  {
    await using glimpse = await startGlimpse({ dataFolder });
    await addPhotos(glimpse, 2);
    execute(database, "update library set created_at = created_at - 3600000");
    await until("a copy is there", () =>
      filesIn(dataFolder, "backups").some((name) => /\.daily\.[\w-]+\.\d+$/.test(name)),
    );
    expect((await glimpse.api.system.status.query()).safety.copiedAt).toEqual(expect.any(String));
    expect((await runCommand({ GLIMPSE_DATA: dataFolder }, "doctor")).output).toMatch(
      /✓ Copies: .*glimpse.sqlite.daily/,
    );
  }
  execute(database, "pragma wal_checkpoint(truncate)");
  const [copy = ""] = readdirSync(join(dataFolder, "backups"));
  for (const spoil of [
    () => truncateSync(database, 60_000),
    () => writeFileSync(database, "no database at all"),
  ]) {
    spoil();
    await using glimpse = spawnGlimpse({ settings: { GLIMPSE_DATA: dataFolder, GLIMPSE_MODELS: "off" } });
    expect(await glimpse.ended).toBe(1);
    const lines = glimpse.output().trim().split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^glimpse: .*glimpse.sqlite: The database is damaged: /);
    expect(lines[0]).toContain(`npm run glimpse -- restore ${join(dataFolder, "backups", copy)}`);
  }
  const restored = await runCommand(
    { GLIMPSE_DATA: dataFolder },
    "restore",
    join(dataFolder, "backups", copy),
  );
  expect(restored).toMatchObject({ code: 0 });
  await using again = await startGlimpse({ dataFolder });
  expect((await again.api.photos.list.query()).items).toHaveLength(2);
  // A photo that came after the copy has no row any more, and is taken in again.
  const late = await sendPhoto(again.url, await drawPhoto(9, small));
  execute(database, "delete from photos where file_name = 'photo.jpg'");
  const repaired = await runCommand({ GLIMPSE_DATA: dataFolder }, "verify", "--repair");
  expect(repaired.output).toContain("1 originals that belonged to no photo were taken in.");
  expect(select(dataFolder, "select sha256 from photos order by id desc limit 1")).toEqual([
    { sha256: late.photo?.sha256 },
  ]);
});

test("a database that turns out to be damaged while Glimpse runs is named with its last good copy, and no trace", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const database = join(dataFolder, "glimpse.sqlite");
  {
    await using glimpse = await startGlimpse({ dataFolder });
    await addPhotos(glimpse, 1);
    execute(database, "update library set created_at = created_at - 3600000");
    await until("a copy is there", () =>
      filesIn(dataFolder, "backups").some((name) => /\.daily\.[\w-]+\.\d+$/.test(name)),
    );
  }
  const [copy = ""] = readdirSync(join(dataFolder, "backups"));
  // A database of this size is not read at the start.
  execute(database, "create table filler as select zeroblob(70000000) as zeros");
  execute(database, "pragma wal_checkpoint(truncate)");
  spoilTable(dataFolder, "photos");

  await using glimpse = await startGlimpse({ dataFolder });
  expect((await sendPhoto(glimpse.url, await drawPhoto(2, small))).error?.code).toBe("DATABASE_DAMAGED");
  expect((await fetch(`${glimpse.url}/library`)).status).toBe(500);
  const ready = await fetch(`${glimpse.url}/readyz`);
  expect(ready.status).toBe(503);
  const remedy = `npm run glimpse -- restore ${join(dataFolder, "backups", copy)}`;
  expect(await ready.text()).toContain(remedy);
  await until("the log says so", () => glimpse.output().includes(remedy));
  expect(glimpse.output()).not.toMatch(/\bat .*\.(ts|js|mjs):\d+/);
});

/** Spoils the first page of a table's tree. */
function spoilTable(dataFolder: string, table: string): void {
  const [page] = select<{ at: number; size: number }>(
    dataFolder,
    "select rootpage as at, page_size as size from sqlite_master, pragma_page_size where name = ?",
    [table],
  );
  const { at, size } = page ?? { at: 0, size: 0 };
  const file = openSync(join(dataFolder, "glimpse.sqlite"), "r+");
  writeSync(file, Buffer.alloc(size, 0xa5), 0, size, (at - 1) * size);
  closeSync(file);
}
