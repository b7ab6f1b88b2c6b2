import type { KnownPhoto } from "../library/photo-rows.ts";
import type { RankedHit } from "../library/result-sets.ts";
import { searchableText } from "./document.ts";
import { heldOf } from "./filters.ts";
import type { SearchPlan, Why } from "./types.ts";
import { documentTokens, questionTokens } from "./words.ts";

/**
 * Says why a photo is among the hits. It needs only the photo and the plan, so any page can be explained
 * later.
 */
export function explain(plan: SearchPlan, known: KnownPhoto, hit: RankedHit): Why {
  const text = [plan.text, ...plan.also].join(" ");
  const words = questionTokens(text);
  const tokens = new Set(words.length === 0 ? [] : documentTokens(searchableText(known)).split(" "));
  return {
    words: words.filter((word) => word.tokens.some((token) => tokens.has(token))).map((word) => word.word),
    similarity: hit.similarity === null ? null : Math.round(hit.similarity * 1_000) / 1_000,
    filters: [...new Set(heldOf(plan).map((filter) => filter.label))],
  };
}
