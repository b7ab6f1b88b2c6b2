import sharp, { type Sharp } from "sharp";
import { failureFrom, tooManyPixels } from "./failure.ts";
import type { OpenedFile, Pixels } from "./format.ts";
import { readNclx } from "./nclx.ts";
import { previewOf } from "./pixels.ts";

/**
 * Only a JPEG can shrink while it is read. In other formats a larger picture than this takes too much memory.
 */
const mostMegapixelsUnshrunk = 64;
/**
 * A pixel of a progressive JPEG weighs this much more: two such pictures of 12 megapixels took 60 MB more.
 */
const progressiveCost = 5;

/** A path, or the bytes of a file. */
type Source = string | Uint8Array;

export interface Header {
  /** The size of the upright picture. */
  width: number;
  height: number;
  /** sharp reads the header of HEVC, but it has no decoder for it. */
  isHevc: boolean;
  isHeif: boolean;
  /** The ICC profile. */
  profile: Uint8Array | undefined;
  /** True for a JPEG that comes in passes: all of it has to be in memory until the last pass. */
  isProgressive: boolean;
  exif: Uint8Array | undefined;
  /** True for a GIF or WebP of several frames; sharp recognises no other animation. */
  isAnimated: boolean;
}

/** Reads the header without decoding any pixel. Throws DecodeError, also for too many pixels. */
export async function readHeader(source: Source, maxMegapixels: number): Promise<Header> {
  const header = await sharp(source, { limitInputPixels: false }).metadata().catch(rethrow);
  const { width, height } = header.autoOrient;
  const limit = header.format === "jpeg" ? maxMegapixels : Math.min(maxMegapixels, mostMegapixelsUnshrunk);
  if (width * height > limit * 1e6) throw tooManyPixels(width * height, limit);
  return {
    width,
    height,
    isHevc: header.compression === "hevc",
    isHeif: header.format === "heif",
    profile: header.icc,
    isProgressive: header.format === "jpeg" && header.isProgressive === true,
    exif: header.exif,
    isAnimated: /^(gif|webp)$/.test(header.format) && (header.pages ?? 1) > 1,
  };
}

/** Opens a file that sharp reads from the beginning to the end. */
export async function openWithSharp(path: string, maxMegapixels: number): Promise<OpenedFile> {
  return openedWithSharp(path, await readHeader(path, maxMegapixels));
}

/** Goes on where `readHeader` ended. `source` is what sharp reads, where that is not the file as it is. */
export function openedWithSharp(path: string, header: Header, source: Source = path): OpenedFile {
  const { width, height, isProgressive, exif } = header;
  return {
    size: { width, height },
    weight: width * height * (isProgressive ? progressiveCost : 1),
    exif,
    isAnimated: header.isAnimated,
    pictureNote: null,
    decode: () => decode(path, header, source),
  };
}

/** Opens the first frame or page, upright. */
function upright(source: Source, unlimited = false): Sharp {
  return sharp(source, { autoOrient: true, failOn: "truncated", limitInputPixels: false, unlimited });
}

async function decode(path: string, header: Header, source: Source): Promise<Pixels> {
  const nclx = header.isHeif && !header.profile ? await readNclx(path) : null;
  return previewOf(upright(source), nclx).catch((error: unknown) => {
    // libvips gives up after some warnings, but many damaged JPEGs still show their picture.
    if (!/corrupt jpeg data/i.test(String(error))) throw error;
    return previewOf(upright(source, true));
  });
}

function rethrow(error: unknown): never {
  throw failureFrom(error);
}
