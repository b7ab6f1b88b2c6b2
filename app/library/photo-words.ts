import { monthOf } from "#app/words/dates.ts";
import { language, locales } from "#app/words/language.ts";
import { words } from "#app/words/words.ts";
import { formatOf } from "#server/formats.ts";
import type { Photo } from "#server/library/photo.ts";

/** Returns a short name for a photo, for screen readers and for places without a picture. */
export function photoName(photo: Photo): string {
  return photo.caption?.text ?? photo.title ?? photo.fileName;
}

/** Returns place and month as far as they are known, such as "Lisbon, July 2024". */
export function placeAndMonth(photo: Photo): string {
  return [
    photo.place?.city ?? photo.place?.region ?? photo.place?.country,
    photo.takenAt && dateNote(photo.takenAt, photo.takenFrom),
  ]
    .filter(Boolean)
    .join(", ");
}

/** Returns a month, and where it comes from if it is a guess. */
function dateNote(takenAt: string, from: Photo["takenFrom"]): string {
  const guess = from === "name" || from === "change" ? ` (${words.photo.guessedBriefly[from]})` : "";
  return monthOf(takenAt) + guess;
}

/** Returns "Carcavelos, Lisbon, Portugal", or "38.6800° N, 9.3360° W" if no name is known. */
export function placeWords(photo: Photo): string {
  const { city, region, country, latitude, longitude } = photo.place ?? {};
  const names = [city, region === city ? null : region, country].filter(Boolean);
  if (names.length > 0 || latitude == null || longitude == null) return names.join(", ");
  const degrees = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(4)}° ${value < 0 ? negative : positive}`;
  return `${degrees(latitude, "N", "S")}, ${degrees(longitude, "E", "W")}`;
}

/** Returns the name that people know a format by. */
export function formatName(photo: Pick<Photo, "type">): string {
  const format = formatOf(photo.type);
  if (!format) return photo.type;
  const { name, types } = format;
  return Object.keys(types).length === 1 ? name : (types[photo.type] ?? name).toUpperCase();
}

type Shown = Pick<Photo, "type" | "thumbhash" | "status" | "failure" | "pictureNote" | "flaw">;

/** Returns why a photo has no picture to show, or null if it has one. */
export function noPictureReason(photo: Shown): string | null {
  if (photo.thumbhash !== null) return null;
  if (photo.status === "received") return words.tile.preparing;
  if (photo.status === "failed" && photo.failure?.stage === "prepare") return words.tile.failed;
  if (photo.pictureNote === "none") return words.tile.noPicture;
  if (photo.pictureNote === "no-reader") return words.tile.noReader;
  if (photo.flaw) return words.tile.notShown;
  return words.tile.noPreview(formatName(photo));
}

/** Returns width divided by height, within what a grid can show; 4:3 while the size is unknown. */
export function ratioOf(photo: Photo): number {
  if (!photo.width || !photo.height) return 4 / 3;
  return Math.min(4, Math.max(0.4, photo.width / photo.height));
}

function decimal(value: number, digits: number): string {
  const written = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return value.toLocaleString(locales[language()], written);
}

/** Returns a size such as "4.1 MB". */
export function bytesWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  if (bytes < 1_000_000_000) return `${decimal(bytes / 1_000_000, bytes < 10_000_000 ? 1 : 0)} MB`;
  return `${decimal(bytes / 1_000_000_000, 1)} GB`;
}
