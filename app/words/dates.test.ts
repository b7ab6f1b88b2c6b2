import { expect, test } from "vitest";
import { afterWords, dateGroup, localIso, momentWords, monthOf, spanEnd, takenWords } from "./dates.ts";

test("a camera's time is shown unchanged in every time zone", () => {
  expect(takenWords("2024-07-14T20:47:31")).toBe("Sunday, 14 July 2024, 20:47");
  expect(takenWords("2024-07-14T20:47:31.250+02:00")).toBe("Sunday, 14 July 2024, 20:47 (UTC+2)");
  expect(takenWords("2019-01-01T00:10:00-03:30")).toBe("Tuesday, 1 January 2019, 00:10 (UTC−3:30)");
  expect(takenWords("2019-01-01T00:10:00Z")).toBe("Tuesday, 1 January 2019, 00:10 (UTC)");
  expect(monthOf("2009-03-31")).toBe("March 2009");
});

test("a text that is no date gives an empty string", () => {
  expect(takenWords("soon")).toBe("");
  expect(monthOf("")).toBe("");
});

test("conversations are grouped by the days of the viewer's time zone", () => {
  const now = Date.parse("2024-11-15T10:00:00Z");
  const groups = (iso: string, zone = "UTC") => dateGroup(iso, now, zone);
  expect(groups("2024-11-15T01:00:00Z")).toBe("Today");
  expect(groups("2024-11-15T01:00:00Z", "America/Los_Angeles")).toBe("Yesterday");
  expect(groups("2024-11-14T23:00:00Z")).toBe("Yesterday");
  expect(groups("2024-11-14T23:00:00Z", "Asia/Tokyo")).toBe("Today");
  expect(groups("2024-11-08T12:00:00Z")).toBe("Last 7 days");
  expect(groups("2024-10-31T12:00:00Z")).toBe("October");
  expect(groups("2023-10-31T12:00:00Z")).toBe("October 2023");
});

test("the span of a library ends today, yesterday or in a month", () => {
  const now = Date.parse("2024-11-15T23:30:00Z");
  expect(spanEnd("2024-11-15", now, "UTC")).toBe("today");
  expect(spanEnd("2024-11-15", now, "Europe/Berlin")).toBe("yesterday");
  expect(spanEnd("2024-07-02", now, "UTC")).toBe("July 2024");
});

test("a moment and the time since another moment are written in words", () => {
  expect(momentWords("2024-07-16T07:12:04Z", "Europe/Lisbon")).toBe("16 July 2024, 08:12:04");
  const from = "2024-07-16T07:00:00.000Z";
  expect(afterWords(from, "2024-07-16T07:00:00.430Z")).toBe("after 0.4 s");
  expect(afterWords(from, "2024-07-16T07:00:41.000Z")).toBe("after 41 s");
  expect(afterWords(from, "2024-07-16T07:30:00.000Z")).toBe("after 30 min");
  expect(afterWords(from, "2024-07-19T07:00:00.000Z")).toBe("after 3 days");
});

test("the viewer's local time names the same moment", () => {
  const now = new Date("2024-07-14T18:47:00Z");
  expect(Date.parse(localIso(now))).toBe(now.getTime());
  expect(localIso(now)).toMatch(/^2024-07-1[345]T\d{2}:\d{2}:00[+-]\d{2}:\d{2}$/);
});

test.each([
  ["1987", "1987"],
  ["1987-07", "July 1987"],
  ["1987-07-04", "Saturday, 4 July 1987"],
  ["1987-07-04T10:20:30", "Saturday, 4 July 1987, 10:20"],
])("%s is shown as exactly as it is known", (taken, expected) => {
  expect(takenWords(taken)).toBe(expected);
});
