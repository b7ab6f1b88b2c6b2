import { describe, expect, test } from "vitest";
import { context, shown } from "#tests/fixtures/reading/context.ts";
import { buildsOnShown, show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";
import type { ReadingContext } from "./types.ts";

function read(question: string, other: Partial<ReadingContext> = {}) {
  return show(readQuestion(question, { ...context, ...other }));
}

test("yesterday depends on the asker's time zone", () => {
  const now = new Date("2026-11-22T23:30:00Z");
  expect(read("yesterday", { now, timeZone: "Europe/Berlin" })).toBe("taken 2026-11-22");
  expect(read("yesterday", { now, timeZone: "America/New_York" })).toBe("taken 2026-11-21");
  expect(read("yesterday", { now, timeZone: "no such zone" })).toBe("taken 2026-11-21");
});

test("a current winter began last year", () => {
  const now = new Date("2026-01-10T12:00:00Z");
  expect(read("this winter", { now })).toBe("taken 2025-12-01–2026-02-28");
  expect(read("last winter", { now })).toBe("taken 2024-12-01–2025-02-28");
});

test("last spring depends on the asker's hemisphere", () => {
  const sydney = [{ kind: "country" as const, value: "Australia", photos: 9, latitude: -25, longitude: 133 }];
  const vocabulary = {
    find: (phrase: string) => (phrase === "australia" ? sydney : []),
    near: () => [],
    locate: () => null,
    isPlace: () => false,
    people: [],
  };
  expect(read("last spring", { home: "Australia", vocabulary })).toBe("taken 2025-09-01–2025-11-30");
});

test("a holiday without a year means every year of the library", () => {
  expect(read("at Christmas", { years: [2020, 2021] })).toBe(
    "taken 2020-12-24–2020-12-26|2021-12-24–2021-12-26",
  );
});

test("abroad is only understood if home is known", () => {
  expect(read("abroad", { home: null })).toBe('"abroad"');
});

test("only names that the library has are read as names", () => {
  const entry = (kind: "person" | "country", photos: number) => ({ kind, value: "Jordan", photos });
  const withNames = (...entries: ReturnType<typeof entry>[]) => ({
    find: (phrase: string) => (phrase === "jordan" ? entries : []),
    near: () => [],
    locate: () => null,
    isPlace: () => false,
    people: [],
  });
  expect(read("Jordan", { vocabulary: withNames(entry("person", 3)) })).toBe("people has Jordan");
  expect(read("Jordan", { vocabulary: withNames(entry("person", 3), entry("country", 2)) })).toBe(
    "people has Jordan",
  );
  expect(read("Jordan", { vocabulary: withNames(entry("person", 3), entry("country", 4)) })).toBe(
    "country = Jordan",
  );
  expect(read("Jordan", { vocabulary: withNames() })).toBe('"Jordan"');
});

describe("the words of a chip that was turned back are searched for as they are", () => {
  test.each([
    ["photos in may", ["may"], '"may"'],
    ["photos in May in Lisbon", ["in May"], '"in May"; city = Lisbon'],
    ["beach without people", ["people"], '"beach without people"'],
    ["only at night", ["at night"], '"at night"'],
    ["Lisbon or Porto", ["Lisbon or Porto"], '"Lisbon or Porto"'],
    ['the "Lisbon" restaurant', [], '"the Lisbon restaurant"'],
  ])("%s, %j", (question, literal, expected) => expect(read(question, { literal })).toBe(expected));
});

test.each([
  ["only at night", true],
  ["2022 instead", true],
  ["more like the third", true],
  ["how many are there?", true],
  ["mark the first as favourite", true],
  ["start over", false],
  ["photos from Lisbon", false],
  ["how many photos did I take in Lisbon?", false],
  ["hello", false],
])("%s builds on the shown photos: %s", (question, isFollowUp) => {
  expect(buildsOnShown(readQuestion(question, shown))).toBe(isFollowUp);
});

test("nothing is narrowed if no photos are shown", () => {
  expect(readQuestion("only in Lisbon", context)).toMatchObject({ intent: "search", like: [] });
});
