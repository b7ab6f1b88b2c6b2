import { type Token, tokensOf } from "./tokens.ts";

/** Phrases by their first word; for each word the longest phrase comes first. */
export type Phrases<Meaning> = Map<string, { words: string[]; meaning: Meaning }[]>;

export interface Match<Meaning> {
  meaning: Meaning;
  /** The token after the phrase. */
  to: number;
}

/** Makes a table from `{may: 5, "new year's eve": …}`. A `|` in a key separates phrases that mean the same. */
export function phrases<Meaning>(meanings: Record<string, Meaning>): Phrases<Meaning> {
  const table: Phrases<Meaning> = new Map();
  for (const [alternatives, meaning] of Object.entries(meanings)) {
    for (const phrase of alternatives.split("|")) {
      const spelled = wordsOf(phrase);
      // "montre moi", as people type it.
      const plain = spelled.filter((word, at) => word !== "-" || at === 0 || at === spelled.length - 1);
      add(table, spelled, meaning);
      if (spelled.some(isShortened)) add(table, spelled.map(typed), meaning);
      if (plain.length < spelled.length) add(table, plain, meaning);
    }
  }
  for (const alike of table.values()) alike.sort((a, b) => b.words.length - a.words.length);
  return table;
}

function add<Meaning>(table: Phrases<Meaning>, words: string[], meaning: Meaning): void {
  const first = words[0] ?? "";
  const alike = table.get(first);
  if (alike) alike.push({ words, meaning });
  else table.set(first, [{ words, meaning }]);
}

const plainWords = /^[a-z\d]+(?:'[a-z]+)?(?: [a-z\d]+(?:'[a-z]+)?)*$/;

/** Splits a phrase into its words. There are many thousands at each start, and most need no tokens. */
function wordsOf(phrase: string): string[] {
  return plainWords.test(phrase) ? phrase.split(" ") : tokensOf(phrase, []).map(({ word }) => word);
}

/** Makes a table of phrases without a further meaning: `"in|out of"`. */
export function marker(alternatives: string): Phrases<true> {
  return phrases({ [alternatives.replace(/\s*\n\s*/g, "|")]: true });
}

/**
 * Composes phrases from word classes: one alternative of each, in their order. "mach|mache", "das|es", "|wieder" and
 * "rückgängig" make eight phrases; an empty alternative leaves its place empty.
 */
export function sequences(...classes: string[]): string {
  return classes
    .map((alternatives) => alternatives.split("|"))
    .reduce((all, next) => all.flatMap((ahead) => next.map((each) => `${ahead} ${each}`.trim())))
    .join("|");
}

/** Splits a list at white space. */
export function words(list: string): Set<string> {
  return new Set(
    tokensOf(list, []).flatMap(({ word }) => (isShortened(word) ? [word, typed(word)] : [word])),
  );
}

/**
 * English words that many people type short ("u") or without their apostrophe: "doesnt", "whats". Others mean something
 * else then ("we're", "I'll"), also in another language ("I'm").
 */
const isShortened = (word: string) =>
  short.has(word) || /n't$|^(?:what|where|who|that|there|let)'s$|^i've$/.test(word);
const typed = (word: string) => short.get(word) ?? (isShortened(word) ? word.replace("'", "") : word);
const short = new Map([
  ["you", "u"],
  ["your", "ur"],
  ["please", "pls"],
  ["thanks", "thx"],
]);

/** Finds the longest phrase of `table` that begins at token `at`. */
export function matchAt<Meaning>(
  table: Phrases<Meaning>,
  tokens: Token[],
  at: number,
): Match<Meaning> | null {
  const first = tokens[at]?.word;
  const candidates = first ? table.get(first) : undefined;
  if (!candidates) return null;
  for (const { words, meaning } of candidates) {
    let length = 1;
    while (length < words.length && tokens[at + length]?.word === words[length]) length++;
    if (length === words.length) return { meaning, to: at + length };
  }
  return null;
}

/** Finds the longest phrase of `table` that ends right before token `to`; `from` is its first token. */
export function matchBefore<Meaning>(
  table: Phrases<Meaning>,
  tokens: Token[],
  to: number,
): { meaning: Meaning; from: number } | null {
  for (let from = Math.max(0, to - 6); from < to; from++) {
    const first = tokens[from]?.word;
    for (const { words, meaning } of (first ? table.get(first) : undefined) ?? []) {
      if (words.length !== to - from) continue;
      let length = 1;
      while (length < words.length && tokens[from + length]?.word === words[length]) length++;
      if (length === words.length) return { meaning, from };
    }
  }
  return null;
}

/** Returns the token after an optional phrase of `table`. */
export function skip(table: Phrases<unknown>, tokens: Token[], at: number): number {
  return matchAt(table, tokens, at)?.to ?? at;
}

const firstWords = new WeakMap<object, Set<string>>();

/** Tells whether a phrase of any of these tables begins with `word`. It saves looking at other words. */
export function mayBegin(tables: object, word: string): boolean {
  let known = firstWords.get(tables);
  if (!known) {
    known = new Set(
      Object.values(tables).flatMap((table) => (table instanceof Map ? [...table.keys()] : [])),
    );
    firstWords.set(tables, known);
  }
  return known.has(word);
}
