import { expect, test } from "vitest";
import { changesOf, noManyTexts } from "./many-texts.ts";

test("an empty field changes nothing", () => {
  expect(changesOf(noManyTexts)).toBeNull();
  expect(changesOf({ ...noManyTexts, amount: "0", place: " ", people: " , " })).toBeNull();
  expect(changesOf({ ...noManyTexts, amount: "2", unit: "days", direction: "earlier" })).toEqual({
    shiftMinutes: -2_880,
  });
  expect(changesOf({ ...noManyTexts, place: " Porto ", people: "Anna, Ben,", keywords: "sea" })).toEqual({
    ...{ place: "Porto", addPeople: ["Anna", "Ben"], addKeywords: ["sea"] },
  });
});

test("where a name has a comma, semicolons separate names, as in a single photo", () => {
  expect(changesOf({ ...noManyTexts, people: "King, Jr.; Ada" })).toEqual({
    addPeople: ["King, Jr.", "Ada"],
  });
});
