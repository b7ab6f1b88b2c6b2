import { expect, test } from "vitest";
import { vocabularyOf } from "#tests/fixtures/reading/context.ts";
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
  ["both", "both"],
  ["both are fine", "both"],
  ["beides", "both"],
  ["las dos", "both"],
  ["les deux", "both"],
  ["food again", '"food"; again text'],
  ["bring Anna back", "people has Anna; again people"],
  ["wieder mit Anna", "people has Anna; again people"],
  ["put her back", "undo"],
  ["Anna ok", "people has Anna; restore people"],
  ["drop the city", "drop where"],
  ["no in Rome", "city = Rome; replace where"],
  ["nein in Rom", "city = Rome; replace where"],
  ["undo everything", "startOver"],
  ["not the person", "correct where camera keyword"],
  ["Jordan the person", "correct people"],
  ["and the third one?", "narrow; on #3"],
  ["and the last one", "narrow; on #-1"],
  ["show me that one", "narrow; on this"],
  ["the kitchen ones", '"kitchen"; narrow text'],
  ["the ones from 2019 i mean", "taken 2019-01-01–2019-12-31; narrow when"],
  ["canon only", "make = Canon; narrow camera"],
  ["30 km around", "30 km; narrow where"],
  ["how many do I have", "count? shown"],
  ["per year", "table year? shown"],
  ["that's the one", "chat thanks"],
  ["just the photos", "kind = photo; narrow type"],
  ["Anna doesn't have to be there", "drop people"],
  ["Anna muss nicht dabei sein", "drop people"],
])("%s", (sentence, reading) => {
  expect(show(readQuestion(sentence, { ...kellers, hasShown: true }))).toBe(reading);
});

test("a bare place narrows a bare time, and nothing else", () => {
  const after = (shows: ("when" | "where" | "text")[]) =>
    show(readQuestion("Italy", { ...kellers, hasShown: true, shows }));
  expect(after(["when"])).toBe("country = Italy; narrow where");
  expect(after(["when", "where"])).toBe("country = Italy; narrow where");
  expect(after(["when", "text"])).toBe("country = Italy");
  expect(after([])).toBe("country = Italy");
});

test("a verb that is also a name of the library is no name before a kind", () => {
  const drop = vocabularyOf({ drop: [{ kind: "keyword", value: "drop", photos: 2 }] });
  const reading = readQuestion("drop the city", { ...kellers, vocabulary: drop, hasShown: true });
  expect(show(reading)).toBe("drop where");
});
