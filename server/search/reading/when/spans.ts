import { matchAt } from "../phrases.ts";
import { isBoundary, numberAt, type Sentence, written } from "../sentence.ts";
import { earliest, lately, latest, type Stretch } from "../stretch.ts";
import { type ClockTime, clockTimeAt, hoursMoment } from "./clock.ts";
import { type Calendar, dateMoment, everyYear, type Moment, taken } from "./moment.ts";
import { momentAt, portionOfYear } from "./moment-at.ts";
import { isYear } from "./years.ts";

/** Reads "between May and June 2022", "from 2018 to 2020", "2018-2020", "since 2019", "before Christmas", "after 6 pm". */
export function spanAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  return (
    fromToAt(sentence, at, calendar) ?? openAt(sentence, at, calendar) ?? onwardsAt(sentence, at, calendar)
  );
}

/** Reads "from May 2023 onwards", "von 2020 an". */
function onwardsAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const { from, onwards, leads } = language.when;
  const lead = matchAt(from, tokens, at);
  const moment = momentAt(sentence, lead?.to ?? at, calendar);
  const tail = moment && matchAt(onwards, tokens, moment.to);
  if (!moment?.stretch || !tail) return null;
  // "from 2020 on" ends there; "from 2020 on the beach" goes on.
  const mayGoOn = matchAt(leads, tokens, tail.to - 1) !== null;
  if (mayGoOn && (!lead || !(tokens[tail.to]?.isMark ?? true))) return null;
  const stretch = open("since", moment.stretch);
  const label = `${language.label.since} ${moment.label}`;
  return { to: tail.to, condition: taken([stretch]), label, stretch, mood: "sure" };
}

function fromToAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const { between, from, to } = language.when;
  const isBetween = matchAt(between, tokens, at);
  const begin = isBetween?.to ?? matchAt(from, tokens, at)?.to ?? at;
  const connector = isBetween ? language.and : to;
  const hours = hoursFromTo(sentence, begin, connector, begin > at);
  if (hours) return hours;

  const parts = portionsFromTo(sentence, begin, connector, calendar);
  if (parts) return parts;
  const first = startOf(sentence, begin, calendar);
  const middle = first && matchAt(connector, tokens, first.to);
  if (!first || !middle) return null;
  const article = matchAt(language.definite, tokens, middle.to)?.to ?? middle.to;
  const last =
    momentAt(sentence, article, calendar) ?? dayInMonthOf(sentence, first.moment, article, calendar);
  if (!last) return null;
  const start = lentYear(sentence, first, last, calendar);
  return start && joined(sentence, start, last, begin === at, calendar);
}

/** Reads "Q1 to Q3 2022". */
function portionsFromTo(
  sentence: Sentence,
  at: number,
  connector: Sentence["language"]["and"],
  calendar: Calendar,
): Moment | null {
  const { tokens, language } = sentence;
  const portion = matchAt(language.when.portions, tokens, at);
  const middle = portion && matchAt(connector, tokens, portion.to);
  const last = middle && momentAt(sentence, middle.to, calendar);
  const first = last?.year === undefined ? null : portionOfYear(sentence, at, last.year, calendar);
  return first && last ? joined(sentence, first, last, false, calendar) : null;
}

/** Reads the end "18, 2024" of "July 14-18, 2024". */
function dayInMonthOf(
  sentence: Sentence,
  first: Moment | undefined,
  at: number,
  calendar: Calendar,
): Moment | null {
  const { day, month, year } = first?.date ?? {};
  const last = /^(\d\d?)(?:st|nd|rd|th)?$/.exec(sentence.tokens[at]?.word ?? "");
  if (day === undefined || month === undefined || !last) return null;
  const comma = sentence.tokens[at + 1]?.text === "," ? at + 2 : at + 1;
  const isDated = year === undefined && isYear(sentence, comma);
  const said = isDated ? Number(sentence.tokens[comma]?.word) : year;
  const to = isDated ? comma + 1 : at + 1;
  return dateMoment(sentence, { year: said, month, day: Number(last[1]), to }, calendar, false);
}

/** Reads the beginning of a range: a moment, or only the day of the date that follows ("14 to 18 July"). */
function startOf(
  sentence: Sentence,
  at: number,
  calendar: Calendar,
): { to: number; moment?: Moment; day?: number } | null {
  const moment = momentAt(sentence, at, calendar);
  if (moment) return { to: moment.to, moment };
  const day = /^(\d\d?)(?:st|nd|rd|th)?$/.exec(sentence.tokens[at]?.word ?? "");
  const dot = sentence.language.when.dayFirst && sentence.tokens[at + 1]?.text === "." ? at + 2 : at + 1;
  return day ? { to: dot, day: Number(day[1]) } : null;
}

/** Gives the first moment the year (and month) that only the last one says. */
function lentYear(
  sentence: Sentence,
  first: { moment?: Moment; day?: number },
  last: Moment,
  calendar: Calendar,
): Moment | null {
  if (!first.moment) {
    const date = last.date;
    if (date?.day === undefined || date.month === undefined) return null;
    return dateMoment(sentence, { ...date, day: first.day }, calendar, false);
  }
  const isLent = first.moment.year === undefined && last.year !== undefined;
  return (isLent && first.moment.again?.(last.year ?? 0)) || first.moment;
}

/** Joins both ends to a list of months or weekdays, to a stretch of every year, or to one stretch. */
function joined(
  sentence: Sentence,
  first: Moment,
  last: Moment,
  isBare: boolean,
  calendar: Calendar,
): Moment | null {
  const { language } = sentence;
  const label = `${first.label} ${language.label.to} ${last.label}`;
  const [from, to] = [first.condition.value, last.condition.value];
  const { field } = first.condition;
  if (field === last.condition.field && (field === "month" || field === "weekday")) {
    if (typeof from !== "number" || typeof to !== "number") return null;
    const round = field === "month" ? 12 : 7;
    const length = ((to - from + round) % round) + 1;
    const value = Array.from({ length }, (_, ahead) => ((from - 1 + ahead) % round) + 1);
    return {
      to: last.to,
      condition: { field, operator: "in", value },
      label,
      stretch: null,
      mood: isBare ? "plain" : "sure",
    };
  }
  if (!first.stretch || !last.stretch || (isBare && !(first.date && last.date))) return null;
  if (first.again && last.again && first.year === undefined && last.year === undefined) {
    const stretches = everyYear((year) => yearly(first, last, year), calendar);
    return { to: last.to, condition: taken(stretches), label, stretch: null, mood: "sure" };
  }
  // "between Christmas and New Year 2022" ends in the next year.
  const isTurn = first.stretch.start >= last.stretch.end && first.year === last.year;
  const ends = (isTurn && last.again?.((last.year ?? 0) + 1)?.stretch?.end) || last.stretch.end;
  const stretch = { start: first.stretch.start, end: ends };
  if (stretch.end <= stretch.start) return null;
  return { to: last.to, condition: taken([stretch]), label, stretch, mood: "sure" };
}

/** Returns the stretch of "between Christmas and New Year" that begins in this year. */
function yearly(first: Moment, last: Moment, year: number): Stretch | null {
  const start = first.again?.(year)?.stretch?.start;
  const end = [year, year + 1]
    .map((each) => last.again?.(each)?.stretch?.end)
    .find((each) => each !== undefined && start !== undefined && each > start);
  return start === undefined || end === undefined ? null : { start, end };
}

/** Reads "between 6 and 8 pm", "from 17:00 to 19:00". */
function hoursFromTo(
  sentence: Sentence,
  at: number,
  connector: Sentence["language"]["and"],
  isLed: boolean,
): Moment | null {
  const { tokens, language } = sentence;
  if (!isLed) return null;
  const exact = clockTimeAt(sentence, at) ?? noonAt(sentence, at);
  const bare = exact ? null : /^\d\d?$/.exec(tokens[at]?.word ?? "");
  if (!exact && !bare) return null;
  const middle = matchAt(connector, tokens, exact?.to ?? at + 1);
  const last = middle && (clockTimeAt(sentence, middle.to) ?? noonAt(sentence, middle.to));
  if (!last) return null;
  const begins = Number(bare?.[0] ?? 0);
  const isAfternoon = last.hour > 12 && begins < 12 && begins + 12 < last.hour;
  const from = exact?.hour ?? (isAfternoon ? begins + 12 : begins);
  if (from > 23 || from === last.hour) return null;
  return hoursMoment(from, last.hour, last.to, `${from}:00 ${language.label.to} ${last.hour}:00`);
}

function openAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const { since, after, before, until } = language.when;
  const sides = [
    ["since", since],
    ["until", until],
    ["after", after],
    ["before", before],
  ] as const;
  for (const [side, table] of sides) {
    const lead = matchAt(table, tokens, at);
    if (!lead) continue;
    const article = matchAt(language.definite, tokens, lead.to)?.to ?? lead.to;
    const clock = clockTimeAt(sentence, lead.to) ?? noonAt(sentence, lead.to);
    if (clock) return openHours(sentence, side, clock.hour, clock.to);
    // "vor 3 Jahren" means that year, and not everything before it.
    const isAgo = matchAt(language.when.ago.before, tokens, at) !== null;
    const counted = isAgo ? null : countedAt(sentence, lead.to, calendar);
    const moment = counted ?? momentAt(sentence, lead.to, calendar) ?? momentAt(sentence, article, calendar);
    if (!moment?.stretch || (moment.mood !== "sure" && !isBoundary(sentence, moment.to))) continue;
    const stretch = open(side === "after" && counted ? "since" : side, moment.stretch);
    const label = `${language.label[side]} ${moment.label}`;
    return { to: moment.to, condition: taken([stretch]), label, stretch, mood: "sure" };
  }
  return null;
}

/** Reads "noon" or "midnight" after "before" or "after". */
function noonAt({ tokens, language }: Sentence, at: number): ClockTime | null {
  const part = matchAt(language.when.parts, tokens, at);
  if (part?.meaning !== "noon" && part?.meaning !== "midnight") return null;
  return { hour: part.meaning === "noon" ? 12 : 0, to: part.to };
}

/** The hour at which "after midnight" ends. */
const nightEnds = 5;

function open(side: "since" | "after" | "before" | "until", { start, end }: Stretch): Stretch {
  if (side === "since") return { start, end: latest };
  if (side === "after") return { start: end, end: latest };
  return { start: earliest, end: side === "before" ? start : end };
}

function openHours(
  sentence: Sentence,
  side: "since" | "after" | "before" | "until",
  hour: number,
  to: number,
): Moment {
  const label = `${sentence.language.label[side]} ${hour}:00`;
  return side === "since" || side === "after"
    ? hoursMoment(hour, hour === 0 ? nightEnds : 0, to, label)
    : hoursMoment(0, hour || 24, to, label);
}

/** Reads a duration counted from today: "seit drei Jahren", "older than 5 years". */
function countedAt(sentence: Sentence, at: number, { today }: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const number = numberAt(sentence, at);
  const unit = number && matchAt(language.when.units, tokens, number.to);
  if (!number || !unit || number.value > 999 || matchAt(language.when.ago.after, tokens, unit.to))
    return null;
  const stretch = lately(unit.meaning, today, Math.round(number.value));
  return {
    to: unit.to,
    condition: taken([stretch]),
    label: written(sentence, at, unit.to),
    stretch,
    mood: "sure",
  };
}
