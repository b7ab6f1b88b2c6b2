import { expect, test } from "vitest";
import type { Scored } from "../port.ts";
import { best } from "./best.ts";

/** Makes a server that leaves out any of several equal hits: here those that come first by id. */
function answering(scores: number[]) {
  const hits: Scored[] = scores
    .map((score, number) => ({ photoId: String(number).padStart(6, "0"), score }))
    .sort((a, b) => b.score - a.score || (a.photoId > b.photoId ? -1 : 1));
  return async (atMost: number) => hits.slice(0, atMost);
}

const cases: [string, number[]][] = [
  ["none", []],
  ["all alike", Array.from({ length: 3_000 }, () => 1)],
  ["all different", Array.from({ length: 3_000 }, (_, number) => number)],
  ["alike by hundreds", Array.from({ length: 3_000 }, (_, number) => number % 30)],
];

test.each(
  cases,
)("The best hits are exact, and equal ones are in the order of their ids: %s", async (_, scores) => {
  const expected = scores
    .map((score, number) => ({ photoId: String(number).padStart(6, "0"), score }))
    .sort((a, b) => b.score - a.score || (a.photoId < b.photoId ? -1 : 1));
  for (const limit of [1, 50, 100, 2_999, 10_000]) {
    expect(await best(limit, answering(scores))).toEqual(expected.slice(0, limit));
  }
});
