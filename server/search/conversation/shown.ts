import type { Relation } from "../../languages/relations.ts";
import type { RankedHit } from "../../library/result-sets.ts";
import type { StoredTurn } from "../../library/turn-edits.ts";
import type { Ground } from "../read-plan.ts";
import type { Measured, Reference, Subject } from "../reading/types.ts";
import { type SearchPlan, searchPlan } from "../types.ts";
import { subjectOf } from "./drop.ts";

/** A turn that has shown photos. */
export interface ShownTurn {
  turnId: string;
  plan: SearchPlan;
  resultSetId: string;
}

/**
 * The standing of a conversation: what a new sentence can build on. `searches` are those that still hold, the latest
 * last.
 */
export interface Standing {
  searches: ShownTurn[];
  /** The turn whose photos are on the screen, which may be the proof of an answer. */
  shown: ShownTurn | null;
  /** An action that was asked for and has not been agreed to yet. */
  pending: SearchPlan | null;
  /** The relations that the conversation has asked about without getting a reply. */
  askedAfter: Relation[];
}

/**
 * Works out the standing from the earlier turns, in their order. Turns that failed or were taken back do not
 * count.
 */
export function standingOf(turns: StoredTurn[]): Standing {
  const searches: ShownTurn[] = [];
  let shown: ShownTurn | null = null;
  let pending: SearchPlan | null = null;
  const askedAfter: Relation[] = [];
  for (const turn of turns) {
    pending = null;
    if (!turn.plan || !turn.result_set_id) continue;
    const { whom, ...told } = searchPlan.parse(turn.plan);
    if (whom && whom.is === undefined) askedAfter.push(whom.relation);
    const plan = withoutMeant(told);
    const turnOf = { turnId: turn.id, plan, resultSetId: turn.result_set_id };
    if (plan.intent === "chat") continue;
    if (plan.undoes) searches.splice(searches.findIndex(({ turnId }) => turnId === plan.undoes) >>> 0);
    else if (isSearch(plan, searches.at(-1)?.plan)) searches.push(turnOf);
    if (plan.intent === "act") pending = plan;
    shown = turnOf;
  }
  return { searches, shown, pending, askedAfter };
}

/** Forgets which names were corrected, because only the turn that corrected them says so. */
function withoutMeant(plan: SearchPlan): SearchPlan {
  return { ...plan, filters: plan.filters.map(({ meant: _, ...filter }) => filter) };
}

/** Returns false for an action, and for a question about photos that were shown already. */
function isSearch(plan: SearchPlan, before: SearchPlan | undefined): boolean {
  if (plan.intent === "act") return false;
  if (plan.intent !== "question") return true;
  const isSame = before && JSON.stringify({ ...before, intent: plan.intent }) === JSON.stringify(plan);
  return plan.among.length === 0 && !isSame;
}

/** Returns the photos that a reference points at; null if only a search can tell. */
export function pointedAt(reference: Reference, hits: RankedHit[]): string[] | null {
  const ids = hits.map(({ photoId }) => photoId);
  if (reference.refer === "all") return hits.flatMap(({ photoId, more }) => [photoId, ...more]);
  if (reference.refer === "this") return ids.length === 1 ? ids : [];
  if (reference.refer === "described") return null;
  const places = reference.positions.map((position) => (position > 0 ? position - 1 : ids.length + position));
  return places.flatMap((place) => ids[place] ?? []);
}

/** Returns what a sentence at this point of the conversation can refer back to. */
export function groundOf({ photoIds }: { photoIds: string[] }, standing: Standing): Ground {
  return {
    hasShown: photoIds.length === 0 && standing.shown !== null,
    spoken: spokenIn(standing),
    shows: subjectsOf(standing),
    measured: measuredIn(standing),
  };
}

/** Returns the people of the latest search that names any. */
function spokenIn({ searches }: Standing): string[] {
  const named = searches.map(({ plan }) =>
    plan.filters.flatMap(({ field, value }) =>
      field === "people" && typeof value === "string" ? [value] : [],
    ),
  );
  return named.findLast((people) => people.length > 0) ?? [];
}

const numbers = new Set<string>(["iso", "focalLength", "rating"] satisfies Measured[]);
const isMeasured = (field: string): field is Measured => numbers.has(field);

/** Returns the number that the shown search was last narrowed by. */
function measuredIn({ searches }: Standing): Measured | undefined {
  const fields = searches.at(-1)?.plan.filters.map(({ field }) => field) ?? [];
  return fields.findLast(isMeasured);
}

/** Returns the subjects of the shown search. */
function subjectsOf({ searches }: Standing): Subject[] {
  const plan = searches.at(-1)?.plan;
  if (!plan) return [];
  const isSeen =
    plan.text !== "" || plan.also.length + plan.without.length + plan.like.length + plan.among.length > 0;
  return [...new Set(plan.filters.map(subjectOf)), ...(isSeen ? (["text"] as const) : [])];
}
