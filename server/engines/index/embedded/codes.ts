import { Coder } from "./coder.ts";
import type { Documents } from "./documents.ts";
import { decode, dotOfFloats } from "./matrix.ts";
import { bestOf, type Near, type Probe, type VectorSet } from "./probe.ts";
import { CodeScan } from "./scan.ts";
import { SpaceRows } from "./space-rows.ts";

/** How many of the best by their codes are compared exactly: the fewer bits a code has, the more. */
const [fewestExact, mostExact, exactNumbers] = [300, 2_000, 1_000_000];
/** A search for at most `few` hits compares only `exactForFew` exactly. */
const [few, exactForFew] = [100, 300];
/**
 * The size of the groups in which candidates for a least cosine are compared, until hardly any of a group is near
 * enough.
 */
const group = 64;
/** How many of the remaining candidates are compared exactly, to estimate the cosines of the others. */
const measured = 48;
/** When less than this share of a group is near enough, the search stops; before that, all are found. */
const hardlyAny = 0.05;

interface Needs {
  documents: Documents;
  /** Subtracted from vectors before their signs are taken. */
  mean: Float32Array;
  /** Returns the stored vector of a document; null without one. */
  vectorOf(document: number): Float16Array | null;
  isPlain?: boolean;
}

/**
 * Holds the 1-bit codes of one space in memory. They find candidates, the stored vectors of which are then compared
 * exactly (docs/decisions/0025).
 */
export class Codes implements VectorSet {
  readonly coder: Coder;
  readonly scan: CodeScan;
  readonly rows = new SpaceRows();
  readonly #needs: Needs;
  readonly #exact: number;

  constructor(needs: Needs) {
    this.coder = new Coder(needs.mean);
    this.#needs = needs;
    this.scan = new CodeScan(this.coder.bytes, needs.isPlain);
    this.#exact = Math.min(mostExact, Math.max(fewestExact, Math.round(exactNumbers / needs.mean.length)));
  }

  get size(): number {
    return this.rows.size;
  }

  /** Makes room for the codes of these documents, and returns where they lie. Call it before anything is set. */
  place(documents: Int32Array): Uint8Array {
    this.scan.reserve(documents.length);
    for (const document of documents) this.rows.place(document);
    return this.scan.bytes(0, documents.length);
  }

  set(document: number, vector: Float16Array): void {
    this.scan.set(this.rows.place(document), this.coder.codeOf(vector));
  }

  delete(document: number): void {
    const taken = this.rows.take(document);
    if (taken && taken.hole !== taken.last) this.scan.move(taken.last, taken.hole);
  }

  rowsOf(owner: string, documents: Iterable<number> | null): Uint32Array {
    return documents ? this.rows.ofDocuments(documents) : this.rows.ofOwner(owner, this.#needs.documents);
  }

  documentAt(row: number): number {
    return this.rows.documentAt(row);
  }

  nearest(probes: Probe[], among: Uint32Array): Near[][] {
    const exact = probes.every(({ limit }) => limit < few) ? exactForFew : this.#exact;
    const compared = new Comparisons(
      probes,
      (row) => this.#needs.vectorOf(this.documentAt(row)),
      this.coder.mean.length,
    );
    const isAll = among.length <= exact;
    const queries = isAll ? [] : probes.map(({ vector }) => this.coder.codeOf(vector));
    const distances = this.scan.distances(queries, among);
    const orders = probes.map(({ limit }, which) => {
      const own = distances[which];
      return own ? closest(own, among, Math.max(limit, exact), this.coder.bits) : { rows: among, bits: null };
    });
    return probes.map(({ least, limit }, which) => {
      const order = orders[which];
      if (!order) return [];
      const { rows, bits } = order;
      const hits: Near[] = [];
      const add = (row: number, score: number) => hits.push({ document: this.documentAt(row), score });
      const { scores, isEnd } = compared.first(which, rows, exact, least);
      for (const [at, score] of scores.entries()) if (score >= least) add(rows[at] ?? 0, score);
      if (scores.length < Math.min(limit, rows.length) && !isEnd && bits !== null) {
        const cosineAt = estimating(compared, which, rows, bits, scores.length);
        for (let at = scores.length; at < rows.length; at++) {
          const score = cosineAt(bits[at] ?? 0);
          // Rows further down are no nearer.
          if (score < least) break;
          add(rows[at] ?? 0, score);
        }
      }
      return bestOf(hits, limit);
    });
  }
}

/** Compares stored vectors with probes. Each vector is read once, even if several probes need it. */
class Comparisons {
  readonly #probes: Probe[];
  readonly #vectorOf: (row: number) => Float16Array | null;
  readonly #known = new Map<number, Float32Array>();
  readonly #decoded: Float32Array;

  constructor(probes: Probe[], vectorOf: (row: number) => Float16Array | null, dimension: number) {
    this.#probes = probes;
    this.#vectorOf = vectorOf;
    this.#decoded = new Float32Array(dimension);
  }

  score(which: number, row: number): number {
    let scores = this.#known.get(row);
    if (!scores) {
      const vector = this.#vectorOf(row);
      if (vector) decode(vector, this.#decoded);
      scores = Float32Array.from(this.#probes, (probe) =>
        vector ? dotOfFloats(this.#decoded, probe.vector) : -1,
      );
      this.#known.set(row, scores);
    }
    return scores[which] ?? -1;
  }

  /** Compares the first rows, `most` at most, and no more when hardly any are near enough any longer. */
  first(which: number, rows: Uint32Array, most: number, least: number) {
    const scores: number[] = [];
    let isEnd = false;
    while (scores.length < Math.min(most, rows.length) && !isEnd) {
      const some = rows.subarray(scores.length, Math.min(most, scores.length + group));
      const own = Array.from(some, (row) => this.score(which, row));
      scores.push(...own);
      isEnd = own.filter((score) => score >= least).length < own.length * hardlyAny;
    }
    return { scores, isEnd };
  }
}

/**
 * Returns the rows in the order of their distance, `most` or a few more, and the distances. Equal ones stay in the
 * order of their positions.
 */
function closest(distances: Uint16Array, among: Uint32Array, most: number, bits: number) {
  const starts = new Uint32Array(bits + 2);
  for (const distance of distances) starts[distance + 1] = (starts[distance + 1] ?? 0) + 1;
  let farthest = bits;
  for (let distance = 0; distance <= bits; distance++) {
    starts[distance + 1] = (starts[distance + 1] ?? 0) + (starts[distance] ?? 0);
    if ((starts[distance + 1] ?? 0) < most) continue;
    farthest = distance;
    break;
  }
  const count = Math.min(starts[farthest + 1] ?? 0, among.length);
  const rows = new Uint32Array(count);
  const own = new Uint16Array(count);
  for (let index = 0; index < distances.length; index++) {
    const distance = distances[index] ?? 0;
    if (distance > farthest) continue;
    const at = starts[distance] ?? 0;
    starts[distance] = at + 1;
    rows[at] = among[index] ?? 0;
    own[at] = distance;
  }
  return { rows, bits: own };
}

/**
 * Returns a function that estimates a cosine by a distance: a line, which never rises, through some of the rows from
 * `from` on that are compared exactly.
 */
function estimating(
  compared: Comparisons,
  which: number,
  rows: Uint32Array,
  bits: Uint16Array,
  from: number,
): (distance: number) => number {
  const count = rows.length - from;
  const points = Array.from({ length: Math.min(measured, count) }, (_, at) => {
    const index = from + Math.floor((at * count) / Math.min(measured, count));
    return { distance: bits[index] ?? 0, cosine: compared.score(which, rows[index] ?? 0) };
  });
  const mean = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [middle, level] = [mean(({ distance }) => distance), mean(({ cosine }) => cosine)];
  const spread = mean(({ distance }) => (distance - middle) ** 2);
  const slope =
    spread > 0 ? mean(({ distance, cosine }) => (distance - middle) * (cosine - level)) / spread : 0;
  return (distance) => level + Math.min(0, slope) * (distance - middle);
}
