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
  ["christmas, any year", "taken 2015-12-24–2015-12-26|…12…|2026-12-24–2026-12-26"],
  ["stuff I took before 8 in the morning", "hour 0–8"],
  ["um 2 Uhr nachts", "hour 2–3"],
  ["which ones don't have a location", "!latitude known"],
  ["jordan or maria", "people in Jordan|Maria Schmidt"],
  ["Jordan fixing a bike", '"fixing a bike"; people has Jordan'],
  ["jordan in the park", '"the park"; people has Jordan'],
  ["Jordan in the evening", "country = Jordan; hour 17–21"],
  ["Jordan in Lisbon", "people has Jordan; city = Lisbon"],
  ["focal length over 100", "focalLength > 100"],
  ["Brennweite zwischen 24 und 70", "focalLength 23.5–70.5"],
  ["nice pictures of cats", '"cats"'],
  ["beautiful photos", '"beautiful"'],
  ["pohtos from lisbom 2023", "city = Lisbon; taken 2023-01-01–2023-12-31"],
  ["berilin septmber 2018", "city = Berlin; taken 2018-09-01–2018-09-30"],
  ["screnshots", "screenshot = true"],
  ["potugal at nite", "country = Portugal; hour 0–5|21–24"],
  ["a valentine", '"a valentine"'],
  ["how many photos are in here altogether?", "count? search"],
  ["When did Anna first show up in my photos?", "people has Anna; first? search"],
  ["could you possibly tell me how many dogs there are", '"dogs"; count? search'],
  ["mit fünf Sternen bewertet", "rating = 5"],
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
  ["with flash", "flash = true; narrow camera"],
  ["in Porto", "places has Porto; narrow where"],
  ["on a beach", '"on a beach"; narrow text'],
  ["since 2019", "taken 2019-01-01–; narrow when"],
  ["doesn't matter where", "drop where"],
  ["just the five star one", "rating = 5; narrow rating"],
  ["a five star hotel", '"a five star hotel"'],
  ["forget all that, show me cats", '"cats"; startOver'],
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
