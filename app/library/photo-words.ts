import { monthOf } from "#app/words/dates.ts";
import { words } from "#app/words/en.ts";
import type { Photo } from "#server/library/photo.ts";

/** What a photo shows, as briefly as can be told: for a screen reader, and where it cannot be seen. */
export function photoName(photo: Photo): string {
  return photo.caption?.text ?? photo.title ?? photo.fileName;
}

/** "Lisbon, July 2024": where and when, as far as the file tells. */
export function placeAndMonth(photo: Photo): string {
  return [
    photo.place?.city ?? photo.place?.region ?? photo.place?.country,
    photo.takenAt && monthOf(photo.takenAt),
  ]
    .filter(Boolean)
    .join(", ");
}

/** "Carcavelos, Lisbon, Portugal"; where no name is known, "38.6800° N, 9.3360° W". */
export function placeWords(photo: Photo): string {
  const { city, region, country, latitude, longitude } = photo.place ?? {};
  const names = [city, region === city ? null : region, country].filter(Boolean);
  if (names.length > 0 || latitude == null || longitude == null) return names.join(", ");
  const degrees = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(4)}° ${value < 0 ? negative : positive}`;
  return `${degrees(latitude, "N", "S")}, ${degrees(longitude, "E", "W")}`;
}

const formats: Record<string, string> = {
  "image/jxl": "JPEG XL",
  "image/heic": "HEIC",
  "image/heif": "HEIF",
};

/** The format by the name that people know it by. */
export function formatName(photo: Photo): string {
  const known = formats[photo.type];
  if (known) return known;
  const subtype =
    photo.type
      .replace(/^image\/(x-)?/, "")
      .split("-")
      .at(-1) ?? "";
  return subtype.toUpperCase();
}

/** Why a photo has no picture to show; null when it has one. */
export function noPictureReason(photo: Photo): string | null {
  if (photo.thumbhash !== null) return null;
  if (photo.status === "received") return words.tile.preparing;
  if (photo.status === "failed" && photo.failure?.stage === "prepare") return words.tile.failed;
  return words.tile.noPreview(formatName(photo));
}

/** Width by height, within what a grid can show; 4:3 while nothing is known. */
export function ratioOf(photo: Photo): number {
  if (!photo.width || !photo.height) return 4 / 3;
  return Math.min(4, Math.max(0.4, photo.width / photo.height));
}

/** "4.1 MB" */
export function bytesWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}
