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
      const words = tokensOf(phrase, []).map(({ word }) => word);
      const first = words[0] ?? "";
      const others = table.get(first) ?? [];
      table.set(
        first,
        [...others, { words, meaning }].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  return table;
}

/** Makes a table of phrases without a further meaning: `"in|out of"`. */
export function marker(alternatives: string): Phrases<true> {
  return phrases({ [alternatives.replace(/\s*\n\s*/g, "|")]: true });
}

/** Splits a list at white space. */
export function words(list: string): Set<string> {
  return new Set(tokensOf(list, []).map(({ word }) => word));
}

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
