import type { Scored } from "../port.ts";

const rowsPerBlock = 256;

interface Row {
  document: number;
  photoId: string;
  owner: string;
}

/**
 * The vectors of one space in memory, as they are stored: a scan waits for memory, and half precision is half of it.
 */
export class Matrix {
  readonly #dimension: number;
  readonly #blocks: Float16Array[] = [];
  readonly #rows: Row[] = [];
  readonly #rowOf = new Map<number, number>();

  constructor(dimension: number) {
    this.#dimension = dimension;
  }

  set(row: Row, vector: Float16Array): void {
    const at = this.#rowOf.get(row.document) ?? this.#rows.length;
    this.#rowOf.set(row.document, at);
    this.#rows[at] = row;
    this.#vectorAt(at).set(vector);
  }

  /** The last row moves into the place of the one that goes. */
  delete(document: number): void {
    const at = this.#rowOf.get(document);
    if (at === undefined) return;
    this.#rowOf.delete(document);
    const last = this.#rows.pop();
    if (!last || last.document === document) return;
    this.#vectorAt(at).set(this.#vectorAt(this.#rows.length));
    this.#rows[at] = last;
    this.#rowOf.set(last.document, at);
  }

  /** Where the owner's vectors lie. */
  ofOwner(owner: string): number[] {
    return this.#rows.flatMap((row, at) => (row.owner === owner ? [at] : []));
  }

  /** Where the vectors of these documents lie, of those that have one. */
  ofDocuments(documents: number[]): number[] {
    return documents.flatMap((document) => this.#rowOf.get(document) ?? []);
  }

  /** The `limit` vectors nearest to `query` by inner product, out of those that lie `among`; equal ones by id. */
  nearest(query: Float32Array, among: number[], limit: number): Scored[] {
    const scores = Float32Array.from(among, (at) => dot(this.#vectorAt(at), query));
    const least = scores.toSorted().at(-limit) ?? Number.NEGATIVE_INFINITY;
    return among
      .map((at, index) => ({ photoId: this.#rows[at]?.photoId ?? "", score: scores[index] ?? 0 }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || (a.photoId < b.photoId ? -1 : 1))
      .slice(0, limit);
  }

  #vectorAt(at: number): Float16Array {
    const block = Math.floor(at / rowsPerBlock);
    this.#blocks[block] ??= new Float16Array(rowsPerBlock * this.#dimension);
    const offset = (at % rowsPerBlock) * this.#dimension;
    return this.#blocks[block].subarray(offset, offset + this.#dimension);
  }
}

/** Decoding half precision in this plain loop costs no more than adding the numbers up (bench/search.ts). */
export function dot(a: Float16Array, b: Float16Array | Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
