import { expect, test } from "vitest";
import { context, shown } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

/** Questions that no rule answers: the words that were not understood, and the search without them. */
const unanswered: [question: string, reading: string][] = [
  ["how many photos do I take on average", "lost “on average”"],
  ["what is the average number of photos per day", "lost “what is the average number … per day”"],
  ["which day of the week do I photograph most?", "lost “which day of the week”"],
  ["on which weekday do I take the most photos?", "lost “on which weekday”"],
  ["what time of day do I photograph dogs?", '"dogs"; lost “what time of day”'],
  ["Where did we go for dinner on our last trip?", '"dinner"; lost “on our last trip”'],
  ["where were we on our honeymoon", "lost “on our honeymoon”"],
  ["how often do I photograph dogs compared to cats", '"dogs"; lost “compared to cats”'],
  ["what percentage of my photos is from Berlin?", "city = Berlin; lost “what percentage”"],
  ["who do I photograph least?", "lost “least”"],
  ["which camera did I use the least in Lisbon", "city = Lisbon; lost “the least”"],
  ["how much did dinner cost in Lisbon", '"dinner"; city = Lisbon; lost “how much did … cost”'],
  ["How many days between my first and last photo?", "lost “How many days between”"],
  ["how many weeks did we spend in Lisbon", "city = Lisbon; lost “how many weeks”"],
  ["how old is Anna in the photos from Lisbon?", "people has Anna; city = Lisbon; lost “how old”"],
  ["why did I go to Lisbon", "city = Lisbon; lost “why”"],
  ["wie viele Fotos mache ich im Durchschnitt", "lost “im Durchschnitt”"],
  ["an welchem Wochentag fotografiere ich am meisten?", "lost “an welchem Wochentag”"],
  ["wie viel Prozent meiner Fotos sind aus Berlin?", "city = Berlin; lost “wie viel Prozent”"],
  ["wo waren wir auf unserer letzten Reise?", "lost “unserer letzten Reise”"],
  ["wie oft fotografiere ich Hunde im Vergleich zu Katzen", '"Hunde"; lost “im Vergleich zu Katzen”'],
  ["wen fotografiere ich am wenigsten?", "lost “wenigsten”"],
  ["wie alt ist Anna in Berlin?", "people has Anna; city = Berlin; lost “wie alt”"],
];

test.each(unanswered)("%s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

test.each([
  ["which camera did I use most?", "camera? search"],
  ["how many photos did I make in Lisbon", "city = Lisbon; count? search"],
  ["who do I photograph most often?", "who? search"],
  ["how many photos between 2019 and 2020", "taken 2019-01-01–2020-12-31; count? search"],
  ["when was my last trip to Portugal?", "country = Portugal; last? search"],
  ["wie viele Fotos gibt es insgesamt?", "count? search"],
  ["welche Kamera benutze ich am meisten?", "camera? search"],
  ["two kids per bike", '"two kids per bike"'],
])("an answer takes all words into account: %s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

test.each([
  "delete the duplicates",
  "delete all photos from Berlin",
  "delete the blurry ones",
  "print these",
  "put them in an album",
  "make a collage",
  "can you make a collage of the first three?",
  "Could you create an album from these?",
  "send these to Anna",
  "share the third with Ben",
  "move them to a new album",
  "lösche die Duplikate",
  "lösche alle Fotos aus Berlin",
  "druck diese aus",
  "mach eine Collage daraus",
  "erstelle ein Album",
  "tu sie in ein Album",
  "schick sie an Anna",
  "teile das dritte mit Ben",
  "leg ein Album an",
  "mach ein Fotobuch",
])("talking cannot do this, and nothing is searched: %s", (question) => {
  expect(show(readQuestion(question, context))).toBe("chat beyond");
  expect(show(readQuestion(question, shown))).toBe("chat beyond");
});

test.each([
  ["delete the date", "drop when"],
  ["delete Lisbon", "drop where"],
  ["lösche das Datum", "drop when"],
  ["make it 2021", "taken 2021-01-01–2021-12-31; replace when"],
  ["share this road", '"share this road"'],
  ["a collage", '"a collage"'],
  ["an album on a table", '"an album on a table"'],
  ["ein Fotobuch", '"ein Fotobuch"'],
])("this is no such command: %s", (question, reading) => {
  expect(show(readQuestion(question, shown))).toBe(reading);
});
