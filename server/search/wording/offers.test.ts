import { expect, test } from "vitest";
import { kellers } from "#tests/fixtures/reading/keller-household.ts";
import { languageCodes } from "../../languages/codes.ts";
import { languageOf } from "../../languages/languages.ts";
import type { Grouping } from "../../languages/meanings.ts";
import { readQuestion } from "../reading/read-question.ts";
import { offerWordsOf } from "./offers.ts";

const rows: [Grouping, string, string][] = [
  ...([
    ["year", "2023", "taken"],
    ["month", "2023-05", "taken"],
    ["day", "2023-05-03", "taken"],
    ["weekday", "1", "weekday"],
    ["hour", "14", "hour"],
  ] as [Grouping, string, string][]),
  ...([
    ["country", "Italy", "country"],
    ["city", "Nice", "city"],
    ["person", "Anna", "people"],
    ["make", "Canon", "make"],
    ["camera", "Canon EOS R6", "model"],
    ["keyword", "holiday", "keywords"],
    ["type", "JPEG", "type"],
  ] as [Grouping, string, string][]),
];

/** A row of a table is asked for by a sentence, which has to be understood. */
test.each(
  languageCodes.flatMap((code) => rows.map((row) => [code, ...row] as const)),
)("%s: the row of %s %s is asked for by its filter", (code, by, name, field) => {
  const sentence = offerWordsOf(code).row[by](languageOf(code).wording.group(by, name), name);
  const reading = readQuestion(sentence, { ...kellers, hasShown: true });
  expect([sentence, reading.intent, reading.text, ...reading.filters.map((filter) => filter.field)]).toEqual([
    ...[sentence, "refine", "", field],
  ]);
});
