import type { Portion } from "#server/languages/meanings.ts";
import { firstMonthOf, type Season, type Unit } from "../../languages/parts-of-time.ts";

/** A stretch of local time, written as UTC in ms. `end` is the first moment after it. */
export interface Stretch {
  start: number;
  end: number;
}

export const dayMs = 86_400_000;
/** The limits for open ends. No photo is older or newer. */
export const earliest = Date.UTC(1000, 0);
export const latest = Date.UTC(9999, 0);

export function days(start: number, length: number): Stretch {
  return { start, end: start + length * dayMs };
}

/** Returns a year, a month of it (1 to 12), or a day. Null if there is no such day. */
export function dateStretch(year: number, month?: number, day?: number): Stretch | null {
  if (!month) return { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) };
  if (!day) return { start: Date.UTC(year, month - 1), end: Date.UTC(year, month) };
  const start = Date.UTC(year, month - 1, day);
  return new Date(start).getUTCMonth() === month - 1 ? days(start, 1) : null;
}

/** Returns the day, week (from Monday), month, year or decade that lies `back` units before the current one. */
export function unitStretch(unit: Unit, today: number, back: number): Stretch {
  const date = new Date(today);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === "day") return days(today - back * dayMs, 1);
  if (unit === "week") return days(today - (((date.getUTCDay() + 6) % 7) + back * 7) * dayMs, 7);
  if (unit === "month") return { start: Date.UTC(year, month - back), end: Date.UTC(year, month - back + 1) };
  if (unit === "year") return { start: Date.UTC(year - back, 0), end: Date.UTC(year - back + 1, 0) };
  const decade = year - (year % 10) - back * 10;
  return { start: Date.UTC(decade, 0), end: Date.UTC(decade + 10, 0) };
}

/** Returns the last `count` days, weeks, … until the end of today. */
export function lately(unit: Unit, today: number, count: number): Stretch {
  const date = new Date(today);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const end = today + dayMs;
  if (unit === "day") return { start: today - count * dayMs, end };
  if (unit === "week") return { start: today - count * 7 * dayMs, end };
  if (unit === "month") return { start: Date.UTC(year, month - count, day), end };
  return { start: Date.UTC(year - count * (unit === "decade" ? 10 : 1), month, day), end };
}

/** Returns a week by its ISO 8601 number, or null if the year has no such week. */
export function weekOf(year: number, week: number): Stretch | null {
  // The first week is the one that contains 4 January.
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs;
  const stretch = days(monday + (week - 1) * 7 * dayMs, 7);
  return week >= 1 && week <= 53 && stretch.start < Date.UTC(year + 1, 0, 4) - 3 * dayMs ? stretch : null;
}

export function nearestWeekend({ start }: Stretch): Stretch {
  const weekday = (new Date(start).getUTCDay() + 6) % 7;
  return days(start + ((weekday < 2 ? -2 : 5) - weekday) * dayMs, 2);
}

/** Returns the day at this distance; for weeks and longer units it returns the whole time in between. */
export function beside({ start, end }: Stretch, unit: Unit, count: number, isBefore: boolean): Stretch {
  if (unit === "day") return days(isBefore ? start - count * dayMs : end + (count - 1) * dayMs, 1);
  return isBefore
    ? { start: moved(start, unit, -count), end: start }
    : { start: end, end: moved(end, unit, count) };
}

/** Moves a time by this many units; months and longer units follow the calendar. */
export function moved(time: number, unit: Unit, count: number): number {
  if (unit === "day" || unit === "week") return time + count * (unit === "week" ? 7 : 1) * dayMs;
  const date = new Date(time);
  const months = count * { month: 1, year: 12, decade: 120 }[unit];
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate());
}

/** Returns a part of a time. Halves and quarters of a year are months. */
export function partOf({ start, end }: Stretch, portion: Portion): Stretch {
  if ("days" in portion) {
    const length = portion.days * dayMs;
    return length > 0
      ? { start, end: Math.min(end, start + length) }
      : { start: Math.max(start, end + length), end };
  }
  const length = (end - start) / dayMs;
  const date = new Date(start);
  const isYear = length > 364 && length < 367 && date.getUTCMonth() === 0 && date.getUTCDate() === 1;
  const at = (share: number) =>
    isYear && Number.isInteger(share * 4)
      ? Date.UTC(date.getUTCFullYear(), share * 12)
      : start + Math.round(length * share) * dayMs;
  return { start: at(portion.from), end: at(portion.to) };
}

/** Returns the season that begins in `year` in the asker's hemisphere. */
export function seasonStretch(season: Season, year: number, southern: boolean): Stretch {
  const begins = firstMonthOf(season, southern);
  return { start: Date.UTC(year, begins), end: Date.UTC(year, begins + 3) };
}

/** Returns the latest yearly stretch that has ended (or, with `begun`, has begun) by the end of `today`. */
export function latestOf(
  inYear: (year: number) => Stretch | null,
  today: number,
  begun: boolean,
): Stretch | null {
  const thisYear = new Date(today).getUTCFullYear();
  for (let year = thisYear; year > thisYear - 9; year--) {
    const stretch = inYear(year);
    if (stretch && (begun ? stretch.start : stretch.end) <= today) return stretch;
  }
  return null;
}

/** Returns today's midnight in the asker's time zone, written as UTC in ms. An unknown zone counts as UTC. */
export function todayOf(now: Date, timeZone: string): number {
  const instant = Number.isNaN(now.getTime()) ? new Date() : now;
  const date = clockOf(timeZone)?.format(instant);
  return date ? Date.parse(`${date}T00:00:00Z`) : Math.floor(instant.getTime() / dayMs) * dayMs;
}

let lastClock: { timeZone: string; format: Intl.DateTimeFormat | null } | null = null;

/** Returns the clock of a time zone. It is cached, because making one takes as long as reading a question. */
function clockOf(timeZone: string): Intl.DateTimeFormat | null {
  if (lastClock?.timeZone === timeZone) return lastClock.format;
  lastClock = { timeZone, format: null };
  try {
    lastClock.format = new Intl.DateTimeFormat("en-CA", { timeZone, calendar: "gregory" });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return lastClock.format;
}

/** Flattens stretches to `[from, to, from, to, …]`, in order and without overlaps. */
export function flatRanges(stretches: Stretch[]): number[] {
  const flat: number[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = flat.at(-1);
    if (last !== undefined && start <= last) flat[flat.length - 1] = Math.max(last, end);
    else flat.push(start, end);
  }
  return flat;
}
