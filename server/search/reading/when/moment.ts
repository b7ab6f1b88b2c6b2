import type { ClaimCondition } from "../claims.ts";
import type { Sentence } from "../sentence.ts";
import { dateStretch, flatRanges, latestOf, type Stretch, todayOf } from "../stretch.ts";
import type { PartialDate } from "./dates.ts";

/** A time in the sentence. */
export interface Moment {
  to: number;
  condition: ClaimCondition;
  label: string;
  /** The stretch that "since" counts from. For a yearly time it is the latest one. */
  stretch: Stretch | null;
  /**
   * `sure` is always a time. `plain` is a time beside a preposition or a photo noun (unlike "christmas tree"). `shy`
   * also has another meaning ("may", "spring"), and needs the grammar of a time.
   */
  mood: "sure" | "plain" | "shy";
  /** The year, if it was said. */
  year?: number;
  /** Returns the same time in another year, for times that every year has ("May", "Christmas"). */
  again?: (year: number) => Moment | null;
  date?: PartialDate;
}

/** The facts that the readers of times need about the day of the question. */
export interface Calendar {
  /** Midnight of today, written as UTC in ms. */
  today: number;
  thisYear: number;
  /** The first and last year of the library, or an estimate. */
  years: [number, number];
  /** True if the asker lives south of the equator. */
  southern: boolean;
}

export function calendarOf({ context }: Sentence): Calendar {
  const today = todayOf(context.now, context.timeZone);
  const thisYear = new Date(today).getUTCFullYear();
  const home = context.home === null ? undefined : context.vocabulary.find(context.home.toLowerCase())[0];
  const [first, last] = context.years ?? [thisYear - 20, thisYear];
  return { today, thisYear, years: [Math.max(first, last - 199), last], southern: (home?.latitude ?? 0) < 0 };
}

export function taken(stretches: Stretch[]): ClaimCondition {
  return { field: "taken", operator: "within", value: flatRanges(stretches) };
}

/** Returns the stretches of a yearly time in every year of the library. */
export function everyYear(inYear: (year: number) => Stretch | null, { years }: Calendar): Stretch[] {
  const found: Stretch[] = [];
  for (let year = years[0]; year <= years[1]; year++) {
    const stretch = inYear(year);
    if (stretch) found.push(stretch);
  }
  return found;
}

/** Makes the moment of a date, with the precision of the date. */
export function dateMoment(
  sentence: Sentence,
  date: PartialDate,
  calendar: Calendar,
  isShy: boolean,
): Moment | null {
  const { year, month, day, to } = date;
  const { label } = sentence.language;
  const again =
    month === undefined
      ? undefined
      : (each: number) => dateMoment(sentence, { ...date, year: each }, calendar, false);
  const monthName = month === undefined ? "" : (label.months[month - 1] ?? "");
  if (year !== undefined) {
    const stretch = dateStretch(year, month, day);
    if (!stretch) return null;
    const name = day ? label.date(day, monthName, year) : month ? `${monthName} ${year}` : String(year);
    return { to, condition: taken([stretch]), label: name, stretch, mood: "sure", date, year, again };
  }
  if (month === undefined) return null;
  const inYear = (each: number) => dateStretch(each, month, day);
  const stretch = latestOf(inYear, calendar.today, true);
  if (day === undefined) {
    const condition: ClaimCondition = { field: "month", operator: "=", value: month };
    return { to, condition, label: monthName, stretch, mood: isShy ? "shy" : "sure", date, again };
  }
  const name = label.date(day, monthName, null);
  return {
    to,
    condition: taken(everyYear(inYear, calendar)),
    label: name,
    stretch,
    mood: "sure",
    date,
    again,
  };
}
