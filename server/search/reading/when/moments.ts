import { hoursOf } from "../../../languages/parts-of-time.ts";
import { as, boundary, led, longest, maybe, memoised, numeral, oneOf, rule, said } from "../matcher.ts";
import { number } from "../numbers.ts";
import { beside, dateStretch, dayMs, nearestWeekend, partOf, weekOf } from "../stretch.ts";
import { comma, date, day, relativeYear, year } from "./dates.ts";
import { calendarOf, changed, type Moment, once } from "./moment.ts";
import { holidayOrSeason, recurring } from "./recurring.ts";
import { relative } from "./relative.ts";

/** "early 2022", "end of May", "first half of 2021", "last week of May" */
const partOfTime = rule(
  "part of a time",
  [{ portion: "when.portions", whole: oneOf(date, recurring, relative) }],
  ({ portion, whole }, place): Moment | null => {
    if (whole.date?.day !== undefined) return null;
    const part = changed(whole, (stretch) => partOf(stretch, portion), place);
    const isYearly = whole.again !== undefined && whole.year === undefined;
    return part && { ...part, mood: isYearly ? "plain" : "sure" };
  },
);

/** "Q1", of a year that is said elsewhere. */
export const partOfYear = rule("part of a year", [{ portion: "when.portions" }], ({ portion }, place) => ({
  // "2019 late at night" and "2019 early morning" say nothing of a part of 2019.
  isQuarters: "from" in portion && Number.isInteger((portion.to - portion.from) * 4),
  of(year: number): Moment | null {
    const whole = dateStretch(year);
    return whole && { ...once(partOf(whole, portion), place), year };
  },
}));

/** "2021, second half", "2022 Q2" */
const yearAndPart = rule(
  "year and its part",
  [{ year }, comma, "definite?", { part: partOfYear }, boundary],
  ({ year, part }, place) => {
    const moment = part.isQuarters ? part.of(year) : null;
    return moment && { ...moment, label: said(place) };
  },
);

/** "last year's Christmas", "letztes Jahr an Ostern" */
const yearAndName = rule(
  "relative year and its time",
  [{ year: relativeYear }, "when.leads?", { yearly: holidayOrSeason }, boundary],
  ({ year, yearly }, place): Moment | null => {
    const moment = yearly.moment.again?.(year);
    return moment ? { ...moment, label: said(place) } : null;
  },
);

/** The week of an ISO 8601 number: "week 32 of 2020", or "KW 32" of this year. */
const numberedWeek = rule(
  "numbered week",
  [
    "when.numberedWeek",
    { week: numeral(/^\d\d?$/), said: maybe(oneOf(led([oneOf("when.of", "when.leads")], year), year)) },
  ],
  ({ week, said }, place) => {
    const year = said ?? calendarOf(place.sentence).thisYear;
    const stretch = weekOf(year, Number(week[0]));
    return stretch && { ...once(stretch, place), year };
  },
);

/** "the weekend of 21 July 2018" is the nearest weekend. */
const weekendOf = rule(
  "weekend of a day",
  ["when.weekend", oneOf("when.of", "where.of", "when.leads"), { day }],
  ({ day }, place) => changed(day, nearestWeekend, place),
);

/** "the night of 3 March 2024"; a night lasts until the next morning. */
const partOfDay = rule(
  "part of a day",
  ["definite?", { part: "when.parts" }, oneOf("when.of", "where.of"), { day }],
  ({ part, day }, place) =>
    changed(
      day,
      ({ start }) => {
        const [from, until] = hoursOf[part];
        const hour = dayMs / 24;
        return { start: start + from * hour, end: start + (until < from ? until + 24 : until) * hour };
      },
      place,
    ),
);

/** "Sunday, 14 July 2024": the weekday adds nothing to the date. */
const weekdayAndDate = rule(
  "weekday and date",
  ["when.weekdays", comma, "when.of?", { day }],
  ({ day }) => day,
);

const direct = oneOf(
  partOfTime,
  numberedWeek,
  yearAndPart,
  weekendOf,
  partOfDay,
  yearAndName,
  relative,
  weekdayAndDate,
  // "May Day" is a holiday, "4th of July 2022" a date.
  longest(recurring, date),
);

const side = oneOf(
  as("when.before", () => "before"),
  as("when.after", () => "after"),
);

/** "the week before Christmas 2022", "two days after Easter"; never nested, each level would double the work. */
const besideAnother = rule(
  "time beside another",
  [{ count: maybe(number), unit: "when.units", side, base: oneOf(direct, led(["definite"], direct)) }],
  ({ count, unit, side, base }, place): Moment | null => {
    if (count !== null && (count > 99 || !Number.isInteger(count))) return null;
    return changed(base, (stretch) => beside(stretch, unit, count ?? 1, side === "before"), place);
  },
);

/** A time. Whether it is meant as a time is decided later. */
export const moment = memoised(oneOf(besideAnother, direct));
