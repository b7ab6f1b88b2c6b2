import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "#tests/fixtures/glimpse.ts";
import { startInstantModel } from "./instant-model.ts";
import { type LibrarySize, largeModel, makeLargeLibrary, vectorsOf } from "./large-library.ts";
import { drawPictures } from "./pictures.ts";
import { treeMemory } from "./process-memory.ts";
import type { Row } from "./row.ts";
import { createSender } from "./sender.ts";
import { percentiles, timed } from "./statistics.ts";

const rounds = 5;
const arriving = 300;
const uploadsAtOnce = 3;

/** Questions of each kind, of rare things and of frequent ones. */
const asked = {
  one: ["a dog", "a piano", "umbrellas", "a violin", "a lake", "bread", "a red bus", "a zebra"],
  three: ["a dog on a beach with a ball", "a boat on a lake near a mountain", "bread and cheese on a table"],
  filters: ["a dog in Lisbon", "a boat in 2019", "trees in Japan in spring", "a clock in Rome in May 2021"],
  without: ["beach without people", "a street without cars", "a garden without a dog"],
  all: ["all photos"],
};

/**
 * Measures Glimpse over a library of 100,000 photos (or another size), through HTTP. The questions' vectors are kept by
 * the web process after the first round, so that no model is measured. `folder`: where the library is kept for the next
 * run; without it, it is made anew.
 */
export async function benchLarge(
  size: LibrarySize = { photos: 100_000, numbers: 4_096 },
  folder?: string,
): Promise<Row[]> {
  await using passing = folder === undefined ? await temporaryFolder() : null;
  const dataFolder = folder ?? join(passing?.path ?? "", "data");
  const made = await makeLargeLibrary(dataFolder, size);
  const vectorOf = vectorsOf(size.numbers);
  await using model = await startInstantModel(undefined, (text) => vectorOf(text, 1));
  await using glimpse = await startGlimpse({
    dataFolder,
    ollama: model.url,
    settings: { GLIMPSE_EMBED_MODEL: largeModel },
  });
  const { api, url } = glimpse;
  const ask = (text: string) => timed(() => api.search.run.query({ text }));
  const first = await ask("a kite");
  const home = () =>
    timed(async () => {
      const page = await fetch(url, { headers: { accept: "text/html" } });
      if (!page.ok) throw new Error(`the home page: ${page.status}`);
      await page.text();
    });
  await home();
  for (const text of Object.values(asked).flat()) await ask(text);
  const of = async (texts: string[], work = ask) => {
    const all: number[] = [];
    for (let round = 0; round < rounds; round++) for (const text of texts) all.push(await work(text));
    return percentiles(all);
  };
  const [one, three, filters] = [await of(asked.one), await of(asked.three), await of(asked.filters)];
  const [without, all] = [await of(asked.without), await of(asked.all)];
  const tiles = await of(asked.one.slice(0, 3), (text) => firstTiles(glimpse, text));
  const pages = await of(["home", "again"], home);
  const status = await of(["status", "again"], () => timed(() => api.system.status.query()));
  const { web = 0 } = glimpse.processes();
  const { rss } = treeMemory(web);
  const meanwhile = await whileArriving(glimpse, ask);
  const what = `${size.photos / 1_000}k × ${size.numbers}`;
  const row = (name: string, value: number, unit: string, most: number): Row => ({
    ...{ name: `${what}: ${name}`, value, unit },
    ...{ goal: `≤ ${most}`, ok: value <= most },
  });
  const isMillion = size.photos >= 1_000_000;
  return [
    ...(made === null ? [] : [{ name: `${what}: making the library`, value: made, unit: "s" }]),
    row("the first question after a start", first, "ms", 800),
    row("question of one concept, p50", one.p50, "ms", 40),
    row("question of one concept, p95", one.p95, "ms", isMillion ? 250 : 80),
    row("question of one concept with filters, p50", filters.p50, "ms", 40),
    row("question of one concept with filters, p95", filters.p95, "ms", 80),
    { name: `${what}: question of three concepts, p50`, value: three.p50, unit: "ms" },
    row("“without …”, p50", without.p50, "ms", 120),
    row("all photos, p50", all.p50, "ms", 60),
    row("a turn until its first tiles, p50", tiles.p50, "ms", 200),
    row("home page, p50", pages.p50, "ms", 120),
    row("status, p50", status.p50, "ms", 50),
    row("RSS of web", rss, "MB", isMillion ? 1_200 : 450),
    row(
      `p95 of one concept while ${arriving} photos arrive, beside the one before`,
      meanwhile / one.p95,
      "×",
      2,
    ),
  ];
}

/** Says something in a new conversation, and waits until there are photos. */
async function firstTiles({ api }: RunningGlimpse, text: string): Promise<number> {
  const begun = performance.now();
  const turn = { conversationId: randomUUID(), turnId: randomUUID(), text, begins: true };
  let tiles: number | null = null;
  for await (const event of await api.conversations.say.mutate(turn)) {
    if (event.type === "error") throw new Error(event.message);
    if (event.type === "hits") tiles ??= performance.now() - begun;
  }
  if (tiles === null) throw new Error("a turn brought no photos");
  return tiles;
}

/** Returns the 95th percentile of questions that are asked while photos are uploaded and indexed. */
async function whileArriving(
  glimpse: RunningGlimpse,
  ask: (text: string) => Promise<number>,
): Promise<number> {
  await using folder = await temporaryFolder();
  const paths = await drawPictures(folder.path, arriving);
  using send = createSender(glimpse.url);
  const left = paths.values();
  let isOver = false;
  const lane = async () => {
    for (const path of left) await send(path);
  };
  const uploads = Promise.all(Array.from({ length: uploadsAtOnce }, lane)).finally(() => {
    isOver = true;
  });
  const times: number[] = [];
  for (let at = 0; !isOver; at++) times.push(await ask(asked.one[at % asked.one.length] ?? ""));
  await uploads;
  return percentiles(times).p95;
}
