import { expect, test } from "vitest";
import { context, shown } from "./cases/context.ts";
import { show } from "./cases/show.ts";
import { readQuestion } from "./read-question.ts";

/** What people typed who had not seen the tables. */
const first: [question: string, reading: string][] = [
  ["Strand, niemand im Bild", '"Strand"; without(Menschen)'],
  ["Anna and nobody else", "people has Anna; !people in Jordan|Ben|Rose|Maria Schmidt"],
  ["Anna, sonst niemand", "people has Anna; !people in Jordan|Ben|Rose|Maria Schmidt"],
  ["Anna alone on the beach", '"on the beach"; people has Anna; !people in Jordan|Ben|Rose|Maria Schmidt'],
  ["Anna und Ben alleine", "people has Anna; people has Ben; !people in Jordan|Rose|Maria Schmidt"],
  ["2021 zweite Hälfte", "taken 2021-07-01–2021-12-31"],
  ["2022 Q2", "taken 2022-04-01–2022-06-30"],
  ["2019 late at night", "taken 2019-01-01–2019-12-31; hour 0–5|21–24"],
  ["Q1-Q4 2022", "taken 2022-01-01–2022-12-31"],
  ["Q2 to Q3 2022", "taken 2022-04-01–2022-09-30"],
  ["the weekend of 21 July 2018", "taken 2018-07-21–2018-07-22"],
  ["das Wochenende vom 21. Juli 2018", "taken 2018-07-21–2018-07-22"],
  ["October 3 and 4, 2020", "taken 2020-10-03–2020-10-04"],
  ["Sommerferien 2022", "taken 2022-06-01–2022-08-31"],
  ["summer holidays 2022", "taken 2022-06-01–2022-08-31"],
  ["have I ever been to Lisbon?", "city = Lisbon"],
  ["have I ever taken photos of dogs?", '"dogs"'],
  ["around Lisbon in May", "near 38.72 -9.14 25; month = 5"],
  ["around Christmas", "taken 2015-12-24–2015-12-26|…12…|2026-12-24–2026-12-26"],
  ["ueber ISO 400", "iso = 400"],
  ["in der naehe von Lissabon", "near 38.72 -9.14 25"],
  ["die aeltesten Fotos", "oldest"],
  ["landscape", '"landscape"'],
  ["shore-heic-IMG_2682-heic", '"shore-heic-IMG_2682-heic"'],
  ["shore-motionphoto-samsung-one-ui-6-heic", '"shore-motionphoto-samsung-one-ui-6-heic"'],
];

const followUps: [question: string, reading: string][] = [
  ["nein, rückgängig", "undo"],
  ["ach nein, mach das rückgängig", "undo"],
  ["make that the evening", "hour 17–21; replace when"],
  ["der Abend stattdessen", "hour 17–21; replace when"],
  ["landscape instead", "orientation = landscape; replace type"],
  ["lieber quer", "orientation = landscape; replace type"],
  ["landscape", '"landscape"'],
  ["are there any in Porto?", "places has Porto; narrow where"],
  ["any from 2019?", "taken 2019-01-01–2019-12-31; narrow when"],
  ["are there any dogs?", '"dogs"'],
  ["gibt es welche aus Porto?", "places has Porto; narrow where"],
  ["how many countries have I been to?", "countries? search"],
  ["wie viele bleiben übrig?", "count? shown"],
  ["without people, cars", "without(people|cars); narrow text"],
  ["not in Lisbon but in Porto", "places has Porto; replace where"],
  ["nicht in Lissabon sondern in Porto", "places has Porto; replace where"],
  ["not in Lisbon but with Anna", "!city = Lisbon; people has Anna; narrow where people"],
  ["kannst du das Jahr vergessen?", "drop when"],
];

test.each(first)("%s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

test.each(followUps)("then %s", (question, reading) => {
  expect(show(readQuestion(question, shown))).toBe(reading);
});
