import { expect, test } from "vitest";
import { type Found, rank, weighingFor } from "./rank.ts";

const trained = weighingFor(true, "words");
const plain = weighingFor(false, "words");
const background = { documents: 500, mean: 0.1, deviation: 0.1 };
const word = (name: string, matches: Record<string, number>, frequency = Object.keys(matches).length) => ({
  word: name,
  frequency,
  common: false,
  matches: Object.entries(matches).map(([photoId, score]) => ({ photoId, score })),
});
const near = (cosines: Record<string, number>) =>
  Object.entries(cosines).map(([photoId, score]) => ({ photoId, score }));
const order = (found: Omit<Found, "crowding"> & Partial<Found>, weighing = trained) =>
  rank({ crowding: null, ...found }, background.documents, weighing).map((hit) => hit.photoId);

test("a photo that is near to everything ranks lower, and a photo whose hub is unknown counts as ordinary", () => {
  const found = { near: near({ crowded: 0.62, right: 0.6, unknown: 0.59 }), background, words: [] };
  expect(order(found)).toEqual(["crowded", "right", "unknown"]);
  const of = new Map([
    ["crowded", 0.8],
    ["right", 0.4],
  ]);
  expect(order({ ...found, crowding: { of, mean: 0.5 } })).toEqual(["right", "unknown", "crowded"]);
});

test("near photos come first, and photos that are near by chance are cut off", () => {
  expect(order({ near: near({ a: 0.3, b: 0.6, c: 0.15, d: -0.1 }), background, words: [] })).toEqual([
    "b",
    "a",
  ]);
});

test("the cut-off follows the space, wherever its cosines lie", () => {
  const high = { documents: 500, mean: 0.9, deviation: 0.01 };
  expect(order({ near: near({ a: 0.93, b: 0.905 }), background: high, words: [] })).toEqual(["a"]);
});

test("nonsense finds nothing, because hardly a word is known and no photo is near", () => {
  const words = ["quantum", "chromodynamics", "lecture", "notes"].map((name) =>
    word(name, name === "notes" ? { a: 3 } : {}),
  );
  expect(order({ near: near({ a: 0.12, b: 0.2 }), background, words })).toEqual([]);
  expect(order({ near: null, background: null, words })).toEqual([]);
});

test("without vectors only the words rank", () => {
  const words = [word("dog", { a: 2, b: 3, c: 1 }), word("beach", { b: 2, d: 2 })];
  expect(order({ near: null, background: null, words: words.slice(0, 1) })).toEqual(["b", "a", "c"]);
});

test("if some photos have all of a few words, photos with a part of them are weaker matches", () => {
  const words = [word("dog", { a: 2, b: 3, c: 1 }), word("beach", { b: 2, d: 2 })];
  const found = { near: null, background: null, crowding: null, words };
  expect(order(found)).toEqual(["b"]);
  expect(rank(found, 500, trained, "weaker").map(({ photoId }) => photoId)).toEqual(["d", "a", "c"]);
  const apart = [word("dog", { a: 2, c: 1 }), word("beach", { d: 2 })];
  expect(order({ ...found, words: apart })).toHaveLength(3);
  const many = [...words, word("ball", { a: 1 }), word("red", { c: 1 })];
  expect(order({ ...found, words: many }).length).toBeGreaterThan(1);
});

test("a part of the words and a near vector together are enough", () => {
  const words = [word("dog", { a: 2, b: 3 }), word("beach", { b: 2 })];
  expect(order({ near: near({ a: 0.25, b: 0.3 }), background, words })).toEqual(["b", "a"]);
});

test("among equally near photos the one that has the words comes first", () => {
  const words = [word("dog", { b: 2 })];
  expect(order({ near: near({ a: 0.5, b: 0.5 }), background, words })).toEqual(["b", "a"]);
});

test("a plain language model's words outweigh its vectors, a retrieval model's do not", () => {
  const found = { near: near({ vector: 0.45, words: 0.3 }), background, words: [word("dog", { words: 2 })] };
  expect(order(found, trained)).toEqual(["vector", "words"]);
  expect(order(found, plain)).toEqual(["words", "vector"]);
});

test("a photo without a vector is found by its words, beside photos with one", () => {
  const found = { near: near({ old: 0.5 }), background, words: [word("dog", { old: 2, fresh: 2 })] };
  expect(order(found)).toEqual(["old", "fresh"]);
});

test("photos with equal scores keep a stable order", () => {
  const found = { near: near({ a: 0.5, c: 0.5, b: 0.5 }), background, words: [] };
  expect(order(found)).toEqual(["c", "b", "a"]);
});

test("a number alone finds nothing if another word of the question is found", () => {
  const tram = word("Tram", { tram28: 3, tram: 3 });
  expect(
    order({ near: null, background: null, words: [tram, word("28", { tram28: 2, the28th: 2 })] }),
  ).toEqual(["tram28"]);
  expect(order({ near: null, background: null, words: [word("28", { the28th: 2 })] })).toEqual(["the28th"]);
});
