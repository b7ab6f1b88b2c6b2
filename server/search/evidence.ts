import type { Database } from "../engines/database/port.ts";
import type { FloatRows } from "../engines/index/float-rows.ts";
import type { Background, Clause, PhotoIndex, Scored } from "../engines/index/port.ts";
import { captionTexts } from "../library/captions.ts";
import type { Schema } from "../library/schema.ts";
import { saysOf } from "./concepts/bound.ts";
import type { Concept } from "./concepts/concepts.ts";
import { countsThing } from "./concepts/counts.ts";
import { type LeastCosine, leastCosine } from "./concepts/nearness.ts";
import { supposedPrefix } from "./concepts/said.ts";
import type { QuestionVector, QuestionVectors, WordVectors } from "./vectors.ts";

/** The photos that have a concept, and how we know it. All of them meet the filters of the question. */
export interface Evidence {
  concept: Concept;
  /** Their words say it. */
  said: Set<string>;
  /** Their words do not say it, but their vectors are nearer to it than chance explains. */
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
  /** The vectors of the concepts' words that there are. */
  words: WordVectors;
  /** How near a photo has to be to each concept (`boundsOf`). */
  bounds: (ConceptBound | null)[];
  /** For each concept the photos near enough to its vector, the best first; null without a vector. */
  nearest: Promise<(Scored[] | null)[]>;
  signal?: AbortSignal | undefined;
}

/** The vector of a concept, and the cosine from which on photos show it. */
export interface ConceptBound {
  probe: QuestionVector;
  cosine: LeastCosine;
}

/**
 * Returns the bound of each concept; null without a vector. Concepts with a quality or a number have none, because
 * vectors do not tell such fine differences.
 */
export async function boundsOf(
  { index, vectors }: Needs,
  { owner, concepts, words }: Pick<Asked, "owner" | "concepts" | "words">,
): Promise<(ConceptBound | null)[]> {
  const probes = concepts.map(({ words: text, qualities, count }) =>
    qualities.length === 0 && count === null ? words.get(text) : undefined,
  );
  const first = probes.find((probe) => probe !== undefined);
  if (!first) return probes.map(() => null);
  const background = await index.background(first.collection.id, owner);
  const sample = await vectors.sample(owner, first.collection, background.documents);
  const isNew = (probe: QuestionVector | undefined) =>
    probe !== undefined && !knownBound(probe, sample, background);
  const fresh = probes.filter((probe) => probe !== undefined).filter(isNew);
  const cosines = sample.products(fresh.map(({ vector }) => vector));
  const { documents } = background;
  for (const [at, { vector }] of fresh.entries()) {
    const spread = { sample: cosines[at] ?? new Float32Array(), documents, background };
    workedOut.set(vector, { sample, background, cosine: leastCosine(spread) });
  }
  return probes.map((probe) => {
    const cosine = probe && knownBound(probe, sample, background);
    return cosine ? { probe, cosine } : null;
  });
}

/** The bounds that were computed lately. Computing one takes as long as a search. */
const workedOut = new WeakMap<
  Float32Array,
  { sample: FloatRows; background: Background; cosine: LeastCosine }
>();

function knownBound(
  { vector }: QuestionVector,
  sample: FloatRows,
  { documents }: Background,
): LeastCosine | null {
  const known = workedOut.get(vector);
  return known?.sample === sample && known.background.documents === documents ? known.cosine : null;
}

/** Finds for each concept the photos that have it. */
export async function evidenceFor(needs: Needs, asked: Asked): Promise<Evidence[]> {
  const [nearest, ...bySaying] = await Promise.all([
    asked.nearest,
    ...asked.concepts.map((concept) => saying(needs, asked, concept)),
  ]);
  const near = await nearTo(needs, { ...asked, nearest }, bySaying);
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

const supposed = new WeakMap<readonly string[], string[]>();

/**
 * Returns the tokens of documents that only suppose a concept. They are made once, because concepts share the tokens of
 * a word.
 */
function supposedOf(tokens: readonly string[]): string[] {
  const there = supposed.get(tokens) ?? tokens.map((token) => supposedPrefix + token);
  supposed.set(tokens, there);
  return there;
}

interface Saying {
  said: Set<string>;
  supposed: Set<string>;
  /** True if some photo of the whole library says it. */
  isSaid: boolean;
}

async function saying(needs: Needs, asked: Asked, concept: Concept): Promise<Saying> {
  const { owner, filter, signal } = asked;
  const { tokens, qualities, count } = concept;
  const maybe = supposedOf(tokens);
  const withAny = (any: readonly string[]) => needs.index.withTokens({ owner, filter, tokens: any, signal });
  const [found, supposed] = await Promise.all([withAny(tokens), withAny(maybe)]);
  let said = found;
  for (const quality of count ? [...qualities, count.tokens] : qualities) {
    const both = new Set(await withAny(quality));
    said = said.filter((photoId) => both.has(photoId));
  }
  if (qualities.length > 0 || count) {
    const texts = await captionTexts(needs.database.rows, owner, said);
    said = said.filter((photoId) => {
      const text = texts.get(photoId) ?? "";
      const isCounted = count === null || countsThing(text, count, tokens);
      return isCounted && qualities.every((quality) => saysOf(text, quality, tokens));
    });
  }
  const isSaid =
    found.length > 0 ||
    (filter.length > 0 && (await needs.index.withTokens({ owner, filter: [], tokens, signal })).length > 0);
  return { said: new Set(said), supposed: new Set(supposed), isSaid };
}

/** Returns for each concept the photos that are nearer to it than chance explains. */
async function nearTo(
  needs: Needs,
  asked: Omit<Asked, "nearest"> & { nearest: (Scored[] | null)[] },
  bySaying: Saying[],
): Promise<string[][]> {
  const { owner, filter, bounds, signal } = asked;
  const there = bounds.filter((bound) => bound !== null);
  const [first] = there;
  if (!first) return [];
  const space = first.probe.collection.id;
  // The best photo of the whole library counts, even if the filters leave it out.
  const best =
    filter.length > 0
      ? await needs.index.searchVectors({
          ...{ owner, space, filter: [], limit: 1, signal },
          vectors: there.map(({ probe }) => probe.vector),
        })
      : null;
  return bounds.map((bound, at) => {
    const found = asked.nearest[at];
    if (!bound || !found) return [];
    const ofAll = best?.[there.indexOf(bound)] ?? found;
    const least = bound.cosine.of(ofAll[0]?.score ?? 0, bySaying[at]?.isSaid ?? false);
    return found.filter(({ score }) => score >= least).map(({ photoId }) => photoId);
  });
}
