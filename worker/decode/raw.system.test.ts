import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { apart, type Look, lookOf } from "#tests/fixtures/looks.ts";
import { randomOf } from "#tests/fixtures/photos.ts";
import { fields } from "#tests/fixtures/pictures.ts";
import { rawFile, sensorOf } from "#tests/fixtures/raw-file.ts";
import { createDecoder } from "./client.ts";
import { type Decoded, DecodeError, type DecodeRequest } from "./protocol.ts";

const decoder = createDecoder({ concurrency: 2 });
const folder = await temporaryFolder();
afterAll(async () => {
  await decoder.close();
  await folder[Symbol.asyncDispose]();
});

// biome-ignore format: three rows of three
const seen: Look = [
  [200, 20, 20], [20, 160, 40], [20, 40, 200],
  [255, 255, 255], [128, 128, 128], [40, 40, 40],
  [220, 200, 30], [30, 200, 200], [180, 60, 180],
];
/** Where the fields of the upright picture lie in the stored one, by EXIF orientation. */
const places: Record<number, number[]> = {
  1: [0, 1, 2, 3, 4, 5, 6, 7, 8],
  3: [8, 7, 6, 5, 4, 3, 2, 1, 0],
  6: [6, 3, 0, 7, 4, 1, 8, 5, 2],
  8: [2, 5, 8, 1, 4, 7, 0, 3, 6],
};
const sensor = sensorOf(seen, 600, 420);
let files = 0;

async function open(bytes: Uint8Array, more: Partial<DecodeRequest> = {}): Promise<Decoded> {
  const path = await folder.write(`${++files}.dng`, bytes);
  return decoder.decode({ path, type: "image/x-adobe-dng", maxMegapixels: 200, ...more });
}

async function expectSeen({ renditions }: Decoded, orientation = 1): Promise<void> {
  const look: Look = (places[orientation] ?? []).map((field) => seen[field] ?? [0, 0, 0]);
  expect(apart(await lookOf(renditions?.preview ?? new Uint8Array()), look)).toBeLessThanOrEqual(5);
}

test.each([
  1, 3, 6, 8,
])("raw data without a preview is developed, and turned once: %i", async (orientation) => {
  const decoded = await open(rawFile(null, orientation, sensor));
  const size = orientation < 5 ? { width: 600, height: 420 } : { width: 420, height: 600 };
  expect(decoded).toMatchObject({ facts: size, pictureNote: null, flaw: undefined, notes: [] });
  await expectSeen(decoded, orientation);
});

test("a large one is developed at half its size, which is enough for a preview", async () => {
  const decoded = await open(rawFile(null, 1, sensorOf(seen, 3008, 2000)));
  expect(decoded).toMatchObject({ facts: { width: 3008, height: 2000 }, pictureNote: null });
  await expectSeen(decoded);
});

test("raw data is better than a small preview, and a small preview better than none", async () => {
  const small = await fields(320, 214).jpeg().toBuffer();
  const whole = rawFile(small, 1, sensor);
  const developed = await open(whole);
  expect(developed.pictureNote).toBeNull();
  await expectSeen(developed);
  const spoilt = await open(rawFile(small, 1, { ...sensor, data: sensor.data.subarray(0, 9_000) }));
  const given = await open(whole, { previewOnly: true });
  const large = await open(whole, { maxMegapixels: 0.1 });
  for (const shown of [spoilt, given, large])
    expect(shown).toMatchObject({ pictureNote: "small", renditions: {}, flaw: undefined });
});

test("a preview that is large enough is shown as the camera made it", async () => {
  const camera = await fields(1200, 800).jpeg().toBuffer();
  const { renditions, pictureNote } = await open(rawFile(camera, 1, sensor));
  expect(pictureNote).toBeNull();
  const look = await lookOf(renditions?.preview ?? new Uint8Array());
  expect(apart([look[2] ?? [0, 0, 0]], [[20, 160, 40]])).toBeLessThanOrEqual(5);
});

test("a picture with too many pixels says so, and keeps its facts", async () => {
  const bytes = rawFile(null, 1, sensor, { make: "Nikon", model: "D1" });
  const { facts, renditions, flaw } = await open(bytes, { maxMegapixels: 0.1 });
  expect(flaw).toMatch(/1 megapixels; up to 0.1/);
  expect({ facts, renditions }).toMatchObject({ facts: { make: "Nikon" }, renditions: null });
});

test("without perl raw data is developed too", async () => {
  await using withoutPerl = {
    ...createDecoder({ concurrency: 2, path: folder.path }),
    [Symbol.asyncDispose]: async () => withoutPerl.close(),
  };
  const path = await folder.write("bare.dng", rawFile(null, 1, sensor));
  await expectSeen(await withoutPerl.decode({ path, type: "image/x-adobe-dng", maxMegapixels: 200 }));
});

test("many at once are developed one after the other, with little memory", async () => {
  const bytes = rawFile(null, 1, sensor);
  const decoded = await Promise.all(Array.from({ length: 8 }, () => open(bytes)));
  for (const each of decoded) await expectSeen(each);
});

test("raw files that were cut or changed end with a picture or a reason", async () => {
  const random = randomOf(7);
  const preview = await fields(320, 214).jpeg().toBuffer();
  const whole = [rawFile(null, 6, sensor), rawFile(preview, 1, sensor)];
  const harmed = Array.from({ length: 40 }, (_, n) => {
    const bytes = Buffer.from(whole[n % 2] ?? []);
    if (n % 3 === 0) return bytes.subarray(0, 60 + Math.floor(random() * bytes.length));
    // Most possible damage lies in the tags.
    for (let times = 0; times < 4; times++)
      bytes[16 + Math.floor(random() * (n % 3 === 1 ? 360 : bytes.length - 16))] = Math.floor(random() * 256);
    return bytes;
  });
  const ends = await Promise.all(
    harmed.map((bytes) =>
      open(bytes).then(
        ({ renditions, pictureNote, flaw }) =>
          renditions ? "shown" : (flaw ?? pictureNote ?? "without a reason"),
        (error: unknown) => (error instanceof DecodeError ? error.message : "without a reason"),
      ),
    ),
  );
  expect(ends).not.toContain("without a reason");
  const good = await open(rawFile(null, 1, sensor));
  await expectSeen(good);
});
