import { z } from "zod";
import { languageCodes } from "#server/languages/codes.ts";
import { asks, groupings } from "#server/languages/meanings.ts";
import { relationKinds } from "#server/languages/relations.ts";
import { filterFields, operators } from "../engines/index/port.ts";
import type { ConversationItem } from "../library/history.ts";
import { type Photo, photo } from "../library/photo.ts";
import type { WordsFound } from "../library/result-sets.ts";
import type { WhichReading } from "../library/turn-readings.ts";

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);
const kilometres = z.number().positive().max(20_100);
/** A circle: latitude and longitude of its centre, and its radius in kilometres. */
export const circle = z.tuple([latitude, longitude, kilometres]);

/** A condition on one field, with the words of the question that it was read from. */
const planFilter = z
  .object({
    field: z.enum([...filterFields, "near", "album"]),
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
    /** True while the person has taken this filter off. */
    off: z.boolean().optional(),
    /** The words of the question that it was read from; filters with the same words make one chip. */
    words: z.string().max(2_000),
    /** The name that a misspelt one in `words` was taken for; the answer's sentence says so. */
    meant: z.string().max(500).optional(),
    /** The text on the chip: "in May 2023". */
    label: z.string().max(2_000),
  })
  .refine(
    ({ field, operator, value }) =>
      (field === "near") === (operator === "near") && (field !== "near" || circle.safeParse(value).success),
    "near takes [latitude, longitude, kilometres], and no other field does",
  )
  .refine(
    ({ field, operator, value }) =>
      field !== "album" || (operator === "=" && z.uuid().safeParse(value).success),
    "album takes the id of an album",
  );
export type PlanFilter = z.infer<typeof planFilter>;

const things = z.string().max(2_000);
/** The most photos that a question can ask for. */
export const mostPhotos = 10_000;

/**
 * How a question was understood. It is stored with its turn and shown as chips, and callers may send it back.
 */
export const searchPlan = z.object({
  /** Words for the things that the photo should show; empty when the question has only filters. */
  text: things,
  /** The alternatives in `text`, each of which is enough: "cats or dogs". */
  either: z.array(things).max(20).default([]),
  /** Other things that the photo should show; each narrows what `text` finds. */
  also: z.array(things).max(20).default([]),
  /** Things that the photo should not show. */
  without: z.array(things).max(20).default([]),
  filters: z.array(planFilter).max(200).default([]),
  sort: z.enum(["relevance", "newest", "oldest", "best"]).default("relevance"),
  /** The most photos to show; null means all that are relevant. */
  limit: z.number().int().positive().max(mostPhotos).nullable().default(null),
  /** True when only the first photo of each day is wanted. */
  perDay: z.boolean().default(false),
  /** Ids of photos that the answer should resemble. */
  like: z.array(z.uuid()).max(20).default([]),
  /** Only these photos may be shown; empty means that any photo may. */
  among: z.array(z.uuid()).max(1_000).default([]),
  /** These photos are left out: "remove the second". */
  except: z.array(z.uuid()).max(1_000).default([]),
  /** True when only the weaker matches are wanted. */
  weaker: z.boolean().default(false),
  intent: z.enum(["search", "refine", "question", "act", "chat"]).default("search"),
  /** The language that the question was asked in. */
  language: z.enum(languageCodes).default("en"),
  /** The action on the photos in `among` that the person wants; it is done when they say yes. */
  act: z
    .union([
      z.enum(["favourite", "unfavourite"]),
      z.object({
        /** The name of the album that they go into. */
        album: z.string().max(200),
        /** Once it is done: the album, and the photos that were not in it before. */
        done: z.object({ id: z.uuid(), added: z.array(z.uuid()).max(1_000) }).optional(),
      }),
    ])
    .nullable()
    .default(null),
  /**
   * The kind of fact that the question asks for; the next question can ask for the same about other photos.
   */
  ask: z.enum(asks).nullable().default(null),
  /** The grouping of the table, if `ask` is "table". */
  by: z.enum(groupings).nullable().default(null),
  /** The labels of chips that this turn took from the search before it, and of those that it added. */
  changed: z
    .object({ gone: z.array(things).max(10), came: z.array(things).max(10) })
    .nullable()
    .default(null),
  /** A relation in the question that nobody had: the answer asks who it is. */
  whom: z
    .object({
      relation: z.enum(relationKinds),
      /** The person's reply: a name, or null if they do not want to be asked. Absent until they reply. */
      is: z.string().max(200).nullable().optional(),
      /** The relation that this person had before. */
      was: z.enum(relationKinds).nullable().optional(),
    })
    .optional(),
  /** Id of the turn that this one takes back. */
  undoes: z.uuid().nullable().default(null),
});
export type SearchPlan = z.infer<typeof searchPlan>;

/** Why a photo is among the hits. */
export const why = z.object({
  /** Words of the question that stand in the photo's caption or facts. */
  words: z.array(z.string()),
  /** The concepts of the question, and how we know that the photo shows each. */
  concepts: z.array(
    z.object({
      words: z.string(),
      /**
       * By its own word, by a synonym or kind (`said`), by its vector, or supposed by the caption; null if it is
       * lacking.
       */
      by: z.enum(["word", "kind", "near", "supposed"]).nullable(),
      /** The synonym or kind that the photo's words have. */
      said: z.string().nullable(),
    }),
  ),
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
  /** Counts of what the words of the question found; null if no words were searched for. */
  found: WordsFound | null;
  /** Cursor of the next page; null at the end. */
  next: string | null;
}

/** An event that a running turn reports; `say` streams these events, and `watch` streams them again. */
export type TurnEvent =
  | { type: "plan"; plan: SearchPlan }
  | { type: "waiting"; photoId: string; stage: string }
  | { type: "hits"; hits: Hit[]; total: number; next: string | null; found: WordsFound | null }
  | { type: "words"; text: string }
  /** The answer is complete, though a second reader is still at work. */
  | { type: "stands" }
  /**
   * The answer to the question `text`, as a model has rewritten it. It has replaced the first answer, unless the first
   * one `serves` because somebody has changed it meanwhile.
   */
  | {
      type: "reread";
      text: string;
      serves: WhichReading;
      plan: SearchPlan;
      hits: Hit[];
      total: number;
      next: string | null;
      found: WordsFound | null;
      words: string;
    }
  | { type: "done"; turnId: string }
  | { type: "error"; code: string; message: string };

export type TurnState = "running" | "done" | "stopped" | "failed";

export interface Turn {
  id: string;
  text: string;
  /** Photos that the person attached to the question. */
  photos: Photo[];
  state: TurnState;
  plan: SearchPlan | null;
  hits: Hit[];
  found: WordsFound | null;
  total: number;
  next: string | null;
  words: string;
  error: { code: string; message: string } | null;
  /** True while a second reader is at work; the answer stands meanwhile. */
  rereading: boolean;
  /** The question as a model has rewritten it, and the reading that is answered here; null if there is only one. */
  second: { text: string; serves: WhichReading } | null;
  /** Photos that a running turn waits for. */
  waiting: { photoId: string; stage: string }[];
  /** Id of the last event that this state includes; `watch` goes on from there. */
  lastEventId: string;
  /** How many turns it has replaced: the question before it was edited, and all turns after that. */
  replaced: number;
  /** ISO 8601, UTC. */
  createdAt: string;
}

export type { ConversationItem, FoundConversation, HistoryItem } from "../library/history.ts";

export interface Conversation extends ConversationItem {
  turns: Turn[];
}
