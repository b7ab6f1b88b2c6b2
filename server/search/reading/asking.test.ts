import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kellers } from "#tests/fixtures/reading/keller-household.ts";
import { readQuestion } from "./read-question.ts";

const file = new URL("../../../tests/fixtures/reading/real-questions.jsonl", import.meta.url);
const questions = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line): { asked: string; after?: true; verdict: "right" | "harmless" | "wrong" } => JSON.parse(line));

test("of the real questions in docs/asking.md at most 8 % are judged wrong", () => {
  const wrong = questions.filter(({ verdict }) => verdict === "wrong");
  expect(wrong.length / questions.length).toBeLessThanOrEqual(0.08);
});

/** A question that is not read as it was meant gets no confident answer. */
test.each(
  questions.filter(({ verdict }) => verdict === "wrong"),
)("no number, date or place: $asked", (one) => {
  const reading = readQuestion(one.asked, { ...kellers, hasShown: one.after ?? false });
  expect(reading.intent).not.toBe("question");
});

test("what cannot be had by talking is never searched as a picture", () => {
  const asked = ["Delete the duplicates.", "create albums for all my trips", "Delete all blurry images"];
  for (const question of asked) expect(readQuestion(question, kellers).intent).toBe("chat");
});
