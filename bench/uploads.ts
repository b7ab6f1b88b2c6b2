import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { startGlimpse } from "#tests/fixtures/glimpse.ts";
import { drawPhoto } from "#tests/fixtures/photos.ts";
import { treeMemory, watchPeak } from "./process-memory.ts";
import type { Row } from "./row.ts";
import { createSender } from "./sender.ts";

/**
 * The goals: the most MB by which the web process may grow, and the most by which a large file may exceed a
 * small one.
 */
const mostGrowth = 120;
const mostUnlike = 1.5;
const settled = 3_000;

/**
 * Measures how much the web process grows while a file comes in. A large file must not need more than a small
 * one.
 */
export async function benchUploads(): Promise<Row[]> {
  const small = await upload(200);
  const large = await upload(1_000);
  const unlike = large.growth / small.growth;
  const rowsOf = (size: string, { growth, speed }: Uploaded): Row[] => [
    {
      name: `web, RSS above idle while ${size} come in`,
      value: growth,
      unit: "MB",
      goal: `≤ ${mostGrowth}`,
      ok: growth <= mostGrowth,
    },
    { name: `upload of ${size}`, value: speed, unit: "MB/s" },
  ];
  return [
    ...rowsOf("200 MB", small),
    ...rowsOf("1 GB", large),
    {
      name: "web, growth by 1 GB beside growth by 200 MB",
      value: unlike,
      unit: "×",
      goal: `≤ ${mostUnlike}`,
      ok: unlike <= mostUnlike,
    },
  ];
}

interface Uploaded {
  /** In MB. */
  growth: number;
  /** In MB/s, until the upload is acknowledged. */
  speed: number;
}

/** Pads a small photo with zeros to this many megabytes and sends it to a Glimpse that has just started. */
async function upload(megabytes: number): Promise<Uploaded> {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "padded.jpg");
  await writeFile(path, await drawPhoto(1));
  await truncate(path, megabytes * 1e6);
  await using glimpse = await startGlimpse({ settings: { GLIMPSE_MAX_UPLOAD_MB: "2000" } });
  using send = createSender(glimpse.url);
  const { web } = glimpse.processes();
  if (web === undefined) throw new Error("the web process is not there");
  await pause(settled);
  const idle = treeMemory(web).rss;
  const peak = watchPeak(web);
  const start = performance.now();
  await send(path);
  const seconds = (performance.now() - start) / 1000;
  return { growth: peak.stop().rss - idle, speed: megabytes / seconds };
}
