import { expect, test } from "vitest";
import { createPace } from "./pace.ts";

function onClock() {
  const clock = { at: 1_000 };
  const pace = createPace(() => clock.at);
  const describe = (count: number, each: number) => {
    for (let done = 0; done < count; done++) {
      clock.at += each;
      pace.described();
    }
  };
  return { clock, pace, describe };
}

test("a few photos tell the rate, and the first ones do not", () => {
  const { pace, describe } = onClock();
  describe(3, 5_000);
  expect(pace.perMinute()).toBeNull();
  describe(1, 5_000);
  expect(pace.perMinute()).toBe(12);
});

test("the last minutes count, and of a slow server the last photos", () => {
  const { pace, describe } = onClock();
  describe(100, 1_000);
  describe(200, 2_000);
  expect(pace.perMinute()).toBeCloseTo(30);
  describe(6, 240_000);
  expect(pace.perMinute()).toBe(0.25);
});

test("a server that has stopped has no rate, and neither has one that was stopped", () => {
  const { clock, pace, describe } = onClock();
  describe(10, 1_000);
  clock.at += 13_000;
  expect(pace.perMinute()).toBe(60);
  clock.at += 2_000;
  expect(pace.perMinute()).toBeNull();
  describe(2, 1_000);
  pace.forget();
  expect(pace.perMinute()).toBeNull();
});
