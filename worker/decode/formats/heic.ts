import type { Format } from "../format.ts";
import { openedWithSharp, readHeader } from "../sharp-file.ts";

export const format: Format = {
  async open(path, maxMegapixels) {
    const header = await readHeader(path, maxMegapixels).catch(() => null);
    if (header && !header.isHevc) return openedWithSharp(path, header);
    return { size: header, weight: 0, exif: header?.exif, decode: async () => null };
  },
};
