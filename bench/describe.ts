import { startGlimpse } from "#tests/fixtures/glimpse.ts";
import { drawPhoto } from "#tests/fixtures/photos.ts";
import { until } from "#tests/fixtures/until.ts";
import { sendPhoto, variantOf } from "#tests/fixtures/uploading.ts";
import { type Pace, startInstantModel } from "./instant-model.ts";
import type { Row } from "./row.ts";

const photos = 400;
const fewPhotos = 60;
/** Milliseconds in which Glimpse may find out how much at once the server is worth. */
const findingOut = 10_000;
const ms = 200;
const leastShare = 0.9;

/** Measures how much of a model server's throughput describing gets, and whether a slow server is left in peace. */
export async function benchDescribe(): Promise<Row[]> {
  const four = await describeAll({ ms, atOnce: 4 }, photos);
  const one = await describeAll({ ms, atOnce: 1 }, fewPhotos);
  const possible = (1_000 / ms) * 4;
  const share = four.rate / possible;
  return [
    {
      name: `describing with a model that takes ${ms} ms and serves four at once, after the first 10 s`,
      value: four.rate,
      unit: "photos/s",
    },
    {
      name: "of what that model can do",
      value: share,
      unit: "×",
      goal: `≥ ${leastShare}`,
      ok: share >= leastShare,
    },
    { name: "the same with a model that serves one", value: one.rate, unit: "photos/s" },
    {
      name: "requests at once to it, at most",
      value: one.mostAtOnce,
      unit: "",
      goal: "≤ 2",
      ok: one.mostAtOnce <= 2,
    },
  ];
}

async function describeAll(pace: Pace, count: number) {
  await using model = await startInstantModel(pace);
  await using glimpse = await startGlimpse({ ollama: model.url });
  const photo = await drawPhoto(1);
  const waiting = Array.from({ length: count }, (_, number) => number).values();
  const send = async () => {
    for (const number of waiting) await sendPhoto(glimpse.url, variantOf(photo, number));
  };
  await Promise.all([send(), send(), send()]);
  await until("all are described", () => model.described().length >= count, 200_000);
  const times = model.described();
  const from = (times[0] ?? 0) + Math.min(findingOut, ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 2);
  const counted = times.filter((time) => time >= from);
  const seconds = ((counted.at(-1) ?? 0) - (counted[0] ?? 0)) / 1_000;
  return { rate: (counted.length - 1) / seconds, mostAtOnce: model.mostAtOnce() };
}
