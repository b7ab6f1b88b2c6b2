import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "#tests/fixtures/glimpse.ts";
import { startInstantModel } from "./instant-model.ts";
import { drawPictures } from "./pictures.ts";
import type { Row } from "./row.ts";
import type { SharpOrder } from "./sharp-alone.ts";
import { median } from "./statistics.ts";

const photos = 60;
const warmUp = 4;
const rounds = 3;
/** Of what the browser sends at once. */
const uploadsAtOnce = 3;
/** The goal: at least so much of what sharp alone does. */
const leastShare = 0.6;

/**
 * Photos a second from the first upload to the last photo that is indexed, beside sharp alone making the same
 * renditions of the same files; the two take turns, and the share is the median of the turns.
 */
export async function benchIngest(): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const pictures = await drawPictures(folder.path, warmUp + photos);
  const order: SharpOrder = { warmUp: pictures.slice(0, warmUp), files: pictures.slice(warmUp) };
  await using model = await startInstantModel();
  const alone: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round < rounds; round++) {
    alone.push(photos / (await sharpAlone(order)));
    whole.push(photos / (await ingest(order, model.url)));
  }
  const share = median(whole.map((speed, round) => speed / (alone[round] ?? Number.NaN)));
  return [
    { name: "sharp alone, 12 MP JPEG", value: median(alone), unit: "photos/s" },
    { name: "ingest with an instant model, 12 MP JPEG", value: median(whole), unit: "photos/s" },
    {
      name: "ingest as a share of sharp alone",
      value: share,
      unit: "×",
      goal: `≥ ${leastShare}`,
      ok: share >= leastShare,
    },
  ];
}

/** Seconds. */
async function sharpAlone(order: SharpOrder): Promise<number> {
  const child = fork(new URL("sharp-alone.ts", import.meta.url));
  child.send(order);
  const [milliseconds] = await Promise.race([once(child, "message"), once(child, "exit").then(() => [Number.NaN])]);
  return Number(milliseconds) / 1000;
}

/** Seconds. */
async function ingest({ warmUp, files }: SharpOrder, ollama: string): Promise<number> {
  await using glimpse = await startGlimpse({ ollama });
  await uploadAll(glimpse, warmUp);
  await indexed(glimpse, warmUp.length);
  const start = performance.now();
  await uploadAll(glimpse, files);
  await indexed(glimpse, warmUp.length + files.length);
  return (performance.now() - start) / 1000;
}

async function uploadAll({ upload }: RunningGlimpse, paths: string[]): Promise<void> {
  const left = paths.values();
  const lane = async () => {
    for (const path of left) await upload(path);
  };
  await Promise.all(Array.from({ length: uploadsAtOnce }, lane));
}

async function indexed({ api }: RunningGlimpse, count: number): Promise<void> {
  for (;;) {
    const { byStatus } = await api.jobs.summary.query();
    if (byStatus.failed > 0) throw new Error("a photo has failed");
    if (byStatus.indexed >= count) return;
    await pause(100);
  }
}
