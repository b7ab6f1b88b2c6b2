import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MilvusClient } from "@zilliz/milvus2-sdk-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { whileBusy } from "./fixtures/crowding.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { hasMilvusLite, type MilvusLite, startMilvusLite } from "./fixtures/milvus-lite.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";

const captions = ["A brown dog on a beach.", "A red bus in the rain.", "A plate of pizza on a table."];

describe.runIf(hasMilvusLite)("Glimpse on Milvus", () => {
  const resources = new AsyncDisposableStack();
  let milvus: MilvusLite;
  let ollama: OllamaDouble;
  let glimpse: RunningGlimpse;

  beforeAll(async () => {
    const folder = resources.use(await temporaryFolder());
    milvus = resources.use(await startMilvusLite());
    ollama = resources.use(await startOllama());
    glimpse = resources.use(await startGlimpse({ ollama: ollama.url, settings: { MILVUS_URL: milvus.url } }));
    for (const [seed, caption] of captions.entries()) {
      const bytes = await drawPhoto(seed + 70);
      await ollama.teach(bytes, caption);
      await writeFile(join(folder.path, `${seed}.jpg`), bytes);
      await glimpse.upload(join(folder.path, `${seed}.jpg`));
    }
    await until("all are found by their vectors", async () => (await dogs()) && true);
  });
  afterAll(() => resources.disposeAsync());

  const dogs = async () => {
    const found = await glimpse.api.search.run.query({ text: "a dog" }).catch(() => null);
    return found?.hits[0]?.why.similarity ? found.hits[0].photo.caption?.text : null;
  };

  test("while Milvus is down, search says so within 3 s and browsing works; later it recovers by itself", async () => {
    await milvus.freeze();
    try {
      const start = performance.now();
      await expect(glimpse.api.search.run.query({ text: "a dog" })).rejects.toMatchObject({
        data: { code: "INDEX_AWAY" },
        message: expect.stringMatching(/index/i),
      });
      expect(performance.now() - start).toBeLessThan(whileBusy(3_000));
      expect((await glimpse.api.photos.list.query({})).items).toHaveLength(3);
      const conversation = await glimpse.api.conversations.create.mutate({});
      const said: string[] = [];
      const asked = { conversationId: conversation.id, turnId: randomUUID(), text: "a dog" };
      for await (const event of await glimpse.api.conversations.say.mutate(asked)) {
        said.push(event.type === "error" ? event.code : event.type);
      }
      expect(said).toEqual(["plan", "INDEX_AWAY"]);
      const ready = await fetch(`${glimpse.url}/readyz`);
      expect(ready.status).toBe(503);
      expect((await ready.json()).engines).toContainEqual(
        expect.objectContaining({ name: "index", ready: false }),
      );
    } finally {
      milvus.thaw();
    }
    expect(await until("it is back", dogs)).toBe(captions[0]);
  });

  test("a wiped index is filled again from the rows, and no model describes or embeds a photo again", async () => {
    const asked = () =>
      ollama.asked.filter(
        ({ endpoint, body }) => endpoint === "embed" && JSON.stringify(body).includes("pizza"),
      );
    expect(asked()).toHaveLength(1);
    const client = new MilvusClient({
      address: milvus.url,
      maxRetries: 0,
      timeout: 5_000,
      logLevel: "error",
    });
    await client.connectPromise;
    const { data } = await client.listCollections();
    for (const { name } of data) {
      await client.dropCollection({ collection_name: name });
    }
    await client.closeConnection();
    expect(data.length).toBeGreaterThanOrEqual(2);
    expect(await until("the dog is found again", dogs)).toBe(captions[0]);
    expect(asked()).toHaveLength(1);
    expect((await glimpse.api.jobs.summary.query()).byStatus.indexed).toBe(3);
  });
});
