import { fold } from "#server/engines/index/fold.ts";
import type { Language } from "../../languages/language.ts";
import { matchAt, matchBefore, type Phrases } from "../../languages/phrases.ts";
import type { Token } from "../../languages/tokens.ts";
import { isPlaceEntry } from "./places.ts";
import { isBoundary, isCapital, isCommon, type Name, type Sentence } from "./sentence.ts";
import type { ReadingContext, VocabularyEntry } from "./types.ts";
import { isQuickSlip, isTypo, isWord, mayBeNameToo } from "./typos.ts";

/** The most look-ups of misspelled names in one question. */
const mostTypos = 12;

/** Makes a sentence and finds the library's names in it, also misspelled ones and "she". */
export function sentenceWithNames(
  text: string,
  tokens: Token[],
  language: Language,
  context: ReadingContext,
  isReplacement = false,
): Sentence {
  const sentence: Sentence = { text, tokens, language, context, names: new Map(), isReplacement };
  let typos = 0;
  for (let at = 0; at < tokens.length; ) {
    let name = nameAt(sentence, at);
    if (!name && typos < mostTypos && mayBeMisspelled(sentence, at)) {
      typos++;
      name = misspelledAt(sentence, at);
      if (name && isRight(sentence, at)) name = null;
    }
    if (!name && typos < mostTypos && mayBeMisspelledPlace(sentence, at)) {
      typos++;
      name = misspelledPlaceAt(sentence, at);
    }
    if (name) sentence.names.set(at, name);
    at = name?.to ?? at + 1;
  }
  return sentence;
}

function nameAt(sentence: Sentence, from: number): Name | null {
  const { tokens, language, context } = sentence;
  const first = tokens[from]?.word ?? "";
  const isNumber = /^\d{1,4}$/.test(first);
  if (!isNumber && !/\p{L}/u.test(first)) return null;
  const spoken = spokenAt(sentence, from);
  if (spoken) return spoken;
  const isFunction = language.functionWords.has(first) || first.length < 2;
  const phrases = phrasesFrom(tokens, from);
  for (let count = phrases.length; count > (isFunction || isNumber ? 1 : 0); count--) {
    const phrase = phrases[count - 1] ?? "";
    const found = context.vocabulary.find(phrase);
    const hyphened = phrase.includes(" - ") ? phrase.replaceAll(" - ", "-") : null;
    const all = found.length > 0 || hyphened === null ? found : context.vocabulary.find(hyphened);
    // A number begins the name of a camera only: "15 Pro".
    const entries = isNumber ? all.filter(({ kind }) => kind === "camera") : all;
    if (entries.length > 0) {
      const isKin = language.kin.has(first) && entries.some(({ kind }) => kind === "person");
      const to = from + count;
      const end = count === 1 ? afterSurname(sentence, to, entries) : to;
      const isCommon = !isKin && isCommonName(sentence, from, to);
      return { from, to: end, entries, isCommon, ...(end > to && { isMisspelt: true }) };
    }
  }
  return isFunction ? calledAt(sentence, from) : null;
}

/** The most words of a camera's name, and of its article. */
const longestModel = 7;

/** Tells whether a name is spelled like an everyday word, also with its article ("the bath"). */
function isCommonName({ tokens, language }: Sentence, from: number, to: number): boolean {
  const begin = to - from > 1 ? (matchAt(language.definite, tokens, from)?.to ?? from) : from;
  return to - begin === 1 && isCommon(language, tokens[begin]?.word ?? "");
}

/** Reads a pronoun as the person whom the conversation is about: "without her", "is he in it", but not "her dog". */
function spokenAt(sentence: Sentence, at: number): Name | null {
  const { tokens, language, context } = sentence;
  const [value, ...others] = context.spoken;
  const word = tokens[at]?.word ?? "";
  if (value === undefined || others.length > 0 || !language.pronouns.has(word)) return null;
  const { not, where, intent } = language;
  // "sie" and "they" mean photos, unless a preposition stands before them.
  const isThem = matchAt(intent.them, tokens, at) !== null;
  const isLed = [not.not, where.people].some((table) => matchBefore(table, tokens, at));
  const ends =
    isBoundary(sentence, at + 1) ||
    [language.together, intent.ends].some((table: Phrases<unknown>) => matchAt(table, tokens, at + 1));
  if ((isThem && !isLed) || !ends) return null;
  return { from: at, to: at + 1, entries: [{ kind: "person", value, photos: 1 }], isCommon: false };
}

/** Returns where a misspelt second name ends, as in "Sofia Rosi". */
function afterSurname(sentence: Sentence, at: number, entries: VocabularyEntry[]): number {
  const { word = "", isMark = true } = sentence.tokens[at] ?? {};
  const isMeant = entries.some(
    ({ kind, value }) => kind === "person" && isQuickSlip(word, fold(value).split(" ").at(-1) ?? ""),
  );
  return !isMark && word.length >= 4 && isMeant && !isRight(sentence, at) ? at + 1 : at;
}

/** Finds a person whose name is a function word, if that word makes no sense here: "photos of Will", "will in 2025". */
function calledAt({ tokens, language, context }: Sentence, at: number): Name | null {
  const word = tokens[at]?.word ?? "";
  const entries =
    word.length < 3 ? [] : context.vocabulary.find(word).filter(({ kind }) => kind === "person");
  if (entries.length === 0) return null;
  const { where, not, and, or, intent } = language;
  const isLed = [where.people, not.not, and, or, intent.only].some((table) => matchBefore(table, tokens, at));
  const after = [where.leads, and, or, not.not, intent.instead].some((table) =>
    matchAt(table, tokens, at + 1),
  );
  const next = tokens[at + 1];
  const ends = next === undefined || next.isMark || /^\d/.test(next.word) || after;
  return ends && (isLed || at === 0) ? { from: at, to: at + 1, entries, isCommon: false } : null;
}

/**
 * Returns the phrases of one to four words from a token on, up to a mark or a literal token. A camera may have more:
 * "Canon EOS R6 Mark II". A hyphen is no word: "Nouvelle-Galles du Sud".
 */
function phrasesFrom(tokens: Token[], from: number): string[] {
  const phrases: string[] = [];
  let most = 4;
  for (let at = from; at < from + most; at++) {
    if (/\d/.test(tokens[at]?.word ?? "") && /\p{L}/u.test(tokens[from]?.word ?? "")) most = longestModel;
    const token = tokens[at];
    if (!token?.word || (token.isMark && token.word !== "-")) break;
    if (token.word === "-" && most < longestModel) most++;
    // The two parts of "d'Azur" stand together in a name.
    const gap = /['’]$/.test(tokens[at - 1]?.text ?? "") ? "'" : " ";
    phrases.push(at === from ? token.word : `${phrases.at(-1)}${gap}${token.word}`);
  }
  return phrases;
}

/**
 * Tells whether a word is right as it is written, because it is a word or a place, and so is no misspelt name. A capital
 * inside an English sentence makes a name of a word that can be one.
 */
function isRight({ tokens, language, context }: Sentence, at: number): boolean {
  const { word = "" } = tokens[at] ?? {};
  const isNamed = language.traits.capitalsMarkNames && at > 0 && isCapital(tokens[at]) && mayBeNameToo(word);
  return (!isNamed && isWord(word, language.code)) || context.vocabulary.isPlace(word);
}

/** Tells whether a word that nothing else explains stands where a name is expected. */
function mayBeMisspelled(sentence: Sentence, at: number): boolean {
  const { tokens, language } = sentence;
  const token = tokens[at];
  if (!token || token.isMark || token.word.length < 3 || token.word.length > 40 || /\d/.test(token.word))
    return false;
  if (isKnown(language, token.word)) return false;
  if (token.word.length < 5) return isCapital(token) && isPersonExpected(sentence, at);
  // "munhich september", "potugal at night"
  const endsHere = isBoundary(sentence, at + 1) || language.when.months.has(tokens[at + 1]?.word ?? "");
  const isApart = isBoundary(sentence, at - 1) && endsHere && token.word.length >= 6;
  return isApart || isNameExpected(sentence, at);
}

/** The most people that we compare with a short word. */
const mostPeople = 400;

/** Finds a short misspelt name ("Ana" for Anna). Only one letter may be missing, or two may be swapped. */
function shortName({ context }: Sentence, from: number, word: string): Name | null {
  const meant = context.vocabulary.people
    .slice(0, mostPeople)
    .filter((value) => isQuickSlip(word, fold(value).split(" ")[0] ?? ""));
  const entries = meant.map((value) => ({ kind: "person" as const, value, photos: 1 }));
  return entries.length === 1 ? { from, to: from + 1, entries, isCommon: false, isMisspelt: true } : null;
}

/** Tells whether a person is expected: after "of" or "with", or beside another name. */
function isPersonExpected({ tokens, language }: Sentence, at: number): boolean {
  const { where, and, or } = language;
  return [where.people, and, or].some((table) => matchBefore(table, tokens, at));
}

/** Tells whether a name is expected: after "in" or "with", with a capital, or if there is nothing else. */
function isNameExpected({ tokens, language }: Sentence, at: number): boolean {
  const { where, gear, definite, and, or } = language;
  const leads = [where.leads, where.people, where.near, where.of, gear.takenWith, definite, and, or];
  const isLed = leads.some((table) => matchBefore(table, tokens, at));
  return isLed || isCapital(tokens[at]) || tokens.length === 1;
}

function misspelledAt(sentence: Sentence, from: number): Name | null {
  const { tokens, context } = sentence;
  const word = tokens[from]?.word ?? "";
  if (word.length < 5) return shortName(sentence, from, word);
  // "marina at night" does not mean Maria: without a lead, a short word must be more similar.
  const isMeant = word.length > 6 || isNameExpected(sentence, from) ? isTypo : isQuickSlip;
  const entries = context.vocabulary
    .near(word)
    .filter((entry) =>
      [
        fold(entry.value),
        ...fold(entry.value).split(" "),
        ...(isPlaceEntry(entry) ? [entry.spelled] : []),
      ].some((name) => isMeant(word, name)),
    );
  return entries.length > 0 ? { from, to: from + 1, entries, isCommon: false, isMisspelt: true } : null;
}

/** Tells whether the name of a place in several words may stand here: behind "in" and the like, unless it ends here. */
function mayBeMisspelledPlace({ tokens, language }: Sentence, at: number): boolean {
  const [first, next] = [tokens[at], tokens[at + 1]];
  if (!first || !next || first.isMark || next.isMark || first.literal || next.literal) return false;
  const { leads, people, near } = language.where;
  return [leads, people, near, language.photoLinks].some((table) => matchBefore(table, tokens, at));
}

/** Finds a misspelt place in several words: "ciudad del cavo", "new yrok". Words that are right there stay so. */
function misspelledPlaceAt(sentence: Sentence, from: number): Name | null {
  const { tokens, language, context } = sentence;
  const phrases = phrasesFrom(tokens, from);
  for (let count = phrases.length; count > 1; count--) {
    const phrase = phrases[count - 1] ?? "";
    const said = phrase.split(" ").filter((word) => word !== "-");
    const isSlip = (word: string, at: number) =>
      word === said[at] || !(isKnown(language, said[at] ?? "") || isWord(said[at] ?? "", language.code));
    const entries = context.vocabulary.near(phrase).filter((entry) => {
      const meant = entry.spelled.split(" ");
      return isPlaceEntry(entry) && meant.length === said.length && meant.every(isSlip);
    });
    if (entries.length > 0) return { from, to: from + count, entries, isCommon: false, isMisspelt: true };
  }
  return null;
}

/** Tells whether the language has the word. */
function isKnown(language: Language, word: string): boolean {
  const { when, functionWords, photoNouns } = language;
  return (
    isCommon(language, word) ||
    functionWords.has(word) ||
    photoNouns.has(word) ||
    [when.months, when.seasons, when.weekdays, when.holidays, when.days, when.parts].some(
      (table: Phrases<unknown>) => table.has(word),
    )
  );
}
