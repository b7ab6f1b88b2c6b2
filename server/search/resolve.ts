import type { Database } from "../engines/database/port.ts";
import type { PhotoIndex } from "../engines/index/port.ts";
import type { Hubs } from "../library/hubs.ts";
import type { Photos } from "../library/photos.ts";
import type { NewResultSet, RankedHit } from "../library/result-sets.ts";
import type { Schema } from "../library/schema.ts";
import { showing } from "./absent.ts";
import { type Filtering, filteringBy } from "./filters.ts";
import { foldNearDuplicates } from "./near-duplicates.ts";
import { type Ranked, type Relevance, rank, weighingFor } from "./rank.ts";
import { dayMs } from "./reading/stretch.ts";
import { retrieve } from "./retrieve.ts";
import type { SearchPlan } from "./types.ts";
import { type QuestionVectors, textsOf, type WordVectors } from "./vectors.ts";

/** A question that has only filters lists at most this many photos; its total counts all of them. */
const mostBrowsed = 100_000;
/** Near-duplicates are looked for among this many of the best photos. */
const mostFolded = 1_000;

export interface ResolveNeeds {
  database: Database<Schema>;
  index: PhotoIndex;
  hubs: Hubs;
  vectors: QuestionVectors;
  photos: Photos;
}

interface Asked {
  owner: string;
  plan: SearchPlan;
  /** The vectors of the plan's texts, as far as there are any. */
  words: WordVectors;
  signal?: AbortSignal | undefined;
}

/** Finds the photos that a plan asks for, in its order. Near-duplicates are folded into the first of them. */
export async function resolvePlan(
  needs: ResolveNeeds,
  asked: Asked,
): Promise<Pick<NewResultSet<SearchPlan>, "hits" | "total">> {
  const { owner, plan, signal } = asked;
  const filtering = filteringBy(needs, owner, plan.filters);
  const isBrowsed = textsOf(plan).asked.every((text) => text === "") && plan.like.length === 0;
  const found = isBrowsed
    ? await browse(needs, asked, filtering)
    : await ranked(needs, asked, filtering, plan.weaker ? "weaker" : "enough");
  const left = await remaining(needs, asked, filtering, found);
  signal?.throwIfAborted();
  const { hits, total } = await presented(needs, asked, left);
  const isAll =
    isBrowsed && found.length >= mostBrowsed && left.length === found.length && plan.limit === null;
  return { hits, total: isAll ? await needs.index.count({ owner, filter: filtering.clauses }) : total };
}

async function browse(
  { index }: ResolveNeeds,
  { owner, plan, signal }: Asked,
  { clauses }: Filtering,
): Promise<Ranked[]> {
  if (plan.weaker) return [];
  const found = await index.browse({ owner, filter: clauses, limit: mostBrowsed, signal });
  const newest = found.map(({ photoId }) => ({ photoId, score: 0, similarity: null }));
  if (plan.among.length === 0) return newest;
  const place = new Map(plan.among.map((photoId, at) => [photoId, at]));
  return newest
    .filter(({ photoId }) => place.has(photoId))
    .sort((a, b) => (place.get(a.photoId) ?? 0) - (place.get(b.photoId) ?? 0));
}

/** Ranks the photos: each alternative adds what it finds, and each text of `also` narrows the result. */
async function ranked(
  needs: ResolveNeeds,
  asked: Asked,
  filtering: Filtering,
  relevance: Relevance,
): Promise<Ranked[]> {
  const { plan } = asked;
  const { asked: alternatives, also } = textsOf(plan);
  const either = await Promise.all(
    alternatives.map((text) => rankingOf(needs, asked, filtering, { text, like: plan.like, relevance })),
  );
  const best = new Map<string, Ranked>();
  for (const hit of either.flat()) {
    if (hit.score > (best.get(hit.photoId)?.score ?? Number.NEGATIVE_INFINITY)) best.set(hit.photoId, hit);
  }
  const besides = await Promise.all(
    also.map((text) => rankingOf(needs, asked, filtering, { text, like: [], relevance: "enough" })),
  );
  const scores = besides.map((hits) => new Map(hits.map(({ photoId, score }) => [photoId, score])));
  return [...best.values()]
    .filter(({ photoId }) => !plan.like.includes(photoId) && scores.every((each) => each.has(photoId)))
    .map((hit) => ({
      ...hit,
      score: scores.reduce((sum, each) => sum + (each.get(hit.photoId) ?? 0), hit.score),
    }))
    .sort((a, b) => b.score - a.score || (a.photoId < b.photoId ? 1 : -1));
}

async function rankingOf(
  { index, hubs, vectors }: ResolveNeeds,
  { owner, words, signal }: Asked,
  { clauses }: Filtering,
  { text, like, relevance }: { text: string; like: string[]; relevance: Relevance },
): Promise<Ranked[]> {
  const vector = await vectors.withPhotos(owner, like, words.get(text));
  const { found, documents } = await retrieve(
    { index, hubs },
    { owner, text, filter: clauses, vector, signal },
  );
  const weighing = weighingFor(
    vector?.collection.space.trained ?? false,
    text === "" ? "photos" : "words",
    vector?.collection.wordsWeight,
  );
  return rank(found, documents, weighing, relevance);
}

/** Keeps the photos that are still in the library and that meet every part of the plan. */
async function remaining(
  needs: ResolveNeeds,
  asked: Asked,
  filtering: Filtering,
  found: Ranked[],
): Promise<Timed[]> {
  const { owner, plan, words, signal } = asked;
  const ids = found.map(({ photoId }) => photoId);
  const times = await needs.photos.sortTimes(owner, ids);
  const isKept = await filtering.keep(ids);
  const among = plan.among.length > 0 ? new Set(plan.among) : null;
  const except = new Set(plan.except);
  const shown = await Promise.all(
    plan.without.map((thing) =>
      showing(needs, { owner, filter: filtering.clauses, thing, vector: words.get(thing), signal }, ids),
    ),
  );
  return found.flatMap((hit) => {
    const { photoId } = hit;
    const time = times.get(photoId);
    if (
      time === undefined ||
      except.has(photoId) ||
      !isKept(photoId) ||
      shown.some((those) => those.has(photoId))
    )
      return [];
    return among === null || among.has(photoId) ? [{ ...hit, time }] : [];
  });
}

interface Timed extends Ranked {
  time: number;
}

async function presented(
  { photos }: ResolveNeeds,
  { owner, plan }: Asked,
  hits: Timed[],
): Promise<{ hits: RankedHit[]; total: number }> {
  const isJudged = plan.sort !== "relevance" || plan.perDay;
  const looked = isJudged ? hits : hits.slice(0, mostFolded);
  const traits = await photos.traits(
    owner,
    looked.map(({ photoId }) => photoId),
  );
  const worth = ({ photoId }: Timed) => {
    const trait = traits.get(photoId);
    return (trait?.favourite ? 6 : 0) + (trait?.rating ?? 0);
  };
  const taken = ({ photoId }: Timed) => traits.get(photoId)?.taken ?? null;
  // Photos without a date come last, because nobody knows how new they are.
  const undatedLast = (a: Timed, b: Timed) => Number(taken(a) === null) - Number(taken(b) === null);
  let left = hits;
  if (plan.sort === "newest") left = left.toSorted((a, b) => undatedLast(a, b) || b.time - a.time);
  if (plan.sort === "oldest") left = left.toSorted((a, b) => undatedLast(a, b) || a.time - b.time);
  if (plan.sort === "best") left = left.toSorted((a, b) => worth(b) - worth(a));
  if (plan.perDay) {
    const days = new Set<number>();
    left = left.filter((hit) => {
      const at = taken(hit);
      const day = at === null ? null : Math.floor(at / dayMs);
      return day !== null && !days.has(day) && days.add(day);
    });
  }
  const groups = folded(left, traits);
  // A person who asks for five photos wants five different ones.
  const wanted =
    plan.limit === null ? groups : groups.slice(0, plan.limit).map((hit) => ({ ...hit, more: [] }));
  return { hits: wanted, total: wanted.reduce((sum, { more }) => sum + 1 + more.length, 0) };
}

function folded(hits: Timed[], traits: Awaited<ReturnType<Photos["traits"]>>): RankedHit[] {
  const hitOf = new Map(hits.map((hit) => [hit.photoId, hit]));
  const like = hits.slice(0, mostFolded).flatMap(({ photoId }) => {
    const trait = traits.get(photoId);
    return [{ photoId, taken: null, thumbhash: null, width: null, height: null, ...trait }];
  });
  const groups = [...foldNearDuplicates(like), ...hits.slice(mostFolded).map(({ photoId }) => [photoId])];
  return groups.flatMap(([first, ...more]) => {
    const lead = first === undefined ? undefined : hitOf.get(first);
    return lead ? [{ photoId: lead.photoId, score: lead.score, similarity: lead.similarity, more }] : [];
  });
}
