import { fold } from "#server/engines/index/fold.ts";
import type { Language } from "../../languages/language.ts";
import { matchAt, matchBefore, mayBegin, type Phrases } from "../../languages/phrases.ts";
import type { Token } from "../../languages/tokens.ts";
import type { ReadingContext, VocabularyEntry } from "./types.ts";

/** A name of the library and its tokens in the sentence. */
export interface Name {
  from: number;
  to: number;
  entries: VocabularyEntry[];
  /** True if it is spelled like an everyday word ("nice"). */
  isCommon: boolean;
  isMisspelt?: true;
}

/** A question with everything that its readers need. */
export interface Sentence {
  text: string;
  tokens: Token[];
  language: Language;
  context: ReadingContext;
  /** The names by their first token. */
  names: Map<number, Name>;
  /** True if the sentence replaces something ("what about …"), so that a word alone may be a name. */
  isReplacement: boolean;
}

export function isCommon(language: Language, word: string): boolean {
  return (
    language.commonWords.has(word) || (word.endsWith("s") && language.commonWords.has(word.slice(0, -1)))
  );
}

export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text);
}

/** Tells whether the token shows nothing in a photo: the end, a mark, a function word, a time or a name. */
export function isBoundary(sentence: Sentence, at: number): boolean {
  const { tokens, names } = sentence;
  const token = tokens[at];
  if (!token) return true;
  if (token.literal) return isLiteralBoundary(sentence, at);
  if (token.isMark) return token.text !== "-" && token.text !== "/";
  const name = names.get(at);
  return (name !== undefined && !name.isCommon) || parts(sentence.language, tokens, at);
}

/** Lets a literal phrase separate its neighbours as before, so that turning one chip back changes no other chip. */
function isLiteralBoundary({ tokens, language, context }: Sentence, at: number): boolean {
  const plain = tokens.slice(at, at + 5).map((token) => ({ ...token, word: fold(token.text) }));
  return context.vocabulary.find(plain[0]?.word ?? "").length > 0 || parts(language, plain, 0);
}

function parts(language: Language, tokens: Token[], at: number): boolean {
  const { when, gear, order, intent, functionWords, photoNouns } = language;
  const word = tokens[at]?.word ?? "";
  if (functionWords.has(word) || photoNouns.has(word) || /^\d/.test(word)) return true;
  const ahead = [
    when.last,
    when.this,
    when.days,
    when.habits,
    when.taken,
    order.orders,
    intent.instead,
    intent.too,
  ];
  const things = [gear.screenshot, gear.iso, gear.atLeast, gear.over, gear.under, gear.types, gear.tagged];
  return [...ahead, ...things].some((table: Phrases<unknown>) => matchAt(table, tokens, at));
}

/** Tells whether the sentence consists only of these tokens, photo nouns and function words. */
export function isAll(sentence: Sentence, from: number, to: number): boolean {
  return sentence.tokens.every(
    ({ word, isMark, literal }, at) =>
      (at >= from && at < to) ||
      (!literal &&
        (isMark ||
          sentence.language.functionWords.has(word) ||
          sentence.language.photoNouns.has(word) ||
          matchAt(sentence.language.courtesy, sentence.tokens, at) !== null)),
  );
}

export function numberAt({ tokens, language }: Sentence, at: number): { value: number; to: number } | null {
  const token = tokens[at];
  if (token && /^\d{1,7}(?:[.,]\d{1,3})?$/.test(token.word)) {
    return { value: Number(token.word.replace(",", ".")), to: at + 1 };
  }
  const match = matchAt(language.numbers, tokens, at);
  return match && { value: match.meaning, to: match.to };
}

/** Reads a number with its unit, together ("50mm") or apart ("50 mm"). */
export function measureAt(
  sentence: Sentence,
  at: number,
  units: Phrases<unknown>,
): { value: number; to: number } | null {
  const together = /^(\d{1,5}(?:[.,]\d{1,3})?)([a-z]+)$/.exec(sentence.tokens[at]?.word ?? "");
  if (together) {
    if (!units.get(together[2] ?? "")) return null;
    return { value: Number(together[1]?.replace(",", ".")), to: at + 1 };
  }
  const number = numberAt(sentence, at);
  if (!number) return null;
  const hyphen = sentence.tokens[number.to]?.text === "-" ? number.to + 1 : number.to;
  const unit = matchAt(units, sentence.tokens, hyphen);
  return unit && { value: number.value, to: unit.to };
}

/** Returns tokens `from` to `to` as they were written. */
export function written({ text, tokens }: Sentence, from: number, to: number): string {
  return text.slice(tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? 0);
}

/** Tells whether a camera, a file, a rating or the like can stand here. */
export function mayBeGear({ tokens, language }: Sentence, at: number): boolean {
  const word = tokens[at]?.word ?? "";
  return word !== "" && (mayBegin(language.gear, word) || language.numbers.has(word) || /[\d.:]/.test(word));
}

export function isTime({ tokens, language }: Sentence, at: number): boolean {
  const { months, seasons, weekdays, holidays, parts, last, this: current } = language.when;
  if (/^(?:19|20)\d\d$/.test(tokens[at]?.word ?? "")) return true;
  return [months, seasons, weekdays, holidays, parts, last, current].some((table: Phrases<unknown>) =>
    matchAt(table, tokens, at),
  );
}

/** Returns where the lead before token `at` begins, also with an article in between, or null if there is none. */
export function leadOf({ tokens, language }: Sentence, at: number, lead: Phrases<true>): number | null {
  const direct = matchBefore(lead, tokens, at);
  const article = direct ? null : matchBefore(language.definite, tokens, at);
  const found = direct ?? (article && matchBefore(lead, tokens, article.from));
  return found?.from ?? null;
}
