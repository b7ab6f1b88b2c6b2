import { matchAt, matchBefore } from "./phrases.ts";
import type { Sentence } from "./sentence.ts";

/** The words that negate what begins at token `at` ("without", "that aren't"): where they begin; null without any. */
export function negationBefore(sentence: Sentence, at: number): number | null {
  const { not } = sentence.language;
  const match = matchBefore(not.not, sentence.tokens, at) ?? matchBefore(not.nor, sentence.tokens, at);
  return match && negationAt(sentence, match.from) === at ? match.from : null;
}

/** Where the words end that negate at token `at`; null where none do, or where they belong to a thing that is seen. */
export function negationAt(sentence: Sentence, at: number): number | null {
  const { tokens, language } = sentence;
  const { not, nor, things } = language.not;
  const match = matchAt(not, tokens, at) ?? (isAfterNeither(sentence, at) ? matchAt(nor, tokens, at) : null);
  if (!match || matchAt(things, tokens, at)) return null;
  // "a no parking sign"
  const article = matchBefore(language.indefinite, tokens, at) ?? matchBefore(language.definite, tokens, at);
  return article ? null : match.to;
}

const farthestNor = 12;

function isAfterNeither({ tokens, language }: Sentence, at: number): boolean {
  if (!matchAt(language.not.nor, tokens, at)) return false;
  const before = Array.from({ length: Math.min(at, farthestNor) }, (_, back) => at - 1 - back);
  return before.some((place) => matchAt(language.not.neither, tokens, place));
}
