import { matchAt, matchBefore, type Phrases } from "../../languages/phrases.ts";
import type { Sentence } from "./sentence.ts";

/**
 * Returns what the photos should show: the tokens that nobody has claimed, without courtesy and the like. `isSaid`
 * tells whether other parts of the sentence say which photos are meant.
 */
export function seenText(
  sentence: Sentence,
  isTaken: (at: number) => boolean,
  isSaid: boolean,
): { text: string; either: string[] } {
  const whole = trimmed(sentence, withoutStrayMarks(sentence, isTaken), isSaid);
  const left = isSaid ? withoutFiller(sentence, whole) : whole;
  return { text: join(sentence, left), either: alternatives(sentence, left) };
}

const emptyMark = /^[()[\]/&+*.,;:!?…–—-]$/;

/** Returns nothing if only words are left that say nothing about a photo ("both", "that I took while in"). */
function withoutFiller({ tokens, language }: Sentence, left: number[]): number[] {
  const { filler, functionWords, photoNouns } = language;
  const isFiller = (at: number) => {
    const { word = "", text = "", isMark = false, literal = false } = tokens[at] ?? {};
    if (literal) return false;
    return isMark ? emptyMark.test(text) : [filler, functionWords, photoNouns].some((set) => set.has(word));
  };
  return left.every(isFiller) ? [] : left;
}

const quoteMarks = new Set(['"', "“", "”", "„", "«", "»"]);
/** Marks that end or join parts of a sentence. Other marks belong to the words. */
const pauses = new Set([",", ";", ":", ".", "!", "?", "…"]);

function withoutStrayMarks({ tokens }: Sentence, isTaken: (at: number) => boolean): number[] {
  const left: number[] = [];
  tokens.forEach((token, at) => {
    if (isTaken(at) || quoteMarks.has(token.text)) return;
    const before = left.at(-1);
    const isStray =
      pauses.has(token.text) && (before === undefined || pauses.has(tokens[before]?.text ?? ""));
    if (!isStray) left.push(at);
  });
  return left;
}

/** Removes courtesy, "photos of" and words that led to a filter from both ends. */
function trimmed(sentence: Sentence, left: number[], isSaid: boolean): number[] {
  let begin = 0;
  for (
    let next = afterFrame(sentence, left, begin, isSaid);
    next > begin;
    next = afterFrame(sentence, left, begin, isSaid)
  ) {
    begin = next;
  }
  let end = left.length;
  for (let next = beforeTail(sentence, left, begin, end); next < end; ) {
    end = next;
    next = beforeTail(sentence, left, begin, end);
  }
  return left.slice(begin, end);
}

function afterFrame({ tokens, language }: Sentence, left: number[], begin: number, isSaid: boolean): number {
  const at = left[begin];
  const token = at === undefined ? undefined : tokens[at];
  if (at === undefined || !token || token.literal) return begin;
  if (token.isMark && pauses.has(token.text)) return begin + 1;
  const length = (table: Phrases<unknown>, from: number) =>
    unbroken(left, from, matchAt(table, tokens, left[from] ?? -1)?.to);
  const isSelf = language.selves.has(token.word) && matchBefore(language.where.people, tokens, at) !== null;
  if (isSelf) return begin;
  const courtesy = length(language.courtesy, begin);
  if (courtesy > 0) return begin + courtesy;
  const article = length(language.definite, begin) || length(language.indefinite, begin);
  const wordAt = (index: number) => tokens[left[index] ?? -1]?.word ?? "";
  // "nice pictures of cats", but not "beautiful photos".
  const adverb = language.adverbs.has(wordAt(begin + article)) ? 1 : 0;
  const praised = begin + article + adverb;
  const isPraise = language.praise.has(wordAt(praised)) && (isSaid || praised + 2 < left.length);
  const noun = isPraise ? praised + 1 : begin + article;
  if (language.photoNouns.has(wordAt(noun))) return noun + 1;
  const joint =
    length(language.photoLinks, begin) ||
    length(language.and, begin) ||
    length(language.or, begin) ||
    length(language.intent.andAhead, begin);
  if (joint > 0) return begin + joint;
  return article > 0 && begin + article === left.length ? left.length : begin;
}

function beforeTail({ tokens, language }: Sentence, left: number[], begin: number, end: number): number {
  const at = left[end - 1];
  const token = at === undefined ? undefined : tokens[at];
  if (at === undefined || end <= begin || !token || token.literal) return end;
  if (token.isMark && pauses.has(token.text)) return end - 1;
  const { photoLinks, and, or, definite, indefinite, courtesyAfter, when } = language;
  const { andAhead, onlyAfter } = language.intent;
  const joints = [photoLinks, and, or, definite, indefinite, courtesyAfter, andAhead, onlyAfter];
  for (const table of [...joints, when.anyYear]) {
    const match = matchBefore(table, tokens, at + 1);
    const count = match ? at + 1 - match.from : 0;
    if (count > 0 && left[end - count] === match?.from) return end - count;
  }
  if (language.photoNouns.has(token.word)) return end - 1;
  return end;
}

/** Counts the remaining tokens that a phrase up to token `to` takes; 0 if claimed tokens lie between them. */
function unbroken(left: number[], begin: number, to: number | undefined): number {
  const from = left[begin];
  if (from === undefined || to === undefined) return 0;
  return left[begin + (to - from) - 1] === to - 1 ? to - from : 0;
}

/** Joins the tokens as they were written, with a space where something was removed. */
function join({ tokens, text }: Sentence, left: number[]): string {
  let joined = "";
  left.forEach((at, index) => {
    const before = left[index - 1];
    const gap =
      before === undefined ? "" : before === at - 1 ? text.slice(tokens[before]?.to, tokens[at]?.from) : " ";
    // Between two tokens something may have been left out ("um").
    const space = /\S/.test(gap) ? " " : gap;
    joined += (pauses.has(tokens[at]?.text ?? "") ? space.trim() : space) + (tokens[at]?.text ?? "");
  });
  return joined.replace(/\s+/g, " ").trim();
}

const longestAlternative = 4;

/** Splits the tokens at "or" and, if there is an "or", at commas too. */
function alternatives(sentence: Sentence, left: number[]): string[] {
  const { tokens, language } = sentence;
  const parts: number[][] = [[]];
  let hasOr = false;
  for (const at of left) {
    const isOr = matchAt(language.or, tokens, at) !== null;
    hasOr ||= isOr;
    if (isOr || tokens[at]?.text === ",") parts.push([]);
    else parts.at(-1)?.push(at);
  }
  const named = parts.filter((part) => part.length > 0);
  // "2 or 3 dogs" is no choice.
  const isNumber = (part: number[]) => part.every((at) => /^\d+$/.test(tokens[at]?.word ?? ""));
  if (
    !hasOr ||
    named.length < 2 ||
    named.some(isNumber) ||
    named.some((part) => part.length > longestAlternative)
  )
    return [];
  return named.map((part) => join(sentence, part));
}
