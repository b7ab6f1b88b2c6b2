import { expect, test } from "vitest";
import { startOllama } from "#tests/doubles/ollama.ts";
import type { FaultKind } from "#tests/doubles/ollama-faults.ts";
import { startModels } from "#tests/doubles/ollama-fixture.ts";
import { usualModels } from "#tests/doubles/ollama-models.ts";
import { createOllama } from "./ollama.ts";

const impatient = { timeouts: { answer: 1_000, firstToken: 500, nextToken: 500 } };
const schema = { type: "object", properties: { n: { type: "integer" } } };
const words = [{ role: "user" as const, content: "how many?" }];

test.each<[FaultKind, string]>([
  ["hang", "did not answer for 0.5 s"],
  ["hang-midway", "did not answer for 0.5 s"],
  ["error", "llava: an error was encountered while running the model"],
  ["error-midway", "llava: an error was encountered while running the model"],
  ["cut", "The connection to Ollama broke off."],
  ["end-early", "cannot be read"],
  ["garble", "cannot be read"],
  ["empty", "The model gave an empty answer twice."],
  ["refuse", "The model refused to describe the picture twice."],
  ["loop", "The model repeated itself without end twice."],
  ["repeat", "The model repeated itself without end twice."],
])("describing, with the fault %s, fails and says why", async (kind, reason) => {
  await using fixture = await startModels({}, impatient);
  const { double, models, picture } = fixture;
  double.fail({ kind });
  await expect(models.describe(picture)).rejects.toMatchObject({
    code: "MODEL_FAILED",
    message: expect.stringContaining(reason),
  });
  double.fail();
  expect((await models.describe(picture)).text).toContain("barn");
});

test.each<[FaultKind, string]>([
  ["hang", "did not answer for 1 s"],
  ["error", "mistral: the model runner has stopped"],
  ["cut", "broke off"],
  ["few", "2 vectors for 3 texts"],
  ["nulls", "a vector that cannot be used"],
  ["zeros", "a vector that cannot be used"],
])("embedding, with the fault %s, fails and says why", async (kind, reason) => {
  await using fixture = await startModels({}, impatient);
  const { double, models } = fixture;
  double.fail({ kind });
  await expect(models.embed(["a", "b", "c"], "document")).rejects.toMatchObject({
    code: "MODEL_FAILED",
    message: expect.stringContaining(reason),
  });
});

test.each<[FaultKind, string]>([
  ["hang", "did not answer for 0.5 s"],
  ["cut", "broke off"],
  ["prose", "did not answer in the form it was asked for"],
  ["empty", "did not answer in the form it was asked for"],
])("conversing, with the fault %s, fails and says why", async (kind, reason) => {
  await using fixture = await startModels({ reply: () => "one two three four" }, impatient);
  fixture.double.fail({ kind });
  await expect(fixture.models.converse(words, schema)).rejects.toMatchObject({
    code: "MODEL_FAILED",
    message: expect.stringContaining(reason),
  });
});

test.each<[FaultKind, string]>([
  ["drop", "Ollama does not answer at 127.0.0.1:"],
  ["busy", "Ollama is busy with other requests."],
  ["missing", "Run: ollama pull"],
  ["no-memory", "requires more system memory (5.6 GiB) than is available (3.2 GiB)"],
])("with the fault %s the model is away, which is no failure of the photo", async (kind, reason) => {
  await using fixture = await startModels();
  const { double, models, picture } = fixture;
  double.fail({ kind });
  const away = { code: "MODEL_AWAY", message: expect.stringContaining(reason) };
  await expect(models.describe(picture)).rejects.toMatchObject(away);
  await expect(models.embed(["a", "b"], "document")).rejects.toMatchObject(away);
  await expect(models.converse(words, schema)).rejects.toMatchObject(away);
  expect(double.count("embed")).toBe(1);
});

test.each([
  "http://no-such-host.invalid:11434",
  "http://127.0.0.1:9",
])("nothing answers at %s: the model is away", async (address) => {
  await using fixture = await startModels({}, { address });
  await expect(fixture.models.embed(["a"], "query")).rejects.toMatchObject({ code: "MODEL_AWAY" });
});

test("a model that gives a flawed caption is asked once more, with other settings", async () => {
  for (const kind of ["empty", "refuse", "loop", "repeat"] as const) {
    await using fixture = await startModels();
    const { double, models, picture } = fixture;
    double.fail({ kind, times: 1 });
    expect((await models.describe(picture)).text).toContain("barn");
    const asked = double.asked.filter(({ endpoint }) => endpoint === "chat").map(({ body }) => body);
    const [first, second] = asked.map(({ options }) => options);
    expect(first?.seed).not.toBe(second?.seed);
    expect(first?.temperature).not.toBe(second?.temperature);
    const [long = "", plain = ""] = asked.map(({ messages }) => messages?.[0]?.content);
    expect(plain.length).toBeLessThan(long.length / 2);
  }
});

test("the model's answer to each try is kept", async () => {
  await using fixture = await startModels();
  const { double, models, picture } = fixture;
  double.fail({ kind: "refuse", times: 1 });
  const { text, raw } = await models.describe(picture);
  expect(text).toBe("A red barn in a field, in evening light.");
  expect(raw).toMatch(/^I'm sorry, .*\n\n The image shows a red barn/s);
  await double.teach(picture, "A red barn.");
  double.fail({ kind: "refuse" });
  await expect(models.describe(picture)).rejects.toMatchObject({
    raw: expect.stringMatching(/^I'm sorry, .*\n\n I'm sorry, /s),
  });
});

test("a slow model does not hang: nothing times out while tokens come", async () => {
  const timeouts = { firstToken: 500, nextToken: 500 };
  await using fixture = await startModels({ pace: { tokenMs: 70 } }, { timeouts });
  const { models, picture } = fixture;
  const began = performance.now();
  expect((await models.describe(picture)).text).toContain("barn");
  expect(performance.now() - began).toBeGreaterThan(500);
});

test("we wait for a model that takes longer to load than a token may take", async () => {
  const timeouts = { firstToken: 10_000, nextToken: 400 };
  await using fixture = await startModels({ pace: { loadMs: 600 } }, { timeouts });
  expect((await fixture.models.describe(fixture.picture)).text).toContain("barn");
});

test.each([
  "0.9.6",
  "0.24.0",
  "0.32.15",
] as const)("on %s a load that takes longer than the whole patience is waited for, what hangs after it is not", async (version) => {
  const timeouts = { firstToken: 400, answer: 400 };
  const embedModel = "all-minilm";
  const models = [...usualModels, { name: embedModel, capabilities: ["embedding" as const] }];
  const pace = { loadMs: 1_000, capacity: 1 };
  await using fixture = await startModels({ version, pace, models }, { timeouts, embedModel });
  const { double, picture } = fixture;
  expect((await fixture.models.describe(picture)).text).toContain("barn");
  expect((await fixture.models.embed(["a dog"], "document")).vectors).toHaveLength(1);
  expect(double.loads).toEqual(["llava:latest", "all-minilm:latest"]);
  double.fail({ kind: "hang" });
  await expect(fixture.models.embed(["a dog"], "document")).rejects.toMatchObject({
    code: "MODEL_FAILED",
    message: expect.stringContaining("did not answer for 0.4 s"),
  });
});

test("an abort reaches the server: while it waits, in mid-stream, and while it embeds", async () => {
  const pace = { tokenMs: 10, requestMs: 0, loadMs: 0 };
  await using fixture = await startModels({ pace });
  const { double, models, picture } = fixture;
  const stopDuring = async (endpoint: "chat" | "embed", call: (signal: AbortSignal) => Promise<unknown>) => {
    const stop = new AbortController();
    const ended = expect(call(stop.signal)).rejects.toThrow("no longer wanted");
    await expect.poll(() => double.asked.at(-1)).toMatchObject({ endpoint, state: "open" });
    stop.abort(new Error("no longer wanted"));
    await ended;
    await expect.poll(() => double.asked.at(-1)?.state).toBe("aborted");
  };
  await stopDuring("chat", (signal) => models.describe(picture, { signal }));
  double.pace.requestMs = 60_000;
  await stopDuring("chat", (signal) => models.converse(words, schema, { signal }));
  await stopDuring("embed", (signal) => models.embed(["a"], "query", { signal }));
  double.pace.requestMs = 0;
  await models.describe(picture);
  expect(double.asked.at(-1)?.state).toBe("answered");
});

test("the server learns that we have given up: the connection closes at the deadline", async () => {
  await using fixture = await startModels({}, impatient);
  const { double, models, picture } = fixture;
  double.fail({ kind: "hang-midway" });
  await expect(models.describe(picture)).rejects.toMatchObject({ code: "MODEL_FAILED" });
  await expect.poll(() => double.asked.at(-1)?.state).toBe("aborted");
});

test("a model without vision never gets a picture, because old servers would invent a caption", async () => {
  for (const version of ["0.24.0", "0.32.15"] as const) {
    await using fixture = await startModels({ version }, { visionModel: "mistral" });
    const { double, models, picture } = fixture;
    await expect(models.describe(picture)).rejects.toMatchObject({
      code: "MODEL_AWAY",
      message: "mistral cannot see pictures. Set GLIMPSE_VISION_MODEL to a model that can, such as llava.",
    });
    expect(double.count("chat")).toBe(0);
  }
});

test("a model that only embeds cannot converse", async () => {
  const models = [{ name: "nomic-embed-text", capabilities: ["embedding" as const] }];
  await using fixture = await startModels({ models }, { chatModel: "nomic-embed-text" });
  await expect(fixture.models.converse(words, schema)).rejects.toMatchObject({
    code: "MODEL_AWAY",
    message: expect.stringContaining("writes no text"),
  });
});

test("today's Ollama gives no embeddings for mistral: the model is away, with advice", async () => {
  await using fixture = await startModels({ version: "0.32.15" });
  await expect(fixture.models.embed(["a", "b"], "document")).rejects.toMatchObject({
    code: "MODEL_AWAY",
    message:
      "This Ollama embeds with mistral only through a copy of it. Make that copy: npm run glimpse -- models prepare mistral",
  });
  expect(fixture.double.count("embed")).toBe(1);
});

test("a file that is not a picture fails in the server's words", async () => {
  for (const [version, reason] of [
    ["0.24.0", "model runner has unexpectedly stopped"],
    ["0.32.15", "llava: Failed to load image or audio file"],
  ] as const) {
    await using fixture = await startModels({ version });
    await expect(fixture.models.describe(Buffer.from("not a picture"))).rejects.toMatchObject({
      code: "MODEL_FAILED",
      message: expect.stringContaining(reason),
    });
  }
});

test("closing breaks off open calls, and the server is free", async () => {
  await using double = await startOllama({ version: "0.24.0", pace: { requestMs: 60_000 } });
  const models = createOllama({
    address: double.url,
    visionModel: "llava",
    embedModel: "mistral",
    chatModel: "mistral",
    mode: "auto",
  });
  const ended = expect(models.embed(["a"], "query")).rejects.toMatchObject({ code: "MODEL_AWAY" });
  await expect.poll(() => double.count("embed")).toBe(1);
  await models.close();
  await ended;
  await expect.poll(() => double.asked.at(-1)?.state).toBe("aborted");
});
