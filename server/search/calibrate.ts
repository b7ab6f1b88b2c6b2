import { type Found, rank, type Weighing } from "./rank.ts";

/** A question, what was found for it, and the photo that it was made from. */
export interface RankingTrial {
  found: Found;
  documents: number;
  photoId: string;
}

/** In deviations; from vectors nearly alone to words nearly alone. */
const weightsTried = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12];

/**
 * What the best match by words should be worth beside these vectors: the weight that brings the right photos up most, and
 * the usual one where no other does.
 */
export function chooseWeight(trials: RankingTrial[], usual: Weighing): number {
  let best = { words: usual.words, score: reciprocalRank(trials, usual) };
  for (const words of weightsTried) {
    const score = reciprocalRank(trials, { ...usual, words });
    if (score > best.score) best = { words, score };
  }
  return best.words;
}

/** Mean reciprocal rank: 1 where the right photo is always first. */
export function reciprocalRank(trials: RankingTrial[], weighing: Weighing): number {
  if (trials.length === 0) return 0;
  const sum = trials.reduce((total, { found, documents, photoId }) => {
    const place = rank(found, documents, weighing).findIndex((hit) => hit.photoId === photoId);
    return total + (place === -1 ? 0 : 1 / (place + 1));
  }, 0);
  return sum / trials.length;
}
