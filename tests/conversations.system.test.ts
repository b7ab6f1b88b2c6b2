import { expect, test } from "vitest";
import { runConversations } from "#evaluation/conversations/run.ts";

/** The goal that docs/evaluation.md sets. */
const exactShare = 0.98;

test("conversations about the fixture library get exact answers whose photos obey every filter", async () => {
  const { judged, misread } = await runConversations();
  expect(misread).toEqual([]);
  expect(judged.flatMap(({ disobeying }) => disobeying)).toEqual([]);
  const seen = judged.filter(({ split }) => split === "seen");
  expect(seen.length).toBeGreaterThan(300);
  const missed = seen.filter(({ faults }) => faults.length > 0);
  const words = missed.map(
    ({ before, say, faults }) => `${[...before, say].join(" → ")}: ${faults.join("; ")}`,
  );
  expect(1 - missed.length / seen.length, words.join("\n")).toBeGreaterThanOrEqual(exactShare);
}, 300_000);
