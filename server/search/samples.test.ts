import { expect, test } from "vitest";
import { until } from "#tests/fixtures/until.ts";
import type { Collection } from "../library/collections.ts";
import { createSamples } from "./samples.ts";

const space = { id: "s", model: "m", template: 1, dimension: 1, trained: true };
const collection = (id: string): Collection => ({
  ...{ id, space, state: "serving", standard: null, filledTo: "", filled: 0 },
  ...{ hubMean: null, hubsOf: 0, wordsWeight: null, calibratedOf: 0 },
});

/** A library that has so many vectors; each draw is counted. */
function library(size: number) {
  const drawn: number[] = [];
  const has = {
    size,
    fails: false,
    drawn,
    kept: null as { documents: number; vectors: Float32Array[] } | null,
  };
  const embeddings = {
    keptSample: async () => has.kept,
    async sample(_owner: string, _space: string, most: number) {
      if (has.fails) throw new Error("the rows are away");
      drawn.push(has.size);
      return Array.from({ length: Math.min(has.size, most) }, () => Float32Array.from([1]));
    },
  };
  return { has, samples: createSamples(embeddings) };
}

test("a sample is kept until the collection has grown", async () => {
  const { has, samples } = library(5_000);
  const first = await samples.of("o", collection("a"), 5_000);
  expect(await samples.of("o", collection("a"), 5_000)).toBe(first);
  expect(has.drawn).toEqual([5_000]);
});

test("a full sample serves until the next one is drawn, and nobody waits for that", async () => {
  const { has, samples } = library(5_000);
  const first = await samples.of("o", collection("a"), 5_000);
  has.size = 7_000;
  expect(await samples.of("o", collection("a"), 7_000)).toBe(first);
  const next = await until("it is drawn", async () => {
    const now = await samples.of("o", collection("a"), 7_000);
    return now !== first && now;
  });
  expect(await samples.of("o", collection("a"), 7_000)).toBe(next);
  expect(has.drawn).toEqual([5_000, 7_000]);
});

test("a small library is drawn anew at once, and so is another collection", async () => {
  const { has, samples } = library(10);
  expect((await samples.of("o", collection("a"), 10)).size).toBe(10);
  has.size = 40;
  expect((await samples.of("o", collection("a"), 40)).size).toBe(40);
  await samples.of("o", collection("b"), 40);
  expect(has.drawn).toEqual([10, 40, 40]);
});

test("a draw that fails is tried again, and leaves the sample before it", async () => {
  const { has, samples } = library(5_000);
  has.fails = true;
  await expect(samples.of("o", collection("a"), 5_000)).rejects.toThrow("away");
  has.fails = false;
  const first = await samples.of("o", collection("a"), 5_000);
  has.fails = true;
  expect(await samples.of("o", collection("a"), 9_000)).toBe(first);
  has.fails = false;
  await until("it is drawn", async () => (await samples.of("o", collection("a"), 9_000)) !== first);
});

test("the sample that the worker has kept is used, unless the library has grown by more than a fifth since", async () => {
  const { has, samples } = library(5_000);
  has.kept = { documents: 4_900, vectors: [Float32Array.from([0.5])] };
  const sample = await samples.of("o", collection("a"), 5_000);
  expect(sample.products([Float32Array.from([1])])).toEqual([Float32Array.from([0.5])]);
  expect(has.drawn).toEqual([]);
  expect((await samples.of("o", collection("b"), 7_000)).size).toBe(1_000);
  expect(has.drawn).toEqual([5_000]);
});
