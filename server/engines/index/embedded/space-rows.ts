import type { Documents } from "./documents.ts";

/** The documents that have a vector in one space, each at a position. Positions have no gaps. */
export class SpaceRows {
  readonly #documents: number[] = [];
  readonly #at = new Map<number, number>();
  #ofOwner: { owner: string; rows: Uint32Array } | null = null;

  get size(): number {
    return this.#documents.length;
  }

  /** Returns the document's position; a new document goes to the end. */
  place(document: number): number {
    const there = this.#at.get(document);
    if (there !== undefined) return there;
    this.#ofOwner = null;
    this.#at.set(document, this.#documents.length);
    return this.#documents.push(document) - 1;
  }

  /**
   * Takes a document out. Returns the position that becomes free, and the last row, which has to move there; null if
   * the document has no vector.
   */
  take(document: number): { hole: number; last: number } | null {
    const hole = this.#at.get(document);
    if (hole === undefined) return null;
    this.#ofOwner = null;
    this.#at.delete(document);
    const end = this.#documents.pop();
    if (end !== undefined && end !== document) {
      this.#documents[hole] = end;
      this.#at.set(end, hole);
    }
    return { hole, last: this.#documents.length };
  }

  documentAt(position: number): number {
    return this.#documents[position] ?? 0;
  }

  /** Returns the positions of the owner's documents. */
  ofOwner(owner: string, documents: Documents): Uint32Array {
    if (this.#ofOwner?.owner === owner) return this.#ofOwner.rows;
    const own: number[] = [];
    for (const [position, document] of this.#documents.entries())
      if (documents.isOf(document, owner)) own.push(position);
    this.#ofOwner = { owner, rows: Uint32Array.from(own) };
    return this.#ofOwner.rows;
  }

  /** Returns the positions of these documents, and leaves out those that have no vector. */
  ofDocuments(documents: Iterable<number>): Uint32Array {
    const positions: number[] = [];
    for (const document of documents) {
      const at = this.#at.get(document);
      if (at !== undefined) positions.push(at);
    }
    return Uint32Array.from(positions);
  }
}
