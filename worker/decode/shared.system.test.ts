import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { hasRealPhotos, realPhotos } from "#tests/fixtures/photos.ts";
import { createDecoder } from "./client.ts";
import type { Decoded } from "./protocol.ts";

const decoder = createDecoder({ concurrency: 2 });
afterAll(() => decoder.close());

const real = test.skipIf(!hasRealPhotos);

function open(name: string, type = "image/jpeg"): Promise<Decoded> {
  return decoder.decode({ path: join(realPhotos, name), type, maxMegapixels: 200 });
}

function filesOf(folder: string): string[] {
  return readdirSync(join(realPhotos, folder))
    .filter((name) => name.endsWith(".jpg"))
    .map((name) => `${folder}/${name}`);
}

async function grey(thumbnail: Uint8Array): Promise<Uint8Array> {
  await using folder = await temporaryFolder();
  const image = sharp(await folder.write("thumbnail", thumbnail));
  return await image.resize(24, 24, { fit: "fill" }).greyscale().raw().toBuffer();
}

real.each(["Landscape", "Portrait"])("%s: all orientations come out as the first", async (shape) => {
  const files = filesOf("formats/orientation").filter((name) => name.includes(shape));
  expect(files).toHaveLength(9);
  const opened = await Promise.all(files.map((name) => open(name)));
  const [first, ...others] = await Promise.all(
    opened.map(({ renditions }) => grey(renditions?.thumbnail ?? new Uint8Array())),
  );
  for (const { facts } of opened) {
    expect([facts.width, facts.height]).toEqual(shape === "Landscape" ? [1800, 1200] : [1200, 1800]);
  }
  for (const other of others) {
    const apart =
      other.reduce((sum, value, at) => sum + Math.abs(value - (first?.[at] ?? 0)), 0) / other.length;
    expect(apart).toBeLessThan(12);
  }
});

real.each([
  ["dates/date-priority-test.jpg", { takenLocal: "2023-02-02T02:00:00.000", takenOffset: null }],
  [
    "dates/datetimeoriginal-gps.jpg",
    { takenLocal: "2025-12-01T11:30:00.000", latitude: 39, longitude: -108 },
  ],
  ["dates/gps-datetime.jpg", { takenLocal: null, latitude: 37.7749, longitude: -122.4194 }],
  ["dates/time-created.jpg", { takenLocal: null, make: "Canon", model: "EOS R5" }],
  [
    "faces/portrait.jpg",
    { people: ["Marie Curie", "Pierre Curie"], keywords: ["Marie Curie", "Pierre Curie", "People"] },
  ],
  ["gps-position/empty_gps.jpg", { latitude: null, longitude: null, takenLocal: "2025-06-01T16:59:26.023" }],
  [
    "gps-position/thompson-springs.jpg",
    { city: "Thompson Springs", region: "Utah", country: "United States" },
  ],
  [
    "rating/mongolels.jpg",
    { rating: 3, title: "Mongol Els", make: "Canon", model: "EOS 500D", flash: false },
  ],
  ["tags/picasa.jpg", { keywords: ["Frost", "Yard"], rating: null }],
])("metadata/%s", async (name, facts) => {
  expect((await open(`metadata/${name}`)).facts).toMatchObject(facts);
});

real("GPS tells the offset where the file does not", async () => {
  expect((await open("formats/exif/iphone_hdr_NO.jpg")).facts).toMatchObject({
    takenLocal: "2015-04-10T20:12:23.016",
    takenOffset: 120,
    lens: "iPhone 6 back camera 4.15mm f/2.2",
  });
  // The clock of this camera is wrong by most of a day.
  const { latitude, takenOffset } = (await open("gps/DSCN0010.jpg")).facts;
  expect(latitude).toBeCloseTo(43.467, 3);
  expect(takenOffset).toBeNull();
});

real(
  "among 24 files of many cameras all are shown, 20 have a camera, and no default counts as a description",
  async () => {
    const opened = await Promise.all(filesOf("formats/exif").map((name) => open(name)));
    expect(opened).toHaveLength(24);
    expect(opened.filter(({ renditions }) => renditions)).toHaveLength(24);
    expect(opened.filter(({ facts }) => facts.make)).toHaveLength(20);
    expect(opened.map(({ facts }) => facts.description).filter((words) => words)).toEqual([
      expect.stringMatching(/^Operation Mountain Viper/),
    ]);
  },
);

real("files with broken metadata or some broken pixels are shown", async () => {
  const opened = await Promise.all(filesOf("invalid").map((name) => open(name)));
  expect(opened).toHaveLength(8);
  expect(opened.filter(({ renditions, notes }) => renditions && notes.length === 0)).toHaveLength(8);
});

real.each([
  [
    "heic/IMG_2682.heic",
    "image/heic",
    [4032, 3024],
    { takenLocal: "2019-03-21T11:04:22.348", takenOffset: -300 },
  ],
  ["motionphoto/samsung-one-ui-6.heic", "image/heic", [3000, 4000], { takenOffset: -480, model: "SM-S906U" }],
  ["jxl/8bit-sRGB.jxl", "image/jxl", [1440, 1080], { takenLocal: null }],
])("formats/%s has facts and a picture", async (name, type, [width, height], some) => {
  const { facts, renditions, notes } = await open(`formats/${name}`, type);
  expect(facts).toMatchObject({ width, height, ...some });
  expect(renditions).not.toBeNull();
  expect(notes).toEqual([]);
});

real("a JPEG XL that would take too much memory is refused with its size", async () => {
  await expect(open("formats/jxl/16bit-HDR-P3-nclx.jxl", "image/jxl")).rejects.toThrow(
    "The picture has 21 megapixels; up to 20 are opened.",
  );
});

real.each([
  ["avif/8bit-sRGB.avif", "image/avif", [1617, 1080], "brown"],
  ["webp/denali.webp", "image/webp", [600, 315], "grey"],
  ["png/density_plot.png", "image/png", [800, 800], "white"],
])("formats/%s", async (name, type, [width, height], colour) => {
  const { facts, renditions } = await open(`formats/${name}`, type);
  expect(facts).toMatchObject({ width, height });
  expect(renditions?.colours).toContain(colour);
});

real("an AVIF of high dynamic range is neither dull nor dark", async () => {
  const { facts, renditions } = await open("formats/avif/10bit-HDR-P3-nclx.avif", "image/avif");
  expect(facts).toMatchObject({ width: 3681, height: 5594 });
  expect(renditions?.colours.slice(0, 2)).toEqual(["blue", "green"]);
  expect(renditions?.brightness).toBeGreaterThan(0.55);
});
