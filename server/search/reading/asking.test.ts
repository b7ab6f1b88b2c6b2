import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kellers } from "#tests/fixtures/reading/keller-household.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";
import type { Reading } from "./types.ts";

interface Judged {
  asked: string;
  /** It follows an answer. */
  after?: boolean;
  /** How it was read when a person judged it. */
  reading: string;
  verdict: "right" | "harmless" | "wrong";
}

const file = new URL("../../../tests/fixtures/reading/real-questions.jsonl", import.meta.url);
const questions = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line): Judged => JSON.parse(line));
const read = ({ asked, after = false }: Pick<Judged, "asked" | "after">) =>
  readQuestion(asked, { ...kellers, hasShown: after });

/** As `show`, with the wish that cannot be fulfilled by talking. */
const shownWhole = (reading: Reading) =>
  show(reading) + (reading.refused ? `; refused ${reading.refused}` : "");

test.each(questions)("is read as it was judged: $asked", (one) => {
  expect(shownWhole(read(one))).toBe(one.reading);
});

test("docs/asking.md shows the readings that were judged, and counts them", () => {
  const rows = questions.map(({ asked, after, reading, verdict }, at) => {
    const [question, shown] = [`${after ? "↳ " : ""}${asked}`, reading].map((text) =>
      text.replaceAll("|", "¦"),
    );
    return `| ${at + 1} | ${question} | \`${shown}\` | ${verdict} |`;
  });
  const page = readFileSync(new URL("../../../docs/asking.md", import.meta.url), "utf8");
  expect(page.split("\n").filter((line) => /^\| \d/.test(line))).toEqual(rows);
  const [right, harmless, wrong] = (["right", "harmless", "wrong"] as const).map(
    (kind) => questions.filter(({ verdict }) => verdict === kind).length,
  );
  expect(page).toContain(`| now | ${right} | ${harmless} | ${wrong} (`);
});

test("at most 8 % of the real questions in docs/asking.md are judged wrong", () => {
  const wrong = questions.filter(({ verdict }) => verdict === "wrong");
  expect(wrong.length / questions.length).toBeLessThanOrEqual(0.08);
});

/** A question that is not read as it was meant gets no confident answer. */
test.each(
  questions.filter(({ verdict }) => verdict === "wrong"),
)("no number, date or place: $asked", (one) => {
  expect(read(one).intent).not.toBe("question");
});

test("a wish that cannot be fulfilled by talking is never searched as a picture", () => {
  const asked = ["Delete the duplicates.", "create albums for all my trips", "Delete all blurry images"];
  for (const question of asked) expect(readQuestion(question, kellers).intent).toBe("chat");
});
