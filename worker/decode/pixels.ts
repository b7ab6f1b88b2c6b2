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
