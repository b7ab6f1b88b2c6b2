import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { explainReading } from "./explain-reading.ts";

test("a reading is explained by classes, rules and what was left", () => {
  const explained = explainReading("a dog in Lisbon from March to May 2021 without Ben", context);
  expect(explained.tokens[3]).toEqual({ text: "Lisbon", classes: [], names: ["city Lisbon"] });
  expect(explained.tokens[5]?.classes).toEqual(expect.arrayContaining(["when.months", "when.shy"]));
  expect(explained.rules).toEqual([
    { rule: "place behind its lead", detail: null, words: "in Lisbon", label: "in Lisbon" },
    {
      rule: "time",
      detail: "from time to time",
      words: "from March to May 2021",
      label: "March 2021 to May 2021",
    },
    { rule: "person", detail: null, words: "without Ben", label: "with Ben" },
  ]);
  expect(explained).toMatchObject({ language: "en", left: "a dog", without: [], lost: "" });
});

test("the form of a sentence is told apart from what it says of photos", () => {
  const { frame, rules } = explainReading("how many photos are from Porto?", { ...context, hasShown: true });
  expect(frame).toEqual({ intent: "question", rest: "from Porto" });
  expect(rules.map(({ rule }) => rule)).toEqual(["place behind its lead"]);
});
