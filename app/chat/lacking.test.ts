import { expect, test } from "vitest";
import { turnWordsIn } from "#app/words/turns.ts";
import type { Hit } from "#server/search/types.ts";
import { lackingWords } from "./lacking.ts";

/** Makes a hit that has some things and lacks others. */
const hit = (has: string[], lacks: string[]) =>
  ({
    why: {
      concepts: [
        ...has.map((words) => ({ words, by: "word" })),
        ...lacks.map((words) => ({ words, by: null })),
      ],
    },
  }) as unknown as Hit;
const hits = [hit(["dog"], ["beach"]), hit(["dog"], ["beach"]), hit(["beach"], ["dog"])];

test("the things that weaker matches lack are counted if all of these are loaded", () => {
  expect(lackingWords({ hits, next: null }, turnWordsIn("en"))).toBe(
    "Not seen: “dog” in 1 tile, “beach” in 2.",
  );
});

test("it is only named if there are more", () => {
  expect(lackingWords({ hits, next: "set_3" }, turnWordsIn("en"))).toBe(
    "Each lacks something: “dog” or “beach”.",
  );
});

test("nothing is said where no concepts are known", () => {
  expect(lackingWords({ hits: [hit([], [])], next: null }, turnWordsIn("en"))).toBe("");
});
