import { matchAt, matchBefore, skip } from "../../languages/phrases.ts";
import { negationBefore } from "./negation.ts";
import { isPlaceEntry, placesOf } from "./places.ts";
import { isBoundary, isTime, type Name, type Sentence } from "./sentence.ts";

/** Tells whether a name that may also be a place ("Jordan") is a person here. */
export function isPersonHere(sentence: Sentence, name: Name): boolean {
  if (!isPerson(name)) return false;
  const signs = [isCalled, isInPlace, isAtThing, isDoing, isInCompany];
  return signs.some((isSign) => isSign(sentence, name));
}

function isPerson(name: Name | undefined): boolean {
  return name?.entries.some(({ kind }) => kind === "person") ?? false;
}

/** Recognises "the person Jordan". */
function isCalled({ tokens, language }: Sentence, { from }: Name): boolean {
  return language.persons.has(tokens[from - 1]?.word ?? "");
}

/** Recognises "Jordan in Lisbon". */
export function isInPlace({ tokens, language, names }: Sentence, { to }: Name): boolean {
  const place = matchAt(language.where.leads, tokens, to);
  return place !== null && (names.get(place.to)?.entries.some(isPlaceEntry) ?? false);
}

/** Recognises "Jordan at the beach". */
function isAtThing(sentence: Sentence, { to }: Name): boolean {
  const { tokens, language, names } = sentence;
  const place = matchAt(language.where.leads, tokens, to);
  const isArticle = (at: number) =>
    [language.definite, language.indefinite].some((table) => matchAt(table, tokens, at));
  // "in the" is a lead of its own.
  const articles = place === null ? [] : [place.to - 1, place.to].filter(isArticle);
  return articles.some((at) => !isTime(sentence, at + 1) && !names.has(at + 1));
}

/** Recognises "Jordan fixing a bike". */
function isDoing(sentence: Sentence, { to }: Name): boolean {
  const { tokens, language } = sentence;
  return (language.traits.doing?.test(tokens[to]?.word ?? "") ?? false) && !isBoundary(sentence, to);
}

/** Recognises "Jordan or Maria", "Jordan together with Anna", "Anna or Ben, but not Jordan": named with people. */
export function isInCompany(sentence: Sentence, { from, to }: Name): boolean {
  const { tokens, language, names } = sentence;
  const before = matchBefore(language.or, tokens, from) ?? matchBefore(language.and, tokens, from);
  const after = matchAt(language.or, tokens, to) ?? matchAt(language.and, tokens, to);
  const withWhom = matchAt(language.where.people, tokens, skip(language.together, tokens, to));
  const isLeftOut = negationBefore(sentence, from, to, 0) !== null;
  // "Rose without Ben"
  const without = matchAt(language.not.not, tokens, to);
  const beside = [
    ...[...names.values()].filter(
      (other) => other.to === before?.from || (isLeftOut && other.to <= from && placesOf(other).length === 0),
    ),
    ...[after, withWhom, without].map((link) => (link ? names.get(link.to) : undefined)),
  ];
  return beside.some(isPerson);
}
