import type { Database } from "../engines/database/port.ts";
import type { PhotoIndex } from "../engines/index/port.ts";
import type { Models } from "../engines/models/port.ts";
import { AppError } from "../errors.ts";
import type { Embeddings } from "../library/embeddings.ts";
import { loadKnownPhotos, toPhoto } from "../library/photo-rows.ts";
import type { Photos } from "../library/photos.ts";
import type { Schema } from "../library/schema.ts";
import { explain } from "./explain.ts";
import { planQuestion } from "./plan.ts";
import { rank, weighingFor } from "./rank.ts";
import type { RankedHit, ResultSet, ResultSets } from "./result-set.ts";
import { conditionsOf, retrieve } from "./retrieve.ts";
import type { Hit, SearchAnswer, SearchPlan } from "./types.ts";

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
  /** The ranking of a plan, kept. `lasting`: for a turn. */
  resolve(
    owner: string,
    plan: SearchPlan,
    how: { lasting: boolean; signal?: AbortSignal },
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
/** Longer than this nobody waits for a model that is busy or loading: the words answer alone. */
const longestEmbed = 20_000;
const mostBrowsed = 100_000;

interface Needs {
  database: Database<Schema>;
  index: PhotoIndex;
  models: Models;
  photos: Photos;
  embeddings: Embeddings;
  resultSets: ResultSets;
}

export function createSearch({ database, index, models, photos, embeddings, resultSets }: Needs): Search {
  const plan = async (_owner: string, input: { text: string } & ClockInput) =>
    planQuestion(input.text, {
      now: input.now ? new Date(input.now) : new Date(),
      timeZone: input.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    });

  async function vectorOf(owner: string, asked: SearchPlan, signal?: AbortSignal) {
    const likes = await Promise.all(asked.like.map((photoId) => embeddings.of(owner, photoId)));
    const embedded = asked.text === "" ? null : await embedQuestion(asked.text, signal);
    const space = embedded?.space.id ?? likes.find((vectors) => vectors.length > 0)?.[0]?.space;
    if (!space) return null;
    const vectors = likes.flatMap((of) =>
      of.filter((stored) => stored.space === space).map((stored) => stored.vector),
    );
    if (embedded) vectors.push(...embedded.vectors);
    return vectors.length === 0 ? null : { space, vector: mean(vectors) };
  }

  /** null when no model answers: then the words search alone. */
  async function embedQuestion(text: string, signal?: AbortSignal) {
    const deadline = AbortSignal.timeout(longestEmbed);
    try {
      const { embed } = await models.status();
      if (!embed.ready) return null;
      return await models.embed([text], "query", {
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (deadline.aborted) return null;
      if (error instanceof AppError && (error.code === "MODEL_AWAY" || error.code === "MODEL_FAILED"))
        return null;
      throw error;
    }
  }

  async function ranking(owner: string, asked: SearchPlan, signal?: AbortSignal): Promise<RankedHit[]> {
    if (asked.text === "" && asked.like.length === 0) {
      const query = { owner, filter: conditionsOf(asked.filters), limit: mostBrowsed, signal };
      return (await index.browse(query)).map(({ photoId }) => ({ photoId, score: 0, similarity: null }));
    }
    const vector = await vectorOf(owner, asked, signal);
    const { found, documents } = await retrieve(index, {
      owner,
      text: asked.text,
      filters: asked.filters,
      vector,
      signal,
    });
    const weighing = weighingFor(vector?.space ?? "", asked.text === "" ? "photos" : "words");
    return rank(found, documents, weighing).filter((hit) => !asked.like.includes(hit.photoId));
  }

  async function sorted(owner: string, asked: SearchPlan, hits: RankedHit[]): Promise<RankedHit[]> {
    // What was removed a moment ago may still stand in the index, and must not count.
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

  const resolve: Search["resolve"] = async (owner, asked, { lasting, signal }) => {
    const hits = await sorted(owner, asked, await ranking(owner, asked, signal));
    signal?.throwIfAborted();
    return resultSets.save(owner, asked, hits, lasting);
  };

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

  async function answer(
    owner: string,
    asked: () => Promise<SearchPlan>,
    at: Page,
    signal?: AbortSignal,
  ): Promise<SearchAnswer> {
    const [setId, from] = at.cursor?.split("_") ?? [];
    const set = setId
      ? await resultSets.load(owner, setId)
      : await resolve(owner, await asked(), { lasting: false, signal });
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

/** The direction between vectors, L2-normalised. */
function mean(vectors: Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (const [at, value] of vector.entries()) sum[at] = (sum[at] ?? 0) + value;
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}
