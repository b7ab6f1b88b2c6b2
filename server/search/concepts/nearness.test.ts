import { expect, test } from "vitest";
import { leastCosine, normalQuantile } from "./nearness.ts";

test("the quantile is the textbook's", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.96, 2);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 2);
  expect(normalQuantile(1 - 1e-6)).toBeCloseTo(4.753, 2);
});

/** Draws from a normal distribution by Box and Muller, repeatably. */
function normals(count: number, mean: number, deviation: number): Float32Array {
  let state = 7;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Float32Array.from(
    { length: count },
    () => mean + deviation * Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random()),
  );
}

test.each([4_000, 100_000])("chance alone brings less than one photo of %i", (documents) => {
  const library = normals(documents, 0.1, 0.05);
  const best = library.reduce((a, b) => Math.max(a, b));
  const least = leastCosine({
    sample: library.slice(0, 1_000),
    documents,
    background: null,
  }).of(best, true);
  expect(library.filter((cosine) => cosine >= least).length).toBeLessThan(1);
});

test("a concept that no photo's words know has to be nearer", () => {
  const spread = { sample: normals(1_000, 0.1, 0.05), documents: 4_000, background: null };
  const least = leastCosine(spread);
  expect(least.of(0.6, false)).toBeGreaterThan(least.of(0.6, true));
  expect(least.of(0, true)).toBe(least.atAll);
});

test("a sample of a few vectors proves nothing", () => {
  const sample = normals(10, 0.1, 0.05);
  expect(leastCosine({ sample, documents: 10, background: null }).of(0.9, true)).toBe(
    Number.POSITIVE_INFINITY,
  );
});
