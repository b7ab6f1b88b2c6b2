import { describe, expect, test } from "vitest";
import { type Hours, isWithin, nextChange } from "./hours.ts";

const night: Hours = { from: "22:00", to: "07:00", timeZone: "Europe/Berlin" };
const noon: Hours = { from: "12:00", to: "12:30", timeZone: "UTC" };
const at = (iso: string) => Date.parse(iso);

describe("hours of the day", () => {
  test.each([
    [night, "2026-01-10T20:59:59Z", false],
    [night, "2026-01-10T21:00:00Z", true],
    [night, "2026-01-11T03:00:00Z", true],
    [night, "2026-01-11T05:59:00Z", true],
    [night, "2026-01-11T06:00:00Z", false],
    [night, "2026-07-10T20:00:00Z", true],
    [noon, "2026-01-10T12:29:59Z", true],
    [noon, "2026-01-10T12:30:00Z", false],
  ])("%j at %s: %s", (hours, iso, within) => expect(isWithin(hours, at(iso))).toBe(within));

  test.each([
    [night, "2026-01-10T12:00:00Z", "2026-01-10T21:00:00.000Z"],
    [night, "2026-01-10T21:00:00Z", "2026-01-11T06:00:00.000Z"],
    // In the night of 29 March 2026 clocks in Berlin go from 2 to 3, so it ends an hour sooner.
    [night, "2026-03-28T21:30:00Z", "2026-03-29T05:00:00.000Z"],
    [noon, "2026-01-10T12:30:00Z", "2026-01-11T12:00:00.000Z"],
    [noon, "2026-01-10T11:59:59Z", "2026-01-10T12:00:00.000Z"],
    [{ ...noon, to: "12:01" }, "2026-01-10T12:00:30Z", "2026-01-10T12:01:00.000Z"],
    [{ ...noon, to: "12:01" }, "2026-01-10T12:01:00Z", "2026-01-11T12:00:00.000Z"],
  ])("%j change after %s at %s", (hours, iso, change) =>
    expect(new Date(nextChange(hours, at(iso))).toISOString()).toBe(change));
});
