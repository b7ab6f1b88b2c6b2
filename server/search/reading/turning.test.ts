import { expect, test } from "vitest";
import { kellers } from "#tests/fixtures/reading/keller-household.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

/** Sentences that turn what was said before. */
test.each([
  ["no, the person, not the country", "correct people"],
  ["the city, I mean", "correct where"],
  ["die Stadt, nicht das Land", "correct where"],
  ["both again", "undo"],
  ["bring them back", "undo"],
  ["hol sie wieder zurück", "undo"],
  ["and undo that as well", "undo"],
  ["Berlin is ok after all", "city = Berlin; restore where"],
  ["Anna ist in Ordnung", "people has Anna; restore people"],
  ["people are fine", '"people"; restore text'],
  ["all my photos", "startOver"],
  ["and now all my photos", "startOver"],
  ["alle meine Fotos", "startOver"],
  ["and in 2025", "taken 2025-01-01–2025-12-31; narrow when"],
  ["2019, sorry", "taken 2019-01-01–2019-12-31; replace when"],
  ["and Berlin", "city = Berlin; add where"],
  ["Could you open the first one for me?", "narrow; on #1"],
])("%s", (sentence, reading) => {
  expect(show(readQuestion(sentence, { ...kellers, hasShown: true }))).toBe(reading);
});

test("a bare place narrows a bare time, and nothing else", () => {
  const after = (shows: ("when" | "text")[]) =>
    show(readQuestion("Italy", { ...kellers, hasShown: true, shows }));
  expect(after(["when"])).toBe("country = Italy; narrow where");
  expect(after(["when", "text"])).toBe("country = Italy");
  expect(after([])).toBe("country = Italy");
});
