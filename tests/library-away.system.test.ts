import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { filesIn, select, sha256 } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { run, spawnGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { hasPostgres, startPostgres } from "./fixtures/postgres.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

const small = { width: 64, height: 48 };

/** Starts Glimpse where it must refuse, and returns the only line that it prints. */
async function refusal(settings: Record<string, string>): Promise<string> {
  await using glimpse = spawnGlimpse({ settings: { GLIMPSE_MODELS: "off", ...settings } });
  expect(await glimpse.ended).toBe(1);
  const lines = glimpse.output().trim().split("\n");
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

const ready = async (url: string) => (await fetch(`${url}/readyz`)).status;

test("a library whose disk is not mounted is refused in one line, and nothing is made in its place", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  const settings = { GLIMPSE_DATA: dataFolder };
  {
    await using glimpse = await startGlimpse({ dataFolder });
    expect((await sendPhoto(glimpse.url, await drawPhoto(1, small))).status).toBe(200);
  }
  renameSync(dataFolder, folder.at("unmounted"));
  mkdirSync(dataFolder);
  expect(await refusal(settings)).toMatch(/^glimpse: GLIMPSE_DATA: library .* is missing: .* is empty/);
  expect(readdirSync(dataFolder)).toEqual([]);
  renameSync(folder.at("unmounted"), dataFolder);
  renameSync(join(dataFolder, "originals"), folder.at("originals"));
  mkdirSync(join(dataFolder, "originals"));
  expect(await refusal(settings)).toMatch(/^glimpse: GLIMPSE_DATA: the originals of library .* are missing/);
  expect(readdirSync(join(dataFolder, "originals"))).toEqual([]);
});

test.runIf(hasPostgres)(
  "the same holds where the rows lie in Postgres, and for a wrong database",
  async () => {
    await using folder = await temporaryFolder();
    await using postgres = await startPostgres();
    const dataFolder = folder.at("data");
    const settings = { GLIMPSE_DATA: dataFolder, DATABASE_URL: await postgres.create() };
    {
      await using glimpse = await startGlimpse({ dataFolder, settings });
      expect((await sendPhoto(glimpse.url, await drawPhoto(1, small))).status).toBe(200);
    }
    renameSync(dataFolder, folder.at("unmounted"));
    // Another machine keeps no note of the library, but its rows know it.
    const elsewhere = { ...settings, XDG_STATE_HOME: folder.at("state") };
    expect(await refusal(elsewhere)).toMatch(/is missing: the database of DATABASE_URL belongs to it/);
    expect(readdirSync(folder.path)).toEqual(["unmounted"]);
    renameSync(folder.at("unmounted"), dataFolder);
    const empty = { ...settings, DATABASE_URL: await postgres.create() };
    expect(await refusal(empty)).toMatch(/the rows of library .* are missing: .* is empty/);
    await using again = await startGlimpse({ dataFolder, settings });
    expect((await again.api.photos.list.query()).items).toHaveLength(1);
  },
);

test("while originals are away uploads are refused, browsing goes on, nothing is deleted, and it comes back", async () => {
  await using glimpse = await startGlimpse();
  const { url, dataFolder } = glimpse;
  const bytes = await drawPhoto(1, small);
  const { photo } = await sendPhoto(url, bytes);
  await until("it is prepared", async () => (await glimpse.api.photos.list.query()).items[0]?.thumbhash);
  renameSync(join(dataFolder, "originals"), join(dataFolder, "away"));
  mkdirSync(join(dataFolder, "originals"));

  expect(await sendPhoto(url, await drawPhoto(2, small))).toMatchObject({
    status: 503,
    error: { code: "LIBRARY_AWAY", message: expect.stringContaining("originals") },
  });
  expect(await ready(url)).toBe(503);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await glimpse.api.photos.list.query()).items).toHaveLength(1);
  expect((await fetch(`${url}/photos/${photo?.id}/thumbnail`)).status).toBe(200);
  expect((await fetch(`${url}/photos/${photo?.id}/original`)).status).toBe(503);
  {
    using database = new DatabaseSync(join(dataFolder, "glimpse.sqlite"), { timeout: 5_000 });
    database.exec("update photos set deleted_at = 1");
  }
  await until("the worker has met it", () => glimpse.output().includes("are away"));
  expect(select(dataFolder, "select id, damage from photos")).toEqual([{ id: photo?.id, damage: null }]);
  expect(filesIn(dataFolder, "renditions")).toHaveLength(2);
  expect(readdirSync(join(dataFolder, "originals"))).toEqual([]);
  {
    using database = new DatabaseSync(join(dataFolder, "glimpse.sqlite"), { timeout: 5_000 });
    database.exec("update photos set deleted_at = null");
  }

  renameSync(join(dataFolder, "away"), join(dataFolder, "originals"));
  expect(await ready(url)).toBe(200);
  expect((await sendPhoto(url, await drawPhoto(2, small))).status).toBe(200);
  const original = await fetch(`${url}/photos/${photo?.id}/original`);
  expect(sha256(new Uint8Array(await original.arrayBuffer()))).toBe(sha256(bytes));
});

test("if the disk of the whole folder is gone, nothing is made in its place, and a search says that the index is away", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  await using glimpse = await startGlimpse({ dataFolder });
  const { url } = glimpse;
  await sendPhoto(url, await drawPhoto(1, small), { name: "lighthouse.jpg" });
  const find = () => fetch(`${url}/api/trpc/search.run?input=${encodeURIComponent('{"text":"lighthouse"}')}`);
  const total = async () => (await (await find()).json()).result?.data.total;
  await until("it is found", async () => (await total()) === 1);
  renameSync(dataFolder, folder.at("unmounted"));
  mkdirSync(dataFolder);

  expect((await find()).status).toBe(503);
  expect((await sendPhoto(url, await drawPhoto(2, small))).status).toBe(503);
  expect((await glimpse.api.photos.list.query()).items).toHaveLength(1);
  await until("the worker has met it", () => /"process":"worker".*is away/.test(glimpse.output()));
  expect(readdirSync(dataFolder)).toEqual([]);

  rmSync(dataFolder, { recursive: true });
  renameSync(folder.at("unmounted"), dataFolder);
  expect(await ready(url)).toBe(200);
  expect(await total()).toBe(1);
});

test("photos that come while the whole folder vanishes are refused, and those in hand are not failed", async () => {
  await using glimpse = await startGlimpse();
  const { url, dataFolder } = glimpse;
  const bytes = await drawPhoto(3, { width: 1600, height: 1200 });
  const begun = Promise.all(
    Array.from({ length: 6 }, (_, number) => sendPhoto(url, Buffer.concat([bytes, Buffer.from([number])]))),
  );
  expect((await begun).every(({ status }) => status === 200)).toBe(true);
  renameSync(dataFolder, `${dataFolder}-away`);
  expect(await sendPhoto(url, await drawPhoto(4, small))).toMatchObject({
    status: 503,
    error: { code: "LIBRARY_AWAY" },
  });
  expect(await ready(url)).toBe(503);
  expect((await glimpse.api.photos.list.query()).items).toHaveLength(6);
  await until("the worker has met it", () => glimpse.output().includes("is away"));
  renameSync(`${dataFolder}-away`, dataFolder);
  await until("all are prepared", async () => {
    const { items } = await glimpse.api.photos.list.query();
    return items.length === 6 && items.every(({ thumbhash }) => thumbhash !== null);
  });
});

test("originals without their database are refused even where a new library is meant, and nothing is made", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = folder.at("data");
  await (await startGlimpse({ dataFolder })).stop();
  for (const name of readdirSync(dataFolder))
    if (name !== "originals") rmSync(join(dataFolder, name), { recursive: true });
  const settings = { GLIMPSE_DATA: dataFolder, GLIMPSE_NEW_LIBRARY: "yes" };
  expect(await refusal(settings)).toMatch(/is missing: its originals are in/);
  expect(readdirSync(dataFolder)).toEqual(["originals"]);
});

test("processes that start at once on an empty folder begin one library", async () => {
  await using folder = await temporaryFolder();
  const settings = { GLIMPSE_MODELS: "off", GLIMPSE_LOG: "info" };
  for (let round = 0; round < 3; round++) {
    const place = { ...settings, GLIMPSE_DATA: folder.at(`data-${round}`) };
    await using processes = new AsyncDisposableStack();
    const webs = [1, 2, 3].map(() =>
      processes.use(spawnGlimpse({ command: run("server/main.ts"), settings: place })),
    );
    await Promise.all(webs.map((web) => web.says(/"port":(\d+)/)));
    expect(
      select(folder.at(`data-${round}`), "select count(*) as n, min(settled) as settled from library"),
    ).toEqual([{ n: 1, settled: 1 }]);
  }
});
