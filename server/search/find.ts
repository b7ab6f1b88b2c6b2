import type { Database } from "../engines/database/port.ts";
import type { Clause, PhotoIndex } from "../engines/index/port.ts";
import type { Hubs } from "../library/hubs.ts";
import type { Schema } from "../library/schema.ts";
import { conceptsOf } from "./concepts/concepts.ts";
import { boundsOf, type ConceptBound, evidenceFor } from "./evidence.ts";
import { type Ranked, rank, weighingFor } from "./rank.ts";
import { type ConceptCount, havingAll, judge } from "./relevance.ts";
import { nearestTo, retrieve, type VectorProbe } from "./retrieve.ts";
import type { QuestionVectors, WordVectors } from "./vectors.ts";

export interface FindNeeds {
  database: Database<Schema>;
  index: PhotoIndex;
  hubs: Hubs;
  vectors: QuestionVectors;
}

interface Asked {
  owner: string;
  filter: Clause[];
  text: string;
  /** The language of the question. */
  language: string;
  /** Photos that the answer should resemble. */
  like: string[];
  words: WordVectors;
  signal?: AbortSignal | undefined;
}

export interface FoundPhotos {
  /** Photos that are meant, the best first. */
  relevant: Ranked[];
  /** Returns the photos that lack something, the best first. There may be very many, and few people ask for them. */
  weaker(): Ranked[];
  /** The ids of these photos, in no order. */
  weakerIds: Set<string>;
  counts: ConceptCount[];
  /** Words of the question that nobody could use. */
  unused: string[];
  /** False if no word could be used: the text then says nothing, and only filters decide. */
  isUsed: boolean;
}

/** The score of a photo that neither a vector nor a rare word has ranked; it puts the photo behind all others. */
const unranked = -100;
/**
 * A sentence with this many concepts describes a picture; photos that have most of them then come before the others.
 */
const manyConcepts = 5;

/**
 * Finds the photos that a text means, and those that lack something of it. Concepts decide which photos are meant
 * (docs/decisions/0017); vectors and BM25 together decide their order (docs/decisions/0006).
 */
export async function find(needs: FindNeeds, asked: Asked): Promise<FoundPhotos> {
  const { owner, text, like, language, words, signal, filter } = asked;
  const vector = await needs.vectors.withPhotos(owner, like, words.get(text));
  const concepts = like.length > 0 ? [] : conceptsOf(text, language);
  const query = { owner, filter, signal };
  const bounds = await boundsOf(needs, { owner, concepts, words });
  const probes = [vector && { of: vector }, ...bounds.map(probeOf)];
  // Vectors and words are searched at the same time.
  const byVectors = nearestTo(needs.index, { ...query, probes });
  const near = byVectors.then(([first = null]) => first);
  const nearest = byVectors.then(([, ...others]) => others);
  const [{ found, documents }, evidence] = await Promise.all([
    retrieve(needs, { ...query, text, vector, near }),
    evidenceFor(needs, { ...query, concepts, words, bounds, nearest }),
  ]);
  const weighing = weighingFor(
    vector?.collection.space.trained ?? false,
    text === "" ? "photos" : "words",
    vector?.collection.wordsWeight,
  );
  if (concepts.length === 0) {
    const relevant = rank(found, documents, weighing, "enough");
    const weaker = rank(found, documents, weighing, "weaker");
    const weakerIds = new Set(weaker.map(({ photoId }) => photoId));
    return { relevant, weaker: () => weaker, weakerIds, counts: [], unused: [], isUsed: true };
  }
  const judged = judge(evidence, documents);
  const ranks = new Map(rank(found, documents, weighing, "any").map((hit) => [hit.photoId, hit]));
  const hitOf = (photoId: string): Ranked => ({
    ...(ranks.get(photoId) ?? { photoId, score: unranked, similarity: null }),
    near: judged.near.get(photoId) ?? 0,
  });
  const weakerIds = new Set(judged.weaker.keys());
  for (const photoId of ranks.keys()) if (!judged.relevant.has(photoId)) weakerIds.add(photoId);
  const isLong = judged.counts.length >= manyConcepts;
  const shareOf = ({ photoId }: Ranked) => (isLong ? (judged.weaker.get(photoId) ?? 0) : 0);
  const best = (a: Ranked, b: Ranked) => b.score - a.score || (a.photoId < b.photoId ? 1 : -1);
  return {
    relevant: [...judged.relevant].map(hitOf).sort(best),
    weaker: () => [...weakerIds].map(hitOf).sort((a, b) => shareOf(b) - shareOf(a) || best(a, b)),
    weakerIds,
    counts: judged.counts,
    unused: judged.unused,
    isUsed: judged.counts.length > 0,
  };
}

function probeOf(bound: ConceptBound | null): VectorProbe | null {
  return bound && { of: bound.probe, least: bound.cosine.atAll };
}

/** Finds which photos show a thing that must not be seen: those that have all of its concepts. */
export async function showing(
  needs: FindNeeds,
  asked: Omit<Asked, "like" | "text"> & { thing: string },
): Promise<Set<string>> {
  const { thing, language, ...rest } = asked;
  const concepts = conceptsOf(thing, language);
  const bounds = await boundsOf(needs, { ...rest, concepts });
  const nearest = nearestTo(needs.index, { ...rest, probes: bounds.map(probeOf) });
  const evidence = await evidenceFor(needs, { ...rest, concepts, bounds, nearest });
  return havingAll(evidence);
}
