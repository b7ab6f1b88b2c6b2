import { expect, test } from "vitest";
import { dayByKey, monthAfter, weeksOf, wholeMonth, wholeYear } from "./calendar-days.ts";

test("weeks begin on Monday and hold only days of the month", () => {
  const weeks = weeksOf("2024-07-14");
  expect(weeks[0]).toEqual([
    "2024-07-01",
    "2024-07-02",
    "2024-07-03",
    "2024-07-04",
    "2024-07-05",
    "2024-07-06",
    "2024-07-07",
  ]);
  expect(weeks.at(-1)).toEqual(["2024-07-29", "2024-07-30", "2024-07-31", null, null, null, null]);
  expect(weeksOf("2021-02-01").length).toBe(4);
  expect(weeksOf("2020-03-15").flat().filter(Boolean).length).toBe(31);
});

test("a month later stays in the month that is meant", () => {
  expect(monthAfter("2024-01-31", 1)).toBe("2024-02-29");
  expect(monthAfter("2024-03-31", -1)).toBe("2024-02-29");
  expect(monthAfter("2024-12-05", 1)).toBe("2025-01-05");
  expect(monthAfter("2024-02-29", -12)).toBe("2023-02-28");
});

test("a whole month and a whole year", () => {
  expect(wholeMonth("2024-02-14")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(wholeYear("2019-05-03")).toEqual({ from: "2019-01-01", to: "2019-12-31" });
});

test.each([
  ["ArrowLeft", false, "2024-06-30"],
  ["ArrowDown", false, "2024-07-08"],
  ["End", false, "2024-07-07"],
  ["Home", false, "2024-07-01"],
  ["PageUp", false, "2024-06-01"],
  ["PageDown", true, "2025-07-01"],
  ["a", false, null],
])("%s (shift %s) leads from 1 July 2024 to %s", (key, shift, day) => {
  expect(dayByKey("2024-07-01", key, shift)).toBe(day);
});
