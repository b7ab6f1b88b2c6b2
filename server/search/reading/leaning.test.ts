import { expect, test } from "vitest";
import { context, shown } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";
import type { Shift } from "./types.ts";

const spokenOf = (...spoken: string[]) => ({ ...shown, spoken });

/** Sentences that build on the time, the person, the place or the question before. */
test.each<[question: string, reading: string]>([
  ["make it 30 km", "30 km; narrow where"],
  ["undo twice", "2 steps; undo"],
  ["go back three steps", "3 steps; undo"],
  ["5 more", "5 more; narrow"],
  ["reverse the order", "reversed; narrow"],
  ["swap Lisbon for Porto", "places has Porto; replace where"],
  ["ersetze Lissabon durch Porto", "places has Porto; replace where"],
  ["change 2021 to 2022", "taken 2022-01-01–2022-12-31; replace when"],
  ["without the year", "drop year"],
  ["any lens", "drop lens"],
  ["not just Anna", "drop people"],
  ["no, the city", "correct where"],
  ["I meant Nice the city", "correct where"],
  ["more like 2 and 4", "like #2,4"],
  ["ooh nice, now just the ones with Anna pls", "people has Anna; narrow people"],
  ["wait, without Ben", "!people has Ben; narrow people"],
  ["actually can you add Porto as well", "places has Porto; widen where"],
  ["oh and the ones from Paris too please", "city = Paris; widen where"],
  ["could you take Ben out again please", "!people has Ben; narrow people"],
  ["kannst du Ben wieder rausnehmen", "!people has Ben; narrow people"],
  ["hang on, undo that", "undo"],
  ["mehr davon bitte", "like all"],
  ["nur von 2020 an", "taken 2020-01-01–; narrow when"],
  ["and when last?", "last? shown"],
  ["together with Ben", "people has Ben; narrow people"],
  ["leave Ben out", "!people has Ben; narrow people"],
  ["leave the second one out", "narrow; but #2"],
  ["leave only the night ones", "hour 0–5|21–24; narrow when"],
  ["die mit Ben bitte weglassen", "!people has Ben; narrow people"],
  ["lass das zweite weg", "narrow; but #2"],
  ["das Datum bitte weglassen", "drop when"],
  ["nimm 2021 dazu", "taken 2021-01-01–2021-12-31; widen when"],
  ["lass nur die Nachtbilder", "hour 0–5|21–24; narrow when"],
  ["schränk das auf Porto ein", "places has Porto; narrow where"],
  ["zwei Schritte zurück", "2 steps; undo"],
  ["alle Filter entfernen", "startOver"],
  ["no, not Lisbon, Porto", "places has Porto; replace where"],
  ["actually, make it winter", "season = winter; replace when"],
  ["anywhere in Portugal", "country = Portugal; replace where"],
  ["wer ist auf dem zweiten?", "who? shown; on #2"],
  ["mark the second and third as favourite", "favourite; on #2,3"],
  ["and nice?", "city = Nice; replace where"],
  ["thanks, that was lovely", "chat thanks"],
  ["what's in the second one?", "about? shown; on #2"],
  ["was ist auf dem dritten zu sehen?", "about? shown; on #3"],
])("%s", (question, reading) => {
  expect(show(readQuestion(question, shown))).toBe(reading);
});

test.each<[question: string, shift: Shift]>([
  ["and the year before?", { unit: "year", by: -1 }],
  ["the next day", { unit: "day", by: 1 }],
  ["two weeks later", { unit: "week", by: 2 }],
  ["what about the following month", { unit: "month", by: 1 }],
  ["und das Jahr davor?", { unit: "year", by: -1 }],
  ["und im Jahr davor?", { unit: "year", by: -1 }],
  ["am Tag danach", { unit: "day", by: 1 }],
  ["the weekend before that", { unit: "week", by: -1 }],
])("“%s” is counted from the time that is shown", (question, shift) => {
  expect(readQuestion(question, shown)).toMatchObject({ change: { how: "shift", shift } });
  expect(readQuestion(question, context)).not.toHaveProperty("change.shift");
});

test.each<[question: string, reading: string]>([
  ["ok without her then", "!people has Anna; narrow people"],
  ["only with him", "people has Anna; narrow people"],
  ["when was she last in Lisbon?", "people has Anna; city = Lisbon; last? search"],
  ["mit ihr am Strand", '"Strand"; people has Anna; narrow people text'],
  ["nobody else", "!people in Jordan|Ben|Rose|Maria Schmidt; narrow people"],
])("in a conversation about Anna: %s", (question, reading) => {
  expect(show(readQuestion(question, spokenOf("Anna")))).toBe(reading);
});

test('"her dog" does not mean Anna, and "her" means nobody if the conversation is about two people', () => {
  expect(show(readQuestion("only her dog", spokenOf("Anna")))).not.toContain("people");
  expect(show(readQuestion("without her", spokenOf("Anna", "Ben")))).not.toContain("people has");
});

test.each<[question: string, reading: string]>([
  ["christmas last year", "taken 2025-12-24–2025-12-26"],
  ["last year's easter", "taken 2025-04-18–2025-04-21"],
  ["summer two years ago", "taken 2024-06-01–2024-08-31"],
  ["christmas in 2021", "taken 2021-12-24–2021-12-26"],
  ["Halloween at school", '"school"; taken 2015-10-31|…12…|2026-10-31'],
  ["the weekend before last", "taken 2026-11-07–2026-11-08"],
  ["best of 2022", "taken 2022-01-01–2022-12-31; best"],
  ["three cat photos", '"cat"; limit 3'],
  ["5 star dog photos", '"dog"; rating = 5'],
  ["iPhone or Nikon", "model = iPhone 13 | make = NIKON CORPORATION"],
  ["no one on the beach", '"beach"; without(people)'],
  ["the bath tub", '"the bath tub"'],
  ["50 km race", '"50 km race"'],
  ["Rose and Ben", "people has Rose; people has Ben"],
  ["Rose", "people has Rose"],
  ["Rose in Lisbon", "people has Rose; city = Lisbon"],
  ["Rose without Ben", "people has Rose; !people has Ben"],
  ["a rose without thorns", '"a rose"; without(thorns)'],
  ["who is in the most pictures?", "who? search"],
  ["Rose in a vase", '"Rose in a vase"'],
  ["christmass 2016", "taken 2016-12-24–2016-12-26"],
  ["panormas", "orientation = panorama"],
  ["Anna or Ben, but not both", "people in Anna|Ben; !people has Anna | !people has Ben"],
  ["photos without tags", "!keywords known"],
  ["3 to 5 stars", "rating in 3|4|5"],
  ["tagged holiday or urlaub", "keywords in holiday|Urlaub"],
  ["Monday last week", "weekday = 1; taken 2026-11-09–2026-11-15"],
  ["next week", "taken 2026-11-23–2026-11-29"],
  ["next Christmas", "taken 2026-12-24–2026-12-26"],
  ["tomorrow", "taken 2026-11-23"],
  ["tonight", "taken 2026-11-22T17:00–2026-11-23T05:00"],
  ["in 2030", "taken 2030-01-01–2030-12-31"],
  ["5/2022", "taken 2022-05-01–2022-05-31"],
  ["22-05-2022", "taken 2022-05-22"],
  ["in the 1900s", "taken 1900-01-01–1999-12-31"],
  ["recent photos", "newest"],
  ["photos I took recently", "newest"],
  ["after dark", "hour 0–5|21–24"],
  ["more than 100 km from Lisbon", "!near 38.72 -9.14 100; latitude known"],
  ["geotagged", "latitude known"],
  ["not geotagged", "!latitude known"],
  ["im ersten Quartal 2023", "taken 2023-01-01–2023-03-31"],
  ["erstes Halbjahr 2024", "taken 2024-01-01–2024-06-30"],
  ["lemme see nice 2022", "city = Nice; taken 2022-01-01–2022-12-31"],
  [
    "was it 2019? Ben decorating the tree",
    '"decorating the tree"; taken 2019-01-01–2019-12-31; people has Ben',
  ],
  ["das muss 2019 in Paris gewesen sein", "taken 2019-01-01–2019-12-31; city = Paris"],
  ["it was raining", '"raining"'],
  ["photos that have GPS", "latitude known"],
  ["near Osaka", "near 34.69 135.5 25"],
  ["less than 60 kilometres from Osaka", "near 34.69 135.5 60"],
  ["next to Osaka", '"next to Osaka"'],
  ["pics of Ana", "people has Anna"],
  ["nach dem 1. Januar 2025", "taken 2025-01-02–"],
])("alone: %s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});
