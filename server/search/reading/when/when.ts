import { type Claim, merged } from "../claims.ts";
import { matchAt, mayBegin } from "../phrases.ts";
import { isBoundary, type Sentence, written } from "../sentence.ts";
import { clockTimeAt, hoursMoment } from "./clock.ts";
import { daysAt, listFrom } from "./list.ts";
import { type Calendar, calendarOf, type Moment } from "./moment.ts";
import { isMeant, leadBefore, momentAt } from "./moment-at.ts";
import { partMoment } from "./recurring.ts";
import { spanAt } from "./spans.ts";

/** Reads the times at which photos were taken. */
export function readWhen(sentence: Sentence): Claim[] {
  const calendar = calendarOf(sentence);
  const claims: Claim[] = [];
  for (let at = 0; at < sentence.tokens.length; ) {
    const first = firstAt(sentence, at, calendar);
    const claim = first && claimFrom(sentence, at, first, calendar, claims.at(-1)?.to ?? 0);
    if (claim) claims.push(claim);
    // If a phrase is not a time ("fourth of July fireworks"), its single words are not times either.
    at = claim?.to ?? first?.to ?? at + 1;
  }
  return claims;
}

function firstAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const token = sentence.tokens[at];
  if (!token?.word || token.isMark || !mayBeTime(sentence, token.word)) return null;
  return (
    clockAt(sentence, at) ??
    daysAt(sentence, at, calendar) ??
    spanAt(sentence, at, calendar) ??
    momentAt(sentence, at, calendar)
  );
}

/** Makes a claim from moments. `free` is the first token that no earlier time has taken. */
function claimFrom(
  sentence: Sentence,
  at: number,
  first: Moment,
  calendar: Calendar,
  free: number,
): Claim | null {
  const list = listFrom(sentence, first, calendar);
  const isListed = list.length > 1;
  const areMonths = isListed && list.every(({ condition }) => condition.field === "month");
  if (!areMonths && !isMeant(sentence, at, list[0] ?? first, (list.at(-1) ?? first).to)) return null;
  const { from } = leadBefore(sentence, at);
  const claim = claimOf(sentence, list);
  const part = isListed ? null : partAfter(sentence, first);
  if (part) {
    claim.conditions.push(part.condition);
    claim.label += ` ${written(sentence, first.to, part.to)}`;
    claim.to = part.to;
  }
  return { ...claim, from: Math.max(from, free) };
}

function mayBeTime({ language }: Sentence, word: string): boolean {
  const { when, numbers, ordinals, indefinite } = language;
  return (
    /^\d/.test(word) ||
    mayBegin(when, word) ||
    numbers.has(word) ||
    ordinals.has(word) ||
    indefinite.has(word)
  );
}

function claimOf({ language }: Sentence, list: Moment[]): Omit<Claim, "from"> {
  const last = list.at(-1);
  const names = list.map(({ label }) => label);
  const label =
    names.length === 1
      ? (names[0] ?? "")
      : `${names.slice(0, -1).join(", ")} ${language.label.or} ${names.at(-1)}`;
  const conditions = merged(list.map(({ condition }) => condition));
  return {
    to: Math.max(...list.map(({ to }) => to), last?.to ?? 0),
    subject: "when",
    conditions,
    either: conditions.length > 1,
    label,
    strength: 5,
  };
}

/** Reads "at 5 pm" and "um 17 Uhr" as that hour. */
function clockAt(sentence: Sentence, at: number): Moment | null {
  const { lead } = sentence.language.when.clock;
  const time = clockTimeAt(sentence, matchAt(lead, sentence.tokens, at)?.to ?? at);
  return time && hoursMoment(time.hour, (time.hour + 1) % 24, time.to, `${time.hour}:00`);
}

/** Reads "yesterday evening", "Sunday morning", "Christmas Day in the morning". */
function partAfter(sentence: Sentence, { to, condition }: Moment) {
  if (condition.field === "hour" || condition.field === "month" || condition.field === "season") return null;
  const part = matchAt(sentence.language.when.parts, sentence.tokens, to);
  if (!part || !isBoundary(sentence, part.to)) return null;
  return { to: part.to, condition: partMoment(part.meaning, part.to, "").condition };
}
