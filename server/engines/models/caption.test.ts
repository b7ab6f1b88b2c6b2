import { expect, test } from "vitest";
import { blame, flawOf, tidyCaption } from "./caption.ts";

test("surplus spaces and the preamble are removed, the rest stays as it was", () => {
  expect(tidyCaption("  The image shows a dog\non a beach. ", false)).toBe("A dog on a beach.");
  expect(tidyCaption("In this image, there are two boats.", false)).toBe("There are two boats.");
  expect(tidyCaption("The image of a saint on a wall.", false)).toBe("The image of a saint on a wall.");
  expect(tidyCaption("Two boats. The image shows the sea.", false)).toBe(
    "Two boats. The image shows the sea.",
  );
});

test("an answer that reached its longest loses its broken last sentence", () => {
  expect(tidyCaption("A 3.5 m boat. Behind it the", true)).toBe("A 3.5 m boat.");
  expect(tidyCaption("A boat that is", true)).toBe("A boat that is");
  expect(tidyCaption("A boat. The end.", true)).toBe("A boat. The end.");
});

test.each([
  ["", "empty"],
  ["...", "empty"],
  ["I'm sorry, but I cannot help with that.", "refusal"],
  ["Sorry, I can't see the picture.", "refusal"],
  ["I cannot identify people in pictures.", "refusal"],
  ["As an AI language model, I have no eyes.", "refusal"],
  ["There is no image attached.", "refusal"],
  ["A dog dog dog dog dog dog", "loop"],
  ["A man and a dog and a man and a dog and a man and a dog and a man and a dog and", "loop"],
  ["A dog. It is brown. The sun is out. It is brown. A tree. It is brown.", "loop"],
  ["A wall with 0000000000000000000000000000000000", "loop"],
])("%j is a flaw: %s", (text, flaw) => {
  expect(flawOf(text)).toBe(flaw);
});

test.each([
  "A sign says: Sorry, we are closed.",
  "A shop window with the words “Ho ho ho”, and a bell.",
  "Two dogs, two cats and two birds on two chairs. The dogs are brown, the cats are black.",
  "Iceland.",
  "海辺を走る犬。",
  "I ♥ NY on a white T-shirt that hangs on a line.",
])("%j is a caption", (text) => {
  expect(flawOf(text)).toBeNull();
});

test("two failures are told in one sentence", () => {
  expect(blame(["empty", "empty"])).toBe("The model gave an empty answer twice.");
  expect(blame(["loop", "refusal"])).toBe(
    "The model repeated itself without end, and when asked again it refused to describe the picture.",
  );
});
