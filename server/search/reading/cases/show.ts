import type { ReadFilter, Reading, Reference } from "../types.ts";

/**
 * Writes a reading on one line for tables of tests: the remaining text in quotes, and then everything that differs from
 * a plain search. `a|b` are alternatives, `!` means not, and a stretch of time is its first and last day.
 */
export function show(reading: Reading): string {
  const {
    text,
    either,
    without,
    filters,
    sort,
    limit,
    perDay,
    like,
    on,
    same,
    but,
    refine,
    question,
    act,
    chat,
    shift,
    steps,
    more,
    radius,
  } = reading;
  const parts = [text === "" ? "" : `"${text}"`];
  if (either.length > 0) parts.push(`either(${either.join("|")})`);
  if (without.length > 0) parts.push(`without(${without.join("|")})`);
  parts.push(...groups(filters));
  if (sort !== "relevance") parts.push(sort);
  if (limit !== null) parts.push(`limit ${limit}`);
  if (perDay) parts.push("one per day");
  if (like.length > 0) parts.push(`like ${like.map(pointed).join("+")}`);
  if (more !== null) parts.push(`${more} more`);
  if (radius !== null) parts.push(`${radius} km`);
  if (shift) parts.push(`${shift.by} ${shift.unit}`);
  if (steps !== 1) parts.push(`${steps} steps`);
  if (refine) parts.push([refine.how, ...refine.about].join(" "));
  if (question) parts.push(`${question.ask}? ${question.of}`);
  if (act) parts.push(act);
  if (but.length > 0) parts.push(`but ${but.map(pointed).join("+")}`);
  if (same) parts.push(`same ${same}`);
  if (on.length > 0) parts.push(`on ${on.map(pointed).join("+")}`);
  if (chat) parts.push(`chat ${chat}`);
  return parts.filter((part) => part !== "").join("; ");
}

/** Groups alternatives at the place of the first one. */
function groups(filters: ReadFilter[]): string[] {
  const alone = filters.map((filter, at) => ({ key: filter.either ?? `alone ${at}`, text: one(filter) }));
  return [...Map.groupBy(alone, ({ key }) => key).values()].map((group) =>
    group.map(({ text }) => text).join(" | "),
  );
}

function one({ field, operator, value, negated }: ReadFilter): string {
  const not = negated ? "!" : "";
  if (operator === "known") return `${not}${field} known`;
  if (operator === "near") return `${not}near ${(value as number[]).join(" ")}`;
  if (operator === "within") return `${not}${field} ${ranges(field, value as number[])}`;
  const sign = operator === "contains" ? "has" : operator;
  return `${not}${field} ${sign} ${Array.isArray(value) ? value.join("|") : value}`;
}

function ranges(field: string, flat: number[]): string {
  const pairs = flat.flatMap((from, at) => (at % 2 === 0 ? [[from, flat[at + 1] ?? from] as const] : []));
  const all = pairs.map(([from, to]) => (field === "taken" ? days(from, to) : `${from}–${to}`));
  return all.length > 4 ? `${all[0]}|…${all.length}…|${all.at(-1)}` : all.join("|");
}

function days(from: number, to: number): string {
  const iso = (at: number) => new Date(at).toISOString();
  const isDay = iso(from).slice(11, 16) === "00:00" && iso(to).slice(11, 16) === "00:00";
  if (!isDay) return `${iso(from).slice(0, 16)}–${iso(to).slice(0, 16)}`;
  const first = iso(from).slice(0, 10);
  const last = iso(to - 1).slice(0, 10);
  if (first === "1000-01-01") return `–${last}`;
  if (to === Date.UTC(9999, 0)) return `${first}–`;
  return first === last ? first : `${first}–${last}`;
}

function pointed(reference: Reference): string {
  if (reference.refer === "shown") return `#${reference.positions.join(",")}`;
  return reference.refer === "described" ? `<${reference.text}>` : reference.refer;
}
