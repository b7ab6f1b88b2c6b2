import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import { show } from "#tests/fixtures/reading/show.ts";
import { readQuestion } from "./read-question.ts";

test.each([
  ["videos", "kind = video"],
  ["only videos", "kind = video"],
  ["show me only videos", "kind = video"],
  ["my videos", "kind = video"],
  ["videos of the beach", '"the beach"; kind = video'],
  ["beach videos", '"beach"; kind = video'],
  ["a video of a dog", '"a dog"; kind = video'],
  ["videos from Lisbon", "kind = video; city = Lisbon"],
  ["videos of Anna", "kind = video; people has Anna"],
  ["videos from 2021", "kind = video; taken 2021-01-01–2021-12-31"],
  ["videos longer than a minute", "kind = video; duration > 60"],
  ["videos that are longer than two minutes", "kind = video; duration > 120"],
  ["dogs in videos shorter than 10 seconds", '"dogs"; kind = video; duration < 10'],
  ["shorter than 10 seconds", "duration < 10"],
  ["longer than a minute", "duration > 60"],
  ["videos of at least 30 s", "kind = video; duration >= 30"],
  ["videos over an hour", "kind = video; duration > 3600"],
  ["videos of 90 seconds or more", "kind = video; duration >= 90"],
  ["only photos", "kind = photo"],
  ["photos only", "kind = photo"],
  ["the beach, only photos", '"the beach"; kind = photo'],
  ["no videos", "kind = photo"],
  ["dogs but no videos", '"dogs"; kind = photo'],
  ["the latest videos", "kind = video; newest"],
  ["the latest video", "kind = video; newest; limit 1"],
  ["the last 5 videos", "kind = video; newest; limit 5"],
  ["5 videos of dogs", '"dogs"; kind = video; limit 5'],
  ["how many videos do I have", "kind = video; count? search"],
  ["how many videos of dogs", '"dogs"; kind = video; count? search'],
  ["wie viele Videos habe ich", "kind = video; count? search"],
  ["die neuesten Videos", "kind = video; newest"],
  ["zeig mir alle Videos von Hunden", '"Hunden"; kind = video'],
  ["Videos vom Strand", '"Strand"; kind = video'],
  ["nur Videos", "kind = video"],
  ["Videos länger als eine Minute", "kind = video; duration > 60"],
  ["Videos, die länger als 2 Minuten sind", "kind = video; duration > 120"],
  ["kürzer als 10 Sekunden", "duration < 10"],
  ["Filme aus Lissabon", "kind = video; city = Lisbon"],
  ["nur Fotos", "kind = photo"],
  ["Hunde, nur Fotos", '"Hunde"; kind = photo'],
  ["keine Videos", "kind = photo"],
])("%s", (question, expected) => {
  expect(show(readQuestion(question, context))).toBe(expected);
});

test.each([
  "people playing video games",
  "a film camera",
  "a clip in her hair",
  "more than 2 hours ago",
  "only photos of dogs",
  "a movie theatre",
])("%s asks for no video", (question) => {
  expect(readQuestion(question, context).filters.map(({ field }) => field)).not.toContain("kind");
});

test.each([
  ["no videos", "kind = photo"],
  ["only photos", "kind = photo"],
  ["only videos", "kind = video"],
  ["longer than a minute", "duration > 60"],
  ["nur Videos", "kind = video"],
  ["nur Fotos", "kind = photo"],
])("%s narrows what is shown", (question, filter) => {
  const reading = readQuestion(question, { ...context, hasShown: true });
  expect(reading.intent).toBe("refine");
  expect(show(reading)).toContain(filter);
});
