import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type Channel, connect } from "amqplib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localOwner, newId } from "#server/library/ids.ts";
import { createJobs } from "#server/library/jobs.ts";
import { migrations } from "#server/library/migrations/all.ts";
import { createOutbox } from "#server/library/outbox.ts";
import type { Stage } from "#server/library/photo.ts";
import { createPhotos } from "#server/library/photos.ts";
import type { Schema } from "#server/library/schema.ts";
import { armJob } from "#server/library/stages.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { freePort } from "#tests/fixtures/free-port.ts";
import { lacksRabbitmq, type RunningRabbitmq, startRabbitmq } from "#tests/fixtures/rabbitmq.ts";
import { until } from "#tests/fixtures/until.ts";
import { migrate } from "../database/migrate.ts";
import { openSqlite } from "../database/sqlite.ts";
import type { JobQueue } from "./port.ts";
import { createRabbitmqQueue } from "./rabbitmq.ts";

const ackTimeout = 4_000;

let broker: RunningRabbitmq;
beforeAll(async () => {
  broker = await startRabbitmq(`-rabbit consumer_timeout ${ackTimeout} -rabbit channel_tick_interval 1000`);
});
afterAll(() => broker?.[Symbol.asyncDispose]());

/** A library of nothing but rows. */
async function openRows() {
  const folder = await temporaryFolder();
  const database = await openSqlite<Schema>(join(folder.path, "glimpse.sqlite"));
  await migrate(database, migrations);
  const photos = createPhotos(database);
  const jobs = createJobs(database);
  const eventsOf = (type: "received" | "prepared") =>
    database.rows.selectFrom("events").select("subject").where("type", "=", type).execute();
  return {
    jobs,
    photos,
    outbox: createOutbox(database),
    async receive(count: number): Promise<string[]> {
      const ids: string[] = [];
      for (let at = 0; at < count; at++) {
        const file = {
          fileName: "photo.jpg",
          type: "image/jpeg",
          extension: "jpg",
          bytes: 1,
          modifiedAt: null,
        };
        const sha256 = newId().replaceAll("-", "").padEnd(64, "0");
        ids.push((await photos.receive(localOwner, { ...file, sha256 })).photo.id);
      }
      return ids;
    },
    /** As the worker does a job: nothing when it may not be claimed. */
    async prepare(jobId: string): Promise<boolean> {
      const job = await jobs.claim(jobId);
      return job !== null && jobs.finish(job, { status: "prepared", event: { type: "prepared" } });
    },
    arm: (stage: Stage, photoIds: string[]) =>
      database.rows.transaction().execute(async (transaction) => {
        for (const id of photoIds) await armJob(transaction, localOwner, id, stage);
      }),
    jobsLeft: async () => (await database.rows.selectFrom("jobs").select("id").execute()).length,
    attempts: async () =>
      (await database.rows.selectFrom("jobs").select("attempts").execute()).map((row) => row.attempts),
    /** Photos as often as they were prepared. */
    prepared: async () => (await eventsOf("prepared")).map((event) => event.subject),
    async [Symbol.asyncDispose]() {
      await database.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}
type OpenRows = Awaited<ReturnType<typeof openRows>>;

const newPrefix = () => `test-${randomUUID()}`;

async function openQueue({ outbox }: Pick<OpenRows, "outbox">, prefix: string, url = broker.url) {
  const errors: string[] = [];
  const onError = (error: unknown) => errors.push(error instanceof Error ? error.message : String(error));
  const queue = await createRabbitmqQueue({ url, outbox, onError, prefix });
  return { ...queue, errors, [Symbol.asyncDispose]: () => queue.close() };
}

/** Whether it says that it is. */
const usable = (queue: Pick<JobQueue, "check">) =>
  queue.check().then(
    () => true,
    () => false,
  );

/** A channel as an operator has one, at no one's expense. */
async function openChannel(): Promise<Channel & AsyncDisposable> {
  const connection = await connect(broker.url);
  connection.on("error", () => {});
  const channel = await connection.createChannel();
  channel.on("error", () => {});
  return Object.assign(channel, { [Symbol.asyncDispose]: () => connection.close().catch(() => {}) });
}

/** How many messages wait; 0 where there is no such queue. */
async function waitingIn(queue: string): Promise<number> {
  await using channel = await openChannel();
  return (await channel.checkQueue(queue).catch(() => null))?.messageCount ?? 0;
}

async function hasQueue(queue: string): Promise<boolean> {
  await using channel = await openChannel();
  return await channel.checkQueue(queue).then(
    () => true,
    () => false,
  );
}

describe.skipIf(lacksRabbitmq)("RabbitMQ", () => {
  test("a broker killed with 500 messages and started again: each job is done, and once", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using queue = await openQueue(rows, prefix);
    const consumer = queue.consume("prepare", 4, async (id) => void (await rows.prepare(id)));
    const declaredAt = await until("it is declared", () => usable(queue).then((is) => is && Date.now()));
    const ids = await rows.receive(500);
    await until("some are done", async () => (await rows.prepared()).length > 20);
    consumer.pause();
    await until("the others wait", async () => (await waitingIn(`${prefix}.prepare`)) > 300);
    // Younger ones may be lost with the broker: see below.
    await until("the queue is old enough", () => Date.now() - declaredAt > 3_000);

    const young = newPrefix();
    await using beginner = await openQueue(rows, young);
    beginner.publish("describe");
    await until("a young queue is there", async () => hasQueue(`${young}.describe`));
    await broker.kill();
    await until("it is told", async () => !(await usable(queue)));
    queue.publish("prepare");
    consumer.resume();
    await broker.start();
    await until("the broker is back", () => usable(queue));
    await until("all are done", async () => (await rows.jobsLeft()) === 0);
    expect((await rows.prepared()).sort()).toEqual(ids.sort());

    await rows.arm("describe", ids.slice(0, 3));
    beginner.consume("describe", 1, async (id) => void (await rows.prepare(id)));
    await until("a young queue is replaced", async () => (await rows.jobsLeft()) === 0, 40_000);
  }, 90_000);

  test("a queue that is deleted by hand is there again, and its jobs are done", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using queue = await openQueue(rows, prefix);
    const ids = await rows.receive(30);
    const consumer = queue.consume("prepare", 2, async (id) => void (await rows.prepare(id)));
    await until("one is done", async () => (await rows.prepared()).length > 0);
    consumer.pause();
    await until("the others wait", async () => (await waitingIn(`${prefix}.prepare`)) > 0);
    consumer.resume();
    await using channel = await openChannel();
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

  test("a channel that the broker closes in the middle of a job costs no job, and the job ends", async () => {
    await using rows = await openRows();
    await using queue = await openQueue(rows, newPrefix());
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
  }, 60_000);

  test("a message that nobody survives is set aside; its job is in its row, and done by who can", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using queue = await openQueue(rows, prefix);
    const [photoId] = await rows.receive(1);
    queue.publish("prepare");
    await until("it waits", async () => (await waitingIn(`${prefix}.prepare`)) === 1);

    await using channel = await openChannel();
    let deliveries = 0;
    await channel.consume(`${prefix}.prepare`, (message) => {
      deliveries++;
      if (message) channel.nack(message, false, true);
    });
    await until("it is set aside", async () => (await waitingIn(`${prefix}.dead`)) === 1);
    expect(deliveries).toBe(21);
    expect(await rows.attempts()).toEqual([0]);
    await channel.cancel(
      [...(channel as unknown as { consumers: Map<string, unknown> }).consumers.keys()][0] ?? "",
    );

    queue.consume("prepare", 1, async (id) => void (await rows.prepare(id)));
    await until("it is done", async () => (await rows.jobsLeft()) === 0);
    expect(await rows.prepared()).toEqual([photoId]);
  });

  test("a job that somebody waits for overtakes those that were published before", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using queue = await openQueue(rows, prefix);
    const ids = await rows.receive(20);
    const released = Promise.withResolvers<void>();
    queue.consume("prepare", 1, async (id) => {
      await released.promise;
      await rows.prepare(id);
    });
    await until("they are published", async () => (await waitingIn(`${prefix}.prepare`)) === 19);
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

  test("two workers share the work, and nothing is done twice", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    const ids = await rows.receive(60);
    const done = [0, 0];
    const work = (worker: 0 | 1) => async (id: string) => {
      if (await rows.prepare(id)) done[worker]++;
    };
    await using first = await openQueue(rows, prefix);
    await using second = await openQueue(rows, prefix);
    first.consume("prepare", 2, work(0));
    second.consume("prepare", 2, work(1));
    await until("all are done", async () => (await rows.jobsLeft()) === 0);
    expect((await rows.prepared()).sort()).toEqual(ids.sort());
    expect(Math.min(...done)).toBeGreaterThan(5);
  });

  test("half a million due rows are no more messages than the queue's window", async () => {
    const ids = Array.from({ length: 500_000 }, (_, at) => `job-${at}`);
    const published = new Map<string, number>();
    const outbox: OpenRows["outbox"] = {
      due: async (_lane, { urgent, limit }) =>
        urgent
          ? []
          : ids.slice(0, limit).map((id) => ({ id, dueAt: 1, publishedAt: published.get(id) ?? null })),
      published: async (told, at) => told.forEach((id) => void published.set(id, at)),
    };
    const prefix = newPrefix();
    await using queue = await openQueue({ outbox }, prefix);
    const consumer = queue.consume("prepare", 1, async () => {});
    consumer.pause();
    await until("it is full", async () => (await waitingIn(`${prefix}.prepare`)) > 0);
    for (let look = 0; look < 20; look++) queue.publish("prepare");
    await until("it was looked at again", async () => (await waitingIn(`${prefix}.prepare`)) >= 1_000);
    expect(await waitingIn(`${prefix}.prepare`)).toBe(1_000);
  });

  test("a paused consumer gives back what it has not begun, and no attempt is counted", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using queue = await openQueue(rows, prefix);
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
    await until("the others are back", async () => (await waitingIn(`${prefix}.prepare`)) === 5);
    released.resolve();
    await until("the one in hand has ended", async () => (await rows.jobsLeft()) === 5);
    expect(await rows.attempts()).toEqual([0, 0, 0, 0, 0]);
    expect(begun).toBe(1);
    consumer.resume();
    await until("all are done", async () => (await rows.jobsLeft()) === 0);
  });
});

describe.skipIf(lacksRabbitmq)("RabbitMQ that cannot be used", () => {
  test("a wrong password: opened all the same, and told once, in the broker's words and without the password", async () => {
    await using rows = await openRows();
    const url = broker.url.replace("guest:guest", "guest:secret");
    await using queue = await openQueue(rows, newPrefix(), url);
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

  test("a vhost that does not exist", async () => {
    await using rows = await openRows();
    await using queue = await openQueue(rows, newPrefix(), `${broker.url}/nowhere`);
    expect(await until("it is told", () => queue.errors[0])).toMatch(/vhost does not exist/);
  });

  test("nobody listens: publishing returns at once, checking says why, closing ends", async () => {
    await using rows = await openRows();
    const queue = await openQueue(rows, newPrefix(), `amqp://127.0.0.1:${await freePort()}`);
    queue.publish("prepare");
    const consumer = queue.consume("prepare", 1, async () => {});
    await until("it is told", () => queue.errors.some((words) => /ECONNREFUSED/.test(words)));
    await expect(queue.check()).rejects.toMatchObject({ code: "QUEUE_AWAY" });
    consumer.pause();
    consumer.resume();
    await consumer.close();
    await queue.close();
  });

  test("a queue of another kind under our name is told with its name, and taken once it is gone", async () => {
    await using rows = await openRows();
    const prefix = newPrefix();
    await using channel = await openChannel();
    await channel.assertQueue(`${prefix}.prepare`, { durable: true });
    await using queue = await openQueue(rows, prefix);
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
    expect(queue.errors).toHaveLength(1);
  });
});
