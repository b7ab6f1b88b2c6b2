import type { Background } from "./port.ts";

const mostPairs = 2_000;

/**
 * Returns the mean and deviation of `cosine` over all pairs of `count` documents, or over a fixed sample of
 * pairs.
 */
export function backgroundOf(count: number, cosine: (a: number, b: number) => number): Background {
  const cosines = Array.from(pairsOf(count), ([a, b]) => cosine(a, b));
  if (cosines.length === 0) return { documents: count, mean: 0, deviation: 0 };
  const mean = average(cosines);
  const deviation = Math.sqrt(average(cosines.map((one) => (one - mean) ** 2)));
  return { documents: count, mean, deviation };
}

function average(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function* pairsOf(count: number): Generator<[number, number]> {
  if ((count * (count - 1)) / 2 <= mostPairs) {
    for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) yield [a, b];
    return;
  }
  const random = mulberry32(1);
  for (let pair = 0; pair < mostPairs; pair++) {
    const a = Math.floor(random() * count);
    // We count on from the document after `a`, so that `a` is never paired with itself.
    yield [a, (a + 1 + Math.floor(random() * (count - 1))) % count];
  }
}

/** Tommy Ettinger's mulberry32: returns the same numbers, from 0 up to 1, in every run. */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
