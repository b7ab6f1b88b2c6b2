import type { Database } from "../engines/database/port.ts";
import { dot } from "../engines/index/embedded/matrix.ts";
import type { Clause, PhotoIndex } from "../engines/index/port.ts";
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
  signal?: AbortSignal | undefined;
}

/** Nobody looks at more photos that no word has found. */
const mostNear = 10_000;

/** Finds for each concept the photos that have it. All vectors are compared in one pass. */
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

/** Returns for each concept the photos that are near to it. A quality is too fine a difference for vectors. */
async function nearTo(needs: Needs, asked: Asked, bySaying: Saying[]): Promise<string[][]> {
  const { owner, filter, words, signal } = asked;
  const probes = asked.concepts.flatMap((concept, at) => {
    const vector = words.get(concept.words);
    return vector && concept.qualities.length === 0 ? [{ vector, at }] : [];
  });
  const [first] = probes;
  if (!first) return [];
  const space = first.vector.collection.id;
  const vectors = probes.map(({ vector }) => vector.vector);
  const query = { owner, space, vectors, limit: mostNear, signal };
  const [hits, best, background, sample] = await Promise.all([
    needs.index.searchVectors({ ...query, filter }),
    filter.length > 0 ? needs.index.searchVectors({ ...query, filter: [], limit: 1 }) : null,
    needs.index.background(space, owner),
    needs.vectors.sample(owner, first.vector.collection),
  ]);
  const near: string[][] = [];
  for (const [probe, { vector, at }] of probes.entries()) {
    const found = hits[probe] ?? [];
    const least = leastCosine({
      sample: cosinesOf(vector, sample),
      documents: background.documents,
      background,
      best: (best ?? hits)[probe]?.[0]?.score ?? 0,
      isSaid: bySaying[at]?.isSaid ?? false,
    });
    near[at] = found.filter(({ score }) => score >= least).map(({ photoId }) => photoId);
  }
  return near;
}

function cosinesOf({ vector }: QuestionVector, sample: Float16Array[]): Float32Array {
  return Float32Array.from(sample, (each) => dot(each, vector));
}
