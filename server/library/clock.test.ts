import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createLibraryClock, type Leap, leapWords } from "./clock.ts";

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;

/** A machine whose wall clock somebody sets while its steady clock goes on. */
function machine() {
  const state = { wall: Date.UTC(2026, 0, 1), steady: 5_000 };
  const leaps: Leap[] = [];
  return {
    leaps,
    start: () =>
      createLibraryClock({
        wall: () => state.wall,
        steady: () => state.steady,
        onLeap: (leap) => leaps.push(leap),
      }),
    run(ms: number) {
      state.wall += ms;
      state.steady += ms;
    },
    set: (ms: number) => (state.wall += ms),
    wall: () => state.wall,
  };
}

test("it runs with the machine, and follows a clock that drifts", () => {
  const { start, run, set, wall, leaps } = machine();
  const clock = start();
  run(hour);
  set(200);
  expect(clock.now()).toBe(wall());
  expect(leaps).toEqual([]);
  expect(clock.leasesEndedBefore()).toBe(wall());
});

test.each([
  ["an hour", hour],
  ["a year", 365 * day],
])("a wall clock that goes back by %s does not take it back", (_, by) => {
  const { start, run, set, leaps } = machine();
  const clock = start();
  const before = clock.now();
  set(-by);
  run(10 * second);
  expect(clock.now()).toBe(before + 10 * second);
  clock.now();
  expect(leaps).toEqual([{ ahead: -by, believed: false }]);
  expect(clock.isTrusted()).toBe(by < 2 * day);
  set(by);
  expect(clock.now()).toBe(before + 10 * second);
  expect(clock.isTrusted()).toBe(true);
});

test("after a leap ahead of an hour the holders of leases have time to renew them", () => {
  const { start, run, set, wall, leaps } = machine();
  const clock = start();
  const lease = clock.now() + 30 * second;
  set(hour);
  expect(clock.now()).toBe(wall());
  expect(leaps).toEqual([{ ahead: hour, believed: true }]);
  expect(lease < clock.leasesEndedBefore()).toBe(false);
  // A lease that was set to end at 0 is that of a dead process.
  expect(0 < clock.leasesEndedBefore()).toBe(true);
  run(31 * second);
  expect(lease < clock.leasesEndedBefore()).toBe(true);
});

test("a leap ahead of a year is not believed until the library has run for two days", () => {
  const { start, run, set, wall, leaps } = machine();
  const clock = start();
  const before = clock.now();
  set(365 * day);
  run(hour);
  expect(clock.now()).toBe(before + hour);
  expect(clock.isTrusted()).toBe(false);
  expect(leaps).toEqual([{ ahead: 365 * day, believed: false }]);
  run(2 * day);
  expect(clock.now()).toBe(wall());
  expect(clock.isTrusted()).toBe(true);
  expect(leaps).toHaveLength(2);
});

test("a leap that is taken back in time leaves no trace", () => {
  const { start, run, set, wall } = machine();
  const clock = start();
  set(365 * day);
  run(hour);
  clock.now();
  set(-365 * day);
  run(hour);
  expect(clock.now()).toBe(wall());
  expect(clock.isTrusted()).toBe(true);
});

test("a restart goes on where the clock stood, and doubt is kept", () => {
  const { start, run, set, wall } = machine();
  const first = start();
  run(hour);
  set(365 * day);
  first.now();
  const kept = first.kept();
  expect(kept.doubtedSince).not.toBeNull();
  run(hour);
  const second = start();
  second.begin(kept);
  expect(second.now()).toBe(kept.at);
  expect(second.isTrusted()).toBe(false);
  run(2 * day);
  expect(second.now()).toBe(wall());

  set(-365 * day);
  const third = start();
  third.begin(second.kept());
  expect(third.now()).toBe(second.now());
  expect(third.isTrusted()).toBe(false);
});

test("a library that was off for a night goes on with the wall clock", () => {
  const { start, run, wall } = machine();
  const first = start();
  const kept = first.kept();
  run(8 * hour);
  const second = start();
  second.begin(kept);
  expect(second.now()).toBe(wall());
  expect(second.isTrusted()).toBe(true);
});

test("a leap is told in one line", () => {
  expect(leapWords({ ahead: -hour, believed: false })).toBe(
    "this machine's clock is 3600 s behind the library's, which goes on by itself",
  );
  expect(leapWords({ ahead: hour, believed: true })).toBe("this machine's clock leapt ahead by 3600 s");
});

test("no row is stamped with the wall clock", () => {
  const folder = import.meta.dirname;
  const stamped = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "clock.ts")
    .filter((name) => readFileSync(join(folder, name), "utf8").includes("Date.now()"));
  expect(stamped).toEqual([]);
});
