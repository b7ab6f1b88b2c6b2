import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fold } from "#server/engines/index/fold.ts";
import { type Commonness, keyOfWord } from "./commonness.ts";

/** CLDR's annotations of each emoji in a language: keywords, and the name that is read out ("tts"). */
export type Annotations = Record<string, { default?: string[]; tts?: string[] }>;

/** Languages that Glimpse reads questions in, besides English. */
export const bridgedLanguages = ["de", "es", "fr", "it", "pt", "nl"];

/** Two words that share their emoji by chance score less than this. */
const leastScore = 0.4;
/** Names say what an emoji is; keywords also say what it is used for. So the likeness of names counts more. */
const weightOfNames = 1.5;
/** Among words with the same emoji the more common one is the better translation; this only decides ties. */
const weightOfCommonness = 0.03;

/** CLDR has no emoji that stands for people in general, so its keywords for them lead astray. */
const given: Record<string, Record<string, string>> = {
  de: {
    mensch: "people",
    menschen: "people",
    leute: "people",
    person: "people",
    personen: "people",
    jemand: "people",
  },
};

type EmojiOf = Map<string, Set<string>>;

function put(emojiOf: EmojiOf, word: string, emoji: string): void {
  emojiOf.set(word, (emojiOf.get(word) ?? new Set()).add(emoji));
}

interface Indexed {
  byKeyword: EmojiOf;
  byNameWord: EmojiOf;
}

function indexed(annotations: Annotations, keywordsOf: (one: Annotations[string]) => string[]): Indexed {
  const byKeyword: EmojiOf = new Map();
  const byNameWord: EmojiOf = new Map();
  for (const [emoji, one] of Object.entries(annotations)) {
    for (const keyword of keywordsOf(one)) put(byKeyword, keyword.toLowerCase(), emoji);
    for (const word of wordsOf(one.tts)) put(byNameWord, word, emoji);
  }
  return { byKeyword, byNameWord };
}

function wordsOf(names: string[] = []): string[] {
  return (
    names
      .join(" ")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}

interface Translation {
  word: string;
  score: number;
}

const none: ReadonlySet<string> = new Set();

/** Lines of `language:word english`: the English word that shares most emoji with the foreign one. */
export function foreignLines(
  language: string,
  foreign: Annotations,
  english: Annotations,
  isKnown: (word: string) => boolean,
  commonness: Commonness,
): string[] {
  const there = indexed(foreign, (one) => [...(one.default ?? []), ...(one.tts ?? [])]);
  const here = indexed(english, (one) => one.default ?? []);

  function scoreOf(word: string, emoji: Set<string>, translation: string): number {
    const other = here.byKeyword.get(translation) ?? none;
    const [named, otherNamed] = [
      there.byNameWord.get(word) ?? none,
      here.byNameWord.get(translation) ?? none,
    ];
    const likenessOfKeywords = emoji.intersection(other).size / emoji.union(other).size;
    const names = Math.max(1, named.size + otherNamed.size);
    const likenessOfNames = (2 * new Set(named).intersection(otherNamed).size) / names;
    return (
      likenessOfKeywords + weightOfNames * likenessOfNames + weightOfCommonness * commonness.of(translation)
    );
  }

  function translate(word: string, emoji: Set<string>): Translation | null {
    const keywords = [...emoji].flatMap((one) => english[one]?.default ?? []);
    const translations = new Set(keywords.map((keyword) => keyword.toLowerCase()).filter(isTranslation));
    const scored = [...translations].map((one) => ({ word: one, score: scoreOf(word, emoji, one) }));
    scored.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
    const [best] = scored;
    return best && best.score >= leastScore ? best : null;
  }

  const isTranslation = (keyword: string) => /^[a-z]+$/.test(keyword) && isKnown(keyword);
  // "Marché" and "marche" are folded to one word; the better translation counts.
  const best = new Map<string, Translation>();
  for (const [word, emoji] of there.byKeyword) {
    if (!/^\p{L}{2,}$/u.test(word)) continue;
    // "Selfie" is English as well: it is no other language's word for a photo.
    if (here.byKeyword.has(word) && !isKnown(word)) continue;
    const translation = translate(word, emoji);
    const known = best.get(fold(word));
    if (translation && translation.score > (known?.score ?? 0)) best.set(fold(word), translation);
  }
  const found = [...best].map(([word, translation]): [string, string] => [word, translation.word]);
  const translations = new Map([...found, ...Object.entries(given[language] ?? {})]);
  return [...translations].map(([word, translation]) => `${language}:${word} ${translation}`).sort();
}

/** Lines of `emoji: english`: the whole name of the emoji, or the first of its words that the lexicon knows. */
export function emojiLines(english: Annotations, isKnown: (word: string) => boolean): string[] {
  return Object.entries(english).flatMap(([emoji, { tts = [] }]) => {
    const names = tts.map((name) => keyOfWord(name.toLowerCase().replaceAll(" ", "_")));
    const word = names.flatMap((name) => [name, ...name.split("_")]).find(isKnown);
    return word === undefined ? [] : `${emoji}: ${word}`;
  });
}

/** `directory` is the unpacked package `cldr-annotations-full`. */
export function readAnnotations(directory: string, language: string): Annotations {
  const file = join(directory, "annotations", language, "annotations.json");
  return JSON.parse(readFileSync(file, "utf8")).annotations.annotations;
}
