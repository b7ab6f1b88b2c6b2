import { expect, test } from "vitest";
import type { PhotoFacts } from "#server/library/facts.ts";
import { createGazetteer } from "#server/library/gazetteer/gazetteer.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { knownFacts } from "./known-facts.ts";

const gazetteer = createGazetteer();
const known = (facts: Partial<PhotoFacts>, fileName = "a.jpg") =>
  knownFacts({ ...noFacts, ...facts }, { file_name: fileName, type: "image/jpeg" }, gazetteer);
const inBerlin = { latitude: 52.5163, longitude: 13.3777 };

test("a country alone does not switch GPS off", () => {
  expect(known({ ...inBerlin, country: "Germany" })).toMatchObject({ city: "Berlin", country: "Germany" });
  expect(known({ ...inBerlin, country: "Deutschland" })).toMatchObject({
    city: "Berlin",
    country: "Deutschland",
    countryCode: "DE",
  });
  expect(known({ ...inBerlin, city: "Kreuzberg" })).toMatchObject({ city: "Kreuzberg", country: "Germany" });
});

test("the file's words win over its coordinates", () => {
  expect(known({ ...inBerlin, country: "France" })).toMatchObject({ city: null, country: "France" });
  expect(known({ ...inBerlin, region: "Brandenburg" })).toMatchObject({ city: null, region: "Brandenburg" });
});

test("the date in a file's name counts only where the file tells none itself", () => {
  const name = "IMG-20220528-WA0004.jpg";
  const guess = { takenLocal: "2022-05-28T00:00:00.000", takenPrecision: "day", takenFrom: "name" };
  expect(known({}, name)).toMatchObject(guess);
  const changed = { takenLocal: "2024-01-01T10:00:00.000", takenPrecision: "moment" } as const;
  expect(known({ ...changed, takenFrom: "change" }, name)).toMatchObject(guess);
  expect(known({ ...changed, takenFrom: "file" }, name)).toMatchObject(changed);
});

test("the time in the name of a Pixel's photo is UTC, and is put into local time where that is known", () => {
  const name = "PXL_20220528_101112345.jpg";
  expect(known({}, name)).toMatchObject({ takenLocal: "2022-05-28T10:11:12.000", takenOffset: 0 });
  expect(known(inBerlin, name)).toMatchObject({ takenLocal: "2022-05-28T12:11:12.000", takenOffset: 120 });
  expect(known(inBerlin, "PXL_20221231_230500000.jpg")).toMatchObject({
    takenLocal: "2023-01-01T00:05:00.000",
    takenOffset: 60,
  });
  const inNewYork = { latitude: 40.71, longitude: -74.0 };
  expect(known(inNewYork, name)).toMatchObject({ takenLocal: "2022-05-28T06:11:12.000", takenOffset: -240 });
  const changed = { takenLocal: "2024-01-01T10:00:00.000", takenFrom: "change", takenOffset: -240 } as const;
  expect(known({ ...inNewYork, ...changed }, name)).toMatchObject({
    takenLocal: "2022-05-28T06:11:12.000",
    takenOffset: -240,
  });
  expect(known(inBerlin, "IMG_20220528_101112.jpg")).toMatchObject({ takenOffset: null });
});

test("a time in UTC becomes that of its place, or of the file's name", () => {
  const film = { takenLocal: "2023-07-01T16:22:33.000", takenOffset: null, takenInUtc: true } as const;
  const taken = { ...film, takenPrecision: "moment", takenFrom: "file" } as const;
  const local = { takenLocal: "2023-07-01T18:22:33.000", takenOffset: 120, takenFrom: "file" };
  expect(known({ ...taken, ...inBerlin }, "a.mov")).toMatchObject(local);
  expect(known(taken, "VID_20230701_182201.mp4")).toMatchObject(local);
  expect(known(taken, "PXL_20230701_162201.mp4")).toMatchObject(film);
  expect(known(taken, "a.mov")).toMatchObject(film);
  expect(known({ ...taken, takenInUtc: false, ...inBerlin }, "a.mov").takenLocal).toBe(film.takenLocal);
});

test("a screenshot is known by its name", () => {
  expect(known({}, "Screenshot_20230405-101112_Chrome.jpg").screenshot).toBe(true);
  expect(known({}, "IMG_1.jpg").screenshot).toBe(false);
});
