import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startOllama } from "./doubles/ollama.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";

const photos = 24;
const loadMs = 400;

test("if memory holds one model, photos are processed in groups, so that models are not loaded for every photo", {
  timeout: 90_000,
}, async () => {
  await using folder = await temporaryFolder();
  await using ollama = await startOllama({ pace: { loadMs, capacity: 1 } });
  await using glimpse = await startGlimpse({ ollama: ollama.url });
  const start = performance.now();
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
  const seconds = (performance.now() - start) / 1000;
  const loads = ollama.loads.length;
  // Without groups, llava and mistral would replace each other for every photo, with two loads each.
  expect(loads).toBeLessThan(photos);
  console.info(
    `${photos} photos, ${loads} loads: ${Math.round((photos / seconds) * 3600)} photos/hour; the loads of photo by photo alone would allow ${Math.round(3_600_000 / (2 * loadMs))}`,
  );
  expect(photos / seconds).toBeGreaterThan(1000 / (2 * loadMs));
});
