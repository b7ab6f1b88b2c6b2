import { matchAt, matchBefore, skip } from "../../../languages/phrases.ts";
import { allReferences, isBareReference, part, referenceAt } from "../references.ts";
import { type Sentence, written } from "../sentence.ts";
import type { Act, Ask, Reference } from "../types.ts";
import { beyondOf } from "./beyond.ts";
import type { Frame } from "./types.ts";

/** Reads "mark the first as favourite", "favourite these". */
export function actOf(sentence: Sentence, from: number, to: number): Frame | null {
  const { tokens, language } = sentence;
  const end = matchBefore(language.courtesyAfter, tokens, to)?.from ?? to;
  const { acts, actStarts, actEnds, actTails } = language.intent;
  const refused = beyondOf(sentence, from, end);
  if (refused) return { begin: end, end, chat: "beyond", refused };
  let begin = from;
  for (let step = 0; step < 2; step++) begin = skip(language.courtesy, tokens, begin);
  const act = matchAt(acts, tokens, begin);
  const start = matchAt(actStarts, tokens, begin);
  const tail = matchBefore(actEnds, tokens, end);
  const of = (to: number, until: number, meaning: Act): Frame | null => {
    // In "ajoute la première", which is also "ajoute-la", the article belongs to the verb and to the reference.
    const on =
      until > to
        ? (allReferences(part(sentence, to, until), true) ??
          allReferences(part(sentence, to - 1, until), true))
        : [{ refer: "this" } as const];
    return on && { begin: end, end, act: meaning, on };
  };
  if (act && act.to < end) {
    const found = of(act.to, end, act.meaning);
    if (found) return found;
  }
  const behind = matchBefore(actTails, tokens, end);
  if (behind && behind.from > from) {
    const found = of(from, behind.from, behind.meaning);
    if (found) return found;
  }
  if (!start || !tail || tail.from < start.to) return null;
  const tookOut = matchAt(language.intent.drop, tokens, begin) !== null;
  return of(start.to, tail.from, tookOut ? "unfavourite" : tail.meaning);
}

/** Reads "how many …", "where was this taken", "which camera did I use most". */
export function askOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const lead = matchAt(language.courtesy, tokens, from)?.to ?? from;
  const ask = matchAt(language.intent.asks, tokens, from) ?? matchAt(language.intent.asks, tokens, lead);
  const bare = matchAt(language.intent.bareAsks, tokens, from);
  if (bare && bare.to >= end) return { begin: end, end, ask: bare.meaning };
  for (const at of [from, lead]) {
    const lost = matchAt(language.intent.unanswered, tokens, at);
    if (lost && lost.to > (ask?.to ?? 0)) return lostOf(sentence, { from: at, to: lost.to }, end);
  }
  if (!ask) return null;
  const aimed = aimOf(sentence, ask.to, end, isTime(ask.meaning.ask));
  const { begin, until, end: time } = endsOf(sentence, aimed.begin, end);
  // "what is in Lisbon" asks for photos, "what is in this" about one.
  const isOfOne = begin >= until && (aimed.on.length === 1 || sentence.context.hasShown);
  if (ask.meaning.ask === "about" && !isOfOne) return null;
  const on = ask.meaning.ask === "about" && aimed.on.length === 0 ? [{ refer: "this" } as const] : aimed.on;
  // "how many do I have" asks about the shown photos, "how many photos do I have" about all.
  const isCount = ask.meaning.ask === "count" && sentence.context.hasShown;
  const isBare = isCount && matchAt(language.intent.inAll, tokens, ask.to) !== null;
  const isOfAll =
    !isBare && tokens.some((_, at) => at >= ask.to && matchAt(language.intent.inAll, tokens, at) !== null);
  return {
    begin: Math.min(begin, until),
    end: until,
    ask:
      (isTime(ask.meaning.ask) && (time ?? aimed.time ?? endWithin(sentence, begin, until))) ||
      ask.meaning.ask,
    isOfAll,
    isOfShown: aimed.isOfShown,
    ...(on.length > 0 && { on }),
  };
}

/** Keeps the subject of a question without an answer: "on which weekday do I photograph dogs" leaves the dogs. */
function lostOf(sentence: Sentence, { from, to }: { from: number; to: number }, end: number): Frame {
  const aimed = aimOf(sentence, to, end);
  const { begin, until } = endsOf(sentence, aimed.begin, end);
  const lost = written(sentence, from, to);
  return { begin: Math.min(begin, until), end: until, lost, ...(aimed.on.length > 0 && { on: aimed.on }) };
}

/** Reads "when was Anna last in Lisbon". */
function endWithin({ tokens, language }: Sentence, from: number, to: number): "first" | "last" | null {
  for (let at = from; at < to; at++) {
    const end = matchAt(language.intent.ends, tokens, at);
    const to = end && skip(language.intent.askFiller, tokens, end.to);
    if (end && to && matchAt(language.where.leads, tokens, to)) return end.meaning;
  }
  return null;
}

const isTime = (ask: Ask) => ask === "when" || ask === "years";

interface Aim {
  /** The first token after the words that say which photos the question is about. */
  begin: number;
  on: Reference[];
  isOfShown: boolean;
  /** "last" for "the last time". */
  time: "first" | "last" | null;
}

/**
 * Reads the words between "when" or "how many" and the search. They say which photos the question is about
 * ("of them"), or nothing ("did I take", "the photos"). `isOfTime`: it asks when, so that "the first of them" is the
 * oldest.
 */
function aimOf(sentence: Sentence, from: number, end: number, isOfTime = false): Aim {
  const { tokens, language } = sentence;
  const { askFiller, that, ends } = language.intent;
  const whole = part(sentence, 0, end);
  const aim: Aim = { begin: from, on: [], isOfShown: false, time: null };
  while (aim.begin < end) {
    const next = aim.begin;
    const shown = matchAt(that, tokens, next);
    if (shown && skip(askFiller, tokens, shown.to) >= end) return { ...aim, begin: end, isOfShown: true };
    const time = matchAt(ends, tokens, next);
    // "wann habe ich das letzte Mal die Canon benutzt"
    if (time && time.to < end && time.to > next + 1) {
      aim.time = time.meaning;
      aim.begin = time.to;
      continue;
    }
    const ordinal = isOfTime
      ? matchAt(language.ordinals, tokens, skip(language.definite, tokens, next))
      : null;
    const ofThem = ordinal && matchAt(language.order.ofThem, tokens, ordinal.to);
    if (ordinal && ofThem && [1, -1].includes(ordinal.meaning)) {
      aim.time = ordinal.meaning === 1 ? "first" : "last";
      aim.isOfShown = true;
      aim.begin = ofThem.to;
      continue;
    }
    const filler = matchAt(askFiller, tokens, next);
    if (filler && (leadsToPerson(sentence, next) || isSpokenOf(sentence, next))) break;
    const link = matchAt(language.photoLinks, tokens, next) ?? matchAt(language.where.leads, tokens, next);
    const direct = filler ? null : pointedAt(whole, next, end);
    // In "of them" the link belongs to the reference; in "in Lisbon" it belongs to the place.
    const behind =
      filler || direct || !link
        ? null
        : // In "auf dem zweiten" the article belongs to the link and to the reference.
          (pointedAt(whole, link.to, end) ??
          (link.to - next > 1 ? pointedAt(whole, link.to - 1, end) : null));
    const pointed = direct ?? behind;
    if (pointed?.reference) aim.on.push(pointed.reference);
    const isNoun = language.photoNouns.has(tokens[next]?.word ?? "");
    if (!filler && !pointed && !isNoun) break;
    aim.begin = pointed?.to ?? filler?.to ?? next + 1;
  }
  return aim;
}

/** Tells whether a person follows, as in "photograph Jordan". */
function leadsToPerson({ tokens, language, context }: Sentence, at: number): boolean {
  const lead = matchAt(language.where.people, tokens, at);
  const word = lead && tokens[lead.to]?.word;
  return word ? context.vocabulary.find(word).some(({ kind }) => kind === "person") : false;
}

/** Tells whether a pronoun means the person whom the conversation is about, as in "where was she". */
function isSpokenOf({ tokens, language, context }: Sentence, at: number): boolean {
  return (
    context.spoken.length === 1 &&
    language.pronouns.has(tokens[at]?.word ?? "") &&
    language.traits.asksOfPronouns
  );
}

/** Reads what a question refers to. There is no reference if it describes other photos ("the photos from Porto"). */
function pointedAt(
  sentence: Sentence,
  at: number,
  end: number,
): { reference?: Reference; to: number } | null {
  const { tokens, language, context } = sentence;
  const pointed = referenceAt(sentence, at);
  if (!pointed) return null;
  const { reference, to, isSure } = pointed;
  // If no photos are shown, "the first photo" means the oldest one.
  const isEnd = reference.refer === "shown" && [1, -1].includes(reference.positions[0] ?? 0);
  if (isEnd && !context.hasShown) return null;
  if (reference.refer === "described") {
    const noun = skip(language.definite, tokens, at);
    const isNoun = language.photoNouns.has(tokens[noun]?.word ?? "");
    if (isNoun) return { to: noun + 1 };
    // "those are from 2019" asks about all shown photos.
    const them = matchAt(language.intent.them, tokens, at);
    const isSaidOfAll = them && matchAt(language.intent.askFiller, tokens, them.to) !== null;
    if (isSaidOfAll && context.hasShown) return { reference: { refer: "all" }, to: them.to };
    return context.hasShown ? { reference, to } : null;
  }
  // "the last photo of Anna" does not refer to a shown photo.
  const { people, leads } = language.where;
  const isMore = [people, leads].some((table) => matchAt(table, tokens, to));
  if (isMore && to < end && reference.refer === "shown") return null;
  return isSure || isBareReference(sentence, to, end) ? { reference, to } : null;
}

/** Reads which end is asked for ("my first trip to …", "… for the last time"), and the tokens without those words. */
function endsOf(sentence: Sentence, from: number, to: number) {
  const { tokens, language } = sentence;
  const { askFiller, ends } = language.intent;
  const { leads, people } = language.where;
  let begin = from;
  let until = to;
  let end: "first" | "last" | null = null;
  const ordinal = matchAt(language.ordinals, tokens, skip(language.definite, tokens, begin));
  const isTrip = ordinal && matchAt(language.journeys.before, tokens, ordinal.to) !== null;
  if (isTrip && (ordinal.meaning === 1 || ordinal.meaning === -1)) {
    end = ordinal.meaning === 1 ? "first" : "last";
    begin = ordinal.to;
  }
  for (let step = 0; step < 10; step++) {
    const time = matchBefore(ends, tokens, until);
    // "how many cities have I been to?", "who is Ben in photos with?"
    const dangling = matchBefore(leads, tokens, until) ?? matchBefore(people, tokens, until);
    const filler = time ?? matchBefore(askFiller, tokens, until) ?? (step < 3 ? dangling : null);
    const isPerson = time === null && isSpokenOf(sentence, until - 1);
    if (!filler || filler.from < begin || isPerson) break;
    end ??= time?.meaning ?? null;
    until = filler.from;
  }
  return { begin, until, end };
}
