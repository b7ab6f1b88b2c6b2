import { expect, test } from "vitest";
import { agreedKinds } from "./agreement.ts";
import { emojiLines, foreignLines } from "./bridge.ts";
import { candidatePairs } from "./candidate-pairs.ts";
import { parseFrequencies } from "./commonness.ts";
import { completeKinds, lemmaCodes, lemmaLines } from "./entries.ts";
import { kindsByCompound } from "./kinds-by-compound.ts";
import { parseWordNet } from "./read-wordnet.ts";
import { wordRoles } from "./word-roles.ts";

/** A tiny WordNet: animals, a sausage, headphones, snow, a child, skiing. */
const wordnet = parseWordNet({
  noun: `
  1 Lines of the licence are indented.
00000001 05 n 01 animal 0 002 ~ 00000002 n 0000 ~ 00000005 n 0000 | a living thing
00000002 05 n 02 dog 0 domestic_dog 0 002 @ 00000001 n 0000 ~ 00000003 n 0000 | it barks
00000003 05 n 02 poodle 0 lap_dog 0 001 @ 00000002 n 0000 | it is curly
00000004 13 n 01 hot_dog 0 000 | a sausage in a bun
00000005 05 n 02 cat 0 rag 0 001 @ 00000001 n 0000 | it purrs
00000006 06 n 01 headset 0 001 ~ 00000007 n 0000 | it plays sound
00000007 06 n 02 earpiece 0 phone 0 001 @ 00000006 n 0000 | it is held to the ear
00000008 06 n 01 phone 0 000 | one calls with it
00000009 19 n 01 snow 0 001 + 00000021 a 0101 | it is white
00000010 18 n 01 child 0 000 | a young person
00000011 18 n 02 male_child 0 boy 0 000 | a young male person
00000012 04 n 01 skiing 0 001 + 00000031 v 0101 | a sport
00000013 18 n 01 skier 0 001 + 00000031 v 0101 | someone who skis
00000014 06 n 01 rag 0 000 | a piece of cloth
`,
  verb: `
00000031 38 v 01 ski 0 002 + 00000012 n 0101 + 00000013 n 0101 01 + 08 00 | move on skis
00000032 43 v 01 snow 0 000 00 | fall as snow
00000033 35 v 02 cut 0 carve 0 001 ~ 00000034 v 0000 00 | part with a blade
00000034 35 v 01 slice 0 000 00 | cut into slices
`,
  adj: `
00000021 00 s 01 snowy(p) 0 000 | covered with snow
00000022 00 a 01 big 0 001 & 00000023 a 0000 | above average
00000023 00 s 01 huge 0 001 & 00000022 a 0000 | very big
`,
  senses: `
animal%1:05:00:: 00000001 1 9
big%3:00:00:: 00000022 1 9
boy%1:18:00:: 00000011 1 9
cat%1:05:00:: 00000005 1 9
child%1:18:00:: 00000010 1 9
carve%2:35:00:: 00000033 1 1
cut%2:35:00:: 00000033 1 9
dog%1:05:00:: 00000002 1 9
domestic_dog%1:05:00:: 00000002 1 0
earpiece%1:06:00:: 00000007 1 1
headset%1:06:00:: 00000006 1 1
hot_dog%1:13:00:: 00000004 1 1
huge%5:00:00:big:00 00000023 1 3
lap_dog%1:05:00:: 00000003 1 0
male_child%1:18:00:: 00000011 1 0
phone%1:06:00:: 00000008 1 9
phone%1:06:01:: 00000007 2 1
poodle%1:05:00:: 00000003 1 2
rag%1:06:00:: 00000014 1 9
rag%1:05:00:: 00000005 2 0
ski%2:38:00:: 00000031 1 5
skier%1:18:00:: 00000013 1 1
skiing%1:04:00:: 00000012 1 2
slice%2:35:00:: 00000034 1 3
snow%1:19:00:: 00000009 1 5
snow%2:43:00:: 00000032 1 1
snowy%5:00:00:covered:00 00000021 1 1
`,
});

const words = (
  "animal big boy carve cat child cut dog domestic earpiece headset hot huge lap male phone poodle rag ski skier skiing " +
  "slice snow snowy"
).split(" ");
const commonness = parseFrequencies(words.map((word) => `${word}\t4`).join("\n"));
const roles = wordRoles(wordnet);
const english = {
  "🐕": { default: ["animal", "dog", "pet"], tts: ["dog"] },
  "🐈": { default: ["animal", "cat", "pet"], tts: ["cat"] },
  "🌭": { default: ["hotdog", "sausage"], tts: ["hot dog"] },
};
const german = {
  "🐕": { default: ["Haustier", "Hund", "Tier"], tts: ["Hund"] },
  "🐈": { default: ["Haustier", "Katze", "Tier"], tts: ["Kätzchen"] },
};

function linesWhere(agreementOf: (one: string, other: string) => number): string[] {
  const pairs = {
    candidates: candidatePairs(wordnet, commonness),
    byCompound: kindsByCompound(wordnet, roles),
  };
  const kinds = agreedKinds(pairs, agreementOf, wordnet, roles, commonness);
  completeKinds(kinds, wordnet);
  return lemmaLines(lemmaCodes(wordnet, roles, commonness), kinds, commonness);
}

test("the lexicon keeps the words of WordNet with their letters and their kinds", () => {
  expect(linesWhere(() => 0.7)).toEqual([
    "animal nc cat dog poodle",
    "big q huge",
    "boy nc male_child",
    "carve v",
    "carve~ v cut~ slice~",
    "cat nc",
    "child nc boy",
    "cut v",
    "cut~ v carve~ slice~",
    "dog nc poodle",
    "domestic_dog n dog poodle",
    "earpiece nc",
    "headset nc earpiece",
    "hot_dog n!",
    "huge q big",
    "lap_dog n poodle",
    "male_child n! boy",
    "phone nc earpiece",
    "poodle nc lap_dog",
    "rag nc cat",
    "ski v",
    "skier nc skiing ski~",
    "skiing n skier ski~",
    "slice v",
    "snow nv snow~ snowy",
    "snowy q",
  ]);
});

test("a kind that the model hardly agrees with is kept only where the word mostly means it", () => {
  const [weak] = linesWhere((one, other) => (other === "poodle" && one === "dog" ? 0.3 : 0.1)).filter(
    (line) => line.startsWith("dog "),
  );
  expect(weak).toBe("dog nc poodle");
  expect(linesWhere(() => 0.29)).toContain("dog nc");
});

test("a word whose other sense is the usual one is no kind", () => {
  expect(linesWhere(() => 1)).toContain("headset nc earpiece");
});

test("the kinds that agree most come first", () => {
  expect(linesWhere((_, other) => (other === "poodle" ? 0.9 : 0.6))[0]).toBe("animal nc poodle cat dog");
});

test("a synonym in the first sense lends its agreement to a kind", () => {
  const agreements = new Map([
    ["domestic_dog dog", 0.5],
    ["dog poodle", 0.6],
  ]);
  const lines = linesWhere((one, other) => agreements.get(`${one} ${other}`) ?? 0);
  expect(lines).toContain("domestic_dog n poodle dog");
});

test("a word of another language leads to the English word that shares most of its emoji", () => {
  const isKnown = (word: string) => ["animal", "cat", "dog"].includes(word);
  expect(foreignLines("de", german, english, isKnown, commonness)).toEqual([
    "de:haustier animal",
    "de:hund dog",
    "de:jemand people",
    "de:katzchen cat",
    "de:katze cat",
    "de:leute people",
    "de:mensch people",
    "de:menschen people",
    "de:person people",
    "de:personen people",
    "de:tier animal",
  ]);
});

test("an emoji leads to its name, or to the first word of it that the lexicon knows", () => {
  expect(emojiLines(english, (word) => ["dog", "cat"].includes(word))).toEqual([
    "🐕: dog",
    "🐈: cat",
    "🌭: dog",
  ]);
  expect(emojiLines(english, (word) => word === "hot_dog")).toEqual(["🌭: hot_dog"]);
});

/** A kitten, which WordNet does not file below the cat; a television; a submarine, and a sandwich that is named after it. */
const second = parseWordNet({
  noun: `
00000001 05 n 01 cat 0 000 | it purrs
00000002 05 n 01 young_mammal 0 001 ~ 00000003 n 0000 | any immature mammal
00000003 05 n 01 kitten 0 001 @ 00000002 n 0000 | young domestic cat
00000004 06 n 02 television 0 TV 0 000 | it shows films
00000005 06 n 03 sub 0 submarine 0 sub_sandwich 0 000 | a boat that dives
00000006 13 n 01 bun 0 001 ~ 00000007 n 0000 | bread
00000007 13 n 03 hotdog 0 hot_dog 0 bun 0 000 | a sausage in a bun
00000008 15 n 02 Sidney 0 LA 0 000 | a town
00000009 05 n 01 dog 0 000 | it barks
`,
  verb: "",
  adj: "",
  senses: `
bun%1:13:00:: 00000006 1 1
cat%1:05:00:: 00000001 1 9
dog%1:05:00:: 00000009 1 9
hot_dog%1:13:00:: 00000007 1 1
hotdog%1:13:00:: 00000007 1 1
kitten%1:05:00:: 00000003 1 2
la%1:15:00:: 00000008 1 1
sidney%1:15:00:: 00000008 1 1
sub%1:06:00:: 00000005 1 1
sub_sandwich%1:06:00:: 00000005 1 1
submarine%1:06:00:: 00000005 1 1
television%1:06:00:: 00000004 1 9
tv%1:06:00:: 00000004 1 3
young_mammal%1:05:00:: 00000002 1 0
`,
});

test("young animals, abbreviations and names are known for what they are, and a compound is no kind of its first word", () => {
  const common = parseFrequencies(
    "bun cat dog hot hotdog kitten la mammal sandwich sidney sub submarine television tv young"
      .split(" ")
      .map((word) => `${word}\t4`)
      .join("\n"),
  );
  const rolesHere = wordRoles(second);
  const pairs = {
    candidates: candidatePairs(second, common),
    byCompound: kindsByCompound(second, rolesHere),
  };
  const kinds = agreedKinds(pairs, () => 0.9, second, rolesHere, common);
  const lines = lemmaLines(lemmaCodes(second, rolesHere, common), kinds, common);
  expect(lines).toContain("cat nc kitten");
  expect(lines).toContain("television nc tv");
  expect(lines).toContain("sub nc submarine");
  expect(lines).toContain("sidney ncp");
  expect(lines).toContain("dog nc");
});

test("a word that English has as well is no word of another language", () => {
  const emoji = { "🤳": { default: ["camera", "selfie"], tts: ["selfie"] } };
  const isKnown = (word: string) => word === "camera";
  const common = parseFrequencies("camera\t5");
  const lines = foreignLines("fr", { "🤳": { default: ["selfie", "egoportrait"] } }, emoji, isKnown, common);
  expect(lines).toEqual(["fr:egoportrait camera"]);
});
