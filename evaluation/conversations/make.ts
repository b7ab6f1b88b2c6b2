import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ExifTool, type WriteTags } from "exiftool-vendored";
import sharp from "sharp";
import { drawPhoto } from "#tests/fixtures/photos.ts";
import { type FixturePhoto, fileNameOf } from "./photo.ts";

/**
 * Draws each photo into `folder` and writes its metadata as cameras and photo programs do. Yields each with its path in
 * their order, while those after it are being made.
 */
export async function* makeLibrary(
  folder: string,
  photos: FixturePhoto[],
): AsyncGenerator<[photo: FixturePhoto, path: string]> {
  await mkdir(folder, { recursive: true });
  const exiftool = new ExifTool({ maxProcs: 2, taskTimeoutMillis: 60_000, useMWG: false });
  const made = photos.map(async (photo, at): Promise<[FixturePhoto, string]> => {
    const path = join(folder, fileNameOf(photo));
    await drawInto(path, photo, at + 1);
    await exiftool.write(path, tagsOf(photo) as WriteTags, { writeArgs: ["-overwrite_original"] });
    return [photo, path];
  });
  const all = Promise.allSettled(made);
  try {
    for (const each of made) yield await each;
  } finally {
    await all;
    await exiftool.end();
  }
}

async function drawInto(path: string, { format, width, height }: FixturePhoto, seed: number): Promise<void> {
  const drawn = sharp(await drawPhoto(seed, { width, height }));
  await (format === "jpg" ? drawn.jpeg({ quality: 80 }) : drawn.toFormat(format)).toFile(path);
}

/**
 * Tags by exiftool's names and groups. A `#` at the end of a name means that exiftool writes the number as it
 * is.
 */
function tagsOf(photo: FixturePhoto): Record<string, unknown> {
  return {
    ...timeTags(photo),
    ...placeTags(photo),
    ...cameraTags(photo),
    "XMP:Description": photo.description,
    ...(photo.title && { "XMP:Title": photo.title }),
    ...(photo.rating !== null && { "XMP:Rating": photo.rating }),
    ...(photo.keywords.length > 0 && { "XMP:Subject": photo.keywords }),
    ...peopleTags(photo),
    ...(photo.screenshot && { "EXIF:UserComment": "Screenshot" }),
  };
}

function timeTags({ taken, offset }: FixturePhoto): Record<string, unknown> {
  if (taken === null) return {};
  return {
    "EXIF:DateTimeOriginal": `${taken.slice(0, 10).replaceAll("-", ":")} ${taken.slice(11)}:00`,
    ...(offset && { "EXIF:OffsetTimeOriginal": offset }),
  };
}

function placeTags({ place, placeWords }: FixturePhoto): Record<string, unknown> {
  if (!place) return {};
  const { city, region, country, code, latitude, longitude } = place;
  return {
    "EXIF:GPSLatitude": Math.abs(latitude),
    "EXIF:GPSLatitudeRef": latitude < 0 ? "S" : "N",
    "EXIF:GPSLongitude": Math.abs(longitude),
    "EXIF:GPSLongitudeRef": longitude < 0 ? "W" : "E",
    ...(placeWords && { "XMP:City": city, "XMP:Country": country, "XMP:CountryCode": code }),
    ...(placeWords && region && { "XMP:State": region }),
  };
}

function cameraTags({ camera, focalLength, iso, flash }: FixturePhoto): Record<string, unknown> {
  if (!camera) return {};
  return {
    "EXIF:Make": camera.make,
    "EXIF:Model": camera.model,
    ...(camera.lens && { "EXIF:LensModel": camera.lens }),
    ...(focalLength !== null && { "EXIF:FocalLength": focalLength }),
    ...(iso !== null && { "EXIF:ISO": iso }),
    ...(flash !== null && { "EXIF:Flash#": flash ? 9 : 16 }),
  };
}

/** When there are several people, the first is a face that somebody named, and the others are people shown. */
function peopleTags({ people, width, height }: FixturePhoto): Record<string, unknown> {
  const [first, ...others] = people;
  if (first === undefined) return {};
  if (others.length === 0) return { "XMP:PersonInImage": people };
  const face = { Area: { X: 0.5, Y: 0.4, W: 0.2, H: 0.2, Unit: "normalized" }, Name: first, Type: "Face" };
  return {
    "XMP:RegionInfo": { AppliedToDimensions: { W: width, H: height, Unit: "pixel" }, RegionList: [face] },
    "XMP:PersonInImage": others,
  };
}
