import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { checkout, type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { callProcedure, procedures } from "./fixtures/procedures.ts";
import { expectNoInsides } from "./fixtures/raw-request.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

const nobody = "01890000-0000-7000-8000-000000000000";
const world = { west: -180, south: -90, east: 180, north: 90 };
const longestAnswer = 3_000;

const hostile: unknown[] = [
  ...[null, true, -1, 1.5, 1e308, 2 ** 53, [], {}, [[]], [null], { $gt: "" }, { toString: "x" }],
  ...[
    "",
    " ",
    "0",
    "x",
    "\0",
    "%00",
    "\ud800",
    "\u202e",
    "\u{1f3d6}\ufe0f".repeat(500),
    "__proto__",
    "../../etc/passwd",
  ],
  ...['"', '"dog', "dog OR", "NEAR(", "dog*", "-dog", "^dog", "{a b}:c", "a:b", "()", "AND", "NOT NOT", "*"],
  ...["of ".repeat(660), "in 5 ".repeat(400), "show me ".repeat(250), "1/2/".repeat(500), " ".repeat(2_000)],
  ...["a".repeat(1e5), "' or 1=1; drop table photos; --", "9999-99-99T99:99:99Z", "-1_x"],
  ...[nobody, `${nobody}_0`, `${nobody}_999999999`, Array(2_000).fill(nobody)],
];

/** Makes copies of the example. In each, the value replaces one part at any depth, or the whole example. */
function replacedAnywhere(example: unknown, value: unknown): unknown[] {
  if (typeof example !== "object" || example === null) return [value];
  const copies = Object.entries(example).flatMap(([key, part]) =>
    replacedAnywhere(part, value).map((other) =>
      Array.isArray(example) ? example.with(Number(key), other) : { ...example, [key]: other },
    ),
  );
  return [value, ...copies];
}

let ollama: OllamaDouble;
let glimpse: RunningGlimpse;
let photoId: string;
let conversationId: string;
let turnId: string;

beforeAll(async () => {
  ollama = await startOllama();
  glimpse = await startGlimpse({ ollama: ollama.url });
  photoId = (await sendPhoto(glimpse.url, await drawPhoto(1))).photo?.id ?? "";
  await until("the photo is indexed", async () => {
    return (await glimpse.api.photos.get.query({ id: photoId })).status === "indexed";
  });
  conversationId = (await glimpse.api.conversations.create.mutate()).id;
  turnId = randomUUID();
  await Array.fromAsync(
    await glimpse.api.conversations.say.mutate({ conversationId, turnId, text: "a dog" }),
  );
});
afterAll(async () => {
  await glimpse[Symbol.asyncDispose]();
  await ollama[Symbol.asyncDispose]();
});

/** Valid inputs for every procedure that takes one. */
const examples = (): [string, () => object][] => {
  const clock = { now: "2026-01-01T12:00:00Z", timeZone: "Europe/Berlin" };
  const filter = { field: "year", operator: "=", value: 2023, negated: false, words: "2023", label: "2023" };
  const plan = {
    text: "a dog",
    filters: [filter],
    sort: "newest",
    limit: 5,
    like: [photoId],
    intent: "search",
  };
  return [
    ["photos.known", () => ({ sha256: ["a".repeat(64)] })],
    ["photos.get", () => ({ id: photoId })],
    ["photos.list", () => ({ cursor: `0_${nobody}`, limit: 5 })],
    ["photos.map", () => ({ part: world, step: 1 })],
    ["photos.within", () => ({ part: world, cursor: `0_${nobody}`, limit: 5 })],
    ["photos.remove", () => ({ ids: [nobody] })],
    [
      "photos.edit",
      () => ({
        ...{ id: randomUUID(), ids: [nobody], title: "Noon", description: "At sea.", caption: "A boat." },
        ...{
          takenAt: "2024-07-14T20:47:00+02:00",
          place: { city: "Porto", latitude: 41.15, longitude: -8.61 },
        },
        ...{ people: ["Anna"], addKeywords: ["sea"], rating: 4, favourite: true, revert: [] },
      }),
    ],
    ["photos.edit", () => ({ ids: [nobody], shiftMinutes: 60, place: "Porto", revert: ["title"] })],
    ["photos.undo", () => ({ edit: nobody })],
    ["photos.restore", () => ({ ids: [nobody] })],
    ["photos.discard", () => ({ ids: [nobody] })],
    ["shelves.buckets", () => ({ shelf: { kind: "turn", turn: turnId } })],
    ["shelves.page", () => ({ shelf: { kind: "library" }, section: "2023-05", from: 0, limit: 5 })],
    ["search.people", () => ({ limit: 5 })],
    ["trips.list", () => ({ limit: 5 })],
    ["trips.get", () => ({ id: nobody })],
    ["albums.get", () => ({ id: nobody })],
    ["albums.withPhoto", () => ({ photoId })],
    ["albums.make", () => ({ name: `Album ${randomUUID()}`, photoIds: [photoId], living: false })],
    ["albums.change", () => ({ id: nobody, name: "Summer", cover: photoId, order: "hand" })],
    ["albums.remove", () => ({ id: nobody })],
    ["albums.add", () => ({ id: nobody, photoIds: [photoId] })],
    ["albums.takeOut", () => ({ id: nobody, photoIds: [photoId] })],
    ["albums.move", () => ({ id: nobody, photoIds: [photoId], before: null })],
    ["shelves.places", () => ({ section: "2023-05" })],
    [
      "conversations.among",
      () => ({ conversationId: randomUUID(), turnId: randomUUID(), text: "2 photos", photoIds: [photoId] }),
    ],
    ["photos.timeline", () => ({ id: photoId })],
    ["photos.map", () => ({ part: { west: -10, south: 35, east: 5, north: 45 }, step: 1 })],
    ["photos.within", () => ({ part: { west: -10, south: 35, east: 5, north: 45 } })],
    ["photos.shot", () => ({ id: photoId })],
    ["jobs.list", () => ({ state: "failed", cursor: nobody, limit: 5 })],
    ["models.start", () => ({ action: "pull", model: "llava" })],
    ["models.choose", () => ({ use: "describe", model: null })],
    ["models.stop", () => ({ action: "pull", model: "llava" })],
    ["captions.describeAgain", () => ({ ids: [nobody] })],
    ["captions.describeAgain", () => ({ model: "llava" })],
    ["describing.set", () => ({ hours: { from: "22:00", to: "07:00", timeZone: "Europe/Berlin" } })],
    ["describing.set", () => ({ paused: false, hours: null })],
    ["describing.lookAt", () => ({ ids: [nobody] })],
    ["people.set", () => ({ name: "Anna", relation: "self", nicknames: ["Annie"], birthday: "1990-05-14" })],
    ["people.leave", () => ({ relation: "daughter", left: false })],
    ["people.candidates", () => ({ relation: "dog" })],
    ["people.introduce", () => ({ turnId, name: "Anna" })],
    ["people.takeBack", () => ({ turnId })],
    ["jobs.retry", () => ({ ids: [nobody] })],
    ["jobs.watch", () => ({ lastEventId: "0" })],
    ["search.plan", () => ({ text: "a dog in May 2023", conversationId, ...clock })],
    ["search.complete", () => ({ text: "a dog in li", limit: 5 })],
    ["conversations.find", () => ({ text: "a dog", limit: 5 })],
    ["conversations.pin", () => ({ id: conversationId, pinned: true })],
    ["conversations.export", () => ({ id: conversationId, origin: "http://127.0.0.1:3000" })],
    ["conversations.bringBack", () => ({ turnId })],
    ["conversations.readAs", () => ({ turnId, reading: "first" })],
    ["secondReader.set", () => ({ on: true })],
    ["conversations.followUps", () => ({ turnId, ...clock })],
    ["conversations.table", () => ({ turnId })],
    ["conversations.choices", () => ({ turnId, words: "2023", kind: "place" })],
    ["search.run", () => ({ text: "a dog", limit: 5, cursor: `${nobody}_0`, ...clock })],
    ["search.run", () => ({ plan, limit: 5 })],
    ["search.similar", () => ({ photoId, limit: 5, cursor: `${nobody}_0` })],
    ["conversations.get", () => ({ id: conversationId })],
    ["conversations.create", () => ({ id: randomUUID(), title: "Holidays" })],
    ["conversations.rename", () => ({ id: conversationId, title: "Holidays" })],
    ["conversations.remove", () => ({ id: nobody })],
    [
      "conversations.say",
      () => ({ conversationId, turnId: randomUUID(), text: "a dog", photoIds: [photoId], ...clock }),
    ],
    ["conversations.watch", () => ({ turnId, lastEventId: "0" })],
    ["conversations.stop", () => ({ turnId })],
    ["conversations.adjust", () => ({ turnId, plan: { text: "a dog" } })],
  ];
};

test("every procedure with an input has an example", () => {
  const names = new Set(examples().map(([name]) => name));
  const without = procedures.map(({ name }) => name).filter((name) => !names.has(name));
  expect(without).toEqual([
    "photos.upload",
    "people.list",
    "people.left",
    "captions.models",
    "jobs.summary",
    "describing.status",
    "conversations.list",
    "models.tasks",
    "models.choices",
    "secondReader.status",
    "albums.list",
    "access.state",
    "access.signOut",
    "access.signOutEverywhere",
    "system.status",
    "system.storage",
    "system.check",
  ]);
});

test("the examples are valid", async () => {
  for (const [name, example] of examples()) {
    const { status } = await callProcedure(glimpse.url, name, JSON.stringify(example()));
    expect([name, status < 500 && status !== 400]).toEqual([name, true]);
  }
});

test("nonsense in any part of any input is the caller's error and breaks nothing", async () => {
  const { web } = glimpse.processes();
  for (const [name, example] of examples()) {
    const inputs = hostile.flatMap((value) => replacedAnywhere(example(), value));
    for (const input of [
      ...inputs.map((value) => JSON.stringify(value)),
      '{"__proto__":{"id":1}}',
      "[",
      "",
    ]) {
      const start = performance.now();
      const answer = await callProcedure(glimpse.url, name, input);
      const isCallersFault = answer.status < 500;
      const isQuick = performance.now() - start < longestAnswer;
      expect({ name, input, isCallersFault, isQuick }).toEqual({
        name,
        input,
        isCallersFault: true,
        isQuick: true,
      });
      expectNoInsides(answer, [checkout, glimpse.dataFolder]);
    }
  }
  expect(glimpse.processes().web).toBe(web);
  expect(glimpse.output().trim().split("\n")).toHaveLength(3);
  expect((await glimpse.api.photos.get.query({ id: photoId })).id).toBe(photoId);
}, 240_000);
