import { everything } from "./everything.ts";
import { readQuestion } from "./reading/read-question.ts";
import type { Reading } from "./reading/types.ts";
import { mostPhotos, type SearchPlan } from "./types.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface Clock {
  now: Date;
  /** IANA */
  timeZone: string;
}

/** Reads a question in the words of the library; `hasShown`: whether it may lean on photos that are shown. Never throws. */
export function readIn(vocabulary: Vocabulary, question: string, clock: Clock, hasShown: boolean): Reading {
  const { years, home } = vocabulary;
  return readQuestion(question, { ...clock, vocabulary, years, home, literal: [], hasShown });
}

/** What a reading asks for by itself, leaning on nothing that is shown. */
export function planOf(reading: Reading): SearchPlan {
  return {
    ...everything,
    text: reading.text,
    either: reading.either,
    without: reading.without,
    filters: reading.filters,
    sort: reading.sort,
    limit: limitOf(reading),
    perDay: reading.perDay,
    language: reading.language,
    intent: reading.intent === "refine" ? "search" : reading.intent,
  };
}

export function limitOf({ limit }: Reading): number | null {
  return limit === null ? null : Math.min(limit, mostPhotos);
}
