import type { KnownPhoto } from "../library/photo-rows.ts";
import type { RankedHit } from "../library/result-sets.ts";
import { searchableText } from "./document.ts";
import { heldOf } from "./filters.ts";
import type { SearchPlan, Why } from "./types.ts";
import { documentTokens, questionTokens } from "./words.ts";

/** Why a photo is among the hits: from the photo and the plan alone, so that a page explains itself at any time. */
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
