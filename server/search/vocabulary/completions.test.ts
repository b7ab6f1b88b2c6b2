import { expect, test } from "vitest";
import type { VocabularyEntry } from "../reading/types.ts";
import { createCompletions } from "./completions.ts";

const entry = (kind: VocabularyEntry["kind"], value: string, photos: number) => ({ kind, value, photos });
const complete = createCompletions([
  entry("city", "Lisbon", 120),
  entry("keyword", "Lisbon", 3),
  entry("city", "New York", 25),
  entry("person", "Anna", 80),
  entry("person", "Annabel Lee", 8),
  entry("camera", "Canon EOS 40D", 70),
  entry("city", "Zürich", 9),
]);
const names = (text: string) => complete(text, 6).names.map(({ value }) => value);

test("the last words become names that they begin, in any case and with or without accents", () => {
  expect(names("the dog in li")).toEqual(["Lisbon"]);
  expect(names("ZUR")).toEqual(["Zürich"]);
  expect(names("an")).toEqual(["Anna", "Annabel Lee"]);
  expect(names("with anna")).toEqual(["Annabel Lee"]);
  expect(names("by eos")).toEqual(["Canon EOS 40D"]);
});

test("a name of several words goes on after its first", () => {
  expect(complete("snow in new y", 6)).toEqual({
    replaces: "new y".length,
    names: [entry("city", "New York", 25)],
  });
});

test("a name that stands there, a word that is over and a single letter are left alone", () => {
  for (const text of ["Lisbon", "in lisbon", "li ", "li,", "l", "", "  ", "…"])
    expect(names(text)).toEqual([]);
});

test("the most frequent names come first, however many there are", () => {
  const many = Array.from({ length: 50_000 }, (_, n) => entry("keyword", `keyword ${n} of many`, n));
  const { names: found } = createCompletions(many)("keyword 4", 3);
  expect(found.map(({ photos }) => photos)).toEqual([49_999, 49_998, 49_997]);
});
