import { type Claim, merged } from "./claims.ts";
import { matchAt, matchBefore, skip } from "./phrases.ts";
import { type Sentence, written } from "./sentence.ts";
import type { ReadFilter } from "./types.ts";

/** Claims that stand in a list ("Lisbon or Porto", "with Anna and Ben") as one, with what joins them. */
export function joinLists(sentence: Sentence, claims: Claim[]): Claim[] {
  const joined: Claim[] = [];
  for (let at = 0; at < claims.length; ) {
    const list = listFrom(sentence, claims, at);
    const claim = list && asOne(sentence, list);
    if (claim) joined.push(claim);
    else joined.push(...claims.slice(at, at + 1));
    at += claim ? list.claims.length : 1;
  }
  return joined;
}

interface List {
  claims: Claim[];
  conjunction: "and" | "or" | null;
}

const mostInList = 30;

function listFrom(sentence: Sentence, claims: Claim[], at: number): List | null {
  const first = claims[at];
  if (!first || first.negated) return null;
  const list: List = { claims: [first], conjunction: null };
  for (const next of claims.slice(at + 1, at + mostInList)) {
    const between = conjunctionBetween(sentence, list.claims.at(-1)?.to ?? 0, next.from);
    if (between === undefined || next.negated) break;
    if (between !== "or" && next.subject !== first.subject) break;
    list.claims.push(next);
    list.conjunction = between ?? list.conjunction;
    // What follows "and" or "or" ends a list; another one goes on.
  }
  return list.claims.length > 1 ? list : null;
}

/** What stands between two claims, null for a comma; undefined where more does, or nothing. */
function conjunctionBetween({ tokens, language }: Sentence, from: number, to: number) {
  let at = tokens[from]?.text === "," ? from + 1 : from;
  const and = matchAt(language.and, tokens, at);
  const or = matchAt(language.or, tokens, at) ?? (tokens[at]?.text === "/" ? { to: at + 1 } : null);
  at = or?.to ?? and?.to ?? at;
  if (at !== to || at === from) return undefined;
  return or ? "or" : and ? "and" : null;
}

function asOne({ language }: Sentence, { claims, conjunction }: List): Claim | null {
  const [first] = claims;
  const last = claims.at(-1);
  if (!first || !last || claims.some((claim) => claim.conditions.length > 1)) return null;
  const { subject } = first;
  const isSameField = claims.every((claim) => claim.conditions[0]?.field === first.conditions[0]?.field);
  const canBothHold = subject === "people" || subject === "keyword";
  // "Lisbon, Portugal" is one place; "Lisbon and Porto" are two, and no photo is in both.
  if (
    conjunction !== "or" &&
    !canBothHold &&
    !(isSameField || (subject === "where" && conjunction === "and"))
  )
    return null;
  if (conjunction === null && !isSameField) return null;
  const isEither = conjunction === "or" || !canBothHold;
  const all = claims.flatMap(({ conditions }) => conditions);
  const conditions = isEither ? merged(all) : all;
  const labels = claims.map(({ label }, at) => (at === 0 ? label : withoutLead(label, first.label)));
  const word = isEither ? language.label.or : language.label.and;
  return {
    ...first,
    to: last.to,
    conditions,
    either: isEither && conditions.length > 1,
    isList: true,
    label: `${labels.slice(0, -1).join(", ")} ${word} ${labels.at(-1)}`,
  };
}

/** "in Lisbon", "in Porto" → "Porto". */
function withoutLead(label: string, like: string): string {
  const lead = like.split(" ")[0] ?? "";
  return label.startsWith(`${lead} `) ? label.slice(lead.length + 1) : label;
}

/** "from Lisbon to Porto": no photo is in two cities, so that those which are named are alternatives. */
export function groupPlaces(claims: Claim[]): Claim[] {
  return claims.map((claim) => {
    const group = claims.findIndex((other) => isOfOneKind(claim, other));
    const isAlone = claims.filter((other) => isOfOneKind(claim, other)).length < 2;
    return isAlone || group === -1 ? claim : { ...claim, group };
  });
}

function isOfOneKind(a: Claim, b: Claim): boolean {
  const isPlain = [a, b].every(({ negated, conditions }) => !negated && conditions.length === 1);
  return isPlain && (a.kinds?.some((kind) => kind !== "place" && b.kinds?.includes(kind)) ?? false);
}

/** Claims that "not", "without" or "except" stands before, with those words. */
export function negate(sentence: Sentence, claims: Claim[]): Claim[] {
  const { tokens, language } = sentence;
  return claims.map((claim, at) => {
    const outside = claim.subject === "where" ? matchBefore(language.not.outside, tokens, claim.from) : null;
    const begin = matchBefore(language.definite, tokens, claim.from)?.from ?? claim.from;
    const not =
      outside ??
      matchBefore(language.not.not, tokens, begin) ??
      matchBefore(language.not.not, tokens, claim.from);
    const isFree = not && not.from >= (claims[at - 1]?.to ?? 0);
    if (!not || !isFree || claim.negated || isThing(sentence, not.from)) return claim;
    return { ...claim, from: not.from, negated: true };
  });
}

/** "a no parking sign": the negation belongs to a thing that is seen. */
export function isThing({ tokens, language }: Sentence, at: number): boolean {
  const before = matchBefore(language.indefinite, tokens, at) ?? matchBefore(language.definite, tokens, at);
  return matchAt(language.not.things, tokens, at) !== null || before !== null;
}

/** The filters of a claim; `either` is the number of its alternatives, should it need one. */
export function filtersOf(sentence: Sentence, claim: Claim, either: number): ReadFilter[] {
  const words = written(sentence, claim.from, claim.to);
  const negated = claim.negated ?? false;
  const conditions = negated && claim.opposite ? claim.opposite : claim.conditions;
  const turn = negated && !claim.opposite;
  // Not (A and B) is not A or not B; of a list, none.
  const isEither = turn ? conditions.length > 1 && !claim.either && !claim.isList : (claim.either ?? false);
  // Nothing says better what is not wanted than the asker did.
  const said = written(
    sentence,
    skip(sentence.language.intent.andAhead, sentence.tokens, claim.from),
    claim.to,
  );
  const label = negated ? said : claim.label;
  return conditions.map((condition) => ({
    field: condition.field,
    operator: condition.operator,
    value: condition.value,
    negated: (condition.negated ?? false) !== turn,
    words,
    label,
    either: claim.group ?? (isEither ? either : null),
  }));
}
