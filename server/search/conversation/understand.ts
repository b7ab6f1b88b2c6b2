import { usualFields } from "../../languages/field-names.ts";
import { languageOf } from "../../languages/languages.ts";
import type { Grouping } from "../../languages/meanings.ts";
import type { Wording } from "../../languages/wording.ts";
import type { Photos } from "../../library/photos.ts";
import { everything } from "../plan/everything.ts";
import { planOf } from "../read-plan.ts";
import type { Ask, Change, Reading, Reference, Wanted } from "../reading/types.ts";
import type { ClockInput } from "../search.ts";
import type { SearchPlan } from "../types.ts";
import { type AskingNeeds, askedAfter } from "./asked-after.ts";
import { changedBy } from "./changed.ts";
import { corrected } from "./correct.ts";
import { concerns } from "./drop.ts";
import { broughtBack, continued, encircled } from "./going-on.ts";
import { type PointNeeds, pointTo } from "./point-to.ts";
import { joined, refined } from "./refine.ts";
import { sharing, tripOf } from "./same.ts";
import { otherYear, shifted } from "./shift.ts";
import { groundOf, type ShownTurn, type Standing } from "./shown.ts";

/** The action that a turn has to take. */
export type Understanding =
  /**
   * `ahead` is said before the answer: which words were not understood, or which wish cannot be fulfilled. `whom` is a
   * named relation that nobody has and that the plan does not ask about.
   */
  | { does: "search"; plan: SearchPlan; ahead?: string; whom?: string }
  /** `plan` finds the photos that the question is about. */
  | { does: "answer"; plan: SearchPlan; ask: Ask; ahead?: string; whom?: string }
  /** Asks whether to mark the plan's photos, or marks them once the person has agreed. */
  | { does: "ask" | "perform"; plan: SearchPlan }
  | { does: "say"; plan: SearchPlan; words: string };

export interface Message extends ClockInput {
  text: string;
  /** Ids of the photos attached to the sentence. */
  photoIds: string[];
}

interface Needs extends PointNeeds, Pick<AskingNeeds, "relatives"> {
  photos: Photos;
}

const mostLike = 20;
const mostAmong = 1_000;

/** A sentence, and everything that is needed to understand it. */
interface Heard {
  needs: Needs;
  owner: string;
  sentence: Message;
  standing: Standing;
  say: Wording;
  saying(words: string): Understanding;
  point(references: Reference[]): Promise<string[]>;
}
type Of<Intent extends Reading["intent"]> = Extract<Reading, { intent: Intent }>;

/** Decides what a sentence means at this point of a conversation. */
export async function understand(
  needs: Needs,
  owner: string,
  sentence: Message,
  standing: Standing,
  signal?: AbortSignal,
): Promise<Understanding> {
  const reading = await needs.search.read(owner, sentence, groundOf(sentence, standing));
  const { language } = reading;
  const say = languageOf(language).wording;
  const saying = (words: string): Understanding => ({
    does: "say",
    plan: { ...everything, intent: "chat", language },
    words,
  });
  const point = (references: Reference[]) => pointTo(needs, owner, references, standing, signal);
  const heard: Heard = { needs, owner, sentence, standing, say, saying, point };
  const wrong = reading.problems?.[0];
  if (wrong) {
    const { field, value, meant } = wrong;
    const fields = [...new Set(usualFields.values())];
    return saying(value === null ? say.noField(field, fields) : say.noValue(field, value, meant));
  }
  const understood = await understoodIn(heard, reading);
  const ahead = [
    reading.refused && say.refused[reading.refused],
    reading.intent === "unknown" && (reading.lost === "" ? say.cannotAnswer : say.lost(reading.lost)),
  ].filter((words) => typeof words === "string");
  const before = standing.searches.at(-1)?.plan;
  if (understood.does === "search" && understood.plan.intent === "refine" && before)
    understood.plan = { ...understood.plan, changed: changedBy(before, understood.plan) };
  if (understood.does !== "search" && understood.does !== "answer") return understood;
  const { whom } = reading;
  const relation = whom ? await askedAfter(needs, owner, whom, standing) : null;
  return {
    ...understood,
    ...(ahead.length > 0 && { ahead: ahead.join(" ") }),
    ...(relation !== null && { plan: { ...understood.plan, whom: { relation } } }),
    ...(whom && relation === null && { whom: whom.said }),
  };
}

async function understoodIn(heard: Heard, reading: Reading): Promise<Understanding> {
  const { photoIds } = heard.sentence;
  if (photoIds.length > 0)
    return { does: "search", plan: { ...planOf(reading), intent: "search", like: photoIds } };
  switch (reading.intent) {
    case "chat":
      return chatted(heard, reading);
    case "act":
      return acted(heard, reading);
    case "same":
      return sameAs(heard, reading);
    case "question":
      return asked(heard, reading);
    case "unknown":
      return rest(heard, reading);
    case "search":
      return searched(heard, reading);
    case "refine":
      return changed(heard, reading);
  }
}

function chatted({ standing, say, saying }: Heard, { chat, refused }: Of<"chat">): Understanding {
  // The plan becomes small talk, so that a second "yes" does nothing.
  if (chat === "assent" && standing.pending)
    return { does: "perform", plan: { ...standing.pending, intent: "chat" } };
  return saying(refused ? say.refused[refused] : say.chat[chat]);
}

async function acted(heard: Heard, { act, on, language }: Of<"act">): Promise<Understanding> {
  const among = (await heard.point(on)).slice(0, mostAmong);
  if (among.length === 0) return nothingMeant(heard);
  return { does: "ask", plan: { ...everything, among, act, intent: "act", language } };
}

async function sameAs(heard: Heard, { same, on, language }: Of<"same">): Promise<Understanding> {
  const { needs, owner, sentence, say, saying } = heard;
  if (same === "trip") return sameTrip(heard, on, language);
  const [photoId] = await heard.point(on);
  const [photo] = photoId ? await needs.photos.get(owner, [photoId]) : [];
  if (!photo) return nothingMeant(heard);
  const filter = sharing(photo, same, sentence.text, say);
  if (!filter) return saying(say.unknown[same === "place" ? "where" : "when"]);
  return { does: "search", plan: { ...everything, language, filters: [filter] } };
}

/**
 * Finds the trip of "that trip": the one of the photo that is pointed at, or of the first shown photo that is from a
 * trip.
 */
async function sameTrip(
  heard: Heard,
  on: Reference[],
  language: SearchPlan["language"],
): Promise<Understanding> {
  const { needs, owner, sentence, say, saying } = heard;
  const one = await heard.point(on);
  const ids = one.length > 0 ? one : await heard.point([{ refer: "all" }]);
  const photos = new Map(
    (await needs.photos.get(owner, ids.slice(0, mostAmong))).map((each) => [each.id, each]),
  );
  if (photos.size === 0) return nothingMeant(heard);
  const { trips = [] } = await needs.search.collected(owner);
  for (const id of ids) {
    const photo = photos.get(id);
    const filter = photo && tripOf(photo, trips, sentence.text, languageOf(language).label);
    if (filter) return { does: "search", plan: { ...everything, language, filters: [filter] } };
  }
  return saying(say.unknown.when);
}

async function asked(heard: Heard, reading: Of<"question">): Promise<Understanding> {
  const { ask } = reading;
  if (reading.of === "search") return { does: "answer", plan: planOf(reading), ask };
  const about = await questioned(reading, heard.standing.shown, heard.point);
  const isClear = about && (ask !== "about" || about.among.length === 1);
  return isClear ? askedAgain(about, reading) : nothingMeant(heard);
}

async function searched(heard: Heard, reading: Of<"search">): Promise<Understanding> {
  if (reading.like.length === 0) return { does: "search", plan: planOf(reading) };
  const like = (await heard.point(reading.like)).slice(0, mostLike);
  return like.length === 0 ? nothingMeant(heard) : { does: "search", plan: { ...planOf(reading), like } };
}

/** Does the part of a question that was understood. */
async function rest(heard: Heard, reading: Of<"unknown">): Promise<Understanding> {
  const { searches } = heard.standing;
  const before = reading.of === "shown" ? searches.at(-1) : undefined;
  if (!before) return { does: "search", plan: planOf(reading) };
  return picked(heard, reading, reading.on, before.plan);
}

/** Says that it is not clear which photos are meant, or that none are shown. */
function nothingMeant({ standing, say, saying }: Heard): Understanding {
  return saying(standing.shown ? say.whichOne : say.nothingShown);
}

async function changed(heard: Heard, reading: Of<"refine">): Promise<Understanding> {
  const { needs, owner, standing, say, saying } = heard;
  const change = continued(reading, standing);
  if (change.how === "undo") {
    const earlier = standing.searches.at(-1 - change.steps);
    const last = standing.searches.at(-change.steps);
    if (!earlier || !last) return saying(say.nothingToUndo);
    return { does: "search", plan: { ...earlier.plan, intent: "refine", undoes: last.turnId } };
  }
  const before = standing.searches.at(-1);
  if (!before || change.how === "startOver") return { does: "search", plan: planOf(reading) };
  switch (change.how) {
    case "drop":
      if (!concerns(before.plan, change.about, change.named)) return saying(say.nothingToDrop);
      return { does: "search", plan: refined(before.plan, reading, change) };
    case "reach": {
      const round = encircled(before.plan, await needs.search.vocabulary(owner));
      if (!round) return saying(say.nothingToDrop);
      return { does: "search", plan: refined(round, reading, change) };
    }
    case "correct": {
      const plan = corrected(before.plan, change.about, await needs.search.vocabulary(owner));
      return plan ? { does: "search", plan: { ...plan, undoes: null } } : saying(say.nothingToCorrect);
    }
    case "leaveOut":
      return leftOut(heard, reading, change.but, before);
    case "pick":
      return picked(heard, reading, change.on, before.plan);
    case "restore": {
      const plan = refined(before.plan, reading, change);
      const isSame =
        JSON.stringify([plan.filters, plan.without]) ===
        JSON.stringify([before.plan.filters, before.plan.without]);
      return isSame ? saying(say.nothingToDrop) : { does: "search", plan };
    }
    case "both": {
      const earlier = standing.searches.at(-2);
      if (!earlier) return saying(say.nothingToUndo);
      const plan = joined(earlier.plan, before.plan);
      // A sentence that only narrows the earlier search keeps the rest of it.
      return { does: "search", plan: plan ?? { ...before.plan, intent: "refine" } };
    }
    case "again":
      return { does: "search", plan: broughtBack(standing, before.plan, reading, change.about) };
    case "narrow":
    case "widen":
      return { does: "search", plan: refined(before.plan, reading, change) };
    case "add":
    case "replace":
    case "shift":
      return elsewhere(heard, reading, change, before.plan);
  }
}

async function leftOut(
  heard: Heard,
  reading: Wanted,
  but: Reference[],
  before: ShownTurn,
): Promise<Understanding> {
  const tiles = await heard.point(but);
  if (tiles.length === 0) return heard.saying(heard.say.whichOne);
  // Near-duplicates that are folded into a tile go with it.
  const { hits } = await heard.needs.search.loadWhole(heard.owner, before.resultSetId);
  const gone = tiles.flatMap((id) => [id, ...(hits.find(({ photoId }) => photoId === id)?.more ?? [])]);
  const except = [...new Set([...before.plan.except, ...gone])].slice(0, mostAmong);
  return { does: "search", plan: { ...refined(before.plan, reading), except } };
}

/** Keeps only the shown photos that are pointed at, if single ones are. */
async function picked(
  heard: Heard,
  reading: Reading,
  on: Reference[],
  before: SearchPlan,
): Promise<Understanding> {
  const narrower = refined(before, reading);
  if (!on.some(({ refer }) => refer !== "all")) return { does: "search", plan: narrower };
  const among = (await heard.point(on)).slice(0, mostAmong);
  if (among.length === 0) return heard.saying(heard.say.whichOne);
  const plan = { ...planOf(reading), filters: narrower.filters, among, intent: "refine" as const };
  return { does: "search", plan };
}

type Other = Extract<Change, { how: "add" | "replace" | "shift" }>;

/** Moves the search to another time or place; "and in Porto?" asks the previous question about Porto. */
async function elsewhere(
  { needs, owner, sentence, standing, say, saying }: Heard,
  reading: Wanted,
  change: Other,
  before: SearchPlan,
): Promise<Understanding> {
  const { shown } = standing;
  const last =
    shown?.plan.intent === "question" && shown.plan.ask ? { by: shown.plan.by, ask: shown.plan.ask } : null;
  const shift =
    change.how === "shift" ? change.shift : change.how === "replace" ? otherYear(before, reading) : null;
  if (shift) {
    const step = { ...shift, words: sentence.text, now: sentence.now ?? new Date().toISOString() };
    const read = (text: string, now: string) => needs.search.read(owner, { ...sentence, text, now });
    const plan = await shifted(before, step, read, say);
    if (plan) return last ? askedAgain(plan, last) : { does: "search", plan };
    if (reading.filters.length === 0) return saying(say.noTime);
  }
  if (last) return askedAgain(refined(before, reading, { how: "replace", about: change.about }), last);
  return { does: "search", plan: refined(before, reading, change) };
}

function askedAgain(plan: SearchPlan, { ask, by }: { ask: Ask; by: Grouping | null }): Understanding {
  return { does: "answer", plan: { ...plan, intent: "question", ask, by }, ask };
}

/** Makes a plan for a question about photos that are shown; null if it is not clear which ones. */
async function questioned(
  reading: Of<"question">,
  shown: ShownTurn | null,
  point: (references: Reference[]) => Promise<string[]>,
): Promise<SearchPlan | null> {
  if (!shown) return null;
  const isAll = reading.on.length === 0 || reading.on.some(({ refer }) => refer === "all");
  if (isAll) return refined(shown.plan, reading);
  const among = (await point(reading.on)).slice(0, mostAmong);
  return among.length === 0 ? null : { ...planOf(reading), among };
}
