import type { Background } from "../../engines/index/port.ts";

/** The distribution of a concept's cosines in the library. */
export interface Spread {
  /** Cosines of the concept with the sample of the library's vectors, in any order. */
  sample: Float32Array;
  /** How many vectors the library has. */
  documents: number;
  /** Cosines of random pairs of photos. */
  background: Background | null;
}

/** The number of photos in the whole library that may pass by chance; fewer if no photo's words have the concept. */
const chance = { said: 0.01, unsaid: 0.001 };
/** A photo below this share of the best cosine is not meant, even if chance allows it. */
const shareOfBest = { said: 0.75, unsaid: 0.85 };
/** A cosine this many deviations above that of random pairs occurs about once in a thousand pairs. */
const deviationsOfPairs = 3;
/** With fewer vectors than this, nothing is known about chance. */
const fewest = 30;

/** The cosine from which on a photo shows a concept that its words do not mention. */
export interface LeastCosine {
  /** No photo with a lower cosine counts, whatever the others are. */
  atAll: number;
  /**
   * The least cosine. `best`: the greatest cosine that any photo has with the concept. `isSaid`: some photo's words
   * have the concept, a synonym or a kind of it.
   */
  of(best: number, isSaid: boolean): number;
}

/**
 * The least cosine at which a photo counts as showing the concept: so far above the concept's own distribution in the
 * library that chance would bring less than one photo. The median and the lower half describe the distribution (the
 * photos that show it are in the upper half), and a normal tail is assumed (Bonferroni over the library).
 */
export function leastCosine({ sample, documents, background }: Spread): LeastCosine {
  if (sample.length < fewest) return { atAll: Number.POSITIVE_INFINITY, of: () => Number.POSITIVE_INFINITY };
  const sorted = sample.toSorted();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const median = at(0.5);
  const deviation = Math.max(1e-4, median - at(0.1587));
  const byPairs = background ? background.mean + deviationsOfPairs * background.deviation : 0;
  const byChance = (by: "said" | "unsaid") =>
    Math.max(byPairs, median + normalQuantile(1 - chance[by] / Math.max(documents, 2)) * deviation);
  return {
    atAll: byChance("said"),
    of(best, isSaid) {
      const by = isSaid ? "said" : "unsaid";
      return Math.max(byChance(by), shareOfBest[by] * best);
    },
  };
}

/** The inverse of the normal distribution's cumulative function, to 4.5e-4: Abramowitz and Stegun 26.2.23. */
export function normalQuantile(share: number): number {
  const isUpper = share > 0.5;
  const tail = isUpper ? 1 - share : share;
  const t = Math.sqrt(-2 * Math.log(Math.max(tail, 1e-300)));
  const value =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  return isUpper ? value : -value;
}
