import { expect, test } from "vitest";
import { nothingSaid, planOf, readIn } from "./read-plan.ts";
import { searchPlan } from "./types.ts";

const empty = {
  find: () => [],
  near: () => [],
  locate: () => null,
  isPlace: () => false,
  complete: () => ({ replaces: 0, names: [] }),
  people: [],
  home: null,
  years: null,
};
const clock = { now: new Date("2026-11-22T12:00:00Z"), timeZone: "Europe/Berlin" };
const plan = (question: string) => planOf(readIn(empty, question, clock, nothingSaid));

test("a reading becomes a plan with its filters, what is seen and what is not", () => {
  expect(plan("the 5 best photos of dogs or cats in May 2023 without people")).toMatchObject({
    text: "dogs or cats",
    either: ["dogs", "cats"],
    without: ["people"],
    filters: [{ field: "taken", operator: "within", value: [Date.UTC(2023, 4), Date.UTC(2023, 5)] }],
    sort: "best",
    limit: 5,
    intent: "search",
  });
});

test("a plan that is stored and read back is the same", () => {
  const questions = [
    "50000 photos",
    "photos without a location",
    "a dog",
    "how many are there?",
    "",
    "🏖️",
    "since 2020",
  ];
  for (const question of questions) {
    const made = plan(question);
    expect(searchPlan.parse(JSON.parse(JSON.stringify(made))), question).toEqual(made);
  }
});

test("a circle needs its centre and its radius, and no other field takes one", () => {
  const near = (field: string, value: unknown) =>
    searchPlan.safeParse({ text: "", filters: [{ field, operator: "near", value, words: "", label: "" }] })
      .success;
  expect(near("near", [38.7, -9.1, 25])).toBe(true);
  expect(near("near", [38.7, -9.1])).toBe(false);
  expect(near("near", [98, -9.1, 25])).toBe(false);
  expect(near("city", [38.7, -9.1, 25])).toBe(false);
});
