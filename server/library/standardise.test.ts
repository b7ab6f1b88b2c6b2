import { expect, test } from "vitest";
import { standardised } from "./standardise.ts";

const mean = Float32Array.of(0.5, 0, 0);
const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

test("a number that deviates much no longer decides the cosine", () => {
  const one = Float32Array.of(1.5, 0.1, 0);
  const other = Float32Array.of(1.5, -0.1, 0);
  const ofMean = [one, other].map((each) => standardised(each, { mean, deviations: null }));
  expect(cosine(ofMean[0] ?? one, ofMean[1] ?? one)).toBeGreaterThan(0.9);
  const deviations = Float32Array.of(1, 0.1, 0.1);
  const now = [one, other].map((each) => standardised(each, { mean, deviations }));
  expect(cosine(now[0] ?? one, now[1] ?? one)).toBeLessThan(0.9);
});

test("a number that hardly ever changes is not blown up", () => {
  const [, , last = 1] = standardised(Float32Array.of(1.5, 1, 0.001), {
    mean,
    deviations: Float32Array.of(1, 1, 1e-9),
  });
  expect(Math.abs(last)).toBeLessThan(0.01);
});

test("vectors without a deviation stay as they are: the mean itself, and vectors that are all alike", () => {
  const deviations = Float32Array.of(0, 0, 0);
  expect(standardised(mean, { mean, deviations })).toBe(mean);
  expect([...standardised(Float32Array.of(0.5, 2, 0), { mean, deviations })]).toEqual([0, 1, 0]);
  expect(standardised(mean, null)).toBe(mean);
});
