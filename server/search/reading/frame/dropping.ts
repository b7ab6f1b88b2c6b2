import { matchAt, matchBefore, skip } from "../../../languages/phrases.ts";
import { allReferences, part } from "../references.ts";
import type { Sentence } from "../sentence.ts";
import { beforeCourtesy } from "./polite.ts";
import type { Frame } from "./types.ts";

/** Reads "drop the city", "any place", "without the camera filter", "forget Lisbon". */
export function dropOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { drop, any, subjects, filterNoun, notOnly } = language.intent;
  const last = droppedLast(sentence, from, end);
  if (last) return last;
  const verb = matchAt(drop, tokens, from) ?? matchAt(notOnly, tokens, from);
  const every = matchAt(any, tokens, from) ?? matchAt(any, tokens, verb?.to ?? from);
  const only = matchAt(language.intent.only, tokens, from);
  if ((!verb && !every) || (only && only.to > (verb?.to ?? from) && !every)) return null;
  const begin = skip(language.definite, tokens, every?.to ?? verb?.to ?? from);
  const subject = matchAt(subjects, tokens, begin);
  const noun = subject && matchAt(filterNoun, tokens, subject.to);
  const to = noun?.to ?? subject?.to ?? from;
  // "without the camera filter" drops a filter, but "without people" searches for photos without people.
  const isFilter =
    noun !== null || matchAt(filterNoun, tokens, begin) !== null || /filter$/.test(tokens[begin]?.word ?? "");
  const negation = matchAt(language.not.not, tokens, from)?.to ?? from;
  // Do not mistake "never mind" and "no matter which" for the negations "never" and "no".
  const isWithout = negation > from && negation >= Math.max(verb?.to ?? 0, every?.to ?? 0);
  // A year cannot be seen in a photo, so "without the year" drops the filter.
  const isUnseen =
    begin > (verb?.to ?? from) &&
    (["when", "year", "where", "rating"] as unknown[]).includes(subject?.meaning);
  const isNot = isWithout && !(isUnseen && sentence.context.hasShown);
  const isWhole = skip(language.courtesyAfter, tokens, skip(language.intent.too, tokens, to)) >= end;
  if (subject && isWhole && (isFilter || !isNot))
    return { begin: end, end, how: "drop", about: [subject.meaning] };
  if (!verb || isNot || !sentence.context.hasShown || begin >= end) return null;
  const until = matchBefore(filterNoun, tokens, end)?.from ?? end;
  return { begin, end: Math.max(begin, until), how: "drop" };
}

/** Reads sentences that leave out photos by reference: "remove the second", "everything except the last two". */
export function exceptOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { drop, ones, outEnds } = language.intent;
  const verb = matchAt(language.not.not, tokens, from) ?? matchAt(drop, tokens, from);
  const until = matchBefore(outEnds, tokens, end)?.from ?? end;
  // In "ohne das letzte" the article belongs to the negation and to the reference.
  const but =
    verb &&
    (allReferences(part(sentence, verb.to, until)) ?? allReferences(part(sentence, verb.to - 1, until)));
  // "forget that" is an undo.
  const isOne = matchAt(ones, tokens, end - 1) !== null;
  const arePointed = but?.every(({ refer }) => refer === "shown" || (refer === "this" && isOne));
  return but && arePointed ? { begin: end, end, how: "narrow", but } : null;
}

/** Reads "leave Ben out" and "die mit Ben bitte weglassen"; the words between the verb's parts are left out. */
export function leftOutOf(sentence: Sentence, from: number, to: number): Frame | null {
  const { tokens, language } = sentence;
  const end = beforeCourtesy(sentence, to);
  const { outStarts, outEnds, outVerbs, ones, thoseThat } = language.intent;
  const start = matchAt(outStarts, tokens, from);
  const verb = matchBefore(outVerbs, tokens, end);
  const tail = (start && matchBefore(outEnds, tokens, end)) ?? verb;
  if (!tail) return null;
  const begin = start?.to ?? from;
  const until = matchBefore(language.courtesyAfter, tokens, tail.from)?.from ?? tail.from;
  const but = allReferences(part(sentence, begin, until));
  const isOne = matchAt(ones, tokens, until - 1) !== null;
  if (but?.every(({ refer }) => refer === "shown" || (refer === "this" && isOne)))
    return { begin: end, end, how: "narrow", but };
  const those = skip(thoseThat, tokens, begin);
  return until > those ? { begin: those, end: until, how: "narrow", isNegated: true } : null;
}

/** The most words of a name. */
const longestName = 3;

/** Reads "kannst du das Jahr vergessen", "das Datum bitte weglassen". */
function droppedLast(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language, context } = sentence;
  const { dropEnds, subjects, filterNoun, politeAhead, outStarts } = language.intent;
  // "weglassen" may stand behind a courtesy, and "either" behind "doesn't matter".
  const verb =
    matchBefore(dropEnds, tokens, end) ?? matchBefore(dropEnds, tokens, beforeCourtesy(sentence, end));
  const polite = skip(politeAhead, tokens, from);
  const ahead = skip(outStarts, tokens, polite);
  const begin = skip(language.definite, tokens, ahead);
  const subject = verb && matchAt(subjects, tokens, begin);
  const isAll =
    subject &&
    [
      subject.to,
      skip(filterNoun, tokens, subject.to),
      skip(language.intent.too, tokens, subject.to),
    ].includes(matchBefore(language.courtesyAfter, tokens, verb.from)?.from ?? verb.from);
  if (isAll) return { begin: end, end, how: "drop", about: [subject.meaning] };
  // "Oskar doesn't have to be there" drops what it names.
  const isName = (at: number) =>
    context.hasShown && context.vocabulary.find(tokens[at]?.word ?? "").length > 0;
  return verb && !subject && ahead === polite && isName(verb.from - 1) && verb.from - begin <= longestName
    ? { begin, end: verb.from, how: "drop" }
    : null;
}
