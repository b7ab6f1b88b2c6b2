import type { Holiday } from "#server/languages/meanings.ts";
import type { Stretch } from "./stretch.ts";
import { dayMs, days } from "./stretch.ts";

/** The month, the day, and the number of days that it lasts. */
const fixed: Partial<Record<Holiday, [month: number, day: number, length: number]>> = {
  christmasEve: [12, 24, 1],
  christmas: [12, 24, 3],
  christmasDay: [12, 25, 1],
  boxingDay: [12, 26, 1],
  newYearsEve: [12, 31, 1],
  newYear: [1, 1, 1],
  epiphany: [1, 6, 1],
  valentines: [2, 14, 1],
  stPatricks: [3, 17, 1],
  mayDay: [5, 1, 1],
  independenceDay: [7, 4, 1],
  germanUnity: [10, 3, 1],
  halloween: [10, 31, 1],
  allSaints: [11, 1, 1],
  nicholas: [12, 6, 1],
};

/** The days after Easter Sunday, and the number of days that it lasts. */
const byEaster: Partial<Record<Holiday, [offset: number, length: number]>> = {
  carnival: [-52, 6],
  goodFriday: [-2, 1],
  easter: [-2, 4],
  easterSunday: [0, 1],
  easterMonday: [1, 1],
  whitSunday: [49, 1],
  whitMonday: [50, 1],
  ascension: [39, 1],
  pentecost: [49, 2],
};

/** Returns when a holiday is in a year, with the eve and second day that people count as part of it. */
export function holidayIn(holiday: Holiday, year: number): Stretch {
  const date = fixed[holiday];
  if (date) return days(Date.UTC(year, date[0] - 1, date[1]), date[2]);
  const moving = byEaster[holiday];
  if (moving) return days(easterSunday(year) + moving[0] * dayMs, moving[1]);
  if (holiday === "mothersDay") return days(nthWeekday(year, 5, 7, 2), 1);
  if (holiday === "fathersDay") return days(nthWeekday(year, 6, 7, 3), 1);
  if (holiday === "thanksgiving") return days(nthWeekday(year, 11, 4, 4), 1);
  // Advent lasts from the fourth Sunday before Christmas until Christmas Eve.
  const christmas = Date.UTC(year, 11, 25);
  const fourth = christmas - (new Date(christmas).getUTCDay() || 7) * dayMs;
  return { start: fourth - 21 * dayMs, end: christmas - dayMs };
}

/** Returns Easter Sunday as UTC midnight in ms, by the Gregorian rule of Meeus, Jones and Butcher. */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1);
}

/** `weekday`: 1 Monday … 7 Sunday. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay() || 7;
  return Date.UTC(year, month - 1, 1 + ((weekday - first + 7) % 7) + (nth - 1) * 7);
}
