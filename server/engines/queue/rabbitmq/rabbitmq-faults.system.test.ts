import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { whileBusy } from "#tests/fixtures/crowding.ts";
import { isUsable, newPrefix, openRabbitmqQueue, openRows } from "#tests/fixtures/queue.ts";
import { lacksRabbitmq, type RunningRabbitmq, startRabbitmq } from "#tests/fixtures/rabbitmq.ts";
import { until } from "#tests/fixtures/until.ts";

const ackTimeout = 4_000;

let broker: RunningRabbitmq;
beforeAll(async () => {
  broker = await startRabbitmq(`-rabbit consumer_timeout ${ackTimeout} -rabbit channel_tick_interval 1000`);
});
afterAll(() => broker?.[Symbol.asyncDispose]());

describe.skipIf(lacksRabbitmq)("RabbitMQ", () => {
  test("a broker is killed with 500 messages and started again: each job is done once, and a queue without a leader is replaced", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using queue = await openRabbitmqQueue(broker.url, rows.outbox, prefix);
    const consumer = queue.consume("prepare", 4, async (id) => void (await rows.prepare(id)));
    const declaredAt = await until("it is declared", () => isUsable(queue).then((is) => is && Date.now()));
    const ids = await rows.receive(500);
    await until("some are done", async () => (await rows.prepared()).length > 20);
    consumer.pause();
    await until("the others wait", async () => (await broker.waitingIn(`${prefix}.prepare`)) > 300);
    // Younger queues may be lost with the broker; the test covers one below.
    await until("the queue is old enough", () => Date.now() - declaredAt > 3_000);

    const young = newPrefix();
    await using beginner = await openRabbitmqQueue(broker.url, rows.outbox, young);
    beginner.publish("describe");
    await until("a young queue is there", () => broker.lookAt(`${young}.describe`));
    await broker.kill();
    await until("it is told", async () => !(await isUsable(queue)));
    queue.publish("prepare");
    consumer.resume();
    await broker.start();
    await until("the broker is back", () => isUsable(queue));
    await until("all are done", async () => (await rows.jobsLeft()) === 0);
    expect((await rows.prepared()).sort()).toEqual(ids.sort());

    await rows.arm("describe", ids.slice(0, 3));
    beginner.consume("describe", 1, async (id) => void (await rows.prepare(id)));
    await until("a young queue is replaced", async () => (await rows.jobsLeft()) === 0);
  });

  test("a queue that is deleted by hand is made again, and its jobs are done", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using queue = await openRabbitmqQueue(broker.url, rows.outbox, prefix);
    const ids = await rows.receive(30);
    const consumer = queue.consume("prepare", 2, async (id) => void (await rows.prepare(id)));
    await until("one is done", async () => (await rows.prepared()).length > 0);
    consumer.pause();
    await until("the others wait", async () => (await broker.waitingIn(`${prefix}.prepare`)) > 0);
    consumer.resume();
    await using channel = await broker.openChannel();
    await channel.deleteQueue(`${prefix}.prepare`);
    await until("all are done", async () => (await rows.jobsLeft()) === 0);
    expect((await rows.prepared()).sort()).toEqual(ids.sort());
    await until("all is well", () =>
      queue.check().then(
        () => true,
        () => false,
      ),
    );
  });

  test("a channel that the broker closes in the middle of a job loses no job, and the job ends", async () => {
    await using rows = await openRows();
    await using queue = await openRabbitmqQueue(broker.url, rows.outbox);
    const ids = await rows.receive(2);
    let begun = 0;
    const released = Promise.withResolvers<void>();
    queue.consume("prepare", 1, async (id) => {
      const job = await rows.jobs.claim(id);
      if (!job) return;
      begun++;
      await released.promise;
      await rows.jobs.finish(job, { status: "prepared", event: { type: "prepared" } });
    });
    await until(
      "the channel is closed",
      () => queue.errors.some((words) => /PRECONDITION_FAILED.*timed out/.test(words)),
      30_000,
    );
    expect(begun).toBe(1);
    released.resolve();
    await until("all are done", async () => (await rows.jobsLeft()) === 0);
    expect((await rows.prepared()).sort()).toEqual(ids.sort());
  });

  test("a message that kills all its consumers is set aside; its job is in its row, and can still be done", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using queue = await openRabbitmqQueue(broker.url, rows.outbox, prefix);
    const [photoId] = await rows.receive(1);
    queue.publish("prepare");
    await until("it waits", async () => (await broker.waitingIn(`${prefix}.prepare`)) === 1);

    await using channel = await broker.openChannel();
    let deliveries = 0;
    const { consumerTag } = await channel.consume(`${prefix}.prepare`, (message) => {
      deliveries++;
      if (message) channel.nack(message, false, true);
    });
    await until("it is set aside", async () => (await broker.waitingIn(`${prefix}.dead`)) === 1);
    expect(deliveries).toBe(21);
    expect(await rows.attempts()).toEqual([0]);
    await channel.cancel(consumerTag);

    queue.consume("prepare", 1, async (id) => void (await rows.prepare(id)));
    await until("it is done", async () => (await rows.jobsLeft()) === 0);
    expect(await rows.prepared()).toEqual([photoId]);
  });

  test("a hanging broker is reported within seconds, closed within seconds, and used again when it goes on", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using queue = await openRabbitmqQueue(broker.url, rows.outbox, prefix);
    const closing = await openRabbitmqQueue(broker.url, rows.outbox, prefix);
    queue.consume("prepare", 1, async (id) => void (await rows.prepare(id)));
    closing.consume("describe", 1, async () => {});
    await until("both are there", async () => (await isUsable(queue)) && isUsable(closing));
    await broker.freeze();
    try {
      await rows.receive(3);
      queue.publish("prepare");
      await expect(queue.check()).rejects.toMatchObject({ code: "QUEUE_AWAY" });
      const closingSince = Date.now();
      await closing.close();
      expect(Date.now() - closingSince).toBeLessThan(whileBusy(3_500));
    } finally {
      broker.thaw();
    }
    await until("all are done", async () => (await rows.jobsLeft()) === 0);
    await until("all is well", () => isUsable(queue));
  });

  test("a broker that is short of memory is reported, and used again when it has enough", async () => {
    await using rows = await openRows();
    await using queue = await openRabbitmqQueue(broker.url, rows.outbox);
    queue.consume("prepare", 1, async (id) => void (await rows.prepare(id)));
    await until("it is usable", () => isUsable(queue));
    await broker.control("set_vm_memory_high_watermark", "0");
    const ids = await rows.receive(3);
    queue.publish("prepare");
    await until("it is told", () => queue.errors.some((words) => words.includes("low on memory")));
    await expect(queue.check()).rejects.toMatchObject({ code: "QUEUE_AWAY" });
    await broker.control("set_vm_memory_high_watermark", "0.4");
    await until("all are done", async () => (await rows.jobsLeft()) === 0);
    expect((await rows.prepared()).sort()).toEqual(ids.sort());
    await until("all is well", () => isUsable(queue));
  });
});
