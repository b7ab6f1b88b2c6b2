import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { startOllama } from "#tests/doubles/ollama.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { startGlimpse } from "#tests/fixtures/glimpse.ts";
import { drawPhoto } from "#tests/fixtures/photos.ts";
import { until } from "#tests/fixtures/until.ts";
import { sendPhoto } from "#tests/fixtures/uploading.ts";

/**
 * Makes a small library with the Glimpse of this checkout and packs its data folder, for
 * tests/upgrade.system.test.ts. Run it in a checkout of the version whose library is wanted:
 * `node scripts/make-old-library.ts <version>.tar.gz`. Three photos are indexed; a fourth is removed.
 */
const [, , target = "library.tar.gz"] = process.argv;
await using folder = await temporaryFolder();
await using ollama = await startOllama();
const dataFolder = join(folder.path, "data");
{
  await using glimpse = await startGlimpse({ dataFolder, ollama: ollama.url });
  const ids: string[] = [];
  for (const seed of [1, 2, 3, 4]) {
    const bytes = await drawPhoto(seed, { width: 320, height: 240 });
    const { photo } = await sendPhoto(glimpse.url, bytes, { name: `drawn ${seed}.jpg` });
    ids.push(photo?.id ?? "");
  }
  await until("all photos are indexed", async () => {
    const { byStatus, total } = await glimpse.api.jobs.summary.query();
    return total === 4 && byStatus.indexed === 4;
  });
  await glimpse.api.photos.remove.mutate({ ids: ids.slice(3) });
  await until("no job is left", async () => (await glimpse.api.jobs.list.query()).items.length === 0);
}
// Move the write-ahead log into the file, so that the archive needs no log.
for (const name of ["glimpse.sqlite", "index.sqlite"]) {
  using file = new DatabaseSync(join(dataFolder, name));
  file.exec("pragma wal_checkpoint(truncate)");
}
const left = ["--exclude=*-wal", "--exclude=*-shm", "--exclude=backups"];
execFileSync("tar", [
  "-czf",
  target,
  "--sort=name",
  "--owner=0",
  "--group=0",
  ...left,
  "-C",
  dataFolder,
  ".",
]);
console.log(`${target} holds the library.`);
