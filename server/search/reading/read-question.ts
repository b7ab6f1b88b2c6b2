import { languageCodes } from "#server/languages/codes.ts";
import { type Token, tidyText, tokensOf, withoutElisions, withoutFillers } from "../../languages/tokens.ts";
import { readAlbumsAndTrips } from "./albums-and-trips.ts";
import { readApertureAndExposure } from "./aperture-and-exposure.ts";
import { readBareBound } from "./bare-bounds.ts";
import { readCameraSettings } from "./camera-settings.ts";
import { radiusAlone } from "./circles.ts";
import { type Claim, settle } from "./claims.ts";
import { type Body, composed, emptied } from "./compose.ts";
import { fieldsIn } from "./fields.ts";
import { readFiles } from "./files.ts";
import { frameOf } from "./frame/frame.ts";
import { type Grouped, groupingIn } from "./frame/grouping.ts";
import type { Frame } from "./frame/types.ts";
import { readGear } from "./gear.ts";
import { readGearKinds } from "./gear-kinds.ts";
import {
  foreignWords,
  languageAsked,
  withApostrophes,
  withoutCompounds,
  withoutPossessives,
  withoutSlips,
  withUmlauts,
} from "./language-detection.ts";
import { filtersOf, groupAlternatives, joinLists, negate, withJourney } from "./lists.ts";
import { joinedReading, messageParts } from "./message.ts";
import { sentenceWithNames } from "./name-recognition.ts";
import { readOrderAndLimit } from "./order-and-limit.ts";
import { readRatingsAndKeywords } from "./ratings-and-keywords.ts";
import { part } from "./references.ts";
import { relativesIn } from "./relations.ts";
import { type Sentence, written } from "./sentence.ts";
import { withoutSlipsOfThings } from "./slips-of-things.ts";
import { seenText } from "./text.ts";
import type { Reading, ReadingContext } from "./types.ts";
import { readVideos, withPhotosOnly } from "./videos.ts";
import { readWhen } from "./when/when.ts";
import { readWhere } from "./where.ts";
import { readWho } from "./who.ts";
import { readAbsences } from "./without.ts";

const mostFilters = 50;

/**
 * Reads a question in a language of ours: which photos are meant, what they show, and what to do with them. The same
 * text and context always give the same reading. It never throws, takes only milliseconds for any text, and reads at
 * most 2,000 characters.
 */
export function readQuestion(question: string, context: ReadingContext): Reading {
  const said = saidIn(question, context);
  const foreign = foreignWords(said.chunks, namedIn(context));
  if (foreign !== null)
    return { ...emptied, language: languageCodes[0], text: foreign, intent: "search", like: [] };
  const { language, parts } = heardIn(said, context);
  const [first, ...others] = parts.map(({ frame, body, radius, context }) =>
    composed(frame, body, { language, context, radius }),
  );
  const whole =
    first && others.reduce<Reading | null>((before, next) => before && joinedReading(before, next), first);
  if (whole) return whole;
  const { frame, body, radius } = partOf(taggedOf(said, context), context);
  return composed(frame, body, { language, context, radius });
}

/** Returns the words that a question in a language without a grammar looks for; null if it is in a language of ours. */
export function foreignIn(question: string, context: ReadingContext): string | null {
  return foreignWords(saidIn(question, context).chunks, namedIn(context));
}

/** A tidy text, and its words and marks as they were written. */
interface Said {
  text: string;
  chunks: Token[];
}

function saidIn(question: string, context: ReadingContext): Said {
  const text = tidyText(question);
  return { text, chunks: tokensOf(text, context.literal) };
}

const namedIn =
  ({ vocabulary }: ReadingContext) =>
  (word: string): boolean =>
    vocabulary.find(word).length > 0;

/** Reads each sentence of a message: its frame, and what its rest says of photos. */
export const heardOf = (question: string, context: ReadingContext) =>
  heardIn(saidIn(question, context), context);

function heardIn(said: Said, context: ReadingContext) {
  const message = taggedOf(said, context);
  const sentences = messageParts({ ...message, context, names: new Map(), isReplacement: false });
  let { hasShown } = context;
  const parts = sentences.map((tokens) => {
    const said = partOf({ ...message, tokens }, { ...context, hasShown });
    // The photos of this sentence count as shown for the next one. A greeting shows none.
    hasShown ||= !said.frame.chat && said.sentence.tokens.length > 0;
    return said;
  });
  return { ...message, parts };
}

function taggedOf({ text, chunks }: Said, context: ReadingContext) {
  const isName = namedIn(context);
  const spelled = withUmlauts(chunks, isName);
  const language = languageAsked(spelled, isName);
  const spoken = withoutFillers(spelled, language);
  const parted = withApostrophes(withoutElisions(spoken, language.traits.elided, isName), language, isName);
  const bare = withoutPossessives(parted, language);
  const said = withoutCompounds(withoutSlips(bare, language, isName), language);
  const tokens = withoutSlipsOfThings(withPhotosOnly(said, language), language, context);
  return { text, language, tokens };
}

/** Reads the frame of a sentence, and what its rest says of photos; `sentence` is that rest with its names. */
function partOf({ text, language, tokens }: ReturnType<typeof taggedOf>, context: ReadingContext) {
  const said = { text, tokens, language, context, names: new Map(), isReplacement: false };
  const grouped = groupingIn(said);
  const left = grouped ? [...tokens.slice(0, grouped.from), ...tokens.slice(grouped.to)] : tokens;
  const bare = frameOf({ ...said, tokens: left });
  const frame = grouped ? groupedFrame(bare, grouped, written(said, grouped.from, grouped.to)) : bare;
  const isWhole = frame.begin === 0 && frame.end === left.length;
  const rest = isWhole ? left : left.slice(frame.begin, frame.end);
  const sentence = sentenceWithNames(text, rest, language, context, frame.how === "replace");
  const radius = context.hasShown ? radiusAlone(sentence) : null;
  const body = bodyOf(radius === null ? sentence : part(sentence, 0, 0));
  return { frame, sentence, body, radius, context };
}

/** Makes a question for a table out of one for a number; other questions have no table. */
function groupedFrame(frame: Frame, { by }: Grouped, words: string): Frame {
  if (frame.chat || frame.act) return frame;
  if (frame.lost) return { ...frame, lost: `${frame.lost} … ${words}` };
  return frame.ask && frame.ask !== "count" ? { ...frame, lost: words } : { ...frame, ask: "table", by };
}

/** Reads what a sentence says about the photos. */
function bodyOf(sentence: Sentence): Body {
  const bare = readBareBound(sentence);
  const albums = readAlbumsAndTrips(sentence).filter(({ rule }) => rule === "album");
  // "the album Best of Naples" asks for no order, and "at most 3" of the stars for no number of photos.
  const orders = readOrderAndLimit(sentence).filter(
    (order) => ![...albums, ...bare].some(({ from, to }) => order.from < to && from < order.to),
  );
  const taken: boolean[] = [];
  const take = ({ from, to }: { from: number; to: number }) => taken.fill(true, from, to);
  taken.length = sentence.tokens.length;
  for (const order of orders) take(order);
  const { claims: fields, problems } = fieldsIn(sentence);
  const { claims: relatives, whom } = relativesIn(sentence);
  const claims = kept(
    claimsOf(sentence, [...bare, ...fields, ...relatives]).filter(
      ({ from, to }) => !taken.slice(from, to).includes(true),
    ),
  );
  for (const claim of claims) take(withJourney(sentence, claim));
  const absences = readAbsences(sentence, (at) => taken[at] === true);
  for (const absence of absences) take(absence);
  const hasNoun = sentence.tokens.some(({ word }) => sentence.language.photoNouns.has(word));
  const isSaid = claims.length + absences.length + orders.length > 0;
  const { text, either } = seenText(sentence, (at) => taken[at] === true, isSaid);
  return {
    text,
    either,
    without: absences.flatMap(({ things }) => things),
    filters: claims.flatMap((claim, number) => filtersOf(sentence, claim, number)),
    sort: orders.findLast(({ sort }) => sort)?.sort ?? "relevance",
    limit: orders.find(({ limit }) => limit)?.limit ?? null,
    more: orders.find(({ more }) => more)?.more ?? null,
    perDay: orders.some(({ perDay }) => perDay),
    ...(whom !== null && { whom }),
    ...(problems.length > 0 && { problems }),
    claims,
    subjects: [...new Set(claims.map(({ subject }) => subject))],
    isOrderOnly: orders.length > 0 && claims.length + absences.length + text.length === 0 && !hasNoun,
    hasNoun,
  };

  function kept(settled: Claim[]): Claim[] {
    let filters = 0;
    return settled.filter(({ conditions }) => {
      filters += conditions.length;
      return filters <= mostFilters;
    });
  }
}

function claimsOf(sentence: Sentence, ahead: Claim[]): Claim[] {
  const readers = [
    readWhen,
    readAlbumsAndTrips,
    readWhere,
    readWho,
    readGear,
    readGearKinds,
    readCameraSettings,
    readApertureAndExposure,
    readFiles,
    readVideos,
    readRatingsAndKeywords,
  ];
  const claims = settle([...ahead, ...readers.flatMap((read) => read(sentence))]);
  return groupAlternatives(negate(sentence, joinLists(sentence, claims)));
}
