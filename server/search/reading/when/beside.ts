import type { Unit } from "../../parts-of-time.ts";
import { matchAt } from "../phrases.ts";
import { numberAt, type Sentence, written } from "../sentence.ts";
import { dayMs, days, type Stretch } from "../stretch.ts";
import { type Calendar, everyYear, type Moment, taken } from "./moment.ts";

type MomentReader = (sentence: Sentence, at: number, calendar: Calendar) => Moment | null;

/**
 * Reads a time that is counted from another one: "the week before Christmas 2022", "two days after Easter".
 * The other time is read by `read`.
 */
export function besideAt(
  sentence: Sentence,
  at: number,
  calendar: Calendar,
  read: MomentReader,
): Moment | null {
  const { tokens, language } = sentence;
  const { units, before, after } = language.when;
  const number = numberAt(sentence, at);
  const unit = matchAt(units, tokens, number?.to ?? at);
  if (!unit || (number && (number.value > 99 || !Number.isInteger(number.value)))) return null;
  const side = matchAt(before, tokens, unit.to) ?? matchAt(after, tokens, unit.to);
  if (!side) return null;
  const isBefore = matchAt(before, tokens, unit.to) !== null;
  const article = matchAt(language.definite, tokens, side.to)?.to ?? side.to;
  const base = read(sentence, side.to, calendar) ?? read(sentence, article, calendar);
  if (!base?.stretch) return null;
  const count = number?.value ?? 1;
  const of = (stretch: Stretch) => beside(stretch, unit.meaning, count, isBefore);
  const inYear = (year: number) => {
    const stretch = base.again?.(year)?.stretch;
    return stretch ? of(stretch) : null;
  };
  const isYearly = base.again !== undefined && base.year === undefined;
  const condition = isYearly ? taken(everyYear(inYear, calendar)) : taken([of(base.stretch)]);
  const label = written(sentence, at, base.to);
  return { to: base.to, condition, label, stretch: of(base.stretch), mood: "sure", year: base.year };
}

/** Returns the day at this distance; for weeks and longer units it returns the whole time in between. */
function beside({ start, end }: Stretch, unit: Unit, count: number, isBefore: boolean): Stretch {
  if (unit === "day") return days(isBefore ? start - count * dayMs : end + (count - 1) * dayMs, 1);
  return isBefore
    ? { start: moved(start, unit, -count), end: start }
    : { start: end, end: moved(end, unit, count) };
}

/** Moves a time by this many units; months and longer units follow the calendar. */
export function moved(time: number, unit: Unit, count: number): number {
  if (unit === "day" || unit === "week") return time + count * (unit === "week" ? 7 : 1) * dayMs;
  const date = new Date(time);
  const months = count * { month: 1, year: 12, decade: 120 }[unit];
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate());
}
