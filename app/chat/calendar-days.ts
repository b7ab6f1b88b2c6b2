/** Days are text such as "2024-07-14", which compares as time does. */

const dayMs = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const today = (): string => {
  const now = new Date();
  return iso(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
};

const dayAfter = (day: string, days: number): string => iso(Date.parse(day) + days * dayMs);

/** Goes by months, and stays in the month where it has fewer days: a month after 31 January is 29 February. */
export function monthAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return iso(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** Returns the first and the last day of the day's month, or year. */
export function wholeMonth(day: string): { from: string; to: string } {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: dayAfter(monthAfter(from, 1), -1) };
}

export const wholeYear = (day: string): { from: string; to: string } => ({
  from: `${day.slice(0, 4)}-01-01`,
  to: `${day.slice(0, 4)}-12-31`,
});

/** Returns the weeks of a month, Monday first; null where a day is of another month. */
export function weeksOf(day: string): (string | null)[][] {
  const { from, to } = wholeMonth(day);
  const lead = (new Date(Date.parse(from)).getUTCDay() + 6) % 7;
  const count = Number(to.slice(8));
  const cells = Array.from({ length: Math.ceil((lead + count) / 7) * 7 }, (_, at) =>
    at >= lead && at < lead + count ? dayAfter(from, at - lead) : null,
  );
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Returns the day to which a key leads from another, as the ARIA pattern of a date grid has it; null for other keys. */
export function dayByKey(day: string, key: string, shift: boolean): string | null {
  const weekday = (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
  switch (key) {
    case "ArrowLeft":
      return dayAfter(day, -1);
    case "ArrowRight":
      return dayAfter(day, 1);
    case "ArrowUp":
      return dayAfter(day, -7);
    case "ArrowDown":
      return dayAfter(day, 7);
    case "Home":
      return dayAfter(day, -weekday);
    case "End":
      return dayAfter(day, 6 - weekday);
    case "PageUp":
      return monthAfter(day, shift ? -12 : -1);
    case "PageDown":
      return monthAfter(day, shift ? 12 : 1);
    default:
      return null;
  }
}
