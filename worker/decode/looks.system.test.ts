import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { apart, type Look, lookOf } from "#tests/fixtures/looks.ts";
import { hasRealPhotos, realPhotos } from "#tests/fixtures/photos.ts";
import { createDecoder } from "./client.ts";
import type { Decoded } from "./protocol.ts";

const decoder = createDecoder({ concurrency: 2 });
afterAll(() => decoder.close());

const encoded = resolve(import.meta.dirname, "../../tests/fixtures/encoded");

function open(path: string, type: string): Promise<Decoded> {
  return decoder.decode({ path, type, maxMegapixels: 200 });
}

async function expectLook({ renditions }: Decoded, look: Look, slack: number): Promise<void> {
  expect(apart(await lookOf(renditions?.preview ?? new Uint8Array()), look)).toBeLessThanOrEqual(slack);
}

/** The four fields, as they are drawn: where two meet in a ninth, it is the mean of both. */
// biome-ignore format: three rows of three
const fields: Look = [
  [200, 20, 20], [110, 90, 30], [20, 160, 40],
  [110, 30, 110], [122, 117, 127], [135, 205, 145],
  [20, 40, 200], [135, 145, 225], [250, 250, 250],
];

test.each([
  ["fields.heic", "image/heic", 3],
  ["fields-p3-nclx.heic", "image/heic", 5],
  // The brightest of high dynamic range is compressed, so white is a little grey.
  ["fields-pq-10bit.heic", "image/heic", 8],
  ["fields.jxl", "image/jxl", 3],
  ["turned.jxl", "image/jxl", 3],
])("%s looks as it was drawn", async (name, type, slack) => {
  const decoded = await open(join(encoded, name), type);
  expect(decoded.facts).toMatchObject({ width: 320, height: 240 });
  await expectLook(decoded, fields, slack);
});

test("an EXIF orientation that the container does not repeat turns no HEIC", async () => {
  const decoded = await open(join(encoded, "fields-exif-6.heic"), "image/heic");
  expect(decoded.facts).toMatchObject({ width: 320, height: 240 });
  await expectLook(decoded, fields, 3);
});

test.each([
  ["moving.png", "image/png"],
  ["moving.avif", "image/avif"],
])("%s is animated, and its first frame is its picture", async (name, type) => {
  const decoded = await open(join(encoded, name), type);
  expect(decoded).toMatchObject({ animated: true, facts: { width: 64, height: 48 } });
  await expectLook(decoded, fields, 10);
});

/**
 * Made by Pillow 13.0.0 with pillow-heif 1.8.1 (libheif 1.23.6) and pillow-jxl-plugin 1.3.8, profiles converted by its
 * ImageCms (perceptual), means of the full picture.
 */
// biome-ignore format: a file a line
const looks: [name: string, type: string, size: [number, number], look: Look][] = [
  ["heic/IMG_2682.heic", "image/heic", [4032, 3024], [[114, 130, 142], [69, 86, 100], [78, 98, 113], [60, 78, 85], [57, 70, 74], [46, 61, 68], [89, 93, 83], [80, 81, 72], [63, 75, 80]]],
  ["heic/IMG_5195.HEIC", "image/heic", [2566, 3313], [[163, 155, 134], [116, 133, 111], [140, 162, 122], [100, 86, 111], [101, 89, 118], [125, 133, 107], [108, 89, 117], [122, 108, 123], [143, 124, 115]]],
  ["motionphoto/samsung-one-ui-6.heic", "image/heic", [3000, 4000], [[99, 95, 93], [111, 107, 107], [103, 93, 89], [108, 106, 109], [145, 143, 145], [104, 99, 99], [73, 71, 70], [82, 79, 79], [77, 71, 68]]],
  ["jxl/8bit-sRGB.jxl", "image/jxl", [1440, 1080], [[143, 133, 118], [154, 143, 124], [93, 76, 53], [121, 103, 85], [82, 92, 79], [98, 81, 60], [94, 78, 60], [81, 79, 67], [98, 78, 58]]],
  ["avif/8bit-sRGB.avif", "image/avif", [1617, 1080], [[89, 60, 38], [93, 84, 77], [109, 138, 153], [89, 61, 32], [106, 80, 55], [125, 115, 103], [85, 57, 33], [103, 91, 84], [79, 76, 76]]],
  ["webp/denali.webp", "image/webp", [600, 315], [[183, 182, 184], [191, 187, 186], [185, 184, 183], [116, 106, 98], [114, 102, 96], [65, 63, 63], [140, 120, 84], [127, 108, 74], [112, 92, 49]]],
  ["png/density_plot.png", "image/png", [800, 800], [[205, 205, 205], [110, 110, 110], [169, 169, 169], [144, 144, 144], [130, 130, 130], [88, 88, 88], [211, 211, 211], [125, 125, 125], [180, 180, 180]]],
  ["jpeg/el_torcal_rocks.jpeg", "image/jpeg", [512, 341], [[1, 88, 151], [5, 89, 150], [44, 80, 108], [9, 97, 156], [102, 108, 112], [84, 74, 68], [73, 80, 81], [116, 102, 92], [74, 66, 58]]],
  ["jpg/el_torcal_rocks.jpg", "image/jpeg", [512, 341], [[1, 88, 151], [5, 89, 150], [44, 80, 108], [9, 97, 156], [102, 108, 112], [84, 74, 68], [73, 80, 81], [116, 102, 92], [74, 66, 58]]],
];

test.skipIf(!hasRealPhotos).each(looks)("formats/%s looks as another program shows it", async (...file) => {
  const [name, type, [width, height], look] = file;
  const decoded = await open(join(realPhotos, "formats", name), type);
  expect(decoded).toMatchObject({ facts: { width, height }, animated: false, notes: [] });
  await expectLook(decoded, look, 4);
});

test.skipIf(!hasRealPhotos)("Display P3 told by nclx alone is not shown dull", async () => {
  const { renditions } = await open(join(realPhotos, "reported/c_p3_nclx.avif"), "image/avif");
  const look = await lookOf(renditions?.preview ?? new Uint8Array());
  // Below on the left lies P3 (234, 51, 35), which is the red of sRGB.
  expect(apart([look[6] ?? [0, 0, 0]], [[255, 0, 0]])).toBeLessThan(8);
});
