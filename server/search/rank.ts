import type { Background, Scored } from "../engines/index/port.ts";
import type { RankedHit } from "../library/result-sets.ts";

export type Ranked = Omit<RankedHit, "more">;

/** What was found for a question: by its vector, and by each of its words. */
export interface Found {
  /** Cosines, best first; null when the question was not embedded. */
  near: Scored[] | null;
  /** What chance looks like among the documents of the space. */
  background: Background | null;
  /** Of the nearest: their hubs (`library/hubs`), and the mean of all; null where none were measured. */
  crowding: { of: Map<string, number>; mean: number } | null;
  words: FoundWord[];
}

export interface FoundWord {
  word: string;
  /** In how many of the owner's documents it stands. */
  frequency: number;
  /** BM25 of the documents that have it; empty for a word that stands in too many to tell anything. */
  matches: Scored[];
  /** Stands in so many documents that it was not searched. */
  common: boolean;
}

export interface Weighing {
  /** What the best match by words is worth, in standard deviations of the background of cosines. */
  words: number;
  /** From how many standard deviations above the background's mean a photo is near without sharing a word. */
  near: number;
  /** A photo this many deviations from chance is not meant, whatever words it shares; null where vectors know too little. */
  farOff: number | null;
}

/**
 * Defaults, until calibration measures a space's own: docs/decisions/0006. A model that was trained for retrieval is
 * trusted; of a plain language model's last state the words know more than the vector.
 */
const trained: Weighing = { words: 0.75, near: 1.9, farOff: -0.5 };
const plain: Weighing = { words: 4, near: 2.5, farOff: null };
/** Photos are compared with one another as the background was: of random pairs about one in thirty is as alike. */
const likeness: Weighing = { words: 0.75, near: 2, farOff: -0.5 };

/** `isTrained`: whether the model was trained for retrieval. `asks`: what the vector stands for, words (perhaps with photos) or photos alone. */
export function weighingFor(
  isTrained: boolean,
  asks: "words" | "photos",
  calibrated: number | null = null,
): Weighing {
  if (asks === "photos") return likeness;
  const usual = isTrained ? trained : plain;
  return calibrated === null ? usual : { ...usual, words: calibrated };
}

/** Below this share of enough evidence a photo is not even a weaker match. */
const weakest = 0.6;
/** The share of a question's words, weighed by their rarity, that makes a photo relevant by its words alone. */
const enoughWords = 0.3;
/** Of a question of no more words, what has all of them is meant, where there is such a photo. */
const fewWords = 3;
/** Of few documents mean and deviation are guesses: no fewer pairs than this are believed as they are. */
const fewPairs = 40;
const guessedDeviation = 0.1;

/** Relevant, or not quite. */
export type Relevance = "enough" | "weaker";

/**
 * One ranking of what vectors and words found, best first, without what is not relevant. The cosine is measured in
 * standard deviations from what chance gives between documents of its space, so that one cut-off and one weight of the
 * words hold for models whose cosines lie anywhere; BM25 is added relative to its best match.
 */
export function rank(
  found: Found,
  documents: number,
  weighing: Weighing,
  relevance: Relevance = "enough",
): Ranked[] {
  const { byWords, shares } = sumWords(found.words, documents);
  const bestByWords = Math.max(Number.MIN_VALUE, ...byWords.values());
  const similarity = new Map(found.near?.map(({ photoId, score }) => [photoId, score]) ?? []);
  const deviationsOf = deviationsFrom(found.background);
  const freed = uncrowded(found.crowding);
  const hits: Ranked[] = [];
  for (const photoId of new Set([...similarity.keys(), ...byWords.keys()])) {
    const cosine = similarity.get(photoId) ?? null;
    const deviations = cosine === null ? null : deviationsOf(freed(photoId, cosine));
    const evidence = evidenceOf(deviations, shares.get(photoId) ?? 0, weighing);
    if (relevance === "enough" ? evidence < 1 : evidence >= 1 || evidence < weakest) continue;
    const words = (byWords.get(photoId) ?? 0) / bestByWords;
    // A photo that has no vector yet is neither near nor far.
    hits.push({ photoId, score: (deviations ?? weighing.near) + weighing.words * words, similarity: cosine });
  }
  return hits.sort((a, b) => b.score - a.score || (a.photoId < b.photoId ? 1 : -1));
}

/** Nearness and words are evidence that adds up: half enough of each is enough, which is 1. */
function evidenceOf(deviations: number | null, share: number, weighing: Weighing): number {
  if (deviations !== null && weighing.farOff !== null && deviations < weighing.farOff) return 0;
  return Math.max(0, deviations ?? 0) / weighing.near + share / enoughWords;
}

/** Of each photo that has any of the words: its BM25, and how much of the question its words make up. */
function sumWords(words: FoundWord[], documents: number) {
  const byWords = new Map<string, number>();
  const evidence = new Map<string, { share: number; words: number }>();
  const searched = words.filter((word) => !word.common);
  const rarity = (frequency: number) => Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
  const whole = searched.reduce((sum, { frequency }) => sum + rarity(frequency), 0);
  for (const { frequency, matches } of searched) {
    const share = rarity(frequency) / whole;
    for (const { photoId, score } of matches) {
      byWords.set(photoId, (byWords.get(photoId) ?? 0) + score);
      const so = evidence.get(photoId) ?? { share: 0, words: 0 };
      evidence.set(photoId, { share: so.share + share, words: so.words + 1 });
    }
  }
  // "Tram 28" is not whatever was taken on the 28th: a number tells something beside a word.
  const isNumber = ({ word }: FoundWord) => /^\p{N}+$/u.test(word);
  const worded = new Set(
    searched.flatMap((word) => (isNumber(word) ? [] : word.matches.map(({ photoId }) => photoId))),
  );
  const known = searched.filter(({ matches }) => matches.length > 0).length;
  const isShort = known > 1 && searched.length <= fewWords;
  const hasAll = isShort && [...evidence.values()].some(({ words: count }) => count === searched.length);
  const shares = new Map<string, number>();
  // One word may be there by chance; two of the same question rarely are, and count double.
  for (const [photoId, { share, words: count }] of evidence)
    if (worded.size === 0 || worded.has(photoId)) {
      const isPart = hasAll && count < searched.length;
      // A part of what others have whole is a weaker match, unless the vector is near as well.
      const part = enoughWords * (weakest + share * (1 - weakest));
      shares.set(photoId, isPart ? Math.min(share, part) : count > 1 ? share * 2 : share);
    }
  return { byWords, shares };
}

/** How much of a hub is taken from a cosine: measured, docs/decisions/0006. */
const hubShare = 0.4;

/** The cosine less what the photo has in common with everything, against the mean of all. */
function uncrowded(crowding: Found["crowding"]): (photoId: string, cosine: number) => number {
  if (!crowding) return (_, cosine) => cosine;
  const { of, mean } = crowding;
  return (photoId, cosine) => cosine - hubShare * ((of.get(photoId) ?? mean) - mean);
}

/** A cosine in standard deviations from what chance gives. */
export function deviationsFrom(background: Background | null): (cosine: number) => number {
  if (!background) return (cosine) => cosine;
  const pairs = (background.documents * (background.documents - 1)) / 2;
  const believed = Math.min(1, pairs / fewPairs);
  const deviation =
    believed * background.deviation + (1 - believed) * Math.max(background.deviation, guessedDeviation);
  return (cosine) => (cosine - background.mean) / Math.max(deviation, 1e-4);
}
