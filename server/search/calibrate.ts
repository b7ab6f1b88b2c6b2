import { mulberry32 } from "../engines/index/background.ts";
import { type Found, rank, type Weighing } from "./rank.ts";
import { questionTokens } from "./words.ts";

/** A test question: the photos that were found for it, and the photo that it was made from. */
export interface RankingTrial {
  found: Found;
  documents: number;
  photoId: string;
}

/** Weights in deviations, from nearly vectors alone to nearly words alone. */
const weightsTried = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12];

/** A gain of mean reciprocal rank that is smaller is not worth a weight of its own. */
const margin = 0.01;
const resamples = 1_000;
/** The share of resamples in which the gain may stay below the margin. */
const doubt = 0.05;

/**
 * Chooses the weight of the best match by words beside these vectors: the weight that ranks the right photos highest,
 * if the gain is sure, or else the usual one. A gain is sure if it is more than a margin in nearly all resamples of the
 * questions (a bootstrap).
 */
export function chooseWeight(trials: RankingTrial[], usual: Weighing): number {
  const before = trials.map((trial) => reciprocalRankOf(trial, usual));
  let best = { words: usual.words, score: mean(before), gains: [] as number[] };
  for (const words of weightsTried) {
    const after = trials.map((trial) => reciprocalRankOf(trial, { ...usual, words }));
    const gains = after.map((rank, at) => rank - (before[at] ?? 0));
    if (mean(after) > best.score) best = { words, score: mean(after), gains };
  }
  return isSure(best.gains) ? best.words : usual.words;
}

function isSure(gains: number[]): boolean {
  if (gains.length === 0) return false;
  const random = mulberry32(1);
  const draw = () => gains[Math.floor(random() * gains.length)] ?? 0;
  const means = Array.from({ length: resamples }, () => mean(gains.map(draw)));
  return means.filter((gain) => gain < margin).length <= resamples * doubt;
}

const mean = (values: number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Returns the mean reciprocal rank: 1 if the right photo is always first. */
export const reciprocalRank = (trials: RankingTrial[], weighing: Weighing): number =>
  mean(trials.map((trial) => reciprocalRankOf(trial, weighing)));

function reciprocalRankOf({ found, documents, photoId }: RankingTrial, weighing: Weighing): number {
  const place = rank(found, documents, weighing).findIndex((hit) => hit.photoId === photoId);
  return place === -1 ? 0 : 1 / (place + 1);
}

/**
 * Keeps the questions that ask for their own photo: no other photo has the same question, and at least one
 * content word is in the caption. "What is the camera's name?" asks for no photo.
 */
export function tellingQuestions<Asked extends { question: string; caption: string }>(
  asked: Asked[],
): Asked[] {
  const keyOf = ({ question }: Asked) => tokensOf(question).join(" ");
  const times = new Map<string, number>();
  for (const one of asked) times.set(keyOf(one), (times.get(keyOf(one)) ?? 0) + 1);
  return asked.filter((one) => {
    const ofCaption = new Set(tokensOf(one.caption));
    return times.get(keyOf(one)) === 1 && tokensOf(one.question).some((token) => ofCaption.has(token));
  });
}

const tokensOf = (text: string) => questionTokens(text).flatMap(({ tokens }) => tokens);
