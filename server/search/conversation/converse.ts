import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../errors.ts";
import type { NewTurn, TurnProgress } from "../../library/conversations.ts";
import type { LoggedEvent } from "../../library/events.ts";
import type { Photo } from "../../library/photo.ts";
import type { Rows } from "../../library/schema.ts";
import type { StoredTurn } from "../../library/turn-edits.ts";
import type { WhichReading } from "../../library/turn-readings.ts";
import { everything } from "../plan/everything.ts";
import type { ReadingExplained } from "../reading/explain-reading.ts";
import { type ClockInput, defaultPage } from "../search.ts";
import { type Conversation, type SearchPlan, searchPlan, type Turn, type TurnEvent } from "../types.ts";
import { searchSentence, sentenceSince } from "../wording/sentences.ts";
import { answeredAnew, runTurn, type StoredEvent, type Tell } from "./run-turn.ts";
import { groundOf, standingOf } from "./shown.ts";
import type { TurnNeeds } from "./turn-needs.ts";
import { understand } from "./understand.ts";

export interface SayInput {
  conversationId: string;
  turnId: string;
  text: string;
  photoIds?: string[];
  /** True if the conversation begins with this question: it is made with it, so that none stays without one. */
  begins?: boolean;
  /** The turn of which this is the edited question. That turn and all after it go, and `bringBack` undoes it. */
  replaces?: string;
  now?: string;
  timeZone?: string;
}

export interface AmongInput {
  conversationId: string;
  turnId: string;
  /** The content of a question that is asked. */
  text: string;
  photoIds: string[];
}

/**
 * Runs the turns of conversations. A turn goes on even if the person who asked is gone. It first writes
 * everything it says into the library's event log, and `follow` reads it there, for the one who asked and for
 * one who comes back.
 */
export interface Converse {
  /** Starts the turn unless it was started already. Throws NOT_FOUND, CONFLICT, BAD_REQUEST. */
  begin(owner: string, input: SayInput): Promise<void>;
  /** Begins a conversation among these photos, whose first turn shows them. Throws NOT_FOUND, CONFLICT. */
  beginAmong(owner: string, input: AmongInput): Promise<void>;
  /** Yields the turn's events after `from`, to its end. Throws NOT_FOUND. */
  follow(
    owner: string,
    turnId: string,
    from: number,
    signal?: AbortSignal,
  ): AsyncGenerator<{ id: string; event: TurnEvent }>;
  /** Says how a sentence would be understood at this point of the conversation; runs nothing. */
  plan(owner: string, input: { conversationId: string; text: string } & ClockInput): Promise<SearchPlan>;
  /** Tells how the sentence is read at this point of the conversation. */
  explain(
    owner: string,
    input: { conversationId: string; text: string } & ClockInput,
  ): Promise<ReadingExplained>;
  /**
   * Gives a finished turn another plan: with one filter less, or in another order. Throws NOT_FOUND,
   * CONFLICT.
   */
  adjust(owner: string, turnId: string, plan: SearchPlan): Promise<Turn>;
  /** Shows the turn by this reading of its question. Throws NOT_FOUND if there is no second reading. */
  readAs(owner: string, turnId: string, which: WhichReading): Promise<Turn>;
  /**
   * Answers the question of a finished turn again and replaces its answer. `whom` is the person's reply, if that answer
   * had asked who somebody is. Throws NOT_FOUND, CONFLICT.
   */
  answerAnew(owner: string, turnId: string, whom?: SearchPlan["whom"]): Promise<Turn>;
  /** Ends a running turn; the part of its answer that was written stays. */
  stop(owner: string, turnId: string): Promise<void>;
  /** Takes an edited question back: the turns that it replaced come back. Throws NOT_FOUND, CONFLICT. */
  bringBack(owner: string, turnId: string): Promise<Conversation>;
  /** Returns a conversation with its turns as they stand. Throws NOT_FOUND. */
  conversation(owner: string, id: string): Promise<Conversation>;
  /** Takes over the turns of processes that have ended, once now and then every few seconds. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Milliseconds between the times at which we renew our leases and look for turns that nobody runs any more.
 */
const lookEvery = 10_000;

interface Needs extends TurnNeeds {
  onError: (error: unknown) => void;
}

/** Its answer is complete, and a second reader is at work. */
const isRereading = ({ state, stands }: StoredTurn) => state === "running" && stands === 1;

/** Names a conversation after its first question, until somebody names it. */
function titleOf(text: string, [photo]: Photo[]): string {
  if (text.trim() !== "") return text;
  return photo ? `Like ${photo.title ?? (photo.fileName || "a photo")}` : "The newest photos";
}

export function createConverse(needs: Needs): Converse {
  const { conversations, events, photos, vectors, search } = needs;
  const running = new Map<string, { controller: AbortController; ended: Promise<void> }>();
  const closing = new AbortController();
  let looking = Promise.resolve();

  /** Tells an event of the turn. If the turn has ended, or `runner` has lost its lease, our run ends. */
  async function tell(
    turn: StoredTurn,
    event: StoredEvent,
    set: TurnProgress = {},
    runner: string | null = turn.lease_by,
    within?: Rows,
  ): Promise<void> {
    if (await conversations.tellTurn(turn, event, set, runner, within)) events.nudge();
    else running.get(turn.id)?.controller.abort();
  }

  function start(turn: StoredTurn): void {
    const controller = new AbortController();
    const tellOurs: Tell = (event, set, within) => tell(turn, event, set, turn.lease_by, within);
    const ended = runTurn(needs, turn, tellOurs, controller.signal)
      .catch(async (error: unknown) => {
        if (controller.signal.aborted) return;
        const ours = error instanceof AppError ? error : null;
        if (!ours) needs.onError(error);
        const code = ours?.code ?? "INTERNAL";
        const message = ours?.message ?? "Something went wrong inside Glimpse. Its log says more.";
        await tell(
          turn,
          { type: "error", code, message },
          { state: "failed", error_code: code, error_message: message },
        );
      })
      .catch(needs.onError)
      .finally(() => running.delete(turn.id));
    running.set(turn.id, { controller, ended });
  }

  async function toEvent(turn: StoredTurn, stored: StoredEvent): Promise<TurnEvent> {
    if (stored.type !== "hits" && stored.type !== "reread") return stored;
    const { resultSetId, ...event } = stored;
    const set = await search.load(turn.owner, resultSetId);
    const page = await search.page(turn.owner, set, 0, defaultPage);
    return { ...event, total: set.total, found: set.found, ...page };
  }

  const eventsOf = (turn: StoredTurn) => ({ owner: turn.owner, kind: "turn" as const, subject: turn.id });
  const read = ({ data }: LoggedEvent) => data as StoredEvent;

  return {
    async begin(owner, input) {
      const named = [...new Set(input.photoIds ?? [])];
      const askedWith = await photos.get(owner, named);
      if (askedWith.length < named.length) {
        throw new AppError("NOT_FOUND", "A photo of the question is not in the library.");
      }
      // A file that belongs to a photo stands for that photo; a sidecar that still waits for its photo is left out.
      const photoIds = [...new Set(askedWith.flatMap(({ id, partOf }) => (partOf ? (partOf.of ?? []) : id)))];
      if (photoIds.length === 0 && named.length > 0 && input.text.trim() === "")
        throw new AppError(
          "BAD_REQUEST",
          "This file still waits for its photo, and shows nothing to ask with.",
        );
      const asked: NewTurn = {
        id: input.turnId,
        conversationId: input.conversationId,
        begins: input.begins ?? false,
        replaces: input.replaces ?? null,
        title: titleOf(input.text, askedWith),
        text: input.text,
        photoIds,
        now: input.now ?? new Date().toISOString(),
        timeZone: input.timeZone ?? null,
      };
      const { turn, begun, replaced } = await conversations.beginTurn(owner, asked);
      for (const each of replaced) await end(each);
      if (!begun) return;
      // The next question builds on the answers as they stand.
      const { turns } = await conversations.get(owner, input.conversationId);
      for (const each of turns) if (isRereading(each)) await end(each);
      start(turn);
    },

    async beginAmong(owner, { photoIds, ...input }) {
      const among = (await photos.get(owner, [...new Set(photoIds)])).map(({ id }) => id);
      if (among.length === 0) throw new AppError("NOT_FOUND", "None of these photos is in the library.");
      const asked = { ...input, id: input.turnId, begins: true, title: input.text };
      const { turn, begun } = await conversations.beginTurn(owner, {
        ...asked,
        ...{ photoIds: [], replaces: null, now: new Date().toISOString(), timeZone: null },
      });
      if (!begun) return;
      const plan = { ...everything, among };
      const set = await search.resolve(owner, plan, { words: new Map(), lasting: true });
      const { hits } = await search.page(owner, set, 0, defaultPage);
      const words = searchSentence(plan, set.total, hits, set.found);
      // If this process ends before the last step, another one that takes the turn over has its plan.
      await tell(turn, { type: "plan", plan }, { plan });
      await tell(turn, { type: "hits", resultSetId: set.id }, { result_set_id: set.id });
      await tell(turn, { type: "words", text: words }, { words });
      await tell(turn, { type: "done", turnId: turn.id }, { state: "done" });
    },

    async *follow(owner, turnId, from, signal = new AbortController().signal) {
      const turn = await conversations.turn(owner, turnId);
      for await (const row of events.follow(eventsOf(turn), from, signal)) {
        const event = await toEvent(turn, read(row));
        yield { id: String(row.id), event };
        if (event.type === "done" || event.type === "error") return;
      }
    },

    async plan(owner, { conversationId, ...sentence }) {
      const { turns } = await conversations.get(owner, conversationId);
      const understood = await understand(needs, owner, { ...sentence, photoIds: [] }, standingOf(turns));
      return understood.plan;
    },

    async explain(owner, { conversationId, ...sentence }) {
      const { turns } = await conversations.get(owner, conversationId);
      return search.explain(owner, sentence, groundOf({ photoIds: [] }, standingOf(turns)));
    },

    async adjust(owner, turnId, plan) {
      const turn = await conversations.turn(owner, turnId);
      if (turn.state === "running" && !isRereading(turn))
        throw new AppError("CONFLICT", "This answer is still running.");
      const set = await search.resolve(owner, plan, { words: await vectors.ofWords(plan), lasting: true });
      const { hits } = await search.page(owner, set, 0, defaultPage);
      const words = searchSentence(plan, set.total, hits, set.found);
      const adjusted = { plan, result_set_id: set.id, words };
      await conversations.adjustTurn(owner, turnId, adjusted);
      const { replaced } = await conversations.get(owner, turn.conversation_id);
      return toTurn(owner, { ...turn, ...adjusted }, replaced.get(turn.id));
    },

    async readAs(owner, turnId, which) {
      await needs.secondReadings.serve(owner, turnId, which);
      const turn = await conversations.turn(owner, turnId);
      const { replaced } = await conversations.get(owner, turn.conversation_id);
      return toTurn(owner, turn, replaced.get(turn.id));
    },

    async answerAnew(owner, turnId, whom) {
      const turn = await conversations.turn(owner, turnId);
      if (turn.state === "running" && !isRereading(turn))
        throw new AppError("CONFLICT", "This answer is still running.");
      const answered = await answeredAnew(needs, turn, whom, closing.signal);
      await conversations.adjustTurn(owner, turnId, answered);
      const { replaced } = await conversations.get(owner, turn.conversation_id);
      return toTurn(owner, await conversations.turn(owner, turnId), replaced.get(turn.id));
    },

    async stop(owner, turnId) {
      await end(await conversations.turn(owner, turnId));
    },

    async bringBack(owner, turnId) {
      const turn = await conversations.bringBack(owner, turnId);
      await end(turn);
      return conversation(owner, turn.conversation_id);
    },

    conversation,

    async resume() {
      const look = async () => {
        await conversations.keepTurns([...running.keys()]);
        for (const turn of await conversations.takeTurns()) start(turn);
      };
      await look();
      looking = (async () => {
        while (!closing.signal.aborted) {
          await pause(lookEvery, undefined, { signal: closing.signal }).catch(() => {});
          if (!closing.signal.aborted) await look().catch(needs.onError);
        }
      })();
    },

    async close() {
      closing.abort();
      await looking;
      for (const { controller } of running.values()) controller.abort();
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };

  async function end(turn: StoredTurn): Promise<void> {
    const state = isRereading(turn) ? "done" : "stopped";
    await tell(turn, { type: "done", turnId: turn.id }, { state }, null);
    running.get(turn.id)?.controller.abort();
  }

  async function conversation(owner: string, id: string): Promise<Conversation> {
    const { turns, replaced, ...item } = await conversations.get(owner, id);
    const shown = turns.map((turn) => toTurn(owner, turn, replaced.get(turn.id)));
    return { ...item, turns: await Promise.all(shown) };
  }

  async function toTurn(owner: string, row: StoredTurn, replaced = 0): Promise<Turn> {
    const told = await events.after(eventsOf(row), 0);
    const plan = row.plan ? searchPlan.parse(row.plan) : null;
    const set = row.result_set_id ? await search.load(owner, row.result_set_id) : null;
    const page = set ? await search.page(owner, set, 0, defaultPage) : { hits: [], next: null };
    const waiting = new Map<string, string>();
    for (const event of told.map(read)) if (event.type === "waiting") waiting.set(event.photoId, event.stage);
    return {
      id: row.id,
      text: row.text,
      photos: await photos.get(owner, row.photo_ids),
      state: isRereading(row) ? "done" : row.state,
      rereading: isRereading(row),
      second: row.second && { text: row.second.text, serves: row.second.serves },
      plan,
      ...page,
      total: set?.total ?? 0,
      found: set?.found ?? null,
      words:
        plan && set && set.removed > 0 && row.words !== ""
          ? sentenceSince(row.words, plan, set, page.hits)
          : row.words,
      error:
        row.error_code && row.error_message ? { code: row.error_code, message: row.error_message } : null,
      waiting:
        row.state === "running" && !set
          ? Array.from(waiting, ([photoId, stage]) => ({ photoId, stage }))
          : [],
      replaced,
      lastEventId: String(told.at(-1)?.id ?? 0),
      createdAt: new Date(Number(row.created_at)).toISOString(),
    };
  }
}
