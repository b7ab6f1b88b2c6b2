/**
 * Subtracts from a vector the mean of its space, and L2-normalises it again. The vectors of plain language
 * models lie in a narrow cone around their mean, and cosines tell little within it. This is the first half of
 * all-but-the-top (Mu and Viswanath, arXiv 1702.01417). A vector that equals the mean stays as it is.
 */
export function centred(vector: Float32Array, mean: Float32Array | null): Float32Array {
  if (!mean) return vector;
  const apart = vector.map((value, at) => value - (mean[at] ?? 0));
  const length = Math.sqrt(apart.reduce((total, value) => total + value * value, 0));
  return length === 0 ? vector : apart.map((value) => value / length);
}
