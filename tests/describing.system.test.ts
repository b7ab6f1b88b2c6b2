import { afterAll, beforeAll, expect, test } from "vitest";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let doubles: OllamaDouble[];
let glimpse: RunningGlimpse;
let seed = 4_000;

beforeAll(async () => {
  folder = await temporaryFolder();
  doubles = await Promise.all([startOllama(), startOllama()]);
  glimpse = await start();
});
afterAll(async () => {
  await glimpse?.stop();
  await Promise.all(doubles.map((double) => double[Symbol.asyncDispose]()));
  await folder?.[Symbol.asyncDispose]();
});

const start = () =>
  startGlimpse({ ollama: doubles.map(({ url }) => url).join(", "), dataFolder: folder.path });

const upload = async () => (await sendPhoto(glimpse.url, await drawPhoto(seed++))).photo?.id ?? "";
const statusOf = async (id: string) => (await glimpse.api.photos.get.query({ id })).status;
const isIndexed = (id: string) => until("it is indexed", async () => (await statusOf(id)) === "indexed");
const described = () => doubles.map((double) => double.countDescribed());
const total = () => described().reduce((sum, count) => sum + count, 0);

/** Waits until the worker has heard that it may describe nothing; returns photos that have come since. */
const rest = () =>
  until("photos are prepared and no more", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 8; n++) {
      const id = await upload();
      ids.push(id);
      await until("it is prepared", async () => (await statusOf(id)) !== "received");
    }
    const all = await Promise.all(ids.map(statusOf));
    return all.every((status) => status === "prepared") && ids;
  });

test("the model gets the preview of a small photo as it is, and a smaller picture of a large one", async () => {
  const shownFor = async (width: number, height: number) => {
    const begun = doubles.map(({ asked }) => asked.length);
    const bytes = await drawPhoto(seed++, { width, height });
    const id = (await sendPhoto(glimpse.url, bytes)).photo?.id ?? "";
    await isIndexed(id);
    const asked = doubles.flatMap(({ asked }, at) => asked.slice(begun[at]));
    const preview = await fetch(`${glimpse.url}/photos/${id}/preview`);
    return {
      // The trials of the models have a tiny picture.
      shown: Math.max(...asked.flatMap(({ images }) => images)),
      preview: (await preview.arrayBuffer()).byteLength,
    };
  };
  const small = await shownFor(1_024, 600);
  expect(small.shown).toBe(small.preview);
  const large = await shownFor(2_000, 1_200);
  expect(large.shown).toBeLessThan(large.preview * 0.8);
  expect(large.shown).toBeGreaterThan(large.preview * 0.2);
});

test("a list of servers shares the photos, and each is said with what it does", async () => {
  for (const double of doubles) double.pace.requestMs = 300;
  const ids = [];
  for (let n = 0; n < 24; n++) ids.push(await upload());
  const status = await until("both are measured", async () => {
    const { servers, perMinute, ...rest } = await glimpse.api.describing.status.query();
    return servers.length === 2 && servers.every((each) => each.perMinute) && { servers, perMinute, ...rest };
  });
  expect(status.servers.map(({ address }) => address).sort()).toEqual(doubles.map(({ url }) => url).sort());
  expect(status.state).toBe("on");
  for (const id of ids) await isIndexed(id);
  for (const count of described()) expect(count).toBeGreaterThan(4);
  const { models } = await glimpse.api.system.status.query();
  expect(models.servers.map(({ address }) => address)).toEqual(doubles.map(({ url }) => url));
  for (const double of doubles) double.pace.requestMs = 0;
});

test("one of two servers may die and come back, and no photo is lost by it", async () => {
  const [, second] = doubles;
  if (!second) throw new Error("there is no second server");
  await second[Symbol.asyncDispose]();
  const ids = [await upload(), await upload(), await upload()];
  for (const id of ids) await isIndexed(id);
  const { models } = await glimpse.api.system.status.query();
  expect(models).toMatchObject({ describe: { ready: true }, embed: { ready: true } });
  doubles[1] = await startOllama({ port: Number(new URL(second.url).port) });
  for (const double of doubles) double.pace.requestMs = 200;
  await until(
    "it describes again",
    async () => {
      await upload();
      return (doubles[1]?.countDescribed() ?? 0) > 0;
    },
    60_000,
  );
  for (const double of doubles) double.pace.requestMs = 0;
  await until("all are described", async () => (await glimpse.api.describing.status.query()).waiting === 0);
});

test("a pause is heard within seconds, stays over a restart, and spares pictures, facts and questions", async () => {
  await isIndexed(await upload());
  await glimpse.api.describing.set.mutate({ paused: true });
  const [resting = ""] = await rest();
  const before = total();
  await glimpse.stop();
  glimpse = await start();
  expect(await glimpse.api.describing.status.query()).toMatchObject({ paused: true, state: "paused" });
  const later = await upload();
  await until(
    "it has its picture",
    async () => (await glimpse.api.photos.get.query({ id: later })).thumbhash,
  );
  const embedded = () => doubles.reduce((sum, double) => sum + double.count("embed"), 0);
  const asked = embedded();
  await glimpse.api.search.run.query({ text: "a red square" });
  expect(embedded()).toBe(asked + 1);
  expect(await statusOf(resting)).toBe("prepared");
  expect(total()).toBe(before);

  // A photo that is asked with is described, although all others rest.
  const { id: conversationId } = await glimpse.api.conversations.create.mutate();
  const turn = { conversationId, turnId: crypto.randomUUID(), text: "more like this", photoIds: [later] };
  await Array.fromAsync(await glimpse.api.conversations.say.mutate(turn));
  await isIndexed(later);
  expect(await statusOf(resting)).toBe("prepared");

  await glimpse.api.describing.set.mutate({ paused: false });
  await isIndexed(resting);
});

test("outside its hours nothing is described, and a person may end that", async () => {
  const minutes = (from: number) => new Date(Date.now() + from * 60_000).toISOString().slice(11, 16);
  const hours = { from: minutes(120), to: minutes(180), timeZone: "UTC" };
  expect(await glimpse.api.describing.set.mutate({ hours })).toMatchObject({ state: "waits", hours });
  const status = await glimpse.api.describing.status.query();
  expect(status.changesAt?.slice(11, 16)).toBe(hours.from);
  await rest();
  await glimpse.api.describing.set.mutate({ hours: null });
  await until("all are described", async () => (await glimpse.api.describing.status.query()).waiting === 0);
});

test("hours that never end, or are none, are refused", async () => {
  for (const hours of [
    { from: "22:00", to: "22:00", timeZone: "UTC" },
    { from: "24:00", to: "07:00", timeZone: "UTC" },
    { from: "22:00", to: "07:00", timeZone: "Atlantis" },
  ]) {
    await expect(glimpse.api.describing.set.mutate({ hours })).rejects.toThrow();
  }
});
