import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { type RunningGlimpse, type StartOptions, startGlimpse } from "#tests/fixtures/glimpse.ts";
import { alone } from "./alone.ts";
import { startInstantModel } from "./instant-model.ts";
import { drawPictures } from "./pictures.ts";
import type { Row } from "./row.ts";
import { createSender, type Sender } from "./sender.ts";
import type { SharpOrder } from "./sharp-alone.ts";
import { median } from "./statistics.ts";

const photos = 60;
/**
 * These photos are not counted: an import has thousands, and the first ones wait while code is being
 * compiled.
 */
const warmUp = 30;
const rounds = 3;
/** The browser sends this many at once too. */
const uploadsAtOnce = 3;
/** The goal: ingest must reach at least this share of the speed of sharp alone. */
const leastShare = 0.6;

/**
 * Measures photos per second from the first upload until the last photo is indexed, beside sharp alone making
 * the same renditions of the same files. The two take turns, and the share is the median of the turns.
 */
export async function benchIngest(): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const pictures = await drawPictures(folder.path, warmUp + photos);
  const order: Files = { warmUp: pictures.slice(0, warmUp), files: pictures.slice(warmUp) };
  await using model = await startInstantModel();
  const plainly: number[] = [];
  const once: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round < rounds; round++) {
    plainly.push(photos / (await sharpAlone({ way: "plainly", ...order })));
    once.push(photos / (await sharpAlone({ way: "decoding once", ...order })));
    whole.push(photos / (await ingest(order, { ollama: model.url })));
  }
  const shareOf = (alone: number[]) =>
    median(whole.map((speed, round) => speed / (alone[round] ?? Number.NaN)));
  const share = shareOf(once);
  return [
    {
      name: "sharp alone, JPEG of 12 megapixels: decoded once, as the worker does",
      value: median(once),
      unit: "photos/s",
    },
    { name: "sharp alone, each rendition from the file", value: median(plainly), unit: "photos/s" },
    { name: "ingest with an instant model, the same files", value: median(whole), unit: "photos/s" },
    {
      name: "ingest as a share of sharp decoding once",
      value: share,
      unit: "×",
      goal: `≥ ${leastShare}`,
      ok: share >= leastShare,
    },
    { name: "ingest as a share of sharp making each from the file", value: shareOf(plainly), unit: "×" },
  ];
}

type Files = Omit<SharpOrder, "way">;

const sharpAlone = (order: SharpOrder) => alone("sharp-alone.ts", order);

/** Returns seconds. */
export async function ingest({ warmUp, files }: Files, how: StartOptions): Promise<number> {
  await using glimpse = await startGlimpse(how);
  using send = createSender(glimpse.url);
  await ingestAll(glimpse, send, warmUp);
  return await ingestAll(glimpse, send, files);
}

/** Uploads the files, and returns the seconds until the last one is indexed. */
export async function ingestAll(
  { api, supervisor }: RunningGlimpse,
  send: Sender,
  paths: string[],
): Promise<number> {
  const indexed = new Map<string, number>();
  const { promise: done, resolve, reject } = Promise.withResolvers<void>();
  const { promise: watching, resolve: started } = Promise.withResolvers<void>();
  const watch = api.jobs.watch.subscribe(undefined, {
    onStarted: () => started(),
    onError: reject,
    onData({ data }) {
      if (data.type === "failed") reject(new Error(`a photo has failed: ${data.reason}`));
      if (data.type === "indexed") indexed.set(data.photoId, Date.parse(data.at));
      if (indexed.size === paths.length) resolve();
    },
  });
  supervisor.once("exit", () => reject(new Error("Glimpse has ended")));
  await watching;
  const start = Date.now();
  const left = paths.values();
  const lane = async () => {
    for (const path of left) await send(path);
  };
  await Promise.all([done, ...Array.from({ length: uploadsAtOnce }, lane)]);
  watch.unsubscribe();
  return (Math.max(...indexed.values()) - start) / 1000;
}
