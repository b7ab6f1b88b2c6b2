import type { Models } from "../engines/models/port.ts";
import { AppError } from "../errors.ts";
import type { Collection, Collections } from "../library/collections.ts";
import type { Embeddings } from "../library/embeddings.ts";
import { standardised } from "../library/standardise.ts";
import { conceptsOf } from "./concepts/concepts.ts";
import { createSamples, type Samples } from "./samples.ts";
import type { SearchPlan } from "./types.ts";

/** A direction to search in, and the collection of vectors that it is compared with. */
export interface QuestionVector {
  collection: Collection;
  vector: Float32Array;
}

/** The vector of each text of a plan (`textsOf`). */
export type WordVectors = ReadonlyMap<string, QuestionVector>;

/** Makes vectors of a question's words and of the photos attached to it. */
export interface QuestionVectors {
  /**
   * Embeds the plan's texts with the model of the collection that serves. The map is empty when there are no
   * texts, no collection serves, or no model answers within 20 s; then words search alone.
   */
  ofWords(plan: SearchPlan, signal?: AbortSignal): Promise<WordVectors>;
  /**
   * Returns the direction between words and photos, which count alike. Photos without a vector in the words'
   * space are ignored.
   */
  withPhotos(
    owner: string,
    like: string[],
    words: QuestionVector | undefined,
  ): Promise<QuestionVector | null>;
  /** Returns sample vectors of the collection (`samples`). */
  sample: Samples["of"];
}

/** Returns the texts of a plan, each of which is searched by itself. */
export function textsOf({ text, either, also: besides, without, like }: SearchPlan) {
  const [asked, also] =
    text === "" && either.length === 0 && like.length === 0 && besides.length > 0
      ? [besides.slice(0, 1), besides.slice(1)]
      : [either.length > 0 ? either : [text], besides];
  return {
    asked,
    also,
    without,
    all: [...new Set([...asked, ...also, ...without])].filter((each) => each !== ""),
  };
}

const none: WordVectors = new Map();

/** Vectors of texts that were asked lately. */
const mostKept = 500;

/** Milliseconds that a search waits for a model that is busy or loading. */
const longestEmbed = 20_000;

interface Needs {
  models: Models;
  embeddings: Embeddings;
  collections: Collections;
}

export function createQuestionVectors({ models, embeddings, collections }: Needs): QuestionVectors {
  const kept = new Map<string, Float32Array>();

  /** Embeds with the model that made the collection, even if the setting names another by now. */
  async function embed(texts: string[], collection: Collection, signal: AbortSignal): Promise<WordVectors> {
    const { id, space, standard } = collection;
    const { embed: configured } = await models.status();
    const isConfigured = configured.model.replace(/:latest$/, "") === space.model;
    if (isConfigured && !configured.ready) return none;
    const { model, template } = space;
    const missing = texts.filter((text) => !kept.has(`${id} ${text}`));
    const made =
      missing.length > 0 ? await models.embed(missing, "query", { signal, model, template }) : null;
    // If the model was replaced by one of another dimension, its vectors cannot be compared with these.
    if (made && made.space.id !== space.id) return none;
    if (kept.size > mostKept) kept.clear();
    for (const [at, vector] of made?.vectors.entries() ?? [])
      kept.set(`${id} ${missing[at]}`, standardised(vector, standard));
    return new Map(
      texts.flatMap((text) => {
        const vector = kept.get(`${id} ${text}`);
        return vector ? [[text, { collection, vector }] as const] : [];
      }),
    );
  }

  return {
    async ofWords(plan, signal) {
      const asked = textsOf(plan).all;
      const concepts = asked.flatMap((text) => conceptsOf(text, plan.language));
      const texts = [...new Set([...asked, ...concepts.map(({ words }) => words)])];
      if (texts.length === 0) return none;
      const deadline = AbortSignal.timeout(longestEmbed);
      try {
        const collection = await collections.serving();
        if (!collection) return none;
        const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
        return await embed(texts, collection, either);
      } catch (error) {
        signal?.throwIfAborted();
        const away =
          error instanceof AppError && (error.code === "MODEL_AWAY" || error.code === "MODEL_FAILED");
        if (deadline.aborted || away) return none;
        throw error;
      }
    },

    sample: createSamples(embeddings).of,

    async withPhotos(owner, like, words) {
      if (like.length === 0) return words ?? null;
      const collection = words?.collection ?? (await collections.serving());
      if (!collection) return null;
      const likes = await Promise.all(like.map((photoId) => embeddings.of(owner, photoId)));
      const vectors = likes
        .flat()
        .filter((stored) => stored.space === collection.space.id)
        .map(({ vector }) => standardised(vector, collection.standard));
      if (words) vectors.push(words.vector);
      return vectors.length > 0 ? { collection, vector: mean(vectors) } : null;
    },
  };
}

/** Returns the direction between vectors, L2-normalised. */
function mean(vectors: Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (const [at, value] of vector.entries()) sum[at] = (sum[at] ?? 0) + value;
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1;
  return sum.map((value) => value / length);
}
