import { readFile } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { expect, test } from "vitest";
import { cpuTime } from "#tests/fixtures/cpu-time.ts";
import { captionedPhotos, drawPhoto, hasRealPhotos, randomOf } from "#tests/fixtures/photos.ts";
import { foldNearDuplicates, type Likeness } from "./near-duplicates.ts";

if (!hasRealPhotos)
  console.warn("Without ../shared/photos near-duplicates are tried with drawn pictures only.");

const size = { width: 640, height: 480 };

async function likeness(photoId: string, picture: Sharp | Buffer, taken: number | null = null) {
  const whole = await sharp(Buffer.isBuffer(picture) ? picture : await picture.jpeg().toBuffer());
  const { width, height } = await whole.metadata();
  const { data, info } = await whole
    .resize({ width: 100, height: 100, fit: "inside" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const thumbhash = Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64");
  return { photoId, taken, thumbhash, width, height } satisfies Likeness;
}

/** Makes random bytes in the form of a landscape's hash. */
function randomHash(random: () => number): string {
  const bytes = Uint8Array.from({ length: 21 }, () => Math.floor(random() * 256));
  bytes[2] = 0x7c & (bytes[2] ?? 0);
  bytes[3] = (0xf8 & (bytes[3] ?? 0)) | 5;
  bytes[4] = 0x80 | (bytes[4] ?? 0);
  return Buffer.from(bytes).toString("base64");
}

function svg(body: string): Sharp {
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${body}</svg>`),
  ).flatten();
}

test("folds copies and edits of one picture without a date", async () => {
  const drawn = await drawPhoto(3, size);
  const photos = await Promise.all([
    likeness("original", drawn),
    likeness("other", await drawPhoto(4, size)),
    likeness("small", sharp(drawn).resize(320)),
    likeness("poor", sharp(await sharp(drawn).jpeg({ quality: 50 }).toBuffer())),
    likeness("brighter", sharp(drawn).modulate({ brightness: 1.1 })),
    likeness("grey", sharp(drawn).greyscale()),
    likeness("cropped", sharp(drawn).extract({ left: 10, top: 7, width: 620, height: 466 })),
  ]);
  expect(foldNearDuplicates(photos)).toEqual([
    ["original", "small", "poor", "brighter", "grey", "cropped"],
    ["other"],
  ]);
});

test("folds a shifted picture only when it was taken within a minute", async () => {
  const drawn = await drawPhoto(3, size);
  const shifted = sharp(drawn).extract({ left: 40, top: 24, width: 600, height: 456 });
  const first = await likeness(
    "first",
    sharp(drawn).extract({ left: 0, top: 0, width: 600, height: 456 }),
    0,
  );
  const second = await likeness("second", shifted, 5_000);
  expect(foldNearDuplicates([first, second])).toEqual([["first", "second"]]);
  expect(foldNearDuplicates([first, { ...second, taken: 90_000 }])).toHaveLength(2);
  expect(foldNearDuplicates([first, { ...second, taken: null }])).toHaveLength(2);
});

test("keeps skies, beaches and pages apart", async () => {
  const page = (widths: number[]) =>
    svg(
      `<rect width="640" height="480" fill="white"/>${widths.map((width, line) => `<rect x="40" y="${30 + line * 30}" width="${width}" height="10"/>`).join("")}`,
    );
  const beach = (sky: string, sea: string, horizon: number) =>
    svg(
      `<rect width="640" height="480" fill="${sky}"/><rect y="${horizon}" width="640" height="400" fill="${sea}"/>`,
    );
  const photos = await Promise.all([
    likeness("page", page([500, 480, 510, 200, 0, 490, 505, 300])),
    likeness("other page", page([510, 490, 100, 0, 500, 480, 490, 120])),
    likeness("beach", beach("#8fc1ea", "#2a5f8f", 240)),
    likeness("other beach", beach("#9fc8e0", "#35708f", 252)),
    likeness("blank", svg(`<rect width="640" height="480" fill="#fff"/>`)),
    likeness("other blank", svg(`<rect width="640" height="480" fill="#fff"/>`)),
  ]);
  expect(foldNearDuplicates(photos)).toHaveLength(photos.length);
});

test("leaves photos alone that have no hash, or a damaged one", () => {
  const hashes = [
    null,
    "",
    "AAAA",
    "not base64 at all!",
    "////////////////////////////",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  ];
  const photos = hashes.flatMap((thumbhash, index) =>
    [0, 1].map((copy) => ({
      photoId: `${index}-${copy}`,
      taken: index % 2 ? Number.NaN : 0,
      thumbhash,
      width: 0,
      height: null,
    })),
  );
  expect(foldNearDuplicates(photos)).toEqual(photos.map(({ photoId }) => [photoId]));
});

test("partitions ten thousand photos in their order, and soon", () => {
  const random = randomOf(1);
  const hashes = Array.from({ length: 8_000 }, () => randomHash(random));
  const photos = Array.from({ length: 10_000 }, (_, index) => ({
    photoId: String(index).padStart(5, "0"),
    taken: random() < 0.3 ? null : Math.floor(random() * 1e9),
    thumbhash: hashes[index % hashes.length] ?? null,
    width: 4000,
    height: 3000,
  }));
  let groups: string[][] = [];
  const time = cpuTime(() => {
    groups = foldNearDuplicates(photos);
  });
  expect(time).toBeLessThan(2_000);

  const ids = photos.map(({ photoId }) => photoId);
  expect(groups.flat().sort()).toEqual(ids);
  for (const group of groups) expect(group).toEqual(group.toSorted());
  const leaders = groups.map(([leader]) => leader);
  expect(leaders).toEqual(leaders.toSorted());
  expect(groups.length).toBeLessThan(8_500);
});

test.skipIf(!hasRealPhotos)(
  "folds real photos with their copies, and no two of different things",
  async () => {
    const photos = await Promise.all(
      captionedPhotos().map(async ({ file, path }) => likeness(file, await readFile(path))),
    );
    const copies = await Promise.all(
      captionedPhotos().map(({ file, path }) => likeness(`${file} small`, sharp(path).resize(300))),
    );
    expect(foldNearDuplicates(photos)).toHaveLength(photos.length);
    const groups = foldNearDuplicates([...photos, ...copies]);
    for (const [leader, ...more] of groups) for (const id of more) expect(id).toBe(`${leader} small`);
    expect(groups.filter((group) => group.length === 2).length).toBeGreaterThan(0.9 * photos.length);
  },
);
