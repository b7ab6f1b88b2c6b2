import { newStemmer } from "snowball-stemmers";

const stopWords = new Set(
  (
    "a an and are as at be by for from has have he her his in is it its next of on or she some that the their there " +
    "these they this to two up was were which while who with"
  ).split(" "),
);
const english = newStemmer("english");

function stems(text: string): string[] {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !stopWords.has(word)).map((word) => english.stem(word));
}

/** Hashes with 32-bit FNV-1a and MurmurHash3's finaliser; without that, similar words would share low bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The number of dimensions per stem. Two stems that share one of them still differ in the others. */
const spread = 8;

export interface Embedding {
  dimension: number;
  /** The cosine of texts that share nothing, from 0 to 1. For raw states of a language model it is about 0.9. */
  spoil: number;
}

/**
 * Embeds a text as a bag of its English Snowball stems, in lower case without accents and stop words. Each stem adds
 * 1 + ln(its count) to 8 dimensions, which a hash chooses and signs. The vector is L2-normalised. So texts that share
 * words are near each other, and others are orthogonal.
 */
export function embedText(text: string, { dimension, spoil }: Embedding): number[] {
  const counts = new Map<string, number>();
  for (const stem of stems(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  if (counts.size === 0) counts.set(text, 1);
  const bag = new Float64Array(dimension);
  for (const [stem, count] of counts) {
    for (let copy = 0; copy < spread; copy++) {
      const at = hash(`${stem} ${copy}`);
      const sign = hash(`${copy} ${stem}`) & 1 ? 1 : -1;
      bag[at % dimension] = (bag[at % dimension] ?? 0) + sign * (1 + Math.log(count));
    }
  }
  const own = unit(bag);
  if (spoil === 0) return own;
  const common = unit(
    Float64Array.from({ length: dimension }, (_, at) => (hash(`common ${at}`) & 1 ? 1 : -1)),
  );
  return unit(
    Float64Array.from(
      own,
      (value, at) => Math.sqrt(1 - spoil) * value + Math.sqrt(spoil) * (common[at] ?? 0),
    ),
  );
}

/** Normalises a vector, with the digits that Ollama prints: those of a 32-bit float. */
function unit(vector: Float64Array): number[] {
  const norm = Math.hypot(...vector);
  return Array.from(vector, (value) => Number((value / norm).toPrecision(8)));
}
