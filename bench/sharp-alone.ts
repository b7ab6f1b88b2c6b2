/**
 * A process of its own that makes of each file what Glimpse makes of it (preview, thumbnail, thumbhash) with sharp and
 * nothing else: no metadata, no hash of the file, nothing written. It is told the files, and answers with the
 * milliseconds that they took; a few are opened before the clock starts, as Glimpse has a few too.
 */
import { availableParallelism } from "node:os";
import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";

export interface SharpOrder {
  warmUp: string[];
  files: string[];
}

const inside = (side: number) => ({ width: side, height: side, fit: "inside" as const });

// As many files at once as there are cores, one thread each: the fastest way of many files.
sharp.concurrency(1);
sharp.cache(false);

async function makeRenditions(path: string): Promise<void> {
  const { data, info } = await sharp(path, { autoOrient: true })
    .resize(inside(1440))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const large = () => sharp(data, { raw: { width, height, channels } });
  await large().jpeg({ quality: 82 }).toBuffer();
  await large().resize(inside(250)).webp({ quality: 80 }).toBuffer();
  const tiny = await large().resize(inside(100)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  rgbaToThumbHash(tiny.info.width, tiny.info.height, tiny.data);
}

async function makeAll(files: string[]): Promise<void> {
  const left = files.values();
  const lane = async () => {
    for (const path of left) await makeRenditions(path);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}

process.on("message", async ({ warmUp, files }: SharpOrder) => {
  await makeAll(warmUp);
  const start = performance.now();
  await makeAll(files);
  process.send?.(performance.now() - start, () => process.disconnect());
});
