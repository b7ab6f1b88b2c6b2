import type { Token } from "../../languages/tokens.ts";
import { beyondOf } from "./frame/beyond.ts";
import type { Sentence } from "./sentence.ts";
import { classAt } from "./tagging.ts";
import type { ReadFilter, Reading, Wanted } from "./types.ts";

const ends = new Set([".", "!", "?", "…"]);
const mostSentences = 5;

/** Splits a message into its sentences, and a wish that cannot be had from the search before it ("… and print them"). */
export function messageParts(message: Sentence): Token[][] {
  const { tokens } = message;
  const cuts = tokens.flatMap((_, at) => (isEnd(message, at) ? [at + 1] : []));
  const wish = cuts.length === 0 ? wishIn(message) : null;
  if (wish !== null) cuts.push(wish);
  if (cuts.length === 0 || cuts.length >= mostSentences) return [tokens];
  return [0, ...cuts].map((from, at) => tokens.slice(from, cuts[at] ?? tokens.length));
}

/** Tells whether a sentence ends at a token and another one follows: not behind "St." or "3.". */
function isEnd({ tokens, language }: Sentence, at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token?.isMark || !ends.has(token.text) || !next || next.isMark || !before || before.isMark)
    return false;
  if (token.literal || before.literal) return false;
  if (token.text !== ".") return true;
  return (
    before.word.length > 2 && !/^\d{1,2}(?:[.:]\d+)*$/.test(before.word) && !language.titles.has(before.word)
  );
}

function wishIn(message: Sentence): number | null {
  const { tokens } = message;
  for (let at = 1; at < tokens.length; at++) {
    const and = classAt(message, "and", at);
    if (!and || !beyondOf(message, and.to, tokens.length)) continue;
    return beyondOf(message, 0, at) ? null : at;
  }
  return null;
}

/**
 * Joins what two sentences of a message say, by what they are: a search and its refinement, a question and what it is
 * about, a wish and one that cannot be had. Returns null if they do not go together.
 */
export function joinedReading(one: Reading, other: Reading): Reading | null {
  const refused = one.refused ?? other.refused;
  if (one.intent === "chat") return isTurn(one) ? null : { ...other, refused };
  if (other.intent === "chat") return isTurn(other) ? null : { ...one, refused };
  if (isEmpty(other)) return one;
  if (isEmpty(one)) return other;
  const wanted = merged(one, other);
  if (one.intent === "question" || one.intent === "unknown")
    return isOfPhotos(other) ? { ...one, ...wanted, of: one.on.length > 0 ? one.of : "search" } : null;
  if (!isOfPhotos(one)) return null;
  if (other.intent === "question" || other.intent === "unknown")
    return { ...other, ...wanted, of: "search", on: [] };
  return isOfPhotos(other) ? { ...one, ...wanted } : null;
}

/** Tells whether small talk answers or turns what was asked before: "No.", and not "Great!". */
const isTurn = (reading: Reading) => reading.intent === "chat" && reading.chat === "refusal";

/** Tells whether a sentence only says which photos are meant, or narrows the shown ones. */
function isOfPhotos(reading: Reading): boolean {
  if (reading.intent === "search") return reading.like.length === 0;
  return reading.intent === "refine" && ["narrow", "add", "widen"].includes(reading.change.how);
}

/** Tells whether a sentence only asks to be shown something: "Show me the photo." */
function isEmpty(reading: Reading): boolean {
  const { text, filters, without, limit, sort } = reading;
  const says = text !== "" || filters.length + without.length > 0 || limit !== null || sort !== "relevance";
  if (says) return false;
  return (
    reading.intent === "search" ||
    (reading.intent === "refine" && ["pick", "narrow"].includes(reading.change.how))
  );
}

function merged(one: Wanted, other: Wanted): Wanted {
  const next = Math.max(-1, ...one.filters.map(({ either }) => either ?? -1)) + 1;
  const apart = (filter: ReadFilter) =>
    filter.either === null ? filter : { ...filter, either: filter.either + next };
  return {
    language: one.language,
    refused: one.refused ?? other.refused,
    text: [one.text, other.text].filter((text) => text !== "").join(". "),
    either: one.text === "" ? other.either : other.text === "" ? one.either : [],
    without: [...one.without, ...other.without],
    filters: [...one.filters, ...other.filters.map(apart)],
    sort: other.sort === "relevance" ? one.sort : other.sort,
    limit: other.limit ?? one.limit,
    more: other.more ?? one.more,
    perDay: one.perDay || other.perDay,
  };
}
