import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { readQuestion } from "../reading/read-question.ts";
import { partsRead } from "./labels.ts";

test.each([
  ["photos from Lisbon last spring without people", ["in Lisbon", "last spring", "not: people"]],
  ["with Anna and Ben at night, not in 2019", ["with Anna and Ben", "at night", "not in 2019"]],
  ["in Lisbon or Porto since May 2020", ["in Lisbon or Porto", "since May 2020"]],
  ["on July 14th, 2024 within 20 km of Lisbon", ["14 July 2024", "20 km near Lisbon"]],
  ["screenshots, at least 3 stars", ["screenshots", "at least 3 stars"]],
  ["Fotos aus lissabon von 2019 ohne Menschen", ["in Lissabon", "2019", "nicht: Menschen"]],
  ["nachts mit Anna, aber nicht aus Bayern", ["nachts", "mit Anna", "nicht aus Bayern"]],
])("%s", (question, labels) => {
  expect(partsRead(readQuestion(question, context)).map(({ label }) => label)).toEqual(labels);
});

test("a chip has the words of the question that it was read from", () => {
  const chips = partsRead(readQuestion("dogs  in  Lisbon,  but not in May 2023", context));
  expect(chips.map(({ words }) => words)).toEqual(["in Lisbon", "but not in May 2023"]);
});
