import { expect, test } from "vitest";
import { germanTurnWords } from "#app/words/de-turn.ts";
import { addTurnWords } from "#app/words/turns.ts";
import { everything } from "#server/search/plan/everything.ts";
import type { PlanFilter, SearchPlan } from "#server/search/types.ts";
import { canBeTurned, choiceKindOf, isTurned, replacedBy, turnedRound } from "./chip-changes.ts";
import { daysFilter, daysOf } from "./chip-days.ts";
import { chipsOf } from "./chips.ts";

addTurnWords("de", germanTurnWords);

const filter = (
  words: string,
  field: PlanFilter["field"],
  value: PlanFilter["value"],
  either: number | null = null,
) => ({ field, operator: "=", value, negated: false, either, words, label: words }) satisfies PlanFilter;
const plan: SearchPlan = {
  ...everything,
  filters: [
    filter("in Lisbon or Porto", "city", "Lisbon", 0),
    filter("in Lisbon or Porto", "places", "Porto", 0),
    filter("with Anna and Ben", "people", "Anna"),
    filter("with Anna and Ben", "people", "Ben"),
    daysFilter("2019-01-01", "2019-12-31", "2019"),
    filter("at night", "hour", 22),
  ],
  also: ["a dog"],
  without: ["people"],
};

function chip(label: string, of = plan) {
  const found = chipsOf(of).find((each) => each.label === label);
  if (!found) throw new Error(`no chip ${label}`);
  return found;
}
const conditions = ({ filters }: SearchPlan, label: string) =>
  filters.filter((each) => each.label === label).map(({ negated, either }) => [negated, either]);

test("none of the alternatives, or not all of several together", () => {
  const neither = turnedRound(plan, chip("in Lisbon or Porto"));
  expect(conditions(neither, "not in Lisbon or Porto")).toEqual([
    [true, null],
    [true, null],
  ]);
  const notBoth = turnedRound(plan, chip("with Anna and Ben"));
  expect(conditions(notBoth, "not with Anna and Ben")).toEqual([
    [true, 1],
    [true, 1],
  ]);
  for (const [turned, label] of [
    [neither, "in Lisbon or Porto"],
    [notBoth, "with Anna and Ben"],
  ] as const) {
    const there = chip(`not ${label}`, turned);
    expect(isTurned(turned, there)).toBe(true);
    const back = turnedRound(turned, there);
    expect(conditions(back, label).map(([negated]) => negated)).toEqual([false, false]);
    expect(conditions(back, label)[0]?.[1] === null).toBe(label.includes("and"));
  }
});

test("a wanted thing becomes an unwanted one, and back", () => {
  const turned = turnedRound(plan, chip("a dog"));
  expect([turned.also, turned.without]).toEqual([[], ["people", "a dog"]]);
  expect(turnedRound(turned, chip("not: a dog", turned)).also).toEqual(["a dog"]);
});

test("a German chip is turned round in German", () => {
  const german: SearchPlan = { ...plan, language: "de" };
  expect(conditions(turnedRound(german, chip("2019", german)), "nicht 2019")).toEqual([[true, null]]);
});

test("a chip knows what it can become", () => {
  const kinds = chipsOf(plan).map((each) => [each.label, choiceKindOf(plan, each), canBeTurned(plan, each)]);
  expect(kinds).toEqual([
    ["in Lisbon or Porto", "place", true],
    ["with Anna and Ben", "person", true],
    ["2019", "day", true],
    ["at night", null, true],
    ["a dog", null, true],
    ["not: people", null, true],
  ]);
});

test("another filter takes the place of all filters of the chip", () => {
  const changed = replacedBy(plan, chip("with Anna and Ben"), filter("with Cleo", "people", "Cleo"));
  expect(chipsOf(changed).map(({ label }) => label)).toEqual([
    "in Lisbon or Porto",
    "with Cleo",
    "2019",
    "at night",
    "a dog",
    "not: people",
  ]);
});

test("days are whole, and are read from a chip again", () => {
  const changed = replacedBy(plan, chip("2019"), daysFilter("2024-07-14", "2024-07-16", "three days"));
  const there = chip("three days", changed);
  expect(daysOf(changed, there)).toEqual({ from: "2024-07-14", to: "2024-07-16" });
  expect(changed.filters.find(({ words }) => words === "three days")?.value).toEqual([
    Date.UTC(2024, 6, 14),
    Date.UTC(2024, 6, 17),
  ]);
  expect(daysOf(plan, chip("at night"))).toBeNull();
});
