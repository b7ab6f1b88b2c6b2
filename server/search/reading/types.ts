import type { FilterField, Operator } from "#server/engines/index/port.ts";
import type { LanguageCode } from "#server/languages/codes.ts";
import type {
  Act,
  AlbumAct,
  Ask,
  Deed,
  GearKind,
  Grouping,
  Same,
  SmallTalk,
  Subject,
} from "#server/languages/meanings.ts";
import type { Unit } from "#server/languages/parts-of-time.ts";
import type { Relation } from "#server/languages/relations.ts";
import type { Relative } from "#server/library/relatives.ts";

export type { Act, AlbumAct, Ask, Deed, Same, SmallTalk, Subject } from "#server/languages/meanings.ts";
export type { Relative } from "#server/library/relatives.ts";

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

/** A name in the library. `value` is what the photos' field contains, such as the model of a camera. */
export interface VocabularyEntry {
  kind: VocabularyKind;
  value: string;
  /** The number of photos with this name. */
  photos: number;
  /** The part of the world ("Asia") by which this country was found. */
  within?: string;
  /** Where most photos of this city or region lie, in degrees. */
  latitude?: number;
  longitude?: number;
}

/** A name that a word may be a misspelling of, folded as it would be spelled: "kapstadt" for Cape Town. */
export interface NearEntry extends VocabularyEntry {
  spelled: string;
}

/** The location of a town, in degrees. */
export interface Spot {
  name: string;
  latitude: number;
  longitude: number;
}

/** The names in one owner's photos: places, people, keywords and cameras. */
export interface LibraryNames {
  /**
   * Returns what a whole phrase means in English or German, the most frequent name first: "München" finds a
   * photo's "Munich", "the Canon" its make, "iPhone" each model, "Anna" the one Anna Schmidt. Never throws.
   */
  find(phrase: string): VocabularyEntry[];
  /**
   * Returns the names that a word or phrase may be a misspelling of, the likeliest first; at most 10. Never
   * throws.
   */
  near(word: string): NearEntry[];
  /**
   * Says where a town is, even if no photo is from there; null if no town has the name. The first call takes
   * some 150 ms.
   */
  locate(town: string): Spot | null;
  /** Says whether it is a country, or a region or city with many people, even if no photo is from there. */
  isPlace(name: string): boolean;
  /** All names of people, the most frequent first. */
  people: string[];
  /** The relations of people and pets to the asker; absent if nobody has given any. */
  relatives?: Relative[];
  /** The models of this kind that have taken photos of the library; without it, no kind is known. */
  camerasOf?(kind: GearKind): string[];
}

export interface NamedAlbum {
  id: string;
  name: string;
}

/** A journey that was found in the library. */
export interface KnownTrip {
  /** ms of local time as if it were UTC; `end` is not in it. */
  start: number;
  end: number;
  place: string | null;
  /** The names of its places. */
  places: string[];
}

export interface ReadingContext {
  now: Date;
  /** An IANA time zone. */
  timeZone: string;
  vocabulary: LibraryNames;
  /** The first and last year in which a photo was taken; null if no photo has a date. */
  years: [number, number] | null;
  /** The country where the asker lives, spelled as in the vocabulary. */
  home: string | null;
  /** Phrases to keep as text, because a person turned their chips back. */
  literal: string[];
  /** True if there is an earlier search that the sentence can build on. */
  hasShown: boolean;
  /** Absent where there are none. */
  albums?: NamedAlbum[];
  /** The newest first. */
  trips?: KnownTrip[];
  /** The subjects of the shown search; with them, a bare place after a bare year narrows. */
  shows?: Subject[];
  /** The number that the shown search was last narrowed by: "under 800" alone is about it. */
  measured?: Measured | undefined;
  /** The people whom the conversation is about, for pronouns such as "she". */
  spoken: string[];
}

export type Measured = "iso" | "focalLength" | "rating";

/** `near` is a circle; `album` has the id of an album. */
export type ReadField = FilterField | "near" | "album";

/** `near`: `[latitude, longitude, km]`. */
export type ReadOperator = Operator | "near";

export interface ReadFilter {
  field: ReadField;
  operator: ReadOperator;
  value: string | number | boolean | (string | number)[];
  negated: boolean;
  /** The words of the question; filters with the same words share one chip. */
  words: string;
  /** The name that a misspelt one was taken for; absent if nothing was misspelt. */
  meant?: string;
  /** A label for people in the question's language. */
  label: string;
  /** Filters with the same number are alternatives. A filter with null must hold. */
  either: number | null;
}

/** Photos that the sentence refers to. Positions count from 1, or from -1 at the end. */
export type Reference =
  | { refer: "shown"; positions: number[] }
  | { refer: "all" }
  | { refer: "this" }
  | { refer: "described"; text: string };

/** `add` narrows the search, or adds an alternative if no photo can be both. */
export type Refinement =
  | "narrow"
  | "add"
  | "replace"
  | "widen"
  | "drop"
  | "undo"
  | "startOver"
  | "correct"
  | "restore"
  | "again"
  | "both";
/** A shift of the shown search by this many units; negative means earlier. */
export interface Shift {
  unit: Unit;
  by: number;
}
/** The photos that a sentence asks for. */
export interface Wanted {
  language: LanguageCode;
  /** Words for the things that the photo should show; empty if the filters say everything. */
  text: string;
  /** The alternatives in `text`: "cats or dogs" → ["cats", "dogs"]; empty if there is no choice. */
  either: string[];
  /** Things that the photo should not show. */
  without: string[];
  filters: ReadFilter[];
  /** `reversed` turns the shown order around. */
  sort: "relevance" | "newest" | "oldest" | "best" | "reversed";
  limit: number | null;
  /** The number of photos to show in addition ("10 more"). */
  more: number | null;
  perDay: boolean;
  /** A further wish of the message that cannot be fulfilled by talking. */
  refused: Deed | null;
  /** A relation in the message that nobody of the library has; absent if there is none. */
  whom?: Whom;
  /** The problems of a `field:value` in the message; absent if it has none. */
  problems?: FieldProblem[];
}

/** A relation that was named but is not known: "daughter". */
export interface Whom {
  /** The relation of a single person; null for words that mean several, as "parents" does. */
  relation: Relation | null;
  said: string;
}

/** A `field:value` that does not exist: the field if `value` is null, or else the value. */
export interface FieldProblem {
  field: string;
  value: string | null;
  /** Names of the library that may be meant. */
  meant: string[];
}

/** Filters and things that a sentence names. */
export type Named = Pick<Wanted, "filters" | "text">;

/** A change of the shown search. `about` names the subjects that change; empty means all of them. */
export type Change =
  | { how: "narrow" | "widen" | "correct" | "startOver"; about: Subject[] }
  /** `named`: the things and filters to drop, if they are named: "drop Italy". */
  | { how: "drop"; about: Subject[]; named?: Named }
  /** Joins the search with the one that it has replaced. */
  | { how: "both" }
  /** Asks again for something that an earlier search had: "food again". */
  | { how: "again"; about: Subject[] }
  /** Allows something again that was left out: "Berlin is ok after all". */
  | { how: "restore"; about: Subject[] }
  | { how: "add" | "replace"; about: Subject[] }
  /** Only these of the shown photos. `goesOn`: it may continue the sentence before it: "and the last one". */
  | { how: "pick"; on: Reference[]; goesOn?: boolean }
  /** All but these of the shown photos. */
  | { how: "leaveOut"; but: Reference[] }
  /** A new radius around the place of the shown search ("make it 30 km"). */
  | { how: "reach"; km: number }
  /**
   * The same search at another time ("and the year before?"); if the search has no time, the named one replaces
   * `about`.
   */
  | { how: "shift"; shift: Shift; about: Subject[] }
  | { how: "undo"; steps: number };

/** The result of reading a question, by what it wants. */
export type Reading =
  /** `like`: photos that the answer should resemble. */
  | (Wanted & { intent: "search"; like: Reference[] })
  /** Photos of the same day or place as the shown ones in `on`. */
  | (Wanted & { intent: "same"; same: Same; on: Reference[] })
  | (Wanted & { intent: "refine"; change: Change })
  /** `of` says whether it is about the shown photos, all or those in `on`, or those that this sentence searches for. */
  | (Wanted & { intent: "question"; ask: Ask; by: Grouping | null; of: "shown" | "search"; on: Reference[] })
  | (Wanted & { intent: "act"; act: Act | AlbumAct; on: Reference[] })
  | (Wanted & { intent: "chat"; chat: SmallTalk })
  /**
   * A question of which no rule understood the words `lost`, or which cannot be answered at all (`lost` is empty); the
   * rest searches, or narrows the shown photos.
   */
  | (Wanted & { intent: "unknown"; lost: string; of: "shown" | "search"; on: Reference[] });
