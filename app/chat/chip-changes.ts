import { turnWordsIn } from "#app/words/turns.ts";
import type { PlanFilter, SearchPlan } from "#server/search/types.ts";
import type { Chip } from "./chips.ts";

/** The kind of list from which another value for a chip is chosen. */
export type ChoiceKind = "day" | "place" | "person" | "camera";

const kinds: Partial<Record<PlanFilter["field"], ChoiceKind>> = {
  ...{ taken: "day", year: "day", month: "day", day: "day" },
  ...{ city: "place", region: "place", country: "place", places: "place", near: "place" },
  ...{ people: "person", model: "camera", make: "camera" },
};

/** Returns the filters that make a chip. */
export const filtersOf = ({ filters }: SearchPlan, chip: Chip): PlanFilter[] =>
  chip.kind === "filter" ? filters.filter(({ words }) => words === chip.words) : [];

/** Says what a chip can be changed to; null if there is no list of it. */
export function choiceKindOf(plan: SearchPlan, chip: Chip): ChoiceKind | null {
  const found = new Set(filtersOf(plan, chip).map(({ field }) => kinds[field] ?? null));
  const [kind = null] = found;
  return found.size === 1 ? kind : null;
}

/** The chip's filters as one: all of them must hold, or one of them; null if it is neither. */
function joined(filters: PlanFilter[]): "all" | "one" | null {
  const groups = new Set(filters.map(({ either }) => either));
  if (groups.size > 1) return null;
  return filters.length === 1 || groups.has(null) ? "all" : "one";
}

/** Says whether the chip can be turned round. */
export function canBeTurned(plan: SearchPlan, chip: Chip): boolean {
  if (chip.off) return false;
  if (chip.kind === "also" || chip.kind === "without") return true;
  const filters = filtersOf(plan, chip);
  const isMixed = new Set(filters.map(({ negated }) => negated)).size > 1;
  return filters.length > 0 && !isMixed && joined(filters) !== null;
}

/** Says whether the chip keeps photos out. */
export function isTurned(plan: SearchPlan, chip: Chip): boolean {
  return chip.kind === "without" || filtersOf(plan, chip).some(({ negated }) => negated);
}

/**
 * Makes a filter keep out the photos that it asked for, or the other way round. "Lisbon or Porto" turned means neither
 * of them; "Anna and Ben" turned means that one of them is missing.
 */
export function turnedRound(plan: SearchPlan, chip: Chip): SearchPlan {
  if (chip.kind === "also") {
    const also = plan.also.filter((thing) => thing !== chip.words);
    return { ...plan, also, without: [...plan.without, chip.words] };
  }
  if (chip.kind === "without") {
    const without = plan.without.filter((thing) => thing !== chip.words);
    return { ...plan, without, also: [...plan.also, chip.words] };
  }
  const its = filtersOf(plan, chip);
  const wasTurned = isTurned(plan, chip);
  const free = Math.max(-1, ...plan.filters.map(({ either }) => either ?? -1)) + 1;
  const either = its.length === 1 || joined(its) === "one" ? null : free;
  const label = wasTurned ? withoutNot(chip, plan) : turnWordsIn(plan.language).not(chip.label);
  return {
    ...plan,
    filters: plan.filters.map((filter) =>
      its.includes(filter) ? { ...filter, negated: !wasTurned, either, label } : filter,
    ),
  };
}

/** Takes the "not" off a label that begins with one. Other labels say it in their own way ("without Anna") and stay. */
function withoutNot({ label }: Chip, { language }: SearchPlan): string {
  const not = turnWordsIn(language).not("");
  return label.startsWith(not) ? label.slice(not.length) : label;
}

/** Puts another filter in the chip's place. */
export function replacedBy(plan: SearchPlan, chip: Chip, filter: PlanFilter): SearchPlan {
  const at = plan.filters.findIndex(({ words }) => words === chip.words);
  const others = plan.filters.filter(({ words }) => words !== chip.words && words !== filter.words);
  const place = plan.filters.slice(0, at).filter((other) => others.includes(other)).length;
  return { ...plan, filters: others.toSpliced(place, 0, filter) };
}
