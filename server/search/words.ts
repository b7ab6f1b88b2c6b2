import { newStemmer } from "snowball-stemmers";
import { fold } from "#server/engines/index/fold.ts";
import { languages, wordsOfAll } from "#server/languages/languages.ts";
import { lexicon } from "./lexicon/lexicon.ts";

/** A word as it was written, and the tokens that it is found by. */
export interface Word {
  word: string;
  /** Lower-case letters, digits and `_`; more than one for `IMG_2041` and for scripts without spaces. */
  tokens: readonly string[];
}

/**
 * Words of a question that say nothing about a picture. They are compared regardless of case but with their umlauts, so
 * that "für" goes and "fur" stays; "hat" and "man" stay, because they mean something in English.
 */
const stopWords = wordsOfAll("stopWords");

/** "nice" is a city in France. Praise is searched only if the question has no other word. */
const praise = wordsOfAll("praise");

/** Words such as "near": "near the sea" does not mean a sea that is near. */
export const prepositions: ReadonlySet<string> = wordsOfAll("prepositions");

export const isPraise = (word: string): boolean => praise.has(word.toLowerCase());
export const isStopWord = (word: string): boolean => stopWords.has(word.toLowerCase());

const written = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_\u00ad]*/gu;
const cjk = String.raw`[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]&&[\p{L}\p{N}]]`;
const runs = new RegExp(String.raw`(${cjk}+)|[[\p{L}\p{M}\p{N}]--${cjk}]+`, "gv");

/**
 * Returns the tokens of a text for its document, separated by spaces: the stems of its words in their order, for
 * ranking, and their lemmas and compounds, for telling concepts apart ("office" and "officer" share a stem).
 */
export function documentTokens(text: string): string {
  const words = compounded(wordsOf(text, documentCharacters));
  return words
    .flatMap(({ tokens, lemmas }, at) => [
      ...tokens,
      ...lemmas.map((lemma) => lemmaToken(lemma) + (modifies(words, at) ? modifierMark : "")),
    ])
    .join(" ");
}

/** Makes the token of a word of the lexicon, which looks like no stem; `~` behind a lemma marks a verb. */
export const lemmaToken = (lemma: string): string =>
  lemma.endsWith("~") ? `__${lemma.slice(0, -1)}` : `_${lemma}`;

/** Stands behind the token of a word that qualifies the next one: "an orange cat" mentions no orange. */
export const modifierMark = "_";

/**
 * Tells whether the word can be a quality or a verb, and stands before a thing that it qualifies: "orange cat", "surf
 * board".
 */
function modifies(words: Written[], at: number): boolean {
  const [word, next, third] = [words[at], words[at + 1], words[at + 2]];
  if (!word || word.compound !== null || !next?.follows) return false;
  const known = lexicon();
  const isJoined = fold(next.word) === "and";
  const follower = isJoined ? third : next;
  if (!canModify(word) || !follower?.follows || prepositions.has(fold(follower.word))) return false;
  // "orange and white cat", but "buildings and cars" are two things.
  const roles = isJoined ? /quality/ : /thing|quality/;
  const isFollower = (lemma: string) => !lemma.endsWith("~") && roles.test(known.roleOf(lemma));
  return !/(ing|ed)$/.test(follower.word) && follower.lemmas.some(isFollower);
}

/** Tells whether the word can be a quality or a verb, so that it may qualify a word behind it. */
function canModify(word: Written): boolean {
  const known = lexicon();
  return word.lemmas.some((lemma) => known.canModify(lemma)) && fold(word.word) === word.lemmas[0];
}

/** Returns the words of a question that can be looked for, in order; none if it has function words only. */
export function questionTokens(text: string): Word[] {
  const words = compounded(wordsOf(text, questionCharacters), true).filter(
    ({ word }) => !stopWords.has(word.toLowerCase()),
  );
  const telling = words.filter(({ word }) => !praise.has(word.toLowerCase()));
  return (telling.length > 0 ? telling : words).map(({ word, tokens }) => ({ word, tokens }));
}

/**
 * Returns the words of a text as the lexicon sees them; `compound` is the lemma of several words that are one thing.
 */
export function unitsOf(text: string): { word: string; compound: string | null }[] {
  return compounded(wordsOf(text, questionCharacters)).map(({ word, compound }) => ({ word, compound }));
}

interface Written extends Word {
  /** Words of the lexicon that it is a form of. */
  lemmas: string[];
  compound: string | null;
  /** True if only a space or a hyphen separates it from the word before. */
  follows: boolean;
  /** True if that is a hyphen. */
  isHyphened: boolean;
}

function wordsOf(text: string, characters: (run: string) => string[]): Written[] {
  let end = -1;
  return Array.from(text.matchAll(written), ({ 0: word, index }) => {
    const between = end < 0 ? "" : text.slice(end, index);
    end = index + word.length;
    return {
      word,
      follows: /^[ -]$/.test(between),
      isHyphened: between === "-",
      compound: null,
      ...formsOf(word, characters),
    };
  }).filter(({ tokens }) => tokens.length > 0);
}

type Forms = Pick<Written, "tokens" | "lemmas">;
const formsOfWords = new Map<string, Forms>();

/** Returns the tokens and lemmas of one written word; those of plain words are kept, since they come again. */
function formsOf(word: string, characters: (run: string) => string[]): Forms {
  const kept = formsOfWords.get(word);
  if (kept) return kept;
  const parts = fold(word).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const tokens = parts.flatMap((part) =>
    Array.from(part.matchAll(runs), ([run, isCjk]) => (isCjk ? characters(run) : [stem(run)])).flat(),
  );
  const lemmas = parts.length === 1 && !isStopWord(word) ? lemmasOf(parts[0] ?? "") : [];
  const forms = { tokens: parts.length > 1 ? [...tokens, parts.join("_")] : tokens, lemmas };
  if (/^[a-z]{1,40}$/i.test(word)) {
    if (formsOfWords.size >= mostStems) formsOfWords.clear();
    formsOfWords.set(word, forms);
  }
  return forms;
}

/**
 * Adds the token of each compound that the lexicon knows ("fire_hydrant"). One that is no kind of its last word takes
 * that word's place: a hot dog is no dog. `isQuestion`: a question keeps the words of all others as they are.
 */
function compounded(words: Written[], isQuestion = false): Written[] {
  const found: Written[] = [];
  for (let at = 0; at < words.length; ) {
    const compound = compoundAt(words, at);
    const isLess = compound?.startsWithQuality && compoundAt(words, at + 1);
    if (!compound || isLess || (isQuestion && !compound.misleads)) {
      const [word] = words.slice(at, at + 1);
      if (word) found.push(isQuestion ? word : withHyphens(words, at, word));
      at++;
      continue;
    }
    const parts = words.slice(at, at + compound.length);
    const kept = isQuestion ? [] : compound.misleads ? parts.slice(0, -1) : parts;
    // A submarine sandwich is no submarine, and orange juice no orange; but South Africa is in the south.
    const isName = lexicon().isName(compound.lemma);
    const modifying = (part: Written) => !isName && part !== parts.at(-1) && canModify(part);
    found.push({
      word: parts.map(({ word }) => word).join(" "),
      ...{ follows: false, isHyphened: false },
      compound: compound.lemma,
      lemmas: [
        ...kept.flatMap((part) =>
          modifying(part) ? part.lemmas.map((lemma) => lemma + modifierMark) : part.lemmas,
        ),
        compound.lemma,
      ],
      tokens: isQuestion ? [compound.lemma] : [...kept.flatMap(({ tokens }) => tokens), compound.lemma],
    });
    at += compound.length;
  }
  return found;
}

/** Adds to the last of words that hyphens join the token of all of them: "U-Boot". */
function withHyphens(words: Written[], at: number, word: Written): Written {
  if (!word.isHyphened || words[at + 1]?.isHyphened) return word;
  let from = at;
  while (words[from]?.isHyphened) from--;
  return {
    ...word,
    tokens: [...word.tokens, hyphenToken(words.slice(from, at + 1).map((each) => each.word))],
  };
}

/** Makes the token of words that hyphens join. */
export const hyphenToken = (words: string[]): string => words.map(fold).join("_");

function lemmasOf(word: string): string[] {
  const known = lexicon();
  const verb = known.verbOf(word);
  return [...known.lemmasOf(word), ...(verb === null ? [] : [`${verb}~`])];
}

export interface Compound {
  /** How many words it has. */
  length: number;
  lemma: string;
  misleads: boolean;
  /** "red fire" before "hydrant": the quality goes with the compound that follows. */
  startsWithQuality: boolean;
}

/** Returns the longest compound of the lexicon that begins at this word. */
function compoundAt(words: Written[], at: number): Compound | null {
  // Only words that follow one another directly can be one thing.
  if (!words[at + 1]?.follows) return null;
  for (const length of [3, 2]) {
    const parts = words.slice(at, at + length);
    if (parts.length < length || parts.some(({ follows }, place) => place > 0 && !follows)) continue;
    // The "t" of "don't" is a function word, that of "t-shirt" and "t shirt" is none.
    const isBinding = ({ word }: Written, place: number) =>
      isStopWord(word) && !parts[place + 1]?.isHyphened && !/^t$/i.test(word);
    if (parts.some(isBinding)) continue;
    const known = lexicon();
    const found = known.compoundOf(parts.map(({ word }) => fold(word)));
    const first = known.lemmaOf(fold(parts[0]?.word ?? ""));
    if (found)
      return { length, ...found, startsWithQuality: first !== null && known.roleOf(first) === "quality" };
  }
  return null;
}

/** Chinese, Japanese and Korean are searched by pairs of characters; a document holds each character too. */
function documentCharacters(run: string): string[] {
  return [...run, ...pairs(run)];
}

function questionCharacters(run: string): string[] {
  const found = pairs(run);
  return found.length > 0 ? found : [run];
}

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

const stemmed = languages.filter(({ traits }) => traits.stemmer !== null);
const stemmers = stemmed.flatMap(({ traits }) =>
  traits.stemmer === null ? [] : [newStemmer(traits.stemmer)],
);
/** The stop words of the languages whose words are stemmed; those of others change no stem. */
const neverStems = new Set(stemmed.flatMap(({ captionWords }) => captionWords.stopWords.split(/\s+/)));
const stems = new Map<string, string>();
const mostStems = 20_000;
/** The longest word that is stemmed: the stemmers take quadratic time for some. */
const longestStemmed = 40;

/**
 * Returns one stem for all languages alike. It applies Snowball's stemmers (snowballstem.org) in turn until
 * nothing changes, so that two words have one stem if any stemmer says so. (With a token for
 * each language, a word whose stems differ counts twice: recall@1 on COCO captions was .232; with one it is
 * .260, with English alone .257.) Only the first stemmer may turn a word into a function word: "forest" is
 * not "for".
 */
export function stem(word: string): string {
  if (word.length > longestStemmed || !/^[a-z]+$/.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  let current = word;
  for (let before = ""; current !== before; ) {
    before = current;
    for (const stemmer of stemmers) {
      const shorter = stemmer.stem(current);
      if (stemmer === stemmers[0] || !neverStems.has(shorter)) current = shorter;
    }
  }
  if (stems.size >= mostStems) stems.clear();
  stems.set(word, current);
  return current;
}
