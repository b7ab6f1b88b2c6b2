import { germanDateWords } from "./de-dates.ts";
import { dateWords } from "./en-dates.ts";
import { spanishDateWords } from "./es-dates.ts";
import { frenchDateWords } from "./fr-dates.ts";
import { type Language, language, locales, type Said } from "./language.ts";

/** Dates as people read them. Camera times are local to the photo and are never moved by a time zone. */

const inLanguages: Record<Language, Said<typeof dateWords>> = {
  en: dateWords,
  de: germanDateWords,
  es: spanishDateWords,
  fr: frenchDateWords,
};
const said = () => inLanguages[language()];

/**
 * Parses a year, a month, a day or a local time in ISO 8601, and treats it as UTC. The offset is optional and
 * returned apart.
 */
function localTime(iso: string): { time: Date; offset: string | null } | null {
  const match =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}):(\d{2})(?::(\d{2}))?[\d.]*)?(Z|[+-]\d{2}:\d{2})?$/.exec(
      iso,
    );
  if (!match) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  return { time: new Date(Date.UTC(year, month - 1, day, hour, minute, second)), offset: match[7] ?? null };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Keeps each formatter: making one for each month took half of a frame while a shelf was scrolled. */
function formatterOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = locale + JSON.stringify(options);
  const formatter = formatters.get(name) ?? new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  formatters.set(name, formatter);
  return formatter;
}

function format(iso: string, options: Intl.DateTimeFormatOptions, within = language()): string {
  const local = localTime(iso);
  return local ? formatterOf(locales[within], options).format(local.time) : "";
}

/** Returns a month such as "July 2024"; "2024" if only the year is known. */
export const monthOf = (iso: string, within?: Language): string =>
  format(iso, iso.length < 7 ? { year: "numeric" } : { month: "long", year: "numeric" }, within);

/** Returns a day such as "14 July 2024". */
export const dayWords = (iso: string, within?: Language): string =>
  format(iso, { day: "numeric", month: "long", year: "numeric" }, within);

/** Returns the days of a week, Monday first, whole and short: "Monday" and "Mo". */
export function weekdays(within?: Language): { whole: string; short: string }[] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    // 1 January 2024 was a Monday.
    const iso = `2024-01-0${day}`;
    return {
      whole: format(iso, { weekday: "long" }, within),
      short: format(iso, { weekday: "short" }, within).slice(0, 2),
    };
  });
}

/** Returns the day within its month: "Sunday 14". */
export const dayWithinMonth = (day: string): string => format(day, { weekday: "long", day: "numeric" });

/**
 * Returns "Sunday, 14 July 2024, 20:47", with "(UTC+2)" if the offset is known, or as much of it as is known:
 * "July 2024".
 */
export function takenWords(iso: string): string {
  const local = localTime(iso);
  if (!local || iso.length < 10) return monthOf(iso);
  const day = format(iso, { weekday: "long" });
  const date = format(iso, { day: "numeric", month: "long", year: "numeric" });
  const time = iso.includes("T") ? format(iso, { hour: "2-digit", minute: "2-digit" }) : "";
  return (
    [day, date, time].filter(Boolean).join(", ") + (local.offset ? ` (${offsetWords(local.offset)})` : "")
  );
}

function offsetWords(offset: string): string {
  const [, sign = "+", hours = "0", minutes = "00"] = /([+-])(\d{2}):(\d{2})/.exec(offset) ?? [];
  if (Number(hours) === 0 && minutes === "00") return "UTC";
  return `UTC${sign === "-" ? "−" : "+"}${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}`;
}

/** Names the day of the newest photo: "today", "yesterday" or "July 2024". */
export function spanEnd(day: string, now: number, timeZone: string): string {
  const age = daysBetween(day, dayOf(now, timeZone));
  if (age === 0) return said().today;
  if (age === 1) return said().yesterday;
  return monthOf(day);
}

/** Returns a conversation's heading: "Today", "Yesterday", "Last 7 days", "October" or "October 2023". */
export function dateGroup(iso: string, now: number, timeZone: string): string {
  const day = dayOf(Date.parse(iso), timeZone);
  const today = dayOf(now, timeZone);
  const age = daysBetween(day, today);
  if (age <= 0) return said().todayGroup;
  if (age === 1) return said().yesterdayGroup;
  if (age <= 7) return said().lastDays;
  return format(
    day,
    day.slice(0, 4) === today.slice(0, 4) ? { month: "long" } : { month: "long", year: "numeric" },
  );
}

/** Returns "16 July 2024, 09:12:04" in the viewer's time zone. */
export function momentWords(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language()], {
    timeZone,
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  })
    .format(new Date(iso))
    .replace(/ (?:at|um|à) /, ", ");
}

/** Returns the time between two moments, such as "after 0.4 s", "after 3 min" or "after 5 days". */
export function afterWords(fromIso: string, toIso: string): string {
  const seconds = Math.max(0, Date.parse(toIso) - Date.parse(fromIso)) / 1000;
  if (seconds < 10) return said().after(Number(seconds.toFixed(1)), "s");
  if (seconds < 120) return said().after(Math.round(seconds), "s");
  if (seconds < 2 * 3600) return said().after(Math.round(seconds / 60), "min");
  if (seconds < 48 * 3600) return said().after(Math.round(seconds / 3600), "h");
  return said().after(Math.round(seconds / 86_400), "days");
}

/** Returns the viewer's local time with its offset, as the server expects it: `2024-07-14T20:47:00+02:00`. */
export function localIso(now: Date): string {
  const minutes = -now.getTimezoneOffset();
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  const local = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return `${local}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

function dayOf(time: number, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(time);
}

function daysBetween(day: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(day)) / 86_400_000);
}
