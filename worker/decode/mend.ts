import { appendFile, copyFile, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";

/** Formats whose pictures can be shown in part. */
const mendable = new Set(["image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff"]);
const endOfJpeg = Buffer.from([0xff, 0xd9]);
/** The largest side of a picture that is made from a damaged one: twice that of a preview. */
const side = 2_880;
/**
 * The picture is divided into this many fields across and down; at least `leastShown` of them have to show something.
 */
const grid = 16;
const leastShown = 4;

/** A copy of a damaged file that opens; it is gone when it is disposed of. */
export interface Mended extends AsyncDisposable {
  path: string;
  type: string;
  /** The size of the upright picture that the file itself holds, px. */
  size: { width: number; height: number };
}

interface Copy extends AsyncDisposable {
  folder: string;
}

async function emptyFolder(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), "glimpse-mend-"));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Returns a copy of a JPEG with its last two bytes added, if that is all it lacks; null if it has them or lacks more.
 */
export async function withEnd(
  path: string,
  type: string,
  maxMegapixels: number,
): Promise<Omit<Mended, "size"> | null> {
  if (type !== "image/jpeg" || (await endsWell(path))) return null;
  const copy = await emptyFolder();
  const whole = join(copy.folder, "whole.jpg");
  await copyFile(path, whole);
  await appendFile(whole, endOfJpeg);
  try {
    // libjpeg only warns of pixels that are missing before the end.
    const strict = sharp(whole, { failOn: "warning", limitInputPixels: maxMegapixels * 1e6 });
    await strict.resize(32, 32).raw().toBuffer();
  } catch {
    await copy[Symbol.asyncDispose]();
    return null;
  }
  return { path: whole, type, [Symbol.asyncDispose]: () => copy[Symbol.asyncDispose]() };
}

async function endsWell(path: string): Promise<boolean> {
  await using file = await open(path);
  const { size } = await file.stat();
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, Math.max(0, size - 2));
  return buffer.equals(endOfJpeg);
}

/** Makes a picture of what can be read of a damaged file; null if that is nothing. */
export async function mend(path: string, type: string, maxMegapixels: number): Promise<Mended | null> {
  if (!mendable.has(type)) return null;
  const copy = await emptyFolder();
  const part = join(copy.folder, "part.jpg");
  try {
    const { autoOrient: size } = await sharp(path, { failOn: "none", limitInputPixels: false }).metadata();
    const how = { failOn: "none", autoOrient: true, limitInputPixels: maxMegapixels * 1e6 } as const;
    await sharp(path, { ...how, unlimited: true })
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .keepIccProfile()
      .flatten({ background: "white" })
      .jpeg({ quality: 95 })
      .toFile(part);
    if (await showsAnything(part))
      return {
        path: part,
        type: "image/jpeg",
        size,
        [Symbol.asyncDispose]: () => copy[Symbol.asyncDispose](),
      };
  } catch {
    // Nothing can be read of it.
  }
  await copy[Symbol.asyncDispose]();
  return null;
}

/**
 * Tells whether a mended picture shows anything. Its missing part is filled with one colour, that of its lower right
 * corner.
 */
async function showsAnything(path: string): Promise<boolean> {
  const fields = await sharp(path)
    .greyscale()
    .resize(grid, grid, { fit: "fill", kernel: "nearest" })
    .raw()
    .toBuffer();
  const filled = fields.at(-1) ?? 0;
  return fields.filter((field) => Math.abs(field - filled) > 4).length >= leastShown;
}
