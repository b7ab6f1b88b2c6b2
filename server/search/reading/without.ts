import { matchAt } from "../../languages/phrases.ts";
import { afterLinks, negationAt } from "./negation.ts";
import type { Sentence } from "./sentence.ts";

/** Things that the photo should not show, and the tokens `from` to `to` that say so. */
export interface Absence {
  from: number;
  to: number;
  things: string[];
}

const longestThing = 5;

/** Reads negations that no filter covers: "without people or cars", "not blurry". `isTaken`: the token is claimed. */
export function readAbsences(sentence: Sentence, isTaken: (at: number) => boolean): Absence[] {
  const found: Absence[] = [];
  for (let at = 0; at < sentence.tokens.length; ) {
    const absence = isTaken(at) ? null : absenceAt(sentence, at, isTaken);
    if (absence) found.push(absence);
    at = absence?.to ?? at + 1;
  }
  return found;
}

function absenceAt(sentence: Sentence, at: number, isTaken: (at: number) => boolean): Absence | null {
  const { tokens, language, text } = sentence;
  const nobody = matchAt(language.not.nobody, tokens, at);
  if (nobody) return { from: at, to: nobody.to, things: [language.not.people] };
  const negated = negationAt(sentence, at);
  if (negated === null) return null;
  // "no photos of dogs" means photos without dogs.
  const links = afterLinks(sentence, negated, tokens.length);
  const isOf = links.hasPhotos && links.at < tokens.length && !isTaken(links.at);
  // "not on the beach"
  const begins = isOf
    ? links.at
    : ((matchAt(language.where.leads, tokens, negated) ?? matchAt(language.where.of, tokens, negated))?.to ??
      negated);
  const things: string[] = [];
  let to = begins;
  for (let next = begins; things.length < 10; ) {
    const begin = articleAfter(sentence, next);
    let end = begin;
    while (end < tokens.length && end - begin < longestThing && goesOn(sentence, end, begin) && !isTaken(end))
      end++;
    if (end === begin) break;
    things.push(text.slice(tokens[begin]?.from, tokens[end - 1]?.to));
    to = end;
    const comma = tokens[end]?.text === "," ? end + 1 : end;
    const conjunction = matchAt(language.or, tokens, comma) ?? matchAt(language.and, tokens, comma);
    // "without people, cars" is a list if it changes the shown search.
    const isListed = comma > end && at === 0 && sentence.context.hasShown;
    if (!conjunction && !isListed) break;
    next = conjunction?.to ?? comma;
  }
  return things.length > 0 ? { from: at, to, things } : null;
}

function articleAfter({ tokens, language }: Sentence, at: number): number {
  return (matchAt(language.definite, tokens, at) ?? matchAt(language.indefinite, tokens, at))?.to ?? at;
}

function goesOn(sentence: Sentence, at: number, begin: number): boolean {
  const { tokens, language } = sentence;
  const token = tokens[at];
  if (!token?.word) return false;
  if (token.isMark) return token.text === "-" && at > begin;
  if (negationAt(sentence, at) !== null) return false;
  const tables = [language.not.ends, language.not.not, language.and, language.or];
  return !tables.some((table) => matchAt(table, tokens, at));
}
