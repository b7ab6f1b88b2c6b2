import { expect, test } from "vitest";
import { context, shown } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

/** What people say around a request: sounds, moods, stories, and words about the photo itself. */
test.each([
  ["omg the elephant!!! i want it so badly 😂", '"the elephant"'],
  ["the elephant pic. i need it rn", '"the elephant"'],
  ["haha Lisbon 🤣", "city = Lisbon"],
  ["dogs lol, show me", '"dogs"'],
  ["anything from Lisbon? it was such a lovely week there", "city = Lisbon"],
  ["My daughter says I have to ask you. Photos of Anna please.", "people has Anna"],
  ["umbrellas in the rain, we got so very wet that day", '"umbrellas in the rain"'],
  ["the old picture of Anna", "people has Anna"],
  ["that particular photo from Paris", "city = Paris"],
  ["photos w/ Anna", "people has Anna"],
  ["w/o people in Lisbon", "without(people); city = Lisbon"],
  ["Je cherche Anna. Nous étions si fatigués ce soir-là.", "people has Anna"],
  ["Fotos von Anna. Wir waren so müde.", "people has Anna"],
  ["My husband and I were arguing whether we were really in Lisbon, so please show me", "city = Lisbon"],
  ["Good evening dear, I would so love to see our little Anna", "people has Anna"],
  ["photos from Lisbon, I am on a diet", "city = Lisbon"],
  ["this summer's photos of Anna", "taken 2026-06-01–2026-08-31; people has Anna"],
  ["i search the photo where is a dog", '"a dog"'],
  ["sooo many dogs heyyy", '"many dogs hey"'],
])("around a request: %s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

/** A second sentence that says what a photo shows is no story. */
test.each([
  ["A photo of Anna. She was holding a red balloon.", '"She was holding a red balloon"; people has Anna'],
  ["photos from Lisbon. It was raining.", '"raining"; city = Lisbon'],
  ["I'm looking for a red car. From last summer.", '"a red car"; taken 2026-06-01–2026-08-31'],
  ["I want the dog. From 2019.", '"the dog"; taken 2019-01-01–2019-12-31'],
  ["We love sunsets. From 2019.", '"We love sunsets"; taken 2019-01-01–2019-12-31'],
  ["Ich suche den Hund. Aus Lissabon.", '"Hund"; city = Lisbon'],
  ["Anna. She is running.", '"She is running"; people has Anna'],
  ["Lisbon. We were eating outside.", '"eating outside"; city = Lisbon'],
  ["my sunset photos from Lisbon", '"my sunset"; city = Lisbon'],
  ["our wedding in Lisbon", '"our wedding"; city = Lisbon'],
  ["we were on the beach", '"on the beach"'],
  ["cats ❤️ and dogs", '"cats and dogs"'],
  ["🐱", '"🐱"'],
])("no story: %s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

test.each([
  ["sry meant 2026", "taken 2026-01-01–2026-12-31; replace when"],
  ["oops, i meant Paris", "city = Paris; replace where"],
  ["same year but Paris", "city = Paris; replace where"],
  ["k whole of 2018 then", "taken 2018-01-01–2018-12-31; replace when"],
  ["make it all of 2018", "taken 2018-01-01–2018-12-31; replace when"],
  ["that month but with Ben", "people has Ben; replace people"],
  ["but outside of Lisbon", "!city = Lisbon; city known; narrow where"],
  ["the country doesnt matter either", "drop where"],
  ["one from each day is enough", "one per day; narrow"],
  ["hmm no, back to what I had before", "undo"],
  ["forget all that lets start again. trains", '"trains"'],
  ["only keep the first one", "narrow; on #1"],
  ["aww thx ur the best 😍", "chat thanks"],
  ["wow you're amazing", "chat thanks"],
])("about shown photos: %s", (question, reading) => {
  expect(show(readQuestion(question, shown))).toBe(reading);
});

test.each([
  "31 October, doesn't matter what year",
  "31 October, doesnt matter which year",
  "31 October, i don't care which year",
])("any year: %s", (question) => {
  const { filters, text } = readQuestion(question, context);
  expect([text, filters.map(({ label }) => label)]).toEqual(["", ["31 October"]]);
});

test.each([
  ["photos that i never gave any stars", "rating"],
  ["photos from Lisbon we haven't given a rating", "rating"],
])("without stars: %s", (question, field) => {
  const { filters, text } = readQuestion(question, context);
  expect([text, filters.map((filter) => filter.field)]).toEqual(["", expect.arrayContaining([field])]);
});

test.each([
  ["the nights of July 2024", "hour 0–5|21–24; taken 2024-07-01–2024-07-31"],
  ["Lisbon, excluding the evening", "city = Lisbon; !hour 17–21"],
])("a part of the day: %s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});
