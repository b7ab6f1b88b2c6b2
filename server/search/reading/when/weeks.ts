import { matchAt } from "../phrases.ts";
import { type Sentence, written } from "../sentence.ts";
import { dayMs, days, type Stretch } from "../stretch.ts";
import { type Calendar, type Moment, taken } from "./moment.ts";
import { isYear } from "./years.ts";

/** Reads a week by its ISO 8601 number: "week 32 of 2020", or "KW 32" of this year. */
export function numberedWeekAt(sentence: Sentence, at: number, { thisYear }: Calendar): Moment | null {
  const { tokens, language } = sentence;
  const name = matchAt(language.when.numberedWeek, tokens, at);
  const number = name && /^\d\d?$/.exec(tokens[name.to]?.word ?? "");
  if (!name || !number) return null;
  const end = name.to + 1;
  const link = matchAt(language.when.of, tokens, end) ?? matchAt(language.when.leads, tokens, end);
  const place = [link?.to ?? end, end].find((token) => isYear(sentence, token));
  const year = place === undefined ? thisYear : Number(tokens[place]?.word);
  const stretch = weekOf(year, Number(number[0]));
  const to = place === undefined ? end : place + 1;
  return (
    stretch && {
      to,
      condition: taken([stretch]),
      label: written(sentence, at, to),
      stretch,
      mood: "sure",
      year,
    }
  );
}

function weekOf(year: number, week: number): Stretch | null {
  // The first week is the one that contains 4 January.
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs;
  const stretch = days(monday + (week - 1) * 7 * dayMs, 7);
  return week >= 1 && week <= 53 && stretch.start < Date.UTC(year + 1, 0, 4) - 3 * dayMs ? stretch : null;
}
