import { expect, test } from "vitest";
import { countedIn } from "./counted.ts";

test.each([
  ["1,234 photos, in Lisbon.", "1,234 photos"],
  ["1 photo, from May 2019.", "1 photo"],
  ["12 Fotos, in Lissabon.", "12 Fotos"],
  ["1.234 Fotos.", "1.234 Fotos"],
  ["1 photo marked as a favourite.", "1 photo"],
  ["No photo matches.", "No photo matches."],
  ["Kein Foto passt.", "Kein Foto passt."],
  ["No photo matches all of this. Removing one filter finds some:", "No photo matches all of this."],
])("%s", (sentence, count) => {
  expect(countedIn(sentence)).toMatchObject({ count });
  expect(`${count}${countedIn(sentence)?.rest}`).toBe(sentence);
});

test.each([
  "3 May 2019.",
  "3. Mai 2019.",
  "Hello.",
  "Lisbon (3); Porto (2).",
  "From 3 May 2019 to 4 May 2019.",
])("%s counts nothing", (sentence) => {
  expect(countedIn(sentence)).toBeNull();
});
