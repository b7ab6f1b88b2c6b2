import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startOllama } from "./doubles/ollama.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";

const photos = 24;

test("if memory holds one model, photos are processed in groups, so that models are not loaded for every photo", async () => {
  await using folder = await temporaryFolder();
  await using ollama = await startOllama({ pace: { loadMs: 400, capacity: 1 } });
  await using glimpse = await startGlimpse({ ollama: ollama.url });
  for (let seed = 0; seed < photos; seed++) {
    const path = join(folder.path, `${seed}.jpg`);
    await writeFile(path, await drawPhoto(seed + 5_000));
    await glimpse.upload(path);
  }
  await until(
    "all are indexed",
    async () => (await glimpse.api.jobs.summary.query()).byStatus.indexed === photos,
    60_000,
  );
  // If the models took turns for every photo, each would push the other out of memory: two loads a photo.
  expect(ollama.loads.length).toBeLessThan(photos);
  expect(new Set(ollama.loads)).toEqual(new Set(["llava:latest", "mistral:latest"]));
  expect(ollama.countDescribed()).toBe(photos);
});
