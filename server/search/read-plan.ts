import { everything } from "./plan/everything.ts";
import { readQuestion } from "./reading/read-question.ts";
import type { Reading, ReadingContext } from "./reading/types.ts";
import { mostPhotos, type SearchPlan } from "./types.ts";
import type { Vocabulary } from "./vocabulary/vocabulary.ts";

export interface Clock {
  now: Date;
  /** IANA */
  timeZone: string;
}

/** What a question can lean on: whether photos are shown, and whom the conversation speaks of. */
export type Ground = Pick<ReadingContext, "hasShown" | "spoken">;
export const nothingSaid: Ground = { hasShown: false, spoken: [] };

/** Reads a question in the words of the library. Never throws. */
export function readIn(vocabulary: Vocabulary, question: string, clock: Clock, ground: Ground): Reading {
  const { years, home } = vocabulary;
  return readQuestion(question, { ...clock, ...ground, vocabulary, years, home, literal: [] });
}

/** What a reading asks for by itself, leaning on nothing that is shown. */
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
    intent: reading.intent === "refine" ? "search" : reading.intent,
    ask: reading.question?.ask ?? null,
  };
}

export function limitOf({ limit }: Reading): number | null {
  return limit === null ? null : Math.min(limit, mostPhotos);
}
