import * as chrono from "chrono-node";
import type { PlanFilter } from "./types.ts";

/** A stretch of local time, as if it were UTC, ms; `end` is the first moment after it. */
interface Stretch {
  start: number;
  end: number;
}

export interface ReadDate {
  filters: PlanFilter[];
  /** Where the words stand in the text that was read. */
  from: number;
  to: number;
}

/** "last 30 days", "the past 3 years": from then until today. */
const lately = /^(?:the\s+)?(?:last|past)\s+(?:\S+\s+){1,3}(?:days|weeks|months|years)$/i;

/** The sun, an exposure of 1/2000 s, and now: chrono takes them for dates. */
const looksOnly = /^(?:sun|sat|mon|tue|wed|thu|fri|1\/\d{4}|now)$/i;

/** chrono's patterns backtrack without end on long runs of spaces and slow down on long texts. */
const longestWindow = 80;

/**
 * The explicit dates of a question ("14 July 2024", "May 2023", "2019", "last week", "since 2020", "from March 2021 to
 * May 2021"). `text` must have its white space collapsed. `now` is the user's own clock.
 */
export function readDates(text: string, now: Date, timeZone: string): ReadDate[] {
  const found: ReadDate[] = [];
  const free = (from: number, to: number) => found.every((other) => to <= other.from || from >= other.to);
  for (const { at, part } of windows(text)) {
    const reference = { instant: now, timezone: offsetMinutes(now, timeZone) };
    for (const result of chrono.en.casual.parse(part, reference)) {
      const stretch = lately.test(result.text) ? sinceThen(result, now, timeZone) : stretchOf(result);
      const from = at + result.index;
      if (looksOnly.test(result.text)) continue;
      if (!stretch || !free(from, from + result.text.length)) continue;
      found.push(asFilter(text, from, from + result.text.length, stretch));
    }
  }
  for (const year of text.matchAll(
    /(?<![\w.,/-])((?:19|20)\d\d)(?:\s?(?:-|–|to|and|until)\s?((?:19|20)\d\d))?(?![\w/-])/g,
  )) {
    const from = year.index;
    const to = from + year[0].length;
    const [first, last] = [Number(year[1]), Number(year[2] ?? year[1])];
    if (last < first || !free(from, to)) continue;
    const stretch = { start: Date.UTC(first, 0), end: Date.UTC(last + 1, 0) };
    found.push(asFilter(text, from, to, stretch, year[2] ? `${first} to ${last}` : String(first)));
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Pieces of at most 80 characters that begin at words and overlap by half, so that no date is cut everywhere. */
function* windows(text: string): Generator<{ at: number; part: string }> {
  for (let at = 0; at < text.length; ) {
    const part = text.slice(at, at + longestWindow);
    yield { at, part };
    if (at + longestWindow >= text.length) return;
    const step = text.indexOf(" ", at + longestWindow / 2);
    at = step === -1 || step - at > longestWindow ? at + longestWindow : step + 1;
  }
}

/** The stretch that a found date means: a day, a month or a year, as precisely as its words are; null when only a time. */
function stretchOf(result: chrono.ParsedResult): Stretch | null {
  const begin = spanOf(result.start, result.text);
  const end = result.end ? spanOf(result.end, result.text) : begin;
  return begin && end && end.end > begin.start ? { start: begin.start, end: end.end } : null;
}

function sinceThen(result: chrono.ParsedResult, now: Date, timeZone: string): Stretch {
  const then = result.start;
  const start = Date.UTC(then.get("year") ?? 0, (then.get("month") ?? 1) - 1, then.get("day") ?? 1);
  const today = new Date(now.getTime() + offsetMinutes(now, timeZone) * 60_000);
  return { start, end: Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + 1) };
}

function spanOf(date: chrono.ParsedComponents, words: string): Stretch | null {
  const year = date.get("year") ?? 0;
  const month = (date.get("month") ?? 1) - 1;
  const day = date.get("day") ?? 1;
  if (/\bweek\b/i.test(words)) {
    const midweek = new Date(Date.UTC(year, month, day));
    const monday = Date.UTC(year, month, day - ((midweek.getUTCDay() + 6) % 7));
    return { start: monday, end: monday + 7 * 86_400_000 };
  }
  if (date.isCertain("day") || date.isCertain("weekday")) {
    return { start: Date.UTC(year, month, day), end: Date.UTC(year, month, day + 1) };
  }
  if (!date.isCertain("year")) return null;
  if (date.isCertain("month")) return { start: Date.UTC(year, month), end: Date.UTC(year, month + 1) };
  return { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) };
}

/** The word before a date says on which side of it the photos lie. */
function asFilter(
  text: string,
  dateFrom: number,
  to: number,
  stretch: Stretch,
  name = text.slice(dateFrom, to),
): ReadDate {
  const lead =
    /(?:^|\s)(since|after|from|before|until|till|up to|in|on|of|at|during|between|taken|the|by)\s*$/i;
  let from = dateFrom;
  let side = "";
  for (let match = lead.exec(text.slice(0, from)); match; match = lead.exec(text.slice(0, from))) {
    const word = match[1]?.toLowerCase() ?? "";
    if (["since", "after", "before", "until", "till", "up to"].includes(word)) side = word;
    from = match.index === 0 && !/^\s/.test(match[0]) ? 0 : match.index + 1;
    if (side) break;
  }
  const words = text.slice(from, to).trim();
  const label = side ? words : name;
  const at = (operator: PlanFilter["operator"], value: number): PlanFilter => ({
    field: "taken",
    operator,
    value,
    negated: false,
    either: null,
    words,
    label,
  });
  if (side === "since") return { filters: [at(">=", stretch.start)], from, to };
  if (side === "after") return { filters: [at(">=", stretch.end)], from, to };
  if (side === "before") return { filters: [at("<", stretch.start)], from, to };
  if (side) return { filters: [at("<", stretch.end)], from, to };
  return { filters: [at(">=", stretch.start), at("<", stretch.end)], from, to };
}

/** Minutes that `timeZone` is ahead of UTC at this moment. */
function offsetMinutes(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(
    instant,
  );
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  return match ? (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0;
}
