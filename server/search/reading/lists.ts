import { matchAt, matchBefore, skip } from "../../languages/phrases.ts";
import { type Claim, type ClaimCondition, listed, merged } from "./claims.ts";
import { negationBefore, negationBehind } from "./negation.ts";
import { isBoundary, type Sentence, written } from "./sentence.ts";
import type { ReadFilter } from "./types.ts";

/** Joins claims that form a list ("Lisbon or Porto", "with Anna and Ben") into one claim. */
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
    if (next.subject !== first.subject && (between !== "or" || !standApart(claims, first, next))) break;
    list.claims.push(next);
    list.conjunction = between ?? list.conjunction;
  }
  return list.claims.length > 1 ? list : null;
}

/** Tells whether "or" joins these two claims, and not two pairs ("Lisbon in May or Porto in June"). */
function standApart(claims: Claim[], first: Claim, last: Claim): boolean {
  return claims.every(({ from, to }) => to !== first.from && from !== last.to);
}

/** Returns the conjunction between two claims, null for a comma, and undefined for anything else. */
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
  // The reader of times has joined its lists already; "after 2019 and before 2022" is one stretch.
  if (conjunction !== "or" && subject === "when") return null;
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
    label: listed(labels, word),
  };
}

/** Removes a repeated lead from a label: "in Lisbon", "in Porto" → "Porto". */
function withoutLead(label: string, like: string): string {
  const lead = like.split(" ")[0] ?? "";
  return label.startsWith(`${lead} `) ? label.slice(lead.length + 1) : label;
}

/**
 * Makes claims alternatives if no photo can meet all of them, because it has one place and one time: "from Lisbon to
 * Porto", "Lisbon in May or Porto in June".
 */
export function groupAlternatives(claims: Claim[]): Claim[] {
  return claims.map((claim) => {
    const alike = claims.flatMap((other, at) =>
      other !== claim && canNotBothHold(claim, other) ? [at] : [],
    );
    const group = Math.min(claims.indexOf(claim), ...alike);
    return alike.length === 0 ? claim : { ...claim, group };
  });
}

function canNotBothHold(a: Claim, b: Claim): boolean {
  const [one, other] = [a.conditions[0], b.conditions[0]];
  const isPlain = [a, b].every(({ negated, conditions }) => !negated && conditions.length === 1);
  if (!isPlain || !one || !other) return false;
  if (a.kinds?.some((kind) => kind !== "place" && b.kinds?.includes(kind))) return true;
  if (one.field !== other.field || one.operator !== other.operator) return false;
  // "trips in 2023" finds nothing if there was no trip; it does not mean trips, and photos of 2023 as well.
  if (one.operator === "within")
    return one.field === "taken" && a.subject === b.subject && areApart(one.value, other.value);
  return one.operator === "=" && ["month", "weekday", "season"].includes(one.field);
}

/** Tells whether one list of ranges lies completely after the other. */
function areApart(one: ClaimCondition["value"], other: ClaimCondition["value"]): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  const [first, last] = [Number(one[0]), Number(one.at(-1))];
  return Number(other[0]) >= last || Number(other.at(-1)) <= first;
}

/** Negates the claims after "not", "without" or "except", and adds those words to them. */
export function negate(sentence: Sentence, claims: Claim[]): Claim[] {
  const { tokens, language } = sentence;
  return claims.map((claim, at) => {
    if (claim.negated) return claim;
    const outside = claim.subject === "where" ? matchBefore(language.not.outside, tokens, claim.from) : null;
    const free = claims[at - 1]?.to ?? 0;
    const not = outside?.from ?? negationBefore(sentence, claim.from, claim.to, free);
    const isFree = not !== null && not >= free;
    const behind = isFree || claim.subject !== "people" ? null : negationBehind(sentence, claim.to);
    if (behind !== null) return { ...claim, to: behind, negated: true };
    if (outside && isFree) return elsewhere(claim, not);
    return isFree ? { ...claim, from: not, negated: true } : claim;
  });
}

/** Makes the claim of "outside Germany". A photo without a place does not match it. */
function elsewhere(claim: Claim, from: number): Claim {
  const { field } = claim.conditions[0] ?? { field: "country" };
  const isKnown: ClaimCondition = {
    field: field === "near" ? "latitude" : field === "city" ? "city" : "country",
    operator: "known",
    value: true,
  };
  const others = claim.conditions.map((condition) => ({ ...condition, negated: !condition.negated }));
  return { ...claim, from, negated: true, opposite: [...others, isKnown] };
}

/** Adds "my trip to" before a place, or "trip" after it, to the claim, because a photo does not show these words. */
export function withJourney(sentence: Sentence, claim: Claim): { from: number; to: number } {
  const { tokens, language } = sentence;
  if (claim.subject !== "where") return claim;
  const { before, after } = language.journeys;
  const ends = Array.from({ length: Math.min(4, claim.to - claim.from) }, (_, ahead) => claim.from + ahead);
  const starts = ends.flatMap((end) => {
    const start = matchBefore(before, tokens, end)?.from;
    const from =
      start === undefined ? undefined : (matchBefore(language.ordinals, tokens, start)?.from ?? start);
    // "a road trip through Spain" means photos that show a road.
    const isWhole = from !== undefined && (from === 0 || isBoundary(sentence, from - 1));
    return isWhole ? [from] : [];
  });
  const behind = matchAt(after, tokens, claim.to);
  const isNoun = language.photoNouns.has(tokens[behind?.to ?? -1]?.word ?? "");
  const to = behind && (isNoun || isBoundary(sentence, behind.to)) ? behind.to : claim.to;
  return { from: Math.min(claim.from, ...starts), to };
}

/** Makes the filters of a claim. `either` numbers its alternatives if it has any. */
export function filtersOf(sentence: Sentence, claim: Claim, either: number): ReadFilter[] {
  const words = written(sentence, claim.from, claim.to);
  const negated = claim.negated ?? false;
  const conditions = negated && claim.opposite ? claim.opposite : claim.conditions;
  const turn = negated && !claim.opposite;
  // "Not (A and B)" means "not A or not B", but a negated list excludes each of its things.
  const isEither = turn ? conditions.length > 1 && !claim.either && !claim.isList : (claim.either ?? false);
  // For a negated filter the asker's own words make the best label.
  const said = written(
    sentence,
    skip(sentence.language.intent.andAhead, sentence.tokens, claim.from),
    claim.to,
  );
  const label = negated ? said : claim.label;
  const meant = meantIn(sentence, claim);
  return conditions.map((condition) => ({
    field: condition.field,
    operator: condition.operator,
    value: condition.value,
    negated: (condition.negated ?? false) !== turn,
    words,
    ...(meant !== null && { meant }),
    label,
    either: claim.group ?? (isEither ? either : null),
  }));
}

/** Returns the name that was taken for a misspelt one in the claim's words. */
function meantIn({ names }: Sentence, { from, to, conditions }: Claim): string | null {
  const values = conditions.flatMap(({ value }) => value);
  for (const name of names.values()) {
    if (!name.isMisspelt || name.from < from || name.to > to) continue;
    const meant = name.entries.find(({ value }) => values.includes(value)) ?? name.entries[0];
    if (meant) return meant.within ?? meant.value;
  }
  return null;
}
