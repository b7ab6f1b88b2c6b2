import { expect, test } from "vitest";
import { context, shown } from "#tests/fixtures/reading/context.ts";
import { planOf } from "../read-plan.ts";
import { readQuestion } from "../reading/read-question.ts";
import { changedBy } from "./changed.ts";
import { refined } from "./refine.ts";

const after = (question: string, sentence: string) => {
  const before = planOf(readQuestion(question, context));
  const reading = readQuestion(sentence, shown);
  return changedBy(
    before,
    refined(before, reading, reading.intent === "refine" ? reading.change : undefined),
  );
};

test("the change of a sentence is told by the labels of the chips", () => {
  expect(after("photos from Lisbon", "only 2024")).toEqual({ gone: [], came: ["2024"] });
  expect(after("photos from Lisbon", "Berlin instead")).toEqual({ gone: ["in Lisbon"], came: ["in Berlin"] });
  expect(after("photos from Lisbon in 2024", "drop the date")).toEqual({ gone: ["2024"], came: [] });
});

test("something that was left out comes back by its name alone", () => {
  const before = planOf(readQuestion("photos without Anna, not in Berlin", context));
  const reading = readQuestion("Berlin is ok after all", shown);
  const plan = refined(before, reading, reading.intent === "refine" ? reading.change : undefined);
  expect(plan.filters.map(({ field, negated }) => [field, negated])).toEqual([["people", true]]);
});
