import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { isCut } from "../cut-box.ts";
import { endsEarly } from "../failure.ts";
import type { Format, Pixels } from "../format.ts";
import { withHeifPixels } from "../libheif.ts";
import { isConverted, readNclx } from "../nclx.ts";
import { previewOf, withProfile } from "../pixels.ts";
import { type Header, openedWithSharp, readHeader } from "../sharp-file.ts";

/** The decoder holds all pixels at once. */
const mostMegapixels = 50;
/** A pixel takes this much more memory than one of a JPEG, which shrinks while it is read. */
const cost = 1.2;

/**
 * sharp reads the header of a HEIC, and its pixels if they are AV1; libheif reads those that are HEVC. Both turn the
 * picture as the container says. An EXIF orientation beside it repeats that and is not followed: the standard
 * (ISO/IEC 23008-12) says so, and following both would turn an iPhone's photos twice. Gain maps are left alone.
 */
export const format: Format = {
  async open(path, maxMegapixels) {
    const header = await readHeader(path, Math.min(maxMegapixels, mostMegapixels));
    if (!header.isHevc) return openedWithSharp(path, header);
    const { width, height, exif } = header;
    return {
      size: { width, height },
      weight: width * height * cost,
      exif,
      isAnimated: false,
      pictureNote: null,
      decode: () => decodeHevc(path, header),
    };
  },
};

async function decodeHevc(path: string, { profile }: Header): Promise<Pixels> {
  const nclx = profile ? null : await readNclx(path);
  const isDeep = nclx !== null && isConverted(nclx);
  // libheif leaves tiles grey that are missing, and says nothing.
  if (await isCut(path)) throw endsEarly();
  const pixels = await withHeifPixels(await readFile(path), isDeep, ({ data, raw }) =>
    previewOf(sharp(data, { raw }), nclx),
  );
  return profile ? withProfile(pixels, profile) : pixels;
}
