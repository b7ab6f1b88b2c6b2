import { expect, test } from "vitest";
import { shown } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";
import type { Measured } from "./types.ts";

test.each<[sentence: string, measured: Measured | undefined, reading: string]>([
  ["under 800", "iso", "iso < 800; narrow camera"],
  ["make that 6400", "iso", "iso = 6400; replace camera"],
  ["only over 3200", "iso", "iso > 3200; narrow camera"],
  ["4 or more", "rating", "rating >= 4; narrow rating"],
  ["at most 3", "rating", "rating <= 3; narrow rating"],
  ["mindestens 4", "rating", "rating >= 4; narrow rating"],
  ["over 100", "focalLength", "focalLength > 100; narrow camera"],
  // These numbers say how many photos are wanted, not how many stars.
  ["five", "rating", "limit 5; narrow"],
  ["at most 20", "rating", "limit 20; narrow"],
  ["just ten", "iso", "limit 10; narrow"],
  ["under 800 dogs", "iso", '"under 800 dogs"'],
])("%s after %s", (sentence, measured, reading) => {
  expect(show(readQuestion(sentence, { ...shown, measured }))).toBe(reading);
});
