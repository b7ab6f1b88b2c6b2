import type { FilterFields } from "../engines/index/port.ts";

export type Season = NonNullable<FilterFields["season"]>;
export type PartOfDay = "morning" | "noon" | "afternoon" | "evening" | "night" | "midnight" | "day";
export type Unit = "day" | "week" | "month" | "year" | "decade";

/** The hours of the local clock, from and until; hours after 24 are on the next day. */
export const hoursOf: Record<PartOfDay, readonly [from: number, until: number]> = {
  morning: [5, 12],
  noon: [11, 14],
  afternoon: [12, 17],
  evening: [17, 21],
  night: [21, 29],
  midnight: [23, 25],
  day: [6, 20],
};

/** Returns the part of the day of an hour from 0 to 23. */
export function partOfDay(hour: number): PartOfDay {
  const isIn = (part: PartOfDay) => hour >= hoursOf[part][0] && hour < hoursOf[part][1];
  return (["morning", "afternoon", "evening"] as const).find(isIn) ?? "night";
}

const seasons: Season[] = ["spring", "summer", "autumn", "winter"];

/** Returns the month in which a meteorological season begins, counted from 0. */
export function firstMonthOf(season: Season, isSouthern: boolean): number {
  return (2 + 3 * seasons.indexOf(season) + (isSouthern ? 6 : 0)) % 12;
}

/** Returns the meteorological season of a month, which counts from 0. */
export function seasonOf(month: number, isSouthern: boolean): Season {
  const isIn = (season: Season) => (month - firstMonthOf(season, isSouthern) + 12) % 12 < 3;
  return seasons.find(isIn) ?? "winter";
}

export const englishMonths =
  "January February March April May June July August September October November December".split(" ");
