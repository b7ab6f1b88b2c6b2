import { expect, test } from "vitest";
import { z } from "zod";
import type { PhotoChanges } from "../library/photo-changes.ts";
import type { PlaceGiven } from "../library/place-asked.ts";
import { photoEdit } from "./edit-inputs.ts";

const ids = ["01890000-0000-7000-8000-000000000000"];
const changesOf = (changes: object): PhotoChanges<PlaceGiven> =>
  z.parse(photoEdit, { ids, ...changes }).changes;

test("texts and names are tidied, and an empty text says that there is none", () => {
  expect(
    changesOf({ title: "  Noon\n at   sea ", description: " a\nb ", people: ["Anna", " Anna ", ""] }),
  ).toEqual({
    ...{ title: "Noon at sea", description: "a\nb", people: ["Anna"] },
  });
  expect(changesOf({ title: " ", description: null })).toEqual({ title: null, description: null });
});

test.each<[string, string, number | null]>([
  ["2024-07-14T20:47", "2024-07-14T20:47:00.000", null],
  ["2024-07-14T20:47:31.25", "2024-07-14T20:47:31.250", null],
  ["2024-07-14T20:47:31Z", "2024-07-14T20:47:31.000", 0],
  ["1999-12-31T23:59:59-03:30", "1999-12-31T23:59:59.000", -210],
])("%s is a local time", (takenAt, local, offset) => {
  expect(changesOf({ takenAt })).toEqual({ takenAt: { local, offset, precision: "moment" } });
});

test.each([
  ["1987", "1987-01-01T00:00:00.000", "year"],
  ["1987-06", "1987-06-01T00:00:00.000", "month"],
  ["1987-06-30", "1987-06-30T00:00:00.000", "day"],
])("%s is a date that is known to that part", (takenAt, local, precision) => {
  expect(changesOf({ takenAt })).toEqual({ takenAt: { local, offset: null, precision } });
});

test.each<[object, string | RegExp]>([
  [{}, "Say what to change."],
  [{ revert: [] }, "Say what to change."],
  [{ takenAt: "2023-02-30T10:00" }, /^takenAt: must be a local time/],
  [{ takenAt: "2023-02-29" }, /^takenAt: must be a local time/],
  [{ takenAt: "2023-13" }, /^takenAt: must be a local time/],
  [{ takenAt: "987" }, /^takenAt: must be a local time/],
  [{ takenAt: "1700" }, /^takenAt: must be a local time/],
  [{ takenAt: "0001-02-03T10:00" }, /^takenAt: must be a local time/],
  [{ takenAt: "2023-02-03T10:00+19:00" }, /^takenAt: must be a local time/],
  [{ takenAt: "2023-02-03T10:00", shiftMinutes: 60 }, "takenAt: cannot be set and shifted at once"],
  [{ title: "x", revert: ["title"] }, "title: cannot be changed and brought back at once"],
  [{ addPeople: ["x"], revert: ["people"] }, "people: cannot be changed and brought back at once"],
  [{ keywords: [], addKeywords: ["x"] }, "keywords: cannot be set and added to at once"],
  [{ caption: " " }, /^caption: is empty/],
  [{ title: String.fromCharCode(97, 0) }, /^title: has characters/],
  [{ title: String.fromCharCode(0xd800) }, /^title: has characters/],
  [{ title: "x".repeat(501) }, /^title: is longer than 500/],
  [{ rating: 6 }, /^rating: /],
  [{ place: 7 }, /^place: must be a name/],
  [{ colour: "red" }, /colour/],
])("%j is refused", (changes, why) => {
  const { error } = z.safeParse(photoEdit, { ids, ...changes });
  const [issue] = error?.issues ?? [];
  expect([issue?.path.join("."), issue?.message].filter(Boolean).join(": ")).toMatch(why);
});
