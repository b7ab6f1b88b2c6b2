/**
 * Runs in a process of its own and makes from each file the same pictures as the worker (preview, thumbnail,
 * thumbhash, and from the preview the JPEG for a model) with sharp alone: no metadata, no hash of the file,
 * nothing stored. It makes each one from the file ("plainly"), or follows the worker's own steps ("decoding
 * once"). It receives the files and replies with the milliseconds that they took; a few others are opened
 * before the clock starts.
 */
import { availableParallelism } from "node:os";
import sharp, { type Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";

export interface SharpOrder {
  way: "plainly" | "decoding once";
  warmUp: string[];
  files: string[];
}

// Opening as many files at once as there are cores, with one thread each, is the fastest way for many files.
sharp.concurrency(1);
sharp.cache(false);

async function makePlainly(path: string): Promise<void> {
  const opened = () => sharp(path, { autoOrient: true });
  const preview = await opened().resize(within(1440)).jpeg({ quality: 82 }).toBuffer();
  await opened().resize(within(250)).webp({ quality: 80 }).toBuffer();
  const tiny = await pixelsOf(opened().resize(within(100)).ensureAlpha());
  rgbaToThumbHash(tiny.width, tiny.height, tiny.data);
  await shrinkForModel(preview);
}

async function makeDecodingOnce(path: string): Promise<void> {
  const large = await pixelsOf(sharp(path, { autoOrient: true }).resize(within(1440)));
  const small = await pixelsOf(large.image().resize(within(250)));
  const tiny = await pixelsOf(small.image().resize(within(100)).ensureAlpha());
  rgbaToThumbHash(tiny.width, tiny.height, tiny.data);
  const preview = await large.image().jpeg({ quality: 82, optimiseCoding: false }).toBuffer();
  await shrinkForModel(preview);
  await small.image().webp({ quality: 80 }).toBuffer();
}

async function shrinkForModel(preview: Uint8Array): Promise<void> {
  await sharp(preview)
    .resize({ ...within(1024), kernel: "linear" })
    .jpeg({ quality: 82, optimiseCoding: false })
    .toBuffer();
}

async function pixelsOf(from: Sharp) {
  const { data, info } = await from.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { data, width, height, image: () => sharp(data, { raw: { width, height, channels } }) };
}

function within(side: number) {
  return { width: side, height: side, fit: "inside" as const };
}

async function makeAll(files: string[], way: SharpOrder["way"]): Promise<void> {
  const make = way === "plainly" ? makePlainly : makeDecodingOnce;
  const left = files.values();
  const lane = async () => {
    for (const path of left) await make(path);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}

process.once("message", async ({ way, warmUp, files }: SharpOrder) => {
  await makeAll(warmUp, way);
  const start = performance.now();
  await makeAll(files, way);
  process.send?.(performance.now() - start, () => process.disconnect());
});
