import { hoursOf, type PartOfDay } from "../../parts-of-time.ts";
import type { ClaimCondition } from "../claims.ts";
import { holidayIn } from "../holidays.ts";
import { matchAt } from "../phrases.ts";
import { type Sentence, written } from "../sentence.ts";
import { latestOf, type Stretch, seasonStretch } from "../stretch.ts";
import { hoursMoment } from "./clock.ts";
import { type Calendar, everyYear, type Moment, taken } from "./moment.ts";
import { yearAfter } from "./years.ts";

/** Reads seasons, holidays, decades, weekdays and hours. With a year they mean one stretch, and otherwise any time. */
export function recurringAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  return (
    habitAt(sentence, at) ??
    holidayAt(sentence, at, calendar) ??
    seasonAt(sentence, at, calendar) ??
    decadeAt(sentence, at, calendar) ??
    weekdayAt(sentence, at) ??
    partAt(sentence, at)
  );
}

function habitAt(sentence: Sentence, at: number): Moment | null {
  const { tokens, language } = sentence;
  const habit = matchAt(language.when.habits, tokens, at);
  if (!habit) return null;
  const { meaning, to } = habit;
  if ("part" in meaning) return partMoment(meaning.part, to, language.label.part[meaning.part]);
  const label = written(sentence, at, to);
  return { to, condition: weekdays(meaning.weekdays), label, stretch: null, mood: "sure" };
}

/** Reads "night", as in "night photos". */
function partAt({ tokens, language }: Sentence, at: number): Moment | null {
  const part = matchAt(language.when.parts, tokens, at);
  return part && { ...partMoment(part.meaning, part.to, language.label.part[part.meaning]), mood: "plain" };
}

export function partMoment(part: PartOfDay, to: number, label: string): Moment {
  const [from, until] = hoursOf[part];
  return hoursMoment(from, until % 24, to, label);
}

function holidayAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const holiday = matchAt(sentence.language.when.holidays, sentence.tokens, at);
  if (!holiday) return null;
  const inYear = (year: number) => holidayIn(holiday.meaning, year);
  return yearlyAt(sentence, at, holiday.to, calendar, inYear, taken(everyYear(inYear, calendar)));
}

function seasonAt(sentence: Sentence, at: number, calendar: Calendar): Moment | null {
  const season = matchAt(sentence.language.when.seasons, sentence.tokens, at);
  if (!season) return null;
  const inYear = (year: number) => seasonStretch(season.meaning, year, calendar.southern);
  const condition: ClaimCondition = { field: "season", operator: "=", value: season.meaning };
  return yearlyAt(sentence, at, season.to, calendar, inYear, condition);
}

/** Reads a yearly time at tokens `at` to `to`. With a year after it, it means one stretch, and otherwise every year. */
function yearlyAt(
  sentence: Sentence,
  at: number,
  to: number,
  calendar: Calendar,
  inYear: (year: number) => Stretch,
  always: ClaimCondition,
): Moment {
  const name = written(sentence, at, to);
  const again = (year: number): Moment => {
    const stretch = inYear(year);
    return { to, condition: taken([stretch]), label: `${name} ${year}`, stretch, mood: "sure", year, again };
  };
  const year = yearAfter(sentence, to);
  if (year) return { ...again(year.value), to: year.to };
  const { shy, anyYear } = sentence.language.when;
  const comma = sentence.tokens[to]?.text === "," ? to + 1 : to;
  const any = matchAt(anyYear, sentence.tokens, comma);
  const mood = any ? "sure" : shy.has(sentence.tokens[at]?.word ?? "") ? "shy" : "plain";
  const stretch = latestOf(inYear, calendar.today, true);
  return { to: any?.to ?? to, condition: always, label: name, stretch, mood, again };
}

/** Reads "the nineties", "90s", "1990s", "90er". */
function decadeAt({ tokens, language }: Sentence, at: number, { thisYear }: Calendar): Moment | null {
  const word = tokens[at]?.word ?? "";
  const written = /^((?:18|19|20)\d0)(?:s|'s|er|ern)$/.exec(word);
  const named = matchAt(language.when.decades, tokens, at);
  if (!written && !named) return null;
  // If two decades share a name, take the latest one that has begun.
  const short = named ? 2000 + named.meaning : 0;
  const first = written ? Number(written[1]) : short > thisYear ? short - 100 : short;
  // "The 1900s" means a century, but "the 2000s" more often means ten years.
  const length = written && (first === 1800 || first === 1900) ? 100 : 10;
  const stretch = { start: Date.UTC(first, 0), end: Date.UTC(first + length, 0) };
  const years = matchAt(language.when.units, tokens, named?.to ?? at + 1);
  const to = years?.meaning === "year" && language.code === "de" ? years.to : (named?.to ?? at + 1);
  const label = language.code === "de" ? `${first}er` : `${first}s`;
  return { to, condition: taken([stretch]), label, stretch, mood: "sure" };
}

function weekdayAt({ tokens, language }: Sentence, at: number): Moment | null {
  const { weekdays: names, weekend, shy } = language.when;
  const day = matchAt(names, tokens, at);
  const end = matchAt(weekend, tokens, at);
  const found = day ?? (end && { meaning: [6, 7], to: end.to });
  if (!found) return null;
  const word = tokens[at];
  return {
    to: found.to,
    condition: weekdays(found.meaning),
    label: end ? language.label.weekend : (word?.text ?? ""),
    stretch: null,
    mood: shy.has(word?.word ?? "") ? "shy" : "plain",
  };
}

function weekdays(list: number[]): ClaimCondition {
  return list.length === 1
    ? { field: "weekday", operator: "=", value: list[0] ?? 1 }
    : { field: "weekday", operator: "in", value: list };
}
