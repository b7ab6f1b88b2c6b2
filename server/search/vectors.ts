import type { Models } from "../engines/models/port.ts";
import { AppError } from "../errors.ts";
import { centred } from "../library/centre.ts";
import type { Collection, Collections } from "../library/collections.ts";
import type { Embeddings } from "../library/embeddings.ts";
import type { SearchPlan } from "./types.ts";

/** A direction to search in, and the collection of vectors that it is compared with. */
export interface QuestionVector {
  collection: Collection;
  vector: Float32Array;
}

/** What a question's words, and the photos that it was asked with, point to. */
export interface QuestionVectors {
  /**
   * Of the plan's words, by the model of the collection that serves; null when there are none, none serves, or no model
   * answers within 20 s: then words search alone.
   */
  ofWords(plan: SearchPlan, signal?: AbortSignal): Promise<QuestionVector | null>;
  /** Words and photos count alike; photos that have no vector in the words' space do not count. */
  withPhotos(owner: string, plan: SearchPlan, words: QuestionVector | null): Promise<QuestionVector | null>;
}

/** Longer than this nobody waits for a model that is busy or loading. */
const longestEmbed = 20_000;

interface Needs {
  models: Models;
  embeddings: Embeddings;
  collections: Collections;
}

export function createQuestionVectors({ models, embeddings, collections }: Needs): QuestionVectors {
  /** By the model that made the collection, though the setting may name another by now. */
  async function embed(text: string, { space, mean }: Collection, signal: AbortSignal) {
    const { embed: configured } = await models.status();
    const isConfigured = configured.model.replace(/:latest$/, "") === space.model;
    if (isConfigured && !configured.ready) return null;
    const { model, template } = space;
    const made = await models.embed([text], "query", { signal, model, template });
    const [vector] = made.vectors;
    // A model that was made anew at another length compares with nothing here.
    return vector && made.space.id === space.id ? centred(vector, mean) : null;
  }

  return {
    async ofWords(plan, signal) {
      if (plan.text === "") return null;
      const deadline = AbortSignal.timeout(longestEmbed);
      try {
        const collection = await collections.serving();
        if (!collection) return null;
        const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
        const vector = await embed(plan.text, collection, either);
        return vector && { collection, vector };
      } catch (error) {
        signal?.throwIfAborted();
        const away =
          error instanceof AppError && (error.code === "MODEL_AWAY" || error.code === "MODEL_FAILED");
        if (deadline.aborted || away) return null;
        throw error;
      }
    },

    async withPhotos(owner, plan, words) {
      if (plan.like.length === 0) return words;
      const collection = words?.collection ?? (await collections.serving());
      if (!collection) return null;
      const likes = await Promise.all(plan.like.map((photoId) => embeddings.of(owner, photoId)));
      const vectors = likes
        .flat()
        .filter((stored) => stored.space === collection.space.id)
        .map(({ vector }) => centred(vector, collection.mean));
      if (words) vectors.push(words.vector);
      return vectors.length > 0 ? { collection, vector: mean(vectors) } : null;
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
