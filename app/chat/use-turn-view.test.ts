import { expect, test } from "vitest";
import { everything } from "#server/search/everything.ts";
import type { PlanFilter, SearchPlan } from "#server/search/types.ts";
import { changedPlan, chipsOf } from "./use-turn-view.ts";

const filter = (words: string, label: string, value: number): PlanFilter => ({
  field: "taken",
  operator: ">=",
  value,
  negated: false,
  either: null,
  words,
  label,
});
const plan: SearchPlan = {
  ...everything,
  text: "skiing",
  filters: [
    filter("in May 2023", "May 2023", 1),
    filter("in May 2023", "May 2023", 2),
    filter("at night", "at night", 3),
  ],
};

test("conditions of the same words are one chip", () => {
  expect(chipsOf(plan)).toEqual([
    { words: "in May 2023", label: "May 2023", negated: false },
    { words: "at night", label: "at night", negated: false },
  ]);
});

test("a chip goes with all its conditions, and the rest of the plan stays", () => {
  const without = changedPlan(plan, ["in May 2023"], "relevance");
  expect(without.filters.map((kept) => kept.value)).toEqual([3]);
  expect(without.text).toBe("skiing");
  expect(changedPlan(plan, [], "relevance")).toEqual(plan);
});

test("by date is the newest first, unless the question said the oldest", () => {
  expect(changedPlan(plan, [], "date").sort).toBe("newest");
  expect(changedPlan({ ...plan, sort: "oldest" }, [], "date").sort).toBe("oldest");
  expect(changedPlan({ ...plan, sort: "oldest" }, [], "relevance").sort).toBe("relevance");
});
