import { expect, test } from "vitest";
import { cpuTime } from "#tests/fixtures/cpu-time.ts";
import { documentTokens, questionTokens } from "./words.ts";

/** Returns the words of the question that stand in the text. */
function found(question: string, text: string): string[] {
  const tokens = new Set(documentTokens(text).split(" "));
  return questionTokens(question)
    .filter((word) => word.tokens.some((token) => tokens.has(token)))
    .map(({ word }) => word);
}

test.each([
  ["dogs", "A dog runs"],
  ["run", "A dog running"],
  ["forests", "In the forest"],
  ["beach", "Two beaches"],
  ["Hunde", "Ein Hund"],
  ["Frühlinge", "Im Frühling"],
  ["Lied", "Alte Lieder"],
  ["Hauser", "Viele Häuser"],
  ["STRASSE", "Die Straße"],
  ["cafe", "Le Café"],
  ["cafe", "Le Cafe\u0301"],
  ["Lodz", "Łódź"],
  ["Odegard", "Ødegård"],
  ["istanbul", "İSTANBUL"],
  ["Ｌｉｓｂｏｎ", "lisbon"],
  ["fine", "ﬁne"],
  ["Fotografie", "Foto\u00adgrafie"],
  ["img", "IMG_2041.HEIC"],
  ["2041", "IMG_2041.HEIC"],
  ["img_2041.heic", "IMG_2041.HEIC"],
  ["dsc0193", "DSC0193.JPG"],
  ["犬", "犬が走る"],
  ["東京", "東京タワー"],
  ["ガラス", "ｶﾞﾗｽ"],
  ["한국", "한국어 문장"],
  ["москва", "МОСКВА"],
  ["नमस्ते", "नमस्ते दुनिया"],
])("%s is found in %s", (question, text) => {
  expect(found(question, text)).not.toEqual([]);
});

test.each([
  ["for", "In the forest"],
  ["かき", "がき"],
  ["京東", "東京"],
  ["2041", "IMG_20411.HEIC"],
])("%s is not found in %s", (question, text) => {
  expect(found(question, text)).toEqual([]);
});

test("A question is searched by its meaningful words, each as it was written", () => {
  expect(questionTokens("Show me photos of two Dogs on a beach")).toEqual([
    { word: "two", tokens: ["two"] },
    { word: "Dogs", tokens: ["dog"] },
    { word: "beach", tokens: ["beach"] },
  ]);
  expect(questionTokens("Zeige mir Bilder für Hüte").map(({ word }) => word)).toEqual(["Hüte"]);
  expect(questionTokens("the man's fur hat").map(({ word }) => word)).toEqual(["man", "fur", "hat"]);
  expect(questionTokens("who is this?")).toEqual([]);
});

test("A file name gives its parts and the whole name", () => {
  expect(questionTokens("IMG_2041.HEIC")).toEqual([
    { word: "IMG_2041", tokens: ["img", "2041", "img_2041"] },
    { word: "HEIC", tokens: ["heic"] },
  ]);
});

test("Tokens hold letters, digits, marks and underscores only", () => {
  const hostile = '\ud800 x\udc00y \u0000 a\u0000b "AND" NEAR( * ½ a_½ ﷺ 1️⃣ 👩‍👩‍👧 ‮evil 😀 __ constructor';
  const tokens = documentTokens(hostile).split(" ");
  expect(tokens).toContain("near");
  expect(tokens).toContain("evil");
  expect(tokens.filter((token) => !/^[\p{L}\p{M}\p{N}_]+$/u.test(token))).toEqual([]);
  expect(documentTokens("😀 ...")).toBe("");
});

// Processor time, because a machine that is busy with other things interrupts the work.
test.each([
  ["prose", "A brown dog is running along the sandy beach towards three smiling children. "],
  ["one letter", "y"],
  ["underscores", "a_"],
  ["accents", "e\u0301\u0302"],
  ["characters", "東京"],
])("two thousand characters of %s take less than 5 ms", (_, piece) => {
  const text = piece.repeat(Math.ceil(2000 / piece.length)).slice(0, 2000);
  const times = Array.from({ length: 5 }, () => cpuTime(() => documentTokens(text)));
  expect(Math.min(...times)).toBeLessThan(5);
});
