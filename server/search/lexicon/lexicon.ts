import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { basesOf, gradesOf, singularsOf, uninflected } from "./forms.ts";

/** The language of its lemmas. */
export const lexiconLanguage = "en";

/** The usual role of a word in a description of a picture. */
export type PictureRole = "thing" | "quality" | "action" | "binding";

/**
 * The relations between English words, and their translations into other languages: WordNet and Unicode's CLDR, as
 * `scripts/lexicon/make.ts` has joined them. Words are folded (`index/fold`); compounds are joined by `_`.
 */
export interface Lexicon {
  /** The word in the form that the lexicon lists ("dogs" is "dog"); null if the lexicon lacks it. */
  lemmaOf(word: string): string | null;
  /** All words that this one may be a form of: "glasses" is "glasses" and "glass". */
  lemmasOf(word: string): string[];
  roleOf(lemma: string): PictureRole;
  kindsOf(lemma: string): string[];
  /** True if it can be a quality, or is mostly a verb: "orange", "swim". */
  canModify(lemma: string): boolean;
  /** True if its first meaning is something that can be touched. */
  isConcrete(lemma: string): boolean;
  /** True if it is only used as a name: "sidney". */
  isName(lemma: string): boolean;
  /** The verb that the word is a form of ("riding" is "ride"); null if there is none. */
  verbOf(word: string): string | null;
  /**
   * The compound that two or three words make: its lemma, and whether its last word misleads (a "hot dog" is no dog).
   */
  compoundOf(words: string[]): { lemma: string; misleads: boolean } | null;
  /** English words for a word of another language, the likeliest first. */
  inEnglish(word: string, language: string): string[];
}

const roles: Record<string, PictureRole> = { n: "thing", q: "quality", v: "action", r: "binding" };

/** Reads the lexicon's lines: `lemma role kind kind …`, `misleading_compound !`, and `language:word english …`. */
function parseLexicon(text: string): Lexicon {
  const entries = new Map<string, string>();
  const foreign = new Map<string, string>();
  for (const line of text.split("\n")) {
    const space = line.indexOf(" ");
    if (space < 0) continue;
    const key = line.slice(0, space);
    (key.includes(":") ? foreign : entries).set(key, line.slice(space + 1));
  }
  const find = (forms: string[]) => forms.find((form) => entries.has(form)) ?? null;
  // Only qualities have degrees: "older" is "old", but a toaster is no toast.
  const grades = (word: string) => gradesOf(word).filter((form) => entries.get(form)?.startsWith("q"));
  const codeOf = (lemma: string) => {
    const entry = entries.get(lemma) ?? "";
    const space = entry.indexOf(" ");
    return space < 0 ? entry : entry.slice(0, space);
  };
  const isVerb = (lemma: string) => /^(v|[nqr]v)/.test(codeOf(lemma));
  const lemmaOf = remembered((word: string) => find(singularsOf(word)) ?? find(grades(word)));
  return {
    lemmaOf,
    lemmasOf: remembered((word) => [
      ...singularsOf(word).filter((form) => entries.has(form)),
      ...grades(word),
    ]),
    verbOf: remembered((word) => [...basesOf(word), ...singularsOf(word)].find(isVerb) ?? null),
    // This is called for each of a word's hundreds of kinds, so it must not split the entry.
    roleOf: (lemma) => roles[entries.get(lemma)?.charAt(0) ?? ""] ?? "thing",
    kindsOf: (lemma) => (entries.get(lemma) ?? "").split(" ").slice(1),
    canModify: (lemma) => /^[qv]|a/.test(codeOf(lemma)),
    isName: (lemma) => codeOf(lemma).includes("p"),
    isConcrete: (lemma) => codeOf(lemma).includes("c"),
    compoundOf(words) {
      const lemma = lemmaOf(words.join("_")) ?? (words.length === 2 ? lemmaOf(words.join("")) : null);
      return lemma === null ? null : { lemma, misleads: codeOf(lemma).includes("!") };
    },
    inEnglish(word, language) {
      const known = uninflected(word, language).find((form) => foreign.has(`${language}:${form}`));
      return known === undefined ? [] : (foreign.get(`${language}:${known}`) ?? "").split(" ");
    },
  };
}

const mostRemembered = 50_000;

/** Keeps the answers of a function, because the same words come again and again. */
function remembered<Answer>(ask: (word: string) => Answer): (word: string) => Answer {
  const answers = new Map<string, Answer>();
  return (word) => {
    let answer = answers.get(word);
    if (answer === undefined) {
      answer = ask(word);
      if (answers.size >= mostRemembered) answers.clear();
      answers.set(word, answer);
    }
    return answer;
  };
}

let loaded: Lexicon | undefined;

/** The lexicon that Glimpse ships; read with the first question. */
export function lexicon(): Lexicon {
  loaded ??= parseLexicon(gunzipSync(readFileSync(new URL("./lexicon.txt.gz", import.meta.url))).toString());
  return loaded;
}
