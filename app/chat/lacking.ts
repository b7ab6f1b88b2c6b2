import type { TurnWords } from "#app/words/turns.ts";
import type { SearchAnswer } from "#server/search/types.ts";

/** Says what weaker matches lack; it counts only where all of them are known. */
export function lackingWords(
  { hits, next }: Pick<SearchAnswer, "hits" | "next">,
  turnWords: TurnWords,
): string {
  const counts = new Map<string, number>();
  for (const { why } of hits) {
    for (const concept of why.concepts) {
      const lacks = concept.by === null ? 1 : 0;
      counts.set(concept.words, (counts.get(concept.words) ?? 0) + lacks);
    }
  }
  const lacking = [...counts].filter(([, tiles]) => tiles > 0);
  if (lacking.length === 0) return "";
  return next === null ? turnWords.lackingEach(lacking) : turnWords.lacking([...counts.keys()]);
}
