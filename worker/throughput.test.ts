import { expect, test } from "vitest";
import { createThroughput, type Throughput } from "./throughput.ts";

/**
 * Runs requests against a server that serves `lanes` at once, each in `ms`, with `own` ms of our own work for each
 * request; returns how many were answered in the time.
 */
function serve(
  throughput: Throughput,
  clock: { at: number },
  server: { lanes: number; ms: number; own: number },
  forMs: number,
) {
  const end = clock.at + forMs;
  const free = Array.from({ length: server.lanes }, () => clock.at);
  /** When each request in hand is answered. */
  let inHand: number[] = [];
  let answered = 0;
  const start = () => {
    while (inHand.length < throughput.limit()) {
      free.sort((a, b) => a - b);
      const begins = Math.max(clock.at + server.own, free[0] ?? clock.at);
      free[0] = begins + server.ms;
      inHand.push(begins + server.ms);
    }
  };
  for (start(); clock.at < end; start()) {
    inHand.sort((a, b) => a - b);
    const [next = end, ...others] = inHand;
    inHand = others;
    clock.at = next;
    answered++;
    throughput.answered(true);
  }
  return answered;
}

function onClock() {
  const clock = { at: 0 };
  return { clock, throughput: createThroughput({ most: 16, now: () => clock.at }) };
}

test.each([
  [1, 40],
  [1, 5],
])("a server that serves %i at once is asked one at a time, our own work of %i ms notwithstanding", (lanes, own) => {
  const { clock, throughput } = onClock();
  serve(throughput, clock, { lanes, ms: 200, own }, 60_000);
  expect(throughput.limit()).toBeLessThanOrEqual(2);
  const before = clock.at;
  const answered = serve(throughput, clock, { lanes, ms: 200, own }, 20_000);
  expect(answered / ((clock.at - before) / 1_000)).toBeGreaterThan(4);
});

test.each([
  2, 4, 8,
])("a server that serves %i at once gets nine tenths of its rate after ten seconds", (lanes) => {
  const { clock, throughput } = onClock();
  serve(throughput, clock, { lanes, ms: 200, own: 20 }, 10_000);
  const before = clock.at;
  const answered = serve(throughput, clock, { lanes, ms: 200, own: 20 }, 30_000);
  expect(answered / ((clock.at - before) / 1_000)).toBeGreaterThan(0.9 * lanes * 5);
  expect(throughput.limit()).toBeLessThanOrEqual(lanes + 2);
});

test("a server that becomes slower is asked less again, and one that says it is overloaded at once", () => {
  const { clock, throughput } = onClock();
  serve(throughput, clock, { lanes: 4, ms: 200, own: 5 }, 20_000);
  const before = throughput.limit();
  expect(before).toBeGreaterThanOrEqual(4);
  throughput.overloaded();
  expect(throughput.limit()).toBe(Math.floor(before / 2));
  throughput.overloaded();
  throughput.overloaded();
  expect(throughput.limit()).toBe(1);
});

test("times without work change nothing", () => {
  const { clock, throughput } = onClock();
  for (let n = 0; n < 100; n++) {
    clock.at += 1_000;
    throughput.answered(false);
  }
  expect(throughput.limit()).toBe(1);
});
