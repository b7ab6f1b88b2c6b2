import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { startOllama } from "#tests/doubles/ollama.ts";
import { startModels } from "#tests/doubles/ollama-fixture.ts";

const patient = { timeout: 10_000 };

test("everything there: ready, with the version", async () => {
  await using fixture = await startModels();
  expect(await fixture.models.status()).toEqual({
    address: fixture.double.url,
    version: "0.24.0",
    describe: { ready: true, model: "llava" },
    embed: { ready: true, model: "mistral" },
    converse: { ready: true, model: "mistral" },
  });
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
  expect((await fixture.models.status(0)).embed).toEqual({ ready: true, model: "mistral" });
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
  });
  expect(status.embed.ready).toBe(true);
  double.install({ name: "llava", capabilities: ["completion", "vision"] });
  expect((await models.status(0)).describe.ready).toBe(true);
});

test("no vision", async () => {
  await using fixture = await startModels({}, { visionModel: "mistral" });
  expect((await fixture.models.status()).describe).toMatchObject({ ready: false, reason: "no-vision" });
});

test("no embeddings, with the version that gives none", async () => {
  await using fixture = await startModels({ version: "0.32.15" });
  const { double, models } = fixture;
  const embed = {
    ready: false,
    model: "mistral",
    reason: "no-embeddings",
    detail:
      "Ollama 0.32.15 gives no embeddings for mistral. Set GLIMPSE_EMBED_MODEL to a model made for it, such as qwen3-embedding, or use Ollama 0.29 or older.",
  };
  expect((await models.status()).embed).toEqual(embed);
  expect((await models.status(0)).embed).toEqual(embed);
  expect(double.count("embed")).toBe(1);
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
  expect((await models.status(0)).embed.ready).toBe(true);
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
