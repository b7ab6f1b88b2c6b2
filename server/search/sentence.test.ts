import { expect, test } from "vitest";
import type { Photo } from "../library/photo.ts";
import { planQuestion } from "./plan.ts";
import { sentenceFor } from "./sentence.ts";

const clock = { now: new Date("2026-11-22T12:00:00Z"), timeZone: "UTC" };
const hitFrom = (takenAt: string | null) => ({
  photo: { takenAt } as Photo,
  score: 1,
  why: { words: [], similarity: null, filters: [] },
  more: [],
});

test.each([
  ["a dog", 7, "2023-05-14T10:00:00", "7 photos, the best from May 2023."],
  ["a dog", 1, "2023-05-14T10:00:00+02:00", "1 photo, from May 2023."],
  ["a dog", 1234, null, "1,234 photos."],
  ["", 3, "2024-12-31T23:59:59", "3 photos, the newest from December 2024."],
  ["a dog in May 2023", 2, "2023-05-14T10:00:00", "2 photos from May 2023."],
  ["between 2007 and 2023", 5, "2010-01-01T00:00:00", "5 photos from 2007 to 2023."],
  ["snow since 2020", 5, "2021-01-01T00:00:00", "5 photos since 2020."],
  ["quantum chromodynamics", 0, null, "No photo matches."],
  ["snow in 2020", 0, null, "No photo from 2020 matches."],
])("%s: %i photos", (question, total, takenAt, sentence) => {
  const hits = total === 0 ? [] : total === 1 ? [hitFrom(takenAt)] : [hitFrom(takenAt), hitFrom(null)];
  expect(sentenceFor(planQuestion(question, clock), total, hits)).toBe(sentence);
});
