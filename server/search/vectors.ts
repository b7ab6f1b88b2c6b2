import type { Models } from "../engines/models/port.ts";
import { AppError } from "../errors.ts";
import type { Embeddings } from "../library/embeddings.ts";
import type { SearchPlan } from "./types.ts";

/** A direction to search in, and the space that it lies in. */
export interface SpaceVector {
  space: string;
  vector: Float32Array;
}

/** What a question's words, and the photos that it was asked with, point to. */
export interface QuestionVectors {
  /** Of the plan's words; null when there are none, or no model answers within 20 s: then words search alone. */
  ofWords(plan: SearchPlan, signal?: AbortSignal): Promise<SpaceVector | null>;
  /** Words and photos count alike; photos that have no vector in the words' space do not count. */
  withPhotos(owner: string, plan: SearchPlan, words: SpaceVector | null): Promise<SpaceVector | null>;
}

/** Longer than this nobody waits for a model that is busy or loading. */
const longestEmbed = 20_000;

export function createQuestionVectors(models: Models, embeddings: Embeddings): QuestionVectors {
  return {
    async ofWords(plan, signal) {
      if (plan.text === "") return null;
      const deadline = AbortSignal.timeout(longestEmbed);
      try {
        const { embed } = await models.status();
        if (!embed.ready) return null;
        const call = { signal: signal ? AbortSignal.any([signal, deadline]) : deadline };
        const { space, vectors } = await models.embed([plan.text], "query", call);
        return vectors[0] ? { space: space.id, vector: vectors[0] } : null;
      } catch (error) {
        signal?.throwIfAborted();
        const away =
          error instanceof AppError && (error.code === "MODEL_AWAY" || error.code === "MODEL_FAILED");
        if (deadline.aborted || away) return null;
        throw error;
      }
    },

    async withPhotos(owner, plan, words) {
      const likes = await Promise.all(plan.like.map((photoId) => embeddings.of(owner, photoId)));
      const space = words?.space ?? likes.find((stored) => stored.length > 0)?.[0]?.space;
      if (!space) return null;
      const vectors = likes.flat().filter((stored) => stored.space === space);
      if (words) vectors.push(words);
      return { space, vector: mean(vectors.map(({ vector }) => vector)) };
    },
  };
}

/** The direction between vectors, L2-normalised. */
function mean(vectors: Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (const [at, value] of vector.entries()) sum[at] = (sum[at] ?? 0) + value;
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1;
  return sum.map((value) => value / length);
}
