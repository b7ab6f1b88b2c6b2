import { expect, test } from "vitest";
import { chooseWeight, type RankingTrial, reciprocalRank, tellingQuestions } from "./calibrate.ts";
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

test("the weight stays where the gain is small or rests on a few questions", () => {
  const vectorsKnow = trial({ right: 0.6, wrong: 0.5 }, { wrong: 3 });
  const indifferent = trial({ right: 0.6 }, { right: 3 });
  const gain = (trials: RankingTrial[]) =>
    reciprocalRank(trials, { ...usual, words: 0 }) - reciprocalRank(trials, usual);
  const few = [vectorsKnow, ...Array.from({ length: 79 }, () => indifferent)];
  expect(gain(few)).toBeCloseTo(0.00625, 5);
  expect(chooseWeight(few, usual)).toBe(usual.words);
  const someMore = [vectorsKnow, vectorsKnow, ...Array.from({ length: 48 }, () => indifferent)];
  expect(gain(someMore)).toBeCloseTo(0.02, 5);
  expect(chooseWeight(someMore, usual)).toBe(usual.words);
  const half = [
    ...Array.from({ length: 20 }, () => vectorsKnow),
    ...Array.from({ length: 20 }, () => indifferent),
  ];
  expect(chooseWeight(half, usual)).toBeLessThan(usual.words);
});

test("questions that several photos got, or that have no word of the photo's caption, do not count", () => {
  const asked = [
    { question: "the dog at the beach", caption: "A brown dog runs along a beach." },
    { question: "Where was it?", caption: "A lighthouse." },
    { question: "where was it", caption: "A red bus in the rain." },
    { question: "What is the camera's name?", caption: "Two boats in a harbour." },
    { question: "boats", caption: "Two boats in a harbour." },
    { question: "a boat", caption: "A boat on a lake." },
    { question: "lake with a ship", caption: "A boat on a lake." },
    { question: "Hund am Strand", caption: "Ein Hund läuft am Strand." },
  ];
  expect(tellingQuestions(asked).map(({ question }) => question)).toEqual([
    "the dog at the beach",
    "lake with a ship",
    "Hund am Strand",
  ]);
});
