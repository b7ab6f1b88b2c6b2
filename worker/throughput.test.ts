import { expect, test } from "vitest";
import { createThroughput, type Throughput } from "./throughput.ts";

/**
 * Runs requests against a server that serves `slots` at once, each in `ms`, with `own` ms of our own work between an
 * answer and the next request; returns how many were answered in the time.
 */
function serve(
  throughput: Throughput,
  clock: { at: number },
  server: { slots: number; ms: number; own: number },
  forMs: number,
) {
  const end = clock.at + forMs;
  const free = Array.from({ length: server.slots }, () => clock.at);
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

/** Counts the answers of a server that serves one at a time, and those during which it was asked for one. */
function counted(throughput: Throughput, clock: { at: number }, forMs: number) {
  let answers = 0;
  let atOne = 0;
  for (const end = clock.at + forMs; clock.at < end; answers++) {
    if (throughput.limit() === 1) atOne++;
    clock.at += 200;
    throughput.answered(true);
  }
  return { answers, atOne };
}

function onClock() {
  const clock = { at: 0 };
  return { clock, throughput: createThroughput({ most: 16, now: () => clock.at }) };
}

test.each([
  [1, 40],
  [1, 5],
])("a server that serves %i at once is asked one at a time, our own work of %i ms notwithstanding", (slots, own) => {
  const { clock, throughput } = onClock();
  serve(throughput, clock, { slots, ms: 200, own }, 60_000);
  expect(throughput.limit()).toBeLessThanOrEqual(2);
  const before = clock.at;
  const answered = serve(throughput, clock, { slots, ms: 200, own }, 20_000);
  expect(answered / ((clock.at - before) / 1_000)).toBeGreaterThan(4);
});

test("a request more that helped by chance only is given up again", () => {
  const { clock, throughput } = onClock();
  // Something else on the machine makes the first answers slow.
  serve(throughput, clock, { slots: 1, ms: 400, own: 5 }, 2_500);
  serve(throughput, clock, { slots: 1, ms: 200, own: 5 }, 3_000);
  expect(throughput.limit()).toBeGreaterThan(1);
  serve(throughput, clock, { slots: 1, ms: 200, own: 5 }, 40_000);
  expect(throughput.limit()).toBe(1);
});

test("a server that serves one at a time is asked for two ever more rarely", () => {
  const { clock, throughput } = onClock();
  const shares = [60_000, 600_000].map((ms) => {
    const { answers, atOne } = counted(throughput, clock, ms);
    return atOne / answers;
  });
  expect(shares[0]).toBeGreaterThan(0.9);
  expect(shares[1]).toBeGreaterThan(0.98);
});

test.each([
  2, 4, 8,
])("a server that serves %i at once gets nine tenths of its rate after ten seconds", (slots) => {
  const { clock, throughput } = onClock();
  serve(throughput, clock, { slots, ms: 200, own: 5 }, 10_000);
  const before = clock.at;
  const answered = serve(throughput, clock, { slots, ms: 200, own: 5 }, 30_000);
  expect(answered / ((clock.at - before) / 1_000)).toBeGreaterThan(0.9 * slots * 5);
  expect(throughput.limit()).toBeLessThanOrEqual(slots + 2);
});

test("a server that becomes slower is asked less again, and one that says it is overloaded at once", () => {
  const { clock, throughput } = onClock();
  serve(throughput, clock, { slots: 4, ms: 200, own: 5 }, 20_000);
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
