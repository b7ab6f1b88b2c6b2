import { unsupported } from "./failure.ts";
import { factsFrom } from "./metadata.ts";
import { type Header, readHeader, render } from "./picture.ts";
import type { Decoded, DecodeRequest } from "./protocol.ts";
import type { Tags } from "./tags.ts";

const drawn = new Set(["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif", "image/tiff"]);
/** HEIC and its relatives: drawn where the picture in it is AV1. */
const container = /^image\/hei[cf]/;
/** JPEG XL and the raw files of cameras: nothing but their metadata is read. */
const undrawn = /^image\/(jxl|x-)/;

/** Pictures larger than this are opened one at a time. */
const largePixels = 50e6;
/** What a pixel of a progressive JPEG costs beside one of another: two of 12 megapixels took 60 MB more. */
const progressiveCost = 5;

/** Reads the tags of a file; `exif`: its raw EXIF block, where sharp found one. Never throws. */
export type ReadTags = (
  path: string,
  type: string,
  exif: Uint8Array | undefined,
) => Promise<{ tags: Tags; notes: string[] }>;

/**
 * One file: facts, and renditions where its format is drawn. "large": not done, since something else is in hand and
 * this picture should be opened alone. Throws DecodeError.
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

/** In pixels of a baseline JPEG. */
function weightOf({ width, height, isProgressive }: Header): number {
  return width * height * (isProgressive ? progressiveCost : 1);
}

async function headerOf(path: string, type: string, maxMegapixels: number): Promise<Header | null> {
  if (drawn.has(type)) return readHeader(path, maxMegapixels);
  if (container.test(type)) return readHeader(path, maxMegapixels).catch(() => null);
  if (undrawn.test(type)) return null;
  throw unsupported(type);
}
