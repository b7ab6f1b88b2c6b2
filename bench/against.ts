import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { checkout, startGlimpse } from "#tests/fixtures/glimpse.ts";
import { hasRealPhotos, realPhotos } from "#tests/fixtures/photos.ts";
import { ingestAll } from "./ingest.ts";
import { startInstantModel } from "./instant-model.ts";
import type { Row } from "./row.ts";
import { createSender } from "./sender.ts";
import { median, percentiles, timed } from "./statistics.ts";

const run = promisify(execFile);
const rounds = 3;
const atOnce = 4;
const dimension = 4_096;
/** Questions that are asked first and not counted, while code is being compiled. */
const warmUp = 15;

/** The measurements of one version in one round. */
interface Measured {
  /** Milliseconds of a search without its model call, p50. */
  own: number;
  /** Searches in a second, four at a time. */
  rate: number;
  /** Photos in a second until the last one is indexed. */
  ingest: number;
  /** Acknowledged uploads in a second, four at a time. */
  uploads: number;
}

const goals: { of: keyof Measured; name: string; least?: number; most?: number }[] = [
  { of: "own", name: "own work of a search, p50", most: 0.6 },
  { of: "rate", name: "searches four at a time, rate", least: 1.9 },
  { of: "ingest", name: "ingest with an instant model, rate", least: 2 },
  { of: "uploads", name: "uploads acknowledged four at a time, rate", least: 1.5 },
];

/**
 * Measures this version beside that of an earlier commit, in turns: 96 small photos and the same instant model. The
 * earlier version is checked out and built once, in the folder for temporary files.
 */
export async function benchAgainst(commit: string): Promise<Row[]> {
  if (!hasRealPhotos) throw new Error("the 96 captioned photos are not beside this checkout");
  const folder = await versionOf(commit);
  const now: Measured[] = [];
  const then: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    then.push(await measure(folder));
    now.push(await measure(checkout));
  }
  return goals.flatMap(({ of, name, least, most }): Row[] => {
    const ratio = median(now.map((figures, round) => figures[of] / (then[round]?.[of] ?? Number.NaN)));
    const unit = of === "own" ? "ms" : "a second";
    return [
      { name: `${name}, ${commit}`, value: median(then.map((figures) => figures[of])), unit },
      { name, value: median(now.map((figures) => figures[of])), unit },
      {
        ...{ name: `${name}, beside ${commit}`, value: ratio, unit: "×" },
        goal: least === undefined ? `≤ ${most}` : `≥ ${least}`,
        ok: least === undefined ? ratio <= (most ?? 0) : ratio >= least,
      },
    ];
  });
}

async function versionOf(commit: string): Promise<string> {
  const folder = join(tmpdir(), `glimpse-${commit}`);
  if (existsSync(join(folder, "node_modules"))) return folder;
  await run("git", ["worktree", "prune"], { cwd: checkout });
  await run("git", ["worktree", "add", "--detach", folder, commit], { cwd: checkout });
  await run("node", ["scripts/setup.mjs", "--build"], { cwd: folder });
  return folder;
}

interface CaptionedPhoto {
  file: string;
  captions: string[];
}

async function measure(folder: string): Promise<Measured> {
  const photos: CaptionedPhoto[] = JSON.parse(
    await readFile(join(realPhotos, "captioned/captions.json"), "utf8"),
  );
  const paths = photos.map(({ file }) => join(realPhotos, "captioned", file));
  const captions = photos.map(({ captions: [first = ""] }) => first);
  await using model = await startInstantModel(undefined, vectorOf, captions);
  const texts = photos.flatMap(({ captions: [, second = "", third = ""] }) => [second, third]);
  const [oneByOne, together] = [texts.slice(warmUp, 96), texts.slice(96)];
  const times: number[] = [];
  let [ingest, rate] = [0, 0];
  {
    await using glimpse = await startGlimpse({ folder, ollama: model.url });
    using send = createSender(glimpse.url);
    ingest = photos.length / (await ingestAll(glimpse, send, paths));
    const ask = (text: string) => glimpse.api.search.run.query({ text });
    for (const text of texts.slice(0, warmUp)) await ask(text);
    for (const text of oneByOne) {
      const before = model.embedding();
      const all = await timed(() => ask(text));
      times.push(all - (model.embedding() - before));
    }
    rate = await rateOf(together, ask);
  }
  // Without a model, so that only what an upload waits for is measured.
  await using glimpse = await startGlimpse({ folder });
  using send = createSender(glimpse.url);
  return { own: percentiles(times).p50, rate, ingest, uploads: await rateOf(paths, send) };
}

/** Returns how many items are done in a second, four at a time. */
async function rateOf(items: string[], work: (item: string) => Promise<unknown>): Promise<number> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await work(item);
  };
  const took = await timed(() => Promise.all(Array.from({ length: atOnce }, lane)));
  return (items.length * 1_000) / took;
}

/** A vector in which each word of the text stands for some of the numbers. */
export function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(dimension);
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    let hash = 7;
    for (const letter of word) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
    for (let at = 0; at < 64; at++) {
      hash = (Math.imul(hash, 1_664_525) + 1_013_904_223) >>> 0;
      vector[hash % dimension] = (vector[hash % dimension] ?? 0) + 1;
    }
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
