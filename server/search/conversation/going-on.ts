import { fold } from "#server/engines/index/fold.ts";
import { languageOf } from "../../languages/languages.ts";
import type { Change, LibraryNames, Reading, Subject, Wanted } from "../reading/types.ts";
import type { PlanFilter, SearchPlan } from "../types.ts";
import { refined } from "./refine.ts";
import type { Standing } from "./shown.ts";

type Refining = Extract<Reading, { intent: "refine" }>;

/**
 * Handles a sentence that continues the one before it ("and the last one", "and that too"): it makes the same kind of
 * change.
 */
export function continued({ change, filters, text }: Refining, { searches, shown }: Standing): Change {
  if (change.how === "pick" && change.goesOn) {
    const [earlier, last] = searches.slice(-2);
    const hasLeftOut = last !== undefined && last.plan.except.length > (earlier?.plan.except.length ?? 0);
    return hasLeftOut ? { how: "leaveOut", but: change.on } : change;
  }
  const isEmpty = (change.how === "widen" || change.how === "add") && filters.length === 0 && text === "";
  if (isEmpty && shown?.plan.undoes) return { how: "undo", steps: 1 };
  // "photos as well" after the videos
  const kinds = searches.at(-1)?.plan.filters.filter(({ field }) => field === "kind") ?? [];
  if (isEmpty && kinds.length > 0)
    return { how: "drop", about: ["type"], named: { filters: kinds.map((kind) => ({ ...kind })), text: "" } };
  return change;
}

/** Allows or asks for something that an earlier search had; if none had it, it replaces filters of its kind. */
export function broughtBack(
  { searches }: Standing,
  before: SearchPlan,
  reading: Wanted,
  about: Subject[],
): SearchPlan {
  const allowed = refined(before, reading, { how: "restore", about: [] });
  const isDenied =
    allowed.filters.length + allowed.without.length < before.filters.length + before.without.length;
  if (!isDenied) return refined(before, reading, { how: "replace", about });
  const wasThere = searches.some(
    ({ plan }) =>
      (reading.text === "" || [plan.text, ...plan.also].includes(reading.text)) &&
      reading.filters.every((one) => plan.filters.some((other) => isSameFilter(one, other))),
  );
  return wasThere ? refined(allowed, reading) : allowed;
}

const isSameFilter = (one: PlanFilter, other: PlanFilter) =>
  one.field === other.field &&
  one.negated === other.negated &&
  JSON.stringify(one.value) === JSON.stringify(other.value);

/** Makes a circle of the place of a search, so that it can get a radius; null if it has none with coordinates. */
export function encircled(before: SearchPlan, { find }: Pick<LibraryNames, "find">): SearchPlan | null {
  if (before.filters.some(({ field }) => field === "near")) return before;
  for (const filter of before.filters) {
    if (
      typeof filter.value !== "string" ||
      filter.negated ||
      !["city", "region", "places"].includes(filter.field)
    )
      continue;
    const place = find(fold(filter.value)).find(({ latitude }) => latitude !== undefined);
    if (place?.latitude === undefined || place.longitude === undefined) continue;
    const label = `${languageOf(before.language).label.near} ${place.value}`;
    const value = [place.latitude, place.longitude, 1];
    const circle: PlanFilter = { ...filter, field: "near", operator: "near", value, label };
    return { ...before, filters: before.filters.map((one) => (one === filter ? circle : one)) };
  }
  return null;
}
