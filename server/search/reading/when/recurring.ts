import { hoursOf, type PartOfDay } from "../../../languages/parts-of-time.ts";
import { anyOf } from "../claims.ts";
import { holidayIn } from "../holidays.ts";
import {
  as,
  holds,
  led,
  type MatchedAt,
  maybe,
  numeral,
  ofClass,
  oneOf,
  rule,
  said,
  unless,
} from "../matcher.ts";
import { type Stretch, seasonStretch } from "../stretch.ts";
import { classAt } from "../tagging.ts";
import { hoursMoment } from "./clock.ts";
import { comma, yearAfter, years } from "./dates.ts";
import { calendarOf, everyYear, type Moment, taken } from "./moment.ts";

/** A time that every year has. */
export interface Yearly {
  inYear(year: number): Stretch;
  /** Its moment, if no year is said. */
  moment: Moment;
}

const isShy = ({ sentence, from }: MatchedAt) => classAt(sentence, "when.shy", from) !== null;

function yearly(inYear: (year: number) => Stretch, place: MatchedAt): Yearly {
  const again = (year: number): Moment => {
    const stretch = inYear(year);
    return { condition: taken(stretch), label: `${said(place)} ${year}`, stretch, mood: "sure", year, again };
  };
  const moment = { ...everyYear(inYear, said(place), place.sentence), again };
  return { inYear, moment: { ...moment, mood: isShy(place) ? "shy" : "plain" } };
}

const holiday = as("when.holidays", (holiday, place) => yearly((year) => holidayIn(holiday, year), place));

const season = as("when.seasons", (season, place): Yearly => {
  const { southern } = calendarOf(place.sentence);
  const { inYear, moment } = yearly((year) => seasonStretch(season, year, southern), place);
  return { inYear, moment: { ...moment, condition: { field: "season", operator: "=", value: season } } };
});

export const holidayOrSeason = oneOf(holiday, season);

const anyYear = led([comma], ofClass("when.anyYear"));
const yearlyTime = rule(
  "yearly time",
  [{ yearly: holidayOrSeason, year: maybe(oneOf(yearAfter, anyYear)) }],
  ({ yearly: { moment }, year }) =>
    typeof year === "number" ? moment.again?.(year) : year ? { ...moment, mood: "sure" as const } : moment,
);

const habit = rule(
  "habit",
  [{ habit: "when.habits" }, unless("when.lastBehind")],
  ({ habit }, place): Moment => {
    const { label } = place.sentence.language;
    if ("part" in habit) return partMoment(habit.part, label.part[habit.part]);
    return { condition: weekdays(habit.weekdays), label: said(place), stretch: null, mood: "sure" };
  },
);

/** "the nineties", "90s", "1990s", "90er Jahre". */
const decade = rule(
  "decade",
  [
    { said: oneOf("when.decades", numeral(/^((?:18|19|20)\d0)(?:s|'s|er|ern)$/)) },
    maybe(led([holds(({ language }) => language.when.decadeYears)], years)),
  ],
  ({ said }, { sentence }): Moment => {
    const written = typeof said === "number" ? null : Number(said[1]);
    // If two decades share a name, take the latest one that has begun.
    const short = typeof said === "number" ? 2000 + said : 0;
    const first = written ?? (short > calendarOf(sentence).thisYear ? short - 100 : short);
    // "The 1900s" means a century, but "the 2000s" more often means ten years.
    const length = written === 1800 || written === 1900 ? 100 : 10;
    const stretch = { start: Date.UTC(first, 0), end: Date.UTC(first + length, 0) };
    return { condition: taken(stretch), label: sentence.language.label.decade(first), stretch, mood: "sure" };
  },
);

const weekday = rule("weekday", [{ day: "when.weekdays" }], ({ day }, place): Moment => {
  const label = place.sentence.tokens[place.from]?.text ?? "";
  return { condition: weekdays(day), label, stretch: null, mood: isShy(place) ? "shy" : "plain" };
});

const weekend = rule("weekend", ["when.weekend"], (_, { sentence: { language } }): Moment => {
  return { condition: weekdays([6, 7]), label: language.label.weekend, stretch: null, mood: "plain" };
});

/** "night", as in "night photos". */
const part = rule("part of the day", [{ part: "when.parts" }], ({ part }, { sentence }): Moment => {
  return { ...partMoment(part, sentence.language.label.part[part]), mood: "plain" };
});

/** Seasons, holidays, decades, weekdays and hours. With a year they mean one stretch, and otherwise any time. */
export const recurring = oneOf(habit, yearlyTime, decade, weekday, weekend, part);

export function partMoment(part: PartOfDay, label: string): Moment {
  const [from, until] = hoursOf[part];
  return hoursMoment(from, until % 24, label);
}

const weekdays = (list: number[]) => anyOf("weekday", list);
