import type { Scored } from "../port.ts";
import type { Documents } from "./documents.ts";

/** A vector to search near to: at most `limit` documents, none with a lower cosine than `least`. */
export interface Probe {
  vector: Float32Array;
  least: number;
  limit: number;
}

/** The vectors of one space, held in a form that can be searched. */
export interface VectorSet {
  readonly size: number;
  set(document: number, vector: Float16Array): void;
  delete(document: number): void;
  /** The documents to search among: the owner's, or these. */
  rowsOf(owner: string, documents: Iterable<number> | null): Uint32Array;
  documentAt(row: number): number;
  /** Returns for each probe the best rows, in no order. */
  nearest(probes: Probe[], among: Uint32Array): Near[][];
}

export interface Near {
  document: number;
  score: number;
}

/** Puts hits in order, the best first and equal ones by their ids, and cuts them. */
export function inOrder(hits: Near[], documents: Documents, limit: number): Scored[] {
  const named = hits.flatMap(({ document, score }) => {
    const photoId = documents.photoIdOf(document);
    return photoId === undefined ? [] : [{ photoId, score }];
  });
  return named
    .sort((a, b) => b.score - a.score || (a.photoId < b.photoId ? -1 : Number(a.photoId > b.photoId)))
    .slice(0, limit);
}

/** Leaves out hits that cannot be among the best `limit`. All hits with the score of the last one stay. */
export function bestOf(hits: Near[], limit: number): Near[] {
  if (hits.length <= limit) return hits;
  const least =
    Float64Array.from(hits, ({ score }) => score)
      .sort()
      .at(-limit) ?? Number.NEGATIVE_INFINITY;
  return hits.filter(({ score }) => score >= least);
}
