import sharp from "sharp";
import { damagedFile, outOfMemory } from "./failure.ts";
import { type Ffmpeg, type FilmFrame, numbers } from "./ffmpeg.ts";
import type { Pixels } from "./format.ts";
import { isConverted, toSrgb } from "./nclx.ts";
import { fitting, pixelsOf, previewSide } from "./pixels.ts";

/** How a player rotates the stored frames. */
export interface FilmRotation {
  /** Clockwise. */
  degrees: number;
  isMirrored: boolean;
}

/** Code points of ITU-T H.273. */
const [bt709, unspecified, bt601] = [1, 2, 6];
const [rgb, fullRange] = [0, 2];
/** From this height on, films that do not say so have the colours of HD. */
const hdHeight = 720;

/** Turns a frame into pixels of at most the size of a preview: upright, with square pixels, in sRGB. */
export async function framePixels(
  ffmpeg: Ffmpeg,
  frame: FilmFrame,
  shape: { width: number; height: number },
  rotation: FilmRotation,
): Promise<Pixels> {
  const nclx = { primaries: frame.colorPrimaries, transfer: frame.colorTrc };
  const isDeep = isConverted(nclx);
  if (frame.colorSpace === unspecified) frame.colorSpace = frame.height >= hdHeight ? bt709 : bt601;
  const shrink = Math.min(1, previewSide / Math.max(shape.width, shape.height));
  const width = Math.max(1, Math.round(shape.width * shrink));
  const height = Math.max(1, Math.round(shape.height * shrink));
  const bytes = await scaled(ffmpeg, frame, { width, height, isDeep });
  const codes = new Uint16Array(bytes.buffer, bytes.byteOffset, isDeep ? bytes.byteLength / 2 : 0);
  const data = isDeep ? toSrgb(codes, nclx) : bytes;
  const raw = { width, height, channels: 3 as const };
  if (rotation.degrees === 0 && !rotation.isMirrored) return { data, raw };
  const image = sharp(data, { raw });
  return pixelsOf(
    (rotation.isMirrored ? image.flop() : image).rotate(rotation.degrees).resize(fitting(previewSide)).raw(),
  );
}

/** Returns red, green and blue of each pixel, with 16 bits each if it is deep. */
async function scaled(
  ffmpeg: Ffmpeg,
  frame: FilmFrame,
  { width, height, isDeep }: { width: number; height: number; isDeep: boolean },
): Promise<Uint8Array> {
  const target = new ffmpeg.Frame();
  target.alloc();
  const scale = new ffmpeg.SoftwareScaleContext();
  scale.allocContext();
  try {
    Object.assign(target, {
      format: ffmpeg.avGetPixFmtFromName(isDeep ? "rgb48le" : "rgb24"),
      width,
      height,
    });
    // Only the coding is undone here; other primaries and curves are ours to convert (`nclx.ts`).
    Object.assign(target, { colorSpace: rgb, colorRange: fullRange });
    Object.assign(target, { colorPrimaries: frame.colorPrimaries, colorTrc: frame.colorTrc });
    const result = Math.min(target.getBuffer(), await scale.scaleFrame(target, frame));
    if (result === numbers.outOfMemory) throw outOfMemory();
    const [source, line] = [target.data?.[0], target.linesize[0]];
    if (result < 0 || !source || !line) throw damagedFile();
    const row = width * (isDeep ? 6 : 3);
    const bytes = new Uint8Array(row * height);
    for (let y = 0; y < height; y += 1) bytes.set(source.subarray(y * line, y * line + row), y * row);
    return bytes;
  } finally {
    target.free();
    scale.freeContext();
  }
}
