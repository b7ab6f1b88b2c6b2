/** How exactly a date is known: a moment by the clock, or only a day, a month or a year. */
export type DatePrecision = "moment" | "day" | "month" | "year";

/** A date as a text gives it. */
export interface ReadDate {
  /** Milliseconds since 1970 of the local time, read as if it were UTC; the beginning of a day, month or year. */
  local: number;
  precision: DatePrecision;
  /** Minutes east of UTC. */
  offset: number | null;
}

const clock = String.raw`(?:[T ,]+(?<hour>\d{1,2}):?(?<minute>\d\d)(?::?(?<second>\d{1,2})?(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<half>[ap]m)?)?`;
const blank = String.raw`[\s:T-]*`;
const zone = String.raw`(?:(?<zone>Z|UTC|GMT)|(?<zone2>[+-]\d\d(?::?\d\d)?))?`;
const rest = String.raw`${clock}\s*${zone}(?: DST)?${blank}$`;
const weekday = String.raw`(?:[a-z]{2,10}\.?,?\s+)?`;
const word = String.raw`(?<word>\p{L}{3,10})\.?`;
const day = String.raw`(?<day>\d{1,2})`;

/** The forms of dates that programs write, the usual one first. A part that is blank or zero is not known. */
const forms = [
  String.raw`^(?<year>\d{4})\s*[:\-/.]\s*(?<month>\d{0,2})\s*[:\-/.]\s*(?<day>\d{0,2})${rest}`,
  String.raw`^(?<year>\d{4})(?:\s*[:\-/.]\s*(?<month>\d{0,2}))?${blank}$`,
  String.raw`^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)${rest}`,
  // Two numbers before a year may be a month and a day, in either order.
  String.raw`^(?<one>\d{1,2})(?<sign>[/.-])(?<other>\d{1,2})\k<sign>(?<year>\d{4})${rest}`,
  String.raw`^${weekday}${day}\.?[ -]+${word}[ ,-]+(?<year>\d{4})${rest}`,
  String.raw`^${weekday}${word}\s+${day}(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${rest}`,
  // "Sat Jun 30 18:45:17 2007"
  String.raw`^${weekday}${word}\s+${day}\s+(?<hour>\d{1,2}):(?<minute>\d\d):(?<second>\d\d)\s+${zone}\s*(?<year>\d{4})$`,
  String.raw`^${word}\s+(?<year>\d{4})$`,
].map((form) => new RegExp(form, "iu"));

/** The beginnings of the months' names in English and German. */
const months = [
  "jan",
  "feb",
  "mar|mär|mrz",
  "apr",
  "may|mai",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct|okt",
  "nov",
  "dec|dez",
].map((names) => new RegExp(`^(${names})`, "iu"));

/** Reads a date in any form that programs write; null for days that do not exist. */
export function readDate(value: unknown): ReadDate | null {
  const text = typeof value === "string" ? value.trim() : "";
  if (text.length > 60) return null;
  for (const form of forms) {
    const parts = form.exec(text)?.groups;
    const read = parts && dateOf(parts);
    if (read) return read;
  }
  return null;
}

type Parts = Record<string, string | undefined>;

function dateOf(parts: Parts): ReadDate | null {
  const { month, day } = monthAndDay(parts);
  const year = Number(parts.year);
  if (month === 0) return spanOf(year, 0, 1, "year");
  if (day === 0) return spanOf(year, month - 1, 1, "month");
  const offset = readOffset(parts.zone ?? parts.zone2);
  const start = spanOf(year, month - 1, day, "day");
  if (!start || parts.hour === undefined) return start && { ...start, offset };
  const hour = Number(parts.hour);
  const isAfternoon = parts.half?.toLowerCase() === "pm";
  const hours = parts.half && hour <= 12 ? (hour % 12) + (isAfternoon ? 12 : 0) : hour;
  const minutes = Number(parts.minute);
  const seconds = Number(parts.second ?? 0);
  // A leap second has no place in our count.
  if (hours > 23 || minutes > 59 || seconds > 60) return null;
  const time = ((hours * 60 + minutes) * 60 + Math.min(59, seconds)) * 1000;
  const fraction = Math.floor(Number(`0.${parts.fraction ?? 0}`) * 1000);
  return { local: start.local + time + fraction, precision: "moment", offset };
}

/** Returns 0 for an unknown part. In "06/07/2007" nobody can tell which is the month. */
function monthAndDay(parts: Parts): { month: number; day: number } {
  if (parts.word !== undefined) {
    const month = 1 + months.findIndex((names) => names.test(parts.word ?? ""));
    return month === 0 ? { month: 13, day: 0 } : { month, day: Number(parts.day ?? 0) };
  }
  if (parts.one === undefined) return { month: Number(parts.month ?? 0), day: Number(parts.day ?? 0) };
  const [one, other] = [Number(parts.one), Number(parts.other)];
  if (parts.sign === "." || one > 12 || one === other) return { month: other, day: one };
  return other > 12 ? { month: one, day: other } : { month: 0, day: 0 };
}

function spanOf(year: number, month: number, day: number, precision: DatePrecision): ReadDate | null {
  const local = Date.UTC(year, month, day);
  const read = new Date(local);
  // JavaScript takes the years up to 99 for those of the 20th century.
  const isOnCalendar = year > 99 && read.getUTCMonth() === month && read.getUTCDate() === day;
  return isOnCalendar ? { local, precision, offset: null } : null;
}

/** Reads "+02:00" in minutes; null for what is no offset on earth. */
export function readOffset(value: unknown): number | null {
  if (typeof value !== "string") return null;
  if (/^(Z|UTC|GMT)$/i.test(value.trim())) return 0;
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(value.trim());
  if (!match) return null;
  const offset = (Number(match[2]) * 60 + Number(match[3] ?? 0)) * (match[1] === "-" ? -1 : 1);
  return isOnEarth(offset) ? offset : null;
}

export function isOnEarth(offset: number): boolean {
  return offset >= -12 * 60 && offset <= 14 * 60;
}
