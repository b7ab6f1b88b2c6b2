import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { startOllama } from "#tests/doubles/ollama.ts";
import { startModels } from "#tests/doubles/ollama-fixture.ts";

const advice =
  "mistral was not trained to find things: qwen3-embedding:0.6b finds far more and is much smaller. To change, set GLIMPSE_EMBED_MODEL=qwen3-embedding:0.6b.";
const qwen = { name: "qwen3-embedding:0.6b", capabilities: ["embedding" as const] };

test("when everything is there, all is ready with the version, and a plain embedding model brings advice", async () => {
  await using fixture = await startModels();
  const { servers, ...status } = await fixture.models.status();
  expect(servers).toEqual([status]);
  expect(status).toEqual({
    address: fixture.double.url,
    version: "0.24.0",
    describe: { ready: true, model: "llava" },
    embed: { ready: true, model: "mistral", advice },
    converse: { ready: true, model: "mistral" },
  });
  await using better = await startModels({ models: [qwen] }, { embedModel: qwen.name });
  expect((await better.models.status()).embed).toEqual({ ready: true, model: qwen.name, advice: null });
});

test("a server that is not running is found when it starts", async () => {
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

test("each missing model is named, and found when it is pulled", async () => {
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

test("a server is too old if it knows no capabilities or no /api/embed", async () => {
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

test("lack of memory is reported in the server's own figures, and passes by itself", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  double.fail({ kind: "no-memory", on: ["chat"] });
  const status = await models.status();
  expect(status.describe).toEqual({
    ready: false,
    model: "llava",
    reason: "out-of-memory",
    detail:
      "There is not enough memory for llava: it requires more system memory (5.6 GiB) than is available (3.2 GiB). Free some where Ollama runs, or set a smaller model.",
    remedy: null,
  });
  expect(status.embed.ready).toBe(true);
  double.fail();
  await expect.poll(async () => (await models.status(0)).describe.ready).toBe(true);
});

test("lack of memory during work shows in the status until there is enough again", async () => {
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
  await expect.poll(async () => (await models.status(0)).describe.ready).toBe(true);
  await expect.poll(async () => (await models.status(0)).embed.ready).toBe(true);
});

test("a trial that took long to fail is not repeated at once", async () => {
  await using fixture = await startModels({}, { timeouts: { firstToken: 600 } });
  const { double, models } = fixture;
  double.fail({ kind: "hang", on: ["chat"] });
  expect((await models.status(0)).describe).toMatchObject({ reason: "failing" });
  for (let round = 0; round < 5; round++) await models.status(0);
  expect(double.count("chat")).toBe(1);
  double.fail();
  await expect.poll(async () => (await models.status(0)).describe.ready).toBe(true);
  expect(double.count("chat")).toBe(2);
});

test("looking for a copy that is not there asks for no missing model", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  for (let round = 0; round < 3; round++) await models.status(0);
  await models.embed(["a dog"], "query");
  const shown = double.asked.filter(({ endpoint }) => endpoint === "show").map(({ body }) => body.model);
  expect(new Set(shown)).toEqual(new Set(["llava", "mistral"]));
  expect(double.count("tags")).toBeGreaterThan(0);
});

test("callers at the same time share one probe, and an answer is reused while it is young enough", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  await Promise.all([models.status(0), models.status(0), models.status()]);
  await models.status();
  expect(double.count("version")).toBe(1);
  await models.status(0);
  expect(double.count("version")).toBe(2);
});

test("a loading model counts as ready; if it then hangs it does not; when it comes back it does", async () => {
  await using fixture = await startModels({}, { timeouts: { probe: 500, answer: 1_500 } });
  const { double, models } = fixture;
  double.fail({ kind: "hang", on: ["embed"] });
  expect((await models.status(0)).embed.ready).toBe(true);
  expect(double.count("embed")).toBe(1);
  await expect
    .poll(async () => (await models.status(0)).embed)
    .toMatchObject({
      ready: false,
      reason: "failing",
      detail: expect.stringContaining("did not answer for 1.5 s"),
    });
  double.fail();
  await expect.poll(async () => (await models.status(0)).embed.ready).toBe(true);
});

test("a busy server counts as ready", async () => {
  await using fixture = await startModels();
  fixture.double.fail({ kind: "busy" });
  expect((await fixture.models.status()).embed.ready).toBe(true);
});

test("a server that hangs or breaks is failing, and status never throws", async () => {
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
  await expect.poll(async () => (await models.status(0)).embed.ready).toBe(true);
});

test.each<[string, number, string, string]>([
  ["a page", 200, "<html>Welcome</html>", "cannot be read"],
  ["other JSON", 200, "{}", "is not Ollama"],
  ["nothing of the kind", 404, "404 page not found", "is not Ollama"],
  ["a closed door", 401, "", "asks for a key"],
  ["a proxy", 502, "Bad Gateway", "cannot reach Ollama"],
])("another server answers, with %s", async (_, status, body, reason) => {
  const other = createServer((_request, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  await using fixture = await startModels({}, { address: `http://127.0.0.1:${port}` });
  const { describe } = await fixture.models.status();
  expect(describe).toMatchObject({ ready: false, detail: expect.stringContaining(reason) });
  other.close();
});
