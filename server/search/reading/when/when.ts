import { type Claim, type ClaimCondition, listed, merged } from "../claims.ts";
import { boundary, type Matched, oneOf, rule } from "../matcher.ts";
import { isAll, isBoundary, isCapital, isTime, type Sentence, written } from "../sentence.ts";
import { type ClassName, classAt, classBefore, classesAt } from "../tagging.ts";
import { clockHour } from "./clock.ts";
import { daysTogether, listFrom } from "./list.ts";
import type { Moment } from "./moment.ts";
import { moment } from "./moments.ts";
import { partMoment } from "./recurring.ts";
import { spans } from "./spans.ts";

const times = oneOf(clockHour, daysTogether, spans, moment);

/** Reads the times at which photos were taken. */
export function readWhen(sentence: Sentence): Claim[] {
  const claims: Claim[] = [];
  for (let at = 0; at < sentence.tokens.length; ) {
    const first = mayBeTime(sentence, at) ? times.match(sentence, at) : null;
    const claim = first && claimFrom(sentence, at, first, claims.at(-1)?.to ?? 0);
    if (claim) claims.push(claim);
    // If a phrase is not a time ("fourth of July fireworks"), its single words are not times either.
    at = claim?.to ?? first?.to ?? at + 1;
  }
  return claims;
}

/** Tells whether a time may begin here, which spares most words all rules. */
function mayBeTime(sentence: Sentence, at: number): boolean {
  const isOne = (name: string) => /^(?:when\.|numbers|ordinals|indefinite)/.test(name);
  return /^\d/.test(sentence.tokens[at]?.word ?? "") || classesAt(sentence, at).some(isOne);
}

/** "yesterday evening", "Sunday morning", "Christmas Day in the morning" */
const partAfter = rule("part of it", [{ part: "when.parts" }, boundary], ({ part }) => partMoment(part, ""));

/** Makes a claim of the times from token `at`. `free` is the first token that no earlier time has taken. */
function claimFrom(sentence: Sentence, at: number, first: Matched<Moment>, free: number): Claim | null {
  const { moments, to } = listFrom(sentence, first);
  const areMonths = moments.length > 1 && moments.every(({ condition }) => condition.field === "month");
  if (!areMonths && !isMeant(sentence, at, moments[0] ?? first.value, to)) return null;
  const conditions = merged(moments.map(({ condition }) => condition));
  const labels = moments.map(({ label }) => label);
  const claim: Claim = {
    from: Math.max(leadBefore(sentence, at).from, free),
    to,
    subject: "when",
    conditions,
    either: conditions.length > 1,
    label: listed(labels, sentence.language.label.or),
    rule: "time",
    detail: first.rule,
  };
  const isPartial =
    moments.length === 1 && !["hour", "month", "season"].includes(first.value.condition.field);
  const part = isPartial ? partAfter.match(sentence, to) : null;
  if (!part) return withKeyword(sentence, at, claim);
  const label = `${claim.label} ${written(sentence, to, part.to)}`;
  return { ...claim, to: part.to, conditions: [...conditions, part.value.condition], label };
}

/**
 * Adds the keyword of the same name to a holiday without a year: "Easter" also means photos with this keyword, whenever
 * they were taken.
 */
function withKeyword(sentence: Sentence, at: number, claim: Claim): Claim {
  const holiday = classAt(sentence, "when.holidays", at);
  if (holiday?.to !== claim.to) return claim;
  const phrase = sentence.tokens.slice(at, claim.to).map(({ word }) => word);
  const named = sentence.context.vocabulary.find(phrase.join(" "));
  const keyword = named.find(({ kind }) => kind === "keyword");
  if (!keyword) return claim;
  const tagged: ClaimCondition = { field: "keywords", operator: "contains", value: keyword.value };
  return { ...claim, conditions: [...claim.conditions, tagged], either: true };
}

/** The words before a time ("taken in the"): where they begin, and whether they, or a "not", make it a time. */
interface Lead {
  from: number;
  isLed: boolean;
  isDenied: boolean;
  hasArticle: boolean;
}

function leadBefore(sentence: Sentence, at: number): Lead {
  const found = { from: at, isLed: false, isDenied: false, hasArticle: false };
  for (let step = 0; step < 3; step++) {
    const before = (name: ClassName) => classBefore(sentence, name, found.from);
    const lead = before("when.leads");
    if (!lead && before("not.not")) return { ...found, isLed: true, isDenied: true };
    const other = lead ?? before("when.taken") ?? before("definite");
    if (!other) break;
    found.isLed ||= lead !== null;
    found.hasArticle ||= [other.from, found.from - 1].some((word) => classAt(sentence, "definite", word));
    found.from = other.from;
  }
  return found;
}

/** Tells whether the words are meant as a time in this place. `to` is where the list of moments ends. */
function isMeant(sentence: Sentence, at: number, moment: Moment, to: number): boolean {
  if (moment.mood === "sure") return !isNamed(sentence, at);
  const { tokens, language, names, context } = sentence;
  const { isLed, isDenied, hasArticle } = leadBefore(sentence, at);
  const { field } = moment.condition;
  const isPart = field === "hour";
  const part = classAt(sentence, "when.parts", to);
  const isAlone = isAll(sentence, at, to);
  const isFree = isBoundary(sentence, at - 1);
  if (part && field === "weekday" && isFree && isBoundary(sentence, part.to)) return true;
  if (isLed && !isPart && !(field === "month" && hasArticle) && isBoundary(sentence, part?.to ?? to))
    return true;
  // "the nights of July", "excluding the evening"
  const of = classAt(sentence, "when.of", to);
  if (isPart && hasArticle && ((of && isTime(sentence, of.to)) || (isDenied && isBoundary(sentence, to))))
    return true;
  // "make that the evening"
  if (isPart && context.hasShown && isAlone) return true;
  if (!isFree || classBefore(sentence, "where.people", at)) return false;
  if (language.photoNouns.has(tokens[to]?.word ?? "") || classAt(sentence, "intent.ones", to)) return true;
  if (isPart || (moment.mood === "shy" && !isCapital(tokens[at]))) return false;
  const isRelative = (on: number) => classAt(sentence, "when.last", on) ?? classAt(sentence, "when.this", on);
  // "Monday last week"
  if (field === "weekday" && isRelative(to)) return true;
  if (isAlone) return true;
  // "Christmas in Lisbon" begins with a time.
  if (at > 0 || moment.mood !== "plain") return false;
  const lead = classAt(sentence, "when.leads", to);
  if (lead && isRelative(lead.to)) return true;
  const place = classAt(sentence, "where.leads", to);
  // "Halloween at school" is a time, "Sunday in the park" may be a painting.
  return place !== null && (field !== "weekday" || names.has(place.to));
}

/** Recognises "a 2000 piece puzzle". */
function isNamed(sentence: Sentence, at: number): boolean {
  const next = sentence.tokens[at + 1];
  const isRound = /^\d000$/.test(sentence.tokens[at]?.word ?? "") && next !== undefined && !next.isMark;
  return isRound && classBefore(sentence, "indefinite", at) !== null;
}
