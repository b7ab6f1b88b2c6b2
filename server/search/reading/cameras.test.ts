import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { createNames } from "../vocabulary/names.ts";
import { readQuestion } from "./read-question.ts";
import type { VocabularyEntry } from "./types.ts";

const named = (kind: VocabularyEntry["kind"], ...values: string[]) =>
  values.map((value): VocabularyEntry => ({ kind, value, photos: 20 }));

const cameras = [
  ["Canon", "Canon EOS R6"],
  ["Canon", "Canon EOS R6 Mark II"],
  ["Canon", "Canon EOS 5D Mark IV"],
  ["Canon", "Canon PowerShot G7 X Mark III"],
  ["Apple", "iPhone 15 Pro"],
  ["SONY", "ILCE-7M3"],
  ["samsung", "SM-G991B"],
  ["DJI", "FC3170"],
  ["GoPro", "HERO9 Black"],
  ["EPSON", "Perfection V600"],
] as const;

/** A library of these cameras; some of its photos have keywords that say what took them. */
const names = createNames({
  entries: [
    ...named("make", ...new Set(cameras.map(([make]) => make))),
    ...named("camera", ...cameras.map(([, model]) => model)),
    ...named("keyword", "drone"),
    ...named("city", "Lisbon"),
  ],
  makes: new Map(cameras.map(([make, model]) => [model, new Set([make])])),
  ...{ countryCodes: new Map(), home: null, years: null },
});
const vocabulary = { ...names, locate: () => null, isPlace: () => false };
const read = (question: string) => show(readQuestion(question, { ...context, vocabulary }));

const phones = "make in Apple|samsung|Google|Xiaomi|HUAWEI|OnePlus|motorola|HTC|Nokia|OPPO|HONOR";

test.each([
  ["the R6", "model = Canon EOS R6"],
  ["photos from the R6 in Lisbon", "model = Canon EOS R6; city = Lisbon"],
  ["portrait orientation, taken with the R6", "orientation = portrait; model = Canon EOS R6"],
  ["taken with my Canon EOS R6 Mark II", "model = Canon EOS R6 Mark II"],
  ["shot on the 15 Pro", "model = iPhone 15 Pro"],
  ["15 Pro pictures of dogs", '"dogs"; model = iPhone 15 Pro'],
  ["G7 X only", "model = Canon PowerShot G7 X Mark III"],
  ["Canon but not the 5D", "make = Canon; !model = Canon EOS 5D Mark IV"],
  ["the Sony a7", "model = ILCE-7M3"],
  ["with the a7 III", "model = ILCE-7M3"],
  ["photos taken with the Galaxy S21", "model = SM-G991B"],
  ["mit der R6", "model = Canon EOS R6"],
  ["Bilder vom 15 Pro", "model = iPhone 15 Pro"],
  ["15 May 2024", "taken 2024-05-15"],
])("a camera as people call it: %s", (question, reading) => {
  expect(read(question)).toBe(reading);
});

test.each([
  ["drone shots", "model in FC3170 | keywords in drone"],
  ["drone photos of Lisbon", "model in FC3170 | keywords in drone; city = Lisbon"],
  ["taken with a drone", "model in FC3170 | keywords in drone"],
  ["no drone shots", "!model in FC3170; !keywords in drone"],
  ["not taken with the drone", "!model in FC3170; !keywords in drone"],
  ["a man with a drone", '"a man with a drone"'],
  ["action camera photos", "model in HERO9 Black"],
  ["taken with the action cam", "model in HERO9 Black"],
  ["the scanned prints", "model in Perfection V600"],
  ["film scans from 1998", "model in Perfection V600; taken 1998-01-01–1998-12-31"],
  ["phone pictures", phones],
  ["with my phone", phones],
  ["not with my phone", `!${phones}`],
  ["Drohnenfotos", "model in FC3170"],
  ["mit der Drohne aufgenommen", "model in FC3170"],
  ["eingescannte Fotos", "model in Perfection V600"],
  ["Handyfotos", phones],
])("a kind of camera: %s", (question, reading) => {
  expect(read(question)).toBe(reading);
});

test("a kind that this library has no photos of stays what to look for", () => {
  expect(show(readQuestion("drone shots", context))).toBe('"drone"');
});
