import { expect, test } from "vitest";
import { mulberry32 } from "../background.ts";
import { randomNumbers, unitVector } from "../contract-suites/fixtures.ts";
import { Codes } from "./codes.ts";
import type { Documents } from "./documents.ts";
import { Matrix } from "./matrix.ts";
import { CodeScan } from "./scan.ts";

test.each([64, 128, 512])("WebAssembly counts the same bits as JavaScript in codes of %i bytes", (stride) => {
  const random = mulberry32(7);
  const code = () => Uint8Array.from({ length: stride }, () => random() * 256);
  const [fast, plain] = [new CodeScan(stride), new CodeScan(stride, true)];
  const codes = Array.from({ length: 5_000 }, code);
  for (const [at, each] of codes.entries()) for (const scan of [fast, plain]) scan.set(at, each);
  const queries = [code(), code(), codes[4_999] ?? code()];
  const rows = Uint32Array.from({ length: 4_500 }, (_, at) => 4_999 - at);
  const found = fast.distances(queries, rows);
  expect(found).toEqual(plain.distances(queries, rows));
  expect(found[2]?.[0]).toBe(0);
  expect(found[0]?.[1]).toBe(differing(queries[0] ?? code(), codes[4_998] ?? code()));
  expect(fast.distances(queries, new Uint32Array())).toEqual(queries.map(() => new Uint16Array()));
});

function differing(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, byte, at) => {
    const bits = (byte ^ (other[at] ?? 0)).toString(2);
    return sum + bits.replaceAll("0", "").length;
  }, 0);
}

const everyone: Documents = { photoIdOf: String, isOf: () => true, isAllOf: () => true };

/** A space of clustered vectors, as codes and as they are. */
function space(count: number, dimension: number) {
  const random = randomNumbers(25);
  const centres = Array.from({ length: 50 }, () => unitVector(dimension, random));
  const vector = () => unitVector(dimension, random, centres[Math.floor(random() * centres.length)]);
  const vectors = Array.from({ length: count }, () => Float16Array.from(vector()));
  const mean = new Float32Array(dimension);
  for (const each of vectors)
    for (const [at, value] of each.entries()) mean[at] = (mean[at] ?? 0) + value / count;
  const codes = new Codes({ documents: everyone, mean, vectorOf: (document) => vectors[document] ?? null });
  const exact = new Matrix(dimension, everyone);
  for (const set of [codes, exact]) for (const [document, each] of vectors.entries()) set.set(document, each);
  return { codes, exact, vector };
}

const all = Number.NEGATIVE_INFINITY;

test("the ten nearest by codes are those of an exact scan, and cosines further down are estimated", () => {
  const { codes, exact, vector } = space(8_000, 128);
  const among = codes.rowsOf("", null);
  let found = 0;
  for (let at = 0; at < 30; at++) {
    const probes = [{ vector: vector(), least: all, limit: 4_000 }];
    const [right = []] = exact.nearest(probes, among);
    const [by = []] = codes.nearest(probes, among);
    const best = (hits: typeof by) => hits.toSorted((a, b) => b.score - a.score).slice(0, 10);
    const documents = new Set(best(by).map(({ document }) => document));
    found += best(right).filter(({ document }) => documents.has(document)).length;
    const cosines = new Map(right.map(({ document, score }) => [document, score]));
    const errors = by.flatMap(({ document, score }) => Math.abs(score - (cosines.get(document) ?? score)));
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.03);
  }
  expect(found / 300).toBeGreaterThanOrEqual(0.99);
});

test("with a least cosine nearly all are found that an exact scan finds, few or many", () => {
  const { codes, exact, vector } = space(8_000, 128);
  const among = codes.rowsOf("", null);
  for (const least of [0.3, 0.1]) {
    const probes = [{ vector: vector(), least, limit: Number.POSITIVE_INFINITY }];
    const [right = [], by = []] = [exact.nearest(probes, among)[0], codes.nearest(probes, among)[0]];
    const documents = new Set(by.map(({ document }) => document));
    expect(right.length).toBeGreaterThan(0);
    expect(right.filter(({ document }) => documents.has(document)).length / right.length).toBeGreaterThan(
      0.9,
    );
    expect(by.length / right.length).toBeLessThan(1.15);
  }
});
