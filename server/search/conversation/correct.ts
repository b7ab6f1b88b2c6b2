import { fold } from "#server/engines/index/fold.ts";
import type { Subject, VocabularyEntry } from "../reading/types.ts";
import type { PlanFilter, SearchPlan } from "../types.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { subjectOf } from "./drop.ts";

/** The field and the operator of a filter by each kind of name. */
const conditionOf = {
  city: ["city", "="],
  region: ["region", "="],
  country: ["country", "="],
  place: ["places", "contains"],
  person: ["people", "contains"],
  keyword: ["keywords", "contains"],
  camera: ["model", "="],
  lens: ["lens", "="],
  make: ["make", "="],
} as const satisfies Record<VocabularyEntry["kind"], [PlanFilter["field"], PlanFilter["operator"]]>;

const longestName = 4;

/**
 * Gives a name in the question its other meaning: "No, I meant the city". Returns null if no name has that
 * meaning.
 */
export function corrected(before: SearchPlan, about: Subject[], vocabulary: Vocabulary): SearchPlan | null {
  for (const filter of before.filters) {
    if (about.includes(subjectOf(filter))) continue;
    const found = nameIn(filter.words, about, vocabulary);
    if (!found) continue;
    const filters = before.filters.map((other) => (other === filter ? { ...other, ...found.filter } : other));
    return { ...before, filters, intent: "refine" };
  }
  const found = nameIn(before.text, about, vocabulary);
  if (!found) return null;
  const { filter, rest } = found;
  const filters = [...before.filters, { negated: false, either: null, ...filter }];
  return { ...before, text: rest, either: [], filters, intent: "refine" };
}

type Meant = Pick<PlanFilter, "field" | "operator" | "value" | "words" | "label">;

function nameIn(
  text: string,
  about: Subject[],
  vocabulary: Vocabulary,
): { filter: Meant; rest: string } | null {
  const words = text.split(/\s+/).filter((word) => word !== "");
  for (let length = Math.min(longestName, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const name = words.slice(from, from + length).join(" ");
      const entries = vocabulary.find(fold(name.replace(/[^\p{L}\p{N} ]/gu, "")));
      for (const { kind, value } of entries) {
        const [field, operator] = conditionOf[kind];
        const filter = { field, operator, value, words: name, label: value };
        if (!about.includes(subjectOf({ ...filter, negated: false, either: null }))) continue;
        return { filter, rest: [...words.slice(0, from), ...words.slice(from + length)].join(" ") };
      }
    }
  }
  return null;
}
