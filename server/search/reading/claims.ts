import { rangesOf } from "../../engines/index/conditions.ts";
import { type RuleName, rankOf } from "./precedence.ts";
import { flatRanges } from "./stretch.ts";
import type { ReadFilter, Subject } from "./types.ts";

export type ClaimCondition = Pick<ReadFilter, "field" | "operator" | "value"> & { negated?: boolean };

/** The tokens `from` to `to` (exclusive) that a rule has taken, and the conditions that it makes of them. */
export interface Claim {
  from: number;
  to: number;
  subject: Subject;
  /** All conditions must hold; with `either` it is enough if one holds. */
  conditions: ClaimCondition[];
  either?: boolean;
  /** The conditions of the negated claim. Without them every condition is negated. */
  opposite?: ClaimCondition[];
  label: string;
  /** The kinds that a place may be (city, country, …). */
  kinds?: string[];
  /** Claims of the same group are alternatives, even if other words stand between them. */
  group?: number;
  negated?: boolean;
  /** The rule that made it. `precedence` tells which of two rules gets words that both want. */
  rule: RuleName;
  /** The rule within it, such as "from time to time". */
  detail?: string;
  /** The claim lists several things; its negation excludes each of them. */
  isList?: boolean;
}

/** Makes a claim of one condition. */
export function claimOf(
  rule: RuleName,
  subject: Subject,
  span: { from: number; to: number },
  condition: ClaimCondition,
  label: string,
): Claim {
  return { from: span.from, to: span.to, subject, conditions: [condition], label, rule };
}

/** Makes the condition that a field has one of these values; `operator` is that of a single one. */
export function anyOf<Value extends string | number>(
  field: ClaimCondition["field"],
  values: Value[],
  operator: "=" | "contains" = "=",
): ClaimCondition {
  const [only] = values;
  return only !== undefined && values.length === 1
    ? { field, operator, value: only }
    : { field, operator: "in", value: values };
}

/** Returns in order the claims that are kept. No two of them share words. */
export function settle(claims: Claim[]): Claim[] {
  const kept: Claim[] = [];
  const taken: boolean[] = [];
  const ranked = claims.toSorted(
    (a, b) => rankOf(a.rule) - rankOf(b.rule) || b.to - b.from - (a.to - a.from) || a.from - b.from,
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

/** Joins labels: "Lisbon, Porto or Berlin". */
export function listed(labels: string[], joint: string): string {
  return labels.length < 2
    ? (labels[0] ?? "")
    : `${labels.slice(0, -1).join(", ")} ${joint} ${labels.at(-1)}`;
}

/** Merges alternative conditions on one field into one condition, or returns them unchanged if that is impossible. */
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
