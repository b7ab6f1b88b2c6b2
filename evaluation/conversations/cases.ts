import { z } from "zod";
import type { FixturePhoto } from "./photo.ts";
import { holds, pattern, predicate } from "./predicate.ts";

export type Where = (photo: FixturePhoto) => boolean;

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

const where = predicate.transform(
  (meant): Where =>
    (photo) =>
      holds(meant, photo),
);
const order = z.enum(["newest", "oldest", "best"]);
export type Order = z.infer<typeof order>;

/** What an answer must be; all that is named must hold. */
const expectation = z.strictObject({
  /** Exactly these are returned. */
  set: where.optional(),
  /** Of `set`, the first `limit` in this order, and in this order. */
  order: order.optional(),
  /** With `order`, the first so many of `set`; without, any so many of it. */
  limit: z.number().int().optional(),
  /** Of each day in `set` one photo. */
  perDay: z.literal(true).optional(),
  /** Where what is relevant is open: these are among them … */
  includes: where.optional(),
  /** … and none of these. */
  excludes: where.optional(),
  /** No more than so many. */
  atMost: z.number().int().optional(),
  /** Nothing is returned. */
  none: z.literal(true).optional(),
  /** The photos that were shown before at these positions, from 1, or from -1 at the end; in any order. */
  shownAt: z.array(z.number().int()).min(1).optional(),
  /** Its words say how many these are. */
  count: where.optional(),
  /** Its words say the day on which the first or last of these was taken, and that photo is shown. */
  first: where.optional(),
  last: where.optional(),
  /** Its words match all of these. */
  answer: z.array(pattern).min(1).optional(),
  /** Its words match none of these. */
  unsaid: z.array(pattern).min(1).optional(),
  /** Photos are returned, and these only. */
  proof: where.optional(),
  /** Words, and no photos. */
  chat: z.literal(true).optional(),
  /** The plan has no filter on these fields: their words are what a photo shows. */
  unfiltered: z.array(z.string()).min(1).optional(),
});
export type Expectation = z.infer<typeof expectation>;

/** A line of a file of cases. */
export const conversationSchema = z.strictObject({
  /** The same in its household for ever, also when it moves from `held-out` to `seen`. */
  id: z.string(),
  category: z.enum(categories),
  language: z.enum(["en", "de"]),
  /** Where it came from: a key of `sources.json`. */
  source: z.string(),
  turns: z.array(z.strictObject({ say: z.string(), expect: expectation })).min(1),
});
export type Conversation = z.infer<typeof conversationSchema>;
