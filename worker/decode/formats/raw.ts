import sharp from "sharp";
import { failureFrom } from "../failure.ts";
import type { EmbeddedPreview, Format, OpenedFile, OpenTools, Pixels } from "../format.ts";
import { develop } from "../libraw.ts";
import { previewOf } from "../pixels.ts";

/** A picture with a shorter long side is smaller than what a vision model looks at. */
const smallSide = 1_024;
/** Above this, opening a preview takes the memory of a large JPEG. */
const mostPreviewPixels = 200e6;
/** LibRaw starts with a quarter of a gigabyte, so nothing else is open beside it. */
const developing = Number.POSITIVE_INFINITY;

interface Preview {
  /** The longer side. */
  side: number;
  weight: number;
  decode(): Promise<Pixels>;
}

/**
 * Cameras put a JPEG of the photo beside their raw data, which looks as they show it. The size of that JPEG is not that
 * of the photo, which comes from the metadata. The raw data is developed if that JPEG is missing or small (0034).
 */
export const format: Format = {
  async open(path, maxMegapixels, tools): Promise<OpenedFile> {
    const preview = await previewIn(path, tools);
    const shown = opened(preview);
    if ((preview && !isSmall(preview)) || !tools.mayDevelop) return shown;
    const file: OpenedFile = {
      ...shown,
      weight: developing,
      async decode() {
        try {
          const pixels = await develop(path, maxMegapixels);
          if (pixels && Math.max(pixels.raw.width, pixels.raw.height) > (preview?.side ?? 0)) {
            file.pictureNote = null;
            return await previewOf(sharp(pixels.data, { raw: pixels.raw }));
          }
        } catch (error) {
          // The preview can be shown, even if it is small.
          if (!preview) throw failureFrom(error);
        }
        return shown.decode();
      },
    };
    return file;
  },
};

const isSmall = ({ side }: Preview) => side < smallSide;

function opened(preview: Preview | null | undefined): OpenedFile {
  return {
    ...{ size: null, exif: undefined, isAnimated: false },
    weight: preview?.weight ?? 0,
    pictureNote: preview === null ? "none" : preview && isSmall(preview) ? "small" : null,
    decode: async () => preview?.decode() ?? null,
  };
}

/** Finds the largest JPEG in the file; null if it holds none. Without exiftool nobody knows. */
async function previewIn(path: string, { largestPreview }: OpenTools): Promise<Preview | null | undefined> {
  const preview = await largestPreview(path).catch(() => undefined);
  if (preview === undefined) return undefined;
  const header =
    preview &&
    (await sharp(preview.jpeg)
      .metadata()
      .catch(() => null));
  if (!preview || !header || header.width * header.height > mostPreviewPixels) return null;
  const { width, height, orientation } = header;
  const upright = orientation ?? orientationFor(preview, { width, height });
  return {
    side: Math.max(width, height),
    weight: width * height,
    decode: () => previewOf(turned(preview.jpeg, upright)),
  };
}

/**
 * Says how a preview without an orientation of its own is turned: like the raw picture, unless it is upright already.
 */
function orientationFor(
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
