import { matchAt, skip } from "../../../languages/phrases.ts";
import { allReferences, isBareReference, part, referenceAt } from "../references.ts";
import type { Sentence } from "../sentence.ts";
import type { Frame } from "./types.ts";

/** Reads the photos to resemble: "more like the third", "beach photos similar to this one". */
export function likeOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  for (let at = from; at < end; at++) {
    const like = matchAt(language.intent.like, tokens, at);
    if (!like) continue;
    const numbers = sentence.context.hasShown ? allReferences(part(sentence, like.to, end), true) : null;
    if (numbers) return { begin: from, end: at, like: numbers };
    const pointed = referenceAt(part(sentence, 0, end), like.to);
    const isLed = at === skip(language.courtesy, tokens, from);
    const isMeant = pointed && (pointed.isSure || isLed || isBareReference(sentence, pointed.to, end));
    if (!pointed || !isMeant || !(isLed || sentence.context.hasShown)) continue;
    // The rest of the question stands before it or after it.
    const isAhead = at > from && pointed.to >= end;
    return { begin: isAhead ? from : pointed.to, end: isAhead ? at : end, like: [pointed.reference] };
  }
  return null;
}
