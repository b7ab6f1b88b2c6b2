import { matchAt, matchBefore, type Phrases, skip } from "./phrases.ts";
import { allReferences, referenceAt } from "./references.ts";
import type { Sentence } from "./sentence.ts";
import type { Act, Ask, Chat, Reference, Refinement, Subject } from "./types.ts";

/** What a sentence wants, read from its beginning and its end; `begin` to `end` is what it says besides. */
export interface Frame {
  begin: number;
  end: number;
  how?: Refinement;
  /** What is dropped or corrected, where it is named by its kind ("the city"). */
  about?: Subject[];
  ask?: Ask;
  /** Whether a question is about the whole library. */
  isOfAll?: boolean;
  act?: Act;
  chat?: Chat;
  like?: Reference[];
  on?: Reference[];
}

/** The frame of a sentence; `hasShown`: whether there is something that "only" can narrow. */
export function frameOf(sentence: Sentence): Frame {
  const { tokens } = sentence;
  const { hasShown } = sentence.context;
  const begin = afterMarks(sentence, 0);
  const end = beforeMarks(sentence, tokens.length);
  const chat = chatOf(sentence, begin, end);
  if (chat) return { begin: end, end, chat };
  const from = afterGreeting(sentence, begin, end);
  return (
    wholeOf(sentence, from, end) ??
    actOf(sentence, from, end) ??
    askOf(sentence, from, end) ??
    correctionOf(sentence, from, end) ??
    dropOf(sentence, from, end) ??
    likeOf(sentence, from, end) ??
    (hasShown ? refinementOf(sentence, from, end) : null) ?? { begin: from, end }
  );
}

const closing = new Set([".", "!", "?", ",", "…"]);

function afterMarks({ tokens }: Sentence, begin: number): number {
  let at = begin;
  while (tokens[at]?.isMark && closing.has(tokens[at]?.text ?? "")) at++;
  return at;
}

function beforeMarks({ tokens }: Sentence, end: number): number {
  let at = end;
  while (at > 0 && tokens[at - 1]?.isMark && closing.has(tokens[at - 1]?.text ?? "")) at--;
  return at;
}

function chatOf(sentence: Sentence, begin: number, end: number): Chat | null {
  const { tokens, language } = sentence;
  for (const from of [begin, afterGreeting(sentence, begin, end)]) {
    const chat = matchAt(language.intent.chat, tokens, from);
    if (chat && afterMarks(sentence, chat.to) >= end) return chat.meaning;
  }
  // "hello, thanks!": nothing but such phrases.
  let last: Chat | null = null;
  for (let at = begin; at < end; ) {
    const chat = matchAt(language.intent.chat, tokens, at);
    if (!chat) return null;
    last = chat.meaning;
    at = afterMarks(sentence, chat.to);
  }
  return last;
}

/** "hi, ", "ok, please": before what is wanted. A greeting without it stays. */
function afterGreeting(sentence: Sentence, begin: number, end: number): number {
  const { tokens, language } = sentence;
  let at = begin;
  for (let step = 0; step < 4; step++) {
    const greeting = matchAt(language.intent.greetingsAhead, tokens, at);
    const next = greeting && afterMarks(sentence, greeting.to);
    // "nice beach" shows a nice beach; "nice, …" and "ok, show me …" do not.
    const isCut =
      next !== null && (next > (greeting?.to ?? 0) || matchAt(language.courtesy, tokens, next) !== null);
    if (next === null || next >= end || !isCut) break;
    at = next;
  }
  return at;
}

function isWhole(sentence: Sentence, table: Phrases<unknown>, from: number, end: number): boolean {
  const match = matchAt(table, sentence.tokens, from);
  const to = match && skip(sentence.language.intent.greetingsAhead, sentence.tokens, match.to);
  return to !== null && afterMarks(sentence, to) >= end;
}

function wholeOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { undo, startOver, everyFilter, drop, similar, anything, correct } = language.intent;
  const empty = { begin: end, end };
  if (isWhole(sentence, undo, from, end)) return { ...empty, how: "undo" };
  if (isWhole(sentence, startOver, from, end)) return { ...empty, how: "startOver" };
  const dropped = matchAt(drop, tokens, from);
  if (dropped && isWhole(sentence, everyFilter, dropped.to, end)) return { ...empty, how: "startOver" };
  const where = matchAt(anything, tokens, from);
  if (where && isWhole(sentence, anything, from, end))
    return { ...empty, how: "drop", about: [where.meaning] };
  if (isWhole(sentence, correct, from, end)) return { ...empty, how: "correct", about: [] };
  const asked = skip(language.courtesy, tokens, from);
  return isWhole(sentence, similar, asked, end) ? { ...empty, like: [{ refer: "all" }] } : null;
}

/** "mark the first as favourite", "favourite these". */
function actOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { acts, actStarts, actEnds } = language.intent;
  let begin = from;
  for (let step = 0; step < 2; step++) begin = skip(language.courtesy, tokens, begin);
  const act = matchAt(acts, tokens, begin);
  const start = matchAt(actStarts, tokens, begin);
  const tail = matchBefore(actEnds, tokens, end);
  const of = (to: number, until: number, meaning: Act): Frame | null => {
    const on = until > to ? allReferences(part(sentence, to, until)) : [{ refer: "this" } as const];
    return on && { begin: end, end, act: meaning, on };
  };
  if (act && act.to < end) {
    const found = of(act.to, end, act.meaning);
    if (found) return found;
  }
  if (!start || !tail || tail.from < start.to) return null;
  const tookOut = matchAt(language.intent.drop, tokens, begin) !== null;
  return of(start.to, tail.from, tookOut ? "unfavourite" : tail.meaning);
}

/** "how many …", "where was this taken", "which camera did I use most". */
function askOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const lead = matchAt(language.courtesy, tokens, from)?.to ?? from;
  const ask = matchAt(language.intent.asks, tokens, from) ?? matchAt(language.intent.asks, tokens, lead);
  if (!ask) return null;
  const on: Reference[] = [];
  let begin = ask.to;
  for (let next = begin; next < end; ) {
    const filler = matchAt(language.intent.askFiller, tokens, next);
    const isNoun = language.photoNouns.has(tokens[next]?.word ?? "");
    const pointed = filler ? null : referenceAt(part(sentence, 0, end), next);
    const isPointed = pointed && (pointed.isSure || isBareReference(sentence, pointed.to, end));
    if (isPointed) on.push(pointed.reference);
    if (!filler && !isPointed && !isNoun && !matchAt(language.photoLinks, tokens, next)) break;
    if (!filler && !isPointed && !isNoun) {
      // "of them": the link goes with the reference, in "in Lisbon" it stays.
      const behind = referenceAt(part(sentence, 0, end), skip(language.photoLinks, tokens, next));
      if (!behind || !isBareReference(sentence, behind.to, end)) break;
      on.push(behind.reference);
      next = behind.to;
    } else {
      next = isPointed ? pointed.to : (filler?.to ?? next + 1);
    }
    begin = next;
  }
  let until = end;
  for (let filler = matchBefore(language.intent.askFiller, tokens, until); filler && filler.from >= begin; ) {
    until = filler.from;
    filler = matchBefore(language.intent.askFiller, tokens, until);
  }
  const isOfAll = tokens.some((_, at) => at >= ask.to && matchAt(language.intent.inAll, tokens, at) !== null);
  return {
    begin: Math.min(begin, until),
    end: until,
    ask: ask.meaning.ask,
    isOfAll,
    ...(on.length > 0 && { on }),
  };
}

/** "them" by itself, not "these people". */
function isBareReference({ tokens, language }: Sentence, to: number, end: number): boolean {
  return (
    to >= end ||
    language.functionWords.has(tokens[to]?.word ?? "") ||
    matchAt(language.intent.askFiller, tokens, to) !== null
  );
}

/** "no, I meant the city". */
function correctionOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { correct, subjects, filterNoun } = language.intent;
  const lead = matchAt(correct, tokens, from);
  if (!lead) return null;
  const subject = matchAt(subjects, tokens, skip(language.definite, tokens, lead.to));
  const to = subject && skip(filterNoun, tokens, subject.to);
  return to !== null && to >= end
    ? { begin: end, end, how: "correct", about: subject ? [subject.meaning] : [] }
    : null;
}

/** "drop the city", "any place", "without the camera filter", "forget Lisbon". */
function dropOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { drop, any, subjects, filterNoun } = language.intent;
  const verb = matchAt(drop, tokens, from);
  const every = matchAt(any, tokens, verb?.to ?? from);
  if (!verb && !every) return null;
  const begin = skip(language.definite, tokens, every?.to ?? verb?.to ?? from);
  const subject = matchAt(subjects, tokens, begin);
  const noun = subject && matchAt(filterNoun, tokens, subject.to);
  const to = noun?.to ?? subject?.to ?? from;
  // "without the camera filter" drops one, "without people" wants none to be seen.
  const isFilter = noun !== null || /filter$/.test(tokens[begin]?.word ?? "");
  const isNot = matchAt(language.not.not, tokens, from) !== null;
  if (subject && to >= end && (isFilter || !isNot))
    return { begin: end, end, how: "drop", about: [subject.meaning] };
  if (!verb || isNot || !sentence.context.hasShown || begin >= end) return null;
  const until = matchBefore(filterNoun, tokens, end)?.from ?? end;
  return { begin, end: Math.max(begin, until), how: "drop" };
}

/** "more like the third", "beach photos similar to this one": what they resemble, taken out. */
function likeOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  for (let at = from; at < end; at++) {
    const like = matchAt(language.intent.like, tokens, at);
    if (!like) continue;
    const pointed = referenceAt(part(sentence, 0, end), like.to);
    const isLed = at === skip(language.courtesy, tokens, from);
    const isMeant = pointed && (pointed.isSure || isLed || isBareReference(sentence, pointed.to, end));
    if (!pointed || !isMeant || !(isLed || sentence.context.hasShown)) continue;
    // What stands before it, or after, is the rest of the question.
    const isAhead = at > from && pointed.to >= end;
    return { begin: isAhead ? from : pointed.to, end: isAhead ? at : end, like: [pointed.reference] };
  }
  return null;
}

/** "only …", "no, …", "also …", "… instead": what is shown, changed. */
function refinementOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { only, onlyAfter, no, replace, instead, widen, too, andAhead } = language.intent;
  const after = (table: Phrases<true>) => matchAt(table, tokens, from)?.to;
  const tail = matchBefore(instead, tokens, end)?.from;
  const refuse = after(no) ?? after(replace);
  if (refuse !== undefined && refuse < end)
    return { begin: skip(replace, tokens, refuse), end: tail ?? end, how: "replace" };
  if (tail !== undefined && tail > from) return { begin: from, end: tail, how: "replace" };
  const wider = after(widen);
  if (wider !== undefined && wider < end) return { begin: wider, end, how: "widen" };
  const also = matchBefore(too, tokens, end)?.from;
  if (also !== undefined && also > from)
    return { begin: skip(andAhead, tokens, from), end: also, how: "widen" };
  const narrower = after(only);
  if (narrower !== undefined && narrower < end) return narrowed(sentence, narrower, end);
  const onlyTail = matchBefore(onlyAfter, tokens, end)?.from;
  if (onlyTail !== undefined && onlyTail > from) return narrowed(sentence, from, onlyTail);
  const pointed = referenceAt(part(sentence, 0, end), from);
  if (pointed?.isSure && pointed.to >= end)
    return { begin: end, end, how: "narrow", on: [pointed.reference] };
  const and = after(andAhead);
  if (and === undefined || and >= end) return null;
  const isAsked = tokens[end]?.text === "?";
  return { begin: and, end, how: isAsked ? "replace" : "narrow" };
}

function narrowed(sentence: Sentence, begin: number, end: number): Frame | null {
  // "just show me dogs" begins anew.
  if (matchAt(sentence.language.courtesy, sentence.tokens, begin) && !sentence.tokens[begin]?.isMark) {
    if (!matchAt(sentence.language.numbers, sentence.tokens, begin)) return null;
  }
  // "nur die ersten drei": the article belongs to both.
  const withArticle = allReferences(part(sentence, begin - 1, end));
  const positions = withArticle?.every(({ refer }) => refer === "shown") ? withArticle : null;
  const on = positions ?? allReferences(part(sentence, begin, end));
  return on ? { begin: end, end, how: "narrow", on } : { begin, end, how: "narrow" };
}

/** Tokens `from` to `to` as a sentence of their own. */
function part(sentence: Sentence, from: number, to: number): Sentence {
  return { ...sentence, tokens: sentence.tokens.slice(from, to) };
}
