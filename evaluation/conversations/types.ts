import type { FixturePhoto } from "./photo.ts";

export type Where = (photo: FixturePhoto) => boolean;
export type Order = "newest" | "oldest" | "best";

export const categories = [
  "when",
  "where",
  "with what",
  "who",
  "without",
  "how",
  "never trapped",
  "refine",
  "replace",
  "widen",
  "drop",
  "undo",
  "start over",
  "correct",
  "references",
  "questions",
  "acts",
  "small talk",
  "no match",
  "typos",
  "German",
  "injection",
] as const;
export type Category = (typeof categories)[number];

/** What an answer must be; all that is named must hold. */
export interface Expectation {
  /** Exactly these are returned. */
  set?: Where;
  /** Of `set`, the first `limit` in this order, and in this order. */
  order?: Order;
  /** With `order`, the first so many of `set`; without, any so many of it. */
  limit?: number;
  /** Of each day in `set` one photo. */
  perDay?: true;
  /** Where what is relevant is open: these are among them … */
  includes?: Where;
  /** … and none of these. */
  excludes?: Where;
  /** No more than so many. */
  atMost?: number;
  /** Nothing is returned. */
  none?: true;
  /** The photos that were shown before at these positions, from 1, or from -1 at the end; in any order. */
  shownAt?: number[];
  /** Its words say how many these are. */
  count?: Where;
  /** Its words say the day on which the first or last of these was taken, and that photo is shown. */
  first?: Where;
  last?: Where;
  /** Its words match all of these. */
  answer?: RegExp[];
  /** Its words match none of these. */
  unsaid?: RegExp[];
  /** Photos are returned, and these only. */
  proof?: Where;
  /** Words, and no photos. */
  chat?: true;
  /** The plan has no filter on these fields: their words are what a photo shows. */
  unfiltered?: string[];
}

export interface Turn {
  say: string;
  expect: Expectation;
}

export interface Conversation {
  category: Category;
  turns: Turn[];
}

type Said = [say: string, expect: Expectation];

/** Utterances that lead on from one another. */
export function talk(category: Category, ...turns: Said[]): Conversation {
  return { category, turns: turns.map(([say, expect]) => ({ say, expect })) };
}

/** Utterances that each begin a conversation. */
export function alone(category: Category, ...turns: Said[]): Conversation[] {
  return turns.map((turn) => talk(category, turn));
}

/** A search that must return exactly these. */
export const only = (set: Where): Expectation => ({ set });
