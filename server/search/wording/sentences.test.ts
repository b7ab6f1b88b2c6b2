import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { languageOf } from "../../languages/languages.ts";
import type { WordsFound } from "../../library/result-sets.ts";
import type { Answer } from "../answers.ts";
import { planOf } from "../read-plan.ts";
import { readQuestion } from "../reading/read-question.ts";
import { answerSentence, searchSentence } from "./sentences.ts";

const planFor = (question: string) => planOf(readQuestion(question, context));

/** The result of a search for one thing that no photo shows. */
const lacks = (words: string): WordsFound => ({
  counts: [{ words, photos: 0 }],
  unused: [],
  weaker: 0,
  described: null,
});

test.each([
  ["photos from Lisbom", "Lisbon, I think you meant: 12 photos, in Lisbon."],
  [
    "with Mraia in Lisbom",
    "Maria Schmidt and Lisbon, I think you meant: 12 photos, with Maria Schmidt, in Lisbon.",
  ],
  ["photos from Lisbon", "12 photos, in Lisbon."],
  ["Fotos aus Lisbom", "Gemeint ist wohl Lisbon: 12 Fotos, in Lisbon."],
  ["Fotos aus Lissabon", "12 Fotos, in Lissabon."],
])("the sentence says so where a name was corrected: %s", (question, sentence) => {
  expect(searchSentence(planFor(question), 12, [], null)).toBe(sentence);
});

test.each([
  ["videos", "12 videos."],
  ["videos from Lisbon", "12 videos, in Lisbon."],
  ["videos longer than a minute", "12 videos, over 1 min."],
  ["Videos aus Lissabon", "12 Videos, in Lissabon."],
  ["no videos", "12 photos, no videos."],
])("videos are counted as such: %s", (question, sentence) => {
  expect(searchSentence(planFor(question), 12, [], null)).toBe(sentence);
});

test("nothing is said of a corrected name that is taken off", () => {
  const plan = planFor("photos from Lisbom");
  const off = { ...plan, filters: plan.filters.map((filter) => ({ ...filter, off: true })) };
  expect(searchSentence(off, 12, [], null)).toBe("12 photos.");
});

const nothing: [question: string, answer: Answer, lacking: string, sentence: string][] = [
  [
    "how many submarines are there?",
    { ask: "count", photos: 0 },
    "a submarine",
    "Nothing here shows a submarine.",
  ],
  [
    "when did I first see a submarine?",
    { ask: "first", of: null },
    "a submarine",
    "Nothing here shows a submarine.",
  ],
  [
    "how many submarines are in Lisbon?",
    { ask: "count", photos: 0 },
    "a submarine",
    "Nothing here, in Lisbon, shows a submarine.",
  ],
  [
    "how many submarines are in Lisbom?",
    { ask: "count", photos: 0 },
    "a submarine",
    "Lisbon, I think you meant: Nothing here, in Lisbon, shows a submarine.",
  ],
  ["wie viele U-Boote gibt es?", { ask: "count", photos: 0 }, "ein U-Boot", "Nichts hier zeigt ein U-Boot."],
  [
    "wann habe ich zuletzt ein U-Boot gesehen?",
    { ask: "last", of: null },
    "ein U-Boot",
    "Nichts hier zeigt ein U-Boot.",
  ],
];

test.each(
  nothing,
)("an answer about nothing says what is not there: %s", (question, answer, lacking, sentence) => {
  expect(answerSentence(answer, planFor(question), { total: 0, found: lacks(lacking) })).toBe(sentence);
});

test("an answer without photos and words says that none matches", () => {
  const answer: Answer = { ask: "count", photos: 0 };
  expect(answerSentence(answer, planFor("how many photos from Lisbon?"), { total: 0, found: null })).toBe(
    "No photo matches.",
  );
});

test("an answer about nothing says that nothing is described yet, after it has answered", () => {
  const found = { ...lacks("a submarine"), described: { photos: 0, of: 3 } };
  const plan = planFor("how many submarines are there?");
  expect(answerSentence({ ask: "count", photos: 0 }, plan, { total: 0, found })).toMatch(
    /^No photo matches\. Photos are not described yet/,
  );
});

test("an answer names the words that decided nothing", () => {
  const found = { counts: [], unused: ["snarfblats"], weaker: 0, described: null };
  const plan = planFor("how many snarfblats in Lisbon?");
  expect(answerSentence({ ask: "count", photos: 3 }, plan, { total: 3, found })).toBe(
    "3 photos. (I could not use: “snarfblats”.)",
  );
});

test.each([
  ["en", "I did not understand “per year”. Without it:"],
  ["de", "„per year“ habe ich nicht verstanden. Ohne das:"],
] as const)("a sentence says which words were not understood: %s", (language, sentence) => {
  expect(languageOf(language).wording.lost("per year")).toBe(sentence);
});

test("a guessed date proves nothing without saying so", () => {
  const of = { photoId: "a", takenLocal: "2022-05-28", takenFrom: "name", place: null } as const;
  const said = (question: string, answer: Answer) =>
    answerSentence(answer, planFor(question), { total: 1, found: null });
  expect(said("when was the first photo?", { ask: "first", of })).toBe(
    "The first: 28 May 2022 (from the file’s name).",
  );
  expect(
    said("wann war das erste Foto?", { ask: "first", of: { ...of, takenLocal: "1987", takenFrom: "file" } }),
  ).toBe("Das erste: 1987.");
  expect(said("how many photos in 2022?", { ask: "count", photos: 12, guessed: 3 })).toBe(
    "12 photos (3 by guessed dates).",
  );
  const years = {
    ask: "years",
    photos: 5,
    counts: [["2022", 4]],
    names: 1,
    guessed: 1,
    coordinates: null,
  } as const;
  expect(
    said("which years?", {
      ...years,
      counts: [
        ["2022", 4],
        ["2021", 1],
      ],
      names: 2,
    }),
  ).toBe("2022 (4); 2021 (1) (1 by a guessed date).");
});
