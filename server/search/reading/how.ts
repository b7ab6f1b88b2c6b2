import { matchAt, matchBefore } from "./phrases.ts";
import { isBoundary, numberAt, type Sentence } from "./sentence.ts";
import type { Reading } from "./types.ts";
import { isYear } from "./when/dates.ts";

/** How many photos are wanted and in which order: tokens `from` to `to` say so. */
export interface Manner {
  from: number;
  to: number;
  sort?: Reading["sort"];
  limit?: number;
  perDay?: boolean;
}

export function readManner(sentence: Sentence): Manner[] {
  const found: Manner[] = [];
  for (let at = 0; at < sentence.tokens.length; ) {
    const manner = sentence.tokens[at]?.word ? mannerAt(sentence, at) : null;
    if (manner) found.push(manner);
    at = manner?.to ?? at + 1;
  }
  return found;
}

function mannerAt(sentence: Sentence, at: number): Manner | null {
  const { tokens, language } = sentence;
  const perDay = matchAt(language.how.perDay, tokens, at);
  if (perDay) return { from: at, to: perDay.to, perDay: true };
  const order = matchAt(language.how.orders, tokens, at);
  if (order) return { from: at, to: order.to, sort: order.meaning };
  return superlativeAt(sentence, at) ?? endAt(sentence, at) ?? countAt(sentence, at);
}

/** "the latest photos", "the best ten", "top 5"; the best friends are friends. */
function superlativeAt(sentence: Sentence, at: number): Manner | null {
  const { tokens, language } = sentence;
  const begin = matchAt(language.definite, tokens, at)?.to ?? at;
  const number = countOf(sentence, begin);
  const superlative = matchAt(language.how.superlatives, tokens, number?.to ?? begin);
  if (!superlative) return null;
  const after = number ? null : countOf(sentence, superlative.to);
  const to = after?.to ?? superlative.to;
  const count = number ?? after;
  const noun = tokens[to]?.word ?? "";
  const isOne = language.singularPhotos.has(noun);
  const isPhotos = language.photoNouns.has(noun) || matchAt(language.how.ofThem, tokens, to) !== null;
  const isTop = matchAt(language.how.top, tokens, begin) !== null && superlative.to === begin + 1;
  if (
    !isPhotos &&
    !(count && isBoundary(sentence, to)) &&
    !(isBoundary(sentence, to) && !isTop && begin > at)
  )
    return null;
  const ofThem = matchAt(language.how.ofThem, tokens, to)?.to ?? to;
  const limit = count?.value ?? (isOne ? 1 : undefined);
  return { from: at, to: ofThem, sort: superlative.meaning, ...(limit && { limit }) };
}

/** "the first photo of Anna", "the last five pictures". */
function endAt(sentence: Sentence, at: number): Manner | null {
  const { tokens, language } = sentence;
  const begin = matchAt(language.definite, tokens, at)?.to ?? at;
  const ordinal = matchAt(language.ordinals, tokens, begin);
  if (!ordinal || (ordinal.meaning !== 1 && ordinal.meaning !== -1)) return null;
  const count = countOf(sentence, ordinal.to);
  const to = count?.to ?? ordinal.to;
  const noun = tokens[to]?.word ?? "";
  if (!language.photoNouns.has(noun)) return null;
  const limit = count?.value ?? (language.singularPhotos.has(noun) ? 1 : undefined);
  return { from: at, to, sort: ordinal.meaning === 1 ? "oldest" : "newest", ...(limit && { limit }) };
}

/** "ten photos", "five of them", "at most 20 pictures". */
function countAt(sentence: Sentence, at: number): Manner | null {
  const { tokens, language } = sentence;
  const bound = matchAt(language.how.atMost, tokens, at);
  const count = countOf(sentence, bound?.to ?? at);
  if (!count || matchBefore(language.indefinite, tokens, at) || tokens[at - 1]?.text === "#") return null;
  const ofThem = matchAt(language.how.ofThem, tokens, count.to);
  const isPhotos = language.photoNouns.has(tokens[count.to]?.word ?? "");
  const isWhole = at === 0 && count.to === tokens.length && !isYear(sentence, at);
  if (!ofThem && !isPhotos && !(isWhole && sentence.context.hasShown)) return null;
  return { from: at, to: ofThem?.to ?? count.to, limit: count.value };
}

function countOf(sentence: Sentence, at: number): { value: number; to: number } | null {
  if (isYear(sentence, at)) return null;
  const number = numberAt(sentence, at);
  return number && Number.isInteger(number.value) && number.value >= 1 && number.value <= 10_000
    ? number
    : null;
}
