import type { Language } from "../../languages/language.ts";
import { matchAt, matchBefore, type Phrases } from "../../languages/phrases.ts";
import type { Token } from "../../languages/tokens.ts";
import { lexicon, lexiconLanguage, type PictureRole } from "../lexicon/lexicon.ts";
import type { Sentence } from "./sentence.ts";
import { mayBeSeen } from "./story.ts";
import { classAt } from "./tagging.ts";

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

const emptyMark = /^[()[\]/&+*.,;:!?…–—@|~=-]$/;

/**
 * Leaves out the clauses that say nothing about a photo: of words such as "both" or "that I took while in", about who
 * asks ("whether we were really"), and qualities of a name ("our little").
 */
function withoutFiller(sentence: Sentence, left: number[]): number[] {
  const { tokens, language } = sentence;
  const { filler, functionWords, photoNouns } = language;
  // "really"
  const isAdverb = (word: string) => /ly$/.test(word) && roleIn(language, word) === "binding";
  const isFiller = (at: number) => {
    const { word = "", text = "", isMark = false, literal = false } = tokens[at] ?? {};
    if (literal) return false;
    if (isMark) return emptyMark.test(text);
    return [filler, functionWords, photoNouns].some((set) => set.has(word)) || isAdverb(word);
  };
  return clausesOf(tokens, left)
    .filter(
      (clause) => !clause.every(isFiller) && !isAboutAsker(sentence, clause) && !isOfName(sentence, clause),
    )
    .flat();
}

/** Tells whether a clause only says how somebody is who is named behind it: "our little", "the old". */
function isOfName({ tokens, language, names }: Sentence, clause: number[]): boolean {
  const [first = -1, ...others] = clause;
  const last = clause.at(-1) ?? -1;
  const isLed = [language.definite, language.talk.mine].some((table) => matchAt(table, tokens, first));
  return (
    names.has(last + 1) &&
    isLed &&
    others.length > 0 &&
    others.every((at) => !tokens[at]?.literal && roleIn(language, tokens[at]?.word ?? "") === "quality")
  );
}

/** The role of an English word in a picture; null for words of other languages. */
function roleIn({ code }: Language, word: string): PictureRole | null {
  const lemma = code === lexiconLanguage ? lexicon().lemmaOf(word) : null;
  return lemma === null ? null : lexicon().roleOf(lemma);
}

/** Splits tokens at pauses and where words between them are taken. A pause stays with the clause before it. */
function clausesOf(tokens: Token[], left: number[]): number[][] {
  const clauses: number[][] = [];
  for (const at of left) {
    const last = clauses.at(-1);
    const before = last?.at(-1);
    const goesOn = before === at - 1 && !pauses.has(tokens[before]?.text ?? "");
    if (last && goesOn) last.push(at);
    else clauses.push([at]);
  }
  return clauses;
}

/** Tells whether a clause has a subject of those who ask, and nothing that a photo shows. */
function isAboutAsker(sentence: Sentence, clause: number[]): boolean {
  const { tokens, language } = sentence;
  if (clause.some((at) => tokens[at]?.literal)) return false;
  // "my sunset" is no sentence.
  const hasTeller = clause.some(
    (at) => classAt(sentence, "talk.tellers", at) !== null && classAt(sentence, "talk.mine", at) === null,
  );
  // "my husband and I": he tells it too.
  const isMine = (at: number) => classAt(sentence, "talk.mine", at - 1) !== null;
  return hasTeller && clause.every((at) => isMine(at) || !mayBeSeen(tokens[at] ?? noToken, language, false));
}

const noToken: Token = { text: "", word: "", from: 0, to: 0, isMark: true, literal: false };

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
  // "nice old pictures of cats", but not "beautiful photos".
  const adverb = language.adverbs.has(wordAt(begin + article)) ? 1 : 0;
  const afterPraise = (from: number) => {
    let to = from;
    while (language.praise.has(wordAt(to))) to++;
    return isSaid || to + 1 < left.length ? to : from;
  };
  const praised = afterPraise(begin + article + adverb);
  const noun = praised > begin + article + adverb ? praised : begin + article;
  if (language.photoNouns.has(wordAt(noun)))
    return language.traits.praisesBehind ? afterPraise(noun + 1) : noun + 1;
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

/** Returns how many of the remaining tokens a phrase up to token `to` has; 0 if claimed tokens lie between them. */
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
    // A pause in speech ("um") may have been left out between two tokens.
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
