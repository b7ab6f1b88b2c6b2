import { partsRead } from "../plan/labels.ts";
import type { SearchPlan } from "../types.ts";

/**
 * Returns the labels of chips that a sentence took from the shown search, and of those that it added; null if neither.
 */
export function changedBy(before: SearchPlan, after: SearchPlan): SearchPlan["changed"] {
  const [were, are] = [before, after].map(labelsOf);
  const gone = (were ?? []).filter((label) => !are?.includes(label)).slice(0, mostNamed);
  const came = (are ?? []).filter((label) => !were?.includes(label)).slice(0, mostNamed);
  return gone.length + came.length > 0 ? { gone, came } : null;
}

const mostNamed = 4;

function labelsOf(plan: SearchPlan): string[] {
  return [...new Set([plan.text, ...plan.also, ...partsRead(plan).map(({ label }) => label)])].filter(
    (label) => label !== "",
  );
}
