import { matchAt, skip } from "../../languages/phrases.ts";
import { numberAt, type Sentence, written } from "./sentence.ts";
import type { Reference } from "./types.ts";

export interface ReadReference {
  reference: Reference;
  to: number;
  /** False for "this" and "them", which may mean something else; true for "the third one". */
  isSure: boolean;
}

/** Reads a reference: "the third", "#2 and #4", "this one", "them", "those at the beach" (to the sentence's end). */
export function referenceAt(sentence: Sentence, at: number): ReadReference | null {
  return positionsAt(sentence, at) ?? describedAt(sentence, at) ?? pronounAt(sentence, at);
}

/** Reads references up to the sentence's end; null if it says something else too. `isBareNumber`: "3" counts too. */
export function allReferences(sentence: Sentence, isBareNumber = false): Reference[] | null {
  const found: Reference[] = [];
  const { tokens, language } = sentence;
  for (let at = 0; at < tokens.length; ) {
    const begin = found.length > 0 ? skip(language.and, tokens, at) : at;
    if (tokens[begin]?.isMark && tokens[begin]?.text !== "#") {
      at = begin + 1;
      continue;
    }
    const next = referenceAt(sentence, begin) ?? (isBareNumber ? positionsAt(sentence, begin, true) : null);
    if (!next) return null;
    found.push(next.reference);
    at = next.to;
  }
  return found.length > 0 ? found : null;
}

function positionsAt(sentence: Sentence, at: number, isBare = false): ReadReference | null {
  const first = positionAt(sentence, at) ?? (isBare ? bareNumber(sentence, at) : null);
  if (!first) return null;
  const positions = [...first.positions];
  let { to } = first;
  while (positions.length < 50) {
    const { tokens, language } = sentence;
    const comma = tokens[to]?.text === "," ? to + 1 : to;
    const next = matchAt(language.and, tokens, comma)?.to ?? matchAt(language.or, tokens, comma)?.to ?? comma;
    const other =
      next > to
        ? (positionAt(sentence, next) ?? bareOrdinal(sentence, next) ?? bareNumber(sentence, next))
        : null;
    if (!other) break;
    positions.push(...other.positions);
    to = other.to;
  }
  return { reference: { refer: "shown", positions: [...new Set(positions)] }, to, isSure: first.isSure };
}

interface Position {
  positions: number[];
  to: number;
  isSure: boolean;
}

function positionAt(sentence: Sentence, at: number): Position | null {
  const { tokens, language } = sentence;
  const { intent, ordinals, definite } = language;
  const numbered = matchAt(intent.number, tokens, at);
  const number = numbered && (bareNumber(sentence, numbered.to) ?? spelledNumber(sentence, numbered.to));
  if (number) return { ...number, isSure: true };

  const article = matchAt(definite, tokens, at);
  const begin = article?.to ?? at;
  const ordinal = matchAt(ordinals, tokens, begin);
  if (!ordinal) return null;
  const count = matchAt(intent.ones, tokens, ordinal.to) ? null : numberAt(sentence, ordinal.to);
  const ones = matchAt(intent.ones, tokens, count?.to ?? ordinal.to);
  const to = skip(language.order.ofThem, tokens, ones?.to ?? count?.to ?? ordinal.to);
  const isSure = ones !== null || (article !== null && endsAt(sentence, to));
  if (!isSure) return null;
  const length = count && count.value <= 50 ? Math.round(count.value) : 1;
  if (ordinal.meaning === 1)
    return { positions: Array.from({ length }, (_, ahead) => ahead + 1), to, isSure };
  if (ordinal.meaning === -1)
    return { positions: Array.from({ length }, (_, ahead) => ahead - length), to, isSure };
  return count ? null : { positions: [ordinal.meaning], to, isSure };
}

/** Reads "third" after "the second and". */
function bareOrdinal(sentence: Sentence, at: number): Position | null {
  const ordinal = matchAt(sentence.language.ordinals, sentence.tokens, at);
  return ordinal && endsAt(sentence, ordinal.to)
    ? { positions: [ordinal.meaning], to: ordinal.to, isSure: true }
    : null;
}

/** Reads "four" after "number", at the end of the sentence. */
function spelledNumber(sentence: Sentence, at: number): Position | null {
  const number = matchAt(sentence.language.numbers, sentence.tokens, at);
  return number && (sentence.tokens[number.to]?.isMark ?? true)
    ? { positions: [number.meaning], to: number.to, isSure: true }
    : null;
}

function bareNumber({ tokens }: Sentence, at: number): Position | null {
  const word = tokens[at]?.word ?? "";
  return /^[1-9]\d{0,2}$/.test(word) ? { positions: [Number(word)], to: at + 1, isSure: true } : null;
}

/** Tells whether a reference can end here: "the third", but not "the third world". */
function endsAt({ tokens, language }: Sentence, at: number): boolean {
  const token = tokens[at];
  if (!token || token.isMark) return true;
  return language.functionWords.has(token.word) || matchAt(language.intent.askFiller, tokens, at) !== null;
}

function describedAt(sentence: Sentence, at: number): ReadReference | null {
  const { tokens, language } = sentence;
  const those = matchAt(language.intent.thoseThat, tokens, at);
  if (!those || those.to >= tokens.length || tokens[those.to]?.isMark) return null;
  const links = skip(language.photoLinks, tokens, those.to);
  if (links === those.to || links >= tokens.length) return null;
  const text = written(sentence, links, tokens.length).replace(/[\s.!?,]+$/, "");
  return text === "" ? null : { reference: { refer: "described", text }, to: tokens.length, isSure: true };
}

function pronounAt({ tokens, language }: Sentence, at: number): ReadReference | null {
  const them = matchAt(language.intent.them, tokens, at);
  const one = matchAt(language.intent.this, tokens, at);
  if (them && them.to >= (one?.to ?? 0)) return { reference: { refer: "all" }, to: them.to, isSure: false };
  return one && { reference: { refer: "this" }, to: one.to, isSure: false };
}

/** Tells whether a reference stands by itself: "them", but not "these people". */
export function isBareReference({ tokens, language }: Sentence, to: number, end: number): boolean {
  return (
    to >= end ||
    language.functionWords.has(tokens[to]?.word ?? "") ||
    matchAt(language.intent.askFiller, tokens, to) !== null
  );
}

/** Makes a sentence of tokens `from` to `to`. */
export function part(sentence: Sentence, from: number, to: number): Sentence {
  return { ...sentence, tokens: sentence.tokens.slice(from, to) };
}
