import type { dateWords } from "./en-dates.ts";
import type { Said } from "./language.ts";

/** The strings of dates in Spanish. */
export const spanishDateWords: Said<typeof dateWords> = {
  today: "hoy",
  yesterday: "ayer",
  todayGroup: "Hoy",
  yesterdayGroup: "Ayer",
  lastDays: "Últimos 7 días",
  after: (n, unit) => `a los ${n.toLocaleString("es-ES")} ${unit === "days" ? "días" : unit}`,
};
