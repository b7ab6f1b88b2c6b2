import { matchAt } from "../phrases.ts";
import type { Sentence } from "../sentence.ts";
import { isYear, oldestYear, relativeYearAt } from "./years.ts";

/** The parts of a date that were said. `to` is the token after it. */
export interface PartialDate {
  year?: number;
  /** 1 to 12 */
  month?: number;
  day?: number;
  to: number;
}

/** Reads "14 July 2024", "July 14th", "14. Juli", "May 2023", "May", "2024-07-14", "14.7.2024", "2019". */
export function dateAt(sentence: Sentence, at: number): PartialDate | null {
  return (
    digitsAt(sentence, at) ??
    dayFirstAt(sentence, at) ??
    monthFirstAt(sentence, at) ??
    yearOnlyAt(sentence, at)
  );
}

function digitsAt({ tokens, language }: Sentence, at: number): PartialDate | null {
  const word = tokens[at]?.word ?? "";
  if (!/^\d{1,4}[-/.]\d/.test(word) || word.length > 10) return null;
  const numbers = word.split(/[-/.]/).map(Number);
  const [first = 0, second = 0, third] = numbers;
  if (numbers.length > 3 || numbers.some(Number.isNaN)) return null;
  if (/^\d{4}[-/]/.test(word)) return checked({ year: first, month: second, day: third, to: at + 1 });
  if (third === undefined) {
    // "1/2000" is how long a shutter was open.
    if (/^\d\d?[/.-](?:19|20)\d\d$/.test(word) && word !== "1/2000")
      return checked({ year: second, month: first, to: at + 1 });
    const isGermanDay = language.when.dayFirst && word.includes(".") && tokens[at + 1]?.text === ".";
    return isGermanDay ? checked({ month: second, day: first, to: at + 2 }) : null;
  }
  if (!/(?:19|20)\d\d$/.test(word)) return null;
  const dayFirst = language.when.dayFirst || /[.-]/.test(word) || first > 12;
  return checked({
    year: third,
    month: dayFirst ? second : first,
    day: dayFirst ? first : second,
    to: at + 1,
  });
}

function dayFirstAt(sentence: Sentence, at: number): PartialDate | null {
  const { tokens, language } = sentence;
  const day = dayAt(sentence, at);
  if (!day) return null;
  let next = day.to;
  for (let skipped = 0; skipped < 2; skipped++) next = matchAt(language.when.of, tokens, next)?.to ?? next;
  const month = matchAt(language.when.months, tokens, next);
  if (!month) return null;
  return checked(withYear(sentence, { month: month.meaning, day: day.value, to: dot(sentence, month.to) }));
}

function monthFirstAt(sentence: Sentence, at: number): PartialDate | null {
  const { tokens, language } = sentence;
  const month = matchAt(language.when.months, tokens, at);
  if (!month) return null;
  const begun = withYear(sentence, { month: month.meaning, to: month.to });
  if (begun.year !== undefined) return begun;
  const the = matchAt(language.definite, tokens, month.to)?.to ?? month.to;
  const day = language.when.dayFirst ? null : dayAt(sentence, the);
  const isCount = language.when.countable.has(tokens[day?.to ?? -1]?.word ?? "");
  if (!day || isCount || matchAt(language.when.clock.pm, tokens, day.to)) return begun;
  return checked(withYear(sentence, { month: month.meaning, day: day.value, to: day.to })) ?? begun;
}

function dayAt({ tokens, language }: Sentence, at: number): { value: number; to: number } | null {
  const digits = /^(\d\d?)(?:st|nd|rd|th)?$/.exec(tokens[at]?.word ?? "");
  const ordinal = digits ? null : matchAt(language.ordinals, tokens, at);
  const value = digits ? Number(digits[1]) : (ordinal?.meaning ?? 0);
  return value >= 1 && value <= 31 ? { value, to: ordinal?.to ?? at + 1 } : null;
}

function withYear(sentence: Sentence, date: PartialDate): PartialDate {
  const { tokens, language } = sentence;
  const of = matchAt(language.when.of, tokens, date.to)?.to ?? date.to;
  // "in May, 2023" is a date; "in May, 2023 and 2024" is left to lists.
  if (isYear(sentence, of)) return { ...date, year: Number(tokens[of]?.word), to: of + 1 };
  const relative = relativeYearAt(sentence, date.to) ?? relativeYearAt(sentence, of);
  return relative ? { ...date, year: relative.value, to: relative.to } : date;
}

function yearOnlyAt(sentence: Sentence, at: number): PartialDate | null {
  const { tokens, language } = sentence;
  if (!isYear(sentence, at)) return null;
  const before = tokens[at - 1]?.word ?? "";
  const after = tokens[at + 1]?.word ?? "";
  const { when } = language;
  if (when.numbered.has(before) || when.countable.has(after)) return null;
  if (["#", "-", "/", "€", "$", "%"].includes(after) && !/^\d{4}$/.test(tokens[at + 2]?.word ?? ""))
    return null;
  if (["#", "/", "€", "$"].includes(before)) return null;
  return { year: Number(tokens[at]?.word), to: at + 1 };
}

function checked(date: PartialDate): PartialDate | null {
  const { year, month, day } = date;
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day !== undefined && (day < 1 || day > new Date(Date.UTC(year ?? 2024, month ?? 1, 0)).getUTCDate()))
    return null;
  return year !== undefined && (year < oldestYear || year > 2200) ? null : date;
}

/** Skips the dot of an abbreviated month. */
function dot({ tokens, language }: Sentence, at: number): number {
  const isShort = (tokens[at - 1]?.word.length ?? 9) <= 4;
  const goesOn = /^(?:19|20)\d\d$/.test(tokens[at + 1]?.word ?? "");
  return tokens[at]?.text === "." && isShort && goesOn && language.code !== "en" ? at + 1 : at;
}
