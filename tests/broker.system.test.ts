import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startOllama } from "./doubles/ollama.ts";
import { whileBusy } from "./fixtures/crowding.ts";
import { select } from "./fixtures/data-folder.ts";
import { type RunningGlimpse, run, spawnGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { lacksRabbitmq, type RunningRabbitmq, startRabbitmq } from "./fixtures/rabbitmq.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto, variantOf } from "./fixtures/uploading.ts";

const small = { width: 64, height: 48 };

let broker: RunningRabbitmq;
beforeAll(async () => {
  broker = await startRabbitmq();
});
afterAll(() => broker?.[Symbol.asyncDispose]());

/** Uploads new photos and returns how long the slowest took, in ms. */
async function send(glimpse: RunningGlimpse, from: number, count: number): Promise<number> {
  const photo = await drawPhoto(1, small);
  let slowest = 0;
  for (let number = from; number < from + count; number++) {
    const startedAt = Date.now();
    const { status } = await sendPhoto(glimpse.url, variantOf(photo, number));
    expect(status).toBe(200);
    slowest = Math.max(slowest, Date.now() - startedAt);
  }
  return slowest;
}

/** Counts the events of each type. If there are more events than photos, work was done twice. */
const eventsIn = (dataFolder: string) =>
  Object.fromEntries(
    select<{ type: string; times: number }>(
      dataFolder,
      "select type, count(*) as times from events group by type",
    ).map(({ type, times }) => [type, times]),
  );

const statusIs = (dataFolder: string, status: string, count: number) =>
  select(dataFolder, "select id from photos where status = ?", [status]).length === count;

describe.skipIf(lacksRabbitmq)("with RabbitMQ", () => {
  test("while the broker is down, uploads stay fast; when it is back, all photos are prepared", async () => {
    await using glimpse = await startGlimpse({ settings: { RABBITMQ_URL: broker.url } });
    const ready = async () => (await fetch(`${glimpse.url}/readyz`)).status;
    await until("it is ready", async () => (await ready()) === 200);
    await send(glimpse, 0, 3);
    await until("they are prepared", () => statusIs(glimpse.dataFolder, "prepared", 3));

    await broker.stop();
    await until("it is told", async () => (await ready()) === 503);
    const { engines } = await glimpse.api.system.status.query();
    expect(engines.find(({ name }) => name === "queue")).toMatchObject({
      ready: false,
      detail: expect.stringContaining("RABBITMQ_URL"),
    });
    expect(await send(glimpse, 3, 30)).toBeLessThan(whileBusy(2_000));

    await broker.start();
    await until("all are prepared", () => statusIs(glimpse.dataFolder, "prepared", 33));
    expect(eventsIn(glimpse.dataFolder)).toEqual({ received: 33, prepared: 33 });
    await until("it is ready again", async () => (await ready()) === 200);
  });

  test("two workers share the work, one is killed during it, and each photo is still processed once", async () => {
    await using ollama = await startOllama({ pace: { requestMs: 300 } });
    await using glimpse = await startGlimpse({
      ollama: ollama.url,
      settings: { RABBITMQ_URL: broker.url },
    });
    const settings = {
      GLIMPSE_DATA: glimpse.dataFolder,
      OLLAMA_HOST: ollama.url,
      RABBITMQ_URL: broker.url,
    };
    const second = spawnGlimpse({ command: run("worker/main.ts"), settings });
    await using _ended = second;
    const held = () =>
      select<{ lease_by: string }>(glimpse.dataFolder, "select lease_by from jobs where state = 'running'")
        .map(({ lease_by }) => lease_by)
        .filter((lease) => lease.startsWith(`${second.supervisor.pid}-`));
    await send(glimpse, 0, 20);
    await until("the second worker has a job in hand", () => held().length > 0);
    second.supervisor.kill("SIGKILL");
    await second.ended;

    await using _third = spawnGlimpse({ command: run("worker/main.ts"), settings });
    await until("all are indexed", () => statusIs(glimpse.dataFolder, "indexed", 20));
    await until("no job is left", () => select(glimpse.dataFolder, "select id from jobs").length === 0);
    expect(eventsIn(glimpse.dataFolder)).toEqual({
      received: 20,
      prepared: 20,
      described: 20,
      embedded: 20,
      indexed: 20,
    });
  });

  test("Glimpse starts and stops well without a broker, and each process reports that once", async () => {
    await using glimpse = await startGlimpse({
      settings: { RABBITMQ_URL: "amqp://guest:wrong@127.0.0.1:1", GLIMPSE_LOG: "error" },
    });
    await send(glimpse, 0, 1);
    const told = () =>
      glimpse
        .output()
        .split("\n")
        .filter((line) => line.includes("ECONNREFUSED")).length;
    await until("both processes tell", () => told() === 2);
    const stoppedAt = Date.now();
    await glimpse.stop();
    expect(Date.now() - stoppedAt).toBeLessThan(whileBusy(4_000));
    expect(glimpse.supervisor.exitCode).toBe(0);
    expect(told()).toBe(2);
    expect(glimpse.output()).not.toContain("wrong");
  });
});
