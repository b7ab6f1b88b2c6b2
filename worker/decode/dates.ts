import type { TagName, Tags } from "./tags.ts";

export interface Taken {
  /** The camera's local time, `YYYY-MM-DDTHH:mm:ss.sss`. */
  takenLocal: string;
  /** Minutes east of UTC; null if neither the file nor its GPS position tells. */
  takenOffset: number | null;
}

interface Source {
  date: TagName;
  fraction?: TagName;
  offset?: TagName;
}

/**
 * The tags that may hold the date, the most trusted first. We do not read the dates of changes, because
 * editing programs write them.
 */
const sources: Source[] = [
  { date: "EXIF:DateTimeOriginal", fraction: "EXIF:SubSecTimeOriginal", offset: "EXIF:OffsetTimeOriginal" },
  { date: "XMP:DateTimeOriginal" },
  { date: "XMP:DateCreated" },
  { date: "Composite:DateTimeCreated" },
  { date: "IPTC:DateCreated" },
  { date: "EXIF:CreateDate", fraction: "EXIF:SubSecTimeDigitized", offset: "EXIF:OffsetTimeDigitized" },
  { date: "XMP:CreateDate" },
  { date: "PNG:CreationTime" },
];

/** The oldest surviving photograph is from about this year. */
const firstYear = 1826;
const minute = 60_000;
const day = 24 * 60 * minute;

/** Returns when the photo was taken, by the camera's own clock; null if the file has no plausible date. */
export function takenFrom(tags: Tags, now: Date = new Date()): Taken | null {
  const dates = sources
    .map((source) => dateAt(tags, source))
    .filter((date) => date !== null)
    .filter((date) => isPlausible(date.local, now));
  const [best] = dates;
  if (!best) return null;
  const sameMoment = dates.find((date) => date.offset && sameSecond(date.local, best.local));
  return {
    takenLocal: new Date(best.local).toISOString().slice(0, -1),
    takenOffset: best.offset ?? sameMoment?.offset ?? gpsOffset(tags, best.local),
  };
}

interface LocalDate {
  /** Milliseconds since 1970 of the local time, read as if it were UTC. */
  local: number;
  offset: number | null;
}

function dateAt(tags: Tags, { date, fraction, offset }: Source): LocalDate | null {
  const found = parseDate(tags[date]);
  if (!found) return null;
  const digits = fraction ? String(tags[fraction] ?? "").trim() : "";
  const milliseconds = /^\d+$/.test(digits) ? Math.floor(Number(`0.${digits}`) * 1000) : 0;
  return {
    local: found.local % 1000 === 0 ? found.local + milliseconds : found.local,
    offset: found.offset ?? (offset ? parseOffset(tags[offset]) : null),
  };
}

const dateForm =
  /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/**
 * Reads `YYYY:MM:DD[ HH:mm[:ss[.fff]]][zone]`. Returns null for days that do not exist, and for bare years.
 */
function parseDate(value: unknown): LocalDate | null {
  const match = typeof value === "string" ? dateForm.exec(value.trim()) : null;
  if (!match) return null;
  const [year, month, date, hour, minutes, seconds] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const milliseconds = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
  const local = Date.UTC(year ?? 0, (month ?? 0) - 1, date, hour, minutes, seconds, milliseconds);
  const read = new Date(local);
  const isOnCalendar =
    read.getUTCMonth() + 1 === month && read.getUTCDate() === date && read.getUTCHours() === hour;
  return isOnCalendar && (minutes ?? 0) < 60 && (seconds ?? 0) < 60
    ? { local, offset: parseOffset(match[8]) }
    : null;
}

function parseOffset(value: unknown): number | null {
  if (value === "Z") return 0;
  const match = typeof value === "string" ? /^([+-])(\d\d):?(\d\d)$/.exec(value.trim()) : null;
  if (!match) return null;
  const offset = (Number(match[2]) * 60 + Number(match[3])) * (match[1] === "-" ? -1 : 1);
  return isOnEarth(offset) ? offset : null;
}

/** Returns false for dates before photography or in the future, and for the zero of a clock. */
function isPlausible(local: number, now: Date): boolean {
  const isZero = local === 0 || local === Date.UTC(1904, 0, 1);
  return !isZero && local >= Date.UTC(firstYear, 0, 1) && local < now.getTime() + 365 * day;
}

function isOnEarth(offset: number): boolean {
  return offset >= -12 * 60 && offset <= 14 * 60;
}

function sameSecond(one: number, other: number): boolean {
  return Math.floor(one / 1000) === Math.floor(other / 1000);
}

/**
 * Works out the offset as the difference between the camera's clock and GPS, which is in UTC. The position
 * may be some minutes old and the clock wrong, so the difference must be close to a multiple of a quarter of
 * an hour.
 */
function gpsOffset(tags: Tags, local: number): number | null {
  const gps = parseDate(tags["Composite:GPSDateTime"]) ?? parseDate(tags["XMP:GPSDateTime"]);
  if (!gps) return null;
  const apart = (local - gps.local) / minute;
  const offset = Math.round(apart / 15) * 15 || 0; // avoids -0
  return isOnEarth(offset) && Math.abs(apart - offset) <= 5 ? offset : null;
}
