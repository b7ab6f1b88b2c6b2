export const readings = ["first", "second"] as const;
/** The reading of the question as it was written, and that of the question as a model has rewritten it. */
export type WhichReading = (typeof readings)[number];

/** A reading with its answer, as the columns of a turn hold it. */
export interface ReadingAnswered {
  plan: unknown;
  result_set_id: string | null;
  words: string;
}

/** What `turns.second` holds. The columns of the turn are those of the reading that serves, `other` is the other one. */
export interface SecondReading {
  /** The question as the model has rewritten it. */
  text: string;
  serves: WhichReading;
  other: ReadingAnswered;
}
