import { z } from "zod";
import { languageCodes } from "#server/languages/codes.ts";
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

/**
 * The demands on an answer. Everything that is named must hold; `{}` asks only that the answer is no error.
 */
const expectation = z.strictObject({
  /** Exactly these photos are returned. */
  set: where.optional(),
  /** The photos come in this order. */
  order: order.optional(),
  /** Only this many of `set` are returned: the first ones by `order`, or any where there is no order. */
  limit: z.number().int().optional(),
  /** One photo is returned for each day in `set`. */
  perDay: z.literal(true).optional(),
  /** These photos are among those that are returned. Whether others are relevant is open. */
  includes: where.optional(),
  /** None of these photos is returned. */
  excludes: where.optional(),
  /** No more than this many photos are returned. */
  atMost: z.number().int().optional(),
  /** No photo is returned. */
  none: z.literal(true).optional(),
  /** Exactly the photos at these positions of the answer before: 1 is the first, -1 the last. */
  shownAt: z.array(z.number().int()).min(1).optional(),
  /** The words of the answer say how many photos these are. */
  count: where.optional(),
  /** The words say the day of the first or last of these photos, and that photo is shown. */
  first: where.optional(),
  last: where.optional(),
  /** The words match all of these patterns. */
  answer: z.array(pattern).min(1).optional(),
  /** The words match none of these patterns. */
  unsaid: z.array(pattern).min(1).optional(),
  /** Photos are returned, and only these. */
  proof: where.optional(),
  /** The answer has words and no photos. */
  chat: z.literal(true).optional(),
  /** The plan has no filter on these fields, because the words mean what a photo shows. */
  unfiltered: z.array(z.string()).min(1).optional(),
});
export type Expectation = z.infer<typeof expectation>;

/** One line of a file of cases. */
export const conversationSchema = z.strictObject({
  /** It is unique in its household, and stays the same when the case moves from `held-out` to `seen`. */
  id: z.string(),
  category: z.enum(categories),
  language: z.enum(languageCodes),
  /** A key of `sources.json`, which tells where the case came from. */
  source: z.string(),
  turns: z.array(z.strictObject({ say: z.string(), expect: expectation })).min(1),
});
export type Conversation = z.infer<typeof conversationSchema>;
