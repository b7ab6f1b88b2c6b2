import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

// No grammar of ours reads these: "no" in Portuguese denies nothing, though Spanish has most of the words.
test.each([
  ["O que comemos no hotel em Lisboa?", '"comemos hotel Lisboa"'],
  ["fotos da praia em Lisboa", '"praia Lisboa"'],
  ["foto della spiaggia con il cane", '"spiaggia cane"'],
  ["foto's van de hond", '"hond"'],
  ["mostra le foto di", '"mostra le foto di"'],
])("%s is searched as text", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

test.each([
  ["Costa de la Luz in 2019", '"Costa de la Luz"; taken 2019-01-01–2019-12-31'],
  ["a dog en route to Paris", '"a dog en route"; city = Paris'],
  ["Fotos mit Anna", "people has Anna"],
  ["mit Blitz", "flash = true"],
])("%s is in a language of ours", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

test.each(["war", "boarding pass"])("%s is English, although German has its words", (question) => {
  expect(readQuestion(question, context)).toMatchObject({ language: "en", text: question, filters: [] });
});
