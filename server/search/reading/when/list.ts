import { merged } from "../claims.ts";
import { boundary, led, type Matched, many, mark, maybe, ofClass, oneOf, rule, unless } from "../matcher.ts";
import { isBoundary, type Sentence } from "../sentence.ts";
import { bareDay, comma, dateMoment, day, fullStop, noCount, notDayFirst, year } from "./dates.ts";
import type { Moment, PartialDate } from "./moment.ts";
import { moment } from "./moments.ts";

const joint = oneOf(
  rule("or", [comma, "or"], () => "or"),
  rule("and", [comma, "and"], () => "and"),
  mark(","),
);

const dayBefore = rule(
  "day before another",
  [{ day: bareDay }, fullStop, oneOf(led([joint], maybe("definite")), ofClass("definite"))],
  ({ day }) => day,
);

/** Days that share the month of the last one: "24 and 25 December 2019". */
const daysOfMonth = rule(
  "days of a month",
  [{ first: dayBefore, more: many(led([unless(day)], dayBefore), { least: 0, most: 7 }), last: day }],
  ({ first, more, last }, { sentence }) => ofDays(sentence, [first, ...more], last.date),
);

const countedDay = rule("day of a list", [{ day: bareDay }, noCount, boundary], ({ day }) => day);

/** Days behind their month: "October 3 and 4, 2020". */
const monthAndDays = rule(
  "month and its days",
  [
    notDayFirst,
    { month: "when.months", days: many(countedDay, { between: joint, least: 2, most: 9 }) },
    { year: maybe(led([comma], year)) },
  ],
  ({ month, days, year }, { sentence }) =>
    ofDays(sentence, days.slice(0, -1), { year: year ?? undefined, month, day: days.at(-1) }),
);

export const daysTogether = oneOf(monthAndDays, daysOfMonth);

function ofDays(sentence: Sentence, days: number[], last: PartialDate | undefined): Moment | null {
  const all = [...days, last?.day ?? 0].map((day) => dateMoment(sentence, { ...last, day }));
  const end = all.at(-1);
  if (!end || all.includes(null)) return null;
  const [condition] = merged(all.flatMap((moment) => moment?.condition ?? []));
  const label = `${days.join(", ")} ${sentence.language.label.and} ${end.label}`;
  return condition ? { condition, label, stretch: null, mood: "sure" } : null;
}

const mostInList = 30;

const other = rule("next in a list", [{ joint }, "when.leads?", { moment }], ({ joint, moment }, place) =>
  moment.mood === "sure" || isBoundary(place.sentence, place.to) ? { isOr: joint === "or", moment } : null,
);

/** "2019 2020", without a word between them */
const nextYear = rule("next year in a row", [{ year }, boundary], ({ year }, { sentence }) => {
  const moment = dateMoment(sentence, { year });
  return moment && { isOr: false, moment };
});

/** Reads the list that begins with `first`: "2019, 2020 and 2022", "April or May 2021", "summer 2021 or 2022". */
export function listFrom(sentence: Sentence, first: Matched<Moment>): { moments: Moment[]; to: number } {
  const moments = [first.value];
  let { to } = first;
  while (moments.length < mostInList) {
    const next =
      other.match(sentence, to) ?? (moments.at(-1)?.year === undefined ? null : nextYear.match(sentence, to));
    if (!next) break;
    const { isOr, moment } = next.value;
    const before = moments.at(-1);
    const isAlike = moment.condition.field === first.value.condition.field;
    const canLend = moment.year !== undefined && moment.again && before?.again && before.year === undefined;
    if (!isOr && !isAlike && !canLend) break;
    moments.push(moment);
    to = next.to;
  }
  return { moments: moments.length > 1 ? withYears(moments) : moments, to };
}

/**
 * Gives each moment of a list the part that only one of them has: the year in "May or June 2021", and the summer in
 * "summer 2021 or 2022".
 */
function withYears(list: Moment[]): Moment[] {
  const [first, last] = [list[0], list.at(-1)];
  const year = last?.year;
  const isOpen = list.slice(0, -1).every((moment) => moment.again && moment.year === undefined);
  if (year !== undefined && last?.again && isOpen)
    return list.map((moment) => moment.again?.(year) ?? moment);
  const again = first?.again;
  const areYears = list.slice(1).every((moment) => moment.year !== undefined && !moment.again);
  if (!again || first.year === undefined || !areYears) return list;
  return list.map((moment) => again(moment.year ?? 0) ?? moment);
}
