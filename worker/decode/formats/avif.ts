import { open, readFile } from "node:fs/promises";
import type { Format } from "../format.ts";
import { openedWithSharp, readHeader } from "../sharp-file.ts";

/** A megapixel takes some 19 MB: a file of 1.2 kB took 1.22 GB with 64 of them (2026-11-29). */
const mostMegapixels = 40;
const searched = 64;
/** Where a file names its main brand. */
const brandAt = 8;

export const format: Format = {
  async open(path, maxMegapixels) {
    const limit = Math.min(maxMegapixels, mostMegapixels);
    const { brand, isAnimated } = await brandsOf(path);
    if (brand !== "avis") return { ...openedWithSharp(path, await readHeader(path, limit)), isAnimated };
    // libvips refuses the brand of an animation, though such a file has a picture of its own, too.
    const bytes = await readFile(path);
    bytes.write("avif", brandAt, "latin1");
    return { ...openedWithSharp(path, await readHeader(bytes, limit), bytes), isAnimated: true };
  },
};

/** An animation may have its brand as the main one or among those that the file is compatible with. */
async function brandsOf(path: string): Promise<{ brand: string; isAnimated: boolean }> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(searched), 0, searched, 0);
  const brands = buffer.toString("latin1", brandAt, Math.min(bytesRead, buffer.readUInt32BE(0)));
  return { brand: brands.slice(0, 4), isAnimated: brands.includes("avis") };
}
