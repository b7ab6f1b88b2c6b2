import { expect, test } from "vitest";
import { context, shown } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

/** Sentences from a blind test that were read wrongly at first. */
const cases: [question: string, reading: string, leans?: boolean][] = [
  ["2024 w/o screenshots", "taken 2024-01-01–2024-12-31; !screenshot = true"],
  ["anna w/o ben", "people has Anna; !people has Ben"],
  ["no, undo that", "undo", true],
  ["no, undo", "undo", true],
  ["scrap that, start over", "startOver", true],
  ["scrap that", "undo", true],
  ["first half of 2021", "taken 2021-01-01–2021-06-30"],
  ["second half of 2021", "taken 2021-07-01–2021-12-31"],
  ["Q3 2022", "taken 2022-07-01–2022-09-30"],
  ["first week of may 2023", "taken 2023-05-01–2023-05-07"],
  ["last week of april 2026", "taken 2026-04-24–2026-04-30"],
  ["erste Hälfte 2021", "taken 2021-01-01–2021-06-30"],
  ["porto, nobody in the picture", "without(people); places has Porto"],
  ["last 10 from berlin", "city = Berlin; newest; limit 10"],
  ["last 5 of anna", "people has Anna; newest; limit 5"],
  ["last 10 days", "taken 2026-11-12–2026-11-22"],
  ["panos", "orientation = panorama"],
  ["square pics", "orientation = square"],
];

test.each(cases)("%s", (question, reading, leans) => {
  expect(show(readQuestion(question, leans ? shown : context))).toBe(reading);
});
