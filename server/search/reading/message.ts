import type { Token } from "../../languages/tokens.ts";
import { beyondOf } from "./frame/beyond.ts";
import type { Sentence } from "./sentence.ts";
import { isStory } from "./story.ts";
import { classAt } from "./tagging.ts";
import type { ReadFilter, Reading, Wanted } from "./types.ts";

const ends = new Set([".", "!", "?", "…"]);
const mostSentences = 5;

/**
 * Splits a message into its sentences, and splits off a wish that cannot be fulfilled ("… and print them"). Sentences
 * that only tell a story around a request are left out.
 */
export function messageParts(message: Sentence): Token[][] {
  const { tokens } = message;
  const cuts = tokens.flatMap((_, at) => (isEnd(message, at) ? [at + 1] : []));
  const wish = cuts.length === 0 ? wishIn(message) : null;
  if (wish !== null) cuts.push(wish);
  if (cuts.length >= mostSentences) return [tokens];
  // The classes of words are looked up once for each list, so a whole message stays the list it is.
  const parts =
    cuts.length === 0
      ? [tokens]
      : [0, ...cuts].map((from, at) => tokens.slice(from, cuts[at] ?? tokens.length));
  const asking = parts.filter((part) => !isStory({ ...message, tokens: part }));
  return (asking.length > 0 ? asking : parts).map((part) => withoutStory({ ...message, tokens: part }));
}

/** Leaves out a story behind a comma: "the umbrellas, we got so very wet". */
function withoutStory(sentence: Sentence): Token[] {
  const { tokens } = sentence;
  const at = tokens.findLastIndex(({ text, literal }) => text === "," && !literal);
  const tail = tokens.slice(at + 1);
  const isTail =
    at > 0 && classAt(sentence, "talk.tellers", at + 1) && isStory({ ...sentence, tokens: tail });
  return isTail ? tokens.slice(0, at) : tokens;
}

/** Tells whether a sentence ends at a token and another one follows: not behind "St." or "3.". */
function isEnd({ tokens, language }: Sentence, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  // Several marks end one sentence ("the elephant!!! Show me."), but "2022..2023" is a span.
  let last = at - 1;
  while (token?.text !== "." && tokens[last]?.isMark && ends.has(tokens[last]?.text ?? "")) last--;
  const before = tokens[last];
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
 * Joins the readings of two sentences of a message: a search and its refinement, a question and its subject, a wish and
 * one that cannot be fulfilled. Returns null if they do not go together.
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
  // "Forget all that. Trains."
  if (one.intent === "refine" && one.change.how === "startOver" && other.intent === "search") return other;
  if (!isOfPhotos(one)) return null;
  if (other.intent === "question" || other.intent === "unknown")
    return { ...other, ...wanted, of: "search", on: [] };
  return isOfPhotos(other) ? { ...one, ...wanted } : null;
}

/** Tells whether small talk replies to or turns what was asked before: "No.", but not "Great!". */
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
