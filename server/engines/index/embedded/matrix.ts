import type { Documents } from "./documents.ts";
import { bestOf, type Near, type Probe, type VectorSet } from "./probe.ts";
import { SpaceRows } from "./space-rows.ts";

const rowsPerBlock = 256;

/**
 * Holds the vectors of one space in memory in half precision, as they are stored, and compares all of them. The speed
 * of a scan depends on how many bytes it reads, so only small spaces are held like this.
 */
export class Matrix implements VectorSet {
  readonly #dimension: number;
  readonly #documents: Documents;
  readonly #blocks: Float16Array[] = [];
  readonly #rows = new SpaceRows();

  constructor(dimension: number, documents: Documents) {
    this.#dimension = dimension;
    this.#documents = documents;
  }

  get size(): number {
    return this.#rows.size;
  }

  set(document: number, vector: Float16Array): void {
    this.#vectorAt(this.#rows.place(document)).set(vector);
  }

  delete(document: number): void {
    const taken = this.#rows.take(document);
    if (taken) this.#vectorAt(taken.hole).set(this.#vectorAt(taken.last));
  }

  rowsOf(owner: string, documents: Iterable<number> | null): Uint32Array {
    return documents ? this.#rows.ofDocuments(documents) : this.#rows.ofOwner(owner, this.#documents);
  }

  documentAt(row: number): number {
    return this.#rows.documentAt(row);
  }

  /** Each vector is read once for all probes. */
  nearest(probes: Probe[], among: Uint32Array): Near[][] {
    const scores = probes.map(() => new Float32Array(among.length));
    // With several probes a row is decoded once, which costs as much as multiplying it.
    const decoded = new Float32Array(this.#dimension);
    for (const [index, at] of among.entries()) {
      decode(this.#vectorAt(at), decoded);
      for (const [which, { vector }] of probes.entries()) {
        const own = scores[which];
        if (own) own[index] = dotOfFloats(decoded, vector);
      }
    }
    return scores.map((own, which) => {
      const { least = Number.NEGATIVE_INFINITY, limit = 0 } = probes[which] ?? {};
      const hits: Near[] = [];
      for (const [index, score] of own.entries())
        if (score >= least) hits.push({ document: this.documentAt(among[index] ?? 0), score });
      return bestOf(hits, limit);
    });
  }

  #vectorAt(at: number): Float16Array {
    const block = Math.floor(at / rowsPerBlock);
    this.#blocks[block] ??= new Float16Array(rowsPerBlock * this.#dimension);
    const offset = (at % rowsPerBlock) * this.#dimension;
    return this.#blocks[block].subarray(offset, offset + this.#dimension);
  }
}

/** Widens half precision. */
export function decode(vector: Float16Array, into: Float32Array): void {
  for (let i = 0; i < into.length; i++) into[i] = vector[i] ?? 0;
}

/** Four sums at once, since an addition waits for the one before it: twice as fast as one sum. */
export function dotOfFloats(a: Float32Array, b: Float32Array): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const whole = a.length - (a.length % 4);
  for (let i = 0; i < whole; i += 4) {
    first += (a[i] ?? 0) * (b[i] ?? 0);
    second += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    third += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    fourth += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  for (let i = whole; i < a.length; i++) first += (a[i] ?? 0) * (b[i] ?? 0);
  return first + second + third + fourth;
}
