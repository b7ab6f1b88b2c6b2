import { setTimeout as pause } from "node:timers/promises";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { startGlimpse } from "#tests/fixtures/glimpse.ts";
import { until } from "#tests/fixtures/until.ts";
import { startInstantModel } from "./instant-model.ts";
import { drawPictures } from "./pictures.ts";
import { type Memory, treeMemory, watchPeak } from "./process-memory.ts";
import type { Row } from "./row.ts";
import { createSender } from "./sender.ts";

const pictures = 10;
/** The goals, in MB. */
const mostOfWeb = 150;
const mostOfWorker = 400;
/** In milliseconds. By then a process has finished the work that follows its start. */
const settled = 5_000;

/**
 * Measures the RSS of the web process while it is idle, and of the worker's processes while they work on two
 * photos.
 */
export async function benchMemory(): Promise<Row[]> {
  return [
    ...(await idleWeb()),
    ...(await workerWith("baseline", { progressive: false })),
    ...(await workerWith("progressive", { progressive: true })),
  ];
}

async function idleWeb(): Promise<Row[]> {
  await using glimpse = await startGlimpse();
  const web = processOf(glimpse.processes().web);
  await pause(settled);
  const started = treeMemory(web);
  const page = await fetch(glimpse.url, { headers: { accept: "text/html" } });
  if (!page.ok) throw new Error(`the first page: ${page.status}`);
  await page.text();
  await pause(settled);
  return [
    ...rowsOf("web, idle after its start, empty library", started, mostOfWeb),
    ...rowsOf("web, idle after its first page", treeMemory(web)),
  ];
}

async function workerWith(kind: string, options: { progressive: boolean }): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const paths = await drawPictures(folder.path, pictures, options);
  await using model = await startInstantModel();
  await using glimpse = await startGlimpse({
    ollama: model.url,
    settings: { GLIMPSE_WORKER_CONCURRENCY: "2" },
  });
  using send = createSender(glimpse.url);
  const peak = watchPeak(processOf(glimpse.processes().worker));
  for (const path of paths) await send(path);
  await until(
    "all are indexed",
    async () => (await glimpse.api.jobs.summary.query()).byStatus.indexed === pictures,
    60_000,
  );
  return rowsOf(
    `worker and all below it, two ${kind} JPEGs of 12 megapixels in hand`,
    peak.stop(),
    mostOfWorker,
  );
}

function rowsOf(name: string, { rss, pss }: Memory, most?: number): Row[] {
  const goal = most === undefined ? {} : { goal: `≤ ${most}`, ok: rss <= most };
  const row = { name: `RSS of ${name}`, value: rss, unit: "MB", ...goal };
  return pss === null
    ? [row]
    : [row, { name: "  of that, shared pages counted once (PSS)", value: pss, unit: "MB" }];
}

function processOf(pid: number | undefined): number {
  if (pid === undefined) throw new Error("the process is not there");
  return pid;
}
