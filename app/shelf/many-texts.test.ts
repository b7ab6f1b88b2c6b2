import { expect, test } from "vitest";
import { changesOf, noManyTexts } from "./many-texts.ts";

test("what is left empty is not changed", () => {
  expect(changesOf(noManyTexts)).toBeNull();
  expect(changesOf({ ...noManyTexts, amount: "0", place: " ", people: " , " })).toBeNull();
  expect(changesOf({ ...noManyTexts, amount: "2", unit: "days", direction: "earlier" })).toEqual({
    shiftMinutes: -2_880,
  });
  expect(changesOf({ ...noManyTexts, place: " Porto ", people: "Anna, Ben,", keywords: "sea" })).toEqual({
    ...{ place: "Porto", addPeople: ["Anna", "Ben"], addKeywords: ["sea"] },
  });
});
