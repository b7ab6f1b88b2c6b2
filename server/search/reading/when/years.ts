import { matchAt, matchBefore, skip } from "../phrases.ts";
import type { Sentence } from "../sentence.ts";
import { todayOf } from "../stretch.ts";
import { countedAgo } from "./ago.ts";

export const oldestYear = 1826;

/** Tells whether a bare number is a year, because it may also be something else. */
export function isYear(sentence: Sentence, at: number): boolean {
  const word = sentence.tokens[at]?.word ?? "";
  if (!/^(?:1[89]|20)\d\d$/.test(word)) return false;
  const { now } = sentence.context;
  const { leads, since, before, after, until } = sentence.language.when;
  // "in 2030" is a year too, although no photo is from then; 2030 alone may be anything.
  const isLed = () =>
    [leads, since, before, after, until].some((table) => matchBefore(table, sentence.tokens, at));
  const year = Number(word);
  return year >= oldestYear && (year <= now.getUTCFullYear() + 1 || isLed());
}

interface SaidYear {
  value: number;
  to: number;
}

/** Reads the year after a yearly time: "2021", "in 2021", "of last year", or "2020/21", which begins in 2020. */
export function yearAfter(sentence: Sentence, at: number): SaidYear | null {
  const { tokens, language } = sentence;
  const { of, leads } = language.when;
  for (const to of [at, skip(of, tokens, at), skip(leads, tokens, at)]) {
    const word = tokens[to]?.word ?? "";
    const winter = /^((?:19|20)\d\d)\/(?:\d\d){1,2}$/.exec(word)?.[1];
    if (winter || isYear(sentence, to)) return { value: Number(winter ?? word), to: to + 1 };
    const relative = relativeYearAt(sentence, to);
    if (relative) return relative;
  }
  return null;
}

/** Reads "last year", "this year", "two years ago". */
export function relativeYearAt(sentence: Sentence, at: number): SaidYear | null {
  const said = yearsBackAt(sentence, at);
  if (!said) return null;
  // Computing today takes longer than everything else here, so it comes last.
  const { now, timeZone } = sentence.context;
  return { value: new Date(todayOf(now, timeZone)).getUTCFullYear() - said.back, to: said.to };
}

function yearsBackAt(sentence: Sentence, at: number): { back: number; to: number } | null {
  const { tokens, language } = sentence;
  const { last, this: current, lastButOne, units } = language.when;
  const named = [
    [last, 1],
    [current, 0],
    [lastButOne, 2],
  ] as const;
  for (const [table, back] of named) {
    const lead = matchAt(table, tokens, at);
    const unit = lead && matchAt(units, tokens, lead.to);
    if (unit?.meaning === "year" && !matchAt(lastButOne, tokens, unit.to)) return { back, to: unit.to };
  }
  const counted = countedAgo(sentence, at);
  return counted?.unit === "year" ? { back: counted.count, to: counted.to } : null;
}
