import { as, led, type MatchedAt, maybe, oneOf, type Part, type Pattern, rule, unless } from "../matcher.ts";
import { countUpTo } from "../numbers.ts";
import { isBoundary, type Sentence } from "../sentence.ts";
import { earliest, lately, latest, type Stretch } from "../stretch.ts";
import { type ClassName, classAt } from "../tagging.ts";
import { hour, hoursMoment } from "./clock.ts";
import { bareDay, comma, dateMoment, fullStop, year } from "./dates.ts";
import { calendarOf, type Moment, once, taken, takenYearly } from "./moment.ts";
import { moment, partOfYear } from "./moments.ts";

/** Makes the moment of a stretch between words that name its ends. */
function span(stretch: Stretch, label: string): Moment | null {
  return stretch.start < stretch.end ? { condition: taken(stretch), label, stretch, mood: "sure" } : null;
}

/** A day whose month stands at the other end of the span: the end "18, 2024" of "July 14-18, 2024". */
const dayAlone = rule(
  "day alone",
  [{ day: bareDay }, fullStop, { year: maybe(led([comma], year)) }],
  (said) => said,
);
type DayAlone = { day: number; year: number | null };
const end: Pattern<Moment | DayAlone> = oneOf(moment, dayAlone);

const bareHour = as(bareDay, (bare) => ({ bare }));

/** Makes the rules of a span with two ends; `leads` stand before it, and `joint` between the ends. */
function fromTo(leads: Part[], joint: ClassName): Pattern<Moment>[] {
  const isBare = leads.length === 0;
  const hours = rule(
    "from hour to hour",
    [{ first: led(leads, oneOf(hour, bareHour)) }, joint, "definite?", { last: hour }],
    ({ first, last }, { sentence }) => {
      const { to } = sentence.language.label;
      const bare = typeof first === "number" ? first : first.bare;
      // "between 6 and 8 pm"
      const isAfternoon = typeof first !== "number" && last > 12 && bare < 12 && bare + 12 < last;
      const from = isAfternoon ? bare + 12 : bare;
      return from > 23 || from === last ? null : hoursMoment(from, last, `${from}:00 ${to} ${last}:00`);
    },
  );
  const parts = rule(
    "from part to part",
    [{ part: led(leads, partOfYear) }, joint, { last: moment }],
    ({ part, last }, { sentence }) => {
      const first = last.year === undefined ? null : part.of(last.year);
      return first && joined(sentence, first, last, false);
    },
  );
  const times = rule(
    "from time to time",
    [{ first: led(leads, end) }, joint, "definite?", { last: end }],
    ({ first, last }, { sentence }) => {
      const [begin, until] = [dated(sentence, first, last), dated(sentence, last, first)];
      if (!begin || !until) return null;
      const isLent = begin.year === undefined && until.year !== undefined;
      return joined(sentence, (isLent && begin.again?.(until.year ?? 0)) || begin, until, isBare);
    },
  );
  return isBare ? [parts, times] : [hours, parts, times];
}

/** Gives a day alone the month of the other end. */
function dated(sentence: Sentence, end: Moment | DayAlone, other: Moment | DayAlone): Moment | null {
  if (!("day" in end)) return end;
  const date = "day" in other ? undefined : other.date;
  if (date?.day === undefined || date.month === undefined) return null;
  return dateMoment(sentence, { ...date, day: end.day, year: date.year ?? end.year ?? undefined });
}

/** Joins both ends to a list of months or weekdays, to a stretch of every year, or to one stretch. */
function joined(sentence: Sentence, first: Moment, last: Moment, isBare: boolean): Moment | null {
  const label = `${first.label} ${sentence.language.label.to} ${last.label}`;
  const [from, to] = [first.condition.value, last.condition.value];
  const { field } = first.condition;
  if (field === last.condition.field && (field === "month" || field === "weekday")) {
    if (typeof from !== "number" || typeof to !== "number") return null;
    const round = field === "month" ? 12 : 7;
    const length = ((to - from + round) % round) + 1;
    const value = Array.from({ length }, (_, more) => ((from - 1 + more) % round) + 1);
    const mood = isBare ? "plain" : "sure";
    return { condition: { field, operator: "in", value }, label, stretch: null, mood };
  }
  if (!first.stretch || !last.stretch || (isBare && !(first.date && last.date))) return null;
  if (first.again && last.again && first.year === undefined && last.year === undefined) {
    const condition = takenYearly((each) => yearly(first, last, each), sentence);
    return { condition, label, stretch: null, mood: "sure" };
  }
  // "between Christmas and New Year 2022" ends in the next year.
  const isTurn = first.stretch.start >= last.stretch.end && first.year === last.year;
  const end = (isTurn && last.again?.((last.year ?? 0) + 1)?.stretch?.end) || last.stretch.end;
  return span({ start: first.stretch.start, end }, label);
}

/** Returns the stretch of "between Christmas and New Year" that begins in this year. */
function yearly(first: Moment, last: Moment, year: number): Stretch | null {
  const start = first.again?.(year)?.stretch?.start;
  const end = [year, year + 1]
    .map((each) => last.again?.(each)?.stretch?.end)
    .find((each) => each !== undefined && start !== undefined && each > start);
  return start === undefined || end === undefined ? null : { start, end };
}

type Side = "since" | "until" | "after" | "before";

/** The hour at which "after midnight" ends. */
const nightEnds = 5;

/** "5 years", counted from today. */
const counted = rule(
  "duration",
  [{ count: countUpTo(999), unit: "when.units" }, unless("when.ago.after")],
  (said, place) => once(lately(said.unit, calendarOf(place.sentence).today, said.count), place),
);

/** Makes the rules of a span with one end: "since 2019", "before Christmas", "after 6 pm", "older than 5 years". */
function open(side: Side): Pattern<Moment>[] {
  const lead: ClassName = `when.${side}`;
  const isLate = side === "since" || side === "after";
  const labelled = ({ sentence }: MatchedAt, label: string) => `${sentence.language.label[side]} ${label}`;
  return [
    rule(`${side} an hour`, [lead, { hour }], ({ hour }, place) => {
      const [from, until] = isLate ? [hour, hour === 0 ? nightEnds : 0] : [0, hour || 24];
      return hoursMoment(from, until, labelled(place, `${hour}:00`));
    }),
    // "vor 3 Jahren" means that year, and not everything before it.
    rule(`${side} a duration`, [unless("when.ago.before"), lead, { counted }], ({ counted }, place) =>
      opened(side === "after" ? "since" : side, counted, labelled(place, counted.label)),
    ),
    // "avant hier" and "antes de ayer" are days.
    rule(
      `${side} a time`,
      [unless("when.days"), lead, { end: oneOf(moment, led(["definite"], moment)) }],
      ({ end }, place) =>
        end.mood === "sure" || isBoundary(place.sentence, place.to)
          ? opened(side, end, labelled(place, end.label))
          : null,
    ),
  ];
}

function opened(side: Side, { stretch }: Moment, label: string): Moment | null {
  if (!stretch) return null;
  const { start, end } = stretch;
  if (side === "since") return span({ start, end: latest }, label);
  if (side === "after") return span({ start: end, end: latest }, label);
  return span({ start: earliest, end: side === "before" ? start : end }, label);
}

/** "from May 2023 onwards", "von 2020 an" */
const onwards = rule(
  "onwards",
  [{ lead: "when.from?", moment }, "when.onwards"],
  (said, { sentence, to }) => {
    // "from 2020 on" ends there; "from 2020 on the beach" goes on.
    const mayGoOn = classAt(sentence, "when.leads", to - 1) !== null;
    if (mayGoOn && (!said.lead || !(sentence.tokens[to]?.isMark ?? true))) return null;
    return opened("since", said.moment, `${sentence.language.label.since} ${said.moment.label}`);
  },
);

/** "between May and June 2022", "from 2018 to 2020", "2018-2020", "since 2019", "before Christmas" */
export const spans = oneOf(
  ...fromTo(["when.between"], "and"),
  ...fromTo(["when.from"], "when.to"),
  ...fromTo([], "when.to"),
  ...open("since"),
  ...open("until"),
  ...open("after"),
  ...open("before"),
  onwards,
);
