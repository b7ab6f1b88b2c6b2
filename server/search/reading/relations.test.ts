import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { oneRelation } from "../../languages/relations.ts";
import { createNames } from "../vocabulary/names.ts";
import { readQuestion } from "./read-question.ts";
import type { Relative } from "./types.ts";

const relative = (
  name: string,
  relation: Relative["relation"],
  birthday: string | null = null,
): Relative => ({
  ...{ name, relation, birthday, nicknames: name === "Mia" ? ["Mimi"] : [] },
});
const relatives = [
  relative("Mia", "daughter", "2019-05-14"),
  relative("Ben", "son", "2015-09-01"),
  relative("Helga", "grandmother"),
  relative("Anna", "self"),
  relative("Bello", "dog"),
];
const names = createNames({
  entries: relatives.map(({ name }) => ({ kind: "person", value: name, photos: 9 })),
  relatives,
  ...{ makes: new Map(), countryCodes: new Map(), home: null, years: null },
});
const vocabulary = { ...names, locate: () => null, isPlace: () => false };
const read = (question: string) => readQuestion(question, { ...context, vocabulary });

test.each([
  ["my daughter at the beach", '"the beach"; people has Mia'],
  ["photos of my kids", "people in Mia|Ben"],
  ["photos of me", "people has Anna"],
  ["photos of me and Ben", "people has Anna; people has Ben"],
  ["me at the beach", '"the beach"; people has Anna'],
  ["moi à la plage", '"plage"; people has Anna'],
  ["grandma in 2024", "people has Helga; taken 2024-01-01–2024-12-31"],
  ["photos without my daughter", "!people has Mia"],
  ["our dog in the snow", '"the snow"; people has Bello'],
  ["Mimi", "people has Mia"],
  ["Mia's third birthday", "people has Mia; taken 2022-05-14"],
  ["my daughter's birthday", '"my daughter\'s birthday"'],
  ["when Ben was five", "people has Ben; taken 2020-09-01–2021-08-31"],
  ["Oma am Strand", '"Strand"; people has Helga'],
  ["meine Tochter", "people has Mia"],
  ["Mias dritter Geburtstag", "people has Mia; taken 2022-05-14"],
  ["als Ben fünf war", "people has Ben; taken 2020-09-01–2021-08-31"],
])("people by what they are to the asker: %s", (question, reading) => {
  expect(show(read(question))).toBe(reading);
});

test("a relation that nobody has is told, and the words stay what to look for", () => {
  const { whom, text } = read("photos of my sister at the beach");
  expect([whom, text]).toEqual([{ relation: "sister", said: "sister" }, "my sister at the beach"]);
  expect(read("a photo of our cat").whom).toEqual({ relation: "cat", said: "cat" });
  expect(read("show me dogs").whom).toBeUndefined();
});

test.each([
  ["photos of my sister Mia", undefined],
  ["my parents in 2019", null],
  ["my husband", "husband"],
  ["unsere Katze im Garten", "cat"],
  ["Opa im Garten", "grandfather"],
  ["US photos", undefined],
])("whom to ask after: %s", (question, relation) => {
  expect(read(question).whom?.relation).toBe(relation);
});

test.each([
  [["child", "daughter", "son"], "child"],
  [["wife", "partner"], "wife"],
  [["mother", "father"], null],
  [["grandmother"], "grandmother"],
] as const)("what one person is who is meant by %s", (relations, one) => {
  expect(oneRelation(relations)).toBe(one);
});
