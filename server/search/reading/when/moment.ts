import type { ClaimCondition } from "../claims.ts";
import { type MatchedAt, said } from "../matcher.ts";
import type { Sentence } from "../sentence.ts";
import { flatRanges, latestOf, type Stretch, todayOf } from "../stretch.ts";

/** A time in the sentence. */
export interface Moment {
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

/** The parts of a date that were said; the month is 1 to 12. */
export interface PartialDate {
  year?: number;
  month?: number;
  day?: number;
}

/** The facts that the rules of times need about the day of the question. */
export interface Calendar {
  /** Midnight of today, written as UTC in ms. */
  today: number;
  thisYear: number;
  /** The first and last year of the library, or an estimate. */
  years: [number, number];
  /** True if the asker lives south of the equator. */
  southern: boolean;
}

let last: { sentence: Sentence; calendar: Calendar } | null = null;

export function calendarOf(sentence: Sentence): Calendar {
  if (last?.sentence === sentence) return last.calendar;
  const { now, timeZone, years, home, vocabulary } = sentence.context;
  const today = todayOf(now, timeZone);
  const thisYear = new Date(today).getUTCFullYear();
  const [oldest, newest] = years ?? [thisYear - 20, thisYear];
  const southern = home !== null && (vocabulary.find(home.toLowerCase())[0]?.latitude ?? 0) < 0;
  last = {
    sentence,
    calendar: { today, thisYear, years: [Math.max(oldest, newest - 199), newest], southern },
  };
  return last.calendar;
}

type InYear = (year: number) => Stretch | null;

export function taken(...stretches: Stretch[]): ClaimCondition {
  return { field: "taken", operator: "within", value: flatRanges(stretches) };
}

/** Makes the condition of a yearly time: its stretches in every year of the library. */
export function takenYearly(inYear: InYear, sentence: Sentence): ClaimCondition {
  const [first, last] = calendarOf(sentence).years;
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, more) => first + more);
  return taken(...years.flatMap((year) => inYear(year) ?? []));
}

/** Makes the moment of a time in every year. */
export function everyYear(inYear: InYear, label: string, sentence: Sentence): Moment {
  const stretch = latestOf(inYear, calendarOf(sentence).today, true);
  return { condition: takenYearly(inYear, sentence), label, stretch, mood: "sure" };
}

/** Makes the moment of one stretch; the words at this place are its label. */
export function once(stretch: Stretch, place: MatchedAt): Moment {
  return { condition: taken(stretch), label: said(place), stretch, mood: "sure" };
}

/** Makes a moment from a part of another one, or from a time beside it. */
export function changed(
  base: Moment,
  change: (stretch: Stretch) => Stretch,
  place: MatchedAt,
): Moment | null {
  if (!base.stretch) return null;
  const stretch = change(base.stretch);
  const moment = { ...once(stretch, place), year: base.year };
  if (!base.again || base.year !== undefined) return moment;
  const inYear = (year: number) => {
    const whole = base.again?.(year)?.stretch;
    return whole ? change(whole) : null;
  };
  return { ...moment, condition: takenYearly(inYear, place.sentence) };
}
