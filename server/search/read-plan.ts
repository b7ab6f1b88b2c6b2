import { everything } from "./plan/everything.ts";
import { explainReading, type ReadingExplained } from "./reading/explain-reading.ts";
import { readQuestion } from "./reading/read-question.ts";
import type { Reading, ReadingContext, Wanted } from "./reading/types.ts";
import { mostPhotos, type SearchPlan } from "./types.ts";
import type { Vocabulary } from "./vocabulary/vocabulary.ts";

export interface Clock {
  now: Date;
  /** An IANA name such as "Europe/Berlin". */
  timeZone: string;
}

/**
 * The parts of a conversation that a question can refer back to: whether photos are shown, and which people were named
 * last.
 */
export type Ground = Pick<ReadingContext, "hasShown" | "spoken" | "shows" | "measured" | "albums" | "trips">;
export const nothingSaid: Ground = { hasShown: false, spoken: [] };

/** Reads a question with the names of the library. Never throws. */
export function readIn(vocabulary: Vocabulary, question: string, clock: Clock, ground: Ground): Reading {
  const { years, home } = vocabulary;
  return readQuestion(question, { ...clock, ...ground, vocabulary, years, home, literal: [] });
}

/** Tells how a question is read, by which classes and rules. */
export function explainIn(
  vocabulary: Vocabulary,
  question: string,
  clock: Clock,
  ground: Ground,
): ReadingExplained {
  const { years, home } = vocabulary;
  return explainReading(question, { ...clock, ...ground, vocabulary, years, home, literal: [] });
}

/** Makes a plan from a reading alone, without regard to what is shown. */
export function planOf(reading: Reading): SearchPlan {
  return {
    ...everything,
    text: reading.text,
    either: reading.either,
    without: reading.without,
    filters: reading.filters,
    sort: reading.sort === "reversed" ? "oldest" : reading.sort,
    limit: limitOf(reading),
    perDay: reading.perDay,
    language: reading.language,
    intent: reading.intent === "question" ? "question" : "search",
    ask: reading.intent === "question" ? reading.ask : null,
    by: reading.intent === "question" ? reading.by : null,
  };
}

export function limitOf({ limit }: Wanted): number | null {
  return limit === null ? null : Math.min(limit, mostPhotos);
}
