import { expect, test } from "vitest";
import { chooseWeight, type RankingTrial } from "./calibrate.ts";
import { weighingFor } from "./rank.ts";

const usual = weighingFor(false, "words");
const background = { documents: 500, mean: 0, deviation: 0.1 };
const scored = (scores: Record<string, number>) =>
  Object.entries(scores).map(([photoId, score]) => ({ photoId, score }));

function trial(cosines: Record<string, number>, words: Record<string, number>): RankingTrial {
  const matches = scored(words);
  const word = { word: "word", frequency: matches.length, common: false, matches };
  return {
    found: { near: scored(cosines), background, crowding: null, words: [word] },
    documents: 500,
    photoId: "right",
  };
}

test("words weigh little where only the vectors are right, and much where only the words are", () => {
  const vectorsKnow = trial({ right: 0.6, wrong: 0.5 }, { wrong: 3 });
  const wordsKnow = trial({ right: 0.3, wrong: 0.6 }, { right: 3 });
  expect(chooseWeight([vectorsKnow, vectorsKnow], usual)).toBeLessThan(1);
  expect(chooseWeight([wordsKnow, wordsKnow], usual)).toBeGreaterThan(2);
});

test("without test questions the usual weight stays", () => {
  expect(chooseWeight([], usual)).toBe(usual.words);
});
