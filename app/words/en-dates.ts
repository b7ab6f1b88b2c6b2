/** The strings of dates in English. */
export const dateWords = {
  today: "today",
  yesterday: "yesterday",
  todayGroup: "Today",
  yesterdayGroup: "Yesterday",
  lastDays: "Last 7 days",
  after: (n: number, unit: "s" | "min" | "h" | "days") => `after ${n} ${unit}`,
};
