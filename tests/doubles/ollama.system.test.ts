import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { startOllama } from "./ollama.ts";
import { createEyes, plainPicture } from "./ollama-eyes.ts";
import { usualModels, type Version } from "./ollama-models.ts";
import { embedText } from "./ollama-stems.ts";

const photos = "../shared/photos/captioned";

test.skipIf(!existsSync(photos))(
  "each of 96 photos is recognised as a JPEG of 1024 px, and none is confused with another",
  async () => {
    const told: { file: string; captions: string[] }[] = JSON.parse(
      readFileSync(`${photos}/captions.json`, "utf8"),
    );
    const eyes = createEyes();
    for (const { file } of told) await eyes.teach(`${photos}/${file}`, file);
    const seen = await Promise.all(
      told.map(async ({ file }) => {
        const sent = await sharp(`${photos}/${file}`)
          .autoOrient()
          .resize(1024, 1024, { fit: "inside" })
          .jpeg()
          .toBuffer();
        return eyes.see(sent);
      }),
    );
    expect(seen).toEqual(told.map(({ file }) => file));
  },
);

test("an unknown picture is described by its colours", async () => {
  const eyes = createEyes();
  await eyes.teach(await plainPicture("red"), "A red wall.");
  expect(await eyes.see(await plainPicture("red"))).toBe("A red wall.");
  expect(await eyes.see(await plainPicture("blue"))).toBe("A dark, wide picture, mostly blue.");
});

test("texts that share stems are near, others are orthogonal, and with `spoil` all texts are near", () => {
  const cosine = (a: string, b: string, spoil = 0) => {
    const [left, right] = [a, b].map((text) => embedText(text, { dimension: 4096, spoil }));
    return left?.reduce((sum, value, at) => sum + value * (right?.[at] ?? 0), 0);
  };
  expect(cosine("A dog runs on the beach", "dogs running, beaches")).toBeCloseTo(1);
  expect(cosine("A dog on a beach", "A dog in the snow")).toBeCloseTo(0.5);
  expect(cosine("A dog on a beach", "quantum chromodynamics")).toBeCloseTo(0);
  expect(cosine("A dog on a beach", "quantum chromodynamics", 0.9)).toBeCloseTo(0.9);
});

const json = "application/json; charset=utf-8";
const bare = "application/json";
const lines = "application/x-ndjson";
const red = async () => [Buffer.from(await plainPicture("red")).toString("base64")];
const blind = JSON.stringify({
  error: {
    code: 400,
    message: "Multimodal data provided, but model does not support multimodal requests.",
    type: "invalid_request_error",
  },
});
const noPicture = JSON.stringify({
  error: { code: 400, message: "Failed to load image or audio file", type: "invalid_request_error" },
});
const runnerStopped =
  "model runner has unexpectedly stopped, this may be due to resource limitations or an internal error, check ollama server logs for details";
const unable =
  "Failed to create new sequence: failed to process inputs: unable to make llava embedding from image\n";
const old = ["0.9.6", "0.24.0"] as const;
const all = [...old, "0.32.15"] as const;
const models = [...usualModels, { name: "tinybert", capabilities: ["embedding" as const], dimension: 384 }];
const long = "zq ".repeat(4_000);
const garbage = [Buffer.from("garbage").toString("base64")];

/** Requests and errors from the transcripts of real servers: versions, path, body, status, type, error. */
const refusals: [readonly Version[], string, object, number, string, string][] = [
  [old, "show", { model: "nope" }, 404, json, "model 'nope' not found"],
  [["0.32.15"], "show", { model: "nope" }, 404, json, "model 'nope:latest' not found"],
  [all, "show", {}, 400, json, "model is required"],
  [["0.9.6"], "show", { model: "../bad name" }, 500, json, "invalid model path"],
  [["0.24.0", "0.32.15"], "show", { model: "../bad name" }, 400, json, "invalid model name"],
  [all, "embed", { model: "nope", input: "x" }, 404, json, 'model "nope" not found, try pulling it first'],
  [["0.9.6"], "embed", { input: "x" }, 404, json, 'model "" not found, try pulling it first'],
  [["0.24.0", "0.32.15"], "embed", { input: "x" }, 404, json, "model '' not found"],
  [all, "embed", { model: "mistral", input: 5 }, 400, json, "invalid input type"],
  [
    ["0.32.15"],
    "embed",
    { model: "mistral", input: "a dog" },
    501,
    json,
    "This server does not support embeddings. Start it with `--embeddings`",
  ],
  [
    ["0.9.6"],
    "embed",
    { model: "tinybert", input: long, truncate: false },
    400,
    json,
    "input length exceeds maximum context length",
  ],
  [
    ["0.24.0", "0.32.15"],
    "embed",
    { model: "tinybert", input: long, truncate: false },
    400,
    json,
    "the input length exceeds the context length",
  ],
  [all, "generate", { model: "nope", prompt: "x" }, 404, json, "model 'nope' not found"],
  [all, "generate", { model: "tinybert", prompt: "x" }, 400, json, '"tinybert" does not support generate'],
  [["0.9.6"], "chat", { model: "nope" }, 404, json, 'model "nope" not found, try pulling it first'],
  [["0.24.0", "0.32.15"], "chat", { model: "nope" }, 404, json, "model 'nope' not found"],
  [all, "chat", {}, 400, json, "model is required"],
  [all, "chat", { model: "tinybert", messages: [] }, 400, json, '"tinybert" does not support chat'],
  [["0.9.6"], "generate", { model: "llava", images: garbage, stream: false }, 500, json, unable],
  [["0.9.6"], "generate", { model: "llava", images: garbage }, 200, lines, unable],
  [["0.24.0"], "generate", { model: "llava", images: garbage }, 500, bare, runnerStopped],
  [["0.32.15"], "generate", { model: "llava", images: garbage }, 400, bare, noPicture],
  [
    all,
    "generate",
    { model: "llava", images: ["not base64"], stream: false },
    400,
    json,
    "illegal base64 data at input byte 3",
  ],
  [all, "pull", { model: "" }, 400, json, "invalid model name"],
];

async function post(url: string, path: string, body: object) {
  const response = await fetch(`${url}/api/${path}`, { method: "POST", body: JSON.stringify(body) });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

test.each(all)("%s refuses as its transcripts show", async (version) => {
  await using double = await startOllama({ version, models });
  for (const [versions, path, body, status, type, error] of refusals) {
    if (!versions.includes(version)) continue;
    const answer = await post(double.url, path, body);
    expect([path, body, answer.status, answer.type]).toEqual([path, body, status, type]);
    expect(JSON.parse(answer.text)).toEqual({ error });
  }
});

test.each(all)("%s answers as its transcripts show", async (version) => {
  await using double = await startOllama({ version, models });
  const { url } = double;
  for (const input of ["", [], undefined]) {
    expect((await post(url, "embed", { model: "mistral", input })).text).toBe(
      '{"model":"mistral","embeddings":[]}',
    );
  }
  const two = await post(url, "embed", { model: "tinybert", input: ["a dog", ""] });
  expect(JSON.parse(two.text).embeddings).toHaveLength(2);

  const seen = await post(url, "generate", {
    model: "mistral",
    prompt: "what",
    images: await red(),
    stream: false,
  });
  if (version === "0.32.15") expect(JSON.parse(seen.text)).toEqual({ error: blind });
  else expect(JSON.parse(seen.text).response).toContain("A group of people standing in a field.");
  const streamed = await post(url, "generate", { model: "llava", prompt: "what", images: await red() });
  expect([streamed.status, streamed.type]).toEqual([200, lines]);
  expect(streamed.text.trim().split("\n").at(-1)).toMatch(/"response":"","done":true,"done_reason":"stop"/);

  const shown = JSON.parse((await post(url, "show", { model: "llava" })).text);
  expect(shown).toMatchObject({
    capabilities: ["completion", "vision"],
    modelfile: expect.stringMatching(/^FROM \//m),
  });
  const ps = await (await fetch(`${url}/api/ps`)).json();
  expect(ps.models.map(({ name }: { name: string }) => name)).toContain("llava:latest");
  expect("context_length" in ps.models[0]).toBe(version !== "0.9.6");
  expect(await (await fetch(`${url}/api/nope`)).text()).toBe("404 page not found");
  expect(await (await fetch(url)).text()).toBe("Ollama is running");
});

test("a pull reports its layers, and a pull of an unknown model ends with an error in the stream", async () => {
  await using double = await startOllama({ models: [] });
  const pulled = async (model: string) =>
    (await post(double.url, "pull", { model })).text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  const [first, second, third, ...more] = await pulled("mistral");
  expect([first, second]).toEqual([
    { status: "pulling manifest" },
    { status: "pulling 610136df6101", digest: expect.stringMatching(/^sha256:610136df/), total: 20_751_488 },
  ]);
  expect(third).toMatchObject({ completed: 2_097_152, total: 20_751_488 });
  expect(more.slice(-3)).toEqual(
    ["verifying sha256 digest", "writing manifest", "success"].map((status) => ({ status })),
  );
  expect(await pulled("nope")).toEqual([
    { status: "pulling manifest" },
    { error: "pull model manifest: file does not exist" },
  ]);
});

test("if memory holds one model, each change of model costs a load", async () => {
  await using double = await startOllama({ version: "0.24.0", pace: { loadMs: 5, capacity: 1 } });
  const ask = (model: string) =>
    fetch(`${double.url}/api/generate`, {
      method: "POST",
      body: JSON.stringify({ model, prompt: "x" }),
    }).then((r) => r.text());
  await ask("llava");
  await ask("llava");
  await ask("mistral");
  await ask("llava");
  expect(double.loads).toEqual(["llava:latest", "mistral:latest", "llava:latest"]);
  const { models } = await (await fetch(`${double.url}/api/ps`)).json();
  expect(models.map(({ name }: { name: string }) => name)).toEqual(["llava:latest"]);
});

test("as a script the double reads captions from a file, and its faults can be changed while it runs", async () => {
  const folder = await mkdtemp(join(tmpdir(), "double-"));
  const barn = await plainPicture("red");
  await writeFile(join(folder, "barn.jpg"), barn);
  const captions = join(folder, "captions.json");
  await writeFile(captions, JSON.stringify([{ file: "barn.jpg", captions: ["A red barn."] }]));
  const script = spawn(process.execPath, [
    "tests/doubles/ollama.ts",
    "--port",
    "0",
    "--captions",
    captions,
    "--photos",
    folder,
  ]);
  try {
    const [line] = await once(script.stdout, "data");
    const [url] = String(line).split(" ");
    const post = (path: string, body: object) =>
      fetch(`${url}${path}`, { method: "POST", body: JSON.stringify(body) });
    const images = [Buffer.from(barn).toString("base64")];
    const ask = () => post("/api/generate", { model: "llava", prompt: "what", images, stream: false });
    expect(await (await ask()).json()).toMatchObject({ response: " A red barn.", done: true });
    await post("/double/faults", { faults: [{ kind: "error" }] });
    expect((await ask()).status).toBe(500);
    expect((await post("/double/faults", { faults: [{ kind: "eror" }] })).status).toBe(500);
    expect(await (await post("/double/faults", { faults: [] })).json()).toMatchObject({
      loads: ["llava:latest"],
    });
  } finally {
    script.kill();
    await rm(folder, { recursive: true });
  }
});
