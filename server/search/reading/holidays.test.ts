import { describe, expect, test } from "vitest";
import type { Holiday } from "#server/languages/meanings.ts";
import { context, vocabularyOf } from "#tests/fixtures/reading/context.ts";
import { easterSunday, holidayIn } from "./holidays.ts";
import { readQuestion } from "./read-question.ts";

test.each([
  "1961-04-02",
  "2000-04-23",
  "2008-03-23",
  "2024-03-31",
  "2025-04-20",
  "2038-04-25",
])("Easter is on %s", (day) => {
  expect(easterSunday(Number(day.slice(0, 4)))).toBe(Date.parse(day));
});

describe("a holiday has its first and its last day", () => {
  test.each<[Holiday, number, string, string]>([
    ["easter", 2024, "2024-03-29", "2024-04-01"],
    ["pentecost", 2024, "2024-05-19", "2024-05-20"],
    ["ascension", 2024, "2024-05-09", "2024-05-09"],
    ["carnival", 2024, "2024-02-08", "2024-02-13"],
    ["christmas", 2022, "2022-12-24", "2022-12-26"],
    ["thanksgiving", 2023, "2023-11-23", "2023-11-23"],
    ["thanksgiving", 2018, "2018-11-22", "2018-11-22"],
    ["mothersDay", 2022, "2022-05-08", "2022-05-08"],
    ["fathersDay", 2025, "2025-06-15", "2025-06-15"],
    ["advent", 2022, "2022-11-27", "2022-12-23"],
    ["advent", 2023, "2023-12-03", "2023-12-23"],
  ])("%s %i: %s to %s", (holiday, year, first, last) => {
    const { start, end } = holidayIn(holiday, year);
    expect([start, end - 1].map((at) => new Date(at).toISOString().slice(0, 10))).toEqual([first, last]);
  });
});

test("a holiday that is also a keyword of the library means both, unless a year is said", () => {
  const vocabulary = vocabularyOf({ easter: [{ kind: "keyword", value: "Easter", photos: 3 }] });
  const fieldsOf = (question: string) => {
    const reading = readQuestion(question, { ...context, vocabulary });
    return "filters" in reading ? reading.filters.map(({ field, either }) => [field, either]) : [];
  };
  expect(fieldsOf("Easter")).toEqual([
    ["taken", 0],
    ["keywords", 0],
  ]);
  expect(fieldsOf("Easter 2024")).toEqual([["taken", null]]);
  expect(fieldsOf("Christmas")).toEqual([["taken", null]]);
});
