import { withoutLabels } from "#server/languages/codes.ts";
import type { Wanted } from "../reading/types.ts";
import type { SearchPlan } from "../types.ts";

/** Something that was read and can be taken back: add its `words` to `literal` to do that. */
export interface ReadPart {
  label: string;
  words: string;
}

/** Lists how a question was read, in its own language: "in Lisbon", "last spring", "not: people". */
export function partsRead({
  language,
  filters,
  without,
}: Pick<Wanted, "language" | "filters" | "without">): ReadPart[] {
  const chips = new Map(filters.map(({ label, words }) => [words, { label, words }]));
  return [
    ...chips.values(),
    ...without.map((thing) => ({ label: withoutLabel(language, thing), words: thing })),
  ];
}

/** Makes a label such as "not: people". */
export function withoutLabel(language: SearchPlan["language"], thing: string): string {
  return `${withoutLabels[language]} ${thing}`;
}
