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
import { embedText } from "./ollama-stems.ts";

const photos = "../shared/photos/captioned";

test.skipIf(!existsSync(photos))(
  "each of 96 photos is known again as a JPEG of 1024, and none is mistaken",
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

test("a picture that it was not taught is described by its colours", async () => {
  const eyes = createEyes();
  await eyes.teach(await plainPicture("red"), "A red wall.");
  expect(await eyes.see(await plainPicture("red"))).toBe("A red wall.");
  expect(await eyes.see(await plainPicture("blue"))).toBe("A dark, wide picture, mostly blue.");
});

test("texts that share stems are near, others orthogonal, and spoilt ones are near one another all the same", () => {
  const cosine = (a: string, b: string, spoil = 0) => {
    const [left, right] = [a, b].map((text) => embedText(text, { dimension: 4096, spoil }));
    return left?.reduce((sum, value, at) => sum + value * (right?.[at] ?? 0), 0);
  };
  expect(cosine("A dog runs on the beach", "dogs running, beaches")).toBeCloseTo(1);
  expect(cosine("A dog on a beach", "A dog in the snow")).toBeCloseTo(0.5);
  expect(cosine("A dog on a beach", "quantum chromodynamics")).toBeCloseTo(0);
  expect(cosine("A dog on a beach", "quantum chromodynamics", 0.9)).toBeCloseTo(0.9);
});

test("it answers as the transcripts of 0.24 and 0.32 show", async () => {
  const post = async (url: string, path: string, body: object) => {
    const response = await fetch(`${url}${path}`, { method: "POST", body: JSON.stringify(body) });
    return [response.status, response.headers.get("content-type"), await response.text()];
  };
  const json = "application/json; charset=utf-8";
  const picture = Buffer.from(await plainPicture("red"));
  const images = [picture.toString("base64")];

  await using old = await startOllama({ version: "0.24.0" });
  expect(await post(old.url, "/api/show", { model: "nope" })).toEqual([
    404,
    json,
    `{"error":"model 'nope' not found"}`,
  ]);
  expect(await post(old.url, "/api/embed", { model: "nope", input: "x" })).toEqual([
    404,
    json,
    `{"error":"model \\"nope\\" not found, try pulling it first"}`,
  ]);
  expect(await post(old.url, "/api/embed", { model: "mistral", input: "" })).toEqual([
    200,
    json,
    `{"model":"mistral","embeddings":[]}`,
  ]);
  const invented = await post(old.url, "/api/generate", {
    model: "mistral",
    prompt: "what",
    images,
    stream: false,
  });
  expect(invented[2]).toContain("A group of people standing in a field.");

  await using today = await startOllama({ version: "0.32.15" });
  expect(await post(today.url, "/api/show", { model: "nope" })).toEqual([
    404,
    json,
    `{"error":"model 'nope:latest' not found"}`,
  ]);
  expect(await post(today.url, "/api/embed", { model: "mistral", input: "a dog" })).toEqual([
    501,
    json,
    `{"error":"This server does not support embeddings. Start it with \`--embeddings\`"}`,
  ]);
  const blind = await post(today.url, "/api/generate", { model: "mistral", prompt: "what", images });
  expect(blind[0]).toBe(400);
  expect(blind[1]).toBe("application/json");
  expect(blind[2]).toContain("Multimodal data provided");
  const streamed = await post(today.url, "/api/generate", { model: "llava", prompt: "what", images });
  expect(streamed[1]).toBe("application/x-ndjson");
  expect(String(streamed[2]).trim().split("\n").at(-1)).toMatch(
    /"response":"","done":true,"done_reason":"stop"/,
  );
  expect(await (await fetch(`${today.url}/api/nope`)).text()).toBe("404 page not found");
});

test("memory that holds one model charges a load at each change of model", async () => {
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

test("as a script it knows pictures from a file, and its faults can be switched while it runs", async () => {
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
