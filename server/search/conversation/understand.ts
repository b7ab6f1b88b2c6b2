import { languageOf } from "../../languages/languages.ts";
import type { Photos } from "../../library/photos.ts";
import type { ResultSet } from "../../library/result-sets.ts";
import { everything } from "../plan/everything.ts";
import { type Ground, planOf } from "../read-plan.ts";
import type { Ask, Reading, Reference } from "../reading/types.ts";
import type { ClockInput, Search } from "../search.ts";
import type { SearchPlan } from "../types.ts";
import type { QuestionVectors } from "../vectors.ts";
import { corrected } from "./correct.ts";
import { concerns } from "./drop.ts";
import { refined } from "./refine.ts";
import { sharing } from "./same.ts";
import { otherYear, shifted } from "./shift.ts";
import { pointedAt, type ShownTurn, type Standing } from "./shown.ts";

/** The action that a turn has to take. */
export type Understanding =
  /** `lost`: the words of a question that were not understood; the plan searches for the rest. */
  | { does: "search"; plan: SearchPlan; lost?: string }
  /** `plan` finds the photos that the question is about. */
  | { does: "answer"; plan: SearchPlan; ask: Ask }
  /** Asks whether to mark the plan's photos, or marks them once the person has agreed. */
  | { does: "ask" | "perform"; plan: SearchPlan }
  | { does: "say"; plan: SearchPlan; words: string };

export interface Message extends ClockInput {
  text: string;
  /** Ids of the photos attached to the sentence. */
  photoIds: string[];
}

interface Needs {
  search: Search;
  photos: Photos;
  vectors: QuestionVectors;
}

const mostLike = 20;
const mostAmong = 1_000;
/** How many of the best photos stand for a description such as "those at the beach". */
const mostDescribed = 5;

/** Decides what a sentence means at this point of a conversation. */
export async function understand(
  needs: Needs,
  owner: string,
  sentence: Message,
  standing: Standing,
  signal?: AbortSignal,
): Promise<Understanding> {
  const reading = await needs.search.read(owner, sentence, groundOf(sentence, standing));
  const understood = await meantBy(needs, owner, sentence, reading, standing, signal);
  const { lost } = reading;
  return understood.does === "search" && lost !== "" ? { ...understood, lost } : understood;
}

async function meantBy(
  needs: Needs,
  owner: string,
  sentence: Message,
  reading: Reading,
  standing: Standing,
  signal?: AbortSignal,
): Promise<Understanding> {
  const { photoIds } = sentence;
  const before = standing.searches.at(-1) ?? null;
  const say = languageOf(reading.language).wording;
  const saying = (words: string): Understanding => ({
    does: "say",
    plan: { ...everything, intent: "chat", language: reading.language },
    words,
  });
  if (photoIds.length > 0)
    return { does: "search", plan: { ...planOf(reading), intent: "search", like: photoIds } };
  // The plan becomes small talk, so that a second "yes" does nothing.
  if (reading.chat === "assent" && standing.pending) {
    return { does: "perform", plan: { ...standing.pending, intent: "chat" } };
  }
  if (reading.chat) return saying(say.chat[reading.chat]);

  const point = (references: Reference[]) => pointTo(needs, owner, references, standing, signal);
  if (reading.act) {
    const among = (await point(reading.on)).slice(0, mostAmong);
    if (among.length === 0) return saying(standing.shown ? say.whichOne : say.nothingShown);
    const plan = {
      ...everything,
      among,
      act: reading.act,
      intent: "act" as const,
      language: reading.language,
    };
    return { does: "ask", plan };
  }
  if (reading.same) {
    const [photoId] = await point(reading.on);
    const [photo] = photoId ? await needs.photos.get(owner, [photoId]) : [];
    if (!photo) return saying(standing.shown ? say.whichOne : say.nothingShown);
    const filter = sharing(photo, reading.same, sentence.text, say);
    if (!filter) return saying(say.unknown[reading.same === "place" ? "where" : "when"]);
    return { does: "search", plan: { ...everything, language: reading.language, filters: [filter] } };
  }
  if (reading.question) {
    const { ask, of } = reading.question;
    if (of === "search") return { does: "answer", plan: planOf(reading), ask };
    const about = await questioned(reading, standing.shown, point);
    const isClear = about && (ask !== "about" || about.among.length === 1);
    if (!isClear) return saying(standing.shown ? say.whichOne : say.nothingShown);
    return { does: "answer", plan: { ...about, intent: "question", ask }, ask };
  }
  if (reading.like.length > 0) {
    const like = (await point(reading.like)).slice(0, mostLike);
    if (like.length === 0) return saying(standing.shown ? say.whichOne : say.nothingShown);
    return { does: "search", plan: { ...planOf(reading), like } };
  }
  if (!reading.refine || reading.refine.how === "startOver") return { does: "search", plan: planOf(reading) };

  const { how, about } = reading.refine;
  if (how === "undo") {
    const earlier = standing.searches.at(-1 - reading.steps);
    const last = standing.searches.at(-reading.steps);
    if (!earlier || !last) return saying(say.nothingToUndo);
    return { does: "search", plan: { ...earlier.plan, intent: "refine", undoes: last.turnId } };
  }
  if (!before) return { does: "search", plan: planOf(reading) };
  if (how === "drop" && !concerns(before.plan, about)) return saying(say.nothingToDrop);
  const isOfCircle = before.plan.filters.some(({ field }) => field === "near");
  if (reading.radius !== null && !isOfCircle) return saying(say.nothingToDrop);
  if (how === "correct") {
    const plan = corrected(before.plan, about, await needs.search.vocabulary(owner));
    return plan ? { does: "search", plan: { ...plan, undoes: null } } : saying(say.nothingToCorrect);
  }
  if (reading.but.length > 0) {
    const tiles = await point(reading.but);
    if (tiles.length === 0) return saying(say.whichOne);
    // Near-duplicates that are folded into a tile go with it.
    const { hits } = await needs.search.load(owner, before.resultSetId);
    const gone = tiles.flatMap((id) => [id, ...(hits.find(({ photoId }) => photoId === id)?.more ?? [])]);
    const except = [...new Set([...before.plan.except, ...gone])].slice(0, mostAmong);
    return { does: "search", plan: { ...refined(before.plan, reading), except } };
  }
  if (reading.on.some(({ refer }) => refer !== "all")) {
    const among = (await point(reading.on)).slice(0, mostAmong);
    if (among.length === 0) return saying(say.whichOne);
    const { filters } = refined(before.plan, reading);
    const plan = { ...planOf(reading), filters, among, intent: "refine" as const };
    return { does: "search", plan };
  }
  const asked = standing.shown?.plan.intent === "question" ? standing.shown.plan.ask : null;
  const step = reading.shift ?? (how === "replace" ? otherYear(before.plan, reading) : null);
  if (step) {
    const shift = { ...step, words: sentence.text, now: sentence.now ?? new Date().toISOString() };
    const read = (text: string, now: string) => needs.search.read(owner, { ...sentence, text, now });
    const plan = await shifted(before.plan, shift, read, say);
    if (plan) return asked ? askedAgain(plan, asked) : { does: "search", plan };
    if (reading.filters.length === 0) return saying(say.noTime);
  }
  // "And in Porto?" asks the previous question about Porto.
  if (asked && (how === "replace" || how === "add")) {
    const plan = refined(before.plan, { ...reading, refine: { how: "replace", about } });
    return askedAgain(plan, asked);
  }
  return { does: "search", plan: refined(before.plan, reading) };
}

function askedAgain(plan: SearchPlan, ask: Ask): Understanding {
  return { does: "answer", plan: { ...plan, intent: "question", ask }, ask };
}

/** Returns what a sentence at this point of the conversation can refer back to. */
export function groundOf({ photoIds }: Pick<Message, "photoIds">, standing: Standing): Ground {
  return { hasShown: photoIds.length === 0 && standing.shown !== null, spoken: spokenIn(standing) };
}

/** Returns the people of the latest search that names any. */
function spokenIn({ searches }: Standing): string[] {
  const named = searches.map(({ plan }) =>
    plan.filters.flatMap(({ field, value }) =>
      field === "people" && typeof value === "string" ? [value] : [],
    ),
  );
  return named.findLast((people) => people.length > 0) ?? [];
}
/** Makes a plan for a question about photos that are shown; null if it is not clear which ones. */
async function questioned(
  reading: Reading,
  shown: ShownTurn | null,
  point: (references: Reference[]) => Promise<string[]>,
): Promise<SearchPlan | null> {
  if (!shown) return null;
  const isAll = reading.on.length === 0 || reading.on.some(({ refer }) => refer === "all");
  if (isAll) return refined(shown.plan, { ...reading, refine: { how: "narrow", about: [] } });
  const among = (await point(reading.on)).slice(0, mostAmong);
  return among.length === 0 ? null : { ...planOf(reading), among };
}

/** Finds the photos that references point at: in what is shown, or else in the search before that. */
async function pointTo(
  { search, vectors }: Needs,
  owner: string,
  references: Reference[],
  { shown, searches }: Standing,
  signal?: AbortSignal,
): Promise<string[]> {
  const sets = new Map<string, ResultSet<SearchPlan>>();
  const load = async ({ resultSetId }: ShownTurn) => {
    const set = sets.get(resultSetId) ?? (await search.load(owner, resultSetId));
    sets.set(resultSetId, set);
    return set;
  };
  /** If a single photo is shown as proof of an answer, "the last one" means the search before it. */
  const inTurn = async ({ refer }: Reference): Promise<ShownTurn[]> => {
    const turns = [shown, searches.at(-1)].filter((turn) => turn != null);
    const isProof = shown !== null && refer === "shown" && (await load(shown)).hits.length === 1;
    return isProof ? turns.toReversed() : turns;
  };
  const found: string[] = [];
  for (const reference of references) {
    for (const turn of await inTurn(reference)) {
      const ids = pointedAt(reference, (await load(turn)).hits) ?? (await described(turn));
      found.push(...ids);
      if (ids.length > 0) break;
    }

    async function described({ plan }: ShownTurn): Promise<string[]> {
      if (reference.refer !== "described") return [];
      const narrower = refined(plan, {
        ...(await search.read(owner, { text: reference.text })),
        refine: null,
      });
      const words = await vectors.ofWords(narrower, signal);
      const { hits } = await search.resolve(owner, narrower, { words, lasting: false, signal });
      return hits.slice(0, mostDescribed).map(({ photoId }) => photoId);
    }
  }
  return [...new Set(found)];
}
