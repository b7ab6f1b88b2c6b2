import {
  as,
  behind,
  holds,
  led,
  mark,
  maybe,
  numeral,
  oneOf,
  type Pattern,
  rule,
  unless,
} from "../matcher.ts";
import { countUpTo, dayOfMonth } from "../numbers.ts";
import type { Sentence } from "../sentence.ts";
import { dateStretch } from "../stretch.ts";
import { classAt, classBefore } from "../tagging.ts";
import { calendarOf, everyYear, type Moment, type PartialDate, taken } from "./moment.ts";

const oldestYear = 1826;

export const comma = maybe(mark(","));
/** The full stop behind a day, in languages that write one. */
export const fullStop = maybe(led([holds(({ language }) => language.when.dayFirst)], mark(".")));
export const bareDay = as(numeral(/^(\d\d?)(?:st|nd|rd|th)?$/), ([, digits]) => Number(digits));

/** A year such as "2024", unless it counts something else. A year to come needs a word such as "in": "in 2030". */
export const year = rule(
  "year",
  [{ said: numeral(/^(?:1[89]|20)\d\d$/) }],
  ({ said }, { sentence, from }) => {
    const value = Number(said[0]);
    const leads = ["when.leads", "when.since", "when.before", "when.after", "when.until"] as const;
    const isPast = value <= sentence.context.now.getUTCFullYear() + 1;
    const isLed = () => leads.some((name) => classBefore(sentence, name, from));
    return value >= oldestYear && (isPast || isLed()) ? value : null;
  },
);

export const isYear = (sentence: Sentence, at: number) => year.match(sentence, at) !== null;

const count = oneOf(
  countUpTo(999),
  as("indefinite", () => 1),
);
/** "two years ago", "vor zwei Jahren" */
export const ago = rule(
  "ago",
  [{ before: "when.ago.before?", count, unit: "when.units", after: "when.ago.after?" }],
  ({ before, after, ...said }) => (before || after ? said : null),
);

export const years = as("when.units", (unit) => unit === "year" || null);
const noMore = unless("when.lastButOne");
const yearsBack = oneOf(
  rule("last year", ["when.last", years, noMore], () => 1),
  rule("year last", [years, "when.lastBehind"], () => 1),
  rule("this year", ["when.this", years, noMore], () => 0),
  rule("last year but one", ["when.lastButOne", years, noMore], () => 2),
  as(ago, ({ unit, count }) => (unit === "year" ? count : null)),
);
/** "last year", "this year", "the year before last", "two years ago" */
export const relativeYear = as(yearsBack, (back, { sentence }) => calendarOf(sentence).thisYear - back);

const winter = as(numeral(/^((?:19|20)\d\d)\/(?:\d\d){1,2}$/), ([, digits]) => Number(digits));
const saidYear = oneOf(winter, year, relativeYear);
/** The year behind a yearly time: "in 2021", "of last year", or "2020/21", which begins in 2020. */
export const yearAfter = oneOf(saidYear, led(["when.of"], saidYear), led(["when.leads"], saidYear));
// "in May, 2023" is a date; "in May, 2023 and 2024" is left to lists.
const yearOfDate = oneOf(led(["when.of?"], year), relativeYear, led(["when.of"], relativeYear));

const yearOrNone = as(maybe(yearOfDate), (year) => ({ year: year ?? undefined }));
const dayFirst = holds(({ language }) => language.when.dayFirst);
export const notDayFirst = holds(({ language }) => !language.when.dayFirst);
const notCurrency = holds(({ tokens }, at) => !["#", "/", "€", "$"].includes(tokens[at - 1]?.text ?? ""));
const noUnit = unless(led([mark("#", "-", "/", "€", "$", "%")], unless(numeral(/^\d{4}$/))));
export const noCount = unless(oneOf("when.countable", "when.clock.pm"));
const dates: Pattern<PartialDate> = oneOf(
  rule("day in digits", [dayFirst, { said: numeral(/^\d\d?\.\d\d?$/) }, mark(".")], ({ said: [said] }) => {
    const [day, month] = said.split(".").map(Number);
    return checked({ month, day });
  }),
  as(numeral(/^\d{1,4}[-/.]\d.{0,8}$/), ([said], { sentence }) =>
    inDigits(said, sentence.language.when.dayFirst),
  ),
  rule(
    "day and month",
    [{ day: dayOfMonth }, "when.of?", "when.of?", { month: "when.months", year: yearOrNone }],
    ({ day, month, year }) => checked({ ...year, month, day }),
  ),
  rule("month and year", [{ month: "when.months", year: yearOfDate }], (said) => said),
  rule(
    "month and day",
    [notDayFirst, { month: "when.months" }, "definite?", { day: dayOfMonth }, noCount, { year: yearOrNone }],
    ({ month, day, year }) => checked({ ...year, month, day }),
  ),
  rule("month", [{ month: "when.months" }], (said) => said),
  rule(
    "year",
    [unless(behind("when.numbered")), notCurrency, { year }, unless("when.countable"), noUnit],
    (said) => said,
  ),
);

/** Reads "2024-07-14", "14.7.2024" and "05/2023"; but "1/2000" is how long a shutter was open. */
function inDigits(said: string, isDayFirst: boolean): PartialDate | null {
  const [first = 0, second, third, ...more] = said.split(/[-/.]/).map(Number);
  if (more.length > 0) return null;
  if (/^\d{4}[-/]/.test(said)) return checked({ year: first, month: second, day: third });
  if (!/[-/.](?:19|20)\d\d$/.test(said) || said === "1/2000") return null;
  if (third === undefined) return checked({ year: second, month: first });
  const [day, month] = isDayFirst || /[.-]/.test(said) || first > 12 ? [first, second] : [second, first];
  return checked({ year: third, month, day });
}

function checked(date: PartialDate): PartialDate | null {
  const { year, month, day } = date;
  if (month !== undefined && (month < 1 || month > 12)) return null;
  const last = new Date(Date.UTC(year ?? 2024, month ?? 1, 0)).getUTCDate();
  if (day !== undefined && (day < 1 || day > last)) return null;
  return year !== undefined && (year < oldestYear || year > 2200) ? null : date;
}

/** "14 July 2024", "July 14th", "14. Juli", "May 2023", "May", "2024-07-14", "14.7.2024", "2019" */
export const date = rule("date", [{ date: dates }], ({ date }, { sentence, from }) =>
  dateMoment(sentence, date, classAt(sentence, "when.shy", from) !== null),
);

/** A date with its day. */
export const day = as(date, (date) => (date.date?.day === undefined ? null : date));

/** Makes the moment of a date, with the precision of the date. */
export function dateMoment(sentence: Sentence, date: PartialDate, isShy = false): Moment | null {
  const { year, month, day } = date;
  const { label } = sentence.language;
  const inYear = (each: number) => dateStretch(each, month, day);
  const monthName = month === undefined ? "" : (label.months[month - 1] ?? "");
  const again =
    month === undefined ? undefined : (each: number) => dateMoment(sentence, { ...date, year: each });
  const sure = { mood: "sure", date, year, again } as const;
  if (year !== undefined) {
    const stretch = inYear(year);
    const name = day ? label.date(day, monthName, year) : month ? `${monthName} ${year}` : String(year);
    return stretch && { ...sure, condition: taken(stretch), label: name, stretch };
  }
  if (month === undefined) return null;
  const name = day === undefined ? monthName : label.date(day, monthName, null);
  const yearly = { ...everyYear(inYear, name, sentence), ...sure };
  if (day !== undefined) return yearly;
  return {
    ...yearly,
    condition: { field: "month", operator: "=", value: month },
    mood: isShy ? "shy" : "sure",
  };
}
