import { expect, test } from "vitest";
import { blame, NoCaption, rawOf } from "./tries.ts";

test("two failures are told in one sentence", () => {
  expect(blame(["empty", "empty"])).toBe("The model gave an empty answer twice.");
  expect(blame(["loop", "refusal"])).toBe(
    "The model repeated itself without end, and when asked again it refused to describe the picture.",
  );
});

test("the answers are kept for a look, without what a database refuses", () => {
  expect(rawOf(["I cannot.\0\uD800", " No. "])).toBe("I cannot.\uFFFD\n\n No.");
  const error = new NoCaption(["refusal", "refusal"], ["I cannot.", "No."]);
  expect(error).toMatchObject({ code: "MODEL_FAILED", raw: "I cannot.\n\nNo." });
  expect(Object.values(error)).not.toContain(error.raw);
});
