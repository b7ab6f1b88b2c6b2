import type { Deed } from "../../../languages/meanings.ts";
import { matchAt, matchBefore, type Phrases, skip } from "../../../languages/phrases.ts";
import { allReferences, isBareReference, part, referenceAt } from "../references.ts";
import type { Sentence } from "../sentence.ts";
import { classAt } from "../tagging.ts";

/**
 * Returns the wish of a sentence that cannot be fulfilled by talking: "print these", "make a collage"; null if it has
 * none.
 */
export function beyondOf(sentence: Sentence, from: number, end: number): Deed | null {
  const { tokens, language } = sentence;
  const { beyond, makes, works, politeAhead } = language.intent;
  const first = skip(language.courtesy, tokens, skip(politeAhead, tokens, from));
  const deedAt = (at: number): Deed => classAt(sentence, "talk.deeds", at)?.meaning ?? "make";
  if (matchAt(makes, tokens, first)) {
    const work = tokens.findIndex((_, at) => at > first && at < end && matchAt(works, tokens, at) !== null);
    if (work !== -1) return deedAt(work);
  }
  const verb = matchAt(beyond, tokens, first);
  return verb && verb.to < end && isOfPhotos(sentence, verb.to, end) ? deedAt(first) : null;
}

/** Tells whether photos follow a verb: "delete the duplicates", "the newest three", but not "delete the date". */
function isOfPhotos(sentence: Sentence, at: number, end: number): boolean {
  const { tokens, language } = sentence;
  const { copies, ones, them, any, subjects, filterNoun } = language.intent;
  if (allReferences(part(sentence, at, end), true)) return true;
  const pointed = referenceAt(sentence, at);
  if (pointed && isBareReference(sentence, pointed.to, end)) return true;
  const article = skip(language.definite, tokens, skip(them, tokens, at));
  const noun = language.functionWords.has(tokens[article]?.word ?? "") ? article + 1 : article;
  if (language.photoNouns.has(tokens[noun]?.word ?? "") || matchAt(copies, tokens, noun)) return true;
  // "delete all screenshots", but not "delete all dates"
  const all = matchAt(any, tokens, at);
  const isSubject = [subjects, filterNoun].some((table: Phrases<unknown>) => matchAt(table, tokens, article));
  if (all && article < end && !isSubject) return true;
  if (article === at) return false;
  const isNamed = [article + 1, article + 2].some((next) =>
    language.photoNouns.has(tokens[next]?.word ?? ""),
  );
  const isEnd = matchAt(language.order.superlatives, tokens, article) !== null;
  return isNamed || isEnd || matchBefore(ones, tokens, end) !== null;
}
