import sharp, { type ResizeOptions, type Sharp } from "sharp";
import type { Pixels } from "./format.ts";
import { isConverted, type Nclx, toSrgb } from "./nclx.ts";

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif", "Tiff"].map((format) => `VipsForeignLoad${format}File`),
});
// The formats of pictures that we hold in memory: pixels with a profile (`withProfile`), the preview in a raw file, an
// AVIF that moves.
sharp.unblock({ operation: ["Tiff", "Jpeg", "Heif"].map((format) => `VipsForeignLoad${format}Buffer`) });

/** The longest side of a preview. */
export const previewSide = 1440;

export function fitting(side: number): ResizeOptions {
  return { width: side, height: side, fit: "inside", withoutEnlargement: true };
}

export async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

/**
 * Makes a picture of a few pixels, each the mean of a square, with a longest side of at most `side`. For what only looks
 * at colours: another run of sharp would take three times as long for so few pixels. Grey and RGB, with or without alpha,
 * become RGB with an alpha of 255.
 */
export function reduced(
  { data, raw }: Pixels,
  side: number,
): { width: number; height: number; rgba: Uint8Array } {
  const { channels } = raw;
  const square = Math.max(1, Math.ceil(Math.max(raw.width, raw.height) / side));
  const width = Math.ceil(raw.width / square);
  const height = Math.ceil(raw.height / square);
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    const rows = Math.min(square, raw.height - y * square);
    for (let x = 0; x < width; x++) {
      const columns = Math.min(square, raw.width - x * square);
      for (let colour = 0; colour < 3; colour++) {
        let sum = 0;
        for (let row = 0; row < rows; row++) {
          let at = ((y * square + row) * raw.width + x * square) * channels + (channels > 2 ? colour : 0);
          for (let column = 0; column < columns; column++, at += channels) sum += data[at] ?? 0;
        }
        rgba[(y * width + x) * 4 + colour] = Math.round(sum / (rows * columns));
      }
    }
  }
  return { width, height, rgba };
}

/**
 * Reads a picture to the size of the preview, on white and in sRGB. sharp follows a profile by itself; `nclx` is
 * the coding of a picture that has none.
 */
export async function previewOf(image: Sharp, nclx: Nclx | null = null): Promise<Pixels> {
  const sized = image.resize(fitting(previewSide)).flatten({ background: "white" });
  if (!nclx || !isConverted(nclx)) return pixelsOf(sized.toColourspace("srgb").raw());
  const { data, raw } = await pixelsOf(sized.toColourspace("rgb16").raw({ depth: "ushort" }));
  const codes = new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
  return {
    data: raw.channels === 3 ? toSrgb(codes, nclx) : Uint8Array.from(codes, (code) => code >> 8),
    raw,
  };
}

/** Converts pixels that `profile` describes to sRGB. sharp takes a profile only with a file, so we make one. */
export function withProfile(pixels: Pixels, profile: Uint8Array): Promise<Pixels> {
  return pixelsOf(sharp(tiffOf(pixels, profile)).toColourspace("srgb").raw());
}

/** Makes a TIFF of 8-bit pixels, uncompressed. */
function tiffOf({ data, raw: { width, height, channels } }: Pixels, profile: Uint8Array): Buffer {
  const [short, long, bytes] = [3, 4, 7];
  const bits = Buffer.alloc(channels * 2, new Uint8Array([8, 0]));
  const entries = 11;
  const bitsAt = 8 + 2 + entries * 12 + 4;
  const profileAt = bitsAt + bits.length;
  const dataAt = profileAt + profile.length + (profile.length % 2);
  const fields: [tag: number, type: number, count: number, value: number][] = [
    [256, long, 1, width],
    [257, long, 1, height],
    [258, short, channels, channels > 2 ? bitsAt : 8],
    [259, short, 1, 1],
    [262, short, 1, channels > 2 ? 2 : 1],
    [273, long, 1, dataAt],
    [277, short, 1, channels],
    [278, long, 1, height],
    [279, long, 1, data.length],
    [284, short, 1, 1],
    [34675, bytes, profile.length, profileAt],
  ];
  const head = Buffer.alloc(dataAt);
  head.write("II*\0", "latin1");
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries, 8);
  for (const [at, [tag, type, count, value]] of fields.entries()) {
    head.writeUInt16LE(tag, 10 + at * 12);
    head.writeUInt16LE(type, 12 + at * 12);
    head.writeUInt32LE(count, 14 + at * 12);
    head.writeUInt32LE(value, 18 + at * 12);
  }
  head.set(bits, bitsAt);
  head.set(profile, profileAt);
  return Buffer.concat([head, data]);
}
