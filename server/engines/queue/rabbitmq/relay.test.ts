import { expect, test } from "vitest";
import type { DueJob } from "../port.ts";
import { toPublish } from "./relay.ts";

const now = 1_000_000;
const job = (id: string, publishedAt: number | null, dueAt = now - 60_000): DueJob => ({
  id,
  dueAt,
  publishedAt,
});
const many = (count: number, publishedAt: number | null) =>
  Array.from({ length: count }, (_, at) => job(`job-${at}`, publishedAt));

test("jobs that the broker was not told of are published, most urgent first", () => {
  expect(toPublish([job("a", null), job("b", null)], 0, now)).toEqual(["a", "b"]);
});

test("jobs that became due again since they were published are published again", () => {
  expect(toPublish([job("a", now - 1_000, now - 500)], 0, now)).toEqual(["a"]);
});

test("jobs that wait in the queue, or are on their way to a consumer, are not published again", () => {
  expect(toPublish(many(5, now - 10_000), 5, now)).toEqual([]);
  expect(toPublish(many(5, now - 500), 0, now)).toEqual([]);
});

test("as many jobs are published again as there are messages missing", () => {
  expect(toPublish(many(5, now - 10_000), 3, now)).toHaveLength(2);
  expect(toPublish([job("new", null), ...many(5, now - 10_000)], 3, now)).toEqual(["new", "job-0", "job-1"]);
});

test("a publishing time in the future, from a clock that is ahead, holds no job back", () => {
  expect(toPublish([job("a", now + 3_600_000)], 0, now)).toEqual(["a"]);
});

test("a queue is never filled beyond its window", () => {
  expect(toPublish(many(1_000, null), 0, now)).toHaveLength(1_000);
  expect(toPublish(many(1_000, null), 400, now)).toHaveLength(600);
});
