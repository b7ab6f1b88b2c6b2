import type { Database } from "../engines/database/port.ts";
import type { PhotoIndex } from "../engines/index/port.ts";
import { AppError } from "../errors.ts";
import type { Hubs } from "../library/hubs.ts";
import { loadKnownPhotos, toPhoto } from "../library/photo-rows.ts";
import type { Photos } from "../library/photos.ts";
import type { Schema } from "../library/schema.ts";
import { explain } from "./explain.ts";
import { planQuestion } from "./plan.ts";
import { rank, weighingFor } from "./rank.ts";
import type { RankedHit, ResultSet, ResultSets } from "./result-set.ts";
import { clausesOf, retrieve } from "./retrieve.ts";
import type { Hit, SearchAnswer, SearchPlan } from "./types.ts";
import type { QuestionVector, QuestionVectors } from "./vectors.ts";

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
  /** The ranking of a plan, kept. `words`: the vector of its words, if there is one. `lasting`: for a turn. */
  resolve(
    owner: string,
    plan: SearchPlan,
    how: { words: QuestionVector | null; lasting: boolean; signal?: AbortSignal },
  ): Promise<ResultSet>;
  /** The page of a kept ranking that begins at `from`. */
  page(
    owner: string,
    set: ResultSet,
    from: number,
    limit: number,
  ): Promise<Pick<SearchAnswer, "hits" | "next">>;
  load(owner: string, resultSetId: string): Promise<ResultSet>;
}

export const defaultPage = 24;
/** Of a question that is all filters: pages end here, the total does not. */
const mostBrowsed = 100_000;

interface Needs {
  database: Database<Schema>;
  index: PhotoIndex;
  hubs: Hubs;
  vectors: QuestionVectors;
  photos: Photos;
  resultSets: ResultSets;
}

export function createSearch({ database, index, hubs, vectors, photos, resultSets }: Needs): Search {
  const plan = async (_owner: string, input: { text: string } & ClockInput) =>
    planQuestion(input.text, {
      now: input.now ? new Date(input.now) : new Date(),
      timeZone: input.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    });

  const resolve: Search["resolve"] = async (owner, asked, { words, lasting, signal }) => {
    const filter = clausesOf(asked.filters);
    if (asked.text === "" && asked.like.length === 0) {
      const newest = await index.browse({ owner, filter, limit: mostBrowsed, signal });
      const hits = await present(
        owner,
        asked,
        newest.map(({ photoId }) => ({ photoId, score: 0, similarity: null })),
      );
      const total = newest.length < mostBrowsed ? hits.length : await index.count({ owner, filter });
      return resultSets.save(owner, { plan: asked, hits, total, lasting });
    }
    const vector = await vectors.withPhotos(owner, asked, words);
    const { found, documents } = await retrieve(
      { index, hubs },
      { owner, text: asked.text, filter, vector, signal },
    );
    const weighing = weighingFor(
      vector?.collection.space.trained ?? false,
      asked.text === "" ? "photos" : "words",
      vector?.collection.wordsWeight,
    );
    const ranked = rank(found, documents, weighing).filter((hit) => !asked.like.includes(hit.photoId));
    const hits = await present(owner, asked, ranked);
    signal?.throwIfAborted();
    return resultSets.save(owner, { plan: asked, hits, total: hits.length, lasting });
  };

  /** Those that are still in the library, in the order and number that the plan asks for. */
  async function present(owner: string, asked: SearchPlan, hits: RankedHit[]): Promise<RankedHit[]> {
    const times = await photos.sortTimes(
      owner,
      hits.map((hit) => hit.photoId),
    );
    const there = hits.filter((hit) => times.has(hit.photoId));
    const time = (hit: RankedHit) => times.get(hit.photoId) ?? 0;
    if (asked.sort === "newest") there.sort((a, b) => time(b) - time(a));
    if (asked.sort === "oldest") there.sort((a, b) => time(a) - time(b));
    return asked.limit === null ? there : there.slice(0, asked.limit);
  }

  const page: Search["page"] = async (owner, set, from, limit) => {
    const wanted = set.hits.slice(from, from + limit);
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
      return [{ photo: toPhoto(found), score: hit.score, why: explain(set.plan, found, hit), more: [] }];
    });
    const end = from + wanted.length;
    return { hits, next: end < set.hits.length ? `${set.id}_${end}` : null };
  };

  async function fresh(owner: string, asked: SearchPlan, signal?: AbortSignal): Promise<ResultSet> {
    return resolve(owner, asked, { words: await vectors.ofWords(asked, signal), lasting: false, signal });
  }

  async function answer(
    owner: string,
    asked: () => Promise<SearchPlan>,
    at: Page,
    signal?: AbortSignal,
  ): Promise<SearchAnswer> {
    const [setId, from] = at.cursor?.split("_") ?? [];
    const set = setId ? await resultSets.load(owner, setId) : await fresh(owner, await asked(), signal);
    const found = await page(owner, set, Number(from ?? 0), at.limit ?? defaultPage);
    return { plan: set.plan, total: set.total, ...found };
  }

  return {
    plan,
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
          return likePlan([photo.id]);
        },
        input,
        signal,
      ),
  };
}

export function likePlan(photoIds: string[]): SearchPlan {
  return { text: "", filters: [], sort: "relevance", limit: null, like: photoIds, intent: "search" };
}
