import { expect, test } from "vitest";
import { noFacts } from "#tests/fixtures/facts.ts";
import { laidOver } from "./sidecar-facts.ts";

const file = {
  ...noFacts,
  ...{
    width: 40,
    takenLocal: "2008-05-30T15:56:01.000",
    takenOffset: 120,
    takenPrecision: "moment" as const,
  },
  ...{ takenFrom: "file" as const, latitude: 52.5, longitude: 13.4, city: "Berlin", country: "Germany" },
  ...{ otherPlaces: ["Mitte"], make: "Canon", title: "Old", description: "Old words", keywords: ["old"] },
  ...{ people: ["Anna"], rating: 2 },
};

test("facts that a sidecar lacks stay", () => {
  expect(laidOver(file, noFacts)).toEqual(file);
});

test("dates are taken as a whole, and the last change of a sidecar is no date of the photo", () => {
  const date = { takenLocal: "1987-07-01T00:00:00.000", takenPrecision: "month" as const };
  expect(laidOver(file, { ...noFacts, ...date, takenFrom: "file" })).toMatchObject({
    ...date,
    takenOffset: null,
  });
  expect(laidOver(file, { ...noFacts, ...date, takenFrom: "change" }).takenLocal).toBe(file.takenLocal);
});

test("names belong to their position", () => {
  const moved = laidOver(file, { ...noFacts, latitude: 47, longitude: 15.4 });
  expect(moved).toMatchObject({ latitude: 47, longitude: 15.4, city: null, country: null, otherPlaces: [] });
  const named = laidOver(file, { ...noFacts, city: "Potsdam" });
  expect(named).toMatchObject({ latitude: 52.5, city: "Potsdam", country: null });
});

test("lists are taken as a whole, words one by one, and a camera stays", () => {
  const said = { ...noFacts, title: "New", keywords: ["new", "more"], make: "Nikon", rating: 0 };
  expect(laidOver(file, said)).toMatchObject({
    ...{ title: "New", description: "Old words", keywords: ["new", "more"], people: ["Anna"] },
    ...{ make: "Canon", rating: 0, width: 40 },
  });
});
