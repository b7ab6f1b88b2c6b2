import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localOwner } from "#server/library/ids.ts";
import { freePort } from "#tests/fixtures/free-port.ts";
import { newPrefix, openRabbitmqQueue, openRows } from "#tests/fixtures/queue.ts";
import { lacksRabbitmq, type RunningRabbitmq, startRabbitmq } from "#tests/fixtures/rabbitmq.ts";
import { until } from "#tests/fixtures/until.ts";
import { jobQueueContract } from "../contract.ts";
import type { DueJobs, Outbox } from "../port.ts";

let broker: RunningRabbitmq;
beforeAll(async () => {
  broker = await startRabbitmq();
});
afterAll(() => broker?.[Symbol.asyncDispose]());

/** Makes the outbox of a broker from the rows that the embedded queue polls. */
function outboxOf(find: DueJobs, urgentIds: string[] = []): Outbox {
  const published = new Map<string, number>();
  return {
    now: Date.now,
    async due(lane, { urgent, limit }) {
      const ids = (await find(lane, limit)).filter((id) => urgentIds.includes(id) === urgent);
      return ids.map((id) => ({ id, dueAt: 0, publishedAt: published.get(id) ?? null }));
    },
    published: async (ids, at) => ids.forEach((id) => void published.set(id, at)),
  };
}

describe.skipIf(lacksRabbitmq)("RabbitMQ", () => {
  jobQueueContract("RabbitMQ", (due, urgent) => openRabbitmqQueue(broker.url, outboxOf(due, urgent)));

  test("if the order matters, a later job overtakes all but the few in the queue", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using queue = await openRabbitmqQueue(broker.url, rows.outbox, prefix, ["describe"]);
    const released = Promise.withResolvers<void>();
    const done: string[] = [];
    queue.consume("describe", 1, async (id) => {
      await released.promise;
      done.push((await rows.described(id)) ?? "");
    });
    await rows.arm("describe", await rows.receive(200));
    queue.publish("describe");
    await until("some are published", async () => (await broker.waitingIn(`${prefix}.describe`)) > 0);
    const [newer = "", opened = "", ...others] = await rows.receive(10);
    await rows.arm("describe", [newer, opened, ...others]);
    await rows.jobs.lookAt(localOwner, [opened]);
    queue.publish("describe");
    await until("the opened one is published", async () => {
      const [job] = await rows.outbox.due("describe", { urgent: true, limit: 1 });
      return job?.publishedAt;
    });
    released.resolve();
    await until("all are done", () => new Set(done).size === 210);
    expect(done.indexOf(opened)).toBeLessThan(10);
    expect(done.indexOf(newer)).toBeLessThan(60);
  });

  test("a job that somebody waits for overtakes those that were published before", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using queue = await openRabbitmqQueue(broker.url, rows.outbox, prefix);
    const ids = await rows.receive(20);
    const released = Promise.withResolvers<void>();
    queue.consume("prepare", 1, async (id) => {
      await released.promise;
      await rows.prepare(id);
    });
    await until("they are published", async () => (await broker.waitingIn(`${prefix}.prepare`)) === 19);
    const last = ids.at(-1) ?? "";
    await rows.jobs.hurry(localOwner, [last]);
    const hurriedAt = Date.now();
    await until("it is published again", async () => {
      const [job] = await rows.outbox.due("prepare", { urgent: true, limit: 1 });
      return (job?.publishedAt ?? 0) > hurriedAt;
    });
    released.resolve();
    await until("all are done", async () => (await rows.jobsLeft()) === 0);
    expect((await rows.prepared()).indexOf(last)).toBe(1);
  });

  test("two workers share the work, and no job is done twice", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    const done = { first: 0, second: 0 };
    const work = (worker: keyof typeof done) => async (id: string) => {
      if (await rows.prepare(id)) done[worker]++;
    };
    await using first = await openRabbitmqQueue(broker.url, rows.outbox, prefix);
    await using second = await openRabbitmqQueue(broker.url, rows.outbox, prefix);
    first.consume("prepare", 2, work("first"));
    second.consume("prepare", 2, work("second"));
    await until(
      "both are there",
      async () => (await broker.lookAt(`${prefix}.prepare`))?.consumerCount === 2,
    );
    const ids = await rows.receive(60);
    await until("all are done", async () => (await rows.jobsLeft()) === 0);
    expect((await rows.prepared()).sort()).toEqual(ids.sort());
    expect(Math.min(done.first, done.second)).toBeGreaterThan(5);
  });

  test("half a million due rows make no more messages than the queue's window", async () => {
    const ids = Array.from({ length: 500_000 }, (_, at) => `job-${at}`);
    const published = new Map<string, number>();
    const outbox: Outbox = {
      now: Date.now,
      due: async (_lane, { urgent, limit }) =>
        urgent
          ? []
          : ids.slice(0, limit).map((id) => ({ id, dueAt: 1, publishedAt: published.get(id) ?? null })),
      published: async (told, at) => told.forEach((id) => void published.set(id, at)),
    };
    const prefix = newPrefix();
    await using queue = await openRabbitmqQueue(broker.url, outbox, prefix);
    const consumer = queue.consume("prepare", 1, async () => {});
    consumer.pause();
    await until("it is full", async () => (await broker.waitingIn(`${prefix}.prepare`)) > 0);
    for (let look = 0; look < 20; look++) queue.publish("prepare");
    await until("it was looked at again", async () => (await broker.waitingIn(`${prefix}.prepare`)) >= 1_000);
    expect(await broker.waitingIn(`${prefix}.prepare`)).toBe(1_000);
  });

  test("a paused consumer gives back jobs that it has not begun, and no attempt is counted", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using queue = await openRabbitmqQueue(broker.url, rows.outbox, prefix);
    await rows.receive(6);
    const released = Promise.withResolvers<void>();
    let begun = 0;
    const consumer = queue.consume("prepare", 1, async (id) => {
      begun++;
      await released.promise;
      await rows.prepare(id);
    });
    await until("one is in hand", () => begun === 1);
    consumer.pause();
    await until("the others are back", async () => (await broker.waitingIn(`${prefix}.prepare`)) === 5);
    released.resolve();
    await until("the one in hand has ended", async () => (await rows.jobsLeft()) === 5);
    expect(await rows.attempts()).toEqual([0, 0, 0, 0, 0]);
    expect(begun).toBe(1);
    consumer.resume();
    await until("all are done", async () => (await rows.jobsLeft()) === 0);
  });
});

describe.skipIf(lacksRabbitmq)("RabbitMQ that cannot be used", () => {
  test("with a wrong password the queue opens, and reports it once, in the broker's words and without the password", async () => {
    await using rows = await openRows();
    const url = broker.url.replace("guest:guest", "guest:secret");
    await using queue = await openRabbitmqQueue(url, rows.outbox);
    await rows.receive(1);
    queue.publish("prepare");
    const words = await until("it is told", () => queue.errors[0]);
    expect(words).toMatch(/ACCESS_REFUSED/);
    expect(words).not.toMatch(/secret/);
    await expect(queue.check()).rejects.toMatchObject({ code: "QUEUE_AWAY", message: words });
    await until("it was tried again", () =>
      queue.check().then(
        () => false,
        () => true,
      ),
    );
    expect(queue.errors).toHaveLength(1);
  });

  test("a vhost that does not exist is reported", async () => {
    await using rows = await openRows();
    await using queue = await openRabbitmqQueue(`${broker.url}/nowhere`, rows.outbox);
    expect(await until("it is told", () => queue.errors[0])).toMatch(/vhost does not exist/);
  });

  test("while nobody listens, publishing returns at once, checking gives the reason, and closing ends", async () => {
    await using rows = await openRows();
    const queue = await openRabbitmqQueue(`amqp://127.0.0.1:${await freePort()}`, rows.outbox);
    queue.publish("prepare");
    const consumer = queue.consume("prepare", 1, async () => {});
    await until("it is told", () => queue.errors.some((words) => /ECONNREFUSED/.test(words)));
    await expect(queue.check()).rejects.toMatchObject({ code: "QUEUE_AWAY" });
    consumer.pause();
    consumer.resume();
    await consumer.close();
    await queue.close();
  });

  test("a queue of another kind under our name is reported with its name, and replaced once it is gone", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using channel = await broker.openChannel();
    await channel.assertQueue(`${prefix}.prepare`, { durable: true });
    await using queue = await openRabbitmqQueue(broker.url, rows.outbox, prefix);
    await rows.receive(1);
    queue.consume("prepare", 1, async (id) => void (await rows.prepare(id)));
    await until("it is told", () => queue.errors.some((words) => words.includes(`'${prefix}.prepare'`)));
    await expect(queue.check()).rejects.toMatchObject({
      code: "QUEUE_AWAY",
      message: expect.stringMatching(/PRECONDITION_FAILED.*Delete that queue/),
    });
    await channel.deleteQueue(`${prefix}.prepare`);
    await until("it is done", async () => (await rows.jobsLeft()) === 0);
    await expect(queue.check()).resolves.toBeUndefined();
    expect(queue.errors.filter((words) => words.includes(prefix))).toHaveLength(1);
  });
});
