import sharp, { type Channels, type ResizeOptions, type Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { mainColours } from "./colours.ts";
import { failureFrom, tooManyPixels } from "./failure.ts";
import { isHighDynamicRange, readNclx, toSrgb } from "./nclx.ts";
import type { Renditions, ShrinkRequest } from "./protocol.ts";

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif", "Tiff"].map((format) => `VipsForeignLoad${format}File`),
});

const previewSide = 1440;
const previewQuality = 82;
const thumbnailSide = 250;
/** The largest side that ThumbHash takes. */
const hashSide = 100;
/**
 * Only a JPEG can shrink while it is read. In other formats a larger picture than this takes too much memory.
 */
const mostMegapixelsUnshrunk = 64;

export interface Header {
  /** The size of the upright picture. */
  width: number;
  height: number;
  /** sharp reads the header of HEVC, but it has no decoder for it. */
  isHevc: boolean;
  isHeif: boolean;
  hasProfile: boolean;
  /** True for a JPEG that comes in passes: all of it has to be in memory until the last pass. */
  isProgressive: boolean;
  exif: Uint8Array | undefined;
}

/** Reads the header without decoding any pixel. Throws DecodeError, also for too many pixels. */
export async function readHeader(path: string, maxMegapixels: number): Promise<Header> {
  const header = await sharp(path, { limitInputPixels: false }).metadata().catch(rethrow);
  const { width, height } = header.autoOrient;
  const limit = header.format === "jpeg" ? maxMegapixels : Math.min(maxMegapixels, mostMegapixelsUnshrunk);
  if (width * height > limit * 1e6) throw tooManyPixels(width * height, limit);
  return {
    width,
    height,
    isHevc: header.compression === "hevc",
    isHeif: header.format === "heif",
    hasProfile: header.icc !== undefined,
    isProgressive: header.format === "jpeg" && header.isProgressive === true,
    exif: header.exif,
  };
}

interface Pixels {
  data: Uint8Array;
  raw: { width: number; height: number; channels: Channels };
}

/**
 * Decodes once, to the size of the preview, and makes everything else from those pixels. Throws DecodeError.
 */
export async function render(path: string, header: Header): Promise<Renditions> {
  const large = await decode(path, header).catch(rethrow);
  const small = await pixelsOf(shrunk(large, thumbnailSide));
  const tiny = await pixelsOf(shrunk(small, hashSide).ensureAlpha().toColourspace("srgb"));
  const hash = rgbaToThumbHash(tiny.raw.width, tiny.raw.height, tiny.data);
  return {
    preview: await sharp(large.data, { raw: large.raw }).jpeg({ quality: previewQuality }).toBuffer(),
    thumbnail: await sharp(small.data, { raw: small.raw }).webp({ quality: 80 }).toBuffer(),
    thumbhash: Buffer.from(hash).toString("base64"),
    ...mainColours(tiny.data),
  };
}

/** Makes a JPEG with a long side of at most `side`. Throws DecodeError. */
export async function shrink({ path, side }: ShrinkRequest): Promise<Uint8Array> {
  return (
    sharp(path, { autoOrient: true })
      // A preview needs little shrinking, and a model sees no difference.
      .resize({ ...within(side), kernel: "linear" })
      .jpeg({ quality: previewQuality, optimiseCoding: false })
      .toBuffer()
      .catch(rethrow)
  );
}

/** Opens the first frame or page upright, on white and at most as large as the preview. */
function opened(path: string, unlimited = false): Sharp {
  return sharp(path, { autoOrient: true, failOn: "truncated", limitInputPixels: false, unlimited })
    .resize(within(previewSide))
    .flatten({ background: "white" });
}

async function decode(path: string, header: Header): Promise<Pixels> {
  const nclx = header.isHeif && !header.hasProfile ? await readNclx(path) : null;
  if (nclx && isHighDynamicRange(nclx)) {
    const { data, raw } = await pixelsOf(opened(path).toColourspace("rgb16").raw({ depth: "ushort" }));
    return { data: toSrgb(new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2), nclx), raw };
  }
  return pixelsOf(opened(path).toColourspace("srgb").raw()).catch((error: unknown) => {
    // libvips gives up after some warnings, but many damaged JPEGs still show their picture.
    if (!/corrupt jpeg data/i.test(String(error))) throw error;
    return pixelsOf(opened(path, true).toColourspace("srgb").raw());
  });
}

function shrunk({ data, raw }: Pixels, side: number): Sharp {
  return sharp(data, { raw }).resize(within(side)).raw();
}

async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

function within(side: number): ResizeOptions {
  return { width: side, height: side, fit: "inside", withoutEnlargement: true };
}

function rethrow(error: unknown): never {
  throw failureFrom(error);
}
