import { matchAt, type Phrases, skip } from "../../../languages/phrases.ts";
import { numberAt, type Sentence } from "../sentence.ts";
import type { Shift } from "../types.ts";
import type { Frame } from "./types.ts";

/** Reads a shift of the shown search to another time: "and the year before?", "a week later", "the next day". */
export function shiftOf(sentence: Sentence, from: number, end: number): Frame | null {
  const { tokens, language } = sentence;
  const { intent, when, definite, courtesy, indefinite } = language;
  const leads: Phrases<true>[] = [
    intent.andAhead,
    intent.replace,
    intent.only,
    courtesy,
    intent.rather,
    intent.no,
    language.talk.nay,
    when.leads,
    definite,
  ];
  let at = from;
  for (let step = 0; step < 6; step++) {
    const bare = skip(definite, tokens, at);
    if (wholeUnit(sentence, bare)) {
      at = bare;
      break;
    }
    const lead = leads.map((table) => matchAt(table, tokens, at)).find((match) => match !== null);
    if (!lead || unitAt(sentence, at)) break;
    // "im Jahr" counts as a lead only if a year follows.
    at = lead.to - at > 1 && unitAt(sentence, lead.to - 1) ? lead.to - 1 : lead.to;
  }
  const found =
    wholeUnit(sentence, at) ??
    afterSide(sentence, at) ??
    beforeSide(sentence, at) ??
    beforeSide(sentence, skip(indefinite, tokens, at));
  const to =
    found &&
    skip(language.courtesyAfter, tokens, skip(intent.too, tokens, skip(intent.instead, tokens, found.to)));
  return found && to !== null && to >= end ? { begin: from, end, how: "replace", shift: found.shift } : null;
}

interface Found {
  shift: Shift;
  to: number;
}

/** Reads "the whole week", "toda la semana", "el mes entero": the one in which the shown time lies. */
function wholeUnit({ tokens, language }: Sentence, at: number): Found | null {
  const { whole, units } = language.when;
  const ahead = matchAt(whole, tokens, at);
  const unit = matchAt(units, tokens, ahead ? skip(language.definite, tokens, ahead.to) : at);
  const behind = unit && !ahead ? matchAt(whole, tokens, unit.to) : null;
  const to = ahead ? unit?.to : behind?.to;
  return unit && to ? { shift: { unit: unit.meaning, by: 0 }, to } : null;
}

/** Reads "next year", "the previous week". */
function afterSide(sentence: Sentence, at: number): Found | null {
  const { tokens, language } = sentence;
  const { following, preceding } = language.when;
  const next = matchAt(following, tokens, at);
  const side = next ?? matchAt(preceding, tokens, at);
  const unit = side && unitAt(sentence, side.to);
  return unit ? { shift: { unit: unit.meaning, by: next ? 1 : -1 }, to: unit.to } : null;
}

/** Reads "year before that", "two weeks later". */
function beforeSide(sentence: Sentence, at: number): Found | null {
  const { tokens, language } = sentence;
  const { later, earlier } = language.when;
  const number = numberAt(sentence, at);
  const unit = unitAt(sentence, number?.to ?? at);
  const after = unit && matchAt(later, tokens, unit.to);
  const side = after ?? (unit && matchAt(earlier, tokens, unit.to));
  const count = number?.value ?? 1;
  if (!unit || !side || !Number.isInteger(count) || count < 1 || count > 99) return null;
  return { shift: { unit: unit.meaning, by: after ? count : -count }, to: side.to };
}

/** Reads a unit of time. A season or a holiday counts as a year, and a weekend as a week. */
function unitAt({ tokens, language }: Sentence, at: number): { meaning: Shift["unit"]; to: number } | null {
  const { units, seasons, holidays, weekend } = language.when;
  const unit = matchAt(units, tokens, at);
  if (unit) return unit;
  const yearly = matchAt(seasons, tokens, at) ?? matchAt(holidays, tokens, at);
  if (yearly) return { meaning: "year", to: yearly.to };
  const week = matchAt(weekend, tokens, at);
  return week && { meaning: "week", to: week.to };
}
