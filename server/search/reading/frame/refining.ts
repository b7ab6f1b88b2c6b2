import { matchAt, matchBefore, type Phrases, skip } from "../../../languages/phrases.ts";
import { allReferences, part, referenceAt } from "../references.ts";
import type { Sentence } from "../sentence.ts";
import { classAt } from "../tagging.ts";
import { beforeCourtesy } from "./polite.ts";
import { isOtherYear } from "./turning.ts";
import type { Frame } from "./types.ts";

/** Reads a change of the shown search: "only …", "no, …", "also …", "… instead". */
export function refinementOf(sentence: Sentence, from: number, to: number): Frame | null {
  const end = beforeCourtesy(sentence, to);
  const { tokens, language } = sentence;
  const { only, onlyAfter, no, replace, instead, insteadOf, widen, too, andAhead, thoseThat, addStarts } =
    language.intent;
  const after = (table: Phrases<true>) => matchAt(table, tokens, from)?.to;
  const tail = matchBefore(instead, tokens, end)?.from;
  const swapped = afterSwap(sentence, from, end);
  if (swapped !== null) return { begin: swapped, end, how: "replace" };
  const other = tokens.findIndex((_, at) => at > from && at < end && matchAt(insteadOf, tokens, at) !== null);
  if (other !== -1)
    return { begin: skip(andAhead, tokens, skip(replace, tokens, from)), end: other, how: "replace" };
  const meant = afterNotBut(sentence, from, end);
  if (meant !== null) return { begin: meant, end, how: "replace" };
  const refuse = after(no) ?? after(replace) ?? afterNay(sentence, from);
  if (refuse !== undefined && refuse < end) {
    const begin = tokens[refuse]?.text === "," ? refuse + 1 : refuse;
    // "no, not Lisbon, Porto"
    const rather = afterNotBut(sentence, begin, end);
    // "wait, without Ben", "actually, can you add Porto as well"
    const isLess = rather === null && matchAt(language.not.not, tokens, begin) !== null;
    if (isLess) return { begin, end: tail ?? end, how: "narrow" };
    const more = matchAt(widen, tokens, skip(language.intent.politeAhead, tokens, begin));
    if (more && more.to < end)
      return { begin: more.to, end: matchBefore(too, tokens, end)?.from ?? end, how: "widen" };
    return { begin: rather ?? skip(replace, tokens, begin), end: tail ?? end, how: "replace" };
  }
  if (tail !== undefined && tail > from) return { begin: from, end: tail, how: "replace" };
  const wider = after(widen);
  if (wider !== undefined && wider < end) return { begin: wider, end, how: "widen" };
  const narrower = longerNot(sentence, from) ? undefined : after(only);
  const also = matchBefore(too, tokens, end)?.from;
  // "only those where Ben is there as well" narrows, but "and those of Ingrid too" adds.
  const isMore = matchBefore(andAhead, tokens, from) !== null && matchAt(thoseThat, tokens, from) !== null;
  if (also !== undefined && also > from && (narrower === undefined || narrower >= end || isMore))
    return { begin: skip(addStarts, tokens, skip(andAhead, tokens, from)), end: also, how: "widen" };
  if (narrower !== undefined && narrower < end) return narrowed(sentence, narrower, end);
  const onlyTail = matchBefore(onlyAfter, tokens, end)?.from;
  if (onlyTail !== undefined && onlyTail > from) return narrowed(sentence, from, onlyTail);
  const any = after(language.intent.anyOfThem);
  const { leads, near, people } = language.where;
  const isAny = any !== undefined && [leads, near, people].some((table) => matchAt(table, tokens, any));
  if (isAny && any < end) return { begin: any, end, how: "narrow" };
  // "no people" and "not in Lisbon" narrow the shown search.
  if (matchAt(sentence.language.not.not, tokens, from)) return { begin: from, end, how: "narrow" };
  const those = theOnes(sentence, from, end);
  if (those) return those;
  const whole = part(sentence, 0, matchBefore(sentence.language.courtesyAfter, tokens, end)?.from ?? end);
  const goesOn = matchAt(andAhead, tokens, from);
  const begin = goesOn?.to ?? from;
  const pointed = referenceAt(whole, begin) ?? referenceAt(whole, skip(language.courtesy, tokens, begin));
  // "show them to me"
  const isThem =
    ["all", "this"].includes(pointed?.reference.refer ?? "") &&
    matchAt(language.courtesy, tokens, from) !== null;
  const rest = whole.tokens.slice(pointed?.to ?? 0);
  const isAll = rest.every(({ word }) => isThem && language.selves.has(word));
  // "and the ones from Porto?" asks for others.
  const isOther = goesOn !== null && pointed?.reference.refer !== "shown";
  if ((pointed?.isSure || isThem) && pointed && isAll && !isOther)
    return { begin: end, end, how: "narrow", on: [pointed.reference], goesOn: goesOn !== null };
  const and = goesOn?.to;
  if (and === undefined) return isFragment(sentence, from) ? { begin: from, end, how: "narrow" } : null;
  // "and now all photos of Maria"
  const all = matchAt(language.intent.any, tokens, skip(language.courtesyAfter, tokens, and));
  const isAnew = all !== null && language.photoNouns.has(tokens[all.to]?.word ?? "");
  if (and >= end || isAnew) return null;
  const isAsked = tokens[end]?.text === "?";
  return { begin: and, end, how: isAsked ? "replace" : isOtherYear(sentence, and) ? "narrow" : "add" };
}

/** Returns where what is meant begins in "no in Naples", as it is spoken. */
function afterNay(sentence: Sentence, from: number): number | undefined {
  const nay = classAt(sentence, "talk.nay", from);
  const leads = ["where.leads", "where.people", "when.leads"] as const;
  return nay && leads.some((lead) => classAt(sentence, lead, nay.to)) ? nay.to : undefined;
}

/** Reads "the kitchen ones": of the shown photos those. */
function theOnes({ tokens, language }: Sentence, from: number, end: number): Frame | null {
  const article = matchAt(language.definite, tokens, from);
  const ones = matchBefore(language.intent.ones, tokens, end);
  const word = tokens[end - 1]?.word ?? "";
  const isNoun = language.photoNouns.has(word) || language.numbers.has(word);
  if (!article || !ones || isNoun || ones.from !== end - 1 || article.to >= ones.from) return null;
  const isPosition = matchAt(language.ordinals, tokens, article.to) !== null;
  const isOrder = matchAt(language.order.superlatives, tokens, article.to) !== null;
  return isPosition || isOrder ? null : { begin: article.to, end: ones.from, how: "narrow" };
}

/** Returns where the new part begins in "replace Lisbon with Porto" or "change 2021 to 2022". */
function afterSwap({ tokens, language }: Sentence, from: number, end: number): number | null {
  const { swap, swapFor } = language.intent;
  const verb = matchAt(swap, tokens, from);
  if (!verb) return null;
  for (let at = verb.to + 1; at < end - 1; at++) {
    const joint = matchAt(swapFor, tokens, at);
    if (joint && joint.to < end) return joint.to;
  }
  return null;
}

/** Tells whether the sentence begins as a fragment: "with flash", "in July", "on a beach". */
function isFragment({ tokens, language, context }: Sentence, from: number): boolean {
  const { where, when, gear, order } = language;
  const { since, before, after, until, between } = when;
  // "nobody else" refers to the person whom the conversation is about.
  if (context.spoken.length > 0 && matchAt(language.not.alone, tokens, from)) return true;
  const together = matchAt(language.together, tokens, from);
  if (together && matchAt(where.people, tokens, together.to)) return true;
  const tables: Phrases<unknown>[] = [
    ...[where.leads, where.near, where.people, gear.takenWith, order.orders],
    ...[when.leads, since, before, after, until, between],
  ];
  return tables.some((table) => matchAt(table, tokens, from) !== null);
}

/** Tells whether the sentence begins with a negation such as "filter out", and not only with "filter". */
function longerNot({ tokens, language }: Sentence, from: number): boolean {
  const not = matchAt(language.not.not, tokens, from)?.to ?? 0;
  return not > (matchAt(language.intent.only, tokens, from)?.to ?? 0);
}

const longestNot = 5;

/** Returns where the meant second part begins in "not 2019, 2018" or "nicht Porto, sondern Berlin". */
function afterNotBut(sentence: Sentence, from: number, end: number): number | null {
  const { tokens, language } = sentence;
  const not = matchAt(language.intent.notBut, tokens, from);
  if (!not) return null;
  const comma = tokens.findIndex(
    ({ text }, at) =>
      at > not.to && at < end && (text === "," || matchAt(language.intent.rather, tokens, at) !== null),
  );
  if (comma === -1 || comma - not.to > longestNot) return null;
  const hasComma = tokens[comma]?.text === ",";
  const begin = skip(language.intent.rather, tokens, hasComma ? comma + 1 : comma);
  // "not in Lisbon but with Anna" must meet both parts.
  const { leads, people } = language.where;
  const isLed = [leads, people].some((table) => matchAt(table, tokens, begin));
  const leadsAlike = [not.to - 1, not.to].some((at) => tokens[at]?.word === tokens[begin]?.word);
  if (!hasComma && isLed && !leadsAlike) return null;
  const said = tokens.slice(from, end);
  const isList = said.some(
    ({ text }, at) =>
      (text === "," && from + at !== comma) ||
      [language.or, language.and].some((table) => matchAt(table, said, at)),
  );
  return isList || begin >= end || matchAt(language.not.not, tokens, begin) ? null : begin;
}

function narrowed(sentence: Sentence, from: number, end: number): Frame | null {
  const begin = skip(sentence.language.courtesyAfter, sentence.tokens, from);
  // "just show me dogs" is a new search.
  const { courtesy, definite, numbers } = sentence.language;
  const isOther = [definite, numbers].some((table: Phrases<unknown>) =>
    matchAt(table, sentence.tokens, begin),
  );
  if (matchAt(courtesy, sentence.tokens, begin) && !sentence.tokens[begin]?.isMark && !isOther) return null;
  // In "nur die ersten drei" the article belongs to "nur" and to the reference.
  const withArticle = allReferences(part(sentence, begin - 1, end));
  const positions = withArticle?.every(({ refer }) => refer === "shown") ? withArticle : null;
  const on = positions ?? allReferences(part(sentence, begin, end));
  // A reference that only describes photos is itself the search.
  const arePointed = on?.every(({ refer }) => refer !== "described");
  return on && arePointed ? { begin: end, end, how: "narrow", on } : { begin, end, how: "narrow" };
}
