import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

let ollama: OllamaDouble;
let glimpse: RunningGlimpse;
let seed = 500;

beforeAll(async () => {
  ollama = await startOllama();
  glimpse = await startGlimpse({ ollama: ollama.url });
});
afterAll(async () => {
  await glimpse?.[Symbol.asyncDispose]();
  await ollama?.[Symbol.asyncDispose]();
});

async function added(): Promise<string> {
  const { photo } = await sendPhoto(glimpse.url, await drawPhoto(++seed));
  const id = photo?.id ?? "";
  await until("it is indexed", async () => (await glimpse.api.photos.get.query({ id })).status === "indexed");
  return id;
}

async function shown(album: string): Promise<string[]> {
  const shelf = { kind: "album", album } as const;
  const page = { shelf, section: "album", from: 0, limit: 100 };
  return (await glimpse.api.shelves.page.query(page)).items.map(({ id }) => id);
}

const filter = (value: string, negated = false) => ({
  ...{ field: "album" as const, operator: "=" as const, value, negated },
  ...{ words: "the album", label: "album" },
});
const found = async (value: string, negated = false) => {
  const plan = { text: "", filters: [filter(value, negated)] };
  const { hits, total } = await glimpse.api.search.run.query({ plan, limit: 100 });
  return { total, ids: hits.flatMap(({ photo, more }) => [photo.id, ...more]).sort() };
};

test("an album shows its photos, is a filter of a plan, and what is removed leaves it until it comes back", async () => {
  const [a, b, c] = [await added(), await added(), await added()];
  const album = await glimpse.api.albums.make.mutate({ name: "Summer", photoIds: [a, b] });
  expect(album).toMatchObject({ name: "Summer", photos: 2, isLiving: false, order: "date" });
  expect((await shown(album.id)).sort()).toEqual([a, b].sort());
  expect(await found(album.id)).toEqual({ total: 2, ids: [a, b].sort() });
  expect((await found(album.id, true)).ids).toContain(c);
  await glimpse.api.photos.remove.mutate({ ids: [a] });
  expect(await shown(album.id)).toEqual([b]);
  expect(await glimpse.api.albums.get.query({ id: album.id })).toMatchObject({ photos: 1, cover: b });
  await glimpse.api.photos.restore.mutate({ ids: [a] });
  expect((await glimpse.api.albums.list.query()).items.find(({ id }) => id === album.id)?.photos).toBe(2);
  // A deleted album has no photos; the photos are still there.
  await glimpse.api.albums.remove.mutate({ id: album.id });
  expect((await found(album.id)).total).toBe(0);
  await expect(glimpse.api.albums.get.query({ id: album.id })).rejects.toThrow(/no such album/);
  expect((await glimpse.api.photos.get.query({ id: a })).id).toBe(a);
});

test("the albums of a photo are those that show it, by their names, living ones too", async () => {
  const [photoId, other] = [await added(), await added()];
  const turnId = randomUUID();
  const question = { conversationId: randomUUID(), turnId, text: "photos", begins: true };
  await Array.fromAsync(await glimpse.api.conversations.say.mutate(question));
  const living = await glimpse.api.albums.make.mutate({ name: "All of them", turnId, living: true });
  const zoo = await glimpse.api.albums.make.mutate({ name: "Zoo", photoIds: [photoId] });
  const names = async (id: string) =>
    (await glimpse.api.albums.withPhoto.query({ photoId: id })).items.map(({ name }) => name);
  expect(await names(photoId)).toEqual(["All of them", "Zoo"]);
  expect(await names(other)).toEqual(["All of them"]);
  await glimpse.api.albums.takeOut.mutate({ id: zoo.id, photoIds: [photoId] });
  await glimpse.api.albums.takeOut.mutate({ id: living.id, photoIds: [other] });
  expect(await names(photoId)).toEqual(["All of them"]);
  expect(await names(other)).toEqual([]);
  await glimpse.api.albums.remove.mutate({ id: living.id });
});

test("an album of an answer stays as it is, and new photos join a living one", async () => {
  const [conversationId, turnId] = [randomUUID(), randomUUID()];
  const question = { conversationId, turnId, text: "photos", begins: true };
  await Array.fromAsync(await glimpse.api.conversations.say.mutate(question));
  const fixed = await glimpse.api.albums.make.mutate({ name: "Then", turnId });
  const living = await glimpse.api.albums.make.mutate({ name: "Always", turnId, living: true });
  expect([fixed.isLiving, living.isLiving]).toEqual([false, true]);
  expect(fixed.photos).toBe(living.photos);
  const late = await added();
  expect(await shown(fixed.id)).not.toContain(late);
  expect(await shown(living.id)).toContain(late);
  // A photo that is taken out stays out until somebody puts it back.
  const takeOut = () => glimpse.api.albums.takeOut.mutate({ id: living.id, photoIds: [late] });
  expect([await takeOut(), await takeOut()]).toEqual([{ taken: [late] }, { taken: [] }]);
  expect(await shown(living.id)).not.toContain(late);
  expect((await found(living.id)).ids).not.toContain(late);
  await glimpse.api.albums.add.mutate({ id: living.id, photoIds: [late] });
  expect(await shown(living.id)).toContain(late);
  await expect(glimpse.api.albums.make.mutate({ name: "always" })).rejects.toThrow(/already/);
});
