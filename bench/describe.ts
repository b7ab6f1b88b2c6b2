import { startGlimpse } from "#tests/fixtures/glimpse.ts";
import { drawPhoto } from "#tests/fixtures/photos.ts";
import { until } from "#tests/fixtures/until.ts";
import { sendPhoto, variantOf } from "#tests/fixtures/uploading.ts";
import { type Pace, startInstantModel } from "./instant-model.ts";
import type { Row } from "./row.ts";

const photos = 400;
const fewPhotos = 150;
/** Milliseconds in which Glimpse may find out how much at once the server is worth. */
const findingOut = 10_000;
const ms = 200;
const leastShare = 0.9;
/** The most requests that may wait at a server that serves one at a time, as a share: some try whether it has become better. */
const mostSurplus = 0.1;
const leastOfTwo = 1.8;

/**
 * Measures how much of a model server's throughput describing gets, whether a server that serves one at a time is
 * asked one at a time, and what a second server brings.
 */
export async function benchDescribe(): Promise<Row[]> {
  const four = await describeAll([{ ms, atOnce: 4 }], photos);
  const one = await describeAll([{ ms, atOnce: 1 }], fewPhotos);
  const two = await describeAll(
    [
      { ms, atOnce: 1 },
      { ms, atOnce: 1 },
    ],
    fewPhotos,
  );
  const possible = (1_000 / ms) * 4;
  const goal = (name: string, value: number, unit: string, least: number): Row => ({
    ...{ name, value, unit, goal: `≥ ${least}`, ok: value >= least },
  });
  return [
    {
      name: `describing with a model that takes ${ms} ms and serves four at once, after the first 10 s`,
      ...{ value: four.rate, unit: "photos/s" },
    },
    goal("of what that model can do", four.rate / possible, "×", leastShare),
    { name: "the same with a model that serves one", value: one.rate, unit: "photos/s" },
    goal("of what that model can do", one.rate / (1_000 / ms), "×", leastShare),
    {
      ...{
        name: "of its requests those that it had to keep waiting, after the first 10 s",
        value: one.surplus,
        unit: "×",
      },
      ...{ goal: `≤ ${mostSurplus}`, ok: one.surplus <= mostSurplus },
    },
    {
      ...{ name: "requests at once to it, at most", value: one.mostAtOnce, unit: "" },
      ...{ goal: "≤ 2", ok: one.mostAtOnce <= 2 },
    },
    { name: "two servers that serve one each", value: two.rate, unit: "photos/s" },
    goal("of what one of them does", two.rate / one.rate, "×", leastOfTwo),
  ];
}

async function describeAll(paces: Pace[], count: number) {
  await using resources = new AsyncDisposableStack();
  const models = await Promise.all(paces.map((pace) => startInstantModel(pace)));
  for (const model of models) resources.use(model);
  const glimpse = resources.use(await startGlimpse({ ollama: models.map(({ url }) => url).join(",") }));
  const photo = await drawPhoto(1);
  const waiting = Array.from({ length: count }, (_, number) => number).values();
  const send = async () => {
    for (const number of waiting) await sendPhoto(glimpse.url, variantOf(photo, number));
  };
  // All photos are there before the first is described: how fast they are prepared is another question.
  await glimpse.api.describing.set.mutate({ paused: true });
  await Promise.all([send(), send(), send()]);
  const isThere = async () => (await glimpse.api.jobs.summary.query()).byStatus.received === 0;
  await until("all are prepared", isThere, 120_000);
  await glimpse.api.describing.set.mutate({ paused: false });
  const described = () => models.flatMap((model) => model.described()).sort((a, b) => a - b);
  await until("all are described", () => described().length >= count, 200_000);
  const times = described();
  const from = (times[0] ?? 0) + Math.min(findingOut, ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 2);
  const counted = times.filter((time) => time >= from);
  const seconds = ((counted.at(-1) ?? 0) - (counted[0] ?? 0)) / 1_000;
  const waited = models.flatMap((model) => model.waited()).filter((time) => time >= from);
  return {
    rate: (counted.length - 1) / seconds,
    mostAtOnce: Math.max(...models.map((model) => model.mostAtOnce())),
    surplus: waited.length / counted.length,
  };
}
