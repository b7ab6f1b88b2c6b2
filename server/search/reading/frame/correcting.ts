import { matchAt, matchBefore, skip } from "../../../languages/phrases.ts";
import type { Sentence } from "../sentence.ts";
import type { Frame } from "./types.ts";

/** Reads a correction: "no, I meant the city". */
export function correctionOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { correct, subjects, filterNoun, no } = language.intent;
  const refused = matchAt(no, tokens, from);
  const isNamed = refused && matchAt(language.definite, tokens, refused.to) !== null;
  const lead = matchAt(correct, tokens, from) ?? (isNamed && sentence.context.hasShown ? refused : null);
  if (!lead) return null;
  const subject = matchAt(subjects, tokens, skip(language.definite, tokens, lead.to));
  const to = subject && skip(filterNoun, tokens, subject.to);
  const last = to !== null && to >= end ? subject : lastSubject(sentence, lead.to, end);
  return last && { begin: end, end, how: "correct", about: [last.meaning] };
}

/** Reads the kind that is said with a name: "Nice the city", "the city Nice". */
function lastSubject(sentence: Sentence, from: number, end: number) {
  const { tokens, language } = sentence;
  const { subjects } = language.intent;
  const ahead = matchAt(subjects, tokens, skip(language.definite, tokens, from));
  return subjectBehind(sentence, from, end) ?? (ahead && isName(sentence, ahead.to, end) ? ahead : null);
}

/** Reads the kind behind a name: "Nice the city". */
export function subjectBehind(sentence: Sentence, from: number, end: number) {
  const { tokens, language } = sentence;
  const behind = matchBefore(language.intent.subjects, tokens, end);
  const article = behind && matchBefore(language.definite, tokens, behind.from);
  return behind && article && isName(sentence, from, article.from) ? behind : null;
}

function isName({ tokens, context }: Sentence, from: number, to: number): boolean {
  const words = tokens.slice(from, to).map(({ word }) => word);
  return context.vocabulary.find(words.join(" ")).length > 0;
}
