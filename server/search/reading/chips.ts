import { english } from "./english/english.ts";
import { german } from "./german/german.ts";
import type { Reading } from "./types.ts";

/** Something that was read and can be taken back; `words` are what `literal` has to be given for that. */
export interface Chip {
  label: string;
  words: string;
}

/** How a question was read, for people, in its own language: "in Lisbon", "last spring", "not: people". */
export function chipsOf({
  language,
  filters,
  without,
}: Pick<Reading, "language" | "filters" | "without">): Chip[] {
  const { notA } = (language === "de" ? german : english).label;
  const chips = new Map(filters.map(({ label, words }) => [words, { label, words }]));
  return [...chips.values(), ...without.map((thing) => ({ label: `${notA} ${thing}`, words: thing }))];
}
