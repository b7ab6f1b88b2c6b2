import { expect, test } from "vitest";
import type { Photo } from "#server/library/photo.ts";
import {
  bytesWords,
  formatName,
  noPictureReason,
  photoName,
  placeAndMonth,
  placeWords,
  ratioOf,
} from "./photo-words.ts";

const photoWith = (facts: Partial<Photo>): Photo =>
  ({
    fileName: "IMG_2041.HEIC",
    type: "image/heic",
    thumbhash: null,
    status: "indexed",
    failure: null,
    place: null,
    takenAt: null,
    caption: null,
    title: null,
    width: null,
    height: null,
    ...facts,
  }) as Photo;
const lisbon = { city: "Lisbon", region: "Lisbon", country: "Portugal", latitude: null, longitude: null };

test("a photo is named by its caption, its title or its file", () => {
  expect(photoName(photoWith({}))).toBe("IMG_2041.HEIC");
  expect(photoName(photoWith({ title: "Anna" }))).toBe("Anna");
  expect(
    photoName(photoWith({ title: "Anna", caption: { text: "A girl", model: "llava", raw: null } })),
  ).toBe("A girl");
});

test("place and month repeat no word", () => {
  expect(placeWords(photoWith({ place: lisbon }))).toBe("Lisbon, Portugal");
  const unnamed = { city: null, region: null, country: null, latitude: 38.68, longitude: -9.336 };
  expect(placeWords(photoWith({ place: unnamed }))).toBe("38.6800° N, 9.3360° W");
  expect(placeAndMonth(photoWith({ place: lisbon, takenAt: "2024-07-14T20:47:00" }))).toBe(
    "Lisbon, July 2024",
  );
  expect(placeAndMonth(photoWith({ takenAt: "1987" }))).toBe("1987");
  expect(placeAndMonth(photoWith({ takenAt: "2022-05-28", takenFrom: "name" }))).toBe(
    "May 2022 (from the file name)",
  );
  expect(placeAndMonth(photoWith({}))).toBe("");
});

test("a photo without a picture says why", () => {
  expect(noPictureReason(photoWith({ thumbhash: "hash" }))).toBeNull();
  expect(noPictureReason(photoWith({ status: "received" }))).toBe("Being prepared");
  expect(noPictureReason(photoWith({}))).toBe("HEIC has no preview yet");
  expect(noPictureReason(photoWith({ flaw: "The file ends too early." }))).toBe("Cannot be shown");
  const failure = { stage: "prepare", reason: "The file ends too early." } as const;
  expect(noPictureReason(photoWith({ status: "failed", failure }))).toBe("Could not be prepared");
});

test("formats have the names that people know", () => {
  const names = ["image/jpeg", "image/jxl", "image/x-canon-cr3", "image/x-adobe-dng", "image/webp"];
  expect(names.map((type) => formatName(photoWith({ type })))).toEqual([
    "JPEG",
    "JPEG XL",
    "CR3",
    "DNG",
    "WebP",
  ]);
});

test("aspect ratios stay within what a grid can show", () => {
  expect(ratioOf(photoWith({ width: 3000, height: 2000 }))).toBe(1.5);
  expect(ratioOf(photoWith({ width: 12_000, height: 1000 }))).toBe(4);
  expect(ratioOf(photoWith({}))).toBeCloseTo(4 / 3);
});

test("sizes are shown in kB and MB", () => {
  expect([80, 80_400, 4_100_000, 24_600_000].map(bytesWords)).toEqual(["1 kB", "80 kB", "4.1 MB", "25 MB"]);
});
