import { matchAt, matchBefore, type Phrases, skip } from "../../../languages/phrases.ts";
import { allReferences, part, referenceAt } from "../references.ts";
import { isTime, type Sentence } from "../sentence.ts";
import { classAt, classBefore } from "../tagging.ts";
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
    return {
      begin: afterTakenBack(sentence, skip(addStarts, tokens, skip(andAhead, tokens, from))),
      end: other,
      how: "replace",
    };
  // "statt Anna lieber Ben", "en vez de Anna, Ben"
  const least = matchAt(insteadOf, tokens, from)?.to ?? end;
  const then = tokens.findIndex(
    ({ text }, at) => at > least && at < end && (text === "," || afterTakenBack(sentence, at) > at),
  );
  if (then !== -1) {
    const begin = tokens[then]?.text === "," ? then + 1 : then;
    return { begin: afterTakenBack(sentence, begin), end: tail ?? end, how: "replace" };
  }
  const meant =
    afterNotBut(sentence, from, end) ?? afterSameBut(sentence, from, end) ?? afterWhole(sentence, from);
  if (meant !== null) return { begin: meant, end, how: "replace" };
  const refuse = after(no) ?? after(replace) ?? afterNay(sentence, from) ?? after(language.talk.sorry);
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
    return { begin: rather ?? afterTakenBack(sentence, begin), end: tail ?? end, how: "replace" };
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
  // "no people", "not in Lisbon" and "but outside Lisbon" narrow the shown search.
  const ahead = skip(andAhead, tokens, from);
  const { not, outside } = language.not;
  if ([from, ahead].some((at) => matchAt(not, tokens, at) ?? matchAt(outside, tokens, at)))
    return { begin: matchAt(not, tokens, from) ? from : ahead, end, how: "narrow" };
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
  // "2019 meinte ich"
  const sorry = classBefore(sentence, "talk.sorry", to);
  if (and === undefined && sorry && sorry.from > from)
    return { begin: from, end: sorry.from, how: "replace" };
  if (and === undefined) return isFragment(sentence, from) ? { begin: from, end, how: "narrow" } : null;
  // "and now all photos of Maria"
  const all = matchAt(language.intent.any, tokens, skip(language.courtesyAfter, tokens, and));
  const isAnew = all !== null && language.photoNouns.has(tokens[all.to]?.word ?? "");
  if (and >= end || isAnew) return null;
  const isAsked = tokens[end]?.text === "?";
  return { begin: and, end, how: isAsked ? "replace" : isOtherYear(sentence, and) ? "narrow" : "add" };
}

/** Returns where the meant part begins in "no in Naples", which is said without a comma. */
function afterNay(sentence: Sentence, from: number): number | undefined {
  const nay = classAt(sentence, "talk.nay", from);
  const leads = ["where.leads", "where.people", "when.leads"] as const;
  if (nay && leads.some((lead) => classAt(sentence, lead, nay.to))) return nay.to;
  // "nee ich meinte letzte Woche", "no quise decir Anna"
  let at = from;
  while (at < from + 2 && sentence.language.intent.no.has(sentence.tokens[at]?.word ?? "")) at++;
  return at > from && afterTakenBack(sentence, at) > at ? at : undefined;
}

/** Returns where the new part begins in "sorry, ich meinte lieber …"; `from` if nothing is taken back. */
function afterTakenBack(sentence: Sentence, from: number): number {
  const classes = ["talk.sorry", "intent.replace", "intent.rather", "intent.instead"] as const;
  let at = from;
  for (let step = 0; step < 4; step++) {
    const begin = sentence.tokens[at]?.text === "," ? at + 1 : at;
    const to = Math.max(...classes.map((name) => classAt(sentence, name, begin)?.to ?? 0));
    if (to === 0) break;
    at = to;
  }
  return at > from && sentence.tokens[at]?.text === "," ? at + 1 : at;
}

/** Returns where the other part begins in "same year but Berlin". */
function afterSameBut({ tokens, language }: Sentence, from: number, end: number): number | null {
  const { same, andAhead, rather } = language.intent;
  const kept = matchAt(same, tokens, from);
  const but = kept && (matchAt(rather, tokens, kept.to) ?? matchAt(andAhead, tokens, kept.to));
  const to = but?.to ?? (kept && tokens[kept.to]?.text === "," ? kept.to + 1 : null);
  return to !== null && to < end ? to : null;
}

/** Returns where the time begins in "ok then the whole of 2018", which widens or moves the shown time. */
function afterWhole(sentence: Sentence, from: number): number | null {
  const { tokens, language } = sentence;
  const { politeAhead, replace } = language.intent;
  let at = from;
  for (const _ of ["ok", "then", "make it"]) at = skip(replace, tokens, skip(politeAhead, tokens, at));
  const whole = classAt(sentence, "when.whole", skip(language.definite, tokens, at));
  const time = whole && skip(language.when.of, tokens, whole.to);
  return time !== null && isTime(sentence, time) ? time : null;
}

/** Reads "the kitchen ones", which narrows the shown photos. */
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
