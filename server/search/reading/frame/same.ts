import { matchAt, skip } from "../../../languages/phrases.ts";
import { allReferences, part } from "../references.ts";
import type { Sentence } from "../sentence.ts";
import type { Frame } from "./types.ts";

/** Reads "more from the same day" and "photos from the same place as the third", which refer to a shown photo. */
export function sameOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { same, more, as } = language.intent;
  let at = from;
  for (let step = 0; step < 8 && !matchAt(same, tokens, at); step++) {
    const isNoun = language.photoNouns.has(tokens[at]?.word ?? "");
    at = isNoun ? at + 1 : (matchAt(more, tokens, at)?.to ?? skip(language.courtesy, tokens, at));
  }
  const found = matchAt(same, tokens, at);
  if (!found) return null;
  const like = matchAt(as, tokens, found.to);
  const on = like ? allReferences(part(sentence, like.to, end)) : null;
  const ends = like ? on !== null : skip(language.courtesyAfter, tokens, found.to) >= end;
  return ends ? { begin: end, end, same: found.meaning, on: on ?? [{ refer: "this" }] } : null;
}
