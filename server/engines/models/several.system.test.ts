import { expect, test } from "vitest";
import { type DoubleOptions, type OllamaDouble, startOllama } from "#tests/doubles/ollama.ts";
import { plainPicture } from "#tests/doubles/ollama-eyes.ts";
import { usualModels } from "#tests/doubles/ollama-models.ts";
import { until } from "#tests/fixtures/until.ts";
import { type Digests, digestsInMemory } from "./digests.ts";
import { createOllama } from "./ollama.ts";
import type { Models } from "./port.ts";

interface Joined extends AsyncDisposable {
  doubles: OllamaDouble[];
  models: Models;
}

/** Starts a double for each of the options, and has them serve as one. */
async function join(all: DoubleOptions[], digests: Digests = digestsInMemory()): Promise<Joined> {
  const doubles = await Promise.all(all.map(startOllama));
  const models = createOllama({
    ...{ address: doubles.map(({ url }) => url), digests, mode: "auto" },
    ...{ visionModel: "llava", embedModel: "mistral", chatModel: "mistral" },
  });
  return {
    doubles,
    models,
    async [Symbol.asyncDispose]() {
      await models.close();
      await Promise.all(doubles.map((double) => double[Symbol.asyncDispose]()));
    },
  };
}

const [llava, mistral] = usualModels;
if (!llava || !mistral) throw new Error("the double has no models");
const otherMistral = { ...mistral, digest: "sha256:bbbbbbbbbbbbbbbb" };

test("each server says for itself what it can do, and together they can what one can", async () => {
  await using joined = await join([{ models: [mistral] }, { models: [llava] }]);
  const [first, second] = joined.doubles;
  const status = await joined.models.status();
  expect(status.servers.map(({ address }) => address)).toEqual([first?.url, second?.url]);
  expect(status).toMatchObject({
    describe: { ready: true },
    embed: { ready: true },
    converse: { ready: true },
  });
  expect(status.servers).toMatchObject([
    { describe: { ready: false, reason: "not-pulled" }, embed: { ready: true } },
    { describe: { ready: true }, embed: { ready: false, reason: "not-pulled" } },
  ]);
  await joined.models.describe(await plainPicture("red"));
  await joined.models.embed(["a dog"], "query");
  await joined.models.converse([{ role: "user", content: "hello" }], { type: "object" });
  expect([first?.countDescribed(), second?.countDescribed()]).toEqual([0, 1]);
  expect(first?.count("embed")).toBeGreaterThan(0);
});

test("while one server is away the other embeds, and the first one does so again when it is back", async () => {
  await using joined = await join([{}, {}]);
  const [first, second] = joined.doubles;
  if (!first || !second) throw new Error("a double is missing");
  await joined.models.embed(["a dog"], "document");
  expect([first.count("embed"), second.count("embed")]).toEqual([1, 0]);
  await first[Symbol.asyncDispose]();
  const { vectors } = await joined.models.embed(["a dog"], "document");
  expect(vectors).toHaveLength(1);
  expect(second.count("embed")).toBe(1);
  expect((await joined.models.status(0)).servers[0]).toMatchObject({ version: null });
  await using back = await startOllama({ port: Number(new URL(first.url).port) });
  await until("the first one embeds again", async () => {
    await joined.models.embed(["a dog"], "document");
    return back.count("embed") > 0;
  });
});

test("a server whose model has another digest embeds nothing, and the reason is said", async () => {
  await using joined = await join([{}, { models: [llava, otherMistral] }]);
  const [first, second] = joined.doubles;
  const [, differs] = (await joined.models.status()).servers;
  expect(differs?.embed).toMatchObject({
    ...{ ready: false, reason: "other-digest" },
    detail: expect.stringMatching(
      /^mistral at 127\.0\.0\.1:\d+ \(bbbbbbbbbbbb\) is not the one that made the vectors of this library \([0-9a-f]{12}\)\. Fetch it again there; until then other servers embed\.$/,
    ),
    remedy: { action: "pull", model: "mistral" },
  });
  const before = second?.count("embed") ?? 0;
  await first?.[Symbol.asyncDispose]();
  await expect(joined.models.embed(["a dog"], "query")).rejects.toMatchObject({ code: "MODEL_AWAY" });
  // It is not even asked, because its vectors must not be compared with those that are there.
  await expect(joined.models.embed(["a dog"], "query")).rejects.toMatchObject({ code: "MODEL_AWAY" });
  expect(second?.count("embed")).toBe(before);
  expect(await joined.models.embedder()).toBeNull();
});

test("after a start the noted digest counts, although the server that has it comes second", async () => {
  const digests = digestsInMemory();
  await digests.write("mistral", otherMistral.digest);
  await using joined = await join([{}, { models: [llava, otherMistral] }], digests);
  await joined.models.embed(["a dog"], "query");
  expect(joined.doubles.map((double) => double.count("embed"))).toEqual([0, 1]);
});

test("if all answer and none has the noted model any more, the first one counts from then on", async () => {
  const digests = digestsInMemory();
  await digests.write("mistral:latest", "sha256:old");
  await using joined = await join([{}, { models: [llava, otherMistral] }], digests);
  await joined.models.embed(["a dog"], "query");
  expect(joined.doubles.map((double) => double.count("embed"))).toEqual([1, 0]);
  expect(await digests.read("mistral")).toMatch(/^[0-9a-f]{64}$/);
});

test("a model is fetched by each server that answers", async () => {
  await using joined = await join([{}, { models: [llava] }, { models: [] }]);
  const [, second, third] = joined.doubles;
  const { host } = new URL(second?.url ?? "");
  await third?.[Symbol.asyncDispose]();
  const steps = await Array.fromAsync(joined.models.pull("mistral"));
  expect(steps.at(-1)).toMatchObject({ step: "ready", status: `${host}: success` });
  expect(steps.filter(({ step }) => step === "ready")).toHaveLength(1);
  expect((await joined.models.status(0)).servers[1]?.embed.ready).toBe(true);
});
