import { AppError } from "#server/errors.ts";

/**
 * Throws AppError BAD_REQUEST for a vector that does not have `dimension` numbers or does not have length 1,
 * because then its inner product is no cosine.
 */
export function checkVector(vector: Float32Array, dimension: number): void {
  if (vector.length !== dimension) {
    throw new AppError("BAD_REQUEST", `A vector has ${vector.length} numbers; its space has ${dimension}`);
  }
  const squares = vector.reduce((sum, number) => sum + number * number, 0);
  if (!(Math.abs(squares - 1) < 0.02)) throw new AppError("BAD_REQUEST", "A vector is not normalised");
}

/**
 * Returns the inner product. Decoding half precision in this plain loop costs no more than the sum
 * (bench/search.ts).
 */
export function dot(a: Float16Array, b: Float16Array | Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
