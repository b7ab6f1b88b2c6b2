import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { startGlimpse } from "#tests/fixtures/glimpse.ts";
import { drawPhoto } from "#tests/fixtures/photos.ts";
import { treeMemory, watchPeak } from "./process-memory.ts";
import type { Row } from "./row.ts";
import { createSender } from "./sender.ts";

/** The goals: how much the web process may grow, MB, and how much more by the large file than by the small one. */
const mostGrowth = 120;
const mostUnlike = 1.5;
const settled = 3_000;

/** How much the web process grows above idle while one file comes in: by a large one no more than by a small one. */
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
  /** MB */
  growth: number;
  /** MB/s, until it is acknowledged. */
  speed: number;
}

/** A small photo that is padded with nothing to so many megabytes, sent to a Glimpse that has just started. */
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
