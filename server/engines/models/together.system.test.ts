import { expect, test } from "vitest";
import { startModels } from "#tests/doubles/ollama-fixture.ts";
import { usualModels } from "#tests/doubles/ollama-models.ts";

/** Returns how many texts each request to embed had. */
const sizes = (asked: { endpoint: string; body: { input?: unknown } }[]) =>
  asked.filter(({ endpoint }) => endpoint === "embed").map(({ body }) => [body.input].flat().length);

test("documents that come at about the same time share one request, of 32 at most", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  const texts = Array.from({ length: 40 }, (_, at) => `a photo of ${at} dogs`);
  const together = await Promise.all(texts.map((text) => models.embed([text], "document")));
  expect(sizes(double.asked).sort()).toEqual([32, 8]);
  const alone = await models.embed(texts.slice(0, 3), "document");
  for (const [at, vector] of alone.vectors.entries()) expect(together[at]?.vectors).toEqual([vector]);
});

test("questions are sent alone, and models are not mixed", async () => {
  const bge = { name: "bge-m3", capabilities: ["embedding" as const] };
  await using fixture = await startModels({ models: [...usualModels, bge] });
  const { double, models } = fixture;
  await Promise.all([
    models.embed(["a"], "document"),
    models.embed(["b"], "query"),
    models.embed(["c"], "document", { model: "bge-m3" }),
    models.embed(["d"], "document"),
  ]);
  const sent = double.asked
    .filter(({ endpoint }) => endpoint === "embed")
    .map(({ body }) => `${body.model} ${[body.input].flat().length}`);
  expect(sent.sort()).toEqual(["bge-m3 1", "mistral 1", "mistral 2"]);
});

test("a refused text fails only its own caller", async () => {
  await using fixture = await startModels({
    models: [{ name: "mistral", capabilities: ["completion"], context: 20 }],
  });
  const { models } = fixture;
  const hopeless = models.embed(["x".repeat(100)], "document");
  const fine = [models.embed(["a dog"], "document"), models.embed(["snow"], "document")];
  await expect(hopeless).rejects.toMatchObject({
    code: "MODEL_FAILED",
    message: expect.stringContaining("input length exceeds"),
  });
  for (const { vectors } of await Promise.all(fine)) expect(vectors).toHaveLength(1);
});

test("an error between single texts ends the rest of them", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  double.fail({ kind: "error", times: 1 }, { kind: "drop" });
  const calls = ["a", "b", "c"].map((text) => models.embed([text], "document"));
  for (const call of calls) await expect(call).rejects.toMatchObject({ code: "MODEL_AWAY" });
  expect(double.count("embed")).toBe(2);
});

test("a caller who aborts gets the reason at once; the request goes on for the others, and ends with the last", async () => {
  await using fixture = await startModels({ pace: { requestMs: 60_000 } });
  const { double, models } = fixture;
  const stops = [new AbortController(), new AbortController(), new AbortController()];
  const [early, first, second] = stops.map(({ signal }, at) =>
    expect(models.embed([`text ${at}`], "document", { signal })).rejects.toThrow(`stop ${at}`),
  );
  stops[0]?.abort(new Error("stop 0"));
  await early;
  await expect.poll(() => sizes(double.asked)).toEqual([2]);
  stops[1]?.abort(new Error("stop 1"));
  await first;
  expect(double.asked.at(-1)?.state).toBe("open");
  stops[2]?.abort(new Error("stop 2"));
  await second;
  await expect.poll(() => double.asked.at(-1)?.state).toBe("aborted");
});

test("memory that holds both models is told from memory that holds one", async () => {
  for (const capacity of [1, 2]) {
    await using fixture = await startModels({ pace: { capacity, loadMs: 1 } });
    const { models, picture, double } = fixture;
    expect(await models.holdsBoth()).toBeNull();
    await models.describe(picture);
    expect(await models.holdsBoth()).toBeNull();
    await models.embed(["a dog"], "document");
    expect(await models.holdsBoth()).toBe(capacity === 2);
    await models.describe(picture);
    expect(await models.holdsBoth()).toBe(capacity === 2);
    expect(double.loads).toHaveLength(capacity === 2 ? 2 : 3);
  }
});

test("whether memory holds both is unknown for a server that is away, and true for a single model", async () => {
  await using fixture = await startModels({}, { visionModel: "llava", embedModel: "llava" });
  expect(await fixture.models.holdsBoth()).toBe(true);
  await using away = await startModels({}, { address: "http://127.0.0.1:9" });
  expect(await away.models.holdsBoth()).toBeNull();
});
