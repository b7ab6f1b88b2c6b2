import { AppError } from "../errors.ts";
import { loadKnownPhotos, toPhoto } from "../library/photo-rows.ts";
import type { ResultSet, ResultSets } from "../library/result-sets.ts";
import { explain } from "./explain.ts";
import { everything } from "./plan/everything.ts";
import { explainIn, type Ground, nothingSaid, planOf, readIn } from "./read-plan.ts";
import type { ReadingExplained } from "./reading/explain-reading.ts";
import type { Reading } from "./reading/types.ts";
import { type ResolveNeeds, resolvePlan } from "./resolve.ts";
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
  /**
   * Ranks the photos of a plan and keeps the result set. `words`: the vectors of its texts, as far as there
   * are any. `lasting`: a turn refers to it, so it is written to the rows; queries write nothing.
   */
  resolve(
    owner: string,
    plan: SearchPlan,
    how: { words: WordVectors; lasting: boolean; signal?: AbortSignal },
  ): Promise<ResultSet<SearchPlan>>;
  /** Stores these photos, in this order, as a result set for a turn. */
  keep(owner: string, plan: SearchPlan, photoIds: string[]): Promise<ResultSet<SearchPlan>>;
  /**
   * Returns the page of a result set that begins at the place `from`. Pages are stretches of the ranking as it
   * was stored, so that they stay apart although photos are removed.
   */
  page(
    owner: string,
    set: ResultSet<SearchPlan>,
    from: number,
    limit: number,
  ): Promise<Pick<SearchAnswer, "hits" | "next">>;
  load(owner: string, resultSetId: string): Promise<ResultSet<SearchPlan>>;
}

export const defaultPage = 24;
interface Needs extends ResolveNeeds {
  vocabularies: Vocabularies;
  resultSets: ResultSets<SearchPlan>;
}

export function createSearch(needs: Needs): Search {
  const { database, vocabularies, vectors, photos, resultSets } = needs;

  const clockOf = ({ now, timeZone }: ClockInput) => ({
    now: now ? new Date(now) : new Date(),
    timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  });

  const read: Search["read"] = async (owner, { text, ...clock }, ground = nothingSaid) =>
    readIn(await vocabularies.load(owner), text, clockOf(clock), ground);

  const plan: Search["plan"] = async (owner, input) => planOf(await read(owner, input));

  const resolve: Search["resolve"] = async (owner, asked, { words, lasting, signal }) => {
    const found =
      asked.intent === "chat"
        ? { hits: [], total: 0, found: null }
        : await resolvePlan(needs, { owner, plan: asked, words, signal });
    return resultSets.save(owner, { plan: asked, ...found, lasting });
  };

  const page: Search["page"] = async (owner, set, from, limit) => {
    const begin = set.hits.find(({ place }) => place >= from)?.place ?? from;
    const end = begin + limit;
    const wanted = set.hits.filter(({ place }) => place >= begin && place < end);
    const known = new Map(
      (
        await loadKnownPhotos(
          database.rows,
          owner,
          wanted.map((hit) => hit.photoId),
        )
      ).map((each) => [each.photo.id, each]),
    );
    const hits = wanted.flatMap((hit): Hit[] => {
      const found = known.get(hit.photoId);
      if (!found || found.photo.deleted_at !== null) return [];
      const { score, more } = hit;
      return [{ photo: toPhoto(found), score, why: explain(set.plan, found, hit), more }];
    });
    return { hits, next: (set.hits.at(-1)?.place ?? 0) >= end ? `${set.id}_${end}` : null };
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
    const [setId, from] = at.cursor?.split("_") ?? [];
    // What was forgotten, or lies in the memory of another process, is found again by its plan.
    const kept = setId ? await resultSets.find(owner, setId) : null;
    const set = kept ?? (await fresh(owner, await asked(), signal));
    const found = await page(owner, set, Number(from ?? 0), at.limit ?? defaultPage);
    return { plan: set.plan, total: set.total, found: set.found, ...found };
  }

  return {
    plan,
    read,
    explain: async (owner, { text, ...clock }, ground = nothingSaid) =>
      explainIn(await vocabularies.load(owner), text, clockOf(clock), ground),
    vocabulary: vocabularies.load,
    keep(owner, asked, photoIds) {
      const hits = photoIds.map((photoId) => ({ photoId, score: 0, similarity: null, more: [] }));
      return resultSets.save(owner, { plan: asked, hits, total: hits.length, found: null, lasting: true });
    },
    resolve,
    page,
    load: resultSets.load,
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
