import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { expect, test } from "vitest";
import { startOllama } from "#tests/doubles/ollama.ts";
import { startModels } from "#tests/doubles/ollama-fixture.ts";
import { trialPicture } from "./trial-picture.ts";

const patient = { timeout: 10_000 };

const advice =
  "mistral was not trained to find things: qwen3-embedding:0.6b finds far more and is much smaller. To change, set GLIMPSE_EMBED_MODEL=qwen3-embedding:0.6b.";
const qwen = { name: "qwen3-embedding:0.6b", capabilities: ["embedding" as const] };

test("everything there: ready, with the version; who has a plain model for embedding is told of a better one", async () => {
  await using fixture = await startModels();
  expect(await fixture.models.status()).toEqual({
    address: fixture.double.url,
    version: "0.24.0",
    describe: { ready: true, model: "llava" },
    embed: { ready: true, model: "mistral", advice },
    converse: { ready: true, model: "mistral" },
  });
  await using better = await startModels({ models: [qwen] }, { embedModel: qwen.name });
  expect((await better.models.status()).embed).toEqual({ ready: true, model: qwen.name, advice: null });
});

test("not running, and it comes by itself", async () => {
  const gone = await startOllama();
  await gone[Symbol.asyncDispose]();
  const { host, port } = new URL(gone.url);
  await using fixture = await startModels({}, { address: gone.url });
  const away = {
    ready: false,
    model: "mistral",
    reason: "not-running",
    detail: `Ollama does not answer at ${host}. Install it from ollama.com, or start it.`,
  };
  const status = await fixture.models.status();
  expect(status).toMatchObject({
    version: null,
    describe: { reason: "not-running" },
    embed: away,
    converse: away,
  });
  await using back = await startOllama({ version: "0.24.0", port: Number(port) });
  expect((await fixture.models.status(0)).embed).toMatchObject({ ready: true, model: "mistral" });
  expect(back.count("version")).toBe(1);
});

test("not pulled, each by its name, and it comes by itself", async () => {
  await using fixture = await startModels({ models: [{ name: "mistral", capabilities: ["completion"] }] });
  const { double, models } = fixture;
  const status = await models.status();
  expect(status.describe).toEqual({
    ready: false,
    model: "llava",
    reason: "not-pulled",
    detail: "Ollama has no model llava yet. Run: ollama pull llava",
    remedy: { action: "pull", model: "llava", here: true, command: "ollama pull llava" },
  });
  expect(status.embed.ready).toBe(true);
  double.install({ name: "llava", capabilities: ["completion", "vision"] });
  expect((await models.status(0)).describe.ready).toBe(true);
});

test("no vision", async () => {
  await using fixture = await startModels({}, { visionModel: "mistral" });
  expect((await fixture.models.status()).describe).toMatchObject({ ready: false, reason: "no-vision" });
  expect(fixture.double.count("chat")).toBe(0);
});

test("no embeddings from a plain model: what to do depends on where its file can be read", async () => {
  const mistral = { name: "mistral", capabilities: ["completion" as const], file: "/far/away/sha256-1" };
  await using fixture = await startModels({ version: "0.32.15", models: [mistral] });
  const { double, models } = fixture;
  const command = "npm run glimpse -- models prepare mistral --file /far/away/sha256-1";
  const embed = {
    ready: false,
    model: "mistral",
    reason: "no-embeddings",
    detail: `Ollama 0.32.15 embeds with mistral only through a copy of it, and its file cannot be read from here. Where it can, run: ${command}`,
    remedy: { action: "prepare", model: "mistral", here: false, command },
    advice,
  };
  expect((await models.status()).embed).toEqual(embed);
  expect((await models.status(0)).embed).toEqual(embed);
  expect(double.count("embed")).toBe(1);

  double.install({ ...mistral, file: "/far/it's here; rm -rf x" });
  const typed = String.raw`npm run glimpse -- models prepare mistral --file '/far/it'\''s here; rm -rf x'`;
  expect((await models.status(0)).embed).toMatchObject({ remedy: { command: typed } });
  double.install({ ...mistral, file: import.meta.filename });
  expect((await models.status(0)).embed).toMatchObject({
    detail: "Ollama 0.32.15 embeds with mistral only through a copy of it, which Glimpse can make.",
    remedy: { action: "prepare", here: true },
  });
});

test("no embeddings from a model that has no copy: another is to be set", async () => {
  const odd = { name: "someone/new-embedding", capabilities: ["completion" as const] };
  await using fixture = await startModels({ version: "0.32.15", models: [odd] }, { embedModel: odd.name });
  expect((await fixture.models.status()).embed).toMatchObject({
    reason: "no-embeddings",
    detail:
      "Ollama 0.32.15 gives no embeddings for someone/new-embedding. Set GLIMPSE_EMBED_MODEL to a model made for it, such as qwen3-embedding:0.6b.",
    remedy: null,
  });
});

test("a copy stands for its model, whatever it is called, and also where the model itself is gone", async () => {
  for (const version of ["0.24.0", "0.32.15"] as const) {
    for (const embedModel of ["mistral", "mistral:latest", "mistral-embed"]) {
      const models = [{ name: "mistral-embed", capabilities: ["embedding" as const] }];
      await using fixture = await startModels({ version, models }, { embedModel });
      expect((await fixture.models.status()).embed).toMatchObject({ ready: true, model: "mistral" });
      const { space } = await fixture.models.embed(["a dog"], "query");
      expect(space.id).toBe("mistral@2:4096");
      expect(fixture.double.asked.at(-1)?.body.model).toBe("mistral-embed");
    }
  }
});

test("too old: the server knows no capabilities, or no /api/embed", async () => {
  const detail = (version: string) => `Ollama ${version} is too old for Glimpse. Update it from ollama.com.`;
  await using old = await startModels({ version: "0.5.7" });
  const { describe, embed, converse } = await old.models.status();
  for (const one of [describe, embed, converse]) {
    expect(one).toMatchObject({ ready: false, reason: "too-old", detail: detail("0.5.7"), remedy: null });
  }
  await using fixture = await startModels();
  fixture.double.fail({ kind: "unknown", on: ["embed"] });
  const status = await fixture.models.status();
  expect(status.embed).toMatchObject({ ready: false, reason: "too-old", detail: detail("0.24.0") });
  expect(status.describe.ready).toBe(true);
});

test("out of memory, in the server's own figures, and it comes by itself", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  double.fail({ kind: "no-memory", on: ["chat"] });
  const status = await models.status();
  expect(status.describe).toEqual({
    ready: false,
    model: "llava",
    reason: "out-of-memory",
    detail:
      "Memory does not hold llava: it requires more system memory (5.6 GiB) than is available (3.2 GiB). Free some where Ollama runs, or set a smaller model.",
    remedy: null,
  });
  expect(status.embed.ready).toBe(true);
  double.fail();
  await expect.poll(async () => (await models.status(0)).describe.ready, patient).toBe(true);
});

test("memory that runs out at work is seen in the status, until it is there again", async () => {
  await using fixture = await startModels();
  const { double, models, picture } = fixture;
  expect((await models.status()).describe.ready).toBe(true);
  double.fail({ kind: "no-memory" });
  await expect(models.describe(picture)).rejects.toMatchObject({ code: "MODEL_AWAY" });
  await expect(models.embed(["a"], "document")).rejects.toMatchObject({ code: "MODEL_AWAY" });
  const status = await models.status(0);
  expect([status.describe, status.embed]).toMatchObject([
    { reason: "out-of-memory" },
    { reason: "out-of-memory" },
  ]);
  double.fail();
  await expect.poll(async () => (await models.status(0)).describe.ready, patient).toBe(true);
  await expect.poll(async () => (await models.status(0)).embed.ready, patient).toBe(true);
});

test("a vision model is shown one small picture, once for a server and a model, and asked for next to nothing", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  for (let round = 0; round < 3; round++) await models.status(0);
  const shown = double.asked.filter(({ endpoint }) => endpoint === "chat");
  expect(shown).toMatchObject([{ body: { model: "llava", options: { num_predict: 4, num_ctx: 4096 } } }]);
  expect(shown[0]?.images).toEqual([trialPicture.length]);
  expect(await sharp(trialPicture).metadata()).toMatchObject({
    format: "jpeg",
    isProgressive: false,
    width: 64,
  });
  double.install({ name: "llava", capabilities: ["completion", "vision"] });
  await models.status(0);
  expect(double.count("chat")).toBe(2);
});

test("a trial that took long to fail is not repeated at once", async () => {
  await using fixture = await startModels({}, { timeouts: { firstToken: 600 } });
  const { double, models } = fixture;
  double.fail({ kind: "hang", on: ["chat"] });
  expect((await models.status(0)).describe).toMatchObject({ reason: "failing" });
  for (let round = 0; round < 5; round++) await models.status(0);
  expect(double.count("chat")).toBe(1);
  double.fail();
  await expect.poll(async () => (await models.status(0)).describe.ready, patient).toBe(true);
  expect(double.count("chat")).toBe(2);
});

test("a vision model that breaks on a picture is failing, with the server's words and what to do", async () => {
  for (const [version, words] of [
    ["0.9.6", "an error was encountered while running the model: unexpected EOF."],
    ["0.32.15", "an error was encountered while running the model: unexpected EOF."],
  ] as const) {
    await using fixture = await startModels({ version });
    fixture.double.fail({ kind: "error", on: ["chat"] });
    expect((await fixture.models.status()).describe).toMatchObject({
      reason: "failing",
      detail: `llava: ${words} If it stays so, update Ollama, or set GLIMPSE_VISION_MODEL to another model, such as qwen2.5vl.`,
    });
  }
});

test("a model for embeddings cannot converse", async () => {
  const nomic = { name: "nomic-embed-text", capabilities: ["embedding" as const] };
  await using fixture = await startModels(
    { version: "0.32.15", models: [nomic] },
    {
      embedModel: "nomic-embed-text",
      chatModel: "nomic-embed-text",
    },
  );
  const { embed, converse } = await fixture.models.status();
  expect(embed.ready).toBe(true);
  expect(converse).toMatchObject({
    ready: false,
    reason: "failing",
    detail: expect.stringContaining("writes no text"),
  });
});

test("an embedding is tried once for a server and a model, again when the model is another", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  for (let round = 0; round < 3; round++) await models.status(0);
  expect(double.count("embed")).toBe(1);
  expect(double.count("version")).toBe(3);
  double.install({ name: "mistral", capabilities: ["completion"] });
  await models.status(0);
  expect(double.count("embed")).toBe(2);
});

test("callers at the same time share one probe, and an answer is kept for its age", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  await Promise.all([models.status(0), models.status(0), models.status()]);
  await models.status();
  expect(double.count("version")).toBe(1);
  await models.status(0);
  expect(double.count("version")).toBe(2);
});

test("a model that is loading counts as ready; one that then hangs does not; one that comes back does", async () => {
  await using fixture = await startModels({}, { timeouts: { probe: 500, answer: 1_500 } });
  const { double, models } = fixture;
  double.fail({ kind: "hang", on: ["embed"] });
  expect((await models.status(0)).embed.ready).toBe(true);
  expect(double.count("embed")).toBe(1);
  await expect
    .poll(async () => (await models.status(0)).embed, patient)
    .toMatchObject({
      ready: false,
      reason: "failing",
      detail: expect.stringContaining("did not answer for 1.5 s"),
    });
  double.fail();
  await expect.poll(async () => (await models.status(0)).embed.ready, patient).toBe(true);
});

test("a server that is busy works", async () => {
  await using fixture = await startModels();
  fixture.double.fail({ kind: "busy" });
  expect((await fixture.models.status()).embed.ready).toBe(true);
});

test("a server that hangs or breaks is failing, and never makes status throw", async () => {
  await using fixture = await startModels({}, { timeouts: { probe: 500 } });
  const { double, models } = fixture;
  double.fail({ kind: "hang", on: ["version"] });
  const hung = await models.status(0);
  expect(hung).toMatchObject({ version: null, describe: { ready: false, reason: "failing" } });
  double.fail({ kind: "hang", on: ["show"] });
  expect((await models.status(0)).describe).toMatchObject({
    reason: "failing",
    detail: expect.stringContaining("did not answer for 0.5 s"),
  });
  double.fail({ kind: "error", on: ["show"] });
  expect((await models.status(0)).describe).toMatchObject({
    reason: "failing",
    detail: "llava: something is broken",
  });
  double.fail({ kind: "error", on: ["embed"] });
  expect((await models.status(0)).embed).toMatchObject({ reason: "failing" });
  double.fail();
  await expect.poll(async () => (await models.status(0)).embed.ready, patient).toBe(true);
});

test.each<[string, number, string, string]>([
  ["a page", 200, "<html>Welcome</html>", "cannot be read"],
  ["other JSON", 200, "{}", "is not Ollama"],
  ["nothing of the kind", 404, "404 page not found", "is not Ollama"],
  ["a closed door", 401, "", "lets nobody in"],
  ["a proxy", 502, "Bad Gateway", "cannot reach Ollama"],
])("something else answers, with %s", async (_, status, body, reason) => {
  const other = createServer((_request, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  await using fixture = await startModels({}, { address: `http://127.0.0.1:${port}` });
  const { describe } = await fixture.models.status();
  expect(describe).toMatchObject({ ready: false, detail: expect.stringContaining(reason) });
  other.close();
});
