import { afterAll, beforeAll, expect, test } from "vitest";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { runCommand } from "./fixtures/cli.ts";
import { filesIn, select, sha256 } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

let ollama: OllamaDouble;
let glimpse: RunningGlimpse;

beforeAll(async () => {
  ollama = await startOllama();
  glimpse = await startGlimpse({ ollama: ollama.url });
});
afterAll(async () => {
  await glimpse?.[Symbol.asyncDispose]();
  await ollama?.[Symbol.asyncDispose]();
});

async function indexed(seed: number): Promise<{ id: string; bytes: Buffer }> {
  const bytes = await drawPhoto(seed);
  const { photo } = await sendPhoto(glimpse.url, bytes);
  const id = photo?.id ?? "";
  await until("it is indexed", async () => (await glimpse.api.photos.get.query({ id })).status === "indexed");
  return { id, bytes };
}

const sectionsOf = async (kind: "library" | "bin") =>
  (await glimpse.api.shelves.buckets.query({ shelf: { kind } })).sections;
const photosOn = async (kind: "library" | "bin") =>
  (await sectionsOf(kind)).reduce((sum, { shapes }) => sum + shapes.length, 0);
const statusOf = async (id: string, variant: string) =>
  (await fetch(`${glimpse.url}/photos/${id}/${variant}`)).status;

test("a photo in the bin is shown there, and nowhere searched, counted, given away or exported", async () => {
  const kept = await indexed(1);
  const binned = await indexed(2);
  await glimpse.api.photos.remove.mutate({ ids: [binned.id] });
  await until(
    "search does not find it",
    async () => (await glimpse.api.search.run.query({ text: "photos" })).total === 1,
  );
  expect([await photosOn("library"), await photosOn("bin")]).toEqual([1, 1]);
  expect((await glimpse.api.system.status.query()).photos.total).toBe(1);
  expect((await glimpse.api.jobs.summary.query()).total).toBe(1);
  expect(await statusOf(binned.id, "thumbnail")).toBe(200);
  expect(await statusOf(binned.id, "preview")).toBe(200);
  expect(await statusOf(binned.id, "original")).toBe(404);
  expect(await statusOf(binned.id, "download")).toBe(404);
  await expect(glimpse.api.photos.get.query({ id: binned.id })).rejects.toThrow(/not in the library/);
  await using folder = await temporaryFolder();
  const { code } = await runCommand({ GLIMPSE_DATA: glimpse.dataFolder }, "export", folder.at("out"));
  expect(code).toBe(0);
  const exported = filesIn(folder.path, "out").filter((name) => name.endsWith(".jpg"));
  expect(exported).toHaveLength(1);

  // The same bytes again bring it back.
  const again = await sendPhoto(glimpse.url, binned.bytes);
  expect([again.photo?.id, again.duplicate]).toEqual([binned.id, true]);
  expect([await photosOn("library"), await photosOn("bin")]).toEqual([2, 0]);
  await until(
    "search finds it",
    async () => (await glimpse.api.search.run.query({ text: "photos" })).total === 2,
  );
  await glimpse.api.photos.remove.mutate({ ids: [kept.id, binned.id] });
  expect((await glimpse.api.photos.restore.mutate({ ids: [kept.id, binned.id] })).restored).toBe(2);
  expect([await photosOn("library"), await photosOn("bin")]).toEqual([2, 0]);
});

test("a photo that is deleted for good is gone from the disk, the rows and the search index", async () => {
  const { id, bytes } = await indexed(3);
  await glimpse.api.photos.edit.mutate({ ids: [id], title: "Secret title" });
  await glimpse.api.photos.remove.mutate({ ids: [id] });
  // Only photos in the bin can be deleted for good.
  const [other] = (await glimpse.api.photos.list.query()).items;
  expect((await glimpse.api.photos.discard.mutate({ ids: [other?.id ?? ""] })).discarded).toBe(0);
  expect((await glimpse.api.photos.discard.mutate({ ids: "all" })).discarded).toBe(1);
  expect(await photosOn("bin")).toBe(0);
  expect((await glimpse.api.photos.restore.mutate({ ids: [id] })).restored).toBe(0);
  expect(await statusOf(id, "thumbnail")).toBe(404);
  const hash = sha256(bytes);
  await until("its files are gone", () =>
    [...filesIn(glimpse.dataFolder, "originals"), ...filesIn(glimpse.dataFolder, "renditions")].every(
      (name) => !name.startsWith(hash),
    ),
  );
  await until(
    "its rows are gone",
    () => select(glimpse.dataFolder, "select id from photos where id = ?", [id]).length === 0,
  );
  for (const table of ["photo_facts", "photo_edits", "captions", "embeddings", "jobs"])
    expect([table, select(glimpse.dataFolder, `select * from ${table} where photo_id = ?`, [id])]).toEqual([
      table,
      [],
    ]);
  expect(select(glimpse.dataFolder, "select id from events where subject = ?", [id])).toEqual([]);
  expect(select(glimpse.dataFolder, "select id from edits_made where changed like '%Secret title%'")).toEqual(
    [],
  );
  await until(
    "the index has forgotten it",
    () => select(glimpse.dataFolder, "select * from documents where photoId = ?", [id], "index").length === 0,
  );
});
