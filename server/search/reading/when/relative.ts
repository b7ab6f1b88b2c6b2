import { hoursOf } from "../../../languages/parts-of-time.ts";
import { as, led, ofClass, oneOf, type Part, type Pattern, rule } from "../matcher.ts";
import { number } from "../numbers.ts";
import { dateStretch, dayMs, days, lately, latestOf, type Stretch, unitStretch } from "../stretch.ts";
import { ago, relativeYear } from "./dates.ts";
import { type Calendar, calendarOf, everyYear, type Moment, once, taken } from "./moment.ts";
import { holidayOrSeason } from "./recurring.ts";

/** Makes a rule of a stretch, or several, that is counted from today. */
function counted<Value>(
  name: string,
  leads: Part[],
  one: Pattern<Value>,
  stretchOf: (value: Value, calendar: Calendar) => Stretch | Stretch[] | null | undefined,
) {
  return rule(name, [{ value: led(leads, one) }], ({ value }, place): Moment | null => {
    const [first, ...more] = [stretchOf(value, calendarOf(place.sentence)) ?? []].flat();
    return first ? { ...once(first, place), condition: taken(first, ...more) } : null;
  });
}

/** "last summer" and "el verano pasado" */
const behind = <Value>(name: "when.lastBehind" | "when.followingBehind", one: Pattern<Value>) =>
  rule("… last", [{ one }, name], ({ one }) => one);

const unit = ofClass("when.units");
const month = as("when.months", (month) => ({ inYear: (year: number) => dateStretch(year, month) }));
const yearly: Pattern<{ inYear(year: number): Stretch | null }> = oneOf(holidayOrSeason, month);
const weekend = as("when.weekend", () => ({ first: 6, length: 2 }));
const dayOfWeek = oneOf(
  weekend,
  as("when.weekdays", ([first = 1]) => ({ first, length: 1 })),
);
const today = as("when.days", (day) => day === 0 || null);
const mayCount = <Said extends { count: number }>(said: Said) =>
  said.count >= 1 && said.count <= 9_999 ? said : null;
const counting = rule("count", [{ count: number, unit }], mayCount);
/** "les 30 derniers jours" */
const countingLast = rule("count of the last", [{ count: number }, "when.last", { unit }], mayCount);

/** "vorletzten Sommer", "the summer before last" */
const butOne = <Value>(one: Pattern<Value>) =>
  oneOf(
    led(["when.lastButOne"], one),
    rule("… before last", [{ one }, "when.lastButOne"], ({ one }) => one),
  );

/** The most summers in "the last 30 summers", which means a stretch of each year; larger numbers are nonsense. */
const mostOfThem = 30;

/** Returns the latest `count` stretches of a yearly time, of which the last one is over. */
function lastOf(inYear: (year: number) => Stretch | null, today: number, count: number): Stretch[] {
  const last = latestOf(inYear, today, false);
  const year = last ? new Date(last.start).getUTCFullYear() : null;
  return year === null
    ? []
    : Array.from({ length: count }, (_, at) => inYear(year - count + 1 + at) ?? []).flat();
}

/** Hours of a day; before 0 is the day before, after 24 the next. */
const hours = (day: number, from: number, until: number): Stretch => ({
  start: day + (from * dayMs) / 24,
  end: day + (until * dayMs) / 24,
});

/** Returns days of this week, or of the latest week in which they are over. */
function inWeek(
  { first, length }: { first: number; length: number },
  today: number,
  isOver: boolean,
): Stretch {
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * dayMs;
  const { start, end } = days(monday + (first - 1) * dayMs, length);
  return days(isOver && end > today ? start - 7 * dayMs : start, length);
}

const onThisDay = rule("on this day", ["when.onThisDay"], (_, { sentence }) => {
  const date = new Date(calendarOf(sentence).today);
  const inYear = (year: number) => dateStretch(year, date.getUTCMonth() + 1, date.getUTCDate());
  return everyYear(inYear, sentence.language.label.onThisDay, sentence);
});

/** "this time last year": the days around today. */
const around = rule("this time, ago", ["when.thisTime", { year: relativeYear }], ({ year }, place) => {
  const { today } = calendarOf(place.sentence);
  const date = new Date(today);
  const then = dateStretch(year, date.getUTCMonth() + 1, Math.min(date.getUTCDate(), 28));
  return then && once(days(then.start - 3 * dayMs, 7), place);
});

/** Times counted from today: "yesterday", "last spring", "3 years ago", "the last 30 days", "last night". */
export const relative = oneOf(
  counted("last night", [], ofClass("when.lastNight"), (_, { today }) =>
    hours(today, -6, hoursOf.night[1] - 24),
  ),
  counted("tonight", [], ofClass("when.tonight"), (_, { today }) =>
    hours(today, hoursOf.evening[0], hoursOf.night[1]),
  ),
  onThisDay,
  around,
  // "heute vor drei Jahren", "a year ago today"
  counted(
    "this day, ago",
    [],
    oneOf(
      led([today], ago),
      rule("ago today", [{ ago }, today], ({ ago }) => ago),
    ),
    ({ unit, count }, { today }) => days(lately(unit, today, count).start, 1),
  ),
  counted("day from today", [], ofClass("when.days"), (day, { today }) => days(today + day * dayMs, 1)),
  // "3 years ago" means that whole year.
  counted("ago", [], ago, ({ unit, count }, { today }) => unitStretch(unit, today, count)),
  counted("unit before last", [], butOne(unit), (unit, { today }) => unitStretch(unit, today, 2)),
  counted("before last", [], butOne(holidayOrSeason), ({ inYear }, { today }) => {
    const last = latestOf(inYear, today, false);
    return last && inYear(new Date(last.start).getUTCFullYear() - 1);
  }),
  counted("weekend before last", [], butOne(weekend), (weekend, { today }) =>
    days(inWeek(weekend, today, true).start - 7 * dayMs, 2),
  ),
  counted("last units", [], oneOf(led(["when.last"], counting), countingLast), ({ count, unit }, { today }) =>
    lately(unit, today, Math.round(count)),
  ),
  counted(
    "last of each year",
    ["when.last"],
    rule("count of them", [{ count: number }, { yearly: holidayOrSeason }], mayCount),
    ({ count, yearly }, { today }) => lastOf(yearly.inYear, today, Math.min(Math.round(count), mostOfThem)),
  ),
  counted(
    "last unit",
    [],
    oneOf(led(["when.last"], unit), behind("when.lastBehind", unit)),
    (unit, { today }) => unitStretch(unit, today, 1),
  ),
  // "last spring" is the one that is over.
  counted(
    "last",
    [],
    oneOf(led(["when.last"], yearly), behind("when.lastBehind", yearly)),
    ({ inYear }, { today }) => latestOf(inYear, today, false),
  ),
  counted(
    "last day",
    [],
    oneOf(led(["when.last"], dayOfWeek), behind("when.lastBehind", dayOfWeek)),
    (days, { today }) => inWeek(days, today, true),
  ),
  counted("this unit", ["when.this"], unit, (unit, { today }) =>
    unit === "day" ? null : unitStretch(unit, today, 0),
  ),
  counted("this part", ["when.this"], ofClass("when.parts"), (part, { today }) =>
    part === "midnight" ? null : hours(today, ...hoursOf[part]),
  ),
  counted("this", ["when.this"], yearly, ({ inYear }, { today, thisYear }) => {
    // "this winter", in January, began last year.
    const begun = inYear(thisYear - 1);
    return begun && begun.start <= today && today < begun.end ? begun : inYear(thisYear);
  }),
  counted("this day", ["when.this"], dayOfWeek, (days, { today }) => inWeek(days, today, false)),
  // "next week" has no photos yet, but it is read as the time that it is.
  counted(
    "next unit",
    [],
    oneOf(led(["when.following"], unit), behind("when.followingBehind", unit)),
    (unit, { today }) => unitStretch(unit, today, -1),
  ),
  counted("next", ["when.following"], holidayOrSeason, ({ inYear }, { today, thisYear }) =>
    [thisYear, thisYear + 1].map(inYear).find((each) => each.start > today),
  ),
);
