import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "#server/config.ts";
import { createOllama } from "#server/engines/models/ollama.ts";
import { createGazetteer } from "#server/library/gazetteer/gazetteer.ts";
import { localOwner } from "#server/library/ids.ts";
import type { Photo } from "#server/library/photo.ts";
import { openServices } from "#server/services.ts";
import { createDecoder } from "#worker/decode/client.ts";
import type { Decoder } from "#worker/decode/protocol.ts";
import { createMarks } from "#worker/marks.ts";
import { startPipeline } from "#worker/pipeline.ts";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import type { FaultKind } from "./doubles/ollama-faults.ts";
import { whileBusy } from "./fixtures/crowding.ts";
import { select } from "./fixtures/data-folder.ts";
import { stateHome, temporaryFolder } from "./fixtures/folder.ts";
import { freePort } from "./fixtures/free-port.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto, variantOf } from "./fixtures/uploading.ts";

const impatience = { probe: 1_000, answer: 1_500, firstToken: 1_500, nextToken: 500 };

let decoder: Decoder;
let photo: Buffer;
beforeAll(async () => {
  decoder = createDecoder({ concurrency: 2 });
  photo = await drawPhoto(1, { width: 64, height: 48 });
});
afterAll(() => decoder.close());

interface Library extends AsyncDisposable {
  ollama: OllamaDouble;
  dataFolder: string;
  receive(number: number): Promise<string>;
  /** Waits until the photo has this status. */
  reaches(id: string, status: Photo["status"]): Promise<Photo>;
  typesOf(id: string): Promise<string[]>;
  retry(): Promise<number>;
}

/** Opens a library and the worker's pipeline in this process, with short timeouts for the model. */
async function openLibrary(): Promise<Library> {
  const folder = await temporaryFolder();
  const ollama = await startOllama();
  const config = readConfig({
    ...process.env,
    XDG_STATE_HOME: stateHome,
    GLIMPSE_DATA: folder.path,
    OLLAMA_HOST: ollama.url,
    GLIMPSE_LOG: "silent",
  });
  const services = await openServices(config, "worker");
  const models = createOllama({ ...config, address: ollama.url, mode: "auto", timeouts: impatience });
  const { maxMegapixels } = config;
  const marks = createMarks(folder.at("open-files"));
  const tools = { ...services, models, decoder, marks, gazetteer: createGazetteer(), maxMegapixels };
  const pipeline = startPipeline({ ...services, models }, tools, 1);
  const { photos, jobs, ingest } = services;
  return {
    ollama,
    dataFolder: folder.path,
    async receive(number) {
      const body = (async function* () {
        yield variantOf(photo, number);
      })();
      return (await ingest.receive(localOwner, { name: "photo.jpg", modifiedAt: null, body })).photo.id;
    },
    reaches: (id, status) =>
      until(
        `the photo is ${status}`,
        async () => (await photos.get(localOwner, [id])).find((one) => one.status === status),
        50_000,
      ),
    typesOf: async (id) => (await photos.timeline(localOwner, id)).map(({ type }) => type),
    retry: () => jobs.retry(localOwner, { all: "failed" }),
    async [Symbol.asyncDispose]() {
      await pipeline.close();
      await models.close();
      await services.close();
      await ollama[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const faulty: ["describe" | "embed", FaultKind[]][] = [
  [
    "describe",
    ["hang", "hang-midway", "cut", "end-early", "garble", "error", "error-midway", "empty", "refuse", "loop"],
  ],
  ["embed", ["hang", "cut", "error", "few", "nulls", "zeros"]],
];
const faults = faulty.flatMap(([stage, kinds]) => kinds.map((kind) => ({ stage, kind })));

describe("a model that fails", () => {
  /** All faults run at once, because each one has to wait between its attempts. */
  let told: Map<string, Promise<void>>;
  beforeAll(() => {
    told = new Map(faults.map(({ stage, kind }) => [`${stage} ${kind}`, failAndMend(stage, kind)]));
    for (const outcome of told.values()) outcome.catch(() => {});
  });

  async function failAndMend(stage: "describe" | "embed", kind: FaultKind): Promise<void> {
    await using library = await openLibrary();
    const { ollama, receive, reaches, typesOf } = library;
    await reaches(await receive(0), "indexed");

    ollama.fail({ kind, on: [stage === "describe" ? "chat" : "embed"] });
    const id = await receive(1);
    const { failure, caption } = await reaches(id, "failed");
    expect(failure).toEqual({ stage, reason: expect.stringMatching(/^(llava: |mistral: |[A-Z]).{15,}/) });
    const before = stage === "describe" ? ["received", "prepared"] : ["received", "prepared", "described"];
    expect(await typesOf(id)).toEqual([...before, "attempt-failed", "attempt-failed", "failed"]);
    expect(caption === null).toBe(stage === "describe");
    expect(select(library.dataFolder, "select 1 from embeddings where photo_id = ?", [id])).toEqual([]);

    ollama.fail();
    expect(await library.retry()).toBe(1);
    const mended = await reaches(id, "indexed");
    expect(mended).toMatchObject({
      failure: null,
      caption: { text: expect.stringMatching(/\w/), model: "llava" },
    });
    expect(select(library.dataFolder, "select 1 from embeddings where photo_id = ?", [id])).toHaveLength(1);
  }

  test.each(faults)(
    "$stage with the fault $kind fails with a reason after three attempts, and a retry succeeds",
    ({ stage, kind }) => told.get(`${stage} ${kind}`),
    90_000,
  );

  test("a slow model is waited for", async () => {
    await using library = await openLibrary();
    Object.assign(library.ollama.pace, { requestMs: 1_000, tokenMs: 100 });
    const id = await library.receive(1);
    await library.reaches(id, "indexed");
    expect(await library.typesOf(id)).toEqual(["received", "prepared", "described", "embedded", "indexed"]);
  });
});

describe("a model server that is down", () => {
  test("costs waiting photos no attempt, and they are described by themselves when it starts", async () => {
    const port = await freePort();
    await using glimpse = await startGlimpse({ ollama: `http://127.0.0.1:${port}` });
    for (const number of [1, 2, 3, 4])
      await sendPhoto(glimpse.url, variantOf(photo, number), { name: `meadow-${number}.jpg` });
    const count = async (status: Photo["status"]) =>
      (await glimpse.api.jobs.summary.query()).byStatus[status];
    await until("all are prepared", async () => (await count("prepared")) === 4);
    await until("they are found by their facts", async () => {
      return (await glimpse.api.search.run.query({ text: "meadow" })).total === 4;
    });
    const { describe, embed, version } = (await glimpse.api.system.status.query()).models;
    expect(version).toBeNull();
    expect(describe).toMatchObject({
      ready: false,
      model: "llava",
      reason: "not-running",
      detail: expect.stringMatching(/Ollama/),
    });
    expect(embed).toMatchObject({ ready: false, model: "mistral", reason: "not-running" });
    expect((await fetch(`${glimpse.url}/readyz`)).status).toBe(200);
    const resting = await glimpse.api.jobs.list.query();
    expect(
      resting.items.map(({ stage, state, attempts, reason }) => ({ stage, state, attempts, reason })),
    ).toEqual(Array(4).fill({ stage: "describe", state: "queued", attempts: 0, reason: null }));

    await using ollama = await startOllama({ port });
    const came = performance.now();
    await until("all are described and indexed", async () => (await count("indexed")) === 4);
    expect(performance.now() - came).toBeLessThan(whileBusy(12_000));
    expect(await glimpse.api.system.status.query()).toMatchObject({
      models: { version: "0.24.0", address: ollama.url, describe: { ready: true }, embed: { ready: true } },
    });
    expect(ollama.countDescribed()).toBe(4);
    expect(attemptsThatFailed(glimpse.dataFolder)).toBe(0);
  });

  test("may die during its work, and the remaining photos continue when it is back", async () => {
    const port = await freePort();
    await using glimpse = await startGlimpse({ ollama: `http://127.0.0.1:${port}` });
    const count = async (status: Photo["status"]) =>
      (await glimpse.api.jobs.summary.query()).byStatus[status];
    {
      await using ollama = await startOllama({ port });
      const send = (number: number) => sendPhoto(glimpse.url, variantOf(photo, number));
      await Promise.all([1, 2, 3].map(send));
      await until("some are done", async () => (await count("indexed")) === 3);
      ollama.fail({ kind: "hang-midway", on: ["chat"] });
      await Promise.all([4, 5, 6, 7, 8].map(send));
      await until(
        "an answer has begun",
        () => ollama.asked.at(-1)?.endpoint === "chat" && ollama.countDescribed() === 4,
      );
    }
    await until("it is seen to be down", async () => {
      return !(await glimpse.api.system.status.query()).models.describe.ready;
    });
    expect(await count("failed")).toBe(0);
    await using _back = await startOllama({ port });
    await until("all are indexed", async () => (await count("indexed")) === 8);
    // Only the photo whose answer broke off may have a failed attempt.
    expect(attemptsThatFailed(glimpse.dataFolder)).toBeLessThanOrEqual(1);
  });
});

function attemptsThatFailed(dataFolder: string): number {
  return select(dataFolder, "select 1 from events where type in ('attempt-failed', 'failed')").length;
}
