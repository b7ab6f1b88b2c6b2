import type { Photo } from "#server/library/photo.ts";
import { placeWords } from "./photo-words.ts";

/** The text fields with which a person changes what is known of a photo. */
export type TypedField = "title" | "description" | "caption" | "takenAt" | "place" | "people" | "keywords";

/** Returns what a field of the photo says, as it is typed. */
export function typedOf(photo: Photo, field: TypedField): string {
  switch (field) {
    case "title":
    case "description":
      return photo[field] ?? "";
    case "caption":
      return photo.caption?.text ?? "";
    case "takenAt":
      return clockOf(photo.takenAt).time;
    case "place":
      return placeOf(photo);
    default:
      return listed(photo[field]);
  }
}

/** Returns the changes to send for what was typed; null if it changes nothing. */
export function changesFor(photo: Photo, field: TypedField, typed: string) {
  const text = typed.trim();
  if (text === typedOf(photo, field).trim()) return null;
  switch (field) {
    case "title":
    case "description":
      return { [field]: text || null };
    case "caption":
      // An empty caption is not kept as an edit: the model's caption is shown again.
      return text === "" ? { revert: ["caption" as const] } : { caption: text };
    case "takenAt":
      return { takenAt: text === "" ? null : timeIn(text, clockOf(photo.takenAt).offset) };
    case "place":
      return { place: text || null };
    default:
      return { [field]: namesIn(text) };
  }
}

/** Splits "2024-07-14T20:47:31.250+02:00" into what is typed, and the offset. "1987" and "1987-06" are typed as they are. */
function clockOf(takenAt: string | null): { time: string; offset: string } {
  const [, day = "", clock = "", offset = ""] =
    /^([\d-]{4,10})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(takenAt ?? "") ?? [];
  return { time: clock ? `${day} ${clock}` : day, offset };
}

/** The pattern of the field for dates: a year, a month, a day, or a day with a time. */
export const typedDate = String.raw`\s*\d{4}(-\d{2}(-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?)?)?\s*`;

/** Adds the offset that the photo's time had before, if none was typed. */
function timeIn(typed: string, offset: string): string {
  const [day = "", clock] = typed.split(/[ T]/);
  return clock === undefined ? day : `${day}T${clock}${offset}`;
}

function placeOf(photo: Photo): string {
  const { city, region, country, latitude, longitude } = photo.place ?? {};
  if (city || region || country || latitude == null || longitude == null) return placeWords(photo);
  return `${latitude}, ${longitude}`;
}

/** Joins names with commas, or with semicolons if a name has a comma in it. */
function listed(names: string[]): string {
  if (!names.some((name) => name.includes(","))) return names.join(", ");
  return names.length === 1 ? `${names[0]};` : names.join("; ");
}

/** Returns the names of a list that was typed; semicolons separate them where a name has a comma. */
export function namesIn(text: string): string[] {
  return text
    .split(text.includes(";") ? ";" : ",")
    .map((name) => name.trim())
    .filter(Boolean);
}
