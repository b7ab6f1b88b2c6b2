import { fold } from "#server/engines/index/fold.ts";
import {
  countryNamed,
  foreignNumber,
  isForeignDenial,
  isReadableScript,
  timesNamed,
} from "#server/languages/foreign.ts";
import { languageOf, languages } from "#server/languages/languages.ts";
import { matchAt } from "#server/languages/phrases.ts";
import { type Token, tidyText, tokensOf } from "#server/languages/tokens.ts";
import type { LibraryNames, ReadFilter, Reading } from "../reading/types.ts";
import { isStopWord } from "../words.ts";
import { leftOver, type ReadText } from "./left-over.ts";

/** The reasons not to use a rewritten question. */
export type Unfaithful =
  | "form"
  | "long"
  | "same"
  | "script"
  | "no search"
  | "says nothing"
  | "leaves as much"
  | "number"
  | "name"
  | "date"
  | "negation"
  | "filter";

const longestRequest = 200;
/** Mark-up, addresses, code and lines have no place in a request. */
const foreignMarks = /[<>{}[\]`|\\=#]|:\/\/|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

type Names = Pick<LibraryNames, "find" | "isPlace">;

/**
 * Returns why a rewritten question must not replace the one that was asked; null if it may: it leaves fewer words over,
 * it keeps every filter, name, number and negation, and it adds no name, number, date or negation. It is strict: in
 * doubt it refuses.
 */
export function unfaithful(asked: ReadText, rewritten: ReadText, names: Names): Unfaithful | null {
  const said = wordsOf(asked.text);
  const again = wordsOf(rewritten.text);
  if (rewritten.text.trim() === "" || foreignMarks.test(rewritten.text)) return "form";
  if (rewritten.text.length > longestRequest || again.length > said.length * 2 + 6) return "long";
  if (fold(tidyText(rewritten.text)) === fold(tidyText(asked.text))) return "same";
  if (!isReadableScript(asked.text)) return "script";
  if (rewritten.reading.intent !== "search" || rewritten.reading.like.length > 0) return "no search";
  const { text, filters, without } = rewritten.reading;
  if (text === "" && filters.length === 0 && without.length === 0) return "says nothing";
  if (leftOver(rewritten).length >= leftOver(asked).length) return "leaves as much";
  if (!isSameSet(numbersIn(asked.text), numbersIn(rewritten.text))) return "number";
  if (!areNamesKept(asked, rewritten, names)) return "name";
  if (!filters.every((filter) => isTimeAsked(filter, asked))) return "date";
  if (!isDeniedAlike(asked, rewritten)) return "negation";
  return areFiltersKept(asked.reading, rewritten.reading) ? null : "filter";
}

const wordsOf = (text: string): Token[] =>
  tokensOf(tidyText(text), [])
    .filter(({ isMark }) => !isMark)
    .map((token) => ({ ...token, word: fold(token.text) }));

const isSameSet = <Value>(one: Set<Value>, other: Set<Value>) => one.symmetricDifference(other).size === 0;

/** All numbers, in digits or words; "one" stands for a thing as often as for a number. */
function numbersIn(text: string): Set<number> {
  const found = new Set((text.normalize("NFKC").match(/\d+/g) ?? []).map(Number));
  const tokens = wordsOf(text);
  tokens.forEach(({ word }, at) => {
    const ours = languages.flatMap(({ numbers }) => matchAt(numbers, tokens, at)?.meaning ?? []);
    const number = ours[0] ?? foreignNumber(word);
    if (number !== null && number > 1) found.add(number);
  });
  return found;
}

const fieldsOfNames = new Set<ReadFilter["field"]>([
  ...(["city", "region", "country", "countryCode", "places", "people"] as const),
  ...(["keywords", "make", "model", "lens", "fileName", "near"] as const),
]);

/** Tells whether both texts have the same names: those written as names, and those that filters mean. */
function areNamesKept(asked: ReadText, rewritten: ReadText, names: Names): boolean {
  const kept = capitalised(asked, names).every((name) => isWritten(name, rewritten.text));
  const had = capitalised(rewritten, names).every((name) => isWritten(name, asked.text));
  return kept && had && rewritten.reading.filters.every((filter) => isNameAsked(filter, asked, names));
}

function isNameAsked({ field, value, words }: ReadFilter, asked: ReadText, names: Names): boolean {
  if (!fieldsOfNames.has(field)) return true;
  const plain = wordsOf(words).filter(({ word }) => !isStopWord(word) && !/^\d+$/.test(word));
  if (plain.every(({ text }) => isWritten(text, asked.text))) return true;
  return (
    field !== "near" &&
    phrasesOf(asked.text).some((phrase) => names.find(phrase).some((entry) => entry.value === value))
  );
}

/** All stretches of up to four words. */
function phrasesOf(text: string): string[] {
  const words = wordsOf(text).map(({ word }) => word);
  return words.flatMap((_, at) => [1, 2, 3, 4].map((length) => words.slice(at, at + length).join(" ")));
}

/** Tells whether the text has the word, or the same country by its name in another language. */
function isWritten(name: string, text: string): boolean {
  const words = wordsOf(text).map(({ word }) => word.replace(/['’]s$/, ""));
  const wanted = fold(name).replace(/['’]s$/, "");
  const country = countryNamed(wanted);
  return words.some((word) => word === wanted || (country !== null && countryNamed(word) === country));
}

/** Returns the words that are written as names. A first word counts only if it is a known name. */
function capitalised({ text, reading }: ReadText, names: Names): string[] {
  const { traits } = languageOf(reading.language);
  return wordsOf(text).flatMap((token, at, all) => {
    if (!/^\p{Lu}/u.test(token.text) || timesNamed(token.text).size > 0 || token.text === "I") return [];
    const before = text.slice(all[at - 1]?.to ?? 0, token.from);
    const isFirst = at === 0 || /[.!?:]\s*$/.test(before);
    const isPlain = isFirst || !traits.capitalsMarkNames;
    if (isPlain && isStopWord(token.word)) return [];
    const isKnown = names.find(token.word).length > 0 || (!isFirst && names.isPlace(token.word));
    return isPlain && !isKnown ? [] : [token.text];
  });
}

const fieldsOfTime = new Set<ReadFilter["field"]>([
  ...(["taken", "takenSpan", "year", "month", "day", "weekday", "hour", "season"] as const),
]);

/** Tells whether the question has the same time, or mentions everything that the words of this time mention. */
function isTimeAsked(filter: ReadFilter, asked: ReadText): boolean {
  if (!fieldsOfTime.has(filter.field)) return true;
  if (asked.reading.filters.some((other) => isSameFilter(other, filter))) return true;
  const named = timesNamed(filter.words);
  if (!named.isSubsetOf(timesNamed(asked.text))) return false;
  // Numbers are compared as such; what else it says must be bound to them.
  return wordsOf(filter.words).every(
    ({ word, text }) =>
      /^\d+$/.test(word) || isStopWord(word) || timesNamed(text).size > 0 || isWritten(text, asked.text),
  );
}

const isSameFilter = (one: ReadFilter, other: ReadFilter) =>
  one.field === other.field &&
  one.operator === other.operator &&
  one.negated === other.negated &&
  JSON.stringify(one.value) === JSON.stringify(other.value);

/**
 * Tells whether each filter of the question is there again, or a narrower time ("May 2024", of which only 2024 was
 * read).
 */
function areFiltersKept(asked: Reading, rewritten: Reading): boolean {
  const isThere = (filter: ReadFilter) =>
    rewritten.filters.some((other) => isSameFilter(filter, other) || isWithin(other, filter));
  const isLimitKept = asked.limit === null || asked.limit === rewritten.limit;
  const isOrderKept = asked.sort === "relevance" || asked.sort === rewritten.sort;
  return asked.filters.every(isThere) && isLimitKept && isOrderKept;
}

function isWithin(inner: ReadFilter, outer: ReadFilter): boolean {
  if (inner.field !== outer.field || outer.operator !== "within" || inner.operator !== "within") return false;
  if (inner.negated || outer.negated) return false;
  const outers = rangesOf(outer.value);
  const inners = rangesOf(inner.value);
  return (
    inners.length > 0 &&
    inners.every(([from, to]) => outers.some(([begin, end]) => begin <= from && to <= end))
  );
}

function rangesOf(value: ReadFilter["value"]): [number, number][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((from, at) => (at % 2 === 0 ? [[Number(from), Number(value[at + 1])]] : []));
}

/** Tells whether both texts deny or neither does, and whether each negation that was understood is there again. */
function isDeniedAlike(asked: ReadText, rewritten: ReadText): boolean {
  if (isDenied(asked) !== isDenied(rewritten)) return false;
  return asked.reading.without.length <= deniedIn(rewritten.reading);
}

const deniedIn = ({ filters, without }: Reading) =>
  filters.filter(({ negated }) => negated).length + without.length;

function isDenied({ text, reading }: ReadText): boolean {
  const tokens = wordsOf(text);
  const isOurs = tokens.some((_, at) =>
    languages.some(({ not }) => matchAt(not.not, tokens, at) ?? matchAt(not.nobody, tokens, at)),
  );
  const words = tokens.map(({ word }) => word);
  return (
    deniedIn(reading) > 0 ||
    isOurs ||
    isForeignDenial(text, words) ||
    words.some((word) => /n['’]t$/.test(word))
  );
}
