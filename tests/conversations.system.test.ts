import { expect, test } from "vitest";
import { runConversations } from "#evaluation/conversations/run.ts";

/** The goal that docs/evaluation.md sets. */
const exactShare = 0.98;

test("conversations about the fixture library get exact answers whose photos obey every filter", async () => {
  const { judged, misread } = await runConversations();
  expect(misread).toEqual([]);
  expect(judged.flatMap(({ disobeying }) => disobeying)).toEqual([]);
  expect(judged.length).toBeGreaterThan(300);
  const missed = judged.filter(({ faults }) => faults.length > 0);
  const words = missed.map(
    ({ before, say, faults }) => `${[...before, say].join(" → ")}: ${faults.join("; ")}`,
  );
  expect(1 - missed.length / judged.length, words.join("\n")).toBeGreaterThanOrEqual(exactShare);
}, 300_000);
