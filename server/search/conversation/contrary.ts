import { rangesOf } from "../../engines/index/conditions.ts";
import type { PlanFilter } from "../types.ts";

type Field = PlanFilter["field"];

/**
 * Fields of which a photo has at most one value. Places are missing here, because a new place always replaces the old
 * one.
 */
const single = new Set<Field>([
  ...(["taken", "month", "weekday", "season", "hour", "make", "model", "lens"] as const),
  ...(["orientation", "type", "extension", "fileName", "rating", "kind"] as const),
  ...(["iso", "focalLength", "aperture", "exposure", "megapixels", "duration"] as const),
]);

/** Fields that state the same kind of fact; one filter of a kind is enough. */
const kinds: Partial<Record<Field, string>> = {
  ...{ city: "place", region: "place", country: "place", places: "place", near: "place" },
  ...{ make: "camera", model: "camera", month: "month", season: "month", type: "file", extension: "file" },
};

/** Returns what kind of fact a filter is about; of each kind one is enough. */
export const factOf = ({ field }: PlanFilter): string => kinds[field] ?? field;

/** Tells whether the second of two filters replaces the first: no photo can meet both, or it takes the first back. */
export function areContrary(one: PlanFilter, other: PlanFilter): boolean {
  // "without Ben" after "with Ben" takes it back.
  if (one.negated !== other.negated)
    return one.field === other.field && JSON.stringify(one.value) === JSON.stringify(other.value);
  if (one.negated || factOf(one) !== factOf(other)) return false;
  // "outside Berlin" asks for any known place, and narrows "in Germany".
  if (factOf(one) === "place") return one.operator !== "known" && other.operator !== "known";
  if (one.field !== other.field) return !isOfMake(one, other);
  return single.has(one.field) && areApart(one, other);
}

/** Tells whether a model may be one of a make: "Canon EOS R7" is one of Canon's. */
function isOfMake(one: PlanFilter, other: PlanFilter): boolean {
  const [a = "", b = ""] = [one, other].map(({ value }) => String(value).toLowerCase());
  return a.includes(b) || b.includes(a);
}

function areApart(one: PlanFilter, other: PlanFilter): boolean {
  const [a, b] = [intervalsOf(one), intervalsOf(other)];
  if (a && b) return a.every(([from, to]) => b.every(([start, end]) => to < start || end < from));
  const isNamed = [one, other].every(({ operator }) => operator === "=" || operator === "in");
  const values = new Set<unknown>([one.value].flat());
  return isNamed && ![other.value].flat().some((value) => values.has(value));
}

/** A distance smaller than any between two values of a field. */
const least = 1e-9;

/** Returns the numbers that obey a filter, ends included; null if it is not about numbers. */
function intervalsOf({ operator, value }: PlanFilter): [number, number][] | null {
  // The end of a range is not in it; times are so large that less than a millisecond is lost in them.
  if (operator === "within")
    return rangesOf(value).map(([from, to]) => [from, to - Math.max(least, Math.abs(to) * 1e-12)]);
  if (operator === "in" && Array.isArray(value)) {
    const numbers = value.filter((each) => typeof each === "number");
    return numbers.length === value.length ? numbers.map((each) => [each, each]) : null;
  }
  if (typeof value !== "number") return null;
  if (operator === ">=" || operator === ">")
    return [[operator === ">" ? value + least : value, Number.POSITIVE_INFINITY]];
  if (operator === "<=" || operator === "<")
    return [[Number.NEGATIVE_INFINITY, operator === "<" ? value - least : value]];
  return operator === "=" ? [[value, value]] : null;
}
