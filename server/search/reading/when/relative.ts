import { hoursOf } from "../../parts-of-time.ts";
import { holidayIn } from "../holidays.ts";
import { matchAt } from "../phrases.ts";
import { numberAt, type Sentence, written } from "../sentence.ts";
import {
  dateStretch,
  dayMs,
  days,
  lately,
  latestOf,
  type Stretch,
  seasonStretch,
  unitStretch,
} from "../stretch.ts";
import { countedAgo } from "./ago.ts";
import { type Calendar, type Moment, taken } from "./moment.ts";

/** Reads times counted from today: "yesterday", "last spring", "3 years ago", "the last 30 days", "last night". */
export function relativeAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const { when } = language;
  const { today } = calendar;

  const lastNight = matchAt(when.lastNight, tokens, at);
  if (lastNight) {
    const stretch = hours(today, -6, hoursOf.night[1] - 24);
    return momentOf(sentence, at, lastNight.to, stretch);
  }
  const tonight = matchAt(when.tonight, tokens, at);
  if (tonight) {
    const stretch = hours(today, hoursOf.evening[0], hoursOf.night[1]);
    return momentOf(sentence, at, tonight.to, stretch);
  }
  const onThisDay = matchAt(when.onThisDay, tokens, at);
  if (onThisDay) {
    const date = new Date(today);
    const stretches: Stretch[] = [];
    for (let year = calendar.years[0]; year <= calendar.years[1]; year++) {
      const stretch = dateStretch(year, date.getUTCMonth() + 1, date.getUTCDate());
      if (stretch) stretches.push(stretch);
    }
    const moment = momentOf(sentence, at, onThisDay.to, days(today, 1));
    return { ...moment, condition: taken(stretches), label: language.label.onThisDay };
  }
  const day = matchAt(when.days, tokens, at);
  // "heute vor drei Jahren"
  const ago = day?.meaning === 0 ? countedAgo(sentence, day.to) : null;
  if (ago) return momentOf(sentence, at, ago.to, days(lately(ago.unit, today, ago.count).start, 1));
  if (day) return momentOf(sentence, at, day.to, days(today + day.meaning * dayMs, 1));
  return (
    agoAt(sentence, at, calendar) ??
    lastButOneAt(sentence, at, calendar) ??
    lastAt(sentence, at, calendar) ??
    thisAt(sentence, at, calendar) ??
    nextAt(sentence, at, calendar)
  );
}

/** Reads "next week" and "next summer", from which there are no photos yet. */
function nextAt(sentence: Sentence, at: number, { today, thisYear, southern }: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const { following, units, seasons, holidays } = language.when;
  const next = matchAt(following, tokens, at);
  if (!next) return null;
  const unit = matchAt(units, tokens, next.to);
  if (unit) return momentOf(sentence, at, unit.to, unitStretch(unit.meaning, today, -1));
  const season = matchAt(seasons, tokens, next.to);
  const holiday = matchAt(holidays, tokens, next.to);
  const to = season?.to ?? holiday?.to;
  const inYear = (year: number) =>
    season ? seasonStretch(season.meaning, year, southern) : holiday && holidayIn(holiday.meaning, year);
  const stretch = [thisYear, thisYear + 1].map(inYear).find((each) => each && each.start > today);
  return to !== undefined && stretch ? momentOf(sentence, at, to, stretch) : null;
}

/** Reads "3 years ago" and "vor drei Jahren" as that year, month, week or day. */
function agoAt(sentence: Sentence, at: number, { today }: Calendar): Moment | null {
  const ago = countedAgo(sentence, at);
  if (!ago) return null;
  // "a year ago today"
  const day = matchAt(sentence.language.when.days, sentence.tokens, ago.to);
  if (day?.meaning === 0)
    return momentOf(sentence, at, day.to, days(lately(ago.unit, today, ago.count).start, 1));
  return momentOf(sentence, at, ago.to, unitStretch(ago.unit, today, ago.count));
}

function lastAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const { when } = language;
  const { today } = calendar;
  const last = matchAt(when.last, tokens, at);
  if (!last) return null;
  const number = numberAt(sentence, last.to);
  const counted = number && matchAt(when.units, tokens, number.to);
  if (number && counted && number.value >= 1 && number.value <= 9_999) {
    return momentOf(sentence, at, counted.to, lately(counted.meaning, today, Math.round(number.value)));
  }
  const unit = matchAt(when.units, tokens, last.to);
  if (unit) return momentOf(sentence, at, unit.to, unitStretch(unit.meaning, today, 1));
  return namedAt(sentence, at, last.to, calendar, false);
}

/** Reads "vorletzten Sommer", "the summer before last". */
function lastButOneAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const { lastButOne, seasons, units, holidays, weekend } = language.when;
  const ahead = matchAt(lastButOne, tokens, at);
  const begin = ahead?.to ?? at;
  const unit = matchAt(units, tokens, begin);
  const season = matchAt(seasons, tokens, begin);
  const holiday = matchAt(holidays, tokens, begin);
  const end = matchAt(weekend, tokens, begin);
  const name = unit ?? season ?? holiday ?? end;
  const to = ahead ? name?.to : name && matchAt(lastButOne, tokens, name.to)?.to;
  if (!to) return null;
  if (unit) return momentOf(sentence, at, to, unitStretch(unit.meaning, calendar.today, 2));
  const over = end && namedAt(sentence, at, begin, calendar, false)?.stretch;
  if (over) return momentOf(sentence, at, to, { start: over.start - 7 * dayMs, end: over.end - 7 * dayMs });
  const inYear = (year: number) =>
    season
      ? seasonStretch(season.meaning, year, calendar.southern)
      : holiday && holidayIn(holiday.meaning, year);
  const last = latestOf(inYear, calendar.today, false);
  const stretch = last && inYear(new Date(last.start).getUTCFullYear() - 1);
  return stretch && momentOf(sentence, at, to, stretch);
}

function thisAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const { when } = language;
  const { today } = calendar;
  const now = matchAt(when.this, tokens, at);
  if (!now) return null;
  const unit = matchAt(when.units, tokens, now.to);
  if (unit && unit.meaning !== "day")
    return momentOf(sentence, at, unit.to, unitStretch(unit.meaning, today, 0));
  const part = matchAt(when.parts, tokens, now.to);
  if (part && part.meaning !== "midnight") {
    return momentOf(sentence, at, part.to, hours(today, ...hoursOf[part.meaning]));
  }
  return namedAt(sentence, at, now.to, calendar, true);
}

/** Reads a month, season, holiday, weekday or weekend after "last" (the one that is over) or "this" (the current). */
function namedAt(
  sentence: Sentence,
  at: number,
  name: number,
  calendar: Calendar,
  isThis: boolean,
): Moment | null {
  const { tokens, language } = sentence;
  const { when } = language;
  const { today, thisYear, southern } = calendar;
  const weekday = (new Date(today).getUTCDay() + 6) % 7;

  const month = matchAt(when.months, tokens, name);
  const season = matchAt(when.seasons, tokens, name);
  const holiday = matchAt(when.holidays, tokens, name);
  const inYear = (year: number) =>
    month
      ? dateStretch(year, month.meaning)
      : season
        ? seasonStretch(season.meaning, year, southern)
        : holiday && holidayIn(holiday.meaning, year);
  const yearly = holiday ?? month ?? season;
  if (yearly) {
    // "this winter", in January, began last year.
    const current = inYear(thisYear - 1);
    const isOn = current && current.start <= today && today < current.end;
    const stretch = isThis ? (isOn ? current : inYear(thisYear)) : latestOf(inYear, today, false);
    return stretch && momentOf(sentence, at, yearly.to, stretch);
  }
  const weekend = matchAt(when.weekend, tokens, name);
  const day = matchAt(when.weekdays, tokens, name);
  const to = weekend?.to ?? day?.to;
  if (to === undefined) return null;
  const first = weekend ? 6 : (day?.meaning[0] ?? 1);
  const monday = today - weekday * dayMs;
  const inThisWeek = days(monday + (first - 1) * dayMs, weekend ? 2 : 1);
  const isOver = inThisWeek.end <= today;
  const stretch = isThis || isOver ? inThisWeek : days(inThisWeek.start - 7 * dayMs, weekend ? 2 : 1);
  return momentOf(sentence, at, to, stretch);
}

/** Hours of a day; before 0 is the day before, after 24 the next. */
function hours(day: number, from: number, until: number): Stretch {
  return { start: day + (from * dayMs) / 24, end: day + (until * dayMs) / 24 };
}

function momentOf(sentence: Sentence, from: number, to: number, stretch: Stretch): Moment {
  return { to, condition: taken([stretch]), label: written(sentence, from, to), stretch, mood: "sure" };
}
