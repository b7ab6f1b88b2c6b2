import { z } from "zod";
import { filterFields, operators } from "../engines/index/port.ts";
import type { ConversationItem } from "../library/conversations.ts";
import { type Photo, photo } from "../library/photo.ts";
import { asks } from "./reading/types.ts";

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);
const kilometres = z.number().positive().max(20_100);
/** A circle: where its middle is, and how far it reaches. */
export const circle = z.tuple([latitude, longitude, kilometres]);

/** One chip: conditions on a field that must all hold, with the words they were read from. */
export const planFilter = z
  .object({
    field: z.enum([...filterFields, "near"]),
    operator: z.enum([...operators, "near"]),
    value: z.union([
      z.string().max(500),
      z.number(),
      z.boolean(),
      z.array(z.union([z.string().max(500), z.number()])).max(400),
    ]),
    negated: z.boolean().default(false),
    /** Filters that share a number are alternatives: one of them must hold. */
    either: z.number().int().min(0).max(1_000).nullable().default(null),
    /** Taken off for now. */
    off: z.boolean().optional(),
    /** The words of the question that say so; filters with the same words are one chip. */
    words: z.string().max(2_000),
    /** For people: "in May 2023". */
    label: z.string().max(2_000),
  })
  .refine(
    ({ field, operator, value }) =>
      (field === "near") === (operator === "near") && (field !== "near" || circle.safeParse(value).success),
    "near takes [latitude, longitude, kilometres], and no other field does",
  );
export type PlanFilter = z.infer<typeof planFilter>;

const things = z.string().max(2_000);
/** As many photos as a question can ask for. */
export const mostPhotos = 10_000;

/** How a question is understood. Stored with the turn, shown as chips, and accepted back. */
export const searchPlan = z.object({
  /** What the photo should look like or say; empty when the question is all filters. */
  text: things,
  /** Alternatives in `text`, each of which is enough: "cats or dogs". */
  either: z.array(things).max(20).default([]),
  /** What it should show besides: each narrows what `text` finds. */
  also: z.array(things).max(20).default([]),
  /** What it should not show. */
  without: z.array(things).max(20).default([]),
  filters: z.array(planFilter).max(200).default([]),
  sort: z.enum(["relevance", "newest", "oldest", "best"]).default("relevance"),
  /** At most so many photos; null: all that are relevant. */
  limit: z.number().int().positive().max(mostPhotos).nullable().default(null),
  /** Of each day the first in this order. */
  perDay: z.boolean().default(false),
  /** Photos that the answer should resemble. */
  like: z.array(z.uuid()).max(20).default([]),
  /** No photos but these; empty: any. */
  among: z.array(z.uuid()).max(1_000).default([]),
  /** Not these: "remove the second". */
  except: z.array(z.uuid()).max(1_000).default([]),
  /** Only those that are not quite relevant. */
  weaker: z.boolean().default(false),
  intent: z.enum(["search", "refine", "question", "act", "chat"]).default("search"),
  /** The language that the question was asked in. */
  language: z.enum(["en", "de"]).default("en"),
  /** What the asker wants done with `among`; done when they say yes. */
  act: z.enum(["favourite", "unfavourite"]).nullable().default(null),
  /** What a question asks about its photos, so that the next can ask it of others. */
  ask: z.enum(asks).nullable().default(null),
  /** The turn that this one takes back. */
  undoes: z.uuid().nullable().default(null),
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
