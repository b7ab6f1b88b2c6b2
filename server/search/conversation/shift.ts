import type { Wording } from "../../languages/wording.ts";
import { heldOf } from "../filters.ts";
import { dayMs, earliest, latest, moved, unitStretch } from "../reading/stretch.ts";
import type { Reading, Shift, Wanted } from "../reading/types.ts";
import type { PlanFilter, SearchPlan } from "../types.ts";

type Read = (text: string, now: string) => Promise<Reading>;

/**
 * Moves a plan to another time: "and the year before". Returns null if it has no time, or several. `words`:
 * how the person asked; `now`: ISO 8601; `read`: reads words as if it were that time.
 */
export async function shifted(
  plan: SearchPlan,
  { unit, by, words, now }: Shift & { words: string; now: string },
  read: Read,
  say: Wording,
): Promise<SearchPlan | null> {
  const times = timesOf(plan);
  const [time] = times;
  const stretch = time && times.length === 1 ? stretchOf(time) : null;
  if (!time || !stretch) return null;
  const again = unit === "year" && by !== 0 ? await inYear(time, by, now, read) : null;
  const value = (again && stretchOf(again)) ?? moveBy(stretch, unit, by);
  const label = labelOf(value, say);
  const { off: _, ...kept } = time;
  const filter = { ...kept, value: [...value], words: again?.words ?? words, label: again?.label ?? label };
  const filters = plan.filters.map((other) => (other === time ? filter : other));
  return {
    ...plan,
    filters,
    among: [],
    intent: "refine",
    act: null,
    ask: null,
    by: null,
    changed: null,
    undoes: null,
  };
}

const isTime = ({ field }: PlanFilter) => field === "taken";

/** Returns the times of a plan. Times that are off count only if no time is on. */
function timesOf(plan: SearchPlan): PlanFilter[] {
  const held = heldOf(plan).filter(isTime);
  return held.length > 0 ? held : plan.filters.filter(isTime);
}

/**
 * Finds the shift to another year: "2023 instead" after May 2021 means May 2023. Returns null if the sentence
 * means another time altogether.
 */
export function otherYear(plan: SearchPlan, reading: Wanted): Shift | null {
  const [asked, ...more] = reading.filters;
  const times = heldOf(plan).filter(isTime);
  const [from, to] = [asked, times[0]].map((time) => (time ? stretchOf(time) : null));
  const isYear = more.length === 0 && reading.text === "" && from && moved(from[0], "year", 1) === from[1];
  if (!isYear || !to || times.length > 1) return null;
  const isNamed = /\b(?:19|20)\d\d\b/.test(times[0]?.words ?? "") || to[1] - to[0] >= 28 * dayMs;
  const [year, before, last] = [from[0], to[0], to[1] - 1].map((time) => new Date(time).getUTCFullYear());
  const isPart = to[1] - to[0] < 200 * dayMs && (before === last || to[1] - to[0] < 100 * dayMs);
  // "All of 2026" after April 2026 means the whole year.
  const by = (year ?? 0) - (before ?? 0);
  return isNamed && isPart && by !== 0 ? { unit: "year", by } : null;
}

type Stretch = readonly [start: number, end: number];

function stretchOf({
  operator,
  value,
  negated,
  either,
}: Pick<PlanFilter, "operator" | "value" | "negated" | "either">): Stretch | null {
  if (operator !== "within" || negated || either !== null || !Array.isArray(value)) return null;
  const [start, end, ...more] = value.map(Number);
  if (start === undefined || end === undefined || more.length > 0) return null;
  return start === earliest || end === latest ? null : [start, end];
}

/**
 * Reads the same words in another year, because Easter has another date then; null if they do not mean one
 * time.
 */
async function inYear(
  { words }: PlanFilter,
  by: number,
  now: string,
  read: Read,
): Promise<
  (Pick<PlanFilter, "operator" | "value" | "negated" | "either"> & { words?: string; label?: string }) | null
> {
  const year = /\b(?:19|20)\d\d\b/g;
  const isDated = words.search(year) !== -1;
  const then = new Date(now);
  if (!isDated) then.setUTCFullYear(then.getUTCFullYear() + by);
  const { filters } = await read(
    words.replace(year, (said) => String(Number(said) + by)),
    then.toISOString(),
  );
  const [time] = filters;
  if (time?.field !== "taken" || filters.length > 1 || !stretchOf(time)) return null;
  const { operator, value, negated, either } = time;
  // "Last summer" would mean another summer by now, so the moved time is labelled by its days.
  return { operator, value, negated, either, ...(isDated && { words: time.words, label: time.label }) };
}

const longest = { day: 1, week: 7, month: 31, year: 366, decade: 3_653 };

/** Moves a stretch (by 0 to the whole unit around it) and keeps its length; a stretch longer than the unit becomes the unit beside it. */
function moveBy([start, end]: Stretch, unit: Shift["unit"], by: number): Stretch {
  if (by === 0) {
    const whole = unitStretch(unit, start, 0);
    return [whole.start, whole.end];
  }
  const length = (end - start) / dayMs;
  const isPart = length <= longest[unit];
  // The week before a day is a whole week, but the year before a day is the same day.
  if (isPart && (unit === "year" || unit === "decade" || length >= longest[unit] * 0.25))
    return [moved(start, unit, by), moved(end, unit, by)];
  return by > 0 ? [end, moved(end, unit, by)] : [moved(start, unit, by), start];
}

function labelOf([start, end]: Stretch, say: Wording): string {
  const iso = (time: number) => new Date(time).toISOString();
  const [first, last] = [iso(start), iso(end - 1)];
  const isWhole = (time: string) => time.slice(8, 10) === "01";
  if (isWhole(first) && isWhole(iso(end))) {
    if (moved(start, "year", 1) === end) return first.slice(0, 4);
    if (moved(start, "month", 1) === end) return say.month(first);
  }
  return first.slice(0, 10) === last.slice(0, 10) ? say.day(first) : `${say.day(first)} – ${say.day(last)}`;
}
