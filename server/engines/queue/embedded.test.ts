import { expect, test } from "vitest";
import { until } from "#tests/fixtures/until.ts";
import { jobQueueContract } from "./contract.ts";
import { createEmbeddedQueue } from "./embedded.ts";
import type { DueJobs } from "./port.ts";

const open = async (due: DueJobs, onError: (error: unknown) => void = () => {}) => {
  const queue = createEmbeddedQueue(due, onError);
  return { ...queue, [Symbol.asyncDispose]: () => queue.close() };
};

jobQueueContract("embedded", (due) => open(due));

test("rows that cannot be read now are read again later, and the error is reported", async () => {
  const errors: unknown[] = [];
  let looks = 0;
  let done = false;
  await using queue = await open(
    async () => {
      if (++looks === 1) throw new Error("database is locked");
      return done ? [] : ["job"];
    },
    (error) => errors.push(error),
  );
  queue.consume("prepare", 1, async () => {
    done = true;
  });
  await until("the job is done", () => done);
  expect(errors).toHaveLength(1);
});

test("onPublish is called, so that other processes can be told", async () => {
  const told: string[] = [];
  const queue = createEmbeddedQueue(
    async () => [],
    () => {},
    (lane) => told.push(lane),
  );
  queue.publish("prepare");
  await queue.close();
  expect(told).toEqual(["prepare"]);
});
