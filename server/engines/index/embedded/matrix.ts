import { FloatRows } from "../float-rows.ts";
import type { Documents } from "./documents.ts";
import { bestOf, type Near, type Probe, type VectorSet } from "./probe.ts";
import { SpaceRows } from "./space-rows.ts";

/** Holds the vectors of one space in memory and compares all of them. Only small spaces are held like this. */
export class Matrix implements VectorSet {
  readonly #documents: Documents;
  readonly #vectors: FloatRows;
  readonly #rows = new SpaceRows();

  constructor(dimension: number, documents: Documents, isPlain = false) {
    this.#documents = documents;
    this.#vectors = new FloatRows(dimension, isPlain);
  }

  get size(): number {
    return this.#rows.size;
  }

  set(document: number, vector: Float16Array): void {
    this.#vectors.set(this.#rows.place(document), vector);
  }

  delete(document: number): void {
    const taken = this.#rows.take(document);
    if (taken && taken.hole !== taken.last) this.#vectors.move(taken.last, taken.hole);
  }

  rowsOf(owner: string, documents: Iterable<number> | null): Uint32Array {
    return documents ? this.#rows.ofDocuments(documents) : this.#rows.ofOwner(owner, this.#documents);
  }

  documentAt(row: number): number {
    return this.#rows.documentAt(row);
  }

  nearest(probes: Probe[], among: Uint32Array): Near[][] {
    const products = this.#vectors.products(
      probes.map(({ vector }) => vector),
      among,
    );
    return products.map((own, which) => {
      const { least = Number.NEGATIVE_INFINITY, limit = 0 } = probes[which] ?? {};
      const hits: Near[] = [];
      for (const [index, at] of among.entries()) {
        const score = own[index] ?? 0;
        if (score >= least) hits.push({ document: this.documentAt(at), score });
      }
      return bestOf(hits, limit);
    });
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
