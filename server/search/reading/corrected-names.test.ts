import { expect, test } from "vitest";
import { createGazetteer } from "#server/library/gazetteer/gazetteer.ts";
import { context } from "#tests/fixtures/reading/context.ts";
import { createNames } from "../vocabulary/names.ts";
import { knownPlaces } from "../vocabulary/vocabulary.ts";
import { readQuestion } from "./read-question.ts";
import type { VocabularyEntry } from "./types.ts";

const named = (kind: VocabularyEntry["kind"], ...values: string[]) =>
  values.map((value): VocabularyEntry => ({ kind, value, photos: 20 }));

const names = createNames({
  entries: [
    ...named("city", "Lisbon", "Palma", "Granada", "Paris", "Porto", "Sydney", "Edinburgh", "Munich"),
    ...named("country", "Ireland", "Germany", "Spain"),
    ...named("person", "Maria", "Anna", "Lena Rossi", "Tomasz"),
    ...named("make", "Canon"),
  ],
  countryCodes: new Map([
    ["Ireland", "IE"],
    ["Germany", "DE"],
    ["Spain", "ES"],
  ]),
  makes: new Map(),
  home: null,
  years: null,
});
const gazetteer = createGazetteer();
const vocabulary = { ...names, locate: () => null, isPlace: knownPlaces(gazetteer) };

const filtersOf = (question: string) => readQuestion(question, { ...context, vocabulary }).filters;

test.each([
  "photos from Iceland",
  "pictures of Parma",
  "sunset in Grenada",
  "dogs in parks",
  "boats in the marina",
  "photos of Marina",
  "pictures with Marina",
  "a man in the canyon",
  "soldiers with a cannon",
  "a shirt with a stain",
  "a church in the parish",
  "ships in ports",
  "photos with Germans",
  "Fotos aus Island",
  "Bilder aus Parma",
  "Sonnenuntergang in Grenada",
  "Hunde in Parks",
  "Boote in der Marina",
  "ein Mann im Canyon",
  "Bilder von Island",
  "mit einer Insel",
  "Schiffe in Ports",
  "Fotos aus Iceland",
])("a word or a place is no misspelt name: %s", (question) => {
  expect(filtersOf(question)).toEqual([]);
});

test.each([
  ["photos from Lisbom", "Lisbon"],
  ["pictures from lisbn in 2023", "Lisbon"],
  ["photos from Irelnd", "Ireland"],
  ["taken in Sidney", "Sydney"],
  ["Edinburg castle", "Edinburgh"],
  ["with Marai", "Maria"],
  ["pictures of Ana in Lisbon", "Anna"],
  ["pictures of Tomsz", "Tomasz"],
  ["pictures of Lena Rosi", "Lena Rossi"],
  ["in Munihc", "Munich"],
  ["Fotos aus Lisabon", "Lisbon"],
  ["Bilder aus Irelnd", "Ireland"],
  ["Fotos mit Marai", "Maria"],
  ["nachts in Munhich", "Munich"],
  ["mit Tomsz", "Tomasz"],
  ["Fotos aus Sydny", "Sydney"],
  ["Fotos von Lena Rosi", "Lena Rossi"],
])("a filter knows which name was meant: %s", (question, meant) => {
  expect(filtersOf(question).flatMap((filter) => filter.meant ?? [])).toEqual([meant]);
});

test.each([
  "photos from Lisbon",
  "Fotos aus Lissabon",
  "Lisboa",
  "in München",
  "mit Anna",
  "EUROPE",
  "in Irland",
])("nothing was corrected: %s", (question) => {
  expect(filtersOf(question).length).toBeGreaterThan(0);
  expect(filtersOf(question).filter(({ meant }) => meant !== undefined)).toEqual([]);
});

test("a word beside a year is no misspelt month", () => {
  const read = readQuestion("a football match 2019", { ...context, vocabulary });
  expect([read.text, read.filters.map(({ label }) => label)]).toEqual(["a football match", ["2019"]]);
});
