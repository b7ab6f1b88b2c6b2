import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createGlimpse } from "#client/index.ts";
import { startOllama } from "./doubles/ollama.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { freePort } from "./fixtures/free-port.ts";
import { run, spawnGlimpse } from "./fixtures/glimpse.ts";
import { captionedPhotos, drawPhoto, hasRealPhotos } from "./fixtures/photos.ts";
import { killHard } from "./fixtures/processes.ts";
import { hasStack, startStack } from "./fixtures/stack.ts";
import { until } from "./fixtures/until.ts";
import { wholeOrder } from "./fixtures/whole-order.ts";

interface Subject {
  path: string;
  caption: string;
  question: string;
}

const drawn = [
  ["A brown dog runs along a sandy beach.", "dog on the beach"],
  ["A red bus stands on a rainy street.", "a bus in the street"],
  ["A plate of pizza on a wooden table.", "pizza on a table"],
  ["A horse grazes on a green meadow.", "horse in a meadow"],
] as const;

async function subjects(folder: string): Promise<Subject[]> {
  if (hasRealPhotos) {
    return captionedPhotos()
      .slice(0, 16)
      .map(({ path, captions: [caption = "", question = ""] }) => ({ path, caption, question }));
  }
  return Promise.all(
    drawn.map(async ([caption, question], seed) => {
      const path = join(folder, `${seed}.jpg`);
      await writeFile(path, await drawPhoto(seed + 2_000));
      return { path, caption, question };
    }),
  );
}

test.runIf(hasStack)(
  "two webs and two workers share Milvus, RabbitMQ and Postgres; one of each is killed, and every photo is found",
  async () => {
    await using folder = await temporaryFolder();
    const photos = await subjects(folder.path);
    await using stack = await startStack();
    await using ollama = await startOllama({
      captions: photos.map(({ path, caption }) => ({ image: path, caption })),
    });
    const settings = {
      ...stack.settings,
      GLIMPSE_DATA: join(folder.path, "data"),
      OLLAMA_HOST: ollama.url,
      GLIMPSE_WORKER_CONCURRENCY: "1",
    };
    await using processes = new AsyncDisposableStack();
    const startWeb = async () => {
      const port = await freePort();
      const web = processes.use(
        spawnGlimpse({
          command: run("server/main.ts"),
          settings: { ...settings, GLIMPSE_PORT: String(port) },
        }),
      );
      const url = `http://127.0.0.1:${port}`;
      await until("web is ready", async () => (await fetch(`${url}/readyz`).catch(() => null))?.ok);
      return { pid: web.supervisor.pid ?? 0, ...createGlimpse({ url }) };
    };
    const startWorker = () =>
      processes.use(spawnGlimpse({ command: run("worker/main.ts"), settings })).supervisor.pid ?? 0;

    const [first, second] = await Promise.all([startWeb(), startWeb()]);
    const doomed = startWorker();
    startWorker();

    // The client sends unacknowledged photos again. The same bytes make one photo.
    const half = Math.ceil(photos.length / 2);
    for (const { path } of photos.slice(0, half)) await first.upload(path);
    const interrupted = Promise.allSettled(photos.slice(half).map(({ path }) => first.upload(path)));
    await until("a photo has been described", () => ollama.countDescribed() > 1);
    killHard(first.pid);
    killHard(doomed);
    await interrupted;
    for (const { path } of photos) await second.upload(path);

    const counts = await until(
      "all are indexed",
      async () => {
        const summary = await second.api.jobs.summary.query();
        return summary.byStatus.indexed === photos.length && summary;
      },
      90_000,
    );
    expect(counts.total).toBe(photos.length);
    const { items } = await second.api.photos.list.query({ limit: 100 });
    expect(new Set(items.map((photo) => photo.sha256)).size).toBe(photos.length);
    expect(items.every((photo) => photo.caption)).toBe(true);

    // The web process that is still alive answers.
    let among = 0;
    for (const { caption, question } of photos) {
      // A photo has all that its own caption says: it is meant, and not only weaker.
      const meant = await second.api.search.run.query({ text: caption, limit: photos.length });
      expect(meant.hits.map(({ photo }) => photo.caption?.text)).toContain(caption);
      const found = await wholeOrder(second, question, 3);
      if (found.some(({ photo }) => photo.caption?.text === caption)) among++;
    }
    expect(among / photos.length).toBeGreaterThanOrEqual(0.7);
    const conversation = await second.api.conversations.create.mutate({});
    const said: string[] = [];
    const asked = { conversationId: conversation.id, turnId: randomUUID(), text: photos[0]?.question ?? "" };
    for await (const event of await second.api.conversations.say.mutate(asked)) said.push(event.type);
    expect(said.at(-1)).toBe("done");

    const status = await second.api.system.status.query();
    expect(status.engines.map(({ name, ready }) => [name, ready])).toEqual(
      expect.arrayContaining([
        ["database", true],
        ["queue", true],
        ["index", true],
      ]),
    );
  },
);
