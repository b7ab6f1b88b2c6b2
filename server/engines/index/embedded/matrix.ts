import type { Scored } from "../port.ts";

const rowsPerBlock = 256;

interface Row {
  document: number;
  photoId: string;
  owner: string;
}

/**
 * Holds the vectors of one space in memory in half precision, as they are stored. The speed of a scan depends
 * on how many bytes it reads.
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

  /** Removes a row; the last row moves into its place. */
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

  /** Returns the positions of the owner's vectors. */
  ofOwner(owner: string): number[] {
    return this.#rows.flatMap((row, at) => (row.owner === owner ? [at] : []));
  }

  /** Returns the positions of the vectors of these documents, and leaves out documents that have none. */
  ofDocuments(documents: number[]): number[] {
    return documents.flatMap((document) => this.#rowOf.get(document) ?? []);
  }

  /**
   * Returns for each query the `limit` vectors with the greatest inner product among the given rows; equal ones
   * are in the order of their ids. Each vector is read once for all queries.
   */
  nearest(queries: Float32Array[], among: number[], limit: number): Scored[][] {
    const scores = queries.map(() => new Float32Array(among.length));
    // With several queries a row is decoded once, which costs as much as multiplying it.
    const decoded = new Float32Array(this.#dimension);
    for (const [index, at] of among.entries()) {
      const vector = this.#vectorAt(at);
      for (let i = 0; i < decoded.length; i++) decoded[i] = vector[i] ?? 0;
      for (const [which, query] of queries.entries()) {
        const own = scores[which];
        if (own) own[index] = dotOfFloats(decoded, query);
      }
    }
    return scores.map((own) => this.#best(own, among, limit));
  }

  #best(scores: Float32Array, among: number[], limit: number): Scored[] {
    const least = limit < scores.length ? (scores.toSorted().at(-limit) ?? 0) : Number.NEGATIVE_INFINITY;
    const hits: Scored[] = [];
    for (const [index, at] of among.entries()) {
      const score = scores[index] ?? 0;
      if (score >= least) hits.push({ photoId: this.#rows[at]?.photoId ?? "", score });
    }
    return hits.sort((a, b) => b.score - a.score || (a.photoId < b.photoId ? -1 : 1)).slice(0, limit);
  }

  #vectorAt(at: number): Float16Array {
    const block = Math.floor(at / rowsPerBlock);
    this.#blocks[block] ??= new Float16Array(rowsPerBlock * this.#dimension);
    const offset = (at % rowsPerBlock) * this.#dimension;
    return this.#blocks[block].subarray(offset, offset + this.#dimension);
  }
}

/** Four sums at once, since an addition waits for the one before it: twice as fast as one sum. */
function dotOfFloats(a: Float32Array, b: Float32Array): number {
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
