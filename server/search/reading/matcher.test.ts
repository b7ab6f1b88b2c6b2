import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { english } from "../../languages/en/english.ts";
import { tokensOf } from "../../languages/tokens.ts";
import { as, led, longest, many, mark, maybe, oneOf, rule, shape, unless } from "./matcher.ts";
import type { Sentence } from "./sentence.ts";
import { classBefore, classesAt } from "./tagging.ts";

function sentenceOf(text: string): Sentence {
  const tokens = tokensOf(text, []);
  return { text, tokens, language: english, context, names: new Map(), isReplacement: false };
}

test("a word has all classes that it may be, and a phrase is found from both of its ends", () => {
  const sentence = sentenceOf("in May before last");
  expect(classesAt(sentence, 1)).toEqual(expect.arrayContaining(["when.months", "when.shy", "commonWords"]));
  expect(classesAt(sentence, 2)).toEqual(expect.arrayContaining(["when.lastButOne", "when.before"]));
  expect(classBefore(sentence, "when.lastButOne", 4)).toEqual({ from: 2, meaning: true });
  expect(classBefore(sentence, "when.leads", 1)).toEqual({ from: 0, meaning: true });
});

test("a rule keeps what its parts mean, and says its name", () => {
  const day = rule("day", [{ month: "when.months" }, "definite?", { day: shape(/^\d+$/) }], (said) => said);
  expect(day.match(sentenceOf("July the 4"), 0)).toMatchObject({ value: { month: 7 }, to: 3, rule: "day" });
  expect(day.match(sentenceOf("July the"), 0)).toBeNull();
});

test("alternatives, repetition, conditions and the longest match", () => {
  const month = as("when.months", (month) => month);
  const list = many(month, { between: oneOf("and", mark(",")), least: 2 });
  expect(list.match(sentenceOf("May, June and July and then"), 0)).toMatchObject({ value: [5, 6, 7], to: 5 });
  expect(list.match(sentenceOf("May and then"), 0)).toBeNull();
  const alone = rule("alone", [{ month }, unless("when.units")], ({ month }) => month);
  const counted = led(
    ["when.last?"],
    as("when.units", () => 0),
  );
  expect(longest(month, counted, alone).match(sentenceOf("last week"), 0)).toMatchObject({ value: 0, to: 2 });
  expect(maybe("when.seasons").match(sentenceOf("May"), 0)).toMatchObject({ value: null, to: 0 });
});
