import { describe, expect, test } from "vitest";
import { everything } from "../plan/everything.ts";
import { sentenceSince } from "./sentences.ts";

const left = { total: 13, removed: 1, found: null };

describe("after a photo of an answer was removed", () => {
  test("the sentence of a search counts those that are left", () => {
    expect(sentenceSince("14 photos.", everything, left, [])).toBe("13 photos.");
    expect(sentenceSince("1 photo.", everything, { ...left, total: 0 }, [])).toBe("No photo matches.");
  });

  test("so does the answer to how many there are", () => {
    const plan = {
      ...everything,
      intent: "question" as const,
      ask: "count" as const,
      language: "de" as const,
    };
    expect(sentenceSince("14 Fotos.", plan, left, [])).toBe("13 Fotos.");
  });

  test("another sentence stays, and says how many are gone", () => {
    const plan = { ...everything, intent: "question" as const, ask: "who" as const };
    expect(sentenceSince("Anna (9); Ben (5).", plan, left, [])).toBe(
      "Anna (9); Ben (5). 1 photo of these has been removed since.",
    );
    const german = { ...plan, language: "de" as const };
    expect(sentenceSince("Anna (9).", german, { ...left, removed: 2 }, [])).toBe(
      "Anna (9). 2 Fotos davon wurden seitdem entfernt.",
    );
  });
});
