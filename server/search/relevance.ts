import type { Evidence } from "./evidence.ts";

/** The count of one concept of a question. */
export interface ConceptCount {
  words: string;
  /** Photos under the filters that have it. */
  photos: number;
}

export interface Judged {
  /** Photos that have every concept that must be there. */
  relevant: Set<string>;
  /** Photos that have or may have some of them, with the share that they have, weighed by rarity, below 1. */
  weaker: Map<string, number>;
  /** Bit n is set where a photo is known to have the n-th concept by its vector only. */
  near: Map<string, number>;
  counts: ConceptCount[];
  /** Words that neither the lexicon nor any photo knows. They decide nothing. */
  unused: string[];
}

/** The worth of a supposed concept, compared with 1 for one that is said. */
const supposedWorth = 0.5;

/** Returns the photos that have every concept that must be there. */
export function havingAll(evidence: Evidence[]): Set<string> {
  const [first, ...others] = evidence.filter(({ isUsable, concept }) => isUsable && concept.demanded);
  if (!first) return new Set();
  const all = [...first.said, ...first.near];
  return new Set(others.length === 0 ? all : all.filter((id) => others.every((each) => has(each, id))));
}

/** Decides which photos a question means: those that have every concept. */
export function judge(evidence: Evidence[], documents: number): Judged {
  const usable = evidence.filter(({ isUsable }) => isUsable);
  const demanded = usable.filter(({ concept }) => concept.demanded);
  const relevant = havingAll(evidence);
  const weighed = demanded.map((each) => ({ each, rarity: rarityOf(each, documents) }));
  const whole = weighed.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
  const weaker = new Map<string, number>();
  for (const { each, rarity } of weighed) {
    const add = (ids: Iterable<string>, worth: number) => {
      for (const id of ids)
        if (!relevant.has(id)) weaker.set(id, (weaker.get(id) ?? 0) + (worth * rarity) / whole);
    };
    add(each.said, 1);
    add(each.near, 1);
    add(
      [...each.supposed].filter((id) => !has(each, id)),
      supposedWorth,
    );
  }
  const near = new Map<string, number>();
  for (const [at, each] of evidence.entries())
    for (const id of each.near) near.set(id, (near.get(id) ?? 0) | (1 << Math.min(at, 30)));
  return {
    relevant,
    weaker,
    near,
    counts: demanded.map((each) => ({
      words: each.concept.spoken,
      photos: each.said.size + each.near.size,
    })),
    unused: evidence.flatMap(({ isUsable, concept }) => (isUsable ? [] : [concept.words])),
  };
}

const has = ({ said, near }: Evidence, id: string): boolean => said.has(id) || near.has(id);

/** The inverse document frequency (BM25's). */
function rarityOf({ said, near }: Evidence, documents: number): number {
  const frequency = said.size + near.size;
  return Math.log(1 + (Math.max(documents, frequency) - frequency + 0.5) / (frequency + 0.5));
}
