import { createReadStream, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { expect, test } from "vitest";
import { readTar } from "#server/maintenance/tar.ts";
import { startOllama } from "./doubles/ollama.ts";
import { runCommand } from "./fixtures/cli.ts";
import { damagedOriginals, filesIn, select } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { until } from "./fixtures/until.ts";

/** Libraries of earlier versions, made by scripts/make-old-library.ts. */
const libraries = join(import.meta.dirname, "fixtures/libraries");

async function unpack(archive: string, folder: string): Promise<void> {
  for await (const { name, body } of readTar(createReadStream(archive).pipe(createGunzip()))) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await buffer(body));
  }
}

test.each(readdirSync(libraries))("the library of %s opens, migrates and is whole", async (name) => {
  await using folder = await temporaryFolder();
  await using ollama = await startOllama();
  const dataFolder = folder.at("data");
  await unpack(join(libraries, name), dataFolder);
  await using glimpse = await startGlimpse({ dataFolder, ollama: ollama.url });
  const { items } = await glimpse.api.photos.list.query();
  expect(items.map(({ fileName, status }) => [fileName, status])).toEqual(
    [3, 2, 1].map((seed) => [`drawn ${seed}.jpg`, "indexed"]),
  );
  expect(items.every(({ caption }) => caption !== null)).toBe(true);
  for (const { id } of items) {
    for (const variant of ["original", "preview", "thumbnail"]) {
      expect((await fetch(`${glimpse.url}/photos/${id}/${variant}`)).status).toBe(200);
    }
  }
  expect(select(dataFolder, "select settled from library")).toEqual([{ settled: 1 }]);
  expect(filesIn(dataFolder, "backups").some((copy) => /\.before-\d+\./.test(copy))).toBe(true);
  expect(damagedOriginals(dataFolder)).toEqual([]);
  await until(
    "search finds them",
    async () => (await glimpse.api.search.run.query({ text: "photos" })).total === 3,
  );
  expect(await runCommand({ GLIMPSE_DATA: dataFolder }, "verify", "--deep")).toMatchObject({ code: 0 });
  expect(ollama.countDescribed()).toBe(0);
});
