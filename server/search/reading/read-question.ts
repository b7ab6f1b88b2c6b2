import type { Language } from "../../languages/language.ts";
import { matchAt } from "../../languages/phrases.ts";
import { tidyText, tokensOf } from "../../languages/tokens.ts";
import { readCameraSettings } from "./camera-settings.ts";
import { radiusAlone } from "./circles.ts";
import { type Claim, settle } from "./claims.ts";
import { readFiles } from "./files.ts";
import { frameOf } from "./frame/frame.ts";
import type { Frame } from "./frame/types.ts";
import { readGear } from "./gear.ts";
import { languageAsked, withoutCompounds, withoutSlips, withUmlauts } from "./language-detection.ts";
import { filtersOf, groupAlternatives, joinLists, negate, withJourney } from "./lists.ts";
import { sentenceWithNames } from "./name-recognition.ts";
import { readOrderAndLimit } from "./order-and-limit.ts";
import { readRatingsAndKeywords } from "./ratings-and-keywords.ts";
import { part } from "./references.ts";
import type { Sentence } from "./sentence.ts";
import { seenText } from "./text.ts";
import type { Reading, ReadingContext, Subject } from "./types.ts";
import { readWhen } from "./when/when.ts";
import { readWhere } from "./where.ts";
import { readWho } from "./who.ts";
import { readAbsences } from "./without.ts";

const mostFilters = 50;

/**
 * Reads a question in English or German: which photos are meant, what they show, and what to do with them. The same
 * text and context always give the same reading. It never throws, takes only milliseconds for any text, and reads at
 * most 2,000 characters.
 */
export function readQuestion(question: string, context: ReadingContext): Reading {
  const { frame, body, language } = partsOf(question, context);
  return composed(frame, frame.isNegated ? negated(body) : body, language, context);
}

/** Reads the frame of a question, and what its rest says of photos; `sentence` is that rest with its names. */
export function partsOf(question: string, context: ReadingContext) {
  const text = tidyText(question);
  const isName = (word: string) => context.vocabulary.find(word).length > 0;
  const chunks = withUmlauts(tokensOf(text, context.literal), isName);
  const language = languageAsked(chunks);
  const tokens = withoutCompounds(withoutSlips(chunks, language, isName), language);
  const frame = frameOf({ text, tokens, language, context, names: new Map(), isReplacement: false });
  const rest = tokens.slice(frame.begin, frame.end);
  const sentence = sentenceWithNames(text, rest, language, context, frame.how === "replace");
  const radius = context.hasShown ? radiusAlone(sentence) : null;
  const body = radius === null ? bodyOf(sentence) : { ...bodyOf(part(sentence, 0, 0)), radius };
  return { text, tokens, language, frame, sentence, body };
}

type Body = Pick<
  Reading,
  "text" | "either" | "without" | "filters" | "sort" | "limit" | "more" | "radius" | "perDay"
> & {
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
    radius: null,
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
    readFiles,
    readRatingsAndKeywords,
  ];
  const claims = settle(readers.flatMap((read) => read(sentence)));
  return groupAlternatives(negate(sentence, joinLists(sentence, claims)));
}

function composed(
  frame: Frame,
  { claims: _, subjects, isOrderOnly, hasNoun, ...body }: Body,
  language: Language,
  context: ReadingContext,
): Reading {
  const says = [...subjects, ...(body.text === "" && body.without.length === 0 ? [] : (["text"] as const))];
  const isEmpty = says.length === 0;
  const on = frame.on ?? [];
  const reading: Reading = {
    language: language.code,
    ...body,
    like: frame.like ?? [],
    on,
    same: frame.same ?? null,
    but: frame.but ?? [],
    shift: frame.shift ?? null,
    steps: frame.steps ?? 1,
    intent: "search",
    refine: null,
    question: null,
    lost: frame.lost ?? "",
    act: frame.act ?? null,
    chat: frame.chat ?? null,
    isFollowUp: false,
  };
  if (frame.chat) return { ...reading, intent: "chat" };
  if (frame.act) return { ...reading, intent: "act", isFollowUp: true };
  const kept = frame.ask || frame.lost ? withoutLost(reading, language) : reading;
  const isAboutShown = isEmpty || (subjects.length === 0 && kept.text === "");
  const isOfShown = on.length > 0 || frame.isOfShown || (isAboutShown && context.hasShown && !frame.isOfAll);
  if (kept.lost !== "" && !isOfShown) return kept;
  if (kept.lost !== "")
    return { ...kept, intent: "refine", refine: { how: "narrow", about: [] }, isFollowUp: true };
  if (frame.ask) {
    const of = isOfShown ? ("shown" as const) : ("search" as const);
    // "When is the latest photo of Ben?" looks for the last photo among all of them.
    const end = frame.ask === "when" && of === "search" ? endOf(body) : null;
    const asked = end ? { ...reading, sort: "relevance" as const, limit: null } : reading;
    const question = { ask: end ?? frame.ask, of };
    return { ...asked, intent: "question", question, isFollowUp: of === "shown" };
  }
  if (body.radius !== null)
    return { ...reading, intent: "refine", refine: { how: "narrow", about: ["where"] }, isFollowUp: true };
  if (isOrderOnly && context.hasShown && !frame.how && reading.like.length === 0) {
    return { ...reading, intent: "refine", refine: { how: "narrow", about: [] }, isFollowUp: true };
  }
  // "2021", "night" and "ISO 400" narrow the shown photos; "screenshots" and "Anna" start a new search.
  const isBare =
    subjects.length > 0 &&
    body.text === "" &&
    subjects.every((subject) => ["when", "camera", "type", "rating"].includes(subject)) &&
    !body.filters.some(({ field }) => field === "favourite" || field === "screenshot");
  if (isBare && context.hasShown && !frame.how && reading.like.length === 0 && !hasNoun) {
    return { ...reading, intent: "refine", refine: { how: "narrow", about: says }, isFollowUp: true };
  }
  if (frame.how) {
    const about = frame.about ?? says;
    const refine = { how: frame.how, about };
    const isGone = frame.how === "drop";
    return {
      ...reading,
      ...(isGone && emptied),
      intent: "refine",
      refine,
      isFollowUp: frame.how !== "startOver",
    };
  }
  return { ...reading, isFollowUp: reading.like.length > 0 };
}

/** Splits off the words of a question that no answer takes into account. The rest is a search without an order. */
function withoutLost(reading: Reading, { intent, functionWords, photoNouns, filler }: Language): Reading {
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

function endOf({ sort, limit }: Pick<Reading, "sort" | "limit">): "first" | "last" | null {
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
} satisfies Partial<Reading>;
