import { type Found, rank, type Weighing } from "./rank.ts";

/** A test question: what was found for it, and the photo that it was made from. */
export interface RankingTrial {
  found: Found;
  documents: number;
  photoId: string;
}

/** Weights in deviations, from nearly vectors alone to nearly words alone. */
const weightsTried = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12];

/**
 * Chooses what the best match by words is worth beside these vectors: the weight that ranks the right photos
 * highest, or the usual one if no other is better.
 */
export function chooseWeight(trials: RankingTrial[], usual: Weighing): number {
  let best = { words: usual.words, score: reciprocalRank(trials, usual) };
  for (const words of weightsTried) {
    const score = reciprocalRank(trials, { ...usual, words });
    if (score > best.score) best = { words, score };
  }
  return best.words;
}

/** Returns the mean reciprocal rank: 1 if the right photo is always first. */
export function reciprocalRank(trials: RankingTrial[], weighing: Weighing): number {
  if (trials.length === 0) return 0;
  const sum = trials.reduce((total, { found, documents, photoId }) => {
    const place = rank(found, documents, weighing).findIndex((hit) => hit.photoId === photoId);
    return total + (place === -1 ? 0 : 1 / (place + 1));
  }, 0);
  return sum / trials.length;
}
