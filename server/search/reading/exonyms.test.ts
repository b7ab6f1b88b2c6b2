import { expect, test } from "vitest";
import { languages } from "#server/languages/languages.ts";
import { exonyms } from "#server/library/gazetteer/exonyms.ts";
import { nameKey } from "#server/library/gazetteer/names.ts";
import { isOurs } from "./language-detection.ts";

test("a place that is called like a word of a language needs grammar there, as everyday words do", () => {
  const names = exonyms.split(/[,\n]/).map(nameKey);
  const isEveryday = (name: string) => languages.some(({ commonWords }) => commonWords.has(name));
  expect(names.filter((name) => isOurs(name) && !isEveryday(name))).toEqual([]);
});
