import { expect, test } from "vitest";
import { randomNumbers, unitVector } from "./contract-suites/fixtures.ts";
import { FloatRows } from "./float-rows.ts";
import { dot } from "./vectors.ts";

test.each([
  2, 16, 100, 384,
])("products of %i numbers are inner products, in WebAssembly and in JavaScript", (dimension) => {
  const random = randomNumbers(3);
  const vectors = Array.from({ length: 5_000 }, () => Float16Array.from(unitVector(dimension, random)));
  const queries = [unitVector(dimension, random), unitVector(dimension, random)];
  const rows = Uint32Array.from({ length: 4_500 }, (_, at) => 4_999 - at);
  for (const isPlain of [false, true]) {
    const floats = new FloatRows(dimension, isPlain);
    for (const [at, vector] of vectors.entries()) floats.set(at, vector);
    expect(floats.size).toBe(5_000);
    const found = floats.products(queries, rows);
    for (const [which, query] of queries.entries())
      for (const [index, at] of rows.entries()) {
        const right = dot(vectors[at] ?? new Float16Array(), query);
        if (Math.abs((found[which]?.[index] ?? 9) - right) > 1e-5)
          throw new Error(`row ${at} of ${dimension}`);
      }
    expect(floats.products(queries).map((own) => own.length)).toEqual([5_000, 5_000]);
    floats.move(4_999, 0);
    expect(floats.products(queries, Uint32Array.of(0))[1]).toEqual(found[1]?.subarray(0, 1));
    expect(new FloatRows(dimension, isPlain).products(queries)).toEqual([
      new Float32Array(),
      new Float32Array(),
    ]);
  }
});
