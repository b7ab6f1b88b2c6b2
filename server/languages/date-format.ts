import type { Grouping } from "./meanings.ts";

/**
 * Writes dates in a language, as exactly as they are known: "1987" stays a year. Dates are ISO 8601, without a
 * time zone.
 */
export function dateFormat(locale: string): {
  day(local: string): string;
  month(local: string): string;
  group(by: Grouping, value: string): string;
} {
  const formatOf = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  const monthAndYear = formatOf({ month: "long", year: "numeric" });
  const whole = formatOf({ day: "numeric", month: "long", year: "numeric" });
  const month = (local: string) =>
    local.length < 7 ? local : monthAndYear.format(new Date(`${local.slice(0, 7)}-01T00:00:00Z`));
  const weekday = formatOf({ weekday: "long" });
  const day = (local: string) =>
    local.length < 10 ? month(local) : whole.format(new Date(`${local.slice(0, 10)}T00:00:00Z`));
  return {
    month,
    group: (by, value) => {
      if (by === "month") return month(value);
      if (by === "day") return day(value);
      // The 1st of January 2024 was a Monday.
      if (by === "weekday") return weekday.format(new Date(Date.UTC(2024, 0, Number(value))));
      return by === "hour" ? `${value}:00` : value;
    },
    day,
  };
}
