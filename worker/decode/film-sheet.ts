import sharp from "sharp";
import type { Pixels } from "./format.ts";
import { fitting, pixelsOf } from "./pixels.ts";

/** The long side of each frame on a sheet, px; a model sees a picture of about twice that size. */
const frameSide = 508;
const gap = 8;

/**
 * Puts frames on one sheet, in their order: two beside or below each other, so that the sheet is nearly square, and
 * four in two rows. White between them keeps a model from taking two frames for one scene.
 */
export async function sheetOf(frames: Pixels[]): Promise<Pixels> {
  const small = await Promise.all(
    frames.map(({ data, raw }) => pixelsOf(sharp(data, { raw }).resize(fitting(frameSide)).raw())),
  );
  const width = Math.max(...small.map(({ raw }) => raw.width));
  const height = Math.max(...small.map(({ raw }) => raw.height));
  const columns = small.length > 2 || height > width ? 2 : 1;
  const rows = Math.ceil(small.length / columns);
  const sheet = sharp({
    create: {
      width: columns * (width + gap) - gap,
      height: rows * (height + gap) - gap,
      channels: 3,
      background: "white",
    },
  });
  const placed = small.map(({ data, raw }, at) => ({
    input: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
    raw,
    left: (at % columns) * (width + gap),
    top: Math.floor(at / columns) * (height + gap),
  }));
  return pixelsOf(sheet.composite(placed).raw());
}

/** A frame whose brightness varies by less than this (of 255) shows nothing. */
const leastSpread = 6;

/** Says whether a frame is all of one colour, as when a film begins in black. */
export function isPlain({ data, raw: { width, height, channels } }: Pixels): boolean {
  const step = Math.max(1, Math.floor((width * height) / 4_000)) * channels;
  let [count, sum, squares] = [0, 0, 0];
  for (let at = 0; at + 2 < data.length; at += step) {
    const light = ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
    count += 1;
    sum += light;
    squares += light * light;
  }
  const mean = sum / count;
  return Math.sqrt(Math.max(0, squares / count - mean * mean)) < leastSpread;
}
