import { type Match, matchAt, type Phrases, skip } from "../../../languages/phrases.ts";
import { isCapital, numberAt, type Sentence } from "../sentence.ts";
import type { SmallTalk } from "../types.ts";
import { albumActOf } from "./album-act.ts";
import { actOf, askOf } from "./asking.ts";
import { correctionOf } from "./correcting.ts";
import { dropOf, exceptOf, leftOutOf } from "./dropping.ts";
import { likeOf } from "./like.ts";
import { afterFirstQuestion, openOf } from "./open.ts";
import { afterOpening, beforeClause } from "./opening.ts";
import { refinementOf } from "./refining.ts";
import { sameOf } from "./same.ts";
import { shiftOf } from "./shift.ts";
import { turningOf } from "./turning.ts";
import type { Frame } from "./types.ts";

/** Reads the frame of a sentence. */
export function frameOf(sentence: Sentence): Frame {
  const { tokens } = sentence;
  const { hasShown } = sentence.context;
  const begin = afterMarks(sentence, 0);
  const end = beforeMarks(sentence, beforeClause(sentence, begin, beforeMarks(sentence, tokens.length)));
  const chat = chatOf(sentence, begin, end);
  if (chat) return { begin: end, end, chat };
  const greeted = afterGreeting(sentence, begin, end);
  const from = afterFirstQuestion(sentence, afterPolite(sentence, afterOpening(sentence, greeted, end)));
  return (
    wholeOf(sentence, from, end) ??
    albumActOf(sentence, from, end) ??
    actOf(sentence, from, end) ??
    (hasShown ? (sameOf(sentence, from, end) ?? shiftOf(sentence, from, end)) : null) ??
    askOf(sentence, from, end) ??
    correctionOf(sentence, from, end) ??
    (hasShown ? exceptOf(sentence, from, end) : null) ??
    dropOf(sentence, from, end) ??
    (hasShown ? turningOf(sentence, from, end) : null) ??
    (hasShown ? leftOutOf(sentence, from, end) : null) ??
    likeOf(sentence, from, end) ??
    (hasShown ? refinementOf(sentence, from, end) : null) ??
    openOf(sentence, from, end) ?? { begin: from, end }
  );
}

/** Skips courtesy before a request, as in "can you narrow …" and "and now undo". */
function afterPolite(sentence: Sentence, from: number): number {
  const { tokens, language } = sentence;
  const { politeAhead, undo, startOver, drop, only, replace, widen, correct, asks, bareAsks, outStarts } =
    language.intent;
  const changes = [undo, startOver, drop, only, replace, widen, correct, outStarts];
  let at = from;
  for (let step = 0; step < 3; step++) {
    const polite = matchAt(politeAhead, tokens, at);
    if (!polite) break;
    at = tokens[polite.to]?.text === "," ? polite.to + 1 : polite.to;
    const tables: Phrases<unknown>[] = [...changes, asks, bareAsks];
    if (!tables.some((table) => matchAt(table, tokens, at))) continue;
    // "and the ones from Porto?" asks for those instead.
    const isInstead = tokens.at(-1)?.text === "?" && matchAt(language.intent.andAhead, tokens, from);
    const isAsked = [asks, bareAsks].some((table: Phrases<unknown>) => matchAt(table, tokens, at));
    return isInstead && !isAsked ? from : at;
  }
  return from;
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

function chatOf(sentence: Sentence, begin: number, end: number): SmallTalk | null {
  const { tokens, language } = sentence;
  for (const from of [begin, afterGreeting(sentence, begin, end)]) {
    const chat = matchAt(language.intent.chat, tokens, from);
    if (chat && afterMarks(sentence, chat.to) >= end) return chat.meaning;
  }
  // The sentence may consist only of such phrases: "hello, thanks!".
  let last: SmallTalk | null = null;
  for (let at = begin; at < end; ) {
    const chat = matchAt(language.intent.chat, tokens, at);
    const sound = chat ?? matchAt(language.talk.interjections, tokens, at);
    if (!sound) return null;
    last = chat?.meaning ?? last;
    at = afterMarks(sentence, sound.to);
  }
  return last;
}

/** Skips a greeting such as "hi, " or "ok, please" before a request. A greeting alone stays. */
function afterGreeting(sentence: Sentence, begin: number, end: number): number {
  const { tokens, language } = sentence;
  let at = begin;
  let next = begin;
  for (let step = 0; step < 4; step++) {
    const greeting: Match<true> | null = matchAt(language.intent.greetingsAhead, tokens, next);
    if (!greeting) break;
    next = afterMarks(sentence, greeting.to);
    // "nice beach" asks for a nice beach, but in "nice, …" and "ok, show me …" the word is a greeting.
    const isCut =
      next > greeting.to ||
      [language.courtesy, language.intent.andAhead].some((table) => matchAt(table, tokens, next));
    if (next >= end || isPlaceFirst(sentence, at, next)) break;
    // "Good evening dear, …" greets twice.
    if (isCut) at = next;
  }
  return at;
}

/** Tells whether a word is a place and not praise: "Nice, oldest first", if no photo is shown that could be nice. */
function isPlaceFirst({ tokens, language, context }: Sentence, at: number, next: number): boolean {
  if (context.hasShown || !isCapital(tokens[at]) || !matchAt(language.order.orders, tokens, next))
    return false;
  return context.vocabulary.find(tokens[at]?.word ?? "").some(({ kind }) => kind === "city");
}

function isWhole(sentence: Sentence, table: Phrases<unknown>, from: number, end: number): boolean {
  const match = matchAt(table, sentence.tokens, from);
  const { intent, courtesyAfter } = sentence.language;
  // "I meant Nice" names a city; it is not "I meant" followed by praise.
  const isName = match && sentence.context.vocabulary.find(sentence.tokens[match.to]?.word ?? "").length > 0;
  const more = match && (isName ? match.to : skip(intent.greetingsAhead, sentence.tokens, match.to));
  const to = more && skip(courtesyAfter, sentence.tokens, skip(intent.too, sentence.tokens, more));
  return to !== null && afterMarks(sentence, to) >= end;
}

/** Reads how many steps to undo: "undo", "undo twice", "go back two steps". */
function stepsOf(sentence: Sentence, from: number, end: number): number | null {
  const { tokens, language } = sentence;
  const { undo, steps, twice } = language.intent;
  if (isWhole(sentence, undo, from, end)) return 1;
  // "two steps back"
  const ahead = numberAt(sentence, from);
  const unit = ahead && matchAt(steps, tokens, ahead.to);
  if (ahead && unit && isWhole(sentence, undo, unit.to, end)) return stepsWithin(ahead.value);
  const lead = matchAt(undo, tokens, from);
  const number = lead && (matchAt(twice, tokens, lead.to) ?? numberAt(sentence, lead.to));
  if (!number) return null;
  const count = "meaning" in number ? number.meaning : number.value;
  const to = skip(language.courtesyAfter, tokens, skip(steps, tokens, number.to));
  return to >= end ? stepsWithin(count) : null;
}

function stepsWithin(count: number): number | null {
  return Number.isInteger(count) && count >= 1 && count <= 50 ? count : null;
}

/** Returns where the new question begins in "new search: …" or "start over with …". */
function afterStart(sentence: Sentence, from: number): number | null {
  const { tokens, language } = sentence;
  const start = matchAt(language.intent.startOver, tokens, from);
  if (!start || !sentence.context.hasShown) return null;
  if (tokens[start.to]?.isMark) return afterMarks(sentence, start.to + 1);
  const isLed = start.to > from + 1 && matchAt(language.where.people, tokens, start.to) !== null;
  return isLed ? start.to : (matchAt(language.intent.andAhead, tokens, start.to)?.to ?? null);
}

function wholeOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { startOver, everyFilter, drop, similar, anything, correct } = language.intent;
  const empty = { begin: end, end };
  for (const bare of [from, skip(language.intent.no, tokens, from)]) {
    const steps = stepsOf(sentence, bare, end);
    if (steps) return { ...empty, how: "undo", steps };
    // "forget all that, let's start again"
    const again = afterMarks(sentence, skip(startOver, tokens, bare));
    if ([bare, again].some((at) => isWhole(sentence, startOver, at, end)))
      return { ...empty, how: "startOver" };
  }
  const anew = afterStart(sentence, from);
  if (anew !== null && anew < end) return { begin: anew, end, how: "startOver", about: [] };
  const dropped = matchAt(drop, tokens, from);
  if (dropped && isWhole(sentence, everyFilter, dropped.to, end)) return { ...empty, how: "startOver" };
  const where = matchAt(anything, tokens, from);
  if (where && isWhole(sentence, anything, from, end))
    return { ...empty, how: "drop", about: [where.meaning] };
  if (isWhole(sentence, correct, from, end)) return { ...empty, how: "correct", about: [] };
  const asked = [from, skip(language.courtesy, tokens, from)];
  const isMore = asked.some((at) => isWhole(sentence, similar, at, end));
  return isMore ? { ...empty, like: [{ refer: "all" }] } : null;
}
