import type { Unit } from "../../parts-of-time.ts";
import { matchAt } from "../phrases.ts";
import { numberAt, type Sentence } from "../sentence.ts";

/** Reads "two years ago", "vor zwei Jahren". */
export function countedAgo(sentence: Sentence, at: number): { unit: Unit; count: number; to: number } | null {
  const { tokens, language } = sentence;
  const { when } = language;
  const before = matchAt(when.ago.before, tokens, at)?.to;
  const begin = before ?? at;
  const article = matchAt(language.indefinite, tokens, begin);
  const number = numberAt(sentence, begin) ?? (article && { value: 1, to: article.to });
  const unit = number && matchAt(when.units, tokens, number.to);
  if (!number || !unit || number.value > 999) return null;
  const after = matchAt(when.ago.after, tokens, unit.to)?.to;
  if (before === undefined && after === undefined) return null;
  return { unit: unit.meaning, count: Math.round(number.value), to: after ?? unit.to };
}
