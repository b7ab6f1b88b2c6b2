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
  screenshot: boolean;
  rating: number | null;
  favourite: boolean;
  keywords: string[];
  people: string[];
  described: boolean;
}

export type FilterField = keyof FilterFields;

export const operators = ["=", "<", "<=", ">", ">=", "in", "contains", "known"] as const;
export type Operator = (typeof operators)[number];

/**
 * One condition on one field. `contains` is for lists, `known` asks whether there is a value at all (its own value is
 * true). A negated condition also holds where the field is null. Values are data: an adapter never splices them.
 */
export interface Condition {
  field: FilterField;
  operator: Operator;
  value: string | number | boolean | (string | number)[];
  negated: boolean;
}

export interface PhotoDocument {
  photoId: string;
  owner: string;
  /** Folded and stemmed tokens, separated by spaces (`search/words`); the engine matches tokens and nothing else. */
  tokens: string;
  /** What "newest" goes by: local time taken, else the time of arrival; ms. */
  sortAt: number;
  fields: FilterFields;
}

export interface IndexQuery {
  owner: string;
  /** All must hold. */
  filter: Condition[];
  limit: number;
  signal?: AbortSignal;
}

export interface Scored {
  photoId: string;
  score: number;
}

/** Similarities of documents of one space with one another: what chance looks like. */
export interface Background {
  documents: number;
  mean: number;
  deviation: number;
}

/**
 * The derived index: can be wiped and filled again from rows. All writes are idempotent by photo id.
 * Errors: AppError INDEX_AWAY when the engine does not answer; BAD_REQUEST for a vector of the wrong dimension.
 */
export interface PhotoIndex {
  /** Documents whole; a vector that the index has stays. */
  putDocuments(documents: PhotoDocument[]): Promise<void>;
  /** `vectors`: L2-normalised, `dimension` numbers each. The documents must be there. */
  putVectors(space: string, dimension: number, vectors: { photoId: string; vector: Float32Array }[]): Promise<void>;
  remove(photoIds: string[]): Promise<void>;
  /** Best first; `score` is the cosine. Exact under the filter. */
  searchVector(query: IndexQuery & { space: string; vector: Float32Array }): Promise<Scored[]>;
  /** Best first; `score` is BM25, positive. A document matches that has at least one of the tokens. */
  searchText(query: IndexQuery & { tokens: string[] }): Promise<Scored[]>;
  /** Newest first by `sortAt`, then by id; `score` is 0. */
  browse(query: IndexQuery): Promise<Scored[]>;
  count(query: Pick<IndexQuery, "owner" | "filter">): Promise<number>;
  /** In how many of the owner's documents each token stands. */
  frequencies(owner: string, tokens: string[]): Promise<{ documents: number; counts: Map<string, number> }>;
  background(space: string, owner: string): Promise<Background>;
  check(): Promise<void>;
  close(): Promise<void>;
}
