import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { readQuestion } from "./read-question.ts";

const live = ["motion", "=", true];

test.each([
  ["live photos", "", live],
  ["Live Photos", "", live],
  ["motion photos", "", live],
  ["my live photos of dogs", "dogs", live],
  ["live photos of dogs", "dogs", live],
  ["Live-Fotos", "", live],
  ["meine Livefotos von Hunden", "Hunden", live],
  ["bewegte Fotos", "", live],
])("%s", (question, text, filter) => {
  const reading = readQuestion(question, context);
  const { field, operator, value } = reading.filters[0] ?? {};
  expect([reading.text, [field, operator, value]]).toEqual([text, filter]);
});

test("words such as “alive” and “moving” do not mean live photos", () => {
  for (const question of ["live music", "people in motion", "Bewegung"])
    expect(readQuestion(question, context).filters).toEqual([]);
});
