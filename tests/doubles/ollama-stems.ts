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

/** FNV-1a, 32 bits, with a last mixing (the finaliser of MurmurHash3), or the low bits of near words would be near. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Dimensions that one stem is spread over: two stems that meet in one of them do not yet look alike. */
const spread = 8;

export interface Embedding {
  dimension: number;
  /** 0 to 1: the cosine of texts that share nothing. Raw states of a language model lie about 0.9 apart. */
  spoil: number;
}

/**
 * A bag of stems: lower case, accents off, English Snowball stems without stop words; each stem adds 1 + ln(times it
 * stands there) to 8 of the dimensions, chosen and signed by a hash; L2-normalised. So texts are near that share
 * words, and others are orthogonal.
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

/** With the digits that Ollama prints: those of a 32-bit float. */
function unit(vector: Float64Array): number[] {
  const norm = Math.hypot(...vector);
  return Array.from(vector, (value) => Number((value / norm).toPrecision(8)));
}
