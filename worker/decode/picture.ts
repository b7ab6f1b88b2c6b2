import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { mainColours } from "./colours.ts";
import { DecodeError, type Renditions } from "./protocol.ts";

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegFile",
    "VipsForeignLoadPngFile",
    "VipsForeignLoadWebpFile",
    "VipsForeignLoadNsgifFile",
    "VipsForeignLoadHeifFile",
    "VipsForeignLoadTiffFile",
  ],
});

const previewSide = 1440;
const thumbnailSide = 250;
const hashSide = 100;

export async function render(path: string): Promise<Renditions> {
  const { data, info } = await sharp(path, { autoOrient: true, failOn: "truncated" })
    .resize({ width: previewSide, height: previewSide, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const preview = await sharp(data, { raw }).jpeg({ quality: 82 }).toBuffer();
  const small = await sharp(data, { raw })
    .resize({ width: thumbnailSide, height: thumbnailSide, fit: "inside", withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const smallRaw = { width: small.info.width, height: small.info.height, channels: small.info.channels };
  const thumbnail = await sharp(small.data, { raw: smallRaw }).webp({ quality: 80 }).toBuffer();
  const tiny = await sharp(small.data, { raw: smallRaw })
    .resize({ width: hashSide, height: hashSide, fit: "inside", withoutEnlargement: true })
    .ensureAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    preview,
    thumbnail,
    thumbhash: Buffer.from(rgbaToThumbHash(tiny.info.width, tiny.info.height, tiny.data)).toString("base64"),
    ...mainColours(tiny.data),
  };
}
void DecodeError;
