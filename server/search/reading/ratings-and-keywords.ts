import { matchAt, matchBefore } from "../../languages/phrases.ts";
import { boundAfter, boundBefore } from "./bounds.ts";
import { type Claim, type ClaimCondition, claimOf } from "./claims.ts";
import { photoAfter } from "./order-and-limit.ts";
import { isBoundary, leadOf, mayBeGear, numberAt, type Sentence, written } from "./sentence.ts";

/** Reads favourites, stars and keywords, and whether a photo has a date. */
export function readRatingsAndKeywords(sentence: Sentence): Claim[] {
  return sentence.tokens.flatMap((_, at) => {
    if (!mayBeGear(sentence, at)) return [];
    const claim =
      favouriteAt(sentence, at) ?? starsAt(sentence, at) ?? absentAt(sentence, at) ?? keywordAt(sentence, at);
    return claim ? [claim] : [];
  });
}

function favouriteAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const noun = matchAt(language.gear.favourites, tokens, at);
  const adjective = matchAt(language.gear.favourite, tokens, at);
  const isPhoto = adjective && language.photoNouns.has(tokens[adjective.to]?.word ?? "");
  const to = noun?.to ?? (isPhoto ? adjective.to : undefined);
  if (to === undefined) return null;
  const owner = matchBefore(language.definite, tokens, at)?.from ?? at;
  const from = leadOf(sentence, owner, language.where.leads) ?? owner;
  const condition: ClaimCondition = { field: "favourite", operator: "=", value: true };
  return claimOf("favourite", "rating", { from, to }, condition, language.label.favourite);
}

/** Reads "5 stars", "at least 3 stars", "4 stars or more", "5-star photos". */
function starsAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language } = sentence;
  const rated = matchAt(language.gear.rated, tokens, at);
  const boundAhead = rated && boundBeforeNumber(sentence, rated.to);
  const number = numberAt(sentence, boundAhead?.to ?? rated?.to ?? at);
  if (!number || !Number.isInteger(number.value) || number.value < 0 || number.value > 5) return null;
  const hyphen = tokens[number.to]?.text === "-" ? number.to + 1 : number.to;
  const stars = matchAt(language.gear.stars, tokens, hyphen);
  if (!stars && !rated) return null;
  const end = stars?.to ?? number.to;
  const after = boundAfter(sentence, end);
  const before = boundAhead ?? (rated ? null : boundBefore(sentence, at));
  const bound = before ?? after;
  const verb = rated ? null : matchAt(language.gear.rated, tokens, after?.to ?? end);
  const rating = verb?.to ?? after?.to ?? end;
  const work = rated ? null : matchAt(language.gear.work, tokens, rating);
  const to = work && isBoundary(sentence, work.to) ? work.to : rating;
  // A five star hotel is a hotel.
  const isOne = matchAt(language.intent.ones, tokens, to) !== null;
  const isOfPhotos =
    matchBefore(language.indefinite, tokens, at) === null && photoAfter(sentence, to) !== null;
  if (!bound && !isOne && !isOfPhotos && !isBoundary(sentence, to)) return null;
  const begin = rated ? at : (boundBefore(sentence, at)?.from ?? at);
  const lead =
    leadOf(sentence, begin, language.where.people) ?? leadOf(sentence, begin, language.gear.rated) ?? begin;
  const from = rated ? lead : workBefore(sentence, lead);
  const other = rated || bound ? null : otherNumber(sentence, at);
  if (other) {
    const between = Array.from({ length: number.value - other.value + 1 }, (_, more) => other.value + more);
    const value = other.isRange && between.length > 1 ? between : [other.value, number.value];
    const condition: ClaimCondition = { field: "rating", operator: "in", value };
    const joint = other.isRange ? language.label.to : language.label.or;
    const label = `${other.value} ${joint} ${language.label.stars(number.value)}`;
    const first = leadOf(sentence, other.from, language.where.people) ?? other.from;
    return claimOf("stars", "rating", { from: workBefore(sentence, first), to }, condition, label);
  }
  const operator = bound?.operator ?? "=";
  const label = `${bound ? `${language.label[bound.name]} ` : ""}${language.label.stars(number.value)}`;
  return claimOf("stars", "rating", { from, to }, { field: "rating", operator, value: number.value }, label);
}

/** Reads "all my work" before "with 5 stars"; work that nothing stands before is what photos show. */
function workBefore({ tokens, language }: Sentence, to: number): number {
  const work = matchBefore(language.gear.work, tokens, to);
  return work && matchBefore(language.definite, tokens, work.from) ? work.from : to;
}

/** Reads "3 or", "3 to", before "4 stars". */
function otherNumber(
  sentence: Sentence,
  at: number,
): { from: number; value: number; isRange: boolean } | null {
  const { tokens, language } = sentence;
  const range = matchBefore(language.when.to, tokens, at);
  const middle = matchBefore(language.or, tokens, at) ?? matchBefore(language.and, tokens, at) ?? range;
  const number = middle && numberAt(sentence, middle.from - 1);
  if (!number || number.to !== middle.from || number.value > 5) return null;
  return { from: middle.from - 1, value: number.value, isRange: range !== null };
}

function boundBeforeNumber(sentence: Sentence, at: number) {
  for (let to = at + 1; to <= at + 3; to++) {
    const bound = boundBefore(sentence, to);
    if (bound?.from === at) return bound;
  }
  return null;
}

/** "unrated", "untagged", "without a date" */
const absences = [
  { table: "unrated", rule: "no stars", subject: "rating", field: "rating", label: "rated" },
  { table: "untagged", rule: "no keywords", subject: "keyword", field: "keywords", label: "tagged" },
  { table: "undated", rule: "no date", subject: "when", field: "taken", label: "dated" },
] as const;

function absentAt({ tokens, language }: Sentence, at: number): Claim | null {
  for (const { table, rule, subject, field, label } of absences) {
    const absent = matchAt(language.gear[table], tokens, at);
    // "not rated 5"
    if (!absent || (table === "unrated" && /^\d/.test(tokens[absent.to]?.word ?? ""))) continue;
    const condition: ClaimCondition = { field, operator: "known", value: true };
    const span = { from: at, to: absent.to };
    return { ...claimOf(rule, subject, span, condition, language.label[label]), negated: true };
  }
  return null;
}

/** Reads "tagged holiday", "keyword sea" and "#holiday". Several words count if the library has them as a keyword. */
function keywordAt(sentence: Sentence, at: number): Claim | null {
  const { tokens, language, context } = sentence;
  const together = /^(?:tag|keyword):(.+)$/.exec(tokens[at]?.word ?? "");
  const lead = matchAt(language.gear.tagged, tokens, at);
  const first = together ? at : lead?.to;
  if (first === undefined || !tokens[first]?.word || (tokens[first]?.isMark && !together)) return null;
  const isHash = tokens[at]?.text === "#";
  if (isHash && (tokens[at]?.to !== tokens[first]?.from || /^\d+$/.test(tokens[first]?.word ?? "")))
    return null;
  if (!together && !isHash && language.functionWords.has(tokens[first]?.word ?? "")) return null;
  let to = first + 1;
  let value = together ? (tokens[at]?.text.replace(/^[^:]*:/, "") ?? "") : written(sentence, first, to);
  for (let end = Math.min(first + 4, tokens.length); end > first && !together; end--) {
    const phrase = tokens
      .slice(first, end)
      .map(({ word }) => word)
      .join(" ");
    const known = context.vocabulary.find(phrase).find(({ kind }) => kind === "keyword");
    if (!known) continue;
    [to, value] = [end, known.value];
    break;
  }
  const { values, isEither, end } = otherKeywords(sentence, to);
  const all = [value, ...values];
  const field = "keywords";
  const contained = all.map((one): ClaimCondition => ({ field, operator: "contains", value: one }));
  const joint = isEither ? language.label.or : language.label.and;
  const label = `${language.label.tagged} ${all.join(` ${joint} `)}`;
  const claim = claimOf(
    "keyword",
    "keyword",
    { from: at, to: end },
    { field, operator: "in", value: all },
    label,
  );
  return { ...claim, ...(!isEither && { conditions: contained }), isList: all.length > 1 };
}

/** Reads "or wedding", after "tagged family": more keywords of the library. */
function otherKeywords({ tokens, language, context }: Sentence, from: number) {
  const values: string[] = [];
  let isEither = false;
  let end = from;
  while (values.length < 20) {
    const or = matchAt(language.or, tokens, end);
    const next = or?.to ?? matchAt(language.and, tokens, end)?.to;
    const word = next === undefined ? undefined : tokens[next]?.word;
    const known = context.vocabulary.find(word ?? "").find(({ kind }) => kind === "keyword");
    if (next === undefined || !known) break;
    isEither ||= or !== null;
    values.push(known.value);
    end = next + 1;
  }
  return { values, isEither, end };
}
