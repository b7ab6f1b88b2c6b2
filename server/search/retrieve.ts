import type { Clause, IndexQuery, PhotoIndex, Scored } from "../engines/index/port.ts";
import type { Hubs } from "../library/hubs.ts";
import type { Found, FoundWord } from "./rank.ts";
import type { QuestionVector } from "./vectors.ts";
import { questionTokens } from "./words.ts";

/**
 * How many candidates for the order of photos each vector or word brings; more than anybody looks at. Concepts decide
 * the total.
 */
const mostCandidates = 4_000;
/**
 * A word that stands in more documents than this is not searched: it tells little, and BM25 takes time linear
 * in them. Below this even common words help: without the words that stand in a tenth of 4,000 captions
 * recall@1 of words alone is .250, with them .262.
 */
const commonFrom = 10_000;

export interface Asked {
  owner: string;
  text: string;
  filter: Clause[];
  /** The vector of the question and of the photos attached to it. */
  vector: QuestionVector | null;
  signal?: AbortSignal | undefined;
  /** The photos nearest to the vector, if the caller searches for them. */
  near?: Promise<Scored[] | null> | undefined;
}

/**
 * Searches the photos near to several vectors in one pass, the best first. Where there is no vector, the answer is
 * null. All vectors are of one collection.
 */
export async function nearestTo(
  index: PhotoIndex,
  asked: Pick<Asked, "owner" | "filter" | "signal"> & { probes: (VectorProbe | null | undefined)[] },
): Promise<(Scored[] | null)[]> {
  const { probes, ...query } = asked;
  const there = probes.filter((probe) => probe !== null && probe !== undefined);
  const [first] = there;
  if (!first) return probes.map(() => null);
  const hits = await index.searchVectors({
    ...query,
    limit: mostCandidates,
    space: first.of.collection.id,
    vectors: there.map(({ of }) => of.vector),
    least: there.map(({ least }) => least ?? null),
  });
  return probes.map((probe) => (probe ? (hits[there.indexOf(probe)] ?? []) : null));
}

/** A vector to search near to. */
export interface VectorProbe {
  of: QuestionVector;
  /** All photos with at least this cosine are found; without it, the nearest are found, up to a limit. */
  least?: number;
}

/** Hub values are read for this many of the nearest photos; photos further down are not relevant anyway. */
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
  const nearPhotos =
    asked.near ??
    nearestTo(index, { ...query, probes: [vector && { of: vector }] }).then(([hits = null]) => hits);
  const [near, background, { documents, searched }] = await Promise.all([
    nearPhotos,
    vector && index.background(space, owner),
    searchWords(index, words, query),
  ]);
  const mean = vector?.collection.hubMean ?? null;
  const nearest = near?.slice(0, mostHubs).map(({ photoId }) => photoId) ?? [];
  const crowding = near && mean !== null && { mean, of: await hubs.of({ id: space, mean }, nearest) };
  // Photos beyond the nearest ones are no nearer than the last of these.
  const beyond = near && near.length >= mostCandidates ? (near.at(-1)?.score ?? null) : null;
  return { found: { near, beyond, background, crowding: crowding || null, words: searched }, documents };
}

/** Searches each word of a question. A word that stands in very many documents is left out, if not all do. */
async function searchWords(
  index: PhotoIndex,
  words: ReturnType<typeof questionTokens>,
  query: IndexQuery,
): Promise<{ documents: number; searched: FoundWord[] }> {
  const { documents, counts } = await index.frequencies(
    query.owner,
    words.flatMap((word) => word.tokens),
  );
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
  return { documents, searched };
}
