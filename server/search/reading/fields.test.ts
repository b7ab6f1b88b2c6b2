import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

test.each([
  ["camera:canon", "make in Canon"],
  ["camera:iphone dogs", '"dogs"; model in iPhone 13'],
  ['city:"New York"', "city in New York"],
  ["city:Lisbon -person:anna", "city in Lisbon; !people in Anna"],
  ["iso:>800", "iso > 800"],
  ["iso:>=1600 dogs", '"dogs"; iso >= 1600'],
  ["iso:100-400", "iso 100–400.000001"],
  ["f:1.8", "aperture 1.75–1.85"],
  ["-tag:holiday", "!keywords in holiday"],
  ["dogs -keyword:holiday", '"dogs"; !keywords in holiday'],
  ["date:2024-05", "taken 2024-05-01–2024-05-31"],
  ["date:2024-05-03", "taken 2024-05-03"],
  ["date:>=2024", "taken 2024-01-01–"],
  ["date:2022..2023", "taken 2022-01-01–2023-12-31"],
  ["before:2020", "taken –2019-12-31"],
  ["rating:>=4", "rating >= 4"],
  ["type:jpg", "type in image/jpeg"],
  ["type:video", "kind = video"],
  ["is:favourite city:lisbon", "favourite = true; city in Lisbon"],
  ["orientation:portrait", "orientation = portrait"],
  ["name:beach.jpg", "fileName in beach.jpg"],
  ["Kamera:Canon", "make in Canon"],
  ["Stadt:Lissabon Hunde", '"Hunde"; city in Lisbon'],
])("a field as other programs have it: %s", (question, reading) => {
  expect(show(readQuestion(question, context))).toBe(reading);
});

test.each([
  ["camera:kodak", { field: "camera", value: "kodak", meant: [] }],
  ["city:Lisbom", { field: "city", value: "Lisbom", meant: ["Lisbon"] }],
  ["iso:high", { field: "iso", value: "high", meant: [] }],
  ["date:2024-13", { field: "date", value: "2024-13", meant: [] }],
  ["colour:red", { field: "colour", value: null, meant: [] }],
  ["colour:red camera:canon", { field: "colour", value: null, meant: [] }],
])("a field or value that does not exist is named: %s", (question, problem) => {
  expect(readQuestion(question, context).problems).toEqual([problem]);
});

test.each([
  "Alien: Romulus",
  "dogs at 12:30",
  "the poster of Dune:Two",
  "http://example.org",
  "a note: buy milk",
])("a colon makes no field: %s", (question) => {
  expect(readQuestion(question, context).problems).toBeUndefined();
});

const names = (stem: string) => expect.arrayContaining([`${stem}.jpg`, `${stem}.heic`, `${stem}.mp4`]);

test.each([
  ["the file called download", "download"],
  ["file name scan0001", "scan0001"],
  ["IMG 2047", "IMG_2047"],
  ["photo IMG_2047", "IMG_2047"],
  ["die Datei namens Urlaubsliste", "Urlaubsliste"],
])("a file by its name without an extension: %s", (question, stem) => {
  const { filters, text } = readQuestion(question, context);
  expect(text).toBe("");
  expect(filters.map(({ field, value }) => [field, value])).toEqual([["fileName", names(stem)]]);
});
