import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { mainColours } from "./colours.ts";
import { failureFrom } from "./failure.ts";
import type { OpenedFile, Pixels } from "./format.ts";
import { fitting, pixelsOf, reduced } from "./pixels.ts";
import type { Renditions, ShrinkRequest } from "./protocol.ts";

const previewQuality = 82;
const thumbnailSide = 250;
/**
 * How hard WebP tries: with 2 a thumbnail takes 60 % of the time that it takes with 4, and has 3 % more bytes (the 96
 * captioned photos, 2026-12-01).
 */
const thumbnailEffort = 2;
/** The largest side that ThumbHash takes. */
const hashSide = 100;

/**
 * Decodes once, to the size of the preview, and makes everything else from those pixels. Returns null if the
 * file holds no picture that can be shown. Throws DecodeError.
 */
export async function render(file: Pick<OpenedFile, "decode" | "sheet">): Promise<Renditions | null> {
  const large = await file.decode().catch(rethrow);
  if (!large) return null;
  const small = await pixelsOf(sharp(large.data, { raw: large.raw }).resize(fitting(thumbnailSide)).raw());
  const tiny = reduced(small, hashSide);
  const sheet = await file.sheet?.();
  const hash = rgbaToThumbHash(tiny.width, tiny.height, tiny.rgba);
  return {
    preview: await jpegOf(large),
    sheet: sheet ? await jpegOf(sheet) : null,
    thumbnail: await sharp(small.data, { raw: small.raw })
      .webp({ quality: 80, effort: thumbnailEffort })
      .toBuffer(),
    thumbhash: Buffer.from(hash).toString("base64"),
    ...mainColours(tiny.rgba),
  };
}

/** Makes a JPEG with a long side of at most `side`. Throws DecodeError. */
export async function shrink({ path, side }: ShrinkRequest): Promise<Uint8Array> {
  return (
    sharp(path, { autoOrient: true })
      // A preview needs little shrinking, and a model sees no difference.
      .resize({ ...fitting(side), kernel: "linear" })
      .jpeg({ quality: previewQuality, optimiseCoding: false })
      .toBuffer()
      .catch(rethrow)
  );
}

/** Without `optimiseCoding` a preview of a real photo has 1 to 2 % more bytes, and is written in half the time. */
function jpegOf({ data, raw }: Pixels): Promise<Uint8Array> {
  return sharp(data, { raw }).jpeg({ quality: previewQuality, optimiseCoding: false }).toBuffer();
}

function rethrow(error: unknown): never {
  throw failureFrom(error);
}
