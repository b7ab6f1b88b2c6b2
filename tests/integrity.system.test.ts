import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { filesIn, select, sha256 } from "./fixtures/data-folder.ts";
import { type Folder, temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

let folder: Folder;
let ollama: OllamaDouble;
let glimpse: RunningGlimpse;

const start = () => startGlimpse({ ollama: ollama.url, dataFolder: folder.at("data") });

beforeAll(async () => {
  folder = await temporaryFolder();
  ollama = await startOllama();
  glimpse = await start();
});

afterAll(async () => {
  await glimpse[Symbol.asyncDispose]();
  await ollama[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const pathOf = (kind: string, hash: string, end = "") =>
  join(folder.at("data"), kind, hash.slice(0, 2), hash.slice(2, 4), hash + end);

async function indexedPhoto(seed: number) {
  const bytes = await drawPhoto(seed, { width: 320, height: 240 });
  const { photo } = await sendPhoto(glimpse.url, bytes);
  const id = photo?.id ?? "";
  await until("it is indexed", async () => (await photoOf(id)).status === "indexed");
  const hash = sha256(bytes);
  return { id, bytes, hash, original: pathOf("originals", hash) };
}

const photoOf = (id: string) => glimpse.api.photos.get.query({ id });
const get = (id: string, variant: string) => fetch(`${glimpse.url}/photos/${id}/${variant}`);
const eventsOf = async (id: string) =>
  (await glimpse.api.photos.timeline.query({ id })).map(({ type }) => type);

test.each([
  [
    "one flipped bit",
    "damaged",
    (path: string, bytes: Buffer) => {
      const flipped = Buffer.from(bytes);
      flipped[1_000] = (flipped[1_000] ?? 0) ^ 1;
      writeFileSync(path, flipped);
    },
  ],
  ["a cut", "damaged", (path: string) => truncateSync(path, 2_000)],
  ["a deletion", "missing", (path: string) => rmSync(path)],
] as const)("an original with %s is never served as whole, is named, and the same bytes repair it", async (what, damage, spoil) => {
  const { id, bytes, hash, original } = await indexedPhoto(100 + what.length);
  spoil(original, bytes);
  for (const variant of ["original", "download"]) {
    const answer = await get(id, variant);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toBe(
      `The original of this photo is ${damage}. Uploading the same file again repairs it.`,
    );
  }
  expect((await get(id, "preview")).status).toBe(200);
  expect((await photoOf(id)).damage).toBe(damage);
  expect((await glimpse.api.photos.known.query({ sha256: [hash] })).known).toEqual([]);

  expect(await sendPhoto(glimpse.url, bytes)).toMatchObject({
    status: 200,
    duplicate: true,
    repaired: true,
    photo: { id, damage: null },
  });
  const whole = await get(id, "original");
  expect(whole.status).toBe(200);
  expect(sha256(new Uint8Array(await whole.arrayBuffer()))).toBe(hash);
  expect((await glimpse.api.photos.known.query({ sha256: [hash] })).known).toHaveLength(1);
  expect((await eventsOf(id)).slice(-2)).toEqual(["damaged", "repaired"]);
  expect((await photoOf(id)).status).toBe("indexed");
});

test("damage that nobody has seen yet is repaired too, and an upload of a whole photo repairs nothing", async () => {
  const { id, bytes, hash, original } = await indexedPhoto(200);
  expect(await sendPhoto(glimpse.url, bytes)).toMatchObject({ duplicate: true, repaired: false });
  rmSync(original);
  expect((await glimpse.api.photos.known.query({ sha256: [hash] })).known).toEqual([]);
  expect(await sendPhoto(glimpse.url, bytes)).toMatchObject({ duplicate: true, repaired: true });
  writeFileSync(original, Buffer.alloc(bytes.length, 7));
  expect(await sendPhoto(glimpse.url, bytes)).toMatchObject({ duplicate: true, repaired: true });
  expect(sha256(readFileSync(original))).toBe(hash);
  expect((await eventsOf(id)).filter((type) => type === "repaired")).toHaveLength(2);
});

test("a rendition that is missing is made by being asked for, and nothing else of the photo changes", async () => {
  const { id, hash } = await indexedPhoto(300);
  const described = ollama.countDescribed();
  const before = await photoOf(id);
  for (const variant of ["preview", "thumbnail"]) {
    const path = pathOf("renditions", hash, `-${variant}-1`);
    const was = readFileSync(path);
    rmSync(path);
    const answer = await get(id, variant);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toMatch(/is being made again/);
    await until("it is there", async () => (await get(id, variant)).status === 200);
    // Preparing writes the other rendition too, a moment later.
    await until("preparing is done", () => select(glimpse.dataFolder, "select id from jobs").length === 0);
    expect(readFileSync(path).equals(was)).toBe(true);
  }
  expect(await photoOf(id)).toEqual(before);
  expect(ollama.countDescribed()).toBe(described);
});

test("a rendition whose original is damaged is not made again, and the photo keeps its place", async () => {
  const { id, bytes, hash, original } = await indexedPhoto(400);
  rmSync(pathOf("renditions", hash, "-preview-1"));
  truncateSync(original, 3_000);
  expect((await get(id, "preview")).status).toBe(410);
  expect(await photoOf(id)).toMatchObject({ status: "indexed", damage: "damaged", failure: null });
  await sendPhoto(glimpse.url, bytes);
  await until("it is there", async () => (await get(id, "preview")).status === 200);
});

test("everything but originals and database can be deleted, and is made again", async () => {
  const { id, hash } = await indexedPhoto(500);
  const found = async () => (await glimpse.api.search.run.query({ text: "photos" })).total;
  const photos = await found();
  expect(photos).toBeGreaterThan(0);
  await glimpse.stop();
  const data = folder.at("data");
  const vectors = select<{ n: number }>(data, "select count(*) as n from vectors", [], "index");
  for (const derived of [
    "renditions",
    "staging",
    "backups",
    "index.sqlite",
    "index.sqlite-wal",
    "index.sqlite-shm",
    "index.sqlite.lock",
  ]) {
    rmSync(join(data, derived), { recursive: true, force: true });
  }
  const described = ollama.countDescribed();
  glimpse = await start();
  await until("search finds all photos again", async () => (await found()) === photos);
  await until("all vectors are back", () => {
    const now = select<{ n: number }>(data, "select count(*) as n from vectors", [], "index");
    return now[0]?.n === vectors[0]?.n;
  });
  for (const variant of ["preview", "thumbnail"]) {
    await until(`the ${variant} is there`, async () => (await get(id, variant)).status === 200);
  }
  expect(filesIn(data, "renditions")).toEqual([`${hash}-preview-1`, `${hash}-thumbnail-1`]);
  expect(existsSync(join(data, "staging"))).toBe(true);
  expect(ollama.countDescribed()).toBe(described);
});
