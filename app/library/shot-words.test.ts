import { expect, test } from "vitest";
import { germanGroups } from "#app/words/de-groups.ts";
import { addGroups, speakBy } from "#app/words/language.ts";
import { shotWords } from "./shot-words.ts";

const nothing = { exposure: null, aperture: null, iso: null, focalLength: null, flash: null };

test.each([
  [{ exposure: 1 / 125, aperture: 1.8, iso: 200 }, "1/125 s, f/1.8, ISO 200"],
  [{ exposure: 0.5, aperture: 8, focalLength: 4.25 }, "0.5 s, f/8, 4.3 mm"],
  [{ exposure: 30, iso: 64, flash: false }, "30 s, ISO 64"],
  [{ exposure: 1 / 60, flash: true }, "1/60 s, flash"],
  [{}, ""],
])("%o is said as %s", (shot, words) => {
  expect(shotWords({ ...nothing, ...shot })).toBe(words);
});

test("in German with a comma", () => {
  addGroups("de", germanGroups);
  speakBy(() => "de");
  try {
    expect(shotWords({ ...nothing, exposure: 1 / 125, aperture: 1.8, flash: true })).toBe(
      "1/125 s, f/1,8, Blitz",
    );
  } finally {
    speakBy(() => "en");
  }
});
