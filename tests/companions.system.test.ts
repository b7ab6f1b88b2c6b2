import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Photo } from "#server/library/photo.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { rawFile } from "./fixtures/raw-file.ts";
import { motionPhoto, quickTime, samsungMotionPhoto, shotJpeg, wordsInXmp, xmpOf } from "./fixtures/shots.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

let glimpse: RunningGlimpse;
let seed = 100;

beforeAll(async () => {
  glimpse = await startGlimpse();
});
afterAll(() => glimpse[Symbol.asyncDispose]());

const draw = () => drawPhoto(seed++, { width: 160, height: 120 });
const get = (id: string) => glimpse.api.photos.get.query({ id });
const bytesAt = async (path: string, headers = {}) => {
  const response = await fetch(`${glimpse.url}/photos/${path}`, { headers });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
};
const listed = async () => (await glimpse.api.photos.list.query({ limit: 200 })).items.map(({ id }) => id);

type Sent = [name: string, bytes: Uint8Array];

/** Sends files one after the other, each when the one before is all done. */
async function send(...files: Sent[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [name, bytes] of files) {
    const { photo, error } = await sendPhoto(glimpse.url, bytes, { name });
    if (!photo) throw new Error(`${name}: ${error?.message}`);
    ids.push(photo.id);
    await rested();
  }
  return ids;
}

/** Waits until no job is left that needs no model. */
const rested = () =>
  until("nothing is left to do", async () => {
    const { items } = await glimpse.api.jobs.list.query({ limit: 200 });
    return items.every(({ stage, state }) => state === "failed" || stage === "describe" || stage === "embed");
  });

/** Sends the files in each order of two, and returns the photo that they became. */
async function joined(first: Sent, second: Sent): Promise<Photo> {
  const ids = await send(first, second);
  const photos = await Promise.all(ids.map(get));
  const photo = photos.find(({ partOf }) => partOf === null);
  const part = photos.find(({ partOf }) => partOf !== null);
  if (!photo || !part) throw new Error("the files were not joined");
  expect(part.partOf?.of).toBe(photo.id);
  const all = await listed();
  expect(all).toContain(photo.id);
  expect(all).not.toContain(part.id);
  return photo;
}

const orders = [
  ["the photo first", false],
  ["the photo last", true],
] as const;

test.each(orders)("a Live Photo is one photo: %s", async (_, turned) => {
  const contentId = `570F1469-09C7-4E50-9875-${String(seed).padStart(12, "0")}`;
  const film = quickTime(contentId, seed);
  const still = shotJpeg(await draw(), { make: "Apple", model: "iPhone 14", contentId });
  const files: [Sent, Sent] = [
    ["beach.jpg", still],
    ["other name.mov", film],
  ];
  const photo = await joined(...(turned ? ([files[1], files[0]] as const) : files));
  expect(photo.motion).toEqual({ from: "file", type: "video/quicktime" });
  expect(photo.companions).toMatchObject([
    { role: "motion", fileName: "other name.mov", bytes: film.length },
  ]);

  const whole = await bytesAt(`${photo.id}/motion`);
  expect(whole.bytes.equals(film)).toBe(true);
  expect(whole.headers.get("content-type")).toBe("video/quicktime");
  const part = await bytesAt(`${photo.id}/motion`, { range: "bytes=4-7" });
  expect([part.status, part.bytes.toString()]).toEqual([206, "ftyp"]);
  const download = await bytesAt(`${photo.companions[0]?.id}/download`);
  expect(download.bytes.equals(film)).toBe(true);

  // The same files again change nothing.
  for (const [name, bytes] of files)
    expect((await sendPhoto(glimpse.url, bytes, { name })).duplicate).toBe(true);
  await rested();
  expect((await get(photo.id)).companions).toEqual(photo.companions);
});

test("a film of another name and without an identifier stays by itself", async () => {
  const [photo = "", film = ""] = await send(
    ["dunes.jpg", await draw()],
    ["waves.mov", quickTime(undefined, seed++)],
  );
  expect((await get(photo)).motion).toBeNull();
  expect((await get(film)).partOf).toBeNull();
  expect(await listed()).toContain(film);
});

test("the film inside a motion photo is served from inside the original", async () => {
  const film = quickTime();
  for (const [name, bytes] of [
    ["PXL_1.MP.jpg", motionPhoto(await draw(), film, "items")],
    ["MVIMG_1.jpg", motionPhoto(await draw(), film, "number")],
    ["20240714_101112.jpg", samsungMotionPhoto(await draw(), film)],
  ] satisfies Sent[]) {
    const [id = ""] = await send([name, bytes]);
    expect((await get(id)).motion).toEqual({ from: "inside", type: "video/quicktime" });
    const whole = await bytesAt(`${id}/motion`);
    expect(whole.bytes.equals(film), name).toBe(true);
    const part = await bytesAt(`${id}/motion`, { range: "bytes=4-11" });
    expect([part.status, part.bytes.toString()]).toEqual([206, "ftypqt  "]);
    expect(part.headers.get("content-range")).toBe(`bytes 4-11/${film.length}`);
    expect((await bytesAt(`${id}/motion`, { range: `bytes=${film.length}-` })).status).toBe(416);
    expect((await bytesAt(`${id}/original`)).bytes.equals(bytes)).toBe(true);
  }
});

test("photos that move are found as live photos", async () => {
  const { total, hits } = await glimpse.api.search.run.query({ text: "live photos", limit: 50 });
  expect(total).toBe(5);
  expect(hits.every(({ photo }) => photo.motion !== null)).toBe(true);
});

test.each(orders)("a raw file and its JPEG are one photo: %s", async (_, turned) => {
  const shot = { make: "Canon", model: "EOS 40D", taken: `2008:05:30 15:56:${10 + (seed % 50)}` };
  const preview = shotJpeg(await drawPhoto(seed++, { width: 1600, height: 1200 }), shot);
  const name = `IMG_${seed}`;
  const files: [Sent, Sent] = [
    [`${name}.JPG`, shotJpeg(await draw(), shot)],
    [`${name}.DNG`, rawFile(preview, 1, undefined, shot)],
  ];
  const photo = await joined(...(turned ? ([files[1], files[0]] as const) : files));
  expect(photo).toMatchObject({
    type: "image/jpeg",
    companions: [{ role: "raw", type: "image/x-adobe-dng" }],
  });
  expect((await bytesAt(`${photo.id}/download`)).bytes.equals(files[0][1])).toBe(true);
  expect((await bytesAt(`${photo.companions[0]?.id}/download`)).bytes.equals(files[1][1])).toBe(true);
});

const sidecar = (words: Parameters<typeof wordsInXmp>[0], attributes = "") =>
  Buffer.from(xmpOf(attributes, wordsInXmp(words)));

test.each(orders)("a sidecar wins over the file, and a person over both: %s", async (_, turned) => {
  const name = `MEADOW_${seed}`;
  const files: [Sent, Sent] = [
    [`${name}.jpg`, shotJpeg(await draw(), { taken: "2008:05:30 15:56:01", make: "Canon" })],
    [
      `${name}.xmp`,
      sidecar(
        { title: `Meadow ${seed}`, keywords: ["cowslip", "may"] },
        'xmp:Rating="4" exif:DateTimeOriginal="2009-06-01T10:00:00" photoshop:City="Graz" photoshop:Country="Austria"',
      ),
    ],
  ];
  const photo = await joined(...(turned ? ([files[1], files[0]] as const) : files));
  expect(photo).toMatchObject({
    title: expect.stringMatching(/^Meadow/),
    ...{ keywords: ["cowslip", "may"], rating: 4, takenAt: "2009-06-01T10:00:00" },
    place: { city: "Graz", country: "Austria" },
    companions: [{ role: "sidecar" }],
  });
  const found = await glimpse.api.search.run.query({ text: `cowslip`, limit: 50 });
  expect(found.hits.map((hit) => hit.photo.id)).toContain(photo.id);

  await glimpse.api.photos.edit.mutate({ ids: [photo.id], title: "Mine" });
  await send([`${name}.jpg.xmp`, sidecar({ title: `Theirs ${name}`, description: "Again" })]);
  expect(await get(photo.id)).toMatchObject({
    title: "Mine",
    description: "Again",
    keywords: ["cowslip", "may"],
  });
});

test("a sidecar without its photo is kept, waits, and is no photo", async () => {
  const before = await glimpse.api.jobs.summary.query();
  const [id = ""] = await send(["LONELY_9.CR2.xmp", sidecar({ title: "Lonely" })]);
  expect((await get(id)).partOf).toEqual({ role: "sidecar", of: null });
  expect(await glimpse.api.jobs.summary.query()).toMatchObject({
    total: before.total,
    waitingSidecars: before.waitingSidecars + 1,
  });
  expect(await listed()).not.toContain(id);
  expect((await glimpse.api.search.run.query({ text: "Lonely", limit: 5 })).hits).toEqual([]);
});

test("files that belong to a photo are removed and brought back with it", async () => {
  const [photo = "", film = ""] = await send(
    ["GONE_1.jpg", await draw()],
    ["GONE_1.mov", quickTime(undefined, seed++)],
  );
  expect(await glimpse.api.photos.remove.mutate({ ids: [photo] })).toEqual({ removed: 1 });
  await rested();
  await expect(get(film)).rejects.toThrow();
  expect((await bytesAt(`${film}/download`)).status).toBe(404);
  await glimpse.api.photos.restore.mutate({ ids: [photo] });
  await rested();
  expect((await get(photo)).companions).toMatchObject([{ id: film }]);
  expect((await bytesAt(`${photo}/motion`)).status).toBe(200);
  const hash = createHash("sha256")
    .update((await bytesAt(`${photo}/motion`)).bytes)
    .digest("hex");
  expect(hash).toBe((await get(film)).sha256);
});

test("a photo without its sidecar is what its file says", async () => {
  const words = sidecar({ title: `Alone ${seed}` });
  const [photo = "", beside = ""] = await send(["BARE_1.jpg", await draw()], ["BARE_1.xmp", words]);
  expect((await get(photo)).title).toMatch(/^Alone/);
  await glimpse.api.photos.remove.mutate({ ids: [beside] });
  await rested();
  expect(await get(photo)).toMatchObject({ title: null, companions: [] });
  await glimpse.api.photos.restore.mutate({ ids: [beside] });
  await rested();
  expect((await get(photo)).title).toMatch(/^Alone/);
});

test("a file that comes back brings its photo back", async () => {
  const film = quickTime(undefined, seed++);
  const [photo = ""] = await send(["BACK_1.jpg", await draw()], ["BACK_1.mov", film]);
  await glimpse.api.photos.remove.mutate({ ids: [photo] });
  await rested();
  await send(["BACK_1.mov", film]);
  expect(await get(photo)).toMatchObject({ motion: { from: "file" } });
});

test("a question asked with a part of a photo is asked with the photo", async () => {
  const [photo = "", film = ""] = await send(
    ["ASK_1.jpg", await draw()],
    ["ASK_1.mov", quickTime(undefined, seed++)],
  );
  const { total } = await glimpse.api.search.run.query({ text: "photos", limit: 1 });
  expect(total).toBeGreaterThan(0);
  const conversationId = randomUUID();
  await glimpse.api.conversations.say
    .mutate({ conversationId, turnId: randomUUID(), begins: true, text: "", photoIds: [film] })
    .catch(() => {});
  const { turns } = await glimpse.api.conversations.get.query({ id: conversationId });
  expect(turns[0]?.photos.map(({ id }) => id)).toEqual([photo]);
});

test("a worker that is killed again and again loses nothing and joins each pair once", async () => {
  const pairs = await Promise.all(
    Array.from(
      { length: 12 },
      async (_, at): Promise<[Sent, Sent]> => [
        [`KILL_${at}.jpg`, await draw()],
        [`KILL_${at}.mov`, quickTime(undefined, seed++)],
      ],
    ),
  );
  const ids: [string, string][] = [];
  for (const [still, film] of pairs) {
    const sent = await Promise.all(
      [still, film].map(([name, bytes]) => sendPhoto(glimpse.url, bytes, { name })),
    );
    ids.push([sent[0]?.photo?.id ?? "", sent[1]?.photo?.id ?? ""]);
    if (ids.length % 4 !== 0) continue;
    const worker = await until("a worker runs", () => glimpse.processes().worker);
    process.kill(worker, "SIGKILL");
  }
  await until(
    "all are joined",
    async () => {
      const films = await Promise.all(ids.map(([, film]) => get(film)));
      return films.every(({ partOf }, at) => partOf?.of === ids[at]?.[0]);
    },
    60_000,
  );
  for (const [still] of ids) {
    const events = await glimpse.api.photos.timeline.query({ id: still });
    expect(events.filter(({ type }) => type === "joined")).toHaveLength(1);
  }
});
