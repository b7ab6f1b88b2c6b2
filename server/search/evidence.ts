import type { Database } from "../engines/database/port.ts";
import type { Clause, PhotoIndex, Scored } from "../engines/index/port.ts";
import { dot } from "../engines/index/vectors.ts";
import { captionTexts } from "../library/captions.ts";
import type { Schema } from "../library/schema.ts";
import { saysOf } from "./concepts/bound.ts";
import type { Concept } from "./concepts/concepts.ts";
import { leastCosine } from "./concepts/nearness.ts";
import { supposedPrefix } from "./concepts/said.ts";
import type { QuestionVector, QuestionVectors, WordVectors } from "./vectors.ts";

/** The photos that have a concept, and how we know. All are under the filters of the question. */
export interface Evidence {
  concept: Concept;
  /** Their words say it. */
  said: Set<string>;
  /** Their words do not say it, but their vectors are as near as chance does not bring them. */
  near: Set<string>;
  /** Their words only suppose it ("possibly a wolf"). */
  supposed: Set<string>;
  /** False for a word that neither the lexicon nor any photo knows. */
  isUsable: boolean;
}

interface Needs {
  database: Database<Schema>;
  index: PhotoIndex;
  vectors: QuestionVectors;
}

interface Asked {
  owner: string;
  filter: Clause[];
  concepts: Concept[];
  /** Vectors of the words of concepts, as far as there are any. */
  words: WordVectors;
  /** For each concept what is nearest to its vector (`probesOf`), the best first; null without a vector. */
  nearest: (Scored[] | null)[];
  signal?: AbortSignal | undefined;
}

/** Returns the vectors to search for: a quality is too fine a difference for them. */
export function probesOf(concepts: Concept[], words: WordVectors): (QuestionVector | undefined)[] {
  return concepts.map(({ words: text, qualities }) => (qualities.length === 0 ? words.get(text) : undefined));
}

/** Finds for each concept the photos that have it. */
export async function evidenceFor(needs: Needs, asked: Asked): Promise<Evidence[]> {
  const bySaying = await Promise.all(asked.concepts.map((concept) => saying(needs, asked, concept)));
  const near = await nearTo(needs, asked, bySaying);
  return asked.concepts.map((concept, at) => {
    const { said, supposed, isSaid } = bySaying[at] ?? {
      said: new Set(),
      supposed: new Set(),
      isSaid: false,
    };
    const others = new Set((near[at] ?? []).filter((photoId) => !said.has(photoId)));
    return { concept, said, supposed, near: others, isUsable: concept.isKnown || isSaid || others.size > 0 };
  });
}

interface Saying {
  said: Set<string>;
  supposed: Set<string>;
  /** Some photo of the whole library says it. */
  isSaid: boolean;
}

async function saying(needs: Needs, asked: Asked, concept: Concept): Promise<Saying> {
  const { owner, filter, signal } = asked;
  const { tokens, qualities } = concept;
  const maybe = tokens.map((token) => supposedPrefix + token);
  const withAny = (any: string[]) => needs.index.withTokens({ owner, filter, tokens: any, signal });
  const [found, supposed] = await Promise.all([withAny(tokens), withAny(maybe)]);
  let said = found;
  for (const quality of qualities) {
    const both = new Set(await withAny(quality));
    said = said.filter((photoId) => both.has(photoId));
  }
  if (qualities.length > 0) {
    const texts = await captionTexts(needs.database.rows, owner, said);
    said = said.filter((photoId) => {
      const text = texts.get(photoId) ?? "";
      return qualities.every((quality) => saysOf(text, quality, tokens));
    });
  }
  const isSaid =
    found.length > 0 ||
    (filter.length > 0 && (await needs.index.withTokens({ owner, filter: [], tokens, signal })).length > 0);
  return { said: new Set(said), supposed: new Set(supposed), isSaid };
}

/** Returns for each concept the photos that are nearer to it than chance brings them. */
async function nearTo(needs: Needs, asked: Asked, bySaying: Saying[]): Promise<string[][]> {
  const { owner, filter, words, signal } = asked;
  const probes = probesOf(asked.concepts, words);
  const first = probes.find((probe) => probe !== undefined);
  if (!first) return [];
  const space = first.collection.id;
  const vectors = probes.flatMap((probe) => probe?.vector ?? []);
  const [best, [background, sample]] = await Promise.all([
    // The best of the whole library, which the filters may have left out.
    filter.length > 0
      ? needs.index.searchVectors({ owner, space, vectors, filter: [], limit: 1, signal })
      : null,
    needs.index
      .background(space, owner)
      .then(
        async (background) =>
          [background, await needs.vectors.sample(owner, first.collection, background.documents)] as const,
      ),
  ]);
  return probes.map((probe, at) => {
    const found = asked.nearest[at];
    if (!probe || !found) return [];
    const ofAll = best?.[vectors.indexOf(probe.vector)] ?? found;
    const least = leastCosine({
      sample: cosinesOf(probe, sample),
      documents: background.documents,
      background,
      best: ofAll[0]?.score ?? 0,
      isSaid: bySaying[at]?.isSaid ?? false,
    });
    return found.filter(({ score }) => score >= least).map(({ photoId }) => photoId);
  });
}

function cosinesOf({ vector }: QuestionVector, sample: Float16Array[]): Float32Array {
  return Float32Array.from(sample, (each) => dot(each, vector));
}
