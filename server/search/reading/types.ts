import type { FilterField, Operator } from "#server/engines/index/port.ts";
import type { Unit } from "../parts-of-time.ts";

export type VocabularyKind =
  | "city"
  | "region"
  | "country"
  | "place"
  | "person"
  | "keyword"
  | "camera"
  | "lens"
  | "make";

/** A name that the library's photos bear. `value` is what their field says: of a camera the model, of a make the EXIF make. */
export interface VocabularyEntry {
  kind: VocabularyKind;
  value: string;
  /** How many photos bear it. */
  photos: number;
  /** Of a country that was found by it: the part of the world, "Asia". */
  within?: string;
  /** Of a city or region: where most of its photos lie, in degrees. */
  latitude?: number;
  longitude?: number;
}

/** Where a town lies, in degrees. */
export interface Spot {
  name: string;
  latitude: number;
  longitude: number;
}

/** The names that one owner's photos bear: of places, people, keywords and cameras. */
export interface LibraryNames {
  /**
   * What a phrase means, whole, in English or German, the most borne first: "München" finds a photo's "Munich", "the
   * Canon" its make, "iPhone" each model, "Anna" the one Anna Schmidt. Never throws.
   */
  find(phrase: string): VocabularyEntry[];
  /** What a word or phrase may be a misspelling of, the likeliest first; 10 at most. Never throws. */
  near(word: string): VocabularyEntry[];
  /** Where a town is, though no photo may be from it; null where there is none of that name. The first costs some 150 ms. */
  locate(town: string): Spot | null;
  /** Everybody who is named, the most borne first. */
  people: string[];
}

export interface ReadingContext {
  now: Date;
  /** IANA */
  timeZone: string;
  vocabulary: LibraryNames;
  /** First and last year that a photo was taken in; null where none bears a date. */
  years: [number, number] | null;
  /** The country where the asker lives, as the vocabulary writes it. */
  home: string | null;
  /** Words that are to be left with the text: chips that somebody turned back. */
  literal: string[];
  /** Whether there are photos that the sentence can lean on. */
  hasShown: boolean;
  /** Whom the conversation speaks of: who "she" is. */
  spoken: string[];
}

/** `near` is a circle. */
export type ReadField = FilterField | "near";

/** `near`: `[latitude, longitude, km]`. */
export type ReadOperator = Operator | "near";

export interface ReadFilter {
  field: ReadField;
  operator: ReadOperator;
  value: string | number | boolean | (string | number)[];
  negated: boolean;
  /** As they stand in the question; filters with the same words are one chip. */
  words: string;
  /** For people, in the question's language. */
  label: string;
  /** Filters with the same number are alternatives; null: it must hold. */
  either: number | null;
}

/** What a filter is about, so that "drop the date" can drop it; `year` and `hour` are parts of `when`, `lens`, `iso` and `flash` of `camera`, `text` is what the photo shows, `limit` how many of them. */
export type Subject =
  | "text"
  | "limit"
  | "when"
  | "year"
  | "hour"
  | "where"
  | "camera"
  | "lens"
  | "iso"
  | "flash"
  | "people"
  | "type"
  | "rating"
  | "keyword";

/** Photos that the sentence points at. Positions count from 1, or from -1 at the end. */
export type Reference =
  | { refer: "shown"; positions: number[] }
  | { refer: "all" }
  | { refer: "this" }
  | { refer: "described"; text: string };

/** `add`: narrows, or is an alternative where nothing can be both. */
export type Refinement = "narrow" | "add" | "replace" | "widen" | "drop" | "undo" | "startOver" | "correct";
export const asks = [
  ...(["count", "first", "last", "when", "years", "months", "days", "where", "countries", "cities"] as const),
  ...(["camera", "lens", "who", "about"] as const),
] as const;
/** `about`: what is known of one photo. */
export type Ask = (typeof asks)[number];
/** So many of a unit later than what is shown; negative: earlier. */
export interface Shift {
  unit: Unit;
  by: number;
}
/** What photos may have in common with one that is shown. */
export type Same = "day" | "month" | "year" | "place";
export type Act = "favourite" | "unfavourite";
export type SmallTalk = "greeting" | "thanks" | "farewell" | "help" | "assent" | "refusal" | "beyond";

/** How a question is understood. */
export interface Reading {
  language: "en" | "de";
  /** What the photo should show; empty when filters say it all. */
  text: string;
  /** Alternatives in `text`: "cats or dogs" → ["cats", "dogs"]; none where there is no choice. */
  either: string[];
  /** What the photo should not show. */
  without: string[];
  filters: ReadFilter[];
  /** `reversed`: the other way round than what is shown. */
  sort: "relevance" | "newest" | "oldest" | "best" | "reversed";
  limit: number | null;
  /** So many more than are shown. */
  more: number | null;
  /** "make it 30 km": how far around the place that is asked for, km. */
  radius: number | null;
  perDay: boolean;
  /** Photos that the answer should resemble. */
  like: Reference[];
  /** Photos that a question, an act or "only" is about. */
  on: Reference[];
  /** What is asked for is of the same day or place as `on`. */
  same: Same | null;
  /** Photos of those shown that are not wanted. */
  but: Reference[];
  intent: "search" | "refine" | "question" | "act" | "chat";
  /** `about`: what changes; empty for everything. */
  refine: { how: Refinement; about: Subject[] } | null;
  /** What was asked for before, at another time ("and the year before?"). */
  shift: Shift | null;
  /** How many steps "undo" goes back. */
  steps: number;
  /** `of`: the photos shown, or those that this sentence asks for. */
  question: { ask: Ask; of: "shown" | "search" } | null;
  act: Act | null;
  chat: SmallTalk | null;
  /** Whether the sentence leans on what is shown, or begins anew. */
  isFollowUp: boolean;
}
