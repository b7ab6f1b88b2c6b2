import type { Hit, SearchPlan } from "./types.ts";

/**
 * The one sentence of an answer, from facts alone: how many, and from when the best is. `hits`: the first page.
 */
export function sentenceFor(plan: SearchPlan, total: number, hits: Hit[]): string {
  const dates = [...new Set(plan.filters.map((filter) => filter.label))].join(", ");
  if (total === 0) {
    if (plan.like.length > 0 && plan.text === "") return "No photo is like it.";
    return dates === "" ? "No photo matches." : `No photo matches, ${dates}.`;
  }
  const count = total === 1 ? "1 photo" : `${total.toLocaleString("en")} photos`;
  const when = dates !== "" ? dates : spanWords(plan, hits);
  return when === "" ? `${count}.` : `${count}, ${when}.`;
}

function spanWords(plan: SearchPlan, hits: Hit[]): string {
  const taken = hits[0]?.photo.takenAt;
  if (!taken) return "";
  const month = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });
  const words = month.format(new Date(`${taken.slice(0, 10)}T00:00:00Z`));
  if (hits.length === 1) return `from ${words}`;
  return plan.text === "" && plan.like.length === 0 ? `the newest from ${words}` : `the best from ${words}`;
}
