import { copyFile } from "node:fs/promises";
import { ExifTool } from "exiftool-vendored";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hasFilmReader } from "#server/film-reader.ts";
import type { PhotoFacts } from "#server/library/facts.ts";
import { makeFilm } from "#tests/fixtures/film.ts";
import { type Folder, temporaryFolder } from "#tests/fixtures/folder.ts";
import { createTagReader } from "./exiftool.ts";
import { factTable } from "./fact-table.ts";
import { decodeFile, type ReadTags } from "./file.ts";
import { factsFrom } from "./metadata.ts";

const film = test.skipIf(!hasFilmReader());
const reader = createTagReader();
const writer = new ExifTool({ maxProcs: 1, checkPerl: false, useMWG: false });
let folder: Folder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  await Promise.all([reader.close(), writer.end(), folder[Symbol.asyncDispose]()]);
});

const local = { takenLocal: "2007-06-30T18:45:17.000", takenOffset: 120, takenFrom: "file" as const };
const utc = { takenLocal: "2007-06-30T18:45:17.000", takenOffset: null, takenInUtc: true };

/** The values that exiftool writes into a film for each row of the table, and the facts that come of them. */
const rows: [tag: string, write: string, Partial<PhotoFacts>][] = [
  ["QuickTime:CreationDate", "2007:06:30 18:45:17+02:00", local],
  ["QuickTime:DateTimeOriginal", "2007:06:30 18:45:17+02:00", local],
  ["QuickTime:ContentCreateDate", "2007:06:30 18:45:17+02:00", local],
  ["QuickTime:CreateDate", "2007:06:30 18:45:17", utc],
  ["QuickTime:MediaCreateDate", "2007:06:30 18:45:17", utc],
  ["QuickTime:Make", "Apple", { make: "Apple" }],
  ["QuickTime:AndroidMake", "Google", { make: "Google" }],
  ["QuickTime:Model", "iPhone 12", { model: "iPhone 12" }],
  ["QuickTime:AndroidModel", "Pixel 7", { model: "Pixel 7" }],
  ["QuickTime:Title", "Málaga", { title: "Málaga" }],
  ["QuickTime:ContentIdentifier", "8F5C-01", { contentId: "8F5C-01" }],
  ["QuickTime:Description", "Málaga", { description: "Málaga" }],
  ["QuickTime:Keywords", "beach", { keywords: ["beach"] }],
];
/** The tags that FFmpeg writes into a Matroska file, which exiftool only reads. */
const matroska: [tag: string, tags: Record<string, string>, Partial<PhotoFacts>][] = [
  [
    "Matroska:DateTimeOriginal",
    { creation_time: "2007-06-30T18:45:17Z" },
    { takenLocal: "2007-06-30T18:45:17.000", takenOffset: null, takenInUtc: true },
  ],
  ["Matroska:Title", { title: "Málaga" }, { title: "Málaga" }],
  ["Matroska:Duration", {}, { durationMs: 2000 }],
];
/** These have tests of their own below. */
const below = ["QuickTime:Duration", "Composite:Rotation"];

test("every row of the table that only videos have is tested", () => {
  const ofVideos = factTable.filter(({ tag }) => /^(QuickTime|Matroska):|:Rotation$/.test(tag));
  expect(
    [...rows, ...matroska]
      .map(([tag]) => tag)
      .concat(below)
      .sort(),
  ).toEqual(ofVideos.map(({ tag }) => tag as string).sort());
});

async function factsOf(path: string, type = "video/mp4"): Promise<PhotoFacts> {
  return factsFrom(await reader.read(path, type), null);
}

async function written(name: string, ...writes: string[]): Promise<PhotoFacts> {
  await makeFilm(folder.at("plain.mp4"), { seconds: 0.5 });
  const path = folder.at(name);
  await copyFile(folder.at("plain.mp4"), path);
  await writer.write(path, {}, ["-overwrite_original", ...writes]);
  return factsOf(path);
}

film.each(rows)("%s", async (tag, write, expected) => {
  expect(await written(`${tag.replace(":", "-")}.mp4`, `-${tag}=${write}`)).toMatchObject(expected);
});

film.each(matroska)("%s", async (tag, tags, expected) => {
  const path = folder.at(`${tag.replace(":", "-")}.mkv`);
  await makeFilm(path, { tags });
  expect(await factsOf(path, "video/matroska")).toMatchObject(expected);
});

film("size and length come from the metadata too, as the film is turned", async () => {
  const path = folder.at("turned.mov");
  await makeFilm(path, { turn: 90, seconds: 3 });
  expect(await factsOf(path, "video/quicktime")).toMatchObject({ width: 90, height: 160, durationMs: 3000 });
});

film("the date with an offset comes before that in UTC, and the position is read", async () => {
  const facts = await written(
    "phone.mp4",
    "-QuickTime:CreateDate=2023:07:01 16:22:33",
    "-Keys:CreationDate=2023:07:01 18:22:33+02:00",
    "-Keys:GPSCoordinates=38.7, -9.1, 3",
  );
  expect(facts).toMatchObject({
    ...{ takenLocal: "2023-07-01T18:22:33.000", takenOffset: 120, latitude: 38.7, longitude: -9.1 },
  });
  expect(facts.takenInUtc).toBeUndefined();
});

film("without what opens videos their facts are read, and the picture says what is missing", async () => {
  const path = folder.at("bare.mov");
  await makeFilm(path, { turn: 90, seconds: 3, tags: { title: "Harbour" } });
  const tools = { ffmpeg: () => null, largestPreview: async () => null };
  const readTags: ReadTags = async (file, type) => ({ tags: await reader.read(file, type), notes: [] });
  const request = { path, type: "video/quicktime", maxMegapixels: 200 };
  expect(await decodeFile(request, true, readTags, tools)).toMatchObject({
    facts: { title: "Harbour", durationMs: 3000, width: 90, height: 160 },
    ...{ renditions: null, pictureNote: "no-reader", flaw: undefined },
  });
});

test("a length that no video has is none", () => {
  expect(factsFrom({ "QuickTime:Duration": 3e9 }, null).durationMs).toBeNull();
  expect(factsFrom({ "QuickTime:Duration": 42.4 }, null).durationMs).toBe(42_400);
});

film("the zero of QuickTime's clock is no date", async () => {
  expect(await written("zero.mp4")).toMatchObject({ takenLocal: null, takenFrom: null });
});
