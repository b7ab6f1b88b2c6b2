import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { gguf, ggufFile } from "#tests/doubles/gguf-file.ts";
import { type ModelsOnDouble, startModels } from "#tests/doubles/ollama-fixture.ts";
import type { Version } from "#tests/doubles/ollama-models.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import type { Progress } from "./port.ts";

const pairs: [string, ReturnType<typeof gguf.string>][] = [
  ["general.architecture", gguf.string("llama")],
  ["tokenizer.ggml.tokens", gguf.array(["<s>", "dog"].map(gguf.string))],
];
const original = ggufFile({ pairs, tensors: [Buffer.alloc(3 << 20, "weights")] });
const wanted = ggufFile({
  pairs: [...pairs, ["llama.pooling_type", gguf.u32(3)]],
  tensors: [Buffer.alloc(3 << 20, "weights")],
});
const digest = `sha256:${createHash("sha256").update(wanted).digest("hex")}`;

interface Fixture extends ModelsOnDouble {
  file: string;
}

/** Starts a server with mistral in a file that can be read here. */
async function startMistral(version: Version = "0.32.15", bytes = original): Promise<Fixture> {
  const folder = await temporaryFolder();
  const file = join(folder.path, "sha256-610136df");
  await writeFile(file, bytes);
  const models = [
    { name: "llava", capabilities: ["completion" as const, "vision" as const] },
    { name: "mistral", capabilities: ["completion" as const], file },
  ];
  const fixture = await startModels({ version, models });
  return {
    ...fixture,
    file,
    async [Symbol.asyncDispose]() {
      await fixture[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function all(parts: AsyncIterable<Progress>): Promise<Progress[]> {
  const seen: Progress[] = [];
  for await (const part of parts) seen.push(part);
  return seen;
}

const stepsOf = (seen: Progress[]) => [...new Set(seen.map(({ step }) => step))];

test("mistral embeds on today's Ollama through its copy, in the same space, and still writes", async () => {
  await using fixture = await startMistral();
  const { double, models, file } = fixture;
  expect((await models.status()).embed).toMatchObject({
    ready: false,
    remedy: { action: "prepare", here: true },
  });

  const seen = await all(models.prepare("mistral"));
  expect(stepsOf(seen)).toEqual(["look", "hash", "upload", "create", "try", "ready"]);
  for (const step of ["hash", "upload"]) {
    const last = seen.findLast((part) => part.step === step);
    expect(last).toMatchObject({ completed: wanted.length, total: wanted.length });
  }
  expect([...double.blobs]).toMatchObject([[digest, { size: wanted.length }]]);
  expect(double.asked.find(({ endpoint }) => endpoint === "create")?.body).toMatchObject({
    model: "mistral-embed",
    files: { "mistral-embed.gguf": digest },
  });
  expect((await readFile(file)).equals(original)).toBe(true);

  const { embed, converse } = await models.status(0);
  expect([embed, converse]).toMatchObject([
    { ready: true, model: "mistral" },
    { ready: true, model: "mistral" },
  ]);
  const { space } = await models.embed(["a dog"], "document");
  expect(space).toMatchObject({ id: "mistral@2:4096", model: "mistral" });
});

test("a client from before the copy needs no restart, and a second process sees the copy too", async () => {
  await using fixture = await startMistral();
  const { models } = fixture;
  await expect(models.embed(["a"], "query")).rejects.toMatchObject({ code: "MODEL_AWAY" });
  await all(models.prepare("mistral:latest"));
  expect((await models.embed(["a"], "query")).vectors).toHaveLength(1);
});

test("steps that are done are not repeated", async () => {
  await using fixture = await startMistral();
  const { double, models } = fixture;
  await all(models.prepare("mistral"));
  const asked = double.asked.length;
  expect(stepsOf(await all(models.prepare("mistral")))).toEqual(["look", "ready"]);
  expect(double.asked.slice(asked).map(({ endpoint }) => endpoint)).toEqual(["embed"]);

  double.remove("mistral-embed:latest");
  const again = await all(models.prepare("mistral"));
  expect(stepsOf(again)).toEqual(["look", "hash", "create", "try", "ready"]);
});

test.each([
  "0.9.6",
  "0.24.0",
] as const)("on %s mistral embeds as it is: there is nothing to prepare", async (version) => {
  await using fixture = await startMistral(version);
  expect(stepsOf(await all(fixture.models.prepare("mistral")))).toEqual(["look", "ready"]);
  expect(fixture.double.blobs.size).toBe(0);
});

test("before 0.30 no copy is made of a model that the server refuses, because it would crash", async () => {
  await using fixture = await startModels({ models: [] }, { embedModel: "phi" });
  const { double, models } = fixture;
  double.install({ name: "phi", capabilities: ["completion"] });
  double.fail({ kind: "no-embeddings", on: ["embed"] });
  expect((await models.status()).embed).toMatchObject({
    reason: "no-embeddings",
    detail: expect.stringContaining("Ollama 0.24.0 gives no embeddings for phi. Set GLIMPSE_EMBED_MODEL"),
    remedy: null,
  });
  await expect(all(models.prepare("phi"))).rejects.toMatchObject({
    code: "MODEL_AWAY",
    message: expect.stringContaining("Ollama 0.24.0 gives no embeddings for phi."),
  });
  expect(double.count("create")).toBe(0);
});

test("a copy that does not work is named and removed, and the next preparation begins anew", async () => {
  await using fixture = await startMistral();
  const { double, models } = fixture;
  const failing = (async () => {
    for await (const { step } of models.prepare("mistral")) {
      if (step === "create") double.fail({ kind: "error", on: ["embed"] });
    }
  })();
  await expect(failing).rejects.toMatchObject({
    code: "MODEL_FAILED",
    message: expect.stringMatching(
      /^mistral-embed, the copy of mistral, .*runner has stopped.* removed again/,
    ),
  });
  expect(double.asked.findLast(({ endpoint }) => endpoint === "delete")?.body.name).toBe("mistral-embed");
  const listed = await (await fetch(`${double.url}/api/tags`)).text();
  expect(listed).not.toContain("mistral-embed");
  double.fail();
  expect(stepsOf(await all(models.prepare("mistral")))).toEqual(["look", "hash", "create", "try", "ready"]);
});

test("a copy that crashes from an earlier preparation is made anew", async () => {
  await using fixture = await startMistral();
  const { double, models } = fixture;
  await all(models.prepare("mistral"));
  double.fail({ kind: "error", on: ["embed"], times: 1 });
  expect(stepsOf(await all(models.prepare("mistral")))).toEqual(["look", "hash", "create", "try", "ready"]);
  expect(double.count("delete")).toBe(1);
});

test("a server that is busy or lacks memory loses no copy", async () => {
  for (const kind of ["busy", "no-memory"] as const) {
    await using fixture = await startMistral();
    const { double, models } = fixture;
    await all(models.prepare("mistral"));
    double.fail({ kind, on: ["embed"] });
    await expect(all(models.prepare("mistral"))).rejects.toMatchObject({ code: "MODEL_AWAY" });
    expect(double.count("delete")).toBe(0);
  }
});

test("a tag is kept in the name of the copy", async () => {
  await using fixture = await startMistral();
  const { double, models, file } = fixture;
  double.install({ name: "mistral:7b", capabilities: ["completion"], file });
  await all(models.prepare("mistral:7b"));
  expect(double.asked.find(({ endpoint }) => endpoint === "create")?.body).toMatchObject({
    model: "mistral-embed:7b",
    files: { "mistral-embed-7b.gguf": digest },
  });
});

test("a file may be named, even for a model that the server does not have", async () => {
  await using fixture = await startMistral();
  const { double, models, file } = fixture;
  double.remove("mistral:latest");
  await expect(all(models.prepare("mistral"))).rejects.toMatchObject({ code: "MODEL_AWAY" });
  await all(models.prepare("mistral", { file }));
  expect((await models.status()).embed.ready).toBe(true);
});

test.each<[string, Partial<{ file: string }>, string]>([
  [
    "a file that is not there",
    { file: "/no/such/file" },
    "run: npm run glimpse -- models prepare mistral --file /no/such/file",
  ],
  ["a folder", { file: import.meta.dirname }, "cannot be read from here"],
  ["another file, which is not sent anywhere", { file: import.meta.filename }, "it is no GGUF file"],
])("%s is refused", async (_, call, message) => {
  await using fixture = await startMistral();
  const { double, models } = fixture;
  const error = { code: "BAD_REQUEST", message: expect.stringContaining(message) };
  await expect(all(models.prepare("mistral", call))).rejects.toMatchObject(error);
  expect(double.count("blobs")).toBe(0);
});

test("a model that was made for embedding needs no copy", async () => {
  await using fixture = await startMistral();
  const error = { code: "BAD_REQUEST", message: expect.stringContaining("needs no copy") };
  await expect(all(fixture.models.prepare("nomic-embed-text"))).rejects.toMatchObject(error);
});

test("stopping a preparation closes its connection, in each of its steps", async () => {
  for (const step of ["look", "hash", "upload"] as const) {
    for (const how of ["signal", "leaving"] as const) {
      await using fixture = await startMistral();
      const { double, models } = fixture;
      const stop = new AbortController();
      const preparing = (async () => {
        for await (const part of models.prepare("mistral", { signal: stop.signal })) {
          if (part.step !== step) continue;
          if (how === "leaving") return;
          stop.abort(new Error("no longer wanted"));
        }
      })();
      if (how === "signal") await expect(preparing).rejects.toThrow("no longer wanted");
      else await preparing;
      await expect.poll(() => double.asked.every(({ state }) => state !== "open")).toBe(true);
      expect(double.count("create")).toBe(0);
    }
  }
});

test("the server's words against an upload are reported", async () => {
  await using fixture = await startMistral();
  const { double, models } = fixture;
  const refused = { code: "MODEL_FAILED", message: expect.stringContaining("something is broken") };
  double.fail({ kind: "error", on: ["blobs"] });
  await expect(all(models.prepare("mistral"))).rejects.toMatchObject(refused);
  double.fail({ kind: "drop", on: ["blobs"] });
  await expect(all(models.prepare("mistral"))).rejects.toMatchObject({ code: "MODEL_AWAY" });
  double.fail({ kind: "error", on: ["create"] });
  await expect(all(models.prepare("mistral"))).rejects.toMatchObject(refused);
});

test("a large model needs little memory", async () => {
  await using fixture = await startMistral();
  const { double, file } = fixture;
  await truncate(file, 400 << 20);
  const { visionModel, chatModel, embedModel } = {
    visionModel: "llava",
    chatModel: "mistral",
    embedModel: "mistral",
  };
  const options = { address: double.url, visionModel, chatModel, embedModel, mode: "auto" };
  const script = `
    import { createOllama } from "#server/engines/models/ollama.ts";
    const models = createOllama(${JSON.stringify(options)});
    let last;
    for await (const part of models.prepare("mistral")) last = part;
    await models.close();
    console.log(JSON.stringify({ step: last.step, peak: process.resourceUsage().maxRSS / 1024 }));
  `;
  const child = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
  const { step, peak } = JSON.parse(child.stdout);
  expect(step).toBe("ready");
  expect([...double.blobs.values()].map(({ size }) => size)).toEqual([
    (400 << 20) + wanted.length - original.length,
  ]);
  expect(peak).toBeLessThan(150);
});
