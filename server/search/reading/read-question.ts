import { languageCodes } from "#server/languages/codes.ts";
import type { Language } from "../../languages/language.ts";
import { matchAt } from "../../languages/phrases.ts";
import { tidyText, tokensOf, withoutElisions } from "../../languages/tokens.ts";
import { readApertureAndExposure } from "./aperture-and-exposure.ts";
import { readCameraSettings } from "./camera-settings.ts";
import { radiusAlone } from "./circles.ts";
import { type Claim, settle } from "./claims.ts";
import { readFiles } from "./files.ts";
import { frameOf } from "./frame/frame.ts";
import type { Frame } from "./frame/types.ts";
import { readGear } from "./gear.ts";
import {
  foreignWords,
  languageAsked,
  withoutCompounds,
  withoutSlips,
  withUmlauts,
} from "./language-detection.ts";
import { filtersOf, groupAlternatives, joinLists, negate, withJourney } from "./lists.ts";
import { sentenceWithNames } from "./name-recognition.ts";
import { readOrderAndLimit } from "./order-and-limit.ts";
import { readRatingsAndKeywords } from "./ratings-and-keywords.ts";
import { part } from "./references.ts";
import type { Sentence } from "./sentence.ts";
import { seenText } from "./text.ts";
import type { Change, Reading, ReadingContext, Subject, Wanted } from "./types.ts";
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
  const foreign = foreignIn(question, context);
  if (foreign !== null)
    return { ...emptied, language: languageCodes[0], text: foreign, intent: "search", like: [] };
  const { frame, body, language, radius } = partsOf(question, context);
  return composed(frame, frame.isNegated ? negated(body) : body, { language, context, radius });
}

/** Returns what a question in a language that is not ours looks for; null if it is in one of ours. */
export function foreignIn(question: string, context: ReadingContext): string | null {
  return foreignWords(tokensOf(tidyText(question), context.literal), namedIn(context));
}

const namedIn =
  ({ vocabulary }: ReadingContext) =>
  (word: string): boolean =>
    vocabulary.find(word).length > 0;

/** Reads the frame of a question, and what its rest says of photos; `sentence` is that rest with its names. */
export function partsOf(question: string, context: ReadingContext) {
  const text = tidyText(question);
  const isName = namedIn(context);
  const chunks = withUmlauts(tokensOf(text, context.literal), isName);
  const language = languageAsked(chunks, isName);
  const parted = withoutElisions(chunks, language.traits.elided, isName);
  const said = withoutCompounds(withoutSlips(parted, language, isName), language);
  const tokens = withPhotosOnly(said, language);
  const frame = frameOf({ text, tokens, language, context, names: new Map(), isReplacement: false });
  const rest = tokens.slice(frame.begin, frame.end);
  const sentence = sentenceWithNames(text, rest, language, context, frame.how === "replace");
  const radius = context.hasShown ? radiusAlone(sentence) : null;
  const body = bodyOf(radius === null ? sentence : part(sentence, 0, 0));
  return { text, tokens, language, frame, sentence, body, radius };
}

type Body = Omit<Wanted, "language"> & {
  claims: Claim[];
  subjects: Subject[];
  /** True if the sentence says only how many photos and in which order. */
  isOrderOnly: boolean;
  /** True if it contains a photo noun: "photos from 2021". */
  hasNoun: boolean;
};

/** Reads what a sentence says about the photos. */
function bodyOf(sentence: Sentence): Body {
  const orders = readOrderAndLimit(sentence);
  const taken: boolean[] = [];
  const take = ({ from, to }: { from: number; to: number }) => taken.fill(true, from, to);
  taken.length = sentence.tokens.length;
  for (const order of orders) take(order);
  const claims = kept(claimsOf(sentence).filter(({ from, to }) => !taken.slice(from, to).includes(true)));
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

function claimsOf(sentence: Sentence): Claim[] {
  const readers = [
    readWhen,
    readWhere,
    readWho,
    readGear,
    readCameraSettings,
    readApertureAndExposure,
    readFiles,
    readVideos,
    readRatingsAndKeywords,
  ];
  const claims = settle(readers.flatMap((read) => read(sentence)));
  return groupAlternatives(negate(sentence, joinLists(sentence, claims)));
}

interface Around {
  language: Language;
  context: ReadingContext;
  /** Of a sentence that is only a distance, km. */
  radius: number | null;
}

function composed(frame: Frame, body: Body, around: Around): Reading {
  const { claims: _, subjects, isOrderOnly: __, hasNoun: ___, ...said } = body;
  const wanted: Wanted = { language: around.language.code, ...said };
  const { on = [], like = [] } = frame;
  if (frame.chat) return { ...wanted, intent: "chat", chat: frame.chat };
  if (frame.act) return { ...wanted, intent: "act", act: frame.act, on };
  if (frame.ask || frame.lost) return asked(frame, wanted, subjects, around);
  const change = changeOf(frame, body, around);
  if (change) return { ...wanted, ...(change.how === "drop" && emptied), intent: "refine", change };
  if (frame.same) return { ...wanted, intent: "same", same: frame.same, on };
  return { ...wanted, intent: "search", like };
}

/** Makes the reading of a question; of one that has words that no answer takes into account, the rest. */
function asked(frame: Frame, wanted: Wanted, subjects: Subject[], { language, context }: Around): Reading {
  const { on = [], lost: first = "" } = frame;
  const { lost, ...kept } = withoutLost({ ...wanted, lost: first }, language);
  const isOfLibrary = subjects.length > 0 || kept.text !== "";
  const isNothing = subjects.length === 0 && wanted.text === "" && wanted.without.length === 0;
  const isAboutShown = (isNothing || !isOfLibrary) && context.hasShown && !frame.isOfAll;
  const of = on.length > 0 || frame.isOfShown || isAboutShown ? "shown" : "search";
  if (lost !== "" || !frame.ask) return { ...kept, intent: "unknown", lost, of, on };
  // "When is the latest photo of Ben?" looks for the last photo among all of them.
  const end = frame.ask === "when" && of === "search" ? endOf(wanted) : null;
  const order = end && ({ sort: "relevance", limit: null } as const);
  return { ...wanted, ...order, intent: "question", ask: end ?? frame.ask, of, on };
}

/** Returns how a sentence changes the shown search; null if it starts a new one. */
function changeOf(frame: Frame, body: Body, { context, radius }: Around): Change | null {
  const { subjects, text, without, filters, isOrderOnly, hasNoun } = body;
  const says: Subject[] = [...subjects, ...(text === "" && without.length === 0 ? [] : (["text"] as const))];
  if (radius !== null) return { how: "reach", km: radius };
  if (frame.how) {
    const { how, about = says } = frame;
    if (how === "undo") return { how, steps: frame.steps ?? 1 };
    if (frame.shift) return { how: "shift", shift: frame.shift, about };
    if (frame.but) return { how: "leaveOut", but: frame.but };
    return frame.on ? { how: "pick", on: frame.on } : { how, about };
  }
  if (!context.hasShown || (frame.like?.length ?? 0) > 0) return null;
  if (isOrderOnly) return { how: "narrow", about: [] };
  // "2021", "night" and "ISO 400" narrow the shown photos; "screenshots" and "Anna" start a new search.
  const isBare =
    subjects.length > 0 &&
    text === "" &&
    !hasNoun &&
    subjects.every((subject) => ["when", "camera", "type", "rating"].includes(subject)) &&
    !filters.some(({ field }) => ["favourite", "screenshot", "motion"].includes(field));
  return isBare ? { how: "narrow", about: says } : null;
}

/** Splits off the words of a question that no answer takes into account. The rest is a search without an order. */
function withoutLost(
  reading: Wanted & { lost: string },
  { intent, functionWords, photoNouns, filler }: Language,
): Wanted & { lost: string } {
  const whole = { ...reading, sort: "relevance", limit: null } as const;
  const tokens = tokensOf(reading.text, []);
  const at = tokens.findIndex((_, index) => matchAt(intent.unanswerable, tokens, index) !== null);
  if (at < 0) return reading.lost === "" ? reading : whole;
  const from = tokens[at]?.from ?? 0;
  const lost = [reading.lost, reading.text.slice(from)].filter((words) => words !== "").join(" … ");
  const isEmpty = tokens
    .slice(0, at)
    .every(({ word, isMark }) => isMark || [filler, functionWords, photoNouns].some((set) => set.has(word)));
  return { ...whole, lost, text: isEmpty ? "" : reading.text.slice(0, from).trim(), either: [] };
}

function endOf({ sort, limit }: Pick<Wanted, "sort" | "limit">): "first" | "last" | null {
  if (limit !== 1) return null;
  return sort === "oldest" ? "first" : sort === "newest" ? "last" : null;
}

/** Turns everything that a sentence says into its negation. */
function negated(body: Body): Body {
  const filters = body.filters.map((filter) => ({ ...filter, negated: !filter.negated }));
  return { ...body, filters, text: "", either: [], without: body.text === "" ? [] : [body.text] };
}

/** The parts of a reading that stay empty when something is dropped. */
const emptied = {
  text: "",
  either: [],
  without: [],
  filters: [],
  sort: "relevance",
  limit: null,
  more: null,
  perDay: false,
} satisfies Partial<Wanted>;
