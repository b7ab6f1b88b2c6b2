import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { readQuestion } from "./read-question.ts";

const read = (question: string) => {
  const { text, filters } = readQuestion(question, context);
  const values = (value: unknown) =>
    Array.isArray(value) ? value.map((each) => Math.round(Number(each) * 1e5) / 1e5) : value;
  return [text, ...filters.map(({ field, operator, value }) => [field, operator, values(value)])];
};

test.each([
  ["f/1.8", "", ["aperture", "within", [1.71, 1.89]]],
  ["dogs at f/1.8", "dogs", ["aperture", "within", [1.71, 1.89]]],
  ["portraits under f/2.8", "portraits", ["aperture", "<", 2.8]],
  ["Hunde mit Blende 2.8", "Hunde", ["aperture", "within", [2.66, 2.94]]],
  ["ab ISO 1600", "", ["iso", ">=", 1600]],
  ["Katzen ab ISO 1600", "Katzen", ["iso", ">=", 1600]],
  ["cats over ISO 800", "cats", ["iso", ">", 800]],
  ["long exposures", "", ["exposure", ">=", 1]],
  ["Langzeitbelichtungen", "", ["exposure", ">=", 1]],
  ["long exposures of a river", "a river", ["exposure", ">=", 1]],
  ["birds at 1/1000 s", "birds", ["exposure", "within", [0.00095, 0.00105]]],
  ["shutter speed 1/250", "", ["exposure", "within", [0.0038, 0.0042]]],
  ["Vögel mit Belichtungszeit 1/500", "Vögel", ["exposure", "within", [0.0019, 0.0021]]],
])("%s", (question, text, filter) => {
  expect(read(question)).toEqual([text, filter]);
});

test.each([
  "an F16 over the sea",
  "F1 race",
  "one second later",
  "half 1/2 of a pizza",
])("%s names no setting of a camera", (question) => {
  expect(readQuestion(question, context).filters).toEqual([]);
});
