import { FloatRows } from "../engines/index/float-rows.ts";
import type { Collection } from "../library/collections.ts";
import type { Embeddings } from "../library/embeddings.ts";
import { standardised } from "../library/standardise.ts";

/** A fair sample of the vectors of a collection. */
export interface Samples {
  /**
   * Returns vectors drawn from the collection, as it was when the index had `documents` vectors in it, which is when
   * the background of cosines was measured too. They are kept until that number changes.
   */
  of(owner: string, collection: Collection, documents: number): Promise<FloatRows>;
}

/** Enough for a median and a deviation; 16 MB of vectors with 4,096 numbers. */
export const sampleSize = 1_000;
/** A sample is drawn anew when the number of vectors has changed by this share. */
export const sampleGrowth = 0.2;

interface Drawn {
  collection: string;
  documents: number;
  vectors: Promise<FloatRows>;
}

export function createSamples(embeddings: Pick<Embeddings, "sample" | "keptSample">): Samples {
  /** By owner, because only one collection serves at a time. */
  const kept = new Map<string, Drawn>();
  const next = new Map<string, Drawn>();

  function draw(owner: string, { id, space, standard }: Collection, documents: number): Drawn {
    const vectors = vectorsFor(owner, space.id, documents).then((found) => {
      const rows = new FloatRows(space.dimension);
      for (const [at, vector] of found.entries()) rows.set(at, standardised(vector, standard));
      return rows;
    });
    return { collection: id, documents, vectors };
  }

  /** Takes what the worker has drawn; for a library that is small or very new, nothing is kept yet. */
  async function vectorsFor(owner: string, space: string, documents: number): Promise<Float32Array[]> {
    const known = documents < sampleSize ? null : await embeddings.keptSample(owner, space);
    const isOfNow = known && Math.abs(known.documents - documents) <= sampleGrowth * documents;
    return isOfNow ? known.vectors : embeddings.sample(owner, space, sampleSize);
  }

  const keep = (owner: string, drawn: Drawn) => {
    kept.set(owner, drawn);
    drawn.vectors.catch(() => {
      if (kept.get(owner) === drawn) kept.delete(owner);
    });
    return drawn.vectors;
  };

  /** Draws a sample while the one before still serves. */
  function drawBehind(owner: string, collection: Collection, documents: number): void {
    if (next.get(owner)?.documents === documents) return;
    const drawn = draw(owner, collection, documents);
    next.set(owner, drawn);
    drawn.vectors
      .then(
        () => keep(owner, drawn),
        // The next question tries again.
        () => {},
      )
      .finally(() => {
        if (next.get(owner) === drawn) next.delete(owner);
      });
  }

  return {
    async of(owner, collection, documents) {
      const known = kept.get(owner);
      if (!known || known.collection !== collection.id)
        return keep(owner, draw(owner, collection, documents));
      const vectors = await known.vectors;
      if (known.documents === documents) return vectors;
      // A sample that holds the whole of a small library is out of date with each photo, and soon drawn.
      if (vectors.size < sampleSize) return keep(owner, draw(owner, collection, documents));
      drawBehind(owner, collection, documents);
      return vectors;
    },
  };
}
