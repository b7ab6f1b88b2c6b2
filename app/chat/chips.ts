import { turnWordsIn } from "#app/words/turns.ts";
import { withoutLabel } from "#server/search/plan/labels.ts";
import type { PlanFilter, SearchPlan } from "#server/search/types.ts";

/** One part of a plan as it is shown. Conditions that were read from the same words share one chip. */
export interface Chip {
  /** A `text` chip is never shown in the row of chips; we only offer to drop it when a question finds nothing. */
  kind: "text" | "like" | "filter" | "also" | "without" | "among" | "except" | "limit" | "perDay";
  /** The words of the question that the chip was read from; empty if there are none. */
  words: string;
  label: string;
  /** The photo that the answer resembles, and the number of its tile in an earlier turn. */
  like?: { photoId: string; number: number | null };
  /** True if the chip was taken off; it can be put back. */
  off: boolean;
}

export const keyOf = ({ kind, words, like }: Chip): string => `${kind}: ${like?.photoId ?? words}`;

/** `numberOf` gives the number that a photo bears in an earlier turn. */
export function chipsOf(plan: SearchPlan, numberOf: (photoId: string) => number | null = () => null): Chip[] {
  const turnWords = turnWordsIn(plan.language);
  const chips = new Map<string, Chip>();
  for (const photoId of plan.like) {
    const number = numberOf(photoId);
    const label = number === null ? turnWords.likePhoto : turnWords.like(number);
    const chip: Chip = { kind: "like", words: "", label, like: { photoId, number }, off: false };
    chips.set(keyOf(chip), chip);
  }
  const add = (kind: Chip["kind"], words: string, label: string, off = false) => {
    const chip = { kind, words, label: label || words, off };
    if (!chips.has(keyOf(chip))) chips.set(keyOf(chip), chip);
  };
  for (const { words: said, label, off } of plan.filters) add("filter", said, label, off);
  for (const thing of plan.also) add("also", thing, thing);
  for (const thing of plan.without) add("without", thing, withoutLabel(plan.language, thing));
  if (plan.among.length > 0) add("among", "", turnWords.among(plan.among.length));
  if (plan.except.length > 0) add("except", "", turnWords.except(plan.except.length));
  if (plan.perDay) add("perDay", "", turnWords.perDay);
  if (plan.limit !== null) add("limit", "", turnWords.atMost(plan.limit));
  return [...chips.values()];
}

/** Returns the plan's words as a chip, or none if the plan has no words or no other chip is on. */
export function textChips(plan: SearchPlan): Chip[] {
  const others = chipsOf(plan).filter((chip) => !chip.off);
  if (plan.text === "" || others.length === 0) return [];
  return [{ kind: "text", words: plan.text, label: plan.text, off: false }];
}

/** Tells whether we can search for the chip's words instead. */
export const canBeWords = (chip: Chip): boolean => chip.words !== "" && !chip.off;

const isOf = (chip: Chip) => (filter: PlanFilter) => chip.kind === "filter" && filter.words === chip.words;

/** Returns the plan without a chip. A filter stays in the plan, marked as off, so that it can be put back. */
export function takenOff(plan: SearchPlan, chip: Chip): SearchPlan {
  if (chip.kind !== "filter") return withoutChip(plan, chip);
  const isHere = isOf(chip);
  return {
    ...plan,
    filters: plan.filters.map((filter) => (isHere(filter) ? { ...filter, off: true } : filter)),
  };
}

export function putBack(plan: SearchPlan, chip: Chip): SearchPlan {
  const isHere = isOf(chip);
  return {
    ...plan,
    filters: plan.filters.map((filter) => (isHere(filter) ? { ...filter, off: undefined } : filter)),
  };
}

/** Returns the plan that searches for a chip's words instead of using it as a filter. */
export function takenAsWords(plan: SearchPlan, chip: Chip): SearchPlan {
  const left = withoutChip(plan, chip);
  const added = (text: string) => [text, wordsOf(chip)].filter(Boolean).join(" ");
  return { ...left, text: added(left.text), either: left.either.map(added) };
}

/** Returns a chip's words to search for. Words that came from several sentences are separated by " / " in a chip. */
export const wordsOf = ({ words }: Chip): string => words.replaceAll(" / ", " ");

function withoutChip(plan: SearchPlan, chip: Chip): SearchPlan {
  const others = (things: string[]) => things.filter((thing) => thing !== chip.words);
  const isHere = isOf(chip);
  const less: Record<Chip["kind"], Partial<SearchPlan>> = {
    text: { text: "", either: [] },
    like: { like: plan.like.filter((photoId) => photoId !== chip.like?.photoId) },
    filter: { filters: plan.filters.filter((filter) => !isHere(filter)) },
    also: { also: others(plan.also) },
    without: { without: others(plan.without) },
    among: { among: [] },
    except: { except: [] },
    limit: { limit: null },
    perDay: { perDay: false },
  };
  return { ...plan, ...less[chip.kind] };
}
