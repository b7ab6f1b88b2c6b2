import type { TagName, Tags } from "./tags.ts";
import { unmarkedText } from "./unmarked.ts";

/** The tags of EXIF 2.32 by number. The pointers lead from the main directory to the other two. */
const mainTags: Record<number, TagName> = {
  270: "EXIF:ImageDescription",
  271: "EXIF:Make",
  272: "EXIF:Model",
  274: "EXIF:Orientation",
  306: "EXIF:ModifyDate",
  18246: "EXIF:Rating",
};
const exifPointer = 0x8769;
const exifTags: Record<number, TagName> = {
  36867: "EXIF:DateTimeOriginal",
  36868: "EXIF:CreateDate",
  36881: "EXIF:OffsetTimeOriginal",
  36882: "EXIF:OffsetTimeDigitized",
  37521: "EXIF:SubSecTimeOriginal",
  37522: "EXIF:SubSecTimeDigitized",
};
const gpsPointer = 0x8825;
const gps = { latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4, time: 7, date: 29 };

/** The bytes of one value of each type that we read: 2 ASCII, 3 SHORT, 4 LONG, 5 RATIONAL. */
const sizes: Record<number, number> = { 2: 1, 3: 2, 4: 4, 5: 8 };
const mostEntries = 500;
const mostBytes = 4096;

type Value = string | number[];
type Directory = Map<number, Value>;

/**
 * Reads dates, camera and position from a raw EXIF block (as sharp returns it), under exiftool's names, for
 * machines without perl. Every offset is checked and no pointer is followed twice; broken parts are left out.
 */
export function readExif(block: Uint8Array): Tags {
  const start = String.fromCharCode(...block.subarray(0, 6)) === "Exif\0\0" ? 6 : 0;
  const tiff = new DataView(block.buffer, block.byteOffset + start, block.byteLength - start);
  if (tiff.byteLength < 8) return {};
  const order = tiff.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return {};
  const little = order === 0x4949;
  const main = directory(tiff, tiff.getUint32(4, little), little);
  const at = (pointer: number) => directory(tiff, first(main.get(pointer)), little);
  return { ...named(main, mainTags), ...named(at(exifPointer), exifTags), ...gpsTags(at(gpsPointer)) };
}

function directory(tiff: DataView, offset: number, little: boolean): Directory {
  const values: Directory = new Map();
  if (offset < 8 || offset + 2 > tiff.byteLength) return values;
  const entries = Math.min(tiff.getUint16(offset, little), mostEntries);
  for (let at = offset + 2; at < offset + 2 + entries * 12 && at + 12 <= tiff.byteLength; at += 12) {
    const value = valueAt(tiff, at, little);
    if (value !== null) values.set(tiff.getUint16(at, little), value);
  }
  return values;
}

/**
 * Returns the value of the entry at `at`. It lies in the entry itself if it fits four bytes, or else where
 * the entry points.
 */
function valueAt(tiff: DataView, at: number, little: boolean): Value | null {
  const type = tiff.getUint16(at + 2, little);
  const count = tiff.getUint32(at + 4, little);
  const size = sizes[type];
  if (!size || count === 0 || count * size > mostBytes) return null;
  const start = count * size <= 4 ? at + 8 : tiff.getUint32(at + 8, little);
  if (start + count * size > tiff.byteLength) return null;
  if (type === 2) return textAt(tiff, start, count);
  return Array.from({ length: count }, (_, index) => {
    const here = start + index * size;
    if (type === 3) return tiff.getUint16(here, little);
    if (type === 4) return tiff.getUint32(here, little);
    return tiff.getUint32(here, little) / tiff.getUint32(here + 4, little);
  });
}

function textAt(tiff: DataView, start: number, count: number): string {
  const text = unmarkedText(new Uint8Array(tiff.buffer, tiff.byteOffset + start, count));
  return text.split("\0")[0] ?? "";
}

function named(values: Directory, names: Record<number, TagName>): Tags {
  const entries = Object.entries(names).map(([tag, name]) => [name, values.get(Number(tag))] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function gpsTags(values: Directory): Tags {
  const [hours, minutes, seconds] = numbers(values.get(gps.time));
  const date = values.get(gps.date);
  const two = (part = 0) => String(Math.floor(part)).padStart(2, "0");
  return {
    "Composite:GPSLatitude": degrees(values.get(gps.latitude), values.get(gps.latitudeRef)),
    "Composite:GPSLongitude": degrees(values.get(gps.longitude), values.get(gps.longitudeRef)),
    "Composite:GPSDateTime":
      typeof date === "string" && hours !== undefined
        ? `${date} ${two(hours)}:${two(minutes)}:${two(seconds)}Z`
        : undefined,
  };
}

/** Turns degrees, minutes and seconds into degrees; south and west are negative. */
function degrees(value: Value | undefined, reference: Value | undefined): number | undefined {
  const [whole, minutes = 0, seconds = 0] = numbers(value);
  if (whole === undefined || typeof reference !== "string") return undefined;
  const sign = /^[SW]/i.test(reference) ? -1 : 1;
  return sign * (whole + minutes / 60 + seconds / 3600);
}

function numbers(value: Value | undefined): number[] {
  return Array.isArray(value) ? value : [];
}

function first(value: Value | undefined): number {
  return numbers(value)[0] ?? 0;
}
