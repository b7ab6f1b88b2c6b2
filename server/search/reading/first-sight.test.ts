import { expect, test } from "vitest";
import { kellers } from "#tests/fixtures/reading/keller-household.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

/** Kinds of questions that were read wrongly by nobody's table, and the rules that read them now. */
test.each([
  // Times
  ["Christmas 2019 2020 and 2021", "taken 2019-12-24–2019-12-26|2020-12-24–2020-12-26|2021-12-24–2021-12-26"],
  ["the last 2 summers", "taken 2025-06-01–2025-08-31|2026-06-01–2026-08-31"],
  ["letzte 2 Sommer", "taken 2025-06-01–2025-08-31|2026-06-01–2026-08-31"],
  ["what was I doing this time last year", "taken 2025-11-19–2025-11-25"],
  ["photos from the night of 3 March 2024", "taken 2024-03-03T21:00–2024-03-04T05:00"],
  ["photos of this month so far", "taken 2026-11-01–2026-11-30"],
  // Places where the photo is not
  ["the way to Boston", '"the way to Boston"'],
  ["Flug nach Rom", '"Flug nach Rom"'],
  // Numbers that are not those of photos
  ["how many people came to the party", '"came to the party"; lost “how many people”'],
  ["wie viele Gäste waren in Rom", "city = Rome; lost “wie viele Gäste”"],
  // The person who took a photo need not be in it
  ["photos Ben took of Anna", "people has Anna; lost “Ben took”"],
  ["photos of Ben taken in Rome", "people has Ben; city = Rome"],
  // Speech has “um” and words twice.
  ["um can you uh find the the big fish", '"the big fish"'],
  ["äh zeig mir ähm Hunde", '"Hunde"'],
  ["landscapes only", '"landscapes"'],
  // Wishes that cannot be fulfilled
  ["delete all screenshots", "chat beyond; refused delete"],
])("%s", (question, reading) => {
  const read = readQuestion(question, kellers);
  const refused = read.refused ? `; refused ${read.refused}` : "";
  expect(`${show(read)}${refused}`).toBe(reading);
});

test("the name of an album asks for no order", () => {
  const albums = [{ id: "018f0000-0000-7000-8000-000000000002", name: "Best of Rome" }];
  const reading = show(readQuestion("best of rome album", { ...kellers, albums }));
  expect(reading).toBe("album = 018f0000-0000-7000-8000-000000000002");
});
