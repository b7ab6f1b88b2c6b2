import { expect, test } from "vitest";
import type { JobsSummary } from "#server/library/photo.ts";
import { indexingCounts, indexingOf } from "./indexing-counts.ts";

const summary: JobsSummary = {
  total: 1842,
  factsOnly: 7,
  shownInPart: 2,
  waitingSidecars: 0,
  byStatus: { received: 24, prepared: 386, described: 10, embedded: 2, indexed: 1417, failed: 3 },
};
const ready = { describe: true, embed: true, off: false, allowed: true };
const away = { describe: false, embed: false, off: false, allowed: true };
const countsOf = (byStatus: Partial<JobsSummary["byStatus"]>) =>
  indexingCounts({
    ...{ total: 0, factsOnly: 0, shownInPart: 0, waitingSidecars: 0 },
    byStatus: { received: 0, prepared: 0, described: 0, embedded: 0, indexed: 0, failed: 0, ...byStatus },
  });

test("the six counts add up to the number of all photos", () => {
  const counts = indexingCounts(summary);
  expect(counts).toEqual({
    searchable: 1410,
    factsOnly: 7,
    preparing: 24,
    describing: 386,
    embedding: 12,
    failed: 3,
  });
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(summary.total);
});

test("the strip names the first stage that has work to do", () => {
  expect(indexingOf(countsOf({ received: 3, prepared: 5 }), ready)).toMatchObject({
    stage: "preparing",
    left: 3,
  });
  expect(indexingOf(countsOf({ prepared: 5, indexed: 5 }), ready)).toMatchObject({
    stage: "describing",
    left: 5,
    done: 50,
  });
  expect(indexingOf(countsOf({ described: 1, embedded: 1 }), ready)).toMatchObject({
    stage: "embedding",
    left: 2,
  });
});

test("photos wait for missing models, unless models are switched off", () => {
  const counts = countsOf({ prepared: 5, described: 2, indexed: 7 });
  expect(indexingOf(counts, away)).toEqual({ kind: "waiting", left: 7, done: 50 });
  expect(indexingOf(counts, { ...away, off: true })).toEqual({ kind: "idle" });
  expect(indexingOf(countsOf({ received: 1, prepared: 5 }), away)).toMatchObject({
    kind: "working",
    stage: "preparing",
  });
});

test("in a pause photos rest, but what is described already is embedded", () => {
  const paused = { ...ready, allowed: false };
  expect(indexingOf(countsOf({ prepared: 5, described: 2, indexed: 7 }), paused)).toMatchObject({
    ...{ kind: "working", stage: "embedding", left: 2 },
  });
  const counts = countsOf({ prepared: 5, indexed: 5 });
  expect(indexingOf(counts, paused)).toEqual({ kind: "resting", left: 5, done: 50 });
  expect(indexingOf(counts, { ...away, allowed: false })).toEqual({ kind: "resting", left: 5, done: 50 });
  expect(indexingOf(counts, { ...away, off: true, allowed: false })).toEqual({ kind: "idle" });
});

test("when no stage has work, the strip counts the failed photos or says nothing", () => {
  expect(indexingOf(countsOf({ failed: 3, indexed: 9 }), ready)).toEqual({
    kind: "failed",
    failed: 3,
    done: 75,
  });
  expect(indexingOf(countsOf({ indexed: 9 }), ready)).toEqual({ kind: "idle" });
  expect(indexingOf(countsOf({}), ready)).toEqual({ kind: "idle" });
});
