/** The fields that can be filtered on. Every engine holds all of them for every document. */
export interface FilterFields {
  /**
   * Milliseconds since 1970 of the local time taken, read as if it were UTC; null if the photo has no date.
   * It is the beginning if only a month or a year is known.
   */
  taken: number | null;
  /** 31 if only the month is known, 366 if only the year, or else 0. */
  takenSpan: number;
  year: number | null;
  month: number | null;
  day: number | null;
  /** From 1 (Monday) to 7 (Sunday). */
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
  aperture: number | null;
  /** Seconds. */
  exposure: number | null;
  iso: number | null;
  flash: boolean | null;
  kind: "photo" | "video";
  /** The length of a video, in seconds. */
  duration: number | null;
  type: string;
  extension: string;
  fileName: string;
  width: number | null;
  height: number | null;
  megapixels: number | null;
  orientation: "portrait" | "landscape" | "square" | "panorama" | null;
  /** The season in the photo's own hemisphere. */
  season: "spring" | "summer" | "autumn" | "winter" | null;
  screenshot: boolean;
  /** It has a film: a Live Photo or a motion photo. */
  motion: boolean;
  rating: number | null;
  favourite: boolean;
  keywords: string[];
  people: string[];
  /**
   * All names of the places where the photo was taken and that it shows, and its keywords, which may name a
   * place too.
   */
  places: string[];
  described: boolean;
}

export type FilterField = keyof FilterFields;
export type FieldKind = "number" | "text" | "flag" | "list";

export const fieldKinds = {
  taken: "number",
  takenSpan: "number",
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
  aperture: "number",
  exposure: "number",
  iso: "number",
  flash: "flag",
  kind: "text",
  duration: "number",
  type: "text",
  extension: "text",
  fileName: "text",
  width: "number",
  height: "number",
  megapixels: "number",
  orientation: "text",
  season: "text",
  screenshot: "flag",
  motion: "flag",
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
 * One condition on one field. Text is compared folded (`fold`), so that "Lisboa" equals "lisboa". The kind of
 * a field decides which operators it takes (`conditions.ts`); any other is refused with BAD_REQUEST.
 * `contains` is for lists. `in` holds for a list when any of its elements is among the values. `known` asks
 * whether there is a value at all, or any element (its own value is true). `within` holds for a number in any
 * of the half-open ranges [from, to) that its value lists one after the other: from, to, from, to, … A
 * negated condition also holds where the field is null. Values are data: an adapter never writes them into a
 * query.
 */
export interface Condition {
  field: FilterField;
  operator: Operator;
  value: string | number | boolean | (string | number)[];
  negated: boolean;
}

/** One condition, or several of which at least one must hold. */
export type Clause = Condition | Condition[];

/**
 * The version of what `tokens` hold. Raise it when `search/words` makes other tokens: every engine then begins
 * an empty index, which is filled from the rows.
 */
export const tokensVersion = 5;

export interface PhotoDocument {
  photoId: string;
  owner: string;
  /** Folded and stemmed tokens of letters, digits and `_`, separated by spaces (`search/words`). */
  tokens: string;
  /** The time that "newest" sorts by: the local time taken, or else the time of arrival, in milliseconds. */
  sortAt: number;
  fields: FilterFields;
}

export interface IndexQuery {
  owner: string;
  /** All clauses must hold. */
  filter: Clause[];
  limit: number;
  signal?: AbortSignal;
}

export interface Scored {
  photoId: string;
  score: number;
}

/**
 * The place of a photo in a list that begins with the newest: the photos after it are older, or of the same time with a
 * greater id.
 */
export interface BrowsePlace {
  sortAt: number;
  photoId: string;
}

/** The most photos that one query can be narrowed to. */
export const mostAmongAtOnce = 1_000;

/** How similar documents of one space are to one another by pure chance. */
export interface Background {
  /** The number of documents that it was drawn from. Below two, mean and deviation are 0. */
  documents: number;
  mean: number;
  deviation: number;
}

/**
 * The derived index: it can be wiped and filled again from the rows. All writes are idempotent by photo id,
 * and every search that begins later sees them, in any process. Equal scores are in the order of their ids. A
 * `space` here is the name of one set of vectors that are compared with one another.
 * Throws AppError INDEX_AWAY when the engine does not answer, and BAD_REQUEST for a vector with the wrong
 * dimension or a length other than 1 and for a condition that does not fit its field. An aborted search
 * rejects with the signal's reason.
 */
export interface PhotoIndex {
  /** Writes whole documents. A vector of the photo stays in the index unless the photo has changed hands. */
  putDocuments(documents: PhotoDocument[]): Promise<void>;
  /** Writes L2-normalised vectors of `dimension` numbers. Throws NOT_FOUND if a photo has no document. */
  putVectors(
    space: string,
    dimension: number,
    vectors: { photoId: string; vector: Float32Array }[],
  ): Promise<void>;
  /** Removes documents and their vectors; unknown ids are ignored. */
  remove(photoIds: string[]): Promise<void>;
  /**
   * Makes this the space that is searched from now on; an engine with aliases points one at it. Idempotent.
   */
  serve(space: string): Promise<void>;
  /** Gets ready for searches in a space, so that the first one does not wait for it. It may take seconds. */
  prepare(space: string): Promise<void>;
  /** Deletes a space with all its vectors; an unknown space is ignored. */
  drop(space: string): Promise<void>;
  /**
   * Returns ids of all owners in ascending order, of documents or of vectors in `space`, to compare them with
   * the rows.
   */
  list(query: { space?: string; after: string; limit: number }): Promise<string[]>;
  /**
   * Returns for each vector its nearest documents, the best first; `score` is the cosine. Exact under the
   * filter. In a large space a few of the nearest may be missed, and cosines beyond the best hundreds may be estimated.
   * Where a vector has a `least`, all documents with at least this cosine are found, and `limit` does not hold. Several
   * vectors take one pass over the space. A space without vectors has no hits.
   */
  searchVectors(
    query: IndexQuery & { space: string; vectors: Float32Array[]; least?: (number | null)[] },
  ): Promise<Scored[][]>;
  /** Returns the ids of all documents that have at least one of the tokens, in no order and without a limit. */
  withTokens(query: Omit<IndexQuery, "limit"> & { tokens: readonly string[] }): Promise<string[]>;
  /**
   * Returns the best first; `score` is BM25, positive. A document matches if it has at least one of the
   * tokens. The time grows with the number of matching documents, so callers leave out words that are nearly
   * everywhere (`frequencies`).
   */
  searchText(query: IndexQuery & { tokens: readonly string[] }): Promise<Scored[]>;
  /**
   * Returns the newest first by `sortAt`; `score` is 0. With `after` it begins behind that place; with `among` only these
   * photos count, at most `mostAmongAtOnce`.
   */
  browse(
    query: IndexQuery & { after?: BrowsePlace | undefined; among?: string[] | undefined },
  ): Promise<Scored[]>;
  count(query: Pick<IndexQuery, "owner" | "filter">): Promise<number>;
  /**
   * Counts for each token how many of the owner's documents contain it. `counts` has an entry for every given
   * token.
   */
  frequencies(
    owner: string,
    tokens: readonly string[],
  ): Promise<{ documents: number; counts: Map<string, number> }>;
  /**
   * Measures a fixed sample of pairs; it is drawn again when the number of the owner's vectors has changed by
   * a fifth.
   */
  background(space: string, owner: string): Promise<Background>;
  /**
   * Returns false for a store that began empty (new, wiped, or set aside because it was damaged or of another
   * version) until `markComplete`: until then the rows have to be written into it again. It can turn false at
   * any time.
   */
  isComplete(): Promise<boolean>;
  markComplete(): Promise<void>;
  check(): Promise<void>;
  close(): Promise<void>;
}
