import { AppError } from "../errors.ts";
import { isShown, loadKnownPhotos, toPhoto } from "../library/photo-rows.ts";
import type { RankedHit, ResultSet, ResultSets } from "../library/result-sets.ts";
import { allBehind, newestBehind } from "./browse.ts";
import { explainer } from "./explain.ts";
import { filteringBy } from "./filters.ts";
import { everything } from "./plan/everything.ts";
import { explainIn, type Ground, nothingSaid, planOf, readIn } from "./read-plan.ts";
import type { ReadingExplained } from "./reading/explain-reading.ts";
import type { Reading } from "./reading/types.ts";
import { isContinued, type ResolveNeeds, resolvePlan } from "./resolve.ts";
import type { Hit, SearchAnswer, SearchPlan } from "./types.ts";
import type { WordVectors } from "./vectors.ts";
import type { Vocabularies, Vocabulary } from "./vocabulary/vocabulary.ts";

export interface ClockInput {
  now?: string;
  timeZone?: string;
}

export interface Page {
  limit?: number;
  cursor?: string;
}

export type RunInput = ({ text: string } | { plan: SearchPlan }) & Page & ClockInput;

export interface Search {
  plan(owner: string, input: { text: string } & ClockInput): Promise<SearchPlan>;
  run(owner: string, input: RunInput, signal?: AbortSignal): Promise<SearchAnswer>;
  similar(owner: string, input: { photoId: string } & Page, signal?: AbortSignal): Promise<SearchAnswer>;
  /** Reads a question with the names of the owner's library. */
  read(owner: string, input: { text: string } & ClockInput, ground?: Ground): Promise<Reading>;
  /** Tells how a question is read: tokens, classes, rules, and what was left. */
  explain(owner: string, input: { text: string } & ClockInput, ground?: Ground): Promise<ReadingExplained>;
  vocabulary(owner: string): Promise<Vocabulary>;
  /** Returns the albums and trips of an owner. */
  collected(owner: string): Promise<Pick<Ground, "albums" | "trips">>;
  /** Returns all photos that a plan finds now, near-duplicates too; nothing is kept. */
  findAll(owner: string, plan: SearchPlan): Promise<string[]>;
  /** Makes the next question see a change of the relations of people. */
  forgetNames(owner: string): void;
  /**
   * Ranks the photos of a plan and keeps the result set. `words`: the vectors of its texts that there are. `lasting`: a
   * turn refers to the set, so it is written to the rows; queries write nothing. `isWhole`: all photos are stored, even
   * if the first ones would be enough.
   */
  resolve(
    owner: string,
    plan: SearchPlan,
    how: { words: WordVectors; lasting: boolean; isWhole?: boolean; signal?: AbortSignal },
  ): Promise<ResultSet<SearchPlan>>;
  /** Stores these photos, in this order, as a result set for a turn. */
  keep(owner: string, plan: SearchPlan, photoIds: string[]): Promise<ResultSet<SearchPlan>>;
  /**
   * Returns the page of a result set that begins at the place `from`. A page is a stretch of the stored ranking, so
   * pages do not overlap when photos are removed. For a plan of filters alone, further pages come from the index,
   * behind the photo `after`.
   */
  page(
    owner: string,
    set: ResultSet<SearchPlan>,
    from: number,
    limit: number,
    after?: string,
  ): Promise<Pick<SearchAnswer, "hits" | "next">>;
  load(owner: string, resultSetId: string): Promise<ResultSet<SearchPlan>>;
  /** As `load`, but with the photos of all pages. */
  loadWhole(owner: string, resultSetId: string): Promise<ResultSet<SearchPlan>>;
}

export const defaultPage = 24;
/** Asking for it takes longer than reading a question. */
const ownTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
interface Needs extends ResolveNeeds {
  vocabularies: Vocabularies;
  /** The albums and trips that questions may name; absent where there are none. */
  albumsAndTrips?: Search["collected"];
  resultSets: ResultSets<SearchPlan>;
}

export function createSearch(needs: Needs): Search {
  const { database, index, vocabularies, vectors, photos, resultSets } = needs;
  const collected: Search["collected"] = async (owner) => (await needs.albumsAndTrips?.(owner)) ?? {};

  const clockOf = ({ now, timeZone }: ClockInput) => ({
    now: now ? new Date(now) : new Date(),
    timeZone: timeZone ?? ownTimeZone,
  });

  const read: Search["read"] = async (owner, { text, ...clock }, ground = nothingSaid) =>
    readIn(await vocabularies.load(owner), text, clockOf(clock), { ...ground, ...(await collected(owner)) });

  const plan: Search["plan"] = async (owner, input) => planOf(await read(owner, input));

  const resolve: Search["resolve"] = async (owner, asked, { words, lasting, isWhole = false, signal }) => {
    const found =
      asked.intent === "chat"
        ? { hits: [], total: 0, found: null }
        : await resolvePlan(needs, { owner, plan: asked, words, isWhole, signal });
    return resultSets.save(owner, { plan: asked, ...found, lasting });
  };

  const photosOf = ({ hits }: { hits: RankedHit[] }) =>
    hits.flatMap(({ photoId, more }) => [photoId, ...more]);
  /** True if more photos were found than are stored. */
  const isCut = (set: ResultSet<SearchPlan>) => isContinued(set.plan) && photosOf(set).length < set.total;

  /** Counts the photos again if not all are stored, because some may have been removed. */
  async function counted(owner: string, set: ResultSet<SearchPlan>): Promise<ResultSet<SearchPlan>> {
    if (!isCut(set)) return set;
    const filter = filteringBy(needs, owner, set.plan.filters).clauses;
    const total = Math.max(photosOf(set).length, Math.min(set.total, await index.count({ owner, filter })));
    return { ...set, total, removed: set.removed + set.total - total };
  }

  const load: Search["load"] = async (owner, id) => counted(owner, await resultSets.load(owner, id));

  async function shown(owner: string, set: ResultSet<SearchPlan>, wanted: RankedHit[]): Promise<Hit[]> {
    const ids = wanted.map((hit) => hit.photoId);
    const loaded = await loadKnownPhotos(database.rows, owner, ids);
    const known = new Map(loaded.map((each) => [each.photo.id, each]));
    const explain = explainer(set.plan);
    return wanted.flatMap((hit): Hit[] => {
      const found = known.get(hit.photoId);
      if (!found || !isShown(found.photo)) return [];
      const { score, more } = hit;
      return [{ photo: toPhoto(found), score, why: explain(found, hit), more }];
    });
  }

  /** The last of the stored photos in the order of the index, which continues behind it. */
  async function lastStored(owner: string, set: ResultSet<SearchPlan>): Promise<string> {
    const times = await photos.sortTimes(owner, photosOf(set));
    const isLater = (one: [string, number], other: [string, number]) =>
      one[1] < other[1] || (one[1] === other[1] && one[0] > other[0]);
    const [first, ...others] = times;
    return others.reduce((last, each) => (isLater(each, last) ? each : last), first ?? ["", 0])[0];
  }

  const page: Search["page"] = async (owner, set, from, limit, after) => {
    if (after !== undefined) {
      const ids = await newestBehind(needs, { owner, plan: set.plan, photoId: after, limit });
      const found = ids.map((photoId) => ({ photoId, score: 0, similarity: null, more: [] }));
      const last = ids.length === limit ? ids.at(-1) : undefined;
      const next = last === undefined ? null : `${set.id}_${from + limit}_${last}`;
      return { hits: await shown(owner, set, found), next };
    }
    const begin = set.hits.find(({ place }) => place >= from)?.place ?? from;
    const end = begin + limit;
    const hits = await shown(
      owner,
      set,
      set.hits.filter(({ place }) => place >= begin && place < end),
    );
    if ((set.hits.at(-1)?.place ?? 0) >= end) return { hits, next: `${set.id}_${end}` };
    const next = isCut(set) ? `${set.id}_${end}_${await lastStored(owner, set)}` : null;
    return { hits, next };
  };

  async function fresh(
    owner: string,
    asked: SearchPlan,
    signal?: AbortSignal,
  ): Promise<ResultSet<SearchPlan>> {
    return resolve(owner, asked, { words: await vectors.ofWords(asked, signal), lasting: false, signal });
  }

  async function answer(
    owner: string,
    asked: () => Promise<SearchPlan>,
    at: Page,
    signal?: AbortSignal,
  ): Promise<SearchAnswer> {
    const [setId, from, after] = at.cursor?.split("_") ?? [];
    // A set that was forgotten, or lies in the memory of another process, is found again by its plan.
    const kept = setId ? await resultSets.find(owner, setId) : null;
    const set = await counted(owner, kept ?? (await fresh(owner, await asked(), signal)));
    const found = await page(owner, set, Number(from ?? 0), at.limit ?? defaultPage, after);
    return { plan: set.plan, total: set.total, found: set.found, ...found };
  }

  return {
    plan,
    read,
    explain: async (owner, { text, ...clock }, ground = nothingSaid) =>
      explainIn(await vocabularies.load(owner), text, clockOf(clock), {
        ...ground,
        ...(await collected(owner)),
      }),
    collected,
    forgetNames: (owner) => vocabularies.refresh(owner),
    vocabulary: vocabularies.load,
    async findAll(owner, asked) {
      const words = await vectors.ofWords(asked);
      return photosOf(await resolvePlan(needs, { owner, plan: asked, words, isWhole: true }));
    },
    keep(owner, asked, photoIds) {
      const hits = photoIds.map((photoId) => ({ photoId, score: 0, similarity: null, more: [] }));
      return resultSets.save(owner, { plan: asked, hits, total: hits.length, found: null, lasting: true });
    },
    resolve,
    page,
    load,
    async loadWhole(owner, id) {
      const set = await load(owner, id);
      if (!isCut(set)) return set;
      // Photos that were shown keep their places; then come those of the later pages.
      const stored = new Set(photosOf(set));
      const behind = await allBehind(needs, {
        ...{ owner, plan: set.plan },
        photoId: await lastStored(owner, set),
      });
      const first = (set.hits.at(-1)?.place ?? -1) + 1;
      const rest = behind.filter((photoId) => !stored.has(photoId));
      const hitOf = (photoId: string) => ({ photoId, score: 0, similarity: null, more: [] });
      return {
        ...set,
        hits: [...set.hits, ...rest.map((photoId, at) => ({ ...hitOf(photoId), place: first + at }))],
      };
    },
    run: (owner, input, signal) =>
      answer(owner, async () => ("plan" in input ? input.plan : plan(owner, input)), input, signal),
    similar: (owner, input, signal) =>
      answer(
        owner,
        async () => {
          const [photo] = await photos.get(owner, [input.photoId]);
          if (!photo) throw new AppError("NOT_FOUND", "This photo is not in the library.");
          return { ...everything, like: [photo.id] };
        },
        input,
        signal,
      ),
  };
}
