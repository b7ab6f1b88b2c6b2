import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { thumbHashToApproximateAspectRatio } from "thumbhash";
import { expect, test } from "vitest";
import { whileBusy } from "#tests/fixtures/crowding.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { fields, noise, pixel } from "#tests/fixtures/pictures.ts";
import { render, shrink } from "./picture.ts";
import type { Renditions } from "./protocol.ts";
import { openWithSharp, readHeader } from "./sharp-file.ts";

const maxMegapixels = 200;

async function opened(path: string): Promise<Renditions & { width: number; height: number }> {
  const file = await openWithSharp(path, maxMegapixels);
  const renditions = await render(file);
  if (!file.size || !renditions) throw new Error("The file has no picture.");
  return { ...file.size, ...renditions };
}

/** Expects the colours of `fields` in the corners; `slack` is how far a colour may be off. */
async function expectFields(rendition: Uint8Array, slack = 30): Promise<void> {
  const corners = [
    [0.25, 0.25, [200, 20, 20]],
    [0.75, 0.25, [20, 160, 40]],
    [0.25, 0.75, [20, 40, 200]],
    [0.75, 0.75, [250, 250, 250]],
  ] as const;
  for (const [across, down, colour] of corners) {
    const found = await pixel(rendition, across, down);
    const off = Math.max(...colour.map((value, band) => Math.abs(value - (found[band] ?? 0))));
    expect(off, `${found} for ${colour}`).toBeLessThanOrEqual(slack);
  }
}

test.each<[string, (image: Sharp) => Sharp, number?]>([
  ["JPEG", (image) => image.jpeg()],
  ["progressive JPEG", (image) => image.jpeg({ progressive: true })],
  ["CMYK JPEG", (image) => image.toColourspace("cmyk").jpeg(), 90],
  ["PNG", (image) => image.png()],
  ["interlaced PNG", (image) => image.png({ progressive: true })],
  ["PNG of 16 bits", (image) => image.toColourspace("rgb16").png()],
  ["PNG with a palette", (image) => image.png({ palette: true })],
  ["WebP", (image) => image.webp()],
  ["lossless WebP", (image) => image.webp({ lossless: true })],
  ["GIF", (image) => image.gif()],
  ["AVIF", (image) => image.avif({ effort: 0 })],
  ["AVIF of 10 bits", (image) => image.avif({ effort: 0, bitdepth: 10 })],
  ["TIFF", (image) => image.tiff()],
  ["tiled TIFF with JPEG inside", (image) => image.tiff({ compression: "jpeg", tile: true })],
  ["TIFF of 16 bits", (image) => image.toColourspace("rgb16").tiff()],
  ["Display P3", (image) => image.withIccProfile("p3").jpeg()],
])("%s comes out right", async (name, encode, slack) => {
  await using folder = await temporaryFolder();
  const path = folder.at(name);
  await encode(fields(320, 240)).toFile(path);
  const { width, height, preview, thumbnail } = await opened(path);
  expect({ width, height }).toEqual({ width: 320, height: 240 });
  await expectFields(preview, slack);
  await expectFields(thumbnail, slack);
});

/**
 * For each EXIF orientation: how far an upright picture is turned to store it, and whether it is mirrored
 * too.
 */
test.each([
  [1, 0, false],
  [2, 0, true],
  [3, 180, false],
  [4, 180, true],
  [5, 90, true],
  [6, 270, false],
  [7, 270, true],
  [8, 90, false],
])("orientation %i is applied", async (orientation, turn, mirrored) => {
  await using folder = await temporaryFolder();
  const turned = await fields(320, 240).rotate(turn).raw().toBuffer({ resolveWithObject: true });
  const stored = sharp(turned.data, { raw: { ...turned.info } }).flop(mirrored);
  const path = folder.at("turned.jpg");
  await stored.withMetadata({ orientation }).jpeg().toFile(path);
  const { width, height, preview, thumbnail, thumbhash } = await opened(path);
  expect({ width, height }).toEqual({ width: 320, height: 240 });
  await expectFields(preview);
  await expectFields(thumbnail);
  expect(thumbHashToApproximateAspectRatio(Buffer.from(thumbhash, "base64"))).toBeGreaterThan(1);
});

test("renditions are a baseline JPEG of 1440 and a WebP of 250, without metadata", async () => {
  await using folder = await temporaryFolder();
  const path = folder.at("large.jpg");
  await fields(3000, 2000)
    .withExif({ IFD0: { Make: "Canon" } })
    .jpeg()
    .toFile(path);
  const { width, preview, thumbnail } = await opened(path);
  expect(width).toBe(3000);
  expect(await sharp(await folder.write("p", preview)).metadata()).toMatchObject({
    format: "jpeg",
    width: 1440,
    height: 960,
    isProgressive: false,
  });
  expect(await sharp(folder.at("p")).metadata()).not.toHaveProperty("exif");
  expect(await sharp(await folder.write("t", thumbnail)).metadata()).toMatchObject({
    format: "webp",
    width: 250,
    height: 167,
  });
});

test("a small picture is not enlarged, and a picture of unusual shape has renditions too", async () => {
  await using folder = await temporaryFolder();
  await fields(40, 30).png().toFile(folder.at("small"));
  expect(
    await sharp(await folder.write("p", (await opened(folder.at("small"))).preview)).metadata(),
  ).toMatchObject({
    width: 40,
    height: 30,
  });
  for (const [width, height] of [
    [1, 1],
    [5000, 1],
    [2, 4000],
  ] as const) {
    await fields(width, height).png().toFile(folder.at("strip"));
    const { thumbhash, colours } = await opened(folder.at("strip"));
    expect(thumbhash).not.toBe("");
    expect(colours).not.toEqual([]);
  }
});

test("grey pictures, also of 16 bits, stay grey", async () => {
  await using folder = await temporaryFolder();
  const grey = () =>
    sharp(new Uint8Array(64 * 64).fill(128), { raw: { width: 64, height: 64, channels: 1 } });
  await grey().toColourspace("b-w").jpeg().toFile(folder.at("8"));
  await grey().toColourspace("grey16").png().toFile(folder.at("16"));
  for (const depth of ["8", "16"]) {
    const { preview, thumbnail, colours } = await opened(folder.at(depth));
    for (const rendition of [preview, thumbnail]) {
      for (const band of await pixel(rendition, 0.5, 0.5)) expect(Math.abs(band - 128)).toBeLessThan(3);
    }
    expect(colours).toEqual(["grey"]);
  }
});

test("transparent pixels become white", async () => {
  await using folder = await temporaryFolder();
  const clear = sharp({
    create: { width: 60, height: 60, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  });
  await clear.clone().png().toFile(folder.at("png"));
  await clear.clone().webp().toFile(folder.at("webp"));
  await clear.clone().gif().toFile(folder.at("gif"));
  for (const format of ["png", "webp", "gif"]) {
    expect((await openWithSharp(folder.at(format), maxMegapixels)).isAnimated, format).toBe(false);
    const { preview, thumbnail, colours } = await opened(folder.at(format));
    expect(colours, format).toEqual(["white"]);
    expect(await pixel(preview, 0.5, 0.5), format).toEqual([255, 255, 255]);
    expect((await sharp(await folder.write("t", thumbnail)).metadata()).hasAlpha, format).toBe(false);
  }
});

test("only the first frame of an animation and the first of several pages is used", async () => {
  await using folder = await temporaryFolder();
  const frame = (background: string) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .png()
      .toFile(folder.at(background));
  await Promise.all([frame("red"), frame("blue")]);
  const frames = [folder.at("red"), folder.at("blue")];
  await sharp(frames, { join: { animated: true } })
    .gif()
    .toFile(folder.at("gif"));
  await sharp(frames, { join: { animated: true } })
    .webp()
    .toFile(folder.at("webp"));
  for (const format of ["gif", "webp"]) {
    const { width, height, colours } = await opened(folder.at(format));
    expect({ width, height, colours }, format).toEqual({ width: 60, height: 40, colours: ["red"] });
    expect((await openWithSharp(folder.at(format), maxMegapixels)).isAnimated, format).toBe(true);
  }
});

test("shrinks a rendition, never enlarges it", async () => {
  await using folder = await temporaryFolder();
  const path = folder.at("preview.jpg");
  await fields(1440, 960).jpeg().toFile(path);
  expect(await sharp(await folder.write("s", await shrink({ path, side: 1024 }))).metadata()).toMatchObject({
    format: "jpeg",
    width: 1024,
    height: 683,
  });
  expect(await sharp(await folder.write("s", await shrink({ path, side: 4000 }))).metadata()).toMatchObject({
    width: 1440,
  });
});

/** Makes a PNG that claims to be large: a few bytes of pixels behind a true header. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", size),
    chunk("IDAT", Buffer.alloc(20)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test("too many pixels are refused by the header alone", async () => {
  await using folder = await temporaryFolder();
  const avif = await fields(64, 64).avif({ effort: 0 }).toBuffer();
  avif.writeUInt32BE(30_000, avif.indexOf("ispe") + 8);
  avif.writeUInt32BE(30_000, avif.indexOf("ispe") + 12);
  const files = [
    await folder.write("bomb.png", pngOf(60_000, 60_000)),
    await folder.write("bomb.avif", avif),
    await folder.write("65.png", pngOf(6500, 10_000)),
  ];
  for (const path of files) {
    const start = performance.now();
    await expect(readHeader(path, maxMegapixels), path).rejects.toMatchObject({ kind: "too-many-pixels" });
    expect(performance.now() - start, path).toBeLessThan(whileBusy(500));
  }
  await expect(readHeader(files[0] ?? "", maxMegapixels)).rejects.toThrow(
    "The picture has 3600 megapixels; up to 64 are opened.",
  );
});

test("a JPEG may have as many pixels as the setting allows; other formats have a lower limit of their own", async () => {
  await using folder = await temporaryFolder();
  const path = folder.at("12.jpg");
  await fields(4000, 3000).jpeg().toFile(path);
  await expect(readHeader(path, 11)).rejects.toMatchObject({ kind: "too-many-pixels" });
  expect(await readHeader(path, 12)).toMatchObject({ width: 4000, height: 3000 });
});

const cut = "The file ends too early. It may not have been copied completely.";
const broken = "The file is damaged or incomplete. It may not have been copied completely.";

test.each<[string, (image: Sharp) => Sharp, string]>([
  ["JPEG", (image) => image.jpeg(), cut],
  ["progressive JPEG", (image) => image.jpeg({ progressive: true }), cut],
  ["GIF", (image) => image.gif(), cut],
  ["AVIF", (image) => image.avif({ effort: 0 }), cut],
  ["PNG", (image) => image.png(), broken],
  ["interlaced PNG", (image) => image.png({ progressive: true }), broken],
  ["WebP", (image) => image.webp(), broken],
  ["TIFF", (image) => image.tiff(), broken],
])("a truncated file is reported as such, wherever it was cut: %s", async (name, encode, message) => {
  await using folder = await temporaryFolder();
  const whole = await encode(noise(300, 200)).toBuffer();
  for (const part of [0.02, 0.5, 0.95]) {
    const path = await folder.write(name, whole.subarray(0, Math.ceil(whole.length * part)));
    const failure = { kind: "damaged", message: part === 0.02 ? expect.any(String) : message };
    await expect(opened(path), `${name} ${part}`).rejects.toMatchObject(failure);
  }
});

test("garbage and an empty file are damaged", async () => {
  await using folder = await temporaryFolder();
  const garbage = await folder.write("garbage", await noise(100, 100).raw().toBuffer());
  await expect(opened(garbage)).rejects.toMatchObject({ kind: "damaged", message: broken });
  await expect(opened(await folder.write("empty", ""))).rejects.toMatchObject({ kind: "damaged" });
});

test("a JPEG with a damaged stretch in the middle is still shown", async () => {
  await using folder = await temporaryFolder();
  const bytes = await noise(800, 600).jpeg().toBuffer();
  bytes.fill(0, bytes.length / 2, bytes.length / 2 + 2000);
  expect((await opened(await folder.write("spoilt.jpg", bytes))).preview.length).toBeGreaterThan(0);
});

test("formats that are not on the list are not loaded, whatever the file's name, because an SVG would read its neighbours", async () => {
  await using folder = await temporaryFolder();
  await fields(50, 50).png().toFile(folder.at("secret.png"));
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><image href="secret.png" width="50" height="50"/></svg>`;
  for (const name of ["drawing.svg", "holiday.jpg"]) {
    await expect(opened(await folder.write(name, drawing)), name).rejects.toMatchObject({ kind: "damaged" });
  }
  await expect(opened(await folder.write("table.csv", "1,2\n3,4\n"))).rejects.toMatchObject({
    kind: "damaged",
  });
});
