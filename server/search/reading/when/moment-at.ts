import type { Portion } from "../language.ts";
import { matchAt, matchBefore } from "../phrases.ts";
import { isAll, isBoundary, isCapital, type Sentence, written } from "../sentence.ts";
import { dayMs, days, type Stretch } from "../stretch.ts";
import { besideAt } from "./beside.ts";
import { dateAt } from "./dates.ts";
import { type Calendar, dateMoment, everyYear, type Moment, taken } from "./moment.ts";
import { recurringAt } from "./recurring.ts";
import { relativeAt } from "./relative.ts";
import { numberedWeekAt } from "./weeks.ts";
import { isYear, relativeYearAt } from "./years.ts";

/** A cache of the time at each token while one sentence is read, because several readers ask for the same. */
const found = new WeakMap<Calendar, Map<number, Moment | null>>();

/** Reads the time at token `at`. `isMeant` decides later whether it is meant as a time. */
export function momentAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const known = found.get(calendar) ?? new Map<number, Moment | null>();
  found.set(calendar, known);
  const before = known.get(at);
  if (before !== undefined) return before;
  const moment = readMomentAt(sentence, at, calendar);
  known.set(at, moment);
  return moment;
}

function readMomentAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  // A time beside another is never nested, because each level would double the work.
  return besideAt(sentence, at, calendar, directMomentAt) ?? directMomentAt(sentence, at, calendar);
}

function directMomentAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  if (!sentence.tokens[at]?.word) return null;
  return (
    portionAt(sentence, at, calendar) ??
    numberedWeekAt(sentence, at, calendar) ??
    portionAfterYearAt(sentence, at, calendar) ??
    weekendOfAt(sentence, at, calendar) ??
    afterRelativeYearAt(sentence, at, calendar) ??
    relativeAt(sentence, at, calendar) ??
    weekdayAndDateAt(sentence, at, calendar) ??
    dateMomentAt(sentence, at, calendar, recurringAt(sentence, at, calendar))
  );
}

/** Reads a part of a time: "early 2022", "end of May", "first half of 2021", "last week of May". */
function portionAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const portion = matchAt(language.when.portions, tokens, at);
  const of = portion && dateAt(sentence, portion.to);
  const whole =
    portion &&
    (of
      ? dateMoment(sentence, of, calendar, false)
      : (recurringAt(sentence, portion.to, calendar) ?? relativeAt(sentence, portion.to, calendar)));
  if (!portion || !whole?.stretch || of?.day !== undefined) return null;
  const label = written(sentence, at, whole.to);
  const { again, year, to } = whole;
  const inYear = (each: number) => {
    const stretch = again?.(each)?.stretch;
    return stretch ? partOf(stretch, portion.meaning) : null;
  };
  const stretch = partOf(whole.stretch, portion.meaning);
  const isYearly = again !== undefined && year === undefined;
  const condition = isYearly ? taken(everyYear(inYear, calendar)) : taken([stretch]);
  return { to, condition, label, stretch, mood: isYearly ? "plain" : "sure", year };
}

/** Reads "2021, second half", "2022 Q2". */
function portionAfterYearAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  if (!isYear(sentence, at)) return null;
  const next = tokens[at + 1]?.text === "," ? at + 2 : at + 1;
  const begin = matchAt(language.definite, tokens, next)?.to ?? next;
  const portion = matchAt(language.when.portions, tokens, begin);
  // "2019 late at night", "2019 early morning"
  const isPart =
    portion !== null &&
    "from" in portion.meaning &&
    Number.isInteger((portion.meaning.to - portion.meaning.from) * 4);
  if (!isPart || !isBoundary(sentence, portion.to)) return null;
  const moment = portionOfYear(sentence, begin, Number(tokens[at]?.word), calendar);
  return moment && { ...moment, label: written(sentence, at, portion.to) };
}

/** Reads a yearly time in a relative year: "last year's Christmas", "letztes Jahr an Ostern". */
function afterRelativeYearAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const year = relativeYearAt(sentence, at);
  if (!year) return null;
  const next = matchAt(language.when.leads, tokens, year.to)?.to ?? year.to;
  const named = [language.when.holidays, language.when.seasons].some((table) => matchAt(table, tokens, next));
  const moment = named ? recurringAt(sentence, next, calendar)?.again?.(year.value) : null;
  return moment && isBoundary(sentence, moment.to)
    ? { ...moment, label: written(sentence, at, moment.to) }
    : null;
}

/** Reads "Q1" of "Q1 to Q3 2022". */
export function portionOfYear(
  sentence: Sentence,
  at: number,
  year: number,
  calendar: Calendar,
): Moment | null {
  const portion = matchAt(sentence.language.when.portions, sentence.tokens, at);
  const whole = portion && dateMoment(sentence, { year, to: portion.to }, calendar, false);
  if (!portion || !whole?.stretch) return null;
  const stretch = partOf(whole.stretch, portion.meaning);
  const label = written(sentence, at, portion.to);
  return { to: portion.to, condition: taken([stretch]), label, stretch, mood: "sure", year };
}

/** Reads "the weekend of 21 July 2018" as the nearest weekend. */
function weekendOfAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const { weekend, of, leads } = language.when;
  const found = matchAt(weekend, tokens, at);
  const link =
    found &&
    [of, language.where.of, leads].map((table) => matchAt(table, tokens, found.to)).find((each) => each);
  const date = link ? dateAt(sentence, link.to) : null;
  const day = date?.day === undefined ? null : dateMoment(sentence, date, calendar, false);
  if (!day?.stretch) return null;
  const { to, again, year } = day;
  const label = written(sentence, at, to);
  const stretch = nearestWeekend(day.stretch);
  const inYear = (each: number) => {
    const one = again?.(each)?.stretch;
    return one ? nearestWeekend(one) : null;
  };
  const condition = year === undefined ? taken(everyYear(inYear, calendar)) : taken([stretch]);
  return { to, condition, label, stretch, mood: "sure" };
}

function nearestWeekend({ start }: Stretch): Stretch {
  const weekday = (new Date(start).getUTCDay() + 6) % 7;
  return days(start + ((weekday < 2 ? -2 : 5) - weekday) * dayMs, 2);
}

function partOf({ start, end }: Stretch, portion: Portion): Stretch {
  if ("days" in portion) {
    const { days } = portion;
    return days > 0
      ? { start, end: Math.min(end, start + days * dayMs) }
      : { start: Math.max(start, end + days * dayMs), end };
  }
  const length = (end - start) / dayMs;
  const date = new Date(start);
  const isYear = length > 364 && length < 367 && date.getUTCMonth() === 0 && date.getUTCDate() === 1;
  const at = (share: number) =>
    // Halves and quarters of a year are months.
    isYear && Number.isInteger(share * 4)
      ? Date.UTC(date.getUTCFullYear(), share * 12)
      : start + Math.round(length * share) * dayMs;
  return { start: at(portion.from), end: at(portion.to) };
}

/** Returns the longer one of a date and a yearly time ("May Day" is a holiday, "4th of July 2022" a date). */
function dateMomentAt(
  sentence: Sentence,
  at: number,
  calendar: Calendar,
  recurring: Moment | null,
): Moment | null {
  const date = dateAt(sentence, at);
  if (!date || (recurring && recurring.to >= date.to)) return recurring;
  const { shy } = sentence.language.when;
  return dateMoment(sentence, date, calendar, shy.has(sentence.tokens[at]?.word ?? ""));
}

/** Reads "Sunday, 14 July 2024". The weekday adds nothing to the date. */
function weekdayAndDateAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const weekday = matchAt(language.when.weekdays, tokens, at);
  if (!weekday) return null;
  let next = tokens[weekday.to]?.text === "," ? weekday.to + 1 : weekday.to;
  next = matchAt(language.when.of, tokens, next)?.to ?? next;
  const date = dateAt(sentence, next);
  return date?.day === undefined ? null : dateMoment(sentence, date, calendar, false);
}

/** Returns where the words before a time begin ("taken in the"), and whether they, or a "not", make it a time. */
export function leadBefore(
  sentence: Sentence,
  at: number,
): { from: number; isLed: boolean; hasArticle: boolean } {
  const { tokens, language } = sentence;
  const { leads, taken } = language.when;
  let from = at;
  let isLed = false;
  let hasArticle = false;
  for (let step = 0; step < 3; step++) {
    const lead = matchBefore(leads, tokens, from);
    const negation = lead ? null : matchBefore(language.not.not, tokens, from);
    if (negation) return { from, isLed: true, hasArticle };
    const other = lead ?? matchBefore(taken, tokens, from) ?? matchBefore(language.definite, tokens, from);
    if (!other) break;
    isLed ||= lead !== null;
    hasArticle ||= [other.from, from - 1].some((word) => matchAt(language.definite, tokens, word));
    from = other.from;
  }
  return { from, isLed, hasArticle };
}

/** Tells whether the words are meant as a time in this place. `to` is where the list of moments ends. */
export function isMeant(sentence: Sentence, at: number, moment: Moment, to: number): boolean {
  if (moment.mood === "sure") return !isNamed(sentence, at);
  const { tokens, language, names } = sentence;
  const { isLed, hasArticle } = leadBefore(sentence, at);
  const isMonth = moment.condition.field === "month";
  const part = matchAt(language.when.parts, tokens, to);
  const isPart = moment.condition.field === "hour";
  const isDayPart = part !== null && moment.condition.field === "weekday" && isBoundary(sentence, at - 1);
  if (isDayPart && isBoundary(sentence, part.to)) return true;
  if (isLed && !isPart && !(isMonth && hasArticle) && isBoundary(sentence, part?.to ?? to)) return true;
  // "make that the evening"
  if (isPart && sentence.context.hasShown && isAll(sentence, at, to)) return true;
  const before = isBoundary(sentence, at - 1) && !matchBefore(language.where.people, tokens, at);
  const isOfPhotos =
    language.photoNouns.has(tokens[to]?.word ?? "") || matchAt(language.intent.ones, tokens, to);
  if (before && isOfPhotos) return true;
  if (!before || isPart || (moment.mood === "shy" && !isCapital(tokens[at]))) return false;
  // "Monday last week"
  const { last, this: current } = language.when;
  if (moment.condition.field === "weekday" && [last, current].some((table) => matchAt(table, tokens, to)))
    return true;
  // "Christmas in Lisbon" begins with a time.
  const lead = at === 0 && moment.mood === "plain" ? matchAt(language.when.leads, tokens, to) : null;
  if (lead && [language.when.last, language.when.this].some((table) => matchAt(table, tokens, lead.to)))
    return true;
  const place = at === 0 && moment.mood === "plain" ? matchAt(language.where.leads, tokens, to) : null;
  // "Halloween at school" is a time, "Sunday in the park" may be a painting.
  const isPlaced = place !== null && (moment.condition.field !== "weekday" || names.has(place.to));
  return isPlaced || isAll(sentence, at, to);
}

/** Recognises "room 1984", "a 2000 piece puzzle". */
function isNamed({ tokens, language }: Sentence, at: number): boolean {
  if (!/^\d{4}$/.test(tokens[at]?.word ?? "")) return false;
  const isRound =
    /000$/.test(tokens[at]?.word ?? "") && tokens[at + 1] !== undefined && !tokens[at + 1]?.isMark;
  const article = matchBefore(language.indefinite, tokens, at);
  return article !== null && isRound;
}
