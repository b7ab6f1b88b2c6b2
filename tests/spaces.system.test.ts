import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { killHard } from "./fixtures/processes.ts";
import { until } from "./fixtures/until.ts";

const captions = ["A brown dog on a beach.", "A red bus in the rain.", "A plate of pizza on a table."];
const embedder = (name: string) => ({ name, capabilities: ["embedding" as const], dimension: 512 });
const models = [
  { name: "llava", capabilities: ["completion" as const, "vision" as const] },
  { name: "mistral", capabilities: ["completion" as const] },
  embedder("nomic-embed-text"),
  embedder("mxbai-embed-large"),
];

async function add({ upload }: RunningGlimpse, ollama: OllamaDouble, folder: string, texts = captions) {
  for (const [seed, caption] of texts.entries()) {
    const bytes = await drawPhoto(seed + caption.length * 10);
    await ollama.teach(bytes, caption);
    const path = join(folder, `${seed}-${caption.length}.jpg`);
    await writeFile(path, bytes);
    await upload(path);
  }
}

const indexed = (glimpse: RunningGlimpse, count: number) =>
  until(
    `${count} are indexed`,
    async () => (await glimpse.api.jobs.summary.query()).byStatus.indexed === count,
    40_000,
  );
const serving = async (glimpse: RunningGlimpse) => (await glimpse.api.system.status.query()).vectors.serving;
const textsEmbeddedBy = (ollama: OllamaDouble, model: string, word: string) =>
  ollama.asked
    .filter(({ endpoint, body }) => endpoint === "embed" && body.model === model)
    .flatMap(({ body }) => [body.input ?? []].flat())
    .filter((text) => String(text).includes(word));

test("after a change of the embedding model, search uses the old vectors until the new ones are complete", async () => {
  await using folder = await temporaryFolder();
  await using ollama = await startOllama({ version: "0.32.15", models });
  const dataFolder = join(folder.path, "data");
  const settings = { GLIMPSE_EMBED_MODEL: "nomic-embed-text" };
  {
    await using glimpse = await startGlimpse({ ollama: ollama.url, dataFolder, settings });
    await add(glimpse, ollama, folder.path);
    await indexed(glimpse, 3);
    expect(await serving(glimpse)).toBe("nomic-embed-text");
  }
  // The new model is slow, so that there is time to see what happens meanwhile.
  ollama.pace.requestMs = 300;
  await using glimpse = await startGlimpse({
    ollama: ollama.url,
    dataFolder,
    settings: { GLIMPSE_EMBED_MODEL: "mxbai-embed-large" },
  });
  let most = 0;
  const seen = new Set<string | null>();
  await until(
    "the new model serves",
    async () => {
      const found = await glimpse.api.search.run.query({ text: "a dog" });
      expect(found.hits[0]?.photo.caption?.text).toBe(captions[0]);
      // Every answer uses the vectors of one complete model, so the first hit always has a similarity.
      expect(found.hits[0]?.why.similarity).not.toBeNull();
      const { filling } = (await glimpse.api.system.status.query()).vectors;
      if (filling?.model === "mxbai-embed-large") most = Math.max(most, filling.done);
      const now = await serving(glimpse);
      seen.add(now);
      return now === "mxbai-embed-large";
    },
    60_000,
  );
  expect(seen).toContain("nomic-embed-text");
  expect(most).toBeGreaterThan(0);
  expect(textsEmbeddedBy(ollama, "mxbai-embed-large", "pizza")).toHaveLength(1);
  for (const { id } of (await glimpse.api.photos.list.query({})).items) {
    const steps = await glimpse.api.photos.timeline.query({ id });
    expect(steps.filter(({ type }) => type === "described")).toHaveLength(1);
    expect(steps.filter(({ type }) => type === "embedded")).toHaveLength(2);
  }
  expect((await glimpse.api.jobs.summary.query()).byStatus.indexed).toBe(3);
});

test("a worker that is killed while it makes vectors for another model continues and embeds each photo once", async () => {
  await using folder = await temporaryFolder();
  await using ollama = await startOllama({ version: "0.32.15", models });
  const dataFolder = join(folder.path, "data");
  const many = Array.from({ length: 8 }, (_, at) => `A picture of thing${"x".repeat(at + 1)} on a wall.`);
  {
    const settings = { GLIMPSE_EMBED_MODEL: "nomic-embed-text" };
    await using glimpse = await startGlimpse({ ollama: ollama.url, dataFolder, settings });
    await add(glimpse, ollama, folder.path, many);
    await indexed(glimpse, many.length);
  }
  ollama.pace.requestMs = 400;
  await using glimpse = await startGlimpse({
    ollama: ollama.url,
    dataFolder,
    settings: { GLIMPSE_EMBED_MODEL: "mxbai-embed-large" },
  });
  await until(
    "the new model is asked",
    () => textsEmbeddedBy(ollama, "mxbai-embed-large", "wall").length > 0,
  );
  const { worker } = glimpse.processes();
  if (worker) killHard(worker);
  await until("the new model serves", async () => (await serving(glimpse)) === "mxbai-embed-large");
  await indexed(glimpse, many.length);
  const [photo] = (await glimpse.api.photos.list.query({ limit: 1 })).items;
  const similar = await glimpse.api.search.similar.query({ photoId: photo?.id ?? "", limit: 20 });
  expect(similar.hits.every(({ why }) => why.similarity !== null)).toBe(true);
});
