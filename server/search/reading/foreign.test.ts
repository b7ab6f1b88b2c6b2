import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

// No grammar of ours reads these: "en mai" is no German May, and "no" in Portuguese denies nothing.
test.each([
  ["photos de Paris en mai 2024", '"Paris mai 2024"'],
  ["fotos de la playa en verano", '"playa verano"'],
  ["O que comemos no hotel em Lisboa?", '"comemos hotel Lisboa"'],
  ["Montre-moi les photos des vacances 2024", '"vacances 2024"'],
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
