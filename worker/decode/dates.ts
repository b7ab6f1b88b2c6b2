import type { PhotoFacts } from "#server/library/facts.ts";
import { isOnEarth, type ReadDate, readDate, readOffset } from "./date-forms.ts";
import { type TableRow, tableRowsOf } from "./fact-table.ts";
import type { TagName, Tags } from "./tags.ts";

/** When a photo was taken, and how we know. */
export interface Taken {
  /** The camera's local time, `YYYY-MM-DDTHH:mm:ss.sss`; the beginning of the day, month or year. */
  takenLocal: string;
  /** Minutes east of UTC; null if neither the file nor its GPS position tells. */
  takenOffset: number | null;
  takenPrecision: NonNullable<PhotoFacts["takenPrecision"]>;
  takenFrom: NonNullable<PhotoFacts["takenFrom"]>;
  /** True if the time is in UTC, because nothing in the file tells the camera's own. */
  takenInUtc?: true;
}

/** EXIF keeps the parts of some times in tags of their own. */
const parts: { [Name in TagName]?: { fraction: TagName; offset: TagName } } = {
  "EXIF:DateTimeOriginal": { fraction: "EXIF:SubSecTimeOriginal", offset: "EXIF:OffsetTimeOriginal" },
  "EXIF:CreateDate": { fraction: "EXIF:SubSecTimeDigitized", offset: "EXIF:OffsetTimeDigitized" },
};

/** The oldest surviving photograph is from about this year. */
const firstYear = 1826;
const minute = 60_000;
const quarterHour = 15 * minute;
const day = 24 * 60 * minute;

/**
 * Returns when the photo was taken, by the camera's own clock; null if the file has no plausible date. The
 * date of its last change is a guess, which counts only if there is no other.
 */
export function takenFrom(tags: Tags, now: Date = new Date()): Taken | null {
  const datesOf = (fact: "taken" | "changed") =>
    tableRowsOf(fact)
      .map((row) => dateAt(tags, row))
      .filter((date) => date !== null)
      .filter((date) => isPlausible(date, now));
  const dates = datesOf("taken");
  const [first] = dates;
  // A later tag may have the day of a year or month that an earlier one gives.
  const best = dates.find((date) => first !== undefined && isSharper(date, first)) ?? first;
  if (!best) {
    const [change] = datesOf("changed");
    return change ? takenOn(change, change.offset, "change") : null;
  }
  const sameMoment = dates.find((date) => date.offset && sameSecond(date.local, best.local));
  return takenOn(best, best.offset ?? sameMoment?.offset ?? gpsOffset(tags, best.local), "file");
}

function takenOn(
  { local, precision, isUtc }: TagDate,
  offset: number | null,
  from: Taken["takenFrom"],
): Taken {
  return {
    takenLocal: new Date(local).toISOString().slice(0, -1),
    takenOffset: precision === "moment" ? offset : null,
    takenPrecision: precision,
    takenFrom: from,
    ...(isUtc && { takenInUtc: true }),
  };
}

interface TagDate extends ReadDate {
  isUtc: boolean;
}

function dateAt(tags: Tags, { tag, as }: TableRow): TagDate | null {
  const read = readDate(tags[tag]);
  // Programs that know the camera's own time write its offset, though the format does not ask for it.
  const isUtc = as === "utc date" && read?.precision === "moment" && !read.offset;
  const found = read && { ...read, offset: isUtc ? null : read.offset, isUtc };
  const own = parts[tag];
  if (!found || !own || found.precision !== "moment") return found;
  const digits = String(tags[own.fraction] ?? "").trim();
  const milliseconds = /^\d+$/.test(digits) ? Math.floor(Number(`0.${digits}`) * 1000) : 0;
  return {
    ...found,
    local: found.local % 1000 === 0 ? found.local + milliseconds : found.local,
    offset: found.offset ?? readOffset(tags[own.offset]),
  };
}

const sharpness = { year: 4, month: 7, day: 10, moment: 24 };

function isSharper(one: ReadDate, other: ReadDate): boolean {
  const shared = sharpness[other.precision];
  const written = ({ local }: ReadDate) => new Date(local).toISOString().slice(0, shared);
  return sharpness[one.precision] > shared && written(one) === written(other);
}

/** Returns false for dates before photography or in the future, and for the zero of a clock. */
export function isPlausible({ local, precision }: ReadDate, now: Date): boolean {
  const isSpan = precision === "year" || precision === "month";
  return (
    (isSpan || !isClockZero(local)) && local >= Date.UTC(firstYear, 0, 1) && local < now.getTime() + 365 * day
  );
}

/**
 * Clocks begin to count in 1904 or 1970, and programs write their zero in the local time of any zone. Cameras
 * and DOS begin in 1980, in local time.
 */
function isClockZero(local: number): boolean {
  if (local === Date.UTC(1980, 0, 1)) return true;
  return [0, Date.UTC(1904, 0, 1)].some(
    (zero) => isOnEarth((local - zero) / minute) && (local - zero) % quarterHour === 0,
  );
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
  const gps = readDate(tags["Composite:GPSDateTime"]) ?? readDate(tags["XMP:GPSDateTime"]);
  if (gps?.precision !== "moment") return null;
  const apart = (local - gps.local) / minute;
  const offset = Math.round(apart / 15) * 15 || 0; // avoids -0
  return isOnEarth(offset) && Math.abs(apart - offset) <= 5 ? offset : null;
}
