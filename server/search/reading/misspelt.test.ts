import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

/** Misspelt months, names and makers, and words that only look like misspelt names. */
const misspelt: [question: string, reading: string][] = [
  ["Big Ben", '"Big Ben"'],
  ["photos of Big Ben in 2019", '"Big Ben"; taken 2019-01-01–2019-12-31'],
  ["Decmber 2019", "taken 2019-12-01–2019-12-31"],
  ["photos from Decmber 2019", "taken 2019-12-01–2019-12-31"],
  ["pictures from Novemebr 2026", "taken 2026-11-01–2026-11-30"],
  ["12 Septembr 2020", "taken 2020-09-12"],
  ["12th of Novembr 2020", "taken 2020-11-12"],
  ["photos taken with my Nikn", "make = NIKON CORPORATION"],
  ["my nkion", "make = NIKON CORPORATION"],
  ["with Mraia", "people has Maria Schmidt"],
  ["Bildschirmfotos", "screenshot = true"],
  ["Schlagwort food", "keywords has food"],
  ["Stichwort dog", "keywords has dog"],
  ["Bilder aus Lissabonn", "city = Lisbon"],
  ["Fotos aus Bayren", "region = Bavaria"],
  ["fotos en alemanai", "country = Germany"],
  ["fotos de Anna en lisbao", "people has Anna; city = Lisbon"],
  ["fotos de Ben en new yrok", "people has Ben; city = New York"],
  ["photos d'allemange", "country = Germany"],
  ["photos de bavierre", "region = Bavaria"],
  ["photos de la tour eifel", "places has Eiffel Tower"],
  // Words that are right make no slip of a place.
  ["fotos de la torre eléctrica", '"torre eléctrica"'],
  ["Nice, oldest first", "city = Nice; oldest"],
  ["Bildschirmfotos von 2022", "screenshot = true; taken 2022-01-01–2022-12-31"],
];

test.each(misspelt)("%s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});
