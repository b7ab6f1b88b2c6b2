import { expect, test } from "vitest";
import { everything } from "#server/search/plan/everything.ts";
import type { PlanFilter, SearchPlan } from "#server/search/types.ts";
import { canBeWords, chipsOf, putBack, takenAsWords, takenOff, textChips } from "./chips.ts";

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
  also: ["at sunset"],
  without: ["people"],
  among: ["a", "b", "c"],
  except: ["d"],
  limit: 5,
  perDay: true,
};

function chip(label: string, of = plan) {
  const found = chipsOf(of).find((each) => each.label === label);
  if (!found) throw new Error(`no chip ${label}`);
  return found;
}

test("every part of a plan that narrows the search is a chip, and conditions from the same words share one", () => {
  expect(chipsOf(plan).map(({ label }) => label)).toEqual([
    "May 2023",
    "at night",
    "at sunset",
    "not: people",
    "among 3 photos",
    "without 1 photo",
    "one per day",
    "5 at most",
  ]);
  expect(chipsOf(everything)).toEqual([]);
  expect(chipsOf({ ...everything, language: "de", without: ["Menschen"] })).toMatchObject([
    { label: "nicht: Menschen" },
  ]);
});

test("a filter that is taken off stays in the plan with all its conditions and can be put back", () => {
  const less = takenOff(plan, chip("May 2023"));
  expect(less.filters.map(({ off }) => off ?? false)).toEqual([true, true, false]);
  expect(chipsOf(less).map(({ off }) => off)).toEqual([true, ...Array(7).fill(false)]);
  const again = putBack(less, chip("May 2023", less));
  expect(JSON.stringify(again)).toBe(JSON.stringify(plan));
});

test.each([
  ["at sunset", { also: [] }],
  ["not: people", { without: [] }],
  ["among 3 photos", { among: [] }],
  ["without 1 photo", { except: [] }],
  ["one per day", { perDay: false }],
  ["5 at most", { limit: null }],
])("%s is removed as a whole, and the rest of the plan stays", (label, less) => {
  expect(takenOff(plan, chip(label))).toEqual({ ...plan, ...less });
});

test("a chip becomes words of the search", () => {
  const night = takenAsWords(plan, chip("at night"));
  expect(night.text).toBe("skiing at night");
  expect(night.filters).toHaveLength(2);
  expect(takenAsWords(plan, chip("at sunset"))).toMatchObject({ text: "skiing at sunset", also: [] });
  expect(takenAsWords(plan, chip("not: people"))).toMatchObject({ text: "skiing people", without: [] });
  expect(takenAsWords({ ...plan, text: "" }, chip("at night")).text).toBe("at night");
});

test("a chip's words are added to each alternative", () => {
  const either = { ...plan, text: "cats or dogs", either: ["cats", "dogs"] };
  expect(takenAsWords(either, chip("at night")).either).toEqual(["cats at night", "dogs at night"]);
});

test("a chip that has no words or was taken off cannot become words", () => {
  expect(chipsOf(plan).filter(canBeWords)).toHaveLength(4);
  const less = takenOff(plan, chip("at night"));
  expect(canBeWords(chip("at night", less))).toBe(false);
});

test("the plan's words are a removable chip only if another chip still narrows the search", () => {
  const [chip] = textChips(plan);
  expect(chip?.label).toBe("skiing");
  expect(chip && takenOff(plan, chip)).toEqual({ ...plan, text: "" });
  expect(textChips({ ...everything, text: "skiing" })).toEqual([]);
});
