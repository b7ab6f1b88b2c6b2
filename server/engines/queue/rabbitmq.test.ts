import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe } from "vitest";
import { lacksRabbitmq, type RunningRabbitmq, startRabbitmq } from "#tests/fixtures/rabbitmq.ts";
import { jobQueueContract } from "./contract.ts";
import type { DueJobs, Outbox } from "./port.ts";
import { createRabbitmqQueue } from "./rabbitmq.ts";

let broker: RunningRabbitmq;
beforeAll(async () => {
  broker = await startRabbitmq();
});
afterAll(() => broker?.[Symbol.asyncDispose]());

/** Rows as a broker is fed from them, made of those that the embedded queue polls. */
function outboxOf(find: DueJobs): Outbox {
  const published = new Map<string, number>();
  return {
    async due(lane, { urgent, limit }) {
      if (urgent) return [];
      const ids = await find(lane, limit);
      return ids.map((id) => ({ id, dueAt: 0, publishedAt: published.get(id) ?? null }));
    },
    published: async (ids, at) => ids.forEach((id) => void published.set(id, at)),
  };
}

describe.skipIf(lacksRabbitmq)("RabbitMQ", () => {
  jobQueueContract("RabbitMQ", async (due) => {
    const queue = await createRabbitmqQueue({
      url: broker.url,
      outbox: outboxOf(due),
      onError: () => {},
      prefix: `test-${randomUUID()}`,
    });
    return { ...queue, [Symbol.asyncDispose]: () => queue.close() };
  });
});
