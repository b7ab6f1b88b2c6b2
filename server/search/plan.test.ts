import { describe, expect, test } from "vitest";
import { planQuestion } from "./plan.ts";

const clock = { now: new Date("2026-11-22T12:00:00Z"), timeZone: "Europe/Berlin" };

/** The text that is left, and the stretch of local time that the filters leave, as dates. */
function read(question: string) {
  const plan = planQuestion(question, clock);
  const day = (value: unknown) => new Date(Number(value)).toISOString().slice(0, 10);
  return [plan.text, ...plan.filters.map((filter) => `${filter.operator} ${day(filter.value)}`)];
}

describe("explicit dates become filters, the rest is what to see", () => {
  test.each([
    ["a dog on a beach", ["a dog on a beach"]],
    ["a dog on a beach in May 2023", ["a dog on a beach", ">= 2023-05-01", "< 2023-06-01"]],
    ["photos from 2019", ["", ">= 2019-01-01", "< 2020-01-01"]],
    ["show me the beach in 2019", ["the beach", ">= 2019-01-01", "< 2020-01-01"]],
    ["14 July 2024", ["", ">= 2024-07-14", "< 2024-07-15"]],
    ["cake on July 14th, 2024 please", ["cake please", ">= 2024-07-14", "< 2024-07-15"]],
    ["snow 2018-2020", ["snow", ">= 2018-01-01", "< 2021-01-01"]],
    ["snow between 2018 and 2020", ["snow", ">= 2018-01-01", "< 2021-01-01"]],
    ["since 2020", ["", ">= 2020-01-01"]],
    ["cats before 2015", ["cats", "< 2015-01-01"]],
    ["cats after May 2015", ["cats", ">= 2015-06-01"]],
    ["yesterday", ["", ">= 2026-11-21", "< 2026-11-22"]],
    ["birds from last week", ["birds", ">= 2026-11-09", "< 2026-11-16"]],
    ["photos of the last 25 years", ["", ">= 2001-11-22", "< 2026-11-23"]],
    ["cats in the past 30 days", ["cats", ">= 2026-10-23", "< 2026-11-23"]],
    ["last month", ["", ">= 2026-10-01", "< 2026-11-01"]],
    ["last year", ["", ">= 2025-01-01", "< 2026-01-01"]],
    ["2021-03-05", ["", ">= 2021-03-05", "< 2021-03-06"]],
    ["from March 2021 to May 2021", ["", ">= 2021-03-01", "< 2021-06-01"]],
  ])("%s", (question, expected) => expect(read(question)).toEqual(expected));
});

describe("words that only look like dates stay with the text", () => {
  test.each([
    "the may pole",
    "a march of soldiers",
    "IMG_2019.jpg",
    "room 1408",
    "f/2.8 and 1/2000",
    "sun on the sea",
    "flight 2019a",
  ])("%s", (question) => expect(read(question)).toEqual([question]));
});

test("yesterday is the asker's own", () => {
  const now = new Date("2026-11-22T23:30:00Z");
  const taken = (timeZone: string) => planQuestion("yesterday", { now, timeZone }).filters[0]?.value;
  expect(taken("Europe/Berlin")).toBe(Date.UTC(2026, 10, 22));
  expect(taken("America/New_York")).toBe(Date.UTC(2026, 10, 21));
});

test("reading takes no string badly, and never backtracks without end", () => {
  const nasty = [
    "",
    " ".repeat(2_000),
    `in 5${" ".repeat(400)}x`,
    "1 ".repeat(1_000),
    "2019-".repeat(400),
    "may ".repeat(500),
    "\0\u202e\ud800 \"' or 1==1",
    "🏖️".repeat(600),
    "from since before until ".repeat(80),
    "a".repeat(2_000),
    "1/1/1/1/1/".repeat(200),
  ];
  planQuestion("warm up in May 2023", clock);
  for (const question of nasty) {
    const began = performance.now();
    planQuestion(question, clock);
    expect(performance.now() - began, JSON.stringify(question.slice(0, 20))).toBeLessThan(500);
  }
});
