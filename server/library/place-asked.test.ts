import { expect, test } from "vitest";
import { createGazetteer } from "./gazetteer/gazetteer.ts";
import { type PlaceGiven, placeColumns, readPlace } from "./place-asked.ts";

const gazetteer = createGazetteer();
const read = (given: PlaceGiven) => {
  const { city, region, country, countryCode, at } = readPlace(gazetteer, given);
  return [city, region, country, countryCode, at !== null];
};

test.each<[PlaceGiven, ReturnType<typeof read>]>([
  ["Porto", ["Porto", "Porto", "Portugal", "PT", true]],
  ["  porto ,  PORTUGAL ", ["Porto", "Porto", "Portugal", "PT", true]],
  ["Wien", ["Vienna", "Vienna", "Austria", "AT", true]],
  ["Paris, Texas", ["Paris", "Texas", "United States", "US", true]],
  ["Portugal", [null, null, "Portugal", "PT", false]],
  ["Bavaria", [null, "Bavaria", "Germany", "DE", false]],
  ["41.15, -8.61", ["Porto", "Porto", "Portugal", "PT", true]],
  // Out at sea nothing is made up.
  ["40 -30", [null, null, null, null, true]],
  ["Grandma’s garden", ["Grandma’s garden", null, null, null, false]],
  ["Grandma’s garden, Portugal", ["Grandma’s garden", null, "Portugal", "PT", false]],
  ["Hut 7, Alps, Narnia", ["Hut 7", "Alps", "Narnia", null, false]],
  [{ city: "Home", country: "Portugal" }, ["Home", null, "Portugal", "PT", false]],
  [{ city: "Home", latitude: 41.15, longitude: -8.61 }, ["Home", null, null, null, true]],
])("“%s” is a place", (given, place) => {
  expect(read(given)).toEqual(place);
});

test.each<[PlaceGiven, RegExp]>([
  [" , ", /has no name/],
  ["a, b, c, d", /more parts/],
  ["95, 10", /not on the earth/],
  [{ latitude: 41 }, /only one/],
  [{}, /neither/],
])("%s is refused", (given, why) => {
  expect(() => readPlace(gazetteer, given)).toThrow(why);
});

test("coordinates of the file that are in the town stay, others go", () => {
  const porto = readPlace(gazetteer, "Porto");
  const factsAt = (latitude: number, longitude: number) =>
    ({ latitude, longitude }) as NonNullable<Parameters<typeof placeColumns>[1]>;
  expect(placeColumns(porto, factsAt(41.1, -8.5))).toMatchObject({ latitude: 41.1, longitude: -8.5 });
  expect(placeColumns(porto, factsAt(38.7, -9.1))).toMatchObject(porto.at ?? {});
  expect(placeColumns(readPlace(gazetteer, "Spain"), factsAt(38.7, -9.1)).latitude).toBeNull();
});
