import type { Language } from "../../languages/language.ts";
import { matchAt } from "../../languages/phrases.ts";
import { tokensOf } from "../../languages/tokens.ts";
import type { Claim } from "./claims.ts";
import type { Frame } from "./frame/types.ts";
import type { Change, Reading, ReadingContext, Subject, Wanted } from "./types.ts";

/** The part of a reading that says which photos are meant. */
export type Body = Omit<Wanted, "language" | "refused"> & {
  claims: Claim[];
  subjects: Subject[];
  /** True if the sentence says only how many photos and in which order. */
  isOrderOnly: boolean;
  /** True if it contains a photo noun: "photos from 2021". */
  hasNoun: boolean;
};

export interface Around {
  language: Language;
  context: ReadingContext;
  /** The distance in km, if the sentence is nothing else. */
  radius: number | null;
}

/** Makes a reading from the form of a sentence and from the rest of it. */
export function composed(frame: Frame, body: Body, around: Around): Reading {
  const {
    claims: _,
    subjects,
    isOrderOnly: __,
    hasNoun: ___,
    ...said
  } = frame.isNegated ? negated(body) : body;
  const wanted: Wanted = { language: around.language.code, ...said, refused: frame.refused ?? null };
  const { on = [], like = [] } = frame;
  if (frame.chat) return { ...wanted, intent: "chat", chat: frame.chat };
  if (frame.act) return { ...wanted, intent: "act", act: frame.act, on };
  // "what was in May" asks for the photos of May and has no further question.
  const isPlain = frame.isOpen === true && wanted.text === "";
  if (frame.ask || (frame.lost && !isPlain)) return asked(frame, wanted, subjects, around);
  const change = changeOf(frame, body, around);
  if (change) return { ...wanted, ...(change.how === "drop" && emptied), intent: "refine", change };
  if (frame.same) return { ...wanted, intent: "same", same: frame.same, on };
  return (
    eachOf(wanted, around.language) ??
    sentOf(wanted, around.language, around.context) ?? { ...wanted, intent: "search", like }
  );
}

/**
 * Makes the reading of a question. If no answer takes some of its words into account, it makes a search of the rest.
 */
function asked(frame: Frame, wanted: Wanted, subjects: Subject[], { language, context }: Around): Reading {
  const { on = [], lost: first = "" } = frame;
  const { lost, ...kept } = withoutLost({ ...aboutOf(frame, wanted, language), lost: first }, language);
  const isOfLibrary = subjects.length > 0 || kept.text !== "";
  const isNothing = subjects.length === 0 && wanted.text === "" && wanted.without.length === 0;
  const isAboutShown = (isNothing || !isOfLibrary) && context.hasShown && !frame.isOfAll;
  const of = on.length > 0 || frame.isOfShown || isAboutShown ? "shown" : "search";
  if (lost !== "" || !frame.ask)
    return {
      ...kept,
      intent: "unknown",
      ...(frame.isCourse && { sort: "oldest" }),
      lost: frame.isOpen ? "" : lost,
      of,
      on,
    };
  // "When is the latest photo of Ben?" looks for the last photo among all of them.
  const end = frame.ask === "when" && of === "search" ? endOf(wanted) : null;
  const order = end && ({ sort: "relevance", limit: null } as const);
  return { ...wanted, ...order, intent: "question", ask: end ?? frame.ask, by: frame.by ?? null, of, on };
}

/** Reads "the best photo from each park". Choosing one of each is not possible, so all are shown. */
function eachOf(wanted: Wanted, { talk }: Language): Reading | null {
  if (wanted.limit === null) return null;
  const tokens = tokensOf(wanted.text, []);
  const at = tokens.findIndex((_, index) => matchAt(talk.eachOf, tokens, index) !== null);
  if (at < 0) return null;
  const from = tokens[at]?.from ?? 0;
  const each = matchAt(talk.eachOf, tokens, at)?.to ?? at;
  const text =
    `${wanted.text.slice(0, from)} ${wanted.text.slice(tokens[each]?.from ?? wanted.text.length)}`.trim();
  const lost = wanted.text.slice(from, tokens[each - 1]?.to);
  return { ...wanted, text, either: [], limit: null, intent: "unknown", lost, of: "search", on: [] };
}

/**
 * Reads "the photo Ben sent me" and "that Ben took". Nobody knows who sent or took a photo, and Ben need not be in it.
 */
function sentOf(wanted: Wanted, { talk }: Language, { vocabulary }: ReadingContext): Reading | null {
  const tokens = tokensOf(wanted.text, []);
  const isPerson = (at: number) =>
    vocabulary.find(tokens[at]?.word ?? "").some(({ kind }) => kind === "person");
  const taker = tokens.findIndex(({ word }, at) => talk.takings.has(word) && isPerson(at - 1));
  const sent = tokens.findIndex((_, index) => matchAt(talk.sent, tokens, index) !== null);
  const sender = wanted.filters.findLast(({ field }) => field === "people");
  const at = taker >= 0 ? taker : sender ? sent : -1;
  if (at < 0) return null;
  const from = tokens[taker < 0 ? at : at - 1]?.from ?? 0;
  const end = taker >= 0 ? at : (matchAt(talk.sent, tokens, at)?.to ?? at) - 1;
  const to = tokens[end]?.to ?? from;
  const text = `${wanted.text.slice(0, from)}${wanted.text.slice(to)}`.trim();
  const said = wanted.text.slice(from, to);
  const lost = taker < 0 && sender ? `${sender.words} ${said}` : said;
  const filters = taker >= 0 ? wanted.filters : wanted.filters.filter((filter) => filter !== sender);
  return { ...wanted, text, filters, intent: "unknown", lost, of: "search", on: [] };
}

/** Keeps the subject of an open question: "which receipt has the highest total" leaves the receipt. */
function aboutOf({ verb, isOpen }: Frame, wanted: Wanted, { talk }: Language): Wanted {
  if (!isOpen) return wanted;
  const tokens = tokensOf(wanted.text, []);
  const at =
    verb === undefined ? -1 : tokens.findIndex(({ word }, at) => at > 0 && talk.auxiliaries.has(word));
  const text = at === -1 ? wanted.text : wanted.text.slice(0, tokens[at]?.from).trim();
  return { ...wanted, text, either: [] };
}

/** Returns how a sentence changes the shown search; null if it starts a new one. */
function changeOf(frame: Frame, body: Body, { context, radius }: Around): Change | null {
  const { subjects, text, without, filters, isOrderOnly, hasNoun } = body;
  const says: Subject[] = [...subjects, ...(text === "" && without.length === 0 ? [] : (["text"] as const))];
  if (radius !== null) return { how: "reach", km: radius };
  if (frame.how) {
    const { how, about = says } = frame;
    if (how === "undo") return { how, steps: frame.steps ?? 1 };
    if (how === "both") return { how };
    if (how === "drop" && (filters.length > 0 || text !== ""))
      return { how, about, named: { filters, text } };
    if (frame.shift) return { how: "shift", shift: frame.shift, about };
    if (frame.but) return { how: "leaveOut", but: frame.but };
    if (!frame.on) return { how, about };
    return { how: "pick", on: frame.on, ...(frame.goesOn && { goesOn: true }) };
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
  const isPlaceOfTime =
    context.shows?.every((subject) => subject === "when" || subject === "where") &&
    context.shows.length > 0 &&
    says.join() === "where";
  return isBare || (isPlaceOfTime && !hasNoun) ? { how: "narrow", about: says } : null;
}

/** Splits off the words of a question that no answer takes into account. The rest is a search without an order. */
function withoutLost(
  reading: Wanted & { lost: string },
  { intent, talk, functionWords, photoNouns, filler }: Language,
): Wanted & { lost: string } {
  const whole = { ...reading, sort: "relevance", limit: null } as const;
  const tokens = tokensOf(reading.text, []);
  const isTrip = tokens.length > 0 && talk.trips.has(tokens.at(-1)?.word ?? "");
  const unread = tokens.findIndex((_, index) => matchAt(intent.unanswerable, tokens, index) !== null);
  const at = unread < 0 && isTrip ? tokens.length - 1 : unread;
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

/** The empty parts of a reading that drops something. */
export const emptied = {
  text: "",
  either: [],
  without: [],
  filters: [],
  sort: "relevance",
  limit: null,
  more: null,
  perDay: false,
  refused: null,
} satisfies Partial<Wanted>;
