import { merged } from "../claims.ts";
import { matchAt } from "../phrases.ts";
import { isBoundary, type Sentence } from "../sentence.ts";
import { dateAt, type PartialDate } from "./dates.ts";
import { type Calendar, dateMoment, type Moment } from "./moment.ts";
import { momentAt } from "./moment-at.ts";
import { isYear } from "./years.ts";

const mostInList = 30;
const mostDays = 8;

/** Reads days that share the month of the last one: "24 and 25 December 2019". */
export function daysAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const ahead = daysOfMonthAt(sentence, at, calendar);
  if (ahead) return ahead;
  const days: number[] = [];
  for (let next = at; days.length < mostDays; ) {
    const day = /^(\d\d?)(?:st|nd|rd|th)?$/.exec(tokens[next]?.word ?? "");
    if (!day) return null;
    const dot = language.when.dayFirst && tokens[next + 1]?.text === "." ? next + 2 : next + 1;
    const comma = tokens[dot]?.text === "," ? dot + 1 : dot;
    const joint = matchAt(language.and, tokens, comma) ?? matchAt(language.or, tokens, comma);
    const begin = matchAt(language.definite, tokens, joint?.to ?? comma)?.to ?? joint?.to ?? comma;
    if (begin === dot) return null;
    days.push(Number(day[1]));
    const last = dateAt(sentence, begin);
    if (last?.day !== undefined && last.month !== undefined) return ofDays(sentence, days, last, calendar);
    next = begin;
  }
  return null;
}

/** Reads days after their month: "October 3 and 4, 2020". */
function daysOfMonthAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const { months, countable, clock, dayFirst } = language.when;
  const month = dayFirst ? null : matchAt(months, tokens, at);
  if (!month) return null;
  const days: number[] = [];
  let to = month.to;
  for (let next = to; days.length <= mostDays; ) {
    const day = /^(\d\d?)(?:st|nd|rd|th)?$/.exec(tokens[next]?.word ?? "");
    const isOther = countable.has(tokens[next + 1]?.word ?? "") || matchAt(clock.pm, tokens, next + 1);
    if (!day || isOther || !isBoundary(sentence, next + 1)) break;
    days.push(Number(day[1]));
    to = next + 1;
    const comma = tokens[to]?.text === "," ? to + 1 : to;
    next = matchAt(language.and, tokens, comma)?.to ?? matchAt(language.or, tokens, comma)?.to ?? comma;
    if (next === to) break;
  }
  const last = days.at(-1);
  if (days.length < 2 || last === undefined) return null;
  const comma = tokens[to]?.text === "," ? to + 1 : to;
  const year = isYear(sentence, comma) ? Number(tokens[comma]?.word) : undefined;
  const date = { month: month.meaning, day: last, year, to: year === undefined ? to : comma + 1 };
  return ofDays(sentence, days.slice(0, -1), date, calendar);
}

function ofDays(sentence: Sentence, days: number[], last: PartialDate, calendar: Calendar): Moment | null {
  const all = [...days, last.day ?? 0].map((day) => dateMoment(sentence, { ...last, day }, calendar, false));
  const end = all.at(-1);
  if (!end || all.includes(null)) return null;
  const [condition] = merged(all.flatMap((moment) => moment?.condition ?? []));
  const label = `${days.join(", ")} ${sentence.language.label.and} ${end.label}`;
  return condition ? { to: end.to, condition, label, stretch: null, mood: "sure" } : null;
}

/** Reads the list that begins with `first`: "2019, 2020 and 2022", "April or May 2021", "summer 2021 or 2022". */
export function listFrom(sentence: Sentence, first: Moment, calendar: Calendar): Moment[] {
  const list = [first];
  const { tokens, language } = sentence;
  for (let last = first; list.length < mostInList; ) {
    const comma = tokens[last.to]?.text === "," ? last.to + 1 : last.to;
    const or = matchAt(language.or, tokens, comma);
    const next = or?.to ?? matchAt(language.and, tokens, comma)?.to ?? comma;
    if (next === last.to) break;
    const moment = momentAt(sentence, matchAt(language.when.leads, tokens, next)?.to ?? next, calendar);
    if (!moment || (moment.mood !== "sure" && !isBoundary(sentence, moment.to))) break;
    if (!or && moment.condition.field !== first.condition.field && !canLend(moment, last)) break;
    list.push(moment);
    last = moment;
  }
  return list.length > 1 ? withYears(list) : list;
}

/** Tells whether the year of `last` also belongs to the moment before it. */
function canLend(last: Moment, before: Moment): boolean {
  return (
    last.year !== undefined &&
    last.again !== undefined &&
    before.again !== undefined &&
    before.year === undefined
  );
}

/** Shares what only one moment says: the year of "May or June 2021", and the summer of "summer 2021 or 2022". */
function withYears(list: Moment[]): Moment[] {
  const [first] = list;
  const year = list.at(-1)?.year;
  const before = list.slice(0, -1);
  const isLast = year !== undefined && list.at(-1)?.again !== undefined;
  if (isLast && before.every((moment) => moment.again && moment.year === undefined)) {
    return list.map((moment) => ({ ...(moment.again?.(year) ?? moment), to: moment.to }));
  }
  const again = first?.again;
  const areYears = list.slice(1).every((moment) => moment.year !== undefined && moment.again === undefined);
  if (!again || first.year === undefined || !areYears) return list;
  return list.map((moment) => ({ ...(again(moment.year ?? 0) ?? moment), to: moment.to }));
}
