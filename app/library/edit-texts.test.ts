import { expect, test } from "vitest";
import type { Photo } from "#server/library/photo.ts";
import { changesFor, type TypedField, typedOf } from "./edit-texts.ts";

const place = { city: "Porto", region: "Porto", country: "Portugal", latitude: 41.15, longitude: -8.61 };
const photo = {
  ...{ title: "Noon", description: null, takenAt: "2024-07-14T20:47:31.250+02:00", place },
  ...{ caption: { text: "A tram.", model: "llava", raw: null }, people: ["Anna", "Ben"], keywords: ["a, b"] },
} as unknown as Photo;

test.each<[TypedField, string]>([
  ["title", "Noon"],
  ["description", ""],
  ["caption", "A tram."],
  ["takenAt", "2024-07-14 20:47:31"],
  ["place", "Porto, Portugal"],
  ["people", "Anna, Ben"],
  ["keywords", "a, b;"],
])("what a photo says as its %s is typed as “%s”, and changes nothing", (field, text) => {
  expect(typedOf(photo, field)).toBe(text);
  expect(changesFor(photo, field, ` ${text} `)).toBeNull();
});

test.each<[TypedField, string, object]>([
  ["title", "Evening", { title: "Evening" }],
  ["title", " ", { title: null }],
  ["caption", "", { revert: ["caption"] }],
  ["takenAt", "2024-07-14T21:00", { takenAt: "2024-07-14T21:00+02:00" }],
  ["takenAt", "2024-07-14 21:00", { takenAt: "2024-07-14T21:00+02:00" }],
  ["takenAt", "2024-07-14", { takenAt: "2024-07-14" }],
  ["takenAt", " 1987 ", { takenAt: "1987" }],
  ["takenAt", "1987-06", { takenAt: "1987-06" }],
  ["takenAt", "", { takenAt: null }],
  ["place", "Lisbon", { place: "Lisbon" }],
  ["place", "", { place: null }],
  ["people", "Ben, , Cy ", { people: ["Ben", "Cy"] }],
  ["keywords", "a, b; c", { keywords: ["a, b", "c"] }],
  ["keywords", "", { keywords: [] }],
])("%s typed as “%s”", (field, text, changes) => {
  expect(changesFor(photo, field, text)).toEqual(changes);
});

test.each(["1987", "1987-06", "1987-06-30"])("a date that is known as “%s” is typed so", (takenAt) => {
  expect(typedOf({ ...photo, takenAt }, "takenAt")).toBe(takenAt);
  expect(changesFor({ ...photo, takenAt }, "takenAt", takenAt)).toBeNull();
});

test("a place without a name is typed by its coordinates", () => {
  const unnamed = { ...place, city: null, region: null, country: null };
  expect(typedOf({ ...photo, place: unnamed }, "place")).toBe("41.15, -8.61");
  expect(typedOf({ ...photo, place: null, takenAt: null }, "place")).toBe("");
});
