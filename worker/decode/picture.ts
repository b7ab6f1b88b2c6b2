import sharp, { type Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { mainColours } from "./colours.ts";
import { failureFrom } from "./failure.ts";
import type { OpenedFile, Pixels } from "./format.ts";
import { fitting, pixelsOf } from "./pixels.ts";
import type { Renditions, ShrinkRequest } from "./protocol.ts";

const previewQuality = 82;
const thumbnailSide = 250;
/** The largest side that ThumbHash takes. */
const hashSide = 100;

/**
 * Decodes once, to the size of the preview, and makes everything else from those pixels. Returns null if the
 * file holds no picture that can be shown. Throws DecodeError.
 */
export async function render(file: Pick<OpenedFile, "decode" | "sheet">): Promise<Renditions | null> {
  const large = await file.decode().catch(rethrow);
  if (!large) return null;
  const small = await pixelsOf(shrunk(large, thumbnailSide));
  const tiny = await pixelsOf(shrunk(small, hashSide).ensureAlpha().toColourspace("srgb"));
  const sheet = await file.sheet?.();
  const hash = rgbaToThumbHash(tiny.raw.width, tiny.raw.height, tiny.data);
  return {
    preview: await jpegOf(large),
    sheet: sheet ? await jpegOf(sheet) : null,
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

function shrunk({ data, raw }: Pixels, side: number): Sharp {
  return sharp(data, { raw }).resize(fitting(side)).raw();
}

function rethrow(error: unknown): never {
  throw failureFrom(error);
}
