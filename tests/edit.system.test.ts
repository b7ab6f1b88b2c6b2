import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ExifTool } from "exiftool-vendored";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { runCommand } from "./fixtures/cli.ts";
import { damagedOriginals, filesIn, sha256 } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { freeze } from "./fixtures/freeze.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let ollama: OllamaDouble;
let glimpse: RunningGlimpse;
let originals: string[];
/** A dog in May 2021, a bus an hour later, a boat without a date. */
let dog: string;
let bus: string;
let boat: string;

async function add(seed: number, caption: string, taken: string | null): Promise<string> {
  const drawn = sharp(await drawPhoto(seed));
  const dated = taken === null ? drawn : drawn.withExif({ IFD2: { DateTimeOriginal: taken } });
  const bytes = await dated.jpeg().toBuffer();
  await ollama.teach(bytes, caption);
  return (await sendPhoto(glimpse.url, bytes, { name: `${seed}.jpg` })).photo?.id ?? "";
}

beforeAll(async () => {
  folder = await temporaryFolder();
  ollama = await startOllama();
  glimpse = await startGlimpse({ ollama: ollama.url, dataFolder: join(folder.path, "data") });
  dog = await add(7_101, "A brown dog on a beach.", "2021:05:17 23:30:00");
  bus = await add(7_102, "A red bus in the rain.", "2021:05:18 00:30:00");
  boat = await add(7_103, "A boat on a calm lake.", null);
  await until("all are indexed", async () => (await glimpse.api.jobs.summary.query()).byStatus.indexed === 3);
  originals = filesIn(glimpse.dataFolder, "originals");
});

afterAll(async () => {
  await glimpse?.stop();
  await ollama?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

const edit = (input: Parameters<typeof glimpse.api.photos.edit.mutate>[0]) =>
  glimpse.api.photos.edit.mutate(input);
const get = (id: string) => glimpse.api.photos.get.query({ id });
const found = async (text: string) => {
  const { hits } = await glimpse.api.search.run.query({ text });
  return hits.flatMap(({ photo, more }) => [photo.id, ...more]).sort();
};

test("a person's edit is found at once, and the file's value no longer", async () => {
  expect(await found("photos from 2021")).toEqual([dog, bus].sort());
  // The worker sleeps, so nobody else can have told the index.
  const worker = glimpse.processes().worker ?? 0;
  await freeze(worker);
  const embedded = () => ollama.asked.filter(({ endpoint }) => endpoint === "embed");
  const made = await edit({
    ids: [dog],
    ...{ title: "Wellington", caption: "A grey cat on a sofa.", description: "He sleeps.", rating: 5 },
    ...{ takenAt: "1998-03-04T10:00", place: "Porto, Portugal", people: ["Wilhelmine"], keywords: ["nap"] },
    favourite: true,
  });
  expect(made.edited).toBe(1);
  const plan = await glimpse.api.search.plan.query({ text: "photos of Wilhelmine in Porto" });
  expect(plan.filters.map(({ field }) => field).sort()).toEqual(["people", "places"]);
  expect(await found("photos of Wilhelmine in Porto")).toEqual([dog]);
  expect(await found("photos from 1998")).toEqual([dog]);
  expect(await found("photos from 2021")).toEqual([bus]);
  expect(await found("favourites with 5 stars")).toEqual([dog]);
  expect(await found("a cat")).toEqual([dog]);
  expect(await found("a dog")).toEqual([]);
  expect(await get(dog)).toMatchObject({
    ...{ title: "Wellington", description: "He sleeps.", takenAt: "1998-03-04T10:00:00" },
    caption: { text: "A grey cat on a sofa.", model: "person" },
    place: { city: "Porto", country: "Portugal" },
  });
  process.kill(worker, "SIGCONT");
  await until("the new caption is embedded", () =>
    embedded().some(({ body }) => JSON.stringify(body).includes("A grey cat on a sofa.")),
  );
  await until("it is indexed again", async () => (await get(dog)).status === "indexed");

  const told = (await glimpse.api.photos.timeline.query({ id: dog })).find(({ type }) => type === "edited");
  expect(told?.fields).toContain("title");
  expect(await glimpse.api.photos.undo.mutate({ edit: made.undo })).toEqual({ undone: 1 });
  expect(await found("a dog")).toEqual([dog]);
  expect(await found("photos of Wilhelmine")).toEqual([]);
  expect(await get(dog)).toMatchObject({ edited: [], favourite: false, takenAt: "2021-05-17T23:30:00" });
});

test("a year or a month that a person knows is kept, found and sorted as such", async () => {
  const { undo } = await edit({ ids: [bus], takenAt: "1987" });
  expect(await get(bus)).toMatchObject({ takenAt: "1987", takenFrom: "person", edited: ["takenAt"] });
  expect(await found("photos from 1987")).toEqual([bus]);
  expect(await found("photos from June 1987")).toEqual([]);
  // It has no hour that could be moved.
  await edit({ ids: [bus], shiftMinutes: 60 });
  expect((await get(bus)).takenAt).toBe("1987");
  await edit({ ids: [bus], takenAt: "1987-06" });
  expect(await found("photos from June 1987")).toEqual([bus]);
  await edit({ ids: [bus], takenAt: "1987-06-30T10:00" });
  expect((await get(bus)).takenAt).toBe("1987-06-30T10:00:00");
  expect(await glimpse.api.photos.undo.mutate({ edit: undo })).toEqual({ undone: 0 });
  await edit({ ids: [bus], revert: ["takenAt"] });
  expect(await get(bus)).toMatchObject({ edited: [], takenFrom: "file" });
});

test("all of these were an hour later, said twice by a program that heard no answer", async () => {
  const shift = { id: crypto.randomUUID(), ids: [dog, bus, boat], shiftMinutes: 60, addKeywords: ["trip"] };
  const made = await edit(shift);
  expect(await edit(shift)).toEqual(made);
  expect(await Promise.all([dog, bus, boat].map(async (id) => (await get(id)).takenAt))).toEqual([
    "2021-05-18T00:30:00",
    "2021-05-18T01:30:00",
    null,
  ]);
  expect(await found("photos from 18 May 2021")).toEqual([dog, bus].sort());
  expect(await found("photos with the keyword trip")).toEqual([dog, bus, boat].sort());
  await edit({ ids: [bus], title: "Later" });
  expect(await glimpse.api.photos.undo.mutate({ edit: made.undo })).toEqual({ undone: 3 });
  expect((await get(bus)).title).toBe("Later");
  expect(await found("photos from 18 May 2021")).toEqual([bus]);
  await edit({ ids: [bus], revert: ["title"] });
  expect((await get(bus)).title).toBeNull();
});

test("impossible values are refused with their reason", async () => {
  const why = (input: object) =>
    edit({ ids: [dog], ...input }).then(
      () => "",
      (error: Error) => error.message,
    );
  expect(await why({})).toBe("Say what to change.");
  expect(await why({ takenAt: "yesterday" })).toMatch(/^takenAt: must be a local time/);
  expect(await why({ place: "a, b, c, d" })).toMatch(/^place: has more parts/);
  expect(await why({ shiftMinutes: 52_000_000 * 1.5 })).toMatch(/^shiftMinutes: /);
  expect(await why({ ids: [crypto.randomUUID()], title: "x" })).toBe(
    "None of these photos is in the library.",
  );
  await expect(glimpse.api.photos.undo.mutate({ edit: crypto.randomUUID() })).rejects.toThrow(
    "This edit cannot be taken back any more.",
  );
});

test("a photo that cannot be opened is edited, too, and the index stays as the rows have it", async () => {
  const broken = (await drawPhoto(7_104)).subarray(0, 300);
  const id = (await sendPhoto(glimpse.url, broken, { name: "broken.jpg" })).photo?.id ?? "";
  await until("it was looked at", async () => (await get(id)).status !== "received");
  const before = await get(id);
  const { undo } = await edit({ ids: [id], caption: "A lighthouse on a cliff.", people: ["Wilhelmine"] });
  expect((await get(id)).caption?.text).toBe("A lighthouse on a cliff.");
  await glimpse.api.photos.undo.mutate({ edit: undo });
  expect(await get(id)).toEqual(before);
  expect(await found("a lighthouse")).toEqual([]);
  expect(await runCommand({ GLIMPSE_DATA: glimpse.dataFolder }, "index", "verify")).toMatchObject({
    code: 0,
  });
  await glimpse.api.photos.remove.mutate({ ids: [id] });
});

test("edits outlive a rebuild of the index, are exported, and never touch the originals", async () => {
  await edit({
    ids: [boat],
    caption: "A ferry.",
    description: "To Barreiro.",
    place: "41.15, -8.61",
    rating: 4,
  });
  const settings = { GLIMPSE_DATA: glimpse.dataFolder };
  const target = join(folder.path, "export");
  expect((await runCommand(settings, "index", "rebuild")).code).toBe(0);
  expect(await found("a ferry in Porto")).toEqual([boat]);
  await glimpse.api.captions.describeAgain.mutate({ ids: [boat] });
  await until("it is described again", async () => {
    const told = await glimpse.api.photos.timeline.query({ id: boat });
    return told.filter(({ type }) => type === "described").length === 2;
  });
  expect((await get(boat)).caption?.text).toBe("A ferry.");

  expect((await runCommand(settings, "export", target)).code).toBe(0);
  await using exiftool = new ExifTool({ maxProcs: 1 });
  const exported = join(target, "undated", "7103.jpg");
  const tags = await exiftool.readRaw(`${exported}.xmp`, { readArgs: ["-fast", "-n"] });
  expect(tags).toMatchObject({
    ...{ Description: "To Barreiro.", AltTextAccessibility: "A ferry.", Rating: 4, City: "Porto" },
  });
  expect(originals).toContain(sha256(readFileSync(exported)));
  expect(filesIn(glimpse.dataFolder, "originals")).toEqual(expect.arrayContaining(originals));
  expect(damagedOriginals(glimpse.dataFolder)).toEqual([]);
});
