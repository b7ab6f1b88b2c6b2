import sharp from "sharp";
import type { EmbeddedPreview, Format, OpenedFile } from "../format.ts";
import { previewOf } from "../pixels.ts";

/** A picture with a shorter long side shows a vision model less than it could look at. */
const smallSide = 1_024;
/** Above this, opening a preview takes the memory of a large JPEG. */
const mostPreviewPixels = 200e6;

const noPicture = {
  ...{ size: null, weight: 0, exif: undefined, isAnimated: false },
  ...{ pictureNote: "none" as const, decode: async () => null },
};

/**
 * The raw data of a camera is not developed. Cameras put a JPEG of the photo beside it, which is shown; its size is
 * no size of the photo, so that comes from the metadata.
 */
export const format: Format = {
  async open(path, _maxMegapixels, tools): Promise<OpenedFile> {
    const preview = await tools.largestPreview(path).catch(() => undefined);
    // Without exiftool nobody knows what the file holds.
    if (preview === undefined) return { ...noPicture, pictureNote: null };
    const header =
      preview &&
      (await sharp(preview.jpeg)
        .metadata()
        .catch(() => null));
    if (!preview || !header || header.width * header.height > mostPreviewPixels) return noPicture;
    const { width, height, orientation } = header;
    const turn = orientation ?? turnOf(preview, { width, height });
    return {
      size: null,
      weight: width * height,
      exif: undefined,
      isAnimated: false,
      pictureNote: Math.max(width, height) < smallSide ? "small" : null,
      decode: () => previewOf(turned(preview.jpeg, turn)),
    };
  },
};

/** Says how a preview without an orientation of its own is to be turned: as the raw picture, unless it was already. */
function turnOf(
  { orientation, stored }: EmbeddedPreview,
  { width, height }: { width: number; height: number },
) {
  const liesOnItsSide = orientation >= 5;
  const isTurned = stored !== null && liesOnItsSide && stored.width > stored.height !== width > height;
  return isTurned ? 1 : orientation;
}

/** sharp follows only the orientation in a file, so the quarter turns and mirrors of EXIF are done by hand. */
function turned(jpeg: Uint8Array, orientation: number) {
  const degrees = [0, 0, 0, 180, 180, 90, 90, 270, 270][orientation] ?? 0;
  const isMirrored = [2, 4, 5, 7].includes(orientation);
  const image = sharp(jpeg, { failOn: "truncated", limitInputPixels: false });
  return (isMirrored ? image.flop() : image).rotate(degrees);
}
