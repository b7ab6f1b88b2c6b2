import type { Language } from "../../languages/language.ts";
import type { Match, Phrases } from "../../languages/phrases.ts";
import type { Token } from "../../languages/tokens.ts";

type Tables = Omit<Language, "code" | "traits" | "captionWords" | "wording" | "label" | "photoEndings">;

type ClassesIn<Table, Ahead extends string = ""> = {
  [Key in keyof Table & string]: Table[Key] extends Phrases<unknown> | Set<string>
    ? `${Ahead}${Key}`
    : Table[Key] extends object
      ? ClassesIn<Table[Key], `${Ahead}${Key}.`>
      : never;
}[keyof Table & string];

type MeaningIn<Table, Name> = Name extends `${infer Group}.${infer Rest}`
  ? Group extends keyof Table
    ? MeaningIn<Table[Group], Rest>
    : never
  : Name extends keyof Table
    ? Table[Name] extends Phrases<infer Meaning>
      ? Meaning
      : true
    : never;

/** A class of words and phrases: where its table stands in a lexicon, such as "when.months" or "photoNouns". */
export type ClassName = ClassesIn<Tables>;
export type MeaningOf<Name> = MeaningIn<Tables, Name>;

interface Tags {
  /** By token: the longest phrase of each class that begins there; empty for a token where none does. */
  starts: (Map<string, Match<unknown>> | undefined)[];
  /** By the token after it: the longest phrase of each class that ends there. */
  ends: (Map<string, { meaning: unknown; from: number }> | undefined)[];
  /** By token: true if a digit stands in its word. */
  digits: boolean[];
}

let last: { tokens: Token[]; tags: Tags } | null = null;

/** Gives each token all classes that it may have, in one pass; computed once for each list of tokens. */
export function tagsOf(tokens: Token[], language: Language): Tags {
  if (last?.tokens === tokens) return last.tags;
  const tags: Tags = {
    starts: tokens.map(() => undefined),
    ends: [...tokens, null].map(() => undefined),
    digits: tokens.map(({ word }) => /\d/.test(word)),
  };
  const entries = entriesOf(language);
  tokens.forEach(({ word }, from) => {
    for (const { name, words, meaning } of entries.get(word) ?? []) {
      if (!stands(words, tokens, from)) continue;
      const to = from + words.length;
      const start = tags.starts[from] ?? new Map<string, Match<unknown>>();
      if (!start.has(name)) start.set(name, { meaning, to });
      const end = tags.ends[to] ?? new Map<string, { meaning: unknown; from: number }>();
      if (!end.has(name)) end.set(name, { meaning, from });
      tags.starts[from] = start;
      tags.ends[to] = end;
    }
  });
  last = { tokens, tags };
  return tags;
}

/** Tells whether a phrase stands at a token whose word is its first. */
function stands(words: string[], tokens: Token[], from: number): boolean {
  for (let ahead = 1; ahead < words.length; ahead++)
    if (tokens[from + ahead]?.word !== words[ahead]) return false;
  return true;
}

/** Returns the longest phrase of a class that begins at a token. */
export function classAt<Name extends ClassName>(
  { tokens, language }: { tokens: Token[]; language: Language },
  name: Name,
  at: number,
): Match<MeaningOf<Name>> | null {
  // A tag of this name comes from the table of this name, so its meaning has the table's type.
  return (tagsOf(tokens, language).starts[at]?.get(name) as Match<MeaningOf<Name>> | undefined) ?? null;
}

/** Returns the longest phrase of a class that ends right before a token. */
export function classBefore(
  { tokens, language }: { tokens: Token[]; language: Language },
  name: ClassName,
  to: number,
): { from: number } | null {
  return tagsOf(tokens, language).ends[to]?.get(name) ?? null;
}

/** Returns the names of all classes of which a phrase begins at a token. */
export function classesAt(
  { tokens, language }: { tokens: Token[]; language: Language },
  at: number,
): string[] {
  return [...(tagsOf(tokens, language).starts[at]?.keys() ?? [])];
}

interface Entry {
  name: string;
  words: string[];
  meaning: unknown;
}

const lexica = new WeakMap<Language, Map<string, Entry[]>>();

/** Returns all phrases of a language by their first word, longer ones first. */
function entriesOf(language: Language): Map<string, Entry[]> {
  const known = lexica.get(language);
  if (known) return known;
  const { code, traits, captionWords, wording, label, photoEndings, ...tables } = language;
  const entries = new Map<string, Entry[]>();
  for (const entry of collect(tables, "")) {
    const first = entry.words[0];
    if (!first) continue;
    const others = entries.get(first);
    if (others) others.push(entry);
    else entries.set(first, [entry]);
  }
  for (const list of entries.values()) list.sort((a, b) => b.words.length - a.words.length);
  lexica.set(language, entries);
  return entries;
}

function* collect(table: object, name: string): Generator<Entry> {
  if (table instanceof Set) for (const word of table) yield { name, words: [word], meaning: true };
  else if (table instanceof Map)
    for (const phrases of table.values())
      for (const { words, meaning } of phrases) yield { name, words, meaning };
  else
    for (const [key, part] of Object.entries(table))
      if (part !== null && typeof part === "object")
        yield* collect(part, name === "" ? key : `${name}.${key}`);
}
