import { unsupported } from "./failure.ts";
import { factsFrom } from "./metadata.ts";
import { type Header, readHeader, render } from "./picture.ts";
import type { Decoded, DecodeRequest } from "./protocol.ts";
import type { Tags } from "./tags.ts";

const drawn = new Set(["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif", "image/tiff"]);
/** HEIC and its relatives. We draw them if the picture inside is AV1. */
const container = /^image\/hei[cf]/;
/** JPEG XL and the raw files of cameras. We read only their metadata. */
const undrawn = /^image\/(jxl|x-)/;

/** Pictures larger than this are opened one at a time. */
const largePixels = 30e6;
/**
 * A pixel of a progressive JPEG weighs this much more: two such pictures of 12 megapixels took 60 MB more.
 */
const progressiveCost = 5;

/** Reads the tags of a file; `exif` is its raw EXIF block if sharp found one. Never throws. */
export type ReadTags = (
  path: string,
  type: string,
  exif: Uint8Array | undefined,
) => Promise<{ tags: Tags; notes: string[] }>;

/**
 * Reads the facts of one file, and makes renditions if we draw its format. Returns "large", without doing so,
 * if the picture must be opened alone while other files are open. Throws DecodeError.
 */
export async function decodeFile(
  { path, type, maxMegapixels }: DecodeRequest,
  alone: boolean,
  readTags: ReadTags,
): Promise<Decoded | "large"> {
  const header = await headerOf(path, type, maxMegapixels);
  const picture = header && !header.isHevc ? header : null;
  if (picture && !alone && weightOf(picture) > largePixels) return "large";
  const [renditions, { tags, notes }] = await Promise.all([
    picture && render(path, picture),
    readTags(path, type, header?.exif),
  ]);
  return { facts: factsFrom(tags, header), renditions, notes };
}

/** Returns the cost of a picture, measured in pixels of a baseline JPEG. */
function weightOf({ width, height, isProgressive }: Header): number {
  return width * height * (isProgressive ? progressiveCost : 1);
}

async function headerOf(path: string, type: string, maxMegapixels: number): Promise<Header | null> {
  if (drawn.has(type)) return readHeader(path, maxMegapixels);
  if (container.test(type)) return readHeader(path, maxMegapixels).catch(() => null);
  if (undrawn.test(type)) return null;
  throw unsupported(type);
}
