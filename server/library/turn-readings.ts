export const readings = ["first", "second"] as const;
/** "first" is the question as it was written, "second" the question as a model has rewritten it. */
export type WhichReading = (typeof readings)[number];

/** A reading with its answer, as the columns of a turn hold it. */
export interface ReadingAnswered {
  plan: unknown;
  result_set_id: string | null;
  words: string;
}

/** The content of `turns.second`. The turn's own columns hold the reading that serves; `other` holds the other one. */
export interface SecondReading {
  /** The question as the model has rewritten it. */
  text: string;
  serves: WhichReading;
  other: ReadingAnswered;
}
