import { matchAt, skip } from "../../../languages/phrases.ts";
import { type Sentence, written } from "../sentence.ts";
import { classAt } from "../tagging.ts";
import type { Frame } from "./types.ts";

/** The most tokens between a question word and its verb. */
const longestSubject = 8;

/**
 * Reads an open question that the rows cannot answer: "what did we eat", "which receipt has …". Photos of its subject
 * are looked for, and it gets no number, date or place as an answer.
 */
export function openOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { talk, photoNouns, definite } = language;
  const begin = classAt(sentence, "talk.showing", from)?.to ?? from;
  const asked = classAt(sentence, "talk.questionWords", begin);
  // "what did we do in Lisbon" asks for photos.
  if (!asked || (classAt(sentence, "courtesy", begin)?.to ?? 0) > asked.to) return null;
  const subject = skip(talk.kinds, tokens, asked.to);
  const ahead = tokens.slice(subject, Math.min(end, subject + longestSubject));
  const verb = subject + ahead.findIndex(({ word }) => talk.auxiliaries.has(word));
  if (verb < subject) return null;
  // "when Ben was five" tells a time, and "when was Ben five" asks for one.
  const { when, was } = language.relations;
  if (verb > asked.to && matchAt(when, tokens, begin) && matchAt(was, tokens, verb)) return null;
  if (photoNouns.has(tokens[skip(definite, tokens, subject)]?.word ?? "")) return null;
  let rest = skip(talk.softeners, tokens, skip(talk.askers, tokens, verb + 1));
  rest = skip(talk.softeners, tokens, rest);
  const isOfTaking = tokens.slice(verb, end).some(({ word }) => talk.takings.has(word));
  if (verb === subject && rest > verb + 1 && isOfTaking) return null;
  const isOfContents = talk.contents.has(tokens[verb - 1]?.word ?? "");
  const isOfThing = verb > subject && !isOfContents;
  const last = tokens.findIndex(({ word }, at) => at > verb && at < end && talk.progress.has(word));
  return {
    begin: isOfThing ? subject : Math.min(rest, end),
    end,
    lost: written(sentence, begin, Math.min(rest, end)),
    isOpen: true,
    ...(isOfThing && { verb: tokens[verb]?.from }),
    ...(last !== -1 && { isCourse: true }),
  };
}

/** Returns where "when" begins in "where and when did I …": the last of several question words asks. */
export function afterFirstQuestion(sentence: Sentence, from: number): number {
  const first = classAt(sentence, "talk.questionWords", from);
  const and = first && classAt(sentence, "and", first.to);
  return and && classAt(sentence, "talk.questionWords", and.to) ? and.to : from;
}
