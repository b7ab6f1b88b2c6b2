import { expect, test } from "vitest";
import { randomOf } from "#tests/fixtures/photos.ts";
import type { VocabularyEntry } from "../reading/types.ts";
import { createNames } from "./names.ts";

const named = (kind: VocabularyEntry["kind"], values: string[]) =>
  values.map((value, at): VocabularyEntry => ({ kind, value, photos: values.length - at }));

const names = createNames({
  entries: [
    ...named("city", ["Munich", "New York City", "Köln", "Frankfurt am Main", "Saint Gallen", "Zürich"]),
    ...named("city", ["Florence", "San Francisco", "Wien"]),
    ...named("region", ["Bavaria", "Île-de-France", "California"]),
    ...named("country", [
      "Germany",
      "Deutschland",
      "United States",
      "Netherlands",
      "UK",
      "Österreich",
      "Atlantis",
    ]),
    ...named("person", ["Anna Schmidt", "Ben Okri", "Ben Kingsley", "José Núñez", "Florence Welch", "Max"]),
    ...named("person", ["Max Frisch"]),
    ...named("keyword", ["holiday", "golden hour", "Straße"]),
    ...named("make", ["Canon", "Apple", "NIKON CORPORATION", "FUJIFILM"]),
    ...named("camera", [
      "Canon EOS 40D",
      "Canon EOS 50D",
      "iPhone 12 Pro",
      "iPhone 12",
      "NIKON D750",
      "X-T4",
      "Pixel 8",
    ]),
    ...named("lens", ["EF24-105mm f/4L IS USM", "XF35mmF1.4 R"]),
  ],
  countryCodes: new Map([
    ["Germany", "DE"],
    ["Deutschland", "DE"],
    ["United States", "US"],
    ["Netherlands", "NL"],
    ["UK", "GB"],
    ["Österreich", "AT"],
  ]),
  makes: new Map([
    ["Canon EOS 40D", new Set(["Canon"])],
    ["Canon EOS 50D", new Set(["Canon"])],
    ["iPhone 12", new Set(["Apple"])],
    ["iPhone 12 Pro", new Set(["Apple"])],
    ["NIKON D750", new Set(["NIKON CORPORATION"])],
    ["X-T4", new Set(["FUJIFILM"])],
  ]),
  home: null,
  years: null,
});

const told = (entries: VocabularyEntry[]) => entries.map(({ kind, value }) => `${kind} ${value}`);

test.each([
  ["munich", ["city Munich"]],
  ["München", ["city Munich"]],
  ["Muenchen", ["city Munich"]],
  ["MUNICH", ["city Munich"]],
  ["New York", ["city New York City"]],
  ["NYC", ["city New York City"]],
  ["Cologne", ["city Köln"]],
  ["koeln", ["city Köln"]],
  ["Frankfurt", ["city Frankfurt am Main"]],
  ["frankfurt am main", ["city Frankfurt am Main"]],
  ["St. Gallen", ["city Saint Gallen"]],
  ["Zurich", ["city Zürich"]],
  ["Vienna", ["city Wien"]],
  ["Bayern", ["region Bavaria"]],
  ["ile de france", ["region Île-de-France"]],
  ["Kalifornien", ["region California"]],
])("a place is found by any of its names: %s", (phrase, found) => {
  expect(told(names.find(phrase))).toEqual(found);
});

test.each([
  ["Germany", ["country Germany", "country Deutschland"]],
  ["Deutschland", ["country Germany", "country Deutschland"]],
  ["USA", ["country United States"]],
  ["U.S.A.", ["country United States"]],
  ["Amerika", ["country United States"]],
  ["Holland", ["country Netherlands"]],
  ["Great Britain", ["country UK"]],
  ["Großbritannien", ["country UK"]],
  ["Austria", ["country Österreich"]],
  ["oesterreich", ["country Österreich"]],
  ["Atlantis", ["country Atlantis"]],
])("a country leads to what the photos call it: %s", (phrase, found) => {
  expect(told(names.find(phrase))).toEqual(found);
});

test.each([
  ["Anna Schmidt", ["person Anna Schmidt"]],
  ["anna", ["person Anna Schmidt"]],
  ["Anna's", ["person Anna Schmidt"]],
  ["Anna’s", ["person Anna Schmidt"]],
  ["Annas", ["person Anna Schmidt"]],
  ["Jose", ["person José Núñez"]],
  ["Ben", []],
  ["Ben Okri", ["person Ben Okri"]],
  ["Max", ["person Max"]],
  ["Schmidt", ["person Anna Schmidt"]],
  ["Schmidt, Anna", ["person Anna Schmidt"]],
  ["Kingsley", ["person Ben Kingsley"]],
  ["Florence", ["city Florence", "person Florence Welch"]],
])("a person is found by the whole name, by any part that only one person has, and in any order: %s", (phrase, found) => {
  expect(told(names.find(phrase)).sort()).toEqual([...found].sort());
});

test.each([
  ["Canon", ["make Canon"]],
  ["the Canon", ["make Canon"]],
  ["Nikon", ["make NIKON CORPORATION"]],
  ["Canon EOS 40D", ["camera Canon EOS 40D"]],
  ["canon eos-40d", ["camera Canon EOS 40D"]],
  ["EOS40D", ["camera Canon EOS 40D"]],
  ["40D", ["camera Canon EOS 40D"]],
  ["EOS", ["camera Canon EOS 40D", "camera Canon EOS 50D"]],
  ["iPhone", ["camera iPhone 12 Pro", "camera iPhone 12"]],
  ["iPhone 12", ["camera iPhone 12"]],
  ["Apple iPhone 12", ["camera iPhone 12"]],
  ["Pixel", ["camera Pixel 8"]],
  ["xt4", ["camera X-T4"]],
  ["Fujifilm X-T4", ["camera X-T4"]],
  ["D750", ["camera NIKON D750"]],
  ["24-105mm", ["lens EF24-105mm f/4L IS USM"]],
  ["EF24-105mm", ["lens EF24-105mm f/4L IS USM"]],
])("a camera or lens is found by what people call it: %s", (phrase, found) => {
  expect(told(names.find(phrase)).sort()).toEqual([...found].sort());
});

test.each([
  "",
  " ",
  "the",
  "york",
  "12",
  "Pro",
  "an",
  "Golden",
  "holidays",
  "atlantic",
])("%j is nobody's name", (phrase) => {
  expect(names.find(phrase)).toEqual([]);
});

test.each([
  ["holiday", "keyword holiday"],
  ["Golden Hour", "keyword golden hour"],
  ["strasse", "keyword Straße"],
])("a keyword is found as it stands: %s", (phrase, found) => {
  expect(told(names.find(phrase))).toEqual([found]);
});

test.each([
  ["a letter other", "munish", "city Munich"],
  ["a letter more", "municch", "city Munich"],
  ["a letter fewer", "munic", "city Munich"],
  ["two swapped", "muncih", "city Munich"],
  ["the first two swapped", "umnich", "city Munich"],
  ["a misspelt German name", "Münhcen", "city Munich"],
  ["two slips in a long name", "san farncisko", "city San Francisco"],
  ["a phrase", "new yrok", "city New York City"],
  ["a keyword", "holliday", "keyword holiday"],
  ["with accents", "josé nunes", "person José Núñez"],
])("a misspelling is recognised: %s", (_, word, found) => {
  expect(told(names.near(word))[0]).toBe(found);
});

test.each([
  ["two slips in a short word", "munisk"],
  ["a short word", "anma"],
  ["another beginning", "bunich"],
  ["another number", "eos 60d"],
  ["nothing", ""],
  ["something else", "refrigerator"],
])("a word that is no misspelling finds nothing: %s", (_, word) => {
  expect(names.near(word)).toEqual([]);
});

test("a look-up never throws, whatever the text is", () => {
  const random = randomOf(7);
  const number = (below: number) => Math.floor(random() * below);
  const pieces = [
    "Mun",
    "ich",
    " ",
    "  ",
    "ß",
    "ü",
    "e\u0301",
    "\ud800",
    "\u0000",
    "🙂",
    "é",
    "'s",
    ".",
    "12",
    "東京",
    "الله",
  ];
  for (let round = 0; round < 3_000; round++) {
    const text = Array.from({ length: number(12) }, () => pieces[number(pieces.length)]).join("");
    expect(Array.isArray(names.find(text)) && Array.isArray(names.near(text))).toBe(true);
  }
  for (const text of [
    "a".repeat(100_000),
    " ".repeat(100_000),
    "é.".repeat(50_000),
    "__proto__",
    "constructor",
  ]) {
    expect([...names.find(text), ...names.near(text)]).toEqual([]);
  }
});

test("every name is found as it is written", () => {
  const all = [
    "Munich",
    "Frankfurt am Main",
    "UK",
    "Anna Schmidt",
    "golden hour",
    "NIKON CORPORATION",
    "X-T4",
  ];
  for (const name of all) expect(told(names.find(name)).join()).toContain(name);
});

test("a part of the world finds the countries in it", () => {
  const found = (phrase: string) => names.find(phrase).map(({ value, within }) => [value, within]);
  expect(found("europe")).toEqual(
    expect.arrayContaining([
      ["Netherlands", "Europe"],
      ["UK", "Europe"],
    ]),
  );
  expect(found("nordamerika")).toEqual([["United States", "Nordamerika"]]);
  expect(found("asia")).toEqual([]);
});

test("a first name goes before a surname, and what two people share means neither", () => {
  const family = createNames({
    entries: named("person", [
      "Frank Martin",
      "Martin Hoe",
      "Hans-Peter Hoe",
      "Anna Lena van Dyk",
      "Ludwig van Beek",
    ]),
    ...{ countryCodes: new Map(), makes: new Map(), home: null, years: null },
  });
  const called = (phrase: string) => family.find(phrase).map(({ value }) => value);
  expect(called("Martin")).toEqual(["Martin Hoe"]);
  expect(called("Hoe")).toEqual([]);
  expect(called("Hans Peter")).toEqual(["Hans-Peter Hoe"]);
  expect(called("Hans-Peter")).toEqual(["Hans-Peter Hoe"]);
  expect(called("Peter")).toEqual(["Hans-Peter Hoe"]);
  expect(called("Anna Lena")).toEqual(["Anna Lena van Dyk"]);
  expect(called("van Dyk")).toEqual(["Anna Lena van Dyk"]);
  expect(called("Anna Dyk")).toEqual(["Anna Lena van Dyk"]);
  expect(called("van")).toEqual([]);
});

const cameras = [
  ["Canon", "Canon EOS R6"],
  ["Canon", "Canon EOS R6 Mark II"],
  ["Canon", "Canon EOS 5D Mark IV"],
  ["Canon", "Canon PowerShot G7 X Mark III"],
  ["Apple", "iPhone 15 Pro"],
  ["Apple", "iPhone 15 Pro Max"],
  ["Apple", "iPhone 13"],
  ["SONY", "ILCE-7M3"],
  ["SONY", "DSC-RX100M7"],
  ["samsung", "SM-G991B"],
  ["samsung", "SM-G996B"],
  ["Google", "Pixel 7 Pro"],
  ["DJI", "FC3170"],
  ["Panasonic", "DMC-GH4"],
] as const;
const shelf = createNames({
  entries: named(
    "camera",
    cameras.map(([, model]) => model),
  ),
  makes: new Map(cameras.map(([make, model]) => [model, new Set([make])])),
  ...{ countryCodes: new Map(), home: null, years: null },
});

test.each([
  ["R6", ["Canon EOS R6"]],
  ["the R6", ["Canon EOS R6"]],
  ["Canon R6", ["Canon EOS R6"]],
  ["R6 II", ["Canon EOS R6 Mark II"]],
  ["Canon R6 Mark II", ["Canon EOS R6 Mark II"]],
  ["5D", ["Canon EOS 5D Mark IV"]],
  ["G7 X", ["Canon PowerShot G7 X Mark III"]],
  ["g7x", ["Canon PowerShot G7 X Mark III"]],
  ["15 Pro", ["iPhone 15 Pro"]],
  ["15 Pro Max", ["iPhone 15 Pro Max"]],
  ["Sony a7", ["ILCE-7M3"]],
  ["a7 III", ["ILCE-7M3"]],
  ["a7iii", ["ILCE-7M3"]],
  ["alpha 7 iii", ["ILCE-7M3"]],
  ["RX100 VII", ["DSC-RX100M7"]],
  ["RX100", ["DSC-RX100M7"]],
  ["Galaxy S21", ["SM-G991B"]],
  ["S21", ["SM-G991B"]],
  ["S21 Plus", ["SM-G996B"]],
  ["Galaxy", ["SM-G991B", "SM-G996B"]],
  ["7 Pro", ["Pixel 7 Pro"]],
  ["Mavic Air 2", ["FC3170"]],
  ["GH4", ["DMC-GH4"]],
  ["Pro", []],
  ["Mark II", []],
  ["15", []],
])("a camera is found by the part that tells it apart, and by what it is sold as: %s", (phrase, found) => {
  expect(shelf.find(phrase).map(({ value }) => value)).toEqual(found);
});
