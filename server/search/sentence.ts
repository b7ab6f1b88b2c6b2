import type { Hit, SearchPlan } from "./types.ts";

/**
 * The one sentence of an answer, from facts alone: how many, and from when the best is. `hits`: the first page.
 */
export function sentenceFor(plan: SearchPlan, total: number, hits: Hit[]): string {
  const dates = [...new Set(plan.filters.map((filter) => filter.label))].map(withPreposition).join(", ");
  if (total === 0) {
    if (plan.like.length > 0 && plan.text === "") return "No photo is like it.";
    return dates === "" ? "No photo matches." : `No photo ${dates} matches.`;
  }
  const count = total === 1 ? "1 photo" : `${total.toLocaleString("en")} photos`;
  if (dates !== "") return `${count} ${dates}.`;
  const when = monthOfBest(plan, hits);
  return when === "" ? `${count}.` : `${count}, ${when}.`;
}

/** A label that says its side ("since 2020") stands as it is; a date has the photos from it. */
function withPreposition(label: string): string {
  return /^(?:since|after|before|until|till|up to)\b/i.test(label) ? label : `from ${label}`;
}

function monthOfBest(plan: SearchPlan, hits: Hit[]): string {
  const taken = hits[0]?.photo.takenAt;
  if (!taken) return "";
  const month = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });
  const words = month.format(new Date(`${taken.slice(0, 10)}T00:00:00Z`));
  if (hits.length === 1) return `from ${words}`;
  return plan.text === "" && plan.like.length === 0 ? `the newest from ${words}` : `the best from ${words}`;
}
