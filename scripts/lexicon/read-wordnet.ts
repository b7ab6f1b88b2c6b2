import { readFileSync } from "node:fs";
import { join } from "node:path";

export type PartOfSpeech = "n" | "v" | "a" | "r";

/** A relation of a synset, or of one of its words, to another. */
export interface Pointer {
  /** WordNet's own symbol: `~` is a kind, `@` what it is a kind of, `%m` a member, `&` similar, `+` derived. */
  symbol: string;
  target: string;
  /** Number of the word that it comes from, counted from 1; 0 means the whole synset. */
  from: number;
  to: number;
}

/** Words that mean the same in one of their senses. */
export interface Synset {
  words: string[];
  /** The subject that WordNet files it under: "noun.animal"; empty for other words than nouns. */
  field: string;
  pointers: Pointer[];
  /** Its definition, and perhaps examples: "young domestic cat". */
  gloss: string;
}

/** WordNet's files as text. */
export interface WordNetText {
  noun: string;
  verb: string;
  adj: string;
  senses: string;
}

interface Sense {
  number: number;
  synset: string;
  /** How often WordNet's corpus uses the word in this sense. */
  count: number;
}

export interface WordNet {
  synsets: ReadonlyMap<string, Synset>;
  synset(key: string): Synset;
  /** All words with a part of speech, in WordNet's alphabetical order. */
  words: [word: string, pos: PartOfSpeech][];
  has(word: string, pos: PartOfSpeech): boolean;
  /** Keys of the synsets of a word, the most usual sense first. */
  senses(word: string, pos: PartOfSpeech): string[];
  /** Place of the synset among the senses of the word, counted from 0; Infinity if it is none of them. */
  rank(word: string, synset: string): number;
  count(word: string, synset: string): number;
  /** How often WordNet's corpus uses the word as this part of speech. */
  total(word: string, pos: PartOfSpeech): number;
  /** Share of the word's uses that have this sense; a word that the corpus does not have is in its first sense. */
  share(word: string, synset: string): number;
}

const nounFields = (
  "Tops act animal artifact attribute body cognition communication event feeling food group location motive " +
  "object person phenomenon plant possession process quantity relation shape state substance time"
).split(" ");
/** WordNet numbers its fields; those of nouns begin here. */
const firstNounField = 3;

/** The number before the colon in `dog%1:05:00::` says which part of speech a sense has; 5 is a kind of adjective. */
const posByNumber: Record<string, PartOfSpeech> = { 1: "n", 2: "v", 3: "a", 4: "r", 5: "a" };

export function partOf(synset: string): PartOfSpeech {
  return synset.charAt(0) as PartOfSpeech;
}

function keyOf(pos: string, offset: string): string {
  return (pos === "s" ? "a" : pos) + offset;
}

/** A line of a data file: `offset field pos words (word id)… pointers (symbol offset pos from/to)… | gloss`. */
function parseSynset(line: string): [key: string, synset: Synset] {
  const [data = "", gloss = ""] = line.split("|");
  const [offset = "", field = "", pos = "", size = "", ...rest] = data.split(" ");
  const wordCount = Number.parseInt(size, 16);
  const isPlace = nounFields[Number(field) - firstNounField] === "location";
  const words = Array.from({ length: wordCount }, (_, i) => {
    const word = (rest[2 * i] ?? "").replace(/\(.*/, "");
    // People write "tv" as they write "radio"; "MA" and "LA" are other words in small letters.
    return /^[A-Z]{2,4}$/.test(word) && !isPlace ? word.toLowerCase() : word;
  });
  const pointerCount = Number(rest[2 * wordCount]);
  const pointers = Array.from({ length: pointerCount }, (_, i): Pointer => {
    const at = 2 * wordCount + 1 + 4 * i;
    const [symbol = "", target = "", targetPos = "", ends = ""] = rest.slice(at, at + 4);
    const [from, to] = [ends.slice(0, 2), ends.slice(2)].map((digits) => Number.parseInt(digits, 16));
    return { symbol, target: keyOf(targetPos, target), from: from ?? 0, to: to ?? 0 };
  });
  const name = nounFields[Number(field) - firstNounField];
  return [
    keyOf(pos, offset),
    { words, field: pos === "n" && name !== undefined ? `noun.${name}` : "", pointers, gloss: gloss.trim() },
  ];
}

/** Lines of the sense index: `dog%1:05:00:: 02086723 1 42` is a word, its synset, the sense's number and its count. */
function parseSenses(text: string): Map<string, Sense[]> {
  const senses = new Map<string, Sense[]>();
  for (const line of text.split("\n")) {
    const [key = "", offset = "", number, count] = line.trim().split(" ");
    const [word, place] = key.split("%");
    const pos = posByNumber[place?.charAt(0) ?? ""];
    if (word === undefined || pos === undefined) continue;
    const id = `${pos}:${word}`;
    const list = senses.get(id) ?? [];
    list.push({ number: Number(number), synset: keyOf(pos, offset), count: Number(count) });
    senses.set(id, list);
  }
  for (const list of senses.values()) list.sort((a, b) => a.number - b.number);
  return senses;
}

export function parseWordNet(text: WordNetText): WordNet {
  // The files begin with their licence, in indented lines.
  const lines = [text.noun, text.verb, text.adj].flatMap((file) => file.split("\n"));
  const synsets = new Map(lines.filter((line) => /^\d/.test(line)).map(parseSynset));
  const senses = parseSenses(text.senses);
  const sensesOf = (word: string, pos: PartOfSpeech) => senses.get(`${pos}:${word}`) ?? [];
  const total = (word: string, pos: PartOfSpeech) =>
    sensesOf(word, pos).reduce((sum, sense) => sum + sense.count, 0);
  const rank = (word: string, synset: string) => {
    const found = sensesOf(word, partOf(synset)).findIndex((sense) => sense.synset === synset);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  };
  const count = (word: string, synset: string) =>
    sensesOf(word, partOf(synset)).find((sense) => sense.synset === synset)?.count ?? 0;
  return {
    synsets,
    synset(key) {
      const found = synsets.get(key);
      if (found === undefined) throw new Error(`WordNet has no synset ${key}.`);
      return found;
    },
    words: [...senses.keys()].map((id) => [id.slice(2), id.charAt(0) as PartOfSpeech]),
    has: (word, pos) => senses.has(`${pos}:${word}`),
    senses: (word, pos) => sensesOf(word, pos).map((sense) => sense.synset),
    rank,
    count,
    total,
    share(word, synset) {
      const all = total(word, partOf(synset));
      if (all > 0) return count(word, synset) / all;
      return rank(word, synset) === 0 ? 1 : 0;
    },
  };
}

export function readWordNet(directory: string): WordNet {
  const read = (name: string) => readFileSync(join(directory, name), "utf8");
  return parseWordNet({
    noun: read("data.noun"),
    verb: read("data.verb"),
    adj: read("data.adj"),
    senses: read("index.sense"),
  });
}
