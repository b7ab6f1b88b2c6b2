import type { dateWords } from "./en-dates.ts";
import type { Said } from "./language.ts";

/** The strings of dates in French. */
export const frenchDateWords: Said<typeof dateWords> = {
  today: "aujourd’hui",
  yesterday: "hier",
  todayGroup: "Aujourd’hui",
  yesterdayGroup: "Hier",
  lastDays: "7 derniers jours",
  after: (n, unit) => `après ${n.toLocaleString("fr-FR")} ${unit === "days" ? "jours" : unit}`,
};
