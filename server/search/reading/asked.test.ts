import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

/** Questions that are asked while no photos are shown. */
const asked: [question: string, reading: string][] = [
  ["who is in the photos from Christmas 2022?", "taken 2022-12-24–2022-12-26; who? search"],
  ["when did I take the photo of the koala?", '"the koala"; when? search'],
  ["who is in the photo from 3 June 2020?", "taken 2020-06-03; who? search"],
  ["who's in the pictures from Lisbon?", "city = Lisbon; who? search"],
  ["in which cities did I photograph cats?", '"cats"; cities? search'],
  ["who did I photograph in Porto?", "places has Porto; who? search"],
  ["who do I photograph most?", "who? search"],
  ["wen habe ich am häufigsten fotografiert?", "who? search"],
  ["wen habe ich in Berlin fotografiert?", "city = Berlin; who? search"],
  ["with whom is Maria in the photos?", "people has Maria Schmidt; who? search"],
  ["with whom is Maria?", "people has Maria Schmidt; who? search"],
  ["mit wem ist Anna?", "people has Anna; who? search"],
  ["what's the number of photos from Portugal?", "country = Portugal; count? search"],
  ["how many pictures did Anna appear in?", "people has Anna; count? search"],
  ["when's the earliest photo of Ben?", "people has Ben; first? search"],
  ["when is the latest photo of Ben?", "people has Ben; last? search"],
  ["wann ist das erste Foto von Ben?", "people has Ben; first? search"],
  ["what is the date of the Lisbon penguins picture?", '"penguins"; city = Lisbon; when? search'],
  ["in what year did I visit Lisbon first?", "city = Lisbon; first? search"],
  ["when was my first trip to Portugal?", "country = Portugal; first? search"],
  ["when was my last trip to Portugal?", "country = Portugal; last? search"],
  ["wann war meine letzte Reise nach Portugal?", "country = Portugal; last? search"],
  ["when did I first photograph Anna with my iPhone?", "people has Anna; model = iPhone 13; first? search"],
  ["when did I last see Ben?", "people has Ben; last? search"],
  ["wann habe ich Anna zuletzt fotografiert?", "people has Anna; last? search"],
  ["wann habe ich Anna zum ersten Mal fotografiert?", "people has Anna; first? search"],
  ["how many dogs have I photographed in Berlin?", '"dogs"; city = Berlin; count? search'],
  ["how many pictures with both Anna and Ben?", "people has Anna; people has Ben; count? search"],
  ["where did we celebrate New Year's Eve 2023?", "taken 2023-12-31; where? search"],
  ["wo haben wir Silvester 2023 gefeiert?", "taken 2023-12-31; where? search"],
  ["wer war in Lissabon dabei?", "city = Lisbon; who? search"],
  ["who was with me in Lisbon?", "city = Lisbon; who? search"],
  ["wann habe ich das Foto vom Koala gemacht?", '"Koala"; when? search'],
  ["wer ist auf den Fotos von Weihnachten 2022?", "taken 2022-12-24–2022-12-26; who? search"],
  [
    "when did I first photograph Jordan with my iPhone?",
    "people has Jordan; model = iPhone 13; first? search",
  ],
  ["when did I last photograph Anna?", "people has Anna; last? search"],
  ["who else was in Paris with Anna?", "city = Paris; people has Anna; who? search"],
  ["where was I in May 2019?", "taken 2019-05-01–2019-05-31; where? search"],
  ["where have I been in 2019?", "taken 2019-01-01–2019-12-31; where? search"],
  ["wo war ich im Mai 2019?", "taken 2019-05-01–2019-05-31; where? search"],
  ["how many times did I visit Berlin?", "city = Berlin; count? search"],
  ["which camera took the most photos in 2019?", "taken 2019-01-01–2019-12-31; camera? search"],
  ["welche Kamera habe ich in Lissabon benutzt?", "city = Lisbon; camera? search"],
  ["how many photos do I have of Anna and Ben?", "people has Anna; people has Ben; count? search"],
];

test.each(asked)("%s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});
