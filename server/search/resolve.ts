import type { Database } from "../engines/database/port.ts";
import type { Condition } from "../engines/index/port.ts";
import type { Hubs } from "../library/hubs.ts";
import type { Photos } from "../library/photos.ts";
import type { NewResultSet, RankedHit, WordsFound } from "../library/result-sets.ts";
import type { Schema } from "../library/schema.ts";
import { type BrowseNeeds, browse, limitsOf } from "./browse.ts";
import { type Filtering, filteringBy, heldOf } from "./filters.ts";
import { find, showing } from "./find.ts";
import { foldNearDuplicates } from "./near-duplicates.ts";
import type { Ranked } from "./rank.ts";
import { dayMs } from "./reading/stretch.ts";
import type { ConceptCount } from "./relevance.ts";
import type { SearchPlan } from "./types.ts";
import { type QuestionVectors, textsOf, type WordVectors } from "./vectors.ts";

export interface ResolveNeeds extends BrowseNeeds {
  database: Database<Schema>;
  hubs: Hubs;
  vectors: QuestionVectors;
}

interface Asked {
  owner: string;
  plan: SearchPlan;
  /** The vectors of the plan's texts, as far as there are any. */
  words: WordVectors;
  /** All photos are wanted, and not just the first ones with their number. */
  isWhole?: boolean;
  signal?: AbortSignal | undefined;
}

/** Finds the photos that a plan asks for, in its order. Near-duplicates are folded into the first of them. */
export async function resolvePlan(
  needs: ResolveNeeds,
  asked: Asked,
): Promise<Pick<NewResultSet<SearchPlan>, "hits" | "total" | "found">> {
  const { owner, plan, signal } = asked;
  const filtering = filteringBy(needs, owner, plan.filters);
  const isBrowsed = isOfFilters(plan);
  if (!asked.isWhole && isContinued(plan)) {
    const first = await firstNewest(needs, asked, filtering);
    if (first) return first;
  }
  const searched = isBrowsed
    ? {
        hits: await browse(needs, asked, filtering),
        weaker: () => [],
        weakerIds: new Set<string>(),
        counts: [],
        unused: [],
      }
    : await ranked(needs, asked, filtering);
  const found = plan.weaker ? searched.weaker() : searched.hits;
  const isMeant = await meantBy(needs, asked, filtering);
  const left = await remaining(needs, asked, filtering, found.filter(isMeant));
  signal?.throwIfAborted();
  const { hits, total } = await presented(needs, asked, left);
  /** Counts the weaker matches that somebody would see if they asked for them. */
  async function countKept(): Promise<number> {
    const ids = [...searched.weakerIds].filter((photoId) => isMeant({ photoId }));
    return ids.filter(await filtering.keep(ids)).length;
  }
  const isAll =
    isBrowsed &&
    plan.among.length === 0 &&
    filtering.among === null &&
    found.length >= limitsOf(needs).browsed &&
    left.length === found.length &&
    plan.limit === null;
  return {
    hits,
    total: isAll ? await needs.index.count({ owner, filter: filtering.clauses }) : total,
    found: isBrowsed || plan.weaker ? null : await wordsFound(needs, owner, searched, await countKept()),
  };
}

/** Says whether filters alone decide which photos a plan shows. */
function isOfFilters(plan: SearchPlan): boolean {
  return textsOf(plan).asked.every((text) => text === "") && plan.like.length === 0;
}

/**
 * Says whether a plan shows photos in the order in which the index lists them. Only the first photos of such a plan are
 * stored, and later pages continue behind the last of these (`newestBehind`).
 */
export function isContinued(plan: SearchPlan): boolean {
  const { sort, limit, perDay, weaker, among, except, without, also } = plan;
  const isPlain = sort === "relevance" && limit === null && !perDay && !weaker;
  const isAll = among.length + except.length + without.length + also.length === 0;
  return (
    isPlain &&
    isAll &&
    isOfFilters(plan) &&
    heldOf(plan).every(({ field }) => field !== "near" && field !== "album")
  );
}

/** Returns the first photos and the number of all; null if there are few, or if some are just leaving the index. */
async function firstNewest(
  needs: ResolveNeeds,
  asked: Asked,
  filtering: Filtering,
): Promise<Pick<NewResultSet<SearchPlan>, "hits" | "total" | "found"> | null> {
  const { owner, signal } = asked;
  const query = { owner, filter: filtering.clauses };
  const total = await needs.index.count(query);
  const { folded: mostFolded } = limitsOf(needs);
  if (total <= mostFolded || (await needs.photos.leaving(owner)).size > 0) return null;
  const newest = await needs.index.browse({ ...query, limit: mostFolded, signal });
  const found = newest.map(({ photoId }): Ranked => ({ photoId, score: 0, similarity: null }));
  const { hits } = await presented(needs, asked, await remaining(needs, asked, filtering, found));
  return { hits, total, found: null };
}

async function wordsFound(
  needs: ResolveNeeds,
  owner: string,
  { counts, unused }: Searched,
  weaker: number,
): Promise<WordsFound> {
  const isDescribed: Condition = { field: "described", operator: "=", value: true, negated: false };
  const [photos, all] = await Promise.all([
    needs.index.count({ owner, filter: [isDescribed] }),
    needs.index.count({ owner, filter: [] }),
  ]);
  // A file without a picture is never described, and must not have each answer say that more is to come.
  const of = photos < all ? all - (await needs.photos.beyondDescribing(owner)) : all;
  const described = photos < of ? { photos, of } : null;
  return { counts, unused, weaker, described };
}

/** Ranks the photos: each alternative adds what it finds, and each text of `also` narrows the result. */
async function ranked(needs: ResolveNeeds, asked: Asked, filtering: Filtering): Promise<Searched> {
  const { owner, plan, words, signal } = asked;
  const { asked: alternatives, also } = textsOf(plan);
  const query = { owner, filter: filtering.clauses, language: plan.language, words, signal };
  const [either, besides] = await Promise.all([
    Promise.all(alternatives.map((text) => find(needs, { ...query, text, like: plan.like }))),
    Promise.all(also.map((text) => find(needs, { ...query, text, like: [] }))),
  ]);
  const narrowing = besides.filter(({ isUsed }) => isUsed);
  const all = [...either, ...besides];
  const isOther = ({ photoId }: Ranked) => !plan.like.includes(photoId);
  const relevant = narrowed(
    merged(either.map((found) => found.relevant)),
    narrowing.map((found) => found.relevant),
  ).filter(isOther);
  const meant = new Set(relevant.map(({ photoId }) => photoId));
  const isWeaker = (photoId: string) => !meant.has(photoId) && !plan.like.includes(photoId);
  const weakerIds = new Set(all.flatMap((found) => [...found.weakerIds].filter(isWeaker)));
  for (const found of all)
    for (const { photoId } of found.relevant) if (isWeaker(photoId)) weakerIds.add(photoId);
  const isUsed = all.some((found) => found.isUsed);
  return {
    // Words that nobody could use do not empty an answer: filters alone decide.
    hits: !isUsed && heldOf(plan).length > 0 ? await browse(needs, asked, filtering) : relevant,
    weaker: () =>
      merged(all.flatMap((found) => [found.weaker(), found.relevant])).filter(({ photoId }) =>
        isWeaker(photoId),
      ),
    weakerIds,
    counts: all.flatMap(({ counts }) => counts),
    unused: [...new Set(all.flatMap(({ unused }) => unused))],
  };
}

/** The photos found for a plan, before they are ordered and their near-duplicates folded. */
interface Searched {
  hits: Ranked[];
  /** Photos that lack something; they are put in order only for those who ask for them. */
  weaker(): Ranked[];
  /** Their ids, in no order; the plan may still leave some of them out. */
  weakerIds: Set<string>;
  counts: ConceptCount[];
  unused: string[];
}

/** Joins rankings; a photo that is in several keeps its best score. */
function merged(rankings: Ranked[][]): Ranked[] {
  if (rankings.length === 1) return rankings[0] ?? [];
  const best = new Map<string, Ranked>();
  for (const hit of rankings.flat()) {
    if (hit.score > (best.get(hit.photoId)?.score ?? Number.NEGATIVE_INFINITY)) best.set(hit.photoId, hit);
  }
  return [...best.values()].sort(byScore);
}

/** Keeps the photos that are in all of the other rankings too; their scores are added. */
function narrowed(hits: Ranked[], others: Ranked[][]): Ranked[] {
  if (others.length === 0) return hits;
  const scores = others.map((ranking) => new Map(ranking.map(({ photoId, score }) => [photoId, score])));
  return hits
    .filter(({ photoId }) => scores.every((each) => each.has(photoId)))
    .map((hit) => ({
      ...hit,
      score: scores.reduce((sum, each) => sum + (each.get(hit.photoId) ?? 0), hit.score),
    }))
    .sort(byScore);
}

const byScore = (a: Ranked, b: Ranked) => b.score - a.score || (a.photoId < b.photoId ? 1 : -1);

/** Tells which photos the plan may show: it does not leave them out, and they show nothing that must not be seen. */
async function meantBy(
  needs: ResolveNeeds,
  { owner, plan, words, signal }: Asked,
  { clauses: filter }: Filtering,
): Promise<(hit: { photoId: string }) => boolean> {
  const among = plan.among.length > 0 ? new Set(plan.among) : null;
  const except = new Set(plan.except);
  const shown = await Promise.all(
    plan.without.map((thing) =>
      showing(needs, { owner, filter, thing, language: plan.language, words, signal }),
    ),
  );
  return ({ photoId }) =>
    !except.has(photoId) &&
    !shown.some((those) => those.has(photoId)) &&
    (among === null || among.has(photoId));
}

/** Keeps the photos that are still in the library and that meet all filters. */
async function remaining(
  needs: ResolveNeeds,
  { owner, plan }: Asked,
  filtering: Filtering,
  found: Ranked[],
): Promise<Timed[]> {
  const ids = found.map(({ photoId }) => photoId);
  if (!isTimed(plan) && ids.length > limitsOf(needs).folded) {
    const leaving = await needs.photos.leaving(owner);
    const isKept = await filtering.keep(ids);
    return found.flatMap((hit) =>
      leaving.has(hit.photoId) || !isKept(hit.photoId) ? [] : [{ ...hit, time: 0 }],
    );
  }
  const times = await needs.photos.sortTimes(owner, ids);
  const isKept = await filtering.keep(ids);
  return found.flatMap((hit) => {
    const time = times.get(hit.photoId);
    return time !== undefined && isKept(hit.photoId) ? [{ ...hit, time }] : [];
  });
}

/** Says whether the order or the choice of photos depends on when they were taken. */
const isTimed = ({ sort, perDay }: SearchPlan) => sort === "newest" || sort === "oldest" || perDay;

interface Timed extends Ranked {
  time: number;
}

async function presented(
  needs: ResolveNeeds,
  { owner, plan }: Asked,
  hits: Timed[],
): Promise<{ hits: RankedHit[]; total: number }> {
  const isJudged = plan.sort !== "relevance" || plan.perDay;
  const { folded: mostFolded } = limitsOf(needs);
  const looked = isJudged ? hits : hits.slice(0, mostFolded);
  const traits = await needs.photos.traits(
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
      const at = traits.get(hit.photoId)?.isDay ? taken(hit) : null;
      const day = at === null ? null : Math.floor(at / dayMs);
      return day !== null && !days.has(day) && days.add(day);
    });
  }
  const groups = folded(left, traits, mostFolded);
  // A person who asks for five photos wants five different ones.
  const wanted =
    plan.limit === null ? groups : groups.slice(0, plan.limit).map((hit) => ({ ...hit, more: [] }));
  return { hits: wanted, total: wanted.reduce((sum, { more }) => sum + 1 + more.length, 0) };
}

function folded(
  hits: Timed[],
  traits: Awaited<ReturnType<Photos["traits"]>>,
  mostFolded: number,
): RankedHit[] {
  const hitOf = new Map(hits.slice(0, mostFolded).map((hit) => [hit.photoId, hit]));
  const like = hits.slice(0, mostFolded).flatMap(({ photoId }) => {
    const trait = traits.get(photoId);
    const { thumbhash = null, width = null, height = null } = trait ?? {};
    // Photos of one year were hardly taken in one burst.
    return [{ photoId, taken: trait?.isMoment ? trait.taken : null, thumbhash, width, height }];
  });
  const alone = ({ photoId, score, similarity, near }: Timed, more: string[] = []): RankedHit => ({
    ...{ photoId, score, similarity, more },
    ...(near !== undefined && { near }),
  });
  const groups = foldNearDuplicates(like).flatMap(([first, ...more]) => {
    const lead = first === undefined ? undefined : hitOf.get(first);
    return lead ? [alone(lead, more)] : [];
  });
  return [...groups, ...hits.slice(mostFolded).map((hit) => alone(hit))];
}
