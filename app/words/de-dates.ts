import type { dateWords } from "./en-dates.ts";
import type { Said } from "./language.ts";

/** The strings of dates in German. */
export const germanDateWords: Said<typeof dateWords> = {
  today: "heute",
  yesterday: "gestern",
  todayGroup: "Heute",
  yesterdayGroup: "Gestern",
  lastDays: "Letzte 7 Tage",
  after: (n, unit) => `nach ${n.toLocaleString("de-DE")} ${unit === "days" ? "Tagen" : unit}`,
};
