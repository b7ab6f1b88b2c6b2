import type { Clause, PhotoIndex, Scored } from "../engines/index/port.ts";
import type { Hubs } from "../library/hubs.ts";
import type { Found, FoundWord } from "./rank.ts";
import type { QuestionVector } from "./vectors.ts";
import { questionTokens } from "./words.ts";

/** More candidates than anybody looks at; the total is exact up to this number. */
const mostCandidates = 10_000;
/**
 * A word that stands in more documents than this is not searched: it tells little, and BM25 takes time linear
 * in them. Below this even common words help: without the words that stand in a tenth of 4,000 captions
 * recall@1 of words alone is .250, with them .262.
 */
const commonFrom = mostCandidates;

export interface Asked {
  owner: string;
  text: string;
  filter: Clause[];
  /** The vector of the question and of the photos attached to it. */
  vector: QuestionVector | null;
  signal?: AbortSignal | undefined;
  /** The photos nearest to the vector, if the caller has searched for them already. */
  near?: Scored[] | null | undefined;
}

/**
 * Searches the nearest photos of several vectors in one pass, the best first and no more than anybody looks at.
 * Where there is no vector, the answer is null. All vectors are of one collection.
 */
export async function nearestTo(
  index: PhotoIndex,
  asked: Pick<Asked, "owner" | "filter" | "signal"> & { vectors: (QuestionVector | null | undefined)[] },
): Promise<(Scored[] | null)[]> {
  const { vectors, ...query } = asked;
  const there = vectors.filter((vector) => vector !== null && vector !== undefined);
  const [first] = there;
  if (!first) return vectors.map(() => null);
  const hits = await index.searchVectors({
    ...query,
    limit: mostCandidates,
    space: first.collection.id,
    vectors: there.map(({ vector }) => vector),
  });
  return vectors.map((vector) => (vector ? (hits[there.indexOf(vector)] ?? []) : null));
}

/** Hubs are read for this many of the nearest photos; photos further down are not relevant anyway. */
const mostHubs = 1_000;

/**
 * Returns everything that the index finds for a question, by its vector and by each of its words, within its
 * filters.
 */
export async function retrieve(
  { index, hubs }: { index: PhotoIndex; hubs: Hubs },
  asked: Asked,
): Promise<{ found: Found; documents: number }> {
  const { owner, vector, signal } = asked;
  const query = { owner, filter: asked.filter, limit: mostCandidates, signal };
  const words = questionTokens(asked.text);
  const space = vector?.collection.id ?? "";
  const [near, background, { documents, counts }] = await Promise.all([
    asked.near ?? nearestTo(index, { ...query, vectors: [vector] }).then(([hits = null]) => hits),
    vector && index.background(space, owner),
    index.frequencies(
      owner,
      words.flatMap((word) => word.tokens),
    ),
  ]);
  const known = words.map(({ word, tokens }) => {
    const frequency = Math.max(0, ...tokens.map((token) => counts.get(token) ?? 0));
    return {
      word,
      tokens,
      frequency,
      common: frequency > commonFrom,
    };
  });
  const allCommon = known.every((word) => word.common || word.frequency === 0);
  const searched = await Promise.all(
    known.map(async ({ word, tokens, frequency, common }): Promise<FoundWord> => {
      const skip = frequency === 0 || (common && !allCommon);
      const matches = skip ? [] : await index.searchText({ ...query, tokens });
      return { word, frequency, matches, common: common && !allCommon };
    }),
  );
  const crowding = near &&
    vector &&
    vector.collection.hubMean !== null && {
      mean: vector.collection.hubMean,
      of: await hubs.of(
        space,
        near.slice(0, mostHubs).map(({ photoId }) => photoId),
      ),
    };
  return { found: { near, background, crowding: crowding || null, words: searched }, documents };
}
