import { z } from "zod";
import { operators } from "../engines/index/port.ts";
import type { ConversationItem } from "../library/conversations.ts";
import { type Photo, photo } from "../library/photo.ts";

const fields = [
  "taken",
  "year",
  "month",
  "day",
  "weekday",
  "hour",
  "latitude",
  "longitude",
  "city",
  "region",
  "country",
  "countryCode",
  "make",
  "model",
  "lens",
  "focalLength",
  "iso",
  "flash",
  "type",
  "extension",
  "fileName",
  "width",
  "height",
  "megapixels",
  "orientation",
  "season",
  "screenshot",
  "rating",
  "favourite",
  "keywords",
  "people",
  "places",
  "described",
] as const;

/** One chip: conditions on a field that must all hold, with the words they were read from. */
export const planFilter = z.object({
  field: z.enum(fields),
  operator: z.enum(operators),
  value: z.union([
    z.string().max(500),
    z.number(),
    z.boolean(),
    z.array(z.union([z.string(), z.number()])).max(100),
  ]),
  negated: z.boolean().default(false),
  /** Filters that share a number are alternatives: one of them must hold. */
  either: z.number().int().min(0).max(50).nullable().default(null),
  /** The words of the question that say so; filters with the same words are one chip. */
  words: z.string().max(500),
  /** For people: "May 2023". */
  label: z.string().max(200),
});
export type PlanFilter = z.infer<typeof planFilter>;

/** How a question is understood. Stored with the turn, shown as chips, and accepted back. */
export const searchPlan = z.object({
  /** What the photo should look like or say; empty when the question is all filters. */
  text: z.string().max(2000),
  filters: z.array(planFilter).max(50).default([]),
  sort: z.enum(["relevance", "newest", "oldest"]).default("relevance"),
  /** At most so many photos; null: all that are relevant. */
  limit: z.number().int().positive().max(10_000).nullable().default(null),
  /** Photos that the answer should resemble. */
  like: z.array(z.uuid()).max(20).default([]),
  intent: z.enum(["search", "refine", "question", "chat"]).default("search"),
});
export type SearchPlan = z.infer<typeof searchPlan>;

/** Why a photo is among the hits. */
export const why = z.object({
  /** Words of the question that stand in the photo's caption or facts. */
  words: z.array(z.string()),
  /** Cosine of question and photo; null where the photo was found by its words or facts alone. */
  similarity: z.number().nullable(),
  /** Labels of the filters that it meets. */
  filters: z.array(z.string()),
});
export type Why = z.infer<typeof why>;

export const hit = z.object({
  photo,
  score: z.number(),
  why,
  /** Near-duplicates folded into this hit. */
  more: z.array(z.string()),
});
export type Hit = z.infer<typeof hit>;

export interface SearchAnswer {
  plan: SearchPlan;
  total: number;
  hits: Hit[];
  /** Cursor of the next page; null at the end. */
  next: string | null;
}

/** What a turn tells while it runs; `say` streams these, `watch` again. */
export type TurnEvent =
  | { type: "plan"; plan: SearchPlan }
  | { type: "waiting"; photoId: string; stage: string }
  | { type: "hits"; hits: Hit[]; total: number; next: string | null }
  | { type: "words"; text: string }
  | { type: "done"; turnId: string }
  | { type: "error"; code: string; message: string };

export type TurnState = "running" | "done" | "stopped" | "failed";

export interface Turn {
  id: string;
  text: string;
  /** Photos that were asked with. */
  photos: Photo[];
  state: TurnState;
  plan: SearchPlan | null;
  hits: Hit[];
  total: number;
  next: string | null;
  words: string;
  error: { code: string; message: string } | null;
  /** Photos that a running turn waits for. */
  waiting: { photoId: string; stage: string }[];
  /** The last event that this state includes; `watch` goes on from there. */
  lastEventId: string;
  /** ISO 8601, UTC. */
  createdAt: string;
}

export type { ConversationItem } from "../library/conversations.ts";

export interface Conversation extends ConversationItem {
  turns: Turn[];
}
