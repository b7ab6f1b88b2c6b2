/** How the numbers of a space's vectors are spread, measured once over its vectors. */
export interface Standard {
  /** The mean of each number. */
  mean: Float32Array;
  /** The standard deviation of each number; null for collections from before it was measured. */
  deviations: Float32Array | null;
}

/** A number that hardly ever changes is not blown up: it counts as if it deviated by this share of the usual. */
const leastDeviation = 0.5;

/**
 * Standardises a vector: subtracts the mean of its space, divides each number by its standard deviation, and
 * L2-normalises the rest. The vectors of plain language models lie in a narrow cone around their mean, and a few of
 * their numbers are so large that they alone decide the cosine (Timkey and van Schijndel, "All Bark and No Bite",
 * EMNLP 2021, arXiv 2109.04404). A vector that equals the mean stays as it is.
 */
export function standardised(vector: Float32Array, standard: Standard | null): Float32Array {
  if (!standard) return vector;
  const { mean, deviations } = standard;
  const least = deviations ? leastDeviation * usualOf(deviations) : 0;
  const apart = vector.map((value, at) => {
    const deviation = deviations ? Math.max(deviations[at] ?? 0, least) : 1;
    return (value - (mean[at] ?? 0)) / (deviation || 1);
  });
  const length = lengthOf(apart);
  return length === 0 ? vector : apart.map((value) => value / length);
}

const usual = new WeakMap<Float32Array, number>();

/** The root mean square of the deviations, which is not 0 where only most of them are. */
function usualOf(deviations: Float32Array): number {
  const known = usual.get(deviations);
  if (known !== undefined) return known;
  const made = lengthOf(deviations) / Math.sqrt(Math.max(1, deviations.length));
  usual.set(deviations, made);
  return made;
}

const lengthOf = (numbers: Float32Array): number =>
  Math.sqrt(numbers.reduce((total, value) => total + value * value, 0));
