import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "#server/engines/database/port.ts";
import { createEmbeddedIndex } from "#server/engines/index/embedded/embedded.ts";
import type { PhotoIndex } from "#server/engines/index/port.ts";
import { createOllama } from "#server/engines/models/ollama.ts";
import type { Models } from "#server/engines/models/port.ts";
import { type Collections, createCollections } from "#server/library/collections.ts";
import { createEmbeddings, writeEmbedding } from "#server/library/embeddings.ts";
import { writeFacts } from "#server/library/facts.ts";
import { localOwner, newId } from "#server/library/ids.ts";
import { createJobs } from "#server/library/jobs.ts";
import type { Schema } from "#server/library/schema.ts";
import { armJob } from "#server/library/stages.ts";
import { refill } from "#server/maintenance/rebuild.ts";
import { type OllamaDouble, startOllama } from "#tests/doubles/ollama.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { openWithTables } from "#tests/fixtures/with-tables.ts";
import { createSpaceUpkeep } from "./spaces.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let database: Database<Schema>;
let index: PhotoIndex;
let collections: Collections;
let ollama: OllamaDouble;
const opened: Models[] = [];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  folder = await temporaryFolder();
  database = await openWithTables(join(folder.path, "glimpse.sqlite"));
  index = await createEmbeddedIndex({ folder: folder.path });
  collections = createCollections(database);
  ollama = await startOllama({
    models: [
      { name: "llava", capabilities: ["completion", "vision"] },
      { name: "mistral", capabilities: ["completion"], dimension: 16 },
      { name: "nomic-embed-text", capabilities: ["embedding"], dimension: 16 },
    ],
  });
});

afterEach(async () => {
  vi.useRealTimers();
  for (const models of opened.splice(0)) await models.close();
  await ollama[Symbol.asyncDispose]();
  await index.close();
  await database.close();
  await folder[Symbol.asyncDispose]();
});

function upkeepFor(embedModel: string) {
  const models = createOllama({
    address: ollama.url,
    visionModel: "llava",
    embedModel,
    chatModel: "mistral",
    mode: "auto",
  });
  opened.push(models);
  const spaces = createSpaceUpkeep({
    database,
    index,
    models,
    collections,
    jobs: createJobs(database),
    embeddings: createEmbeddings(database),
    owner: localOwner,
    log: pino({ level: "silent" }),
  });
  return { models, look: () => spaces.look(new AbortController().signal) };
}

/** Adds photos that are described, and embedded by this model. */
async function add(models: Models, count: number): Promise<void> {
  const { space } = await models.embed(["anything"], "query");
  await database.rows.transaction().execute(async (rows) => {
    for (let at = 0; at < count; at++) {
      const id = newId();
      const photo = {
        id,
        owner: localOwner,
        sha256: id.replaceAll("-", "").padEnd(64, "0"),
        file_name: "a.jpg",
      };
      const about = { type: "image/jpeg", extension: "jpg", bytes: 1, status: "indexed" as const };
      await rows
        .insertInto("photos")
        .values({ ...photo, ...about, sort_at: at, created_at: at })
        .execute();
      await writeFacts(rows, localOwner, id, noFacts, { thumbhash: "x", colours: [], brightness: null });
      const caption = { photo_id: id, owner: localOwner, text: `thing ${at}`, model: "llava", created_at: 1 };
      await rows.insertInto("captions").values(caption).execute();
      const vector = Float32Array.from({ length: 16 }, (_, axis) => 2 + Math.sin(at * 7 + axis * 3));
      const length = Math.hypot(...vector);
      await writeEmbedding(
        rows,
        localOwner,
        id,
        space,
        vector.map((value) => value / length),
      );
    }
  });
}

test("how a plain language model's vectors are spread is measured once, when there are 1,000", async () => {
  const { models, look } = upkeepFor("mistral");
  await add(models, 999);
  await look();
  expect((await collections.serving())?.standard).toBeNull();
  await add(models, 1);
  await look();
  const serving = await collections.serving();
  expect(serving?.standard?.mean).toHaveLength(16);
  expect(serving?.standard?.deviations).toHaveLength(16);
  expect(await index.list({ space: serving?.id ?? "", after: "", limit: 2_000 })).toHaveLength(1_000);
  await add(models, 50);
  await look();
  expect((await collections.serving())?.id).toBe(serving?.id);
});

test("a collection from before deviations were measured is filled anew", async () => {
  const { models, look } = upkeepFor("mistral");
  await add(models, 1_000);
  await look();
  const before = await collections.serving();
  await database.rows.updateTable("collections").set({ deviations: null }).execute();
  expect((await collections.serving())?.standard).toMatchObject({ deviations: null });
  await look();
  const serving = await collections.serving();
  expect(serving?.id).not.toBe(before?.id);
  expect(serving?.standard).toEqual(before?.standard);
});

test("the vectors of a model that was trained for retrieval are never standardised", async () => {
  const { models, look } = upkeepFor("nomic-embed-text");
  await add(models, 1_001);
  const serving = await collections.serving();
  await look();
  expect(await collections.serving()).toMatchObject({ id: serving?.id, standard: null });
});

test("with another model, photos are embedded first, then it serves, and a minute later the old one is gone", async () => {
  const before = upkeepFor("nomic-embed-text");
  await add(before.models, 3);
  const { models, look } = upkeepFor("mistral");
  await look();
  const jobs = await database.rows.selectFrom("jobs").select("stage").execute();
  expect(jobs.map(({ stage }) => stage)).toEqual(["embed", "embed", "embed"]);
  expect((await collections.serving())?.space.model).toBe("nomic-embed-text");
  const { space, vectors } = await models.embed(["one"], "document");
  for (const { id } of await database.rows.selectFrom("photos").select("id").execute()) {
    await writeEmbedding(database.rows, localOwner, id, space, vectors[0] ?? new Float32Array(16));
  }
  await database.rows.deleteFrom("jobs").execute();
  await look();
  expect((await collections.serving())?.space.model).toBe("mistral");
  const spaces = async () => (await database.rows.selectFrom("spaces").select("model").execute()).length;
  expect(await spaces()).toBe(2);
  vi.setSystemTime(Date.now() + 61_000);
  await look();
  expect(await spaces()).toBe(1);
  const left = await database.rows.selectFrom("embeddings").select("space").execute();
  expect(new Set(left.map((row) => row.space))).toEqual(new Set([space.id]));
});

test("while the model is away, the old collection serves on, and nothing is done", async () => {
  const { models } = upkeepFor("nomic-embed-text");
  await add(models, 3);
  const serving = await collections.serving();
  const { look } = upkeepFor("not-pulled");
  await look();
  expect((await collections.serving())?.id).toBe(serving?.id);
  expect(await database.rows.selectFrom("jobs").selectAll().execute()).toEqual([]);
});

test("questions that ask for no photo in particular leave the weight as it is, and are not asked for again", async () => {
  await ollama[Symbol.asyncDispose]();
  ollama = await startOllama({
    models: [
      { name: "llava", capabilities: ["completion", "vision"] },
      { name: "mistral", capabilities: ["completion"], dimension: 16 },
    ],
    reply: () => ({ question: "What is the camera's name?" }),
  });
  const { models, look } = upkeepFor("mistral");
  await add(models, 220);
  for await (const _ of refill({ database, index, collections }));
  await look();
  await look();
  expect((await collections.serving())?.wordsWeight).toBeNull();
  const questions = ollama.asked.filter(({ endpoint, body }) => endpoint === "chat" && body.format);
  expect(questions).toHaveLength(100);
  expect(questions[0]?.body.options?.num_predict).toBe(60);
  await look();
  expect(ollama.asked.filter(({ body }) => body.format)).toHaveLength(100);
});

test("the words' weight is measured with questions of the chat model, once, and only when models have nothing else to do", async () => {
  await ollama[Symbol.asyncDispose]();
  ollama = await startOllama({
    models: [
      { name: "llava", capabilities: ["completion", "vision"] },
      { name: "mistral", capabilities: ["completion"], dimension: 16 },
      { name: "nomic-embed-text", capabilities: ["embedding"], dimension: 16 },
    ],
    reply: (messages) => ({ question: `where is ${messages.at(-1)?.content.split(" ").at(-1)}` }),
  });
  const { models, look } = upkeepFor("mistral");
  await add(models, 220);
  const [first] = await database.rows.selectFrom("photos").select("id").limit(1).execute();
  await database.rows.transaction().execute(async (rows) => {
    await armJob(rows, localOwner, first?.id ?? "", "describe");
  });
  await look();
  await look();
  expect(ollama.count("chat")).toBeLessThan(5);
  await database.rows.deleteFrom("jobs").execute();
  for await (const _ of refill({ database, index, collections }));
  await look();
  const serving = await collections.serving();
  expect(serving?.calibratedOf).toBe(220);
  expect(serving?.wordsWeight).toEqual(expect.any(Number));
  const { calibration } = await database.rows
    .selectFrom("collections")
    .select("calibration")
    .executeTakeFirstOrThrow();
  const { questions, score } = JSON.parse(calibration ?? "{}");
  expect(questions).toBe(100);
  // Each question has the one word that only its own photo's caption contains.
  expect(score).toBeGreaterThan(0.5);
  const asked = ollama.count("chat");
  await look();
  expect(ollama.count("chat")).toBe(asked);
});
