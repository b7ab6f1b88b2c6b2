import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { runCommand } from "./fixtures/cli.ts";
import { damagedOriginals, filesIn, sha256 } from "./fixtures/data-folder.ts";
import { type Folder, temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, spawnGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { hasPostgres, startPostgres } from "./fixtures/postgres.ts";
import { sendPhoto, variantOf } from "./fixtures/uploading.ts";

const small = { width: 96, height: 64 };

/** Uploads photos side by side until it is stopped, and keeps the hashes of those that were acknowledged. */
function keepUploading(url: string, photo: Uint8Array) {
  const acknowledged = new Set<string>();
  let sent = 0;
  let stopped = false;
  const upload = async () => {
    while (!stopped) {
      const bytes = variantOf(photo, sent++);
      if ((await sendPhoto(url, bytes)).status === 200) acknowledged.add(sha256(bytes));
    }
  };
  const all = Promise.all(Array.from({ length: 4 }, upload));
  return {
    acknowledged,
    async stop() {
      stopped = true;
      await all;
    },
  };
}

/** Restores a backup as another machine would, and returns the hashes of its photos after reading each original. */
async function hashesAfterRestore(folder: Folder, backup: string, settings: Record<string, string> = {}) {
  const dataFolder = folder.at(`restored-${backup.length}-${Math.abs(backup.charCodeAt(backup.length - 1))}`);
  const place = { GLIMPSE_DATA: dataFolder, XDG_STATE_HOME: folder.at("elsewhere"), ...settings };
  const restored = await runCommand(place, "restore", backup);
  expect(restored).toMatchObject({ code: 0, output: expect.stringContaining("holds library") });
  await using glimpse = await startGlimpse({ dataFolder, settings: place });
  expect(damagedOriginals(dataFolder)).toEqual([]);
  return new Set(await readAll(glimpse));
}

async function readAll(glimpse: RunningGlimpse): Promise<string[]> {
  const hashes: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await glimpse.api.photos.list.query({ limit: 100, ...(cursor && { cursor }) });
    for (const { id, sha256: hash } of items) {
      const original = await fetch(`${glimpse.url}/photos/${id}/original`);
      expect(sha256(new Uint8Array(await original.arrayBuffer()))).toBe(hash);
      hashes.push(hash);
    }
    if (!next) return hashes;
    cursor = next;
  }
}

test("backups that are made while photos come in are whole, into a folder and into an archive", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const settings = { GLIMPSE_DATA: dataFolder };
  await using glimpse = await startGlimpse({ dataFolder });
  const uploading = keepUploading(glimpse.url, await drawPhoto(1, small));
  const before: Record<string, string[]> = {};
  for (const target of [folder.at("backup"), folder.at("backup.tar"), folder.at("backup")]) {
    before[target] = [...uploading.acknowledged];
    const made = await runCommand(settings, "backup", target);
    expect(made).toMatchObject({
      code: 0,
      output: expect.stringMatching(/holds the library as of .*\d originals/),
    });
  }
  await uploading.stop();
  expect(uploading.acknowledged.size).toBeGreaterThan(20);
  await glimpse.stop();
  for (const [target, hashes] of Object.entries(before)) {
    const restored = await hashesAfterRestore(folder, target);
    expect(hashes.filter((hash) => !restored.has(hash))).toEqual([]);
  }
  const plan = await runCommand(settings, "verify", "--deep");
  expect(plan.output).toMatch(/✓ Originals/);
});

test("a second backup adds only what is new, takes links where it can, and names damage", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const settings = { GLIMPSE_DATA: dataFolder };
  const backup = folder.at("backup");
  await using glimpse = await startGlimpse({ dataFolder });
  const hashes: string[] = [];
  for (const seed of [1, 2])
    hashes.push((await sendPhoto(glimpse.url, await drawPhoto(seed, small))).photo?.sha256 ?? "");
  expect((await runCommand(settings, "backup", backup)).code).toBe(0);
  const pathOf = (root: string, hash = "") =>
    join(root, "originals", hash.slice(0, 2), hash.slice(2, 4), hash);
  const [first = "", second = ""] = hashes;
  // The Glimpse that runs has another folder, so it is not in the way of a restore into a new one.
  const elsewhere = { GLIMPSE_DATA: folder.at("elsewhere"), GLIMPSE_PORT: new URL(glimpse.url).port };
  expect((await runCommand(elsewhere, "restore", backup)).output).toMatch(/2 originals/);
  expect(filesIn(elsewhere.GLIMPSE_DATA, "originals")).toEqual([first, second].sort());
  const inode = statSync(pathOf(backup, first)).ino;
  expect(inode).toBe(statSync(pathOf(dataFolder, first)).ino);

  const third =
    (await sendPhoto(glimpse.url, await drawPhoto(3, small), { name: "third.jpg" })).photo?.sha256 ?? "";
  writeFileSync(`${pathOf(dataFolder, third)}x`, "spoilt");
  rmSync(pathOf(dataFolder, third));
  writeFileSync(pathOf(dataFolder, third), Buffer.alloc(10));
  const again = await runCommand(settings, "backup", backup);
  expect(again).toMatchObject({
    code: 1,
    output: expect.stringContaining(`not in it: third.jpg (${third}), whose original is damaged`),
  });
  rmSync(`${pathOf(dataFolder, third)}x`);
  expect(statSync(pathOf(backup, first)).ino).toBe(inode);
  expect(filesIn(backup, "originals")).toEqual([first, second].sort());

  // The originals of the library can be taken back from it while Glimpse runs.
  rmSync(pathOf(dataFolder, first));
  expect((await runCommand(settings, "restore", "--originals", backup)).code).toBe(0);
  expect(sha256(readFileSync(pathOf(dataFolder, first)))).toBe(first);
});

test("a wrong target and a wrong source are refused in one line, and nothing is changed", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const settings = { GLIMPSE_DATA: dataFolder };
  const glimpse = await startGlimpse({ dataFolder });
  await sendPhoto(glimpse.url, await drawPhoto(1, small));
  await glimpse.stop();
  const backup = folder.at("backup");
  expect((await runCommand(settings, "backup", backup)).code).toBe(0);
  const refused = async (words: RegExp, where: Record<string, string>, ...args: string[]) => {
    const { code, output } = await runCommand(where, ...args);
    expect(code).not.toBe(0);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(output).toMatch(words);
  };
  await folder.write("letter.txt", "Dear Anna");
  await refused(/outside the data folder/, settings, "backup", join(dataFolder, "backup"));
  await refused(/holds other files/, settings, "backup", folder.path);
  await refused(/Say “glimpse backup DIR”/, settings, "backup");
  const another = { GLIMPSE_DATA: folder.at("another") };
  expect((await runCommand(another, "health")).code).toBe(0);
  await refused(/holds a backup of library/, another, "backup", backup);
  await refused(/is no backup/, { GLIMPSE_DATA: folder.at("new") }, "restore", dataFolder);
  await refused(/There is no /, { GLIMPSE_DATA: folder.at("new") }, "restore", folder.at("nowhere"));
  const copied = join(backup, "glimpse.sqlite");
  await refused(
    /^glimpse: GLIMPSE_DATA: there is no folder /,
    { GLIMPSE_DATA: folder.at("new") },
    "restore",
    copied,
  );
  await refused(/is not empty, it holds library .*--originals/, settings, "restore", backup);

  const manifest = JSON.parse(readFileSync(join(backup, "manifest.json"), "utf8"));
  writeFileSync(join(backup, "manifest.json"), JSON.stringify({ ...manifest, migration: 999 }));
  await refused(/is of Glimpse .* \(database 999\)/, { GLIMPSE_DATA: folder.at("new") }, "restore", backup);
  writeFileSync(join(backup, "manifest.json"), JSON.stringify(manifest));
  truncateSync(join(backup, "glimpse.sqlite"), 8_192);
  await refused(
    /glimpse.sqlite of this backup is damaged/,
    { GLIMPSE_DATA: folder.at("new") },
    "restore",
    backup,
  );
  // A restore that was begun is not taken for a library.
  await using started = spawnGlimpse({ settings: { GLIMPSE_DATA: folder.at("new"), GLIMPSE_MODELS: "off" } });
  expect(await started.ended).toBe(1);
  expect(started.output()).toMatch(/^glimpse: GLIMPSE_DATA: a restore into .* was not finished/);
});

test.runIf(hasPostgres)(
  "with Postgres the rows are dumped by pg_dump, and it is named where it is missing",
  async () => {
    await using folder = await temporaryFolder();
    await using postgres = await startPostgres();
    const dataFolder = folder.at("data");
    const settings = { GLIMPSE_DATA: dataFolder, DATABASE_URL: await postgres.create() };
    const backup = folder.at("backup");
    {
      await using glimpse = await startGlimpse({ dataFolder, settings });
      const uploading = keepUploading(glimpse.url, await drawPhoto(1, small));
      const without = await runCommand({ ...settings, PATH: folder.path }, "backup", backup);
      expect(without).toMatchObject({
        code: 1,
        output: expect.stringMatching(/^glimpse: pg_dump is missing\. Install .*\n$/),
      });
      const before = [...uploading.acknowledged];
      expect(await runCommand(settings, "backup", backup)).toMatchObject({ code: 0 });
      await uploading.stop();
      await glimpse.stop();
      const empty = { DATABASE_URL: await postgres.create() };
      const restored = await hashesAfterRestore(folder, backup, empty);
      expect(before.filter((hash) => !restored.has(hash))).toEqual([]);
    }
    const other = { GLIMPSE_DATA: folder.at("other"), DATABASE_URL: await postgres.create() };
    await (await startGlimpse({ dataFolder: other.GLIMPSE_DATA, settings: other })).stop();
    const taken = { ...other, GLIMPSE_DATA: folder.at("new") };
    expect(await runCommand(taken, "restore", backup)).toMatchObject({
      code: 2,
      output: expect.stringContaining("this database holds another library"),
    });
  },
  120_000,
);

test("a backup is a state of the database, where a copied folder may not be", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  await using glimpse = await startGlimpse({ dataFolder });
  await sendPhoto(glimpse.url, await drawPhoto(1, small));
  expect((await runCommand({ GLIMPSE_DATA: dataFolder }, "backup", folder.at("backup"))).code).toBe(0);
  expect(readdirSync(folder.at("backup")).sort()).toEqual([
    "glimpse.sqlite",
    "library.id",
    "manifest.json",
    "originals",
    "originals.txt",
  ]);
  using database = new DatabaseSync(folder.at("backup/glimpse.sqlite"), { readOnly: true });
  expect(database.prepare("select count(*) as n from photos").get()).toEqual({ n: 1 });
});
