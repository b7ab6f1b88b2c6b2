import type { Background, Scored } from "../engines/index/port.ts";
import type { RankedHit } from "../library/result-sets.ts";

export type Ranked = Omit<RankedHit, "more">;

/** Everything that was found for a question, by its vector and by each of its words. */
export interface Found {
  /** Cosines, best first; null when the question was not embedded. */
  near: Scored[] | null;
  /** The greatest cosine that a photo outside `near` can have; null if such photos have no vector. */
  beyond?: number | null;
  /** The cosines that chance gives between the documents of the space. */
  background: Background | null;
  /**
   * The hub values (`library/hubs`) of the nearest photos, and the mean of all; null where none were
   * measured.
   */
  crowding: { of: Map<string, number>; mean: number } | null;
  words: FoundWord[];
}

export interface FoundWord {
  word: string;
  /** Number of the owner's documents that have the word. */
  frequency: number;
  /** BM25 of the documents that have it; empty for a word that stands in too many to tell anything. */
  matches: Scored[];
  /** True when the word stands in so many documents that it was not searched. */
  common: boolean;
}

export interface Weighing {
  /** The worth of the best match by words, in standard deviations of the background of cosines. */
  words: number;
  /** A photo this many standard deviations above the background's mean is near, even if it shares no word. */
  near: number;
  /**
   * A photo below this many deviations is left out, whatever words it shares; null where vectors tell too
   * little.
   */
  farOff: number | null;
}

/**
 * Defaults until calibration measures a space (docs/decisions/0006). Vectors of a model that was trained for
 * retrieval are trusted; the words tell more than the vectors of a plain language model.
 */
const trained: Weighing = { words: 0.75, near: 1.9, farOff: -0.5 };
const plain: Weighing = { words: 4, near: 2.5, farOff: null };
/**
 * The weighing of photos that are compared with photos, as the background is: about one random pair in thirty is this
 * much alike.
 */
const likeness: Weighing = { words: 0.75, near: 2, farOff: -0.5 };

/**
 * Returns the weighing for a search. `isTrained`: the model was trained for retrieval. `asks`: whether the
 * vector was made from words (perhaps with photos) or from photos alone.
 */
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
/** A question of at most this many words means the photos with all of them, if there are any. */
const fewWords = 3;
/** With fewer pairs of documents than this, mean and deviation are guesses and are only partly believed. */
const fewPairs = 40;
const guessedDeviation = 0.1;

/** "enough" means relevant, "weaker" means not quite. */
export type Relevance = "enough" | "weaker" | "any";

/**
 * Makes one ranking of what vectors and words found, best first, without what is not relevant. It measures a
 * cosine in standard deviations from what chance gives in the space, so that one cut-off and one weight of
 * words fit all models, wherever their cosines lie. It adds BM25 relative to the best match.
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
  const beyond = typeof found.beyond === "number" ? deviationsOf(found.beyond) : null;
  const hits: Ranked[] = [];
  for (const photoId of new Set([...similarity.keys(), ...byWords.keys()])) {
    const cosine = similarity.get(photoId) ?? null;
    const deviations = cosine === null ? beyond : deviationsOf(freed(photoId, cosine));
    const evidence = evidenceOf(deviations, shares.get(photoId) ?? 0, weighing);
    if (evidence < weakest || (relevance === "enough" && evidence < 1)) continue;
    if (relevance === "weaker" && evidence >= 1) continue;
    const words = (byWords.get(photoId) ?? 0) / bestByWords;
    // A photo without a vector counts as neither near nor far.
    hits.push({ photoId, score: (deviations ?? weighing.near) + weighing.words * words, similarity: cosine });
  }
  return hits.sort((a, b) => b.score - a.score || (a.photoId < b.photoId ? 1 : -1));
}

/** Adds up the evidence of nearness and of words. The sum 1 is enough, and half enough of each makes 1. */
function evidenceOf(deviations: number | null, share: number, weighing: Weighing): number {
  if (deviations !== null && weighing.farOff !== null && deviations < weighing.farOff) return 0;
  return Math.max(0, deviations ?? 0) / weighing.near + share / enoughWords;
}

/**
 * Sums up, for each photo with any of the words, its BM25 and the share of the question that its words make
 * up.
 */
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
  // "Tram 28" does not mean every photo from a 28th: a number counts only in photos that have another word
  // too.
  const isNumber = ({ word }: FoundWord) => /^\p{N}+$/u.test(word);
  const worded = new Set(
    searched.flatMap((word) => (isNumber(word) ? [] : word.matches.map(({ photoId }) => photoId))),
  );
  const known = searched.filter(({ matches }) => matches.length > 0).length;
  const isShort = known > 1 && searched.length <= fewWords;
  const hasAll = isShort && [...evidence.values()].some(({ words: count }) => count === searched.length);
  const shares = new Map<string, number>();
  // One word may match by chance. Two words of one question rarely do, so they count double.
  for (const [photoId, { share, words: count }] of evidence)
    if (worded.size === 0 || worded.has(photoId)) {
      const isPart = hasAll && count < searched.length;
      // If others have all the words, a photo with some of them is a weaker match, unless its vector is near
      // too.
      const part = enoughWords * (weakest + share * (1 - weakest));
      shares.set(photoId, isPart ? Math.min(share, part) : count > 1 ? share * 2 : share);
    }
  return { byWords, shares };
}

/** The share of a photo's hub value that is subtracted from its cosine (measured in docs/decisions/0006). */
const hubShare = 0.4;

/** Returns a function that subtracts from a cosine how near the photo is to everything, compared with the mean. */
function uncrowded(crowding: Found["crowding"]): (photoId: string, cosine: number) => number {
  if (!crowding) return (_, cosine) => cosine;
  const { of, mean } = crowding;
  return (photoId, cosine) => cosine - hubShare * ((of.get(photoId) ?? mean) - mean);
}

/** Returns a function that measures a cosine in standard deviations from what chance gives. */
function deviationsFrom(background: Background | null): (cosine: number) => number {
  if (!background) return (cosine) => cosine;
  const pairs = (background.documents * (background.documents - 1)) / 2;
  const believed = Math.min(1, pairs / fewPairs);
  const deviation =
    believed * background.deviation + (1 - believed) * Math.max(background.deviation, guessedDeviation);
  return (cosine) => (cosine - background.mean) / Math.max(deviation, 1e-4);
}
