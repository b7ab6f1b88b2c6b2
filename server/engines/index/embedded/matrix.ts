import type { Scored } from "../port.ts";

const rowsPerBlock = 256;

/**
 * The vectors of one space in memory, as they are stored: half precision needs half the memory traffic of single, and
 * that is what a scan waits for.
 */
export class Matrix {
  readonly #dimension: number;
  readonly #blocks: Float16Array[] = [];
  readonly #rows = new Map<number, number>();
  readonly #documents: { document: number; photoId: string; owner: string }[] = [];

  constructor(dimension: number) {
    this.#dimension = dimension;
  }

  set(document: number, photoId: string, owner: string, vector: Float16Array): void {
    const row = this.#rows.get(document) ?? this.#documents.length;
    this.#rows.set(document, row);
    this.#documents[row] = { document, photoId, owner };
    const { block, offset } = this.#place(row);
    block.set(vector, offset);
  }

  /** The last row takes the place of the one that goes. */
  delete(document: number): void {
    const row = this.#rows.get(document);
    const last = this.#documents.pop();
    if (row === undefined || !last) return;
    this.#rows.delete(document);
    if (last.document === document) return;
    const from = this.#place(this.#documents.length);
    const to = this.#place(row);
    to.block.set(from.block.subarray(from.offset, from.offset + this.#dimension), to.offset);
    this.#documents[row] = last;
    this.#rows.set(last.document, row);
  }
}
