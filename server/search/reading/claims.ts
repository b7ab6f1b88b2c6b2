import { rangesOf } from "../../engines/index/conditions.ts";
import { flatRanges } from "./stretch.ts";
import type { ReadFilter, Subject } from "./types.ts";

export type ClaimCondition = Pick<ReadFilter, "field" | "operator" | "value"> & { negated?: boolean };

/** Words of the question that say which photos are meant: tokens `from` to `to` (exclusive). */
export interface Claim {
  from: number;
  to: number;
  subject: Subject;
  /** Must all hold, or one of them (`either`). */
  conditions: ClaimCondition[];
  either?: boolean;
  /** What holds where the claim does not; without it, every condition is negated. */
  opposite?: ClaimCondition[];
  label: string;
  /** Of a place: the kinds that it may be. */
  kinds?: string[];
  /** Claims of one group are alternatives, though other words stand between them. */
  group?: number;
  negated?: boolean;
  /** Where two claims want the same words, the stronger one has them, and of equals the longer. */
  strength: number;
  /** Of several things: negated, none of them. */
  isList?: boolean;
}

/** The claims that are kept, in order: no two want the same words. */
export function settle(claims: Claim[]): Claim[] {
  const kept: Claim[] = [];
  const taken: boolean[] = [];
  const ranked = claims.toSorted(
    (a, b) => b.strength - a.strength || b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  for (const claim of ranked) {
    let isFree = true;
    for (let at = claim.from; at < claim.to && isFree; at++) isFree = !taken[at];
    if (!isFree) continue;
    for (let at = claim.from; at < claim.to; at++) taken[at] = true;
    kept.push(claim);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** One condition of several on one field, any of which may hold; as they are where one cannot say it. */
export function merged(conditions: ClaimCondition[]): ClaimCondition[] {
  const [first] = conditions;
  if (!first || conditions.length < 2 || conditions.some(({ field }) => field !== first.field))
    return conditions;
  const { field } = first;
  if (conditions.every(({ operator }) => operator === "within")) {
    const ranges = conditions.flatMap(({ value }) => rangesOf(value));
    return [{ field, operator: "within", value: flatRanges(ranges.map(([start, end]) => ({ start, end }))) }];
  }
  if (!conditions.every(({ operator }) => ["=", "in", "contains"].includes(operator))) return conditions;
  const values = new Set(
    conditions.flatMap(({ value }) => value).filter((value) => typeof value !== "boolean"),
  );
  return values.size === 0 ? conditions : [{ field, operator: "in", value: [...values] }];
}
