import { matchAt, matchBefore, skip } from "../../../languages/phrases.ts";
import { allReferences, isBareReference, part, referenceAt } from "../references.ts";
import type { Sentence } from "../sentence.ts";

/** Tells whether the sentence wants something that cannot be done by talking: "print these", "make a collage". */
export function isBeyond(sentence: Sentence, from: number, end: number): boolean {
  const { tokens, language } = sentence;
  const { beyond, copies, makes, works, ones, them, politeAhead } = language.intent;
  const first = skip(language.courtesy, tokens, skip(politeAhead, tokens, from));
  const made = matchAt(makes, tokens, first);
  if (made && tokens.slice(0, end).some((_, at) => at >= made.to && matchAt(works, tokens, at) !== null))
    return true;
  const verb = matchAt(beyond, tokens, first);
  if (!verb || verb.to >= end) return false;
  if (allReferences(part(sentence, verb.to, end), true)) return true;
  const pointed = referenceAt(sentence, verb.to);
  if (pointed && isBareReference(sentence, pointed.to, end)) return true;
  // "delete all photos from Berlin", "delete the duplicates", "delete the blurry ones", but not "delete the date".
  const article = skip(language.definite, tokens, skip(them, tokens, verb.to));
  const noun = language.functionWords.has(tokens[article]?.word ?? "") ? article + 1 : article;
  const isOfPhotos =
    language.photoNouns.has(tokens[noun]?.word ?? "") || matchAt(copies, tokens, noun) !== null;
  return isOfPhotos || (article > verb.to && matchBefore(ones, tokens, end) !== null);
}
