import { setTimeout as pause } from "node:timers/promises";
import { languageOf } from "../../languages/languages.ts";
import type { TurnProgress } from "../../library/conversations.ts";
import type { ResultSet } from "../../library/result-sets.ts";
import type { Rows } from "../../library/schema.ts";
import type { StoredTurn } from "../../library/turn-edits.ts";
import type { WhichReading } from "../../library/turn-readings.ts";
import { answerFrom } from "../answers.ts";
import { indexNow } from "../index-now.ts";
import { everything } from "../plan/everything.ts";
import { defaultPage } from "../search.ts";
import { type Hit, type SearchPlan, searchPlan, type TurnEvent } from "../types.ts";
import type { WordVectors } from "../vectors.ts";
import { awaitEmbedded } from "../waiting.ts";
import { answerSentence, searchSentence } from "../wording/sentences.ts";
import { rereadable, rereadTurn } from "./second-reading.ts";
import { standingOf } from "./shown.ts";
import type { Heard, TurnNeeds } from "./turn-needs.ts";
import { type Understanding, understand } from "./understand.ts";

/** An event as it is stored. Hits are never copied into the log; they are read from the result set again. */
export type StoredEvent =
  | Exclude<TurnEvent, { type: "hits" | "reread" }>
  | { type: "hits"; resultSetId: string }
  | {
      type: "reread";
      text: string;
      serves: WhichReading;
      plan: SearchPlan;
      resultSetId: string;
      words: string;
    };

/** Writes an event and the state after it. If another process has the turn now, `signal` is aborted. */
export type Tell = (event: StoredEvent, set?: TurnProgress, within?: Rows) => Promise<void>;

type AlbumAct = Extract<SearchPlan["act"], object>;

/** Milliseconds that the first hits wait for the question's vector. */
const patience = 1_000;

/**
 * Takes a turn from its question to its last word. All its steps can be repeated, because its process may end
 * at any time.
 */
export async function runTurn(
  needs: TurnNeeds,
  turn: StoredTurn,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  const heard = await hear(needs, turn);
  if (turn.stands === 0) await answerTurn(needs, turn, heard, tell, signal);
  const asked = turn.second === null ? await rereadable(needs, turn, heard) : null;
  if (asked) {
    await tell({ type: "stands" }, { stands: 1 });
    await rereadTurn(needs, turn, asked, heard, signal);
  }
  await tell({ type: "done", turnId: turn.id }, { state: "done" });
}

/**
 * Answers the question of an ended turn again, as if it was asked now, and returns the new state of the turn. `whom` is
 * the person's reply, if the old answer had asked who somebody is.
 */
export async function answeredAnew(
  needs: TurnNeeds,
  turn: StoredTurn,
  whom: SearchPlan["whom"],
  signal: AbortSignal,
): Promise<TurnProgress> {
  const told: TurnProgress & { plan?: SearchPlan } = {};
  const note: Tell = async (_, set) => void Object.assign(told, set);
  await answerTurn(needs, { ...turn, plan: null }, await hear(needs, turn), note, signal);
  // "my wife and my daughter": after the reply about one, the answer asks about the other.
  const isReplied = told.plan && whom && told.plan.whom === undefined;
  return isReplied ? { ...told, plan: { ...told.plan, whom } } : told;
}

async function answerTurn(
  needs: TurnNeeds,
  turn: StoredTurn,
  heard: Heard,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  const { search, jobs, vectors } = needs;
  const understood = await understandTurn(needs, turn, heard, signal);
  const { plan } = understood;
  const say = languageOf(plan.language).wording;
  const hitsOf = async (set: ResultSet<SearchPlan>) => {
    await tell({ type: "hits", resultSetId: set.id }, { result_set_id: set.id });
    return set;
  };
  const resolve = (asked: SearchPlan, words: WordVectors) =>
    search.resolve(turn.owner, asked, { words, lasting: true, signal });
  await tell({ type: "plan", plan }, { plan });
  const cover: TurnProgress = {};
  const text = await inWords();
  await tell({ type: "words", text }, { words: text, ...cover });

  async function inWords(): Promise<string> {
    if (understood.does === "say") return understood.words;
    if (understood.does === "answer" || understood.does === "search") {
      const sentence = understood.does === "answer" ? await answered(understood) : await searched();
      const { whom } = understood;
      return [understood.ahead, sentence, whom && say.whoIs(whom)]
        .filter((words) => words !== undefined)
        .join(" ");
    }
    const { act } = plan;
    if (act !== null && typeof act === "object") return inAlbum(act, understood.does === "perform");
    const isFavourite = plan.act === "favourite";
    if (understood.does === "perform") {
      const marked = await needs.edits.setFavourite(turn.owner, plan.among, isFavourite);
      needs.queue.publish("index");
      needs.events.nudge();
      await indexNow(needs, turn.owner, plan.among);
      await hitsOf(await resolve({ ...everything, among: plan.among }, new Map()));
      return isFavourite ? say.favoured(marked) : say.unfavoured(marked);
    }
    const { total } = await hitsOf(await resolve(plan, new Map()));
    return isFavourite ? say.askFavourite(total) : say.askUnfavourite(total);
  }

  async function inAlbum(act: AlbumAct, isAgreed: boolean): Promise<string> {
    const { total } = await hitsOf(await resolve({ ...everything, among: plan.among }, new Map()));
    if (!isAgreed) return say.askAlbum(total, act.album);
    // An earlier process has done this already, and a person may have changed the album since.
    if (act.done) return say.putInAlbum(act.done.added.length, act.album);
    const put = await needs.albums.putInto(turn.owner, act.album, plan.among, async (transaction, put) => {
      const { id, name, added } = put;
      // The screen uses this to take it back.
      const done = { ...plan, act: { album: name, done: { id, added } } };
      await tell({ type: "plan", plan: done }, { plan: done }, transaction);
      signal.throwIfAborted();
    });
    return say.putInAlbum(put.added.length, put.name);
  }

  async function searched(): Promise<string> {
    if (plan.like.length > 0) {
      await jobs.hurry(turn.owner, plan.like);
      const asked = { owner: turn.owner, photoIds: plan.like, signal };
      await awaitEmbedded(needs, asked, (photoId, stage) => tell({ type: "waiting", photoId, stage }));
    }
    const set = await found();
    const { hits } = await search.page(turn.owner, set, 0, defaultPage);
    const compared = await Promise.all(plan.like.map((photoId) => needs.embeddings.of(turn.owner, photoId)));
    Object.assign(cover, coverOf(hits));
    const isBlind = compared.some((of) => of.length === 0);
    return isBlind ? say.notDescribed : searchSentence(plan, set.total, hits, set.found);
  }

  /** Finds photos without waiting for a slow model: hits by words come first and are replaced later. */
  async function found(): Promise<ResultSet<SearchPlan>> {
    const embedding = vectors.ofWords(plan, signal);
    const inTime = await Promise.race([embedding.then(() => true), pause(patience, false, { signal })]);
    if (!inTime) await hitsOf(await resolve(plan, new Map()));
    return hitsOf(await resolve(plan, await embedding));
  }

  async function answered({ ask }: Extract<Understanding, { does: "answer" }>): Promise<string> {
    const words = await vectors.ofWords(plan, signal);
    // The answer is read from all photos.
    const set = await search.resolve(turn.owner, plan, { words, lasting: true, isWhole: true, signal });
    const photoIds = set.hits.flatMap(({ photoId, more }) => [photoId, ...more]);
    const { answer, proof } = await answerFrom(needs.database, {
      owner: turn.owner,
      plan,
      ask,
      photoIds,
      total: set.total,
      signal,
    });
    const isAll = proof.length === photoIds.length;
    await hitsOf(isAll ? set : await search.keep(turn.owner, plan, proof));
    return answerSentence(answer, plan, set);
  }
}

/** The history shows each conversation by the first photo of its first answer. */
function coverOf([first]: Hit[]): TurnProgress {
  if (!first) return {};
  const { id, place, takenAt } = first.photo;
  return {
    cover: id,
    cover_place: place?.city ?? place?.region ?? place?.country ?? null,
    cover_taken: takenAt,
  };
}

async function hear(needs: TurnNeeds, turn: StoredTurn): Promise<Heard> {
  const { turns } = await needs.conversations.get(turn.owner, turn.conversation_id);
  const before = turns.slice(0, turns.findIndex(({ id }) => id === turn.id) >>> 0);
  const sentence = {
    text: turn.text,
    photoIds: turn.photo_ids,
    ...(turn.now !== null && { now: turn.now }),
    ...(turn.time_zone !== null && { timeZone: turn.time_zone }),
  };
  return { sentence, standing: standingOf(before) };
}

/** Understands a turn. If another process began it, the turn keeps its plan. */
async function understandTurn(
  needs: TurnNeeds,
  turn: StoredTurn,
  { sentence, standing }: Heard,
  signal: AbortSignal,
): Promise<Understanding> {
  const understood = await understand(needs, turn.owner, sentence, standing, signal);
  const told = turn.plan ? searchPlan.parse(turn.plan) : null;
  return told ? { ...understood, plan: told } : understood;
}
