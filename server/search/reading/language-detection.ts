import { languageCodes } from "#server/languages/codes.ts";
import { languageOf, languages } from "#server/languages/languages.ts";
import { otherLanguages } from "#server/languages/others.ts";
import type { Language } from "../../languages/language.ts";
import { matchAt, mayBegin, type Phrases } from "../../languages/phrases.ts";
import { type Token, withoutElisions } from "../../languages/tokens.ts";
import { lexicon, lexiconLanguage } from "../lexicon/lexicon.ts";
import { isQuickSlip, isTypo, isWord } from "./typos.ts";

/** Restores umlauts in words such as "ueber" and "naehe", if a language has the word with one, and "gibt's" from "gibts". */
export function withUmlauts(tokens: Token[], isName: (word: string) => boolean): Token[] {
  return tokens.map((token) => {
    const apart = token.word.replace(/(?<=[a-z]{3})s$/, "'s");
    if (apart !== token.word && !isOurs(token.word) && !isName(token.word) && isOurs(apart))
      return { ...token, word: apart };
    if (token.word.length < 4 || !/[aou]e/.test(token.word) || isName(token.word)) return token;
    if (languages.some((language) => wordsOf(language).has(token.word))) return token;
    const word = token.word.replace(/([aou])e/g, "$1");
    const isMeant = languages.some((language) => language.traits.hasUmlauts && wordsOf(language).has(word));
    return isMeant ? { ...token, word } : token;
  });
}

/** Parts words in a language with elisions whose apostrophe is left out, if both parts are words or names: "cest". */
export function withApostrophes(
  tokens: Token[],
  language: Language,
  isName: (word: string) => boolean,
): Token[] {
  const { unparted } = language.traits;
  if (unparted === null) return tokens;
  const words = wordsOf(language);
  return tokens.flatMap((token) => {
    const { word, text, from } = token;
    const cut = /^\p{Ll}{3,20}$/u.test(text) ? (unparted.exec(word)?.[0].length ?? 0) : 0;
    const rest = word.slice(cut);
    const isWhole =
      cut === 0 || words.has(word) || isName(word) || lexicon().inEnglish(word, language.code).length > 0;
    if (isWhole || rest.length < 2 || !(words.has(rest) || isName(rest))) return [token];
    const middle = from + cut;
    return [
      { ...token, text: text.slice(0, cut), word: word.slice(0, cut), to: middle },
      { ...token, text: text.slice(cut), word: rest, from: middle },
    ];
  });
}

/** Reads "last weekend's" as "last weekend". */
export function withoutPossessives(tokens: Token[], { when, functionWords }: Language): Token[] {
  return tokens.map((token) => {
    const bare = token.word.replace(/'s$/, "");
    return bare !== token.word &&
      !functionWords.has(bare) &&
      mayBegin(when, bare) &&
      !mayBegin(when, token.word)
      ? { ...token, word: bare }
      : token;
  });
}

/**
 * Returns the language that knows most of these words; a word that several languages know speaks for each of them. Where
 * no table knows any, the lexicon tells: "Leuchtturm".
 */
export function languageAsked(tokens: Token[], isName: (word: string) => boolean): Language {
  if (isOfLexicon(tokens)) return languageOf(lexiconLanguage);
  const first = languageOf(languageCodes[0]);
  const weights = rememberedWeights();
  return (
    mostOf(languages, (language) => scoreOf(language, tokens, isName, weights)) ??
    mostOf(languages, (language) => bridgedIn(language, tokens, isName)) ??
    first
  );
}

/** Returns the first language with the highest count; null if no language has any. */
function mostOf(all: Language[], countOf: (language: Language) => number): Language | null {
  let [best, most]: [Language | null, number] = [null, 0];
  for (const language of all) {
    const count = countOf(language);
    if (count > most) [best, most] = [language, count];
  }
  return best;
}

/** Two everyday words ("food") weigh less than one word about photos ("Schlagwort"). */
const everydayWeight = 0.6;

function scoreOf(
  language: Language,
  tokens: Token[],
  isName: (word: string) => boolean,
  weightsOf: (word: string) => Weights,
): number {
  let score = 0;
  const said = withoutElisions(tokens, language.traits.elided, isName);
  const { letters } = language.traits;
  said.forEach(({ word, text, isMark }, at) => {
    if (word === "" || isMark || (language.nameLinks.has(word) && isInName(said, at, language.nameLinks)))
      return;
    // Ben is a person, although "ben" begins some French sentences.
    if (at > 0 && /^\p{Lu}/u.test(text) && isName(word)) return;
    if (language.likely.has(word)) score += 0.5;
    const { each, most } = weightsOf(word);
    const own = each.get(language) ?? 0;
    // A word such as "see" is an everyday word in one language and a function word in another, so it tells neither.
    if (own > 0 && letters?.test(text)) score += 0.5;
    if (own > 0) score += most;
  });
  return score;
}

/** What a word weighs in each language, and the most of it. */
interface Weights {
  each: Map<Language, number>;
  most: number;
}

/** Weighs each word of one sentence once, although every language asks for it. */
function rememberedWeights(): (word: string) => Weights {
  const found = new Map<string, Weights>();
  return (word) => {
    const before = found.get(word);
    if (before) return before;
    const each = new Map(languages.map((language) => [language, weightIn(language, word)]));
    const weights = { each, most: Math.max(...each.values()) };
    found.set(word, weights);
    return weights;
  };
}

function weightIn(language: Language, word: string): number {
  const isKnown =
    wordsOf(language).has(word) ||
    isCompound(language, word) ||
    dayOf(language, word) !== undefined ||
    isItsDate(language, word);
  if (!isKnown) return 0;
  return language.commonWords.has(word) && !language.functionWords.has(word) ? everydayWeight : 1;
}

/** Counts the words that the lexicon has in this language and not in English. */
function bridgedIn({ code }: Language, tokens: Token[], isName: (word: string) => boolean): number {
  const known = lexicon();
  return tokens.filter(
    ({ word, isMark }) =>
      !isMark &&
      word.length >= 3 &&
      !isName(word) &&
      known.lemmaOf(word) === null &&
      known.verbOf(word) === null &&
      // "elefants" is a slip for an English plural, though it would be a genitive in German.
      !(word.endsWith("s") && known.lemmaOf(word.replaceAll("f", "ph")) !== null) &&
      known.inEnglish(word, code).length > 0,
  ).length;
}

/**
 * Tells whether the whole sentence is one thing of the English lexicon, although another language has its words: "war",
 * "boarding pass".
 */
function isOfLexicon(tokens: Token[]): boolean {
  const said = tokens.filter(({ isMark }) => !isMark).map(({ word }) => word);
  const [only = "", ...more] = said;
  if (more.length > 0) return more.length < 3 && lexicon().compoundOf(said) !== null;
  return isWord(only, lexiconLanguage) && languages.some(({ functionWords }) => functionWords.has(only));
}

/** The fewest function words by which a language without a grammar is recognised. */
const fewestForeign = 2;

/**
 * Returns the words of a sentence in a language that no grammar here reads, without its function words; null if the
 * sentence is in a language of ours. The "de la" inside a name ("Costa de la Luz") tells nothing.
 */
export function foreignWords(tokens: Token[], isName: (word: string) => boolean): string | null {
  const said = tokens.filter(({ isMark, literal }) => !isMark && !literal);
  if (said.filter(({ word }) => isShared(word)).length < fewestForeign) return null;
  const telling = (known: Set<string>) =>
    said.filter(({ word }, at) => known.has(word) && !isName(word) && !isInName(said, at, bindingElsewhere));
  const counts = Object.values(otherLanguages).map((known) => ({ known, found: telling(known) }));
  const [best] = counts.sort((a, b) => b.found.length - a.found.length);
  const isOnlyTheirs = best?.found.some(
    ({ word }) => !languages.some((language) => wordsOf(language).has(word)),
  );
  if (!best || best.found.length < fewestForeign || !isOnlyTheirs) return null;
  // Portuguese shares most of its small words with Spanish: the language that knows more of them is meant.
  const ours = languages.map(
    (language) =>
      withoutElisions(said, language.traits.elided, isName).filter(({ word }) => wordsOf(language).has(word))
        .length,
  );
  if (best.found.length <= Math.max(...ours)) return null;
  const isPhotos = (word: string) => languages.some(({ photoNouns }) => photoNouns.has(word));
  const left = said.filter(({ word }) => !best.known.has(word) && !isPhotos(word));
  return (left.length > 0 ? left : said).map(({ text }) => text).join(" ");
}

/** Tells whether a language of ours has the word in its tables. */
export const isOurs = (word: string) => languages.some((language) => wordsOf(language).has(word));
const bindingElsewhere = new Set(Object.values(otherLanguages).flatMap((known) => [...known]));
const isShared = (word: string) => bindingElsewhere.has(word);

/** The most function words in a row inside a name: "de los". */
const longestBinding = 4;

/** Tells whether a function word stands between two words with capitals. */
const isInName = (said: Token[], at: number, binding: Set<string>) =>
  [-1, 1].every((step) => isNearestCapital(said, at, step, binding));

/** Tells whether the nearest word in this direction that is no function word has a capital. */
function isNearestCapital(said: Token[], from: number, step: number, binding: Set<string>): boolean {
  for (let count = 1; count <= longestBinding; count++) {
    const at = from + step * count;
    if (at < 0) return false;
    const { word = "", text = "" } = said[at] ?? {};
    // "Fotos de Ana" begins with no name.
    if (!binding.has(word)) return /^\p{Lu}/u.test(text) && !(at === 0 && beginsSentence(word));
  }
  return false;
}

/** Tells whether a word begins a sentence. A capital there makes no name of "Fotos" or "Muéstrame". */
const beginsSentence = (word: string) =>
  languages.some(({ photoNouns, functionWords }) => photoNouns.has(word) || functionWords.has(word));

const known = new Map<Language, Set<string>>();

/** Returns all words in the tables of a language. */
function wordsOf(language: Language): Set<string> {
  const found = known.get(language) ?? collect(language, new Set());
  known.set(language, found);
  return found;
}

function collect(value: unknown, into: Set<string>): Set<string> {
  if (value instanceof Set) for (const word of value) into.add(String(word));
  else if (value instanceof Map) for (const phrases of value.values()) collectPhrases(phrases, into);
  else if (value !== null && typeof value === "object")
    for (const part of Object.values(value)) collect(part, into);
  return into;
}

function collectPhrases(phrases: { words: string[] }[], into: Set<string>) {
  for (const { words } of phrases) for (const word of words) if (/\p{L}/u.test(word)) into.add(word);
}

/** Tells whether a word joins a thing and a photo noun: "Strandfotos". */
function isCompound({ photoEndings, gear }: Language, word: string): boolean {
  // A screenshot is not a photo of a screen.
  if (gear.screenshot.has(word)) return false;
  return photoEndings.some((ending) => word.endsWith(ending) && word.length >= ending.length + 3);
}

/** Recognises "14.7.2024". */
function isItsDate({ when }: Language, word: string): boolean {
  return when.dayFirst && /^\d\d?\.\d\d?\.\d{4}$/.test(word);
}

/**
 * Splits such compounds, without a linking s ("Urlaub|s|fotos"). "iPhone-Fotos" becomes two words as well.
 */
export function withoutCompounds(tokens: Token[], language: Language): Token[] {
  const { photoNouns, gear } = language;
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1]?.word ?? "";
    if (token.text === "-" && (photoNouns.has(next) || gear.fileNouns.has(next) || gear.camera.has(next)))
      return [];
    return isCompound(language, token.word) ? apart(token, language) : dayAndPart(token, language);
  });
}

/**
 * Corrects misspelt words of the grammar: "screnshots", "pohtos". A month beside a day or a year may contain any slip
 * ("Decmber 2019").
 */
export function withoutSlips(
  tokens: Token[],
  language: Language,
  isName: (word: string) => boolean,
): Token[] {
  const meant = new Map<string, string | undefined>();
  return tokens.map((token, at) => {
    if (!mayBeSlip(token.word, language) || isName(token.word) || isWord(token.word, language.code))
      return token;
    const month = mayBeMonth(tokens, at, language)
      ? [...language.when.months.keys()].find((name) => isTypo(token.word, name))
      : undefined;
    if (!meant.has(token.word)) meant.set(token.word, meantBy(token.word, language));
    const word = month ?? meant.get(token.word);
    return word === undefined ? token : { ...token, word };
  });
}

/** Finds the word that is meant if one letter is missing or two are swapped. The word must be long enough. */
function meantBy(word: string, language: Language): string | undefined {
  return longWordsOf(language).find(
    (known) =>
      known[0] === word[0] &&
      !known.startsWith(word) &&
      (isQuickSlip(word, known) || (known.length >= 8 && isTypo(word, known))),
  );
}

const long = new Map<Language, string[]>();

/** Returns the single words of the grammar that are long enough to be recognised despite a slip. */
function longWordsOf(language: Language): string[] {
  const found = long.get(language) ?? collectLong(language);
  long.set(language, found);
  return found;
}

function collectLong({ when, gear, photoNouns, functionWords }: Language): string[] {
  const tables: Phrases<unknown>[] = [when.months, when.seasons, when.weekdays, when.days, when.holidays];
  const single = [...tables, gear.screenshot, gear.favourites, gear.orientations].flatMap((table) =>
    [...table].flatMap(([first, phrases]) =>
      phrases.some(({ words }) => words.length === 1) ? [first] : [],
    ),
  );
  const binding = [...functionWords].filter((word) => word.length >= 4);
  return [...[...photoNouns, ...single].filter((word) => word.length >= 5), ...binding];
}

const dayOrYear = /^(?:(?:1[89]|20)\d\d|\d\d?(?:st|nd|rd|th)?)$/;

function mayBeSlip(word: string, language: Language): boolean {
  return /^[a-z]{4,20}$/.test(word) && !wordsOf(language).has(word);
}

function mayBeMonth(tokens: Token[], at: number, language: Language): boolean {
  return [at - 2, at - 1, at + 1].some(
    (beside) =>
      dayOrYear.test(tokens[beside]?.word ?? "") &&
      (beside !== at - 2 || matchAt(language.when.of, tokens, at - 1) !== null),
  );
}

/** Returns the day in a compound: "samstag" in "Samstagabend". */
function dayOf({ when }: Language, word: string): string | undefined {
  if (word.length < 8 || word.length > 20) return undefined;
  return [...when.weekdays.keys()].find(
    (name) =>
      word.startsWith(name) &&
      (when.parts.has(word.slice(name.length)) || when.habits.has(word.slice(name.length))),
  );
}

/** Splits "Samstagabend" into the day and its part. */
function dayAndPart(token: Token, language: Language): Token[] {
  const day = dayOf(language, token.word);
  if (day === undefined || token.word.length !== token.text.length) return [token];
  const [cut, middle] = [day.length, token.from + day.length];
  return [
    { ...token, text: token.text.slice(0, cut), word: day, to: middle },
    { ...token, text: token.text.slice(cut), word: token.word.slice(cut), from: middle },
  ];
}

function apart(token: Token, { photoEndings, traits }: Language): Token[] {
  const ending = photoEndings.find((each) => token.word.endsWith(each)) ?? "";
  const cut = token.text.length - ending.length;
  if (token.word.length !== token.text.length) return [token];
  const length = traits.linked?.test(token.text.slice(0, cut)) ? cut - 1 : cut;
  const head = {
    text: token.text.slice(0, length),
    word: token.word.slice(0, length),
    to: token.from + length,
  };
  const tail = { text: token.text.slice(cut), word: ending, from: token.from + cut };
  return [
    { ...token, ...head },
    { ...token, ...tail },
  ];
}
