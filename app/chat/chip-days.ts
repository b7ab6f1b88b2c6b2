import type { PlanFilter, SearchPlan } from "#server/search/types.ts";
import { filtersOf } from "./chip-changes.ts";
import type { Chip } from "./chips.ts";

/** Makes the filter of the days from one to another, both of them included, as "2024-07-14". */
export function daysFilter(from: string, to: string, label: string): PlanFilter {
  const dayMs = 86_400_000;
  const value = [Date.parse(from), Date.parse(to) + dayMs];
  return { field: "taken", operator: "within", value, negated: false, either: null, words: label, label };
}

/** Days before the first photograph, and so far ahead that the time has no end. */
const oldest = Date.UTC(1826, 0);
const endless = Date.UTC(2200, 0);

/**
 * Returns the first and the last day of a chip's time; a time without an end ends today. Null if the time is not made
 * of whole days.
 */
export function daysOf(plan: SearchPlan, chip: Chip): { from: string; to: string } | null {
  const [filter] = filtersOf(plan, chip);
  if (filter?.field !== "taken" || filter.operator !== "within" || !Array.isArray(filter.value)) return null;
  const [start, end] = filter.value.map(Number);
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  if (start === undefined || end === undefined || start < oldest) return null;
  return { from: day(start), to: day(end > endless ? Math.max(start, Date.now()) : end - 1) };
}
