import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startOllama } from "./doubles/ollama.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";

test("a wiped index is filled again from the rows, and no model describes or embeds a photo again", async () => {
  await using folder = await temporaryFolder();
  await using ollama = await startOllama();
  const dataFolder = join(folder.path, "data");
  const captions = ["A brown dog on a beach.", "A red bus in the rain.", "A plate of pizza."];
  {
    await using glimpse = await startGlimpse({ ollama: ollama.url, dataFolder });
    for (const [seed, caption] of captions.entries()) {
      const bytes = await drawPhoto(seed + 50);
      await ollama.teach(bytes, caption);
      await writeFile(join(folder.path, `${seed}.jpg`), bytes);
      await glimpse.upload(join(folder.path, `${seed}.jpg`));
    }
    await until(
      "all are indexed",
      async () => (await glimpse.api.jobs.summary.query()).byStatus.indexed === 3,
    );
  }
  for (const name of await readdir(dataFolder))
    if (name.startsWith("index.sqlite")) await rm(join(dataFolder, name));

  const described = ollama.countDescribed();
  await using glimpse = await startGlimpse({ ollama: ollama.url, dataFolder });
  const hits = await until("the dog is found again, by its vector", async () => {
    const found = await glimpse.api.search.run.query({ text: "a dog" });
    return found.hits[0]?.why.similarity ? found.hits : null;
  });
  expect(hits[0]?.photo.caption?.text).toBe(captions[0]);
  expect(ollama.countDescribed()).toBe(described);
  const embedded = ollama.asked
    .filter(({ endpoint }) => endpoint === "embed")
    .map(({ body }) => JSON.stringify(body));
  expect(embedded.filter((body) => body.includes("pizza"))).toHaveLength(1);
  expect((await glimpse.api.jobs.summary.query()).byStatus.indexed).toBe(3);
});
