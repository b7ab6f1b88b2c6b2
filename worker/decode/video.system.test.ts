import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { hasFilmReader } from "#server/film-reader.ts";
import { type Colour, type FilmOptions, makeFilm, quarters } from "#tests/fixtures/film.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { randomOf } from "#tests/fixtures/photos.ts";
import { createDecoder } from "./client.ts";
import { type Decoded, DecodeError } from "./protocol.ts";

const film = test.skipIf(!hasFilmReader());
const decoder = createDecoder({ concurrency: 2 });
afterAll(() => decoder.close());

const types: Record<string, string> = {
  ...{ mp4: "video/mp4", m4v: "video/x-m4v", mov: "video/quicktime", "3gp": "video/3gpp" },
  ...{ webm: "video/webm", mkv: "video/matroska" },
};

const open = (path: string): Promise<Decoded> =>
  decoder.decode({ path, type: types[path.split(".").at(-1) ?? ""] ?? "", maxMegapixels: 200 });

async function opened(name: string, options: FilmOptions = {}): Promise<Decoded> {
  await using folder = await temporaryFolder();
  await makeFilm(folder.at(name), options);
  return await open(folder.at(name));
}

/** Colours at places of a picture, which are given as parts of its width and height. */
async function coloursAt(picture: Uint8Array | null | undefined, ...places: [number, number][]) {
  await using folder = await temporaryFolder();
  const image = sharp(await folder.write("picture", picture ?? new Uint8Array()));
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return places.map(([x, y]) => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    return [...data.subarray(at, at + 3)];
  });
}

function expectAlike(found: number[][], expected: Colour[], within = 8): void {
  expect(found).toHaveLength(expected.length);
  for (const [at, colour] of expected.entries())
    for (const part of [0, 1, 2])
      expect(Math.abs((found[at]?.[part] ?? 999) - (colour[part] ?? 0))).toBeLessThanOrEqual(within);
}

const inQuarters: [number, number][] = [
  [0.4, 0.4],
  [0.9, 0.4],
  [0.4, 0.9],
  [0.9, 0.9],
];

film.each<[string, FilmOptions]>([
  ["h264.mp4", {}],
  ["h264.m4v", {}],
  ["h264.mov", {}],
  ["h264.mkv", {}],
  ["hevc.mp4", { codec: "libx265" }],
  ["hevc.mov", { codec: "libx265", deep: true }],
  ["av1.mp4", { codec: "libsvtav1" }],
  ["av1.webm", { codec: "libsvtav1" }],
  ["vp9.webm", { codec: "libvpx-vp9" }],
  ["vp8.webm", { codec: "libvpx", colours: { primaries: 6, transfer: 6, matrix: 6 } }],
  ["mpeg4.3gp", { codec: "mpeg4", colours: { primaries: 6, transfer: 6, matrix: 6 } }],
])("%s: poster, thumbnail, and four frames in their order", async (name, options) => {
  const { facts, renditions, pictureNote, flaw } = await opened(name, options);
  expect(facts).toMatchObject({ width: 160, height: 90, durationMs: 2000 });
  expect({ pictureNote, flaw }).toEqual({ pictureNote: null, flaw: undefined });
  expectAlike(await coloursAt(renditions?.sheet, ...inQuarters), quarters, 12);
  expectAlike(
    await coloursAt(renditions?.preview, [0.5, 0.5], [0.05, 0.1]),
    [
      [200, 40, 40],
      [255, 255, 255],
    ],
    12,
  );
  expect(renditions?.thumbhash).toMatch(/^[\w+/=]+$/);
});

film.each<[0 | 90 | 180 | 270, [number, number]]>([
  [0, [0.1, 0.1]],
  [90, [0.9, 0.1]],
  [180, [0.9, 0.9]],
  [270, [0.1, 0.9]],
])("a film that is turned by %d° stands upright", async (turn, square) => {
  const { facts, renditions } = await opened("turned.mov", { turn, seconds: 1 });
  expect(facts).toMatchObject(turn % 180 ? { width: 90, height: 160 } : { width: 160, height: 90 });
  expectAlike(await coloursAt(renditions?.preview, square), [[255, 255, 255]], 12);
});

film("a film that begins in black is not shown as a black picture", async () => {
  const { renditions } = await opened("black.mp4", {
    seconds: 4,
    square: false,
    colourAt: (part) => (part < 0.3 ? [0, 0, 0] : [40, 160, 60]),
  });
  expectAlike(
    await coloursAt(renditions?.sheet, [0.4, 0.4], [0.9, 0.4]),
    [
      [0, 0, 0],
      [40, 160, 60],
    ],
    12,
  );
  // One colour is as plain as black; then the first frame is shown.
  expectAlike(await coloursAt(renditions?.preview, [0.5, 0.5]), [[0, 0, 0]], 12);
  const lit = await opened("lit.mp4", {
    seconds: 4,
    square: (part) => part >= 0.3,
    colourAt: (part) => (part < 0.3 ? [0, 0, 0] : [40, 160, 60]),
  });
  expectAlike(await coloursAt(lit.renditions?.preview, [0.5, 0.5]), [[40, 160, 60]], 12);
});

film("one frame makes no sheet, and a long gap between frames is bridged", async () => {
  const one = await opened("one.mp4", { seconds: 0.1 });
  expect(one.renditions?.preview).toBeInstanceOf(Uint8Array);
  expect(one.renditions?.sheet).toBeNull();
  const gap = await opened("gap.mp4", { seconds: 6, keyEvery: 1000 });
  expectAlike(await coloursAt(gap.renditions?.sheet, ...inQuarters), quarters, 12);
});

film("HDR is neither grey nor burnt", async () => {
  const colours = { primaries: 9, transfer: 18, matrix: 9 };
  // White at 203 cd/m² and grey of 18 %, in HLG.
  const { renditions } = await opened("hdr.mov", {
    ...{ codec: "libx265", deep: true, colours, seconds: 1 },
    colourAt: (part) => (part < 0.5 ? [191, 191, 191] : [97, 97, 97]),
  });
  const [white, grey] = await coloursAt(renditions?.sheet, [0.4, 0.4], [0.4, 0.9]);
  expect(Math.min(...(white ?? []))).toBeGreaterThan(225);
  expect(Math.max(...(grey ?? []))).toBeGreaterThan(90);
  expect(Math.max(...(grey ?? []))).toBeLessThan(150);
});

film("what is too large, or cut, ends with its reason, and the facts stay", async () => {
  await using folder = await temporaryFolder();
  await makeFilm(folder.at("a.mov"), { tags: { title: "Harbour" } });
  const bytes = await readFile(folder.at("a.mov"));
  const request = { path: folder.at("a.mov"), type: "video/quicktime", maxMegapixels: 0.01 };
  expect(await decoder.decode(request)).toMatchObject({
    facts: { title: "Harbour", durationMs: 2000 },
    renditions: null,
    flaw: "The picture has 1 megapixels; up to 0.01 are opened.",
  });
  // Without its index nothing of a film is found.
  const cut = await folder.write("cut.mov", bytes.subarray(0, 200));
  await expect(open(cut)).rejects.toMatchObject({ kind: "damaged" });
});

const named = new Set(["damaged", "too-many-pixels", "timeout", "memory", "crashed"]);

/** The same damage at each run: half of the files are cut, half have some bytes changed. */
function damages(bytes: Buffer, count: number): Buffer[] {
  const random = randomOf(bytes.length);
  return Array.from({ length: count }, (_, turn) => {
    const below = (limit: number) => Math.floor(random() * limit);
    if (turn % 2 === 0) return bytes.subarray(0, 12 + below(bytes.length - 12));
    const spoilt = Buffer.from(bytes);
    for (let flips = 0; flips < 8; flips++) spoilt[32 + below(spoilt.length - 32)] = below(256);
    return spoilt;
  });
}

film.each<[string, FilmOptions]>([
  ["h264.mp4", {}],
  ["hevc.mov", { codec: "libx265" }],
  ["av1.mp4", { codec: "libsvtav1" }],
  ["vp9.webm", { codec: "libvpx-vp9" }],
  ["h264.mkv", {}],
])(
  "damage to %s ends with a picture or a named reason, and the next file is opened",
  async (name, options) => {
    await using folder = await temporaryFolder();
    await makeFilm(folder.at(name), options);
    const files = damages(await readFile(folder.at(name)), 40);
    const outcomes = await Promise.allSettled(
      files.map(async (bytes, at) => open(await folder.write(`${at}-${name}`, bytes))),
    );
    const failed = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    for (const error of failed) {
      expect(error).toBeInstanceOf(DecodeError);
      expect(named).toContain(error.kind);
    }
    expect(failed.length).toBeGreaterThan(0);
    expect((await open(folder.at(name))).renditions).not.toBeNull();
  },
  240_000,
);
