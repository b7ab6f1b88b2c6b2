/** What can be filtered on; every engine holds all of these for every document. */
export interface FilterFields {
  /** Local time taken, as if it were UTC, ms; null where the photo bears no date. */
  taken: number | null;
  year: number | null;
  month: number | null;
  day: number | null;
  /** 1 Monday … 7 Sunday */
  weekday: number | null;
  hour: number | null;
  latitude: number | null;
  longitude: number | null;
  city: string | null;
  region: string | null;
  country: string | null;
  countryCode: string | null;
  make: string | null;
  model: string | null;
  lens: string | null;
  focalLength: number | null;
  iso: number | null;
  flash: boolean | null;
  type: string;
  extension: string;
  fileName: string;
  width: number | null;
  height: number | null;
  megapixels: number | null;
  orientation: "portrait" | "landscape" | "square" | "panorama" | null;
  /** By the photo's own hemisphere. */
  season: "spring" | "summer" | "autumn" | "winter" | null;
  screenshot: boolean;
  rating: number | null;
  favourite: boolean;
  keywords: string[];
  people: string[];
  /** Whatever it is called where the photo was taken: its city, region and country. */
  places: string[];
  described: boolean;
}

export type FilterField = keyof FilterFields;
export type FieldKind = "number" | "text" | "flag" | "list";

export const fieldKinds = {
  taken: "number",
  year: "number",
  month: "number",
  day: "number",
  weekday: "number",
  hour: "number",
  latitude: "number",
  longitude: "number",
  city: "text",
  region: "text",
  country: "text",
  countryCode: "text",
  make: "text",
  model: "text",
  lens: "text",
  focalLength: "number",
  iso: "number",
  flash: "flag",
  type: "text",
  extension: "text",
  fileName: "text",
  width: "number",
  height: "number",
  megapixels: "number",
  orientation: "text",
  season: "text",
  screenshot: "flag",
  rating: "number",
  favourite: "flag",
  keywords: "list",
  people: "list",
  places: "list",
  described: "flag",
} as const satisfies Record<FilterField, FieldKind>;
export const filterFields = Object.keys(fieldKinds) as FilterField[];

export const operators = ["=", "<", "<=", ">", ">=", "in", "contains", "known", "within"] as const;
export type Operator = (typeof operators)[number];

/**
 * One condition on one field. Text is compared folded (`fold`), so that "Lisboa" is "lisboa". Which operators a field
 * takes follows from its kind (`conditions.ts`); anything else is refused with BAD_REQUEST. `contains` is for lists;
 * `in` holds for a list when any of its elements is among the values; `known` asks whether there is a value at all, or
 * any element (its own value is true). `within` holds for a number in any of the half-open ranges [from, to) that its
 * value lists one after the other: from, to, from, to, … A negated condition also holds where the field is null. Values are data: an
 * adapter never splices them.
 */
export interface Condition {
  field: FilterField;
  operator: Operator;
  value: string | number | boolean | (string | number)[];
  negated: boolean;
}

/** A condition, or several of which one must hold. */
export type Clause = Condition | Condition[];

export interface PhotoDocument {
  photoId: string;
  owner: string;
  /** Folded and stemmed tokens of letters, digits and `_`, separated by spaces (`search/words`). */
  tokens: string;
  /** What "newest" goes by: local time taken, else the time of arrival; ms. */
  sortAt: number;
  fields: FilterFields;
}

export interface IndexQuery {
  owner: string;
  /** All must hold. */
  filter: Clause[];
  limit: number;
  signal?: AbortSignal;
}

export interface Scored {
  photoId: string;
  score: number;
}

/** Similarities of documents of one space with one another: what chance looks like. */
export interface Background {
  /** How many documents it was drawn from; below two, mean and deviation are 0. */
  documents: number;
  mean: number;
  deviation: number;
}

/**
 * The derived index: can be wiped and filled again from rows. All writes are idempotent by photo id, and seen by every
 * search that begins after them, in any process. Equal scores are in the order of their ids.
 * A `space` here is the name of one set of vectors that are compared with one another.
 * Errors: AppError INDEX_AWAY when the engine does not answer; BAD_REQUEST for a vector that has the wrong dimension or
 * not length 1, and for a condition that does not fit its field; an aborted search rejects with the signal's reason.
 */
export interface PhotoIndex {
  /** Documents whole; a vector that the index has stays, unless the photo has changed hands. */
  putDocuments(documents: PhotoDocument[]): Promise<void>;
  /** `vectors`: L2-normalised, `dimension` numbers each. NOT_FOUND where a photo has no document. */
  putVectors(
    space: string,
    dimension: number,
    vectors: { photoId: string; vector: Float32Array }[],
  ): Promise<void>;
  /** Documents and their vectors; ids that are not there do no harm. */
  remove(photoIds: string[]): Promise<void>;
  /** This space is the one to be searched from now on; an engine that has aliases points one there. Idempotent. */
  serve(space: string): Promise<void>;
  /** Forgets a space with all its vectors; one that is not there does no harm. */
  drop(space: string): Promise<void>;
  /** Ids in ascending order, of all owners: of documents, or of what has a vector in `space`. To compare with rows. */
  list(query: { space?: string; after: string; limit: number }): Promise<string[]>;
  /** Best first; `score` is the cosine. Exact under the filter. A space that nothing was put into has no hits. */
  searchVector(query: IndexQuery & { space: string; vector: Float32Array }): Promise<Scored[]>;
  /**
   * Best first; `score` is BM25, positive. A document matches that has at least one of the tokens. The time grows with
   * the documents that match: whoever asks leaves out what stands nearly everywhere (`frequencies`).
   */
  searchText(query: IndexQuery & { tokens: string[] }): Promise<Scored[]>;
  /** Newest first by `sortAt`; `score` is 0. */
  browse(query: IndexQuery): Promise<Scored[]>;
  count(query: Pick<IndexQuery, "owner" | "filter">): Promise<number>;
  /** In how many of the owner's documents each token stands; every token that was asked for is in `counts`. */
  frequencies(owner: string, tokens: string[]): Promise<{ documents: number; counts: Map<string, number> }>;
  /** From a fixed sample of pairs; drawn again when the owner's vectors are a fifth more or fewer. */
  background(space: string, owner: string): Promise<Background>;
  /**
   * False for a store that began empty (new, wiped, or set aside because it was damaged or of another version) until
   * `markComplete`: until then rows have to be written into it again. Can turn false at any time.
   */
  isComplete(): Promise<boolean>;
  markComplete(): Promise<void>;
  check(): Promise<void>;
  close(): Promise<void>;
}
