import { matchAt, matchBefore } from "../../languages/phrases.ts";
import type { Sentence } from "./sentence.ts";

/** The most words between a negation and the thing that it negates. */
const farthest = 8;

/**
 * Returns where the words begin that negate tokens `from` to `to` ("without", "not taken", "no photos of"), or null.
 * They begin at `free` at the earliest, and may share words with what they negate ("apart from Paris").
 */
export function negationBefore(sentence: Sentence, from: number, to: number, free: number): number | null {
  for (let at = Math.max(free, from - farthest); at < from; at++) {
    const end = negationAt(sentence, at);
    if (end !== null && end < to && afterLinks(sentence, end, from).at >= from) return at;
  }
  return null;
}

/** Returns where words such as "photos of" end, which stand between a negation and what it negates. */
export function afterLinks(
  { tokens, language }: Sentence,
  begin: number,
  end: number,
): { at: number; hasPhotos: boolean } {
  const { photoNouns, definite, indefinite } = language;
  let at = begin;
  let hasPhotos = false;
  while (at < end) {
    const isNoun = photoNouns.has(tokens[at]?.word ?? "");
    const link =
      matchAt(language.not.links, tokens, at) ??
      matchAt(definite, tokens, at) ??
      matchAt(indefinite, tokens, at);
    if (!isNoun && !link) break;
    hasPhotos ||= isNoun;
    at = isNoun ? at + 1 : (link?.to ?? at + 1);
  }
  return { at, hasPhotos };
}

/** Returns where a negation behind a name ends ("Anna isn't in", "Anna nicht zu sehen ist"), or null. */
export function negationBehind({ tokens, language }: Sentence, at: number): number | null {
  const end = matchAt(language.not.behind, tokens, at)?.to;
  const isLast = end !== undefined && (tokens[end]?.isMark ?? true);
  return isLast ? end : null;
}

/** Returns where the negation at token `at` ends. Null if there is none, or if it belongs to a thing ("no parking"). */
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
