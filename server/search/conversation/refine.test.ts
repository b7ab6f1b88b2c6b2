import { expect, test } from "vitest";
import { shown } from "#tests/fixtures/reading/context.ts";
import { everything } from "../plan/everything.ts";
import { planOf } from "../read-plan.ts";
import { readQuestion } from "../reading/read-question.ts";
import type { PlanFilter, SearchPlan } from "../types.ts";
import { refined } from "./refine.ts";

const asked = (question: string) => planOf(readQuestion(question, { ...shown, hasShown: false }));
const then = (before: SearchPlan, ...sentences: string[]) =>
  sentences.reduce((plan, sentence) => {
    const reading = readQuestion(sentence, shown);
    return refined(plan, reading, reading.intent === "refine" ? reading.change : undefined);
  }, before);

/** Shows a plan on one line: its text, then each clause, with a bar between alternatives. */
function show({ text, either, also, without, filters, sort, limit }: SearchPlan): string {
  const one = ({ field, value, negated }: PlanFilter) =>
    `${negated ? "!" : ""}${field === "taken" && Array.isArray(value) ? yearOf(value[0]) : `${field} ${value}`}`;
  const clauses = [...Map.groupBy(filters, (filter, at) => filter.either ?? `alone ${at}`).values()];
  return [
    text && `"${text}"`,
    either.length > 0 && `either(${either.join("|")})`,
    ...also.map((each) => `and "${each}"`),
    ...without.map((each) => `not "${each}"`),
    ...clauses.map((clause) => clause.map(one).join(" | ")),
    sort !== "relevance" && sort,
    limit !== null && `limit ${limit}`,
  ]
    .filter((part) => part !== "" && part !== false)
    .join("; ");
}

const yearOf = (at: unknown) => new Date(Number(at)).getUTCFullYear();

test.each<[string[], string]>([
  [["a dog in Lisbon", "only in 2022"], '"a dog"; city Lisbon; 2022'],
  [["a dog", "only at sunset", "no people"], '"a dog"; and "sunset"; not "people"'],
  [["in Lisbon", "only the ones with a dog"], '"a dog"; city Lisbon'],
  [["a dog in Lisbon in 2021", "in 2022 instead"], '"a dog"; city Lisbon; 2022'],
  [["a dog at night in Lisbon", "cats instead"], '"cats"; hour 0,5,21,24; city Lisbon'],
  [["a dog in 2021", "also 2022"], '"a dog"; 2021 | 2022'],
  [["a dog in 2021", "also 2022", "also 2023"], '"a dog"; 2021 | 2022 | 2023'],
  [["a dog in 2019", "and 2022"], '"a dog"; 2019 | 2022'],
  [["at Christmas", "only in 2019", "also 2022"], "2015; 2019 | 2022"],
  [["in May 2022", "and in 2022"], "2022; 2022"],
  [["a dog in Lisbon", "or in Porto"], '"a dog"; city Lisbon | places Porto'],
  [["a dog in Lisbon", "also cats"], '"a dog or cats"; either(a dog|cats); city Lisbon'],
  [["a dog", "also 2022"], '"a dog"; 2022'],
  [["a dog in Lisbon in 2021", "any place"], '"a dog"; 2021'],
  [["a dog in Lisbon in 2021", "drop the date"], '"a dog"; city Lisbon'],
  [["a dog", "newest first", "just five of them"], '"a dog"; newest; limit 5'],
  // A denied word replaces the wish for the same word.
  [["a dog in Lisbon", "not a dog"], 'not "dog"; city Lisbon'],
  [["dogs in the garden", "not in the garden"], '"dogs"; not "garden"'],
  [["black dogs", "not black"], '"dogs"; not "black"'],
  [["a dog", "in the snow", "without snow"], '"a dog"; not "snow"'],
  [["in Lisbon at night", "not at night"], "city Lisbon; !hour 0,5,21,24"],
  // Only what is named is dropped; other filters of its kind stay.
  [["in Lisbon", "also Paris", "drop Paris"], "city Lisbon"],
  [["in Lisbon or Paris", "forget Paris"], "city Lisbon"],
  [["a dog", "in the rain", "forget the rain"], '"a dog"'],
  [["a dog", "in the rain", "forget the dog"], '"the rain"'],
  [["cats or dogs", "drop the dogs"], '"cats"'],
  [["in Lisbon at night in 2021", "drop the night"], "city Lisbon; 2021"],
  [["with Anna and Ben", "Ben doesn't have to be there"], "people Anna"],
  // “only” keeps some of the people who were asked for before.
  [["with Anna and Ben", "only Anna"], "people Anna"],
  [["with Anna and Ben", "only those with Anna"], "people Anna; people Ben; people Anna"],
  // No photo is of two cameras, or of a month and another season.
  [["with the Canon", "and with the iPhone"], "make Canon | model iPhone 13"],
  [["in April", "only in winter"], "season winter"],
  [["a dog in 2021", "only 2022"], '"a dog"; 2022'],
  [["ISO 400", "ISO 800"], "iso 800"],
  [["over ISO 3200", "under ISO 800"], "iso 800"],
  [["over ISO 400", "under ISO 800"], "iso 400; iso 800"],
  [["over 3 stars", "exactly 3 stars"], "rating 3"],
  [["at 35mm", "over 100mm"], "focalLength 100"],
  [["videos longer than a minute", "shorter than 10 seconds"], "kind video; duration 10"],
  [["jpegs", "raw files"], "extension dng,cr2,cr3,nef,arw,raf,orf,rw2,pef,srw"],
  [["in April in Lisbon", "summer too"], "city Lisbon; month 4 | season summer"],
])("%j", (sentences, plan) => {
  const [first = "", ...others] = sentences;
  expect(show(then(asked(first), ...others))).toBe(plan);
});

test("the alternatives of two sentences stay apart", () => {
  const plan = then(asked("with Anna in Lisbon or Porto"), "only in May 2021 or with Ben");
  const numbers = new Set(plan.filters.flatMap(({ either }) => (either === null ? [] : [either])));
  const clauses = Map.groupBy(plan.filters, (filter, at) => filter.either ?? `alone ${at}`);
  expect(clauses.size).toBeGreaterThanOrEqual(numbers.size + 1);
});

test("a filter that is dropped and said again is as it was", () => {
  const plan = asked("a dog in Lisbon in 2021");
  expect(show(then(plan, "drop the date", "only in 2021"))).toBe(show(plan));
});

test("a search for everything is narrowed only by what is said", () => {
  expect(show(then(everything, "only in Lisbon"))).toBe("city Lisbon");
});

test("a circle that is off is given another radius only where none holds, and holds then", () => {
  const near = (off: boolean) =>
    asked("within 10 km of Lisbon").filters.map((filter) => ({ ...filter, off }));
  const wider = (...filters: PlanFilter[]) =>
    then({ ...everything, filters }, "within 50 km").filters.map(({ value, off }) => [
      Array.isArray(value) ? value[2] : null,
      off ?? false,
    ]);
  expect(wider(...near(true))).toEqual([[50, false]]);
  expect(wider(...near(true), ...near(false))).toEqual([
    [10, true],
    [50, false],
  ]);
});
