import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "../engines/database/port.ts";
import type { Models } from "../engines/models/port.ts";
import { AppError } from "../errors.ts";
import type { Conversations, NewTurn } from "../library/conversations.ts";
import type { Embeddings } from "../library/embeddings.ts";
import { appendEvent, type Events } from "../library/events.ts";
import type { Jobs } from "../library/jobs.ts";
import type { Photo } from "../library/photo.ts";
import type { Photos } from "../library/photos.ts";
import type { EventRow, Schema, TurnRow } from "../library/schema.ts";
import type { ResultSet } from "./result-set.ts";
import { defaultPage, type Search } from "./search.ts";
import { sentenceFor } from "./sentence.ts";
import type { Conversation, SearchPlan, Turn, TurnEvent } from "./types.ts";
import { searchPlan } from "./types.ts";
import type { QuestionVector, QuestionVectors } from "./vectors.ts";
import { awaitEmbedded } from "./waiting.ts";

export interface SayInput {
  conversationId: string;
  turnId: string;
  text: string;
  photoIds?: string[];
  now?: string;
  timeZone?: string;
}

/**
 * Runs the turns of conversations. A turn runs on without whoever asked: everything it says is an event in the library's
 * log first, and `follow` reads it there, for the one who asked and for one who comes back.
 */
export interface Converse {
  /** Starts the turn unless it was started already. Throws NOT_FOUND, CONFLICT, BAD_REQUEST. */
  begin(owner: string, input: SayInput): Promise<void>;
  /** The turn's events after `from`, to its end. Throws NOT_FOUND. */
  follow(
    owner: string,
    turnId: string,
    from: number,
    signal?: AbortSignal,
  ): AsyncGenerator<{ id: string; event: TurnEvent }>;
  /** Ends a running turn; what it has said stays. */
  stop(owner: string, turnId: string): Promise<void>;
  /** A conversation with its turns as they stand. Throws NOT_FOUND. */
  conversation(owner: string, id: string): Promise<Conversation>;
  /** Takes up the turns whose process ended, now and from now on. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

/** How long the first hits wait for the question's vector. */
const patience = 1_000;
/** How often we say that we run our turns, and look for those that nobody runs any more. */
const lookEvery = 10_000;

/** As stored: hits are read from the result set again, and are never copied into the log. */
type StoredEvent = Exclude<TurnEvent, { type: "hits" }> | { type: "hits"; resultSetId: string };

interface Needs {
  database: Database<Schema>;
  conversations: Conversations;
  events: Events;
  jobs: Jobs;
  photos: Photos;
  embeddings: Embeddings;
  vectors: QuestionVectors;
  search: Search;
  models: Models;
  onError: (error: unknown) => void;
}

/** A conversation is called by its first question until somebody names it. */
function titleOf(text: string, [photo]: Photo[]): string {
  if (text.trim() !== "") return text;
  return photo ? `Like ${photo.title ?? (photo.fileName || "a photo")}` : "The newest photos";
}

export function createConverse(needs: Needs): Converse {
  const { database, conversations, events, jobs, photos, embeddings, vectors, search } = needs;
  const running = new Map<string, { controller: AbortController; ended: Promise<void> }>();
  const closing = new AbortController();
  let looking = Promise.resolve();

  /**
   * Writes an event and the state that it brings, in one transaction. Once the turn has ended, or another process has
   * taken it over (`runner` has not), nothing is written, and it need not run on here.
   */
  async function tell(
    turn: TurnRow,
    event: StoredEvent,
    set: Partial<TurnRow> = {},
    runner: string | null = turn.lease_by,
  ): Promise<void> {
    await database.rows.transaction().execute(async (transaction) => {
      let update = transaction
        .updateTable("turns")
        .set({ ...set, state: set.state ?? "running" })
        .where("id", "=", turn.id)
        .where("state", "=", "running");
      if (runner) update = update.where("lease_by", "=", runner);
      const there = await update.executeTakeFirst();
      if (there.numUpdatedRows === 0n) return running.get(turn.id)?.controller.abort();
      await appendEvent(transaction, {
        owner: turn.owner,
        kind: "turn",
        subject: turn.id,
        type: event.type,
        data: event,
      });
    });
    events.nudge();
  }

  async function runTurn(turn: TurnRow, signal: AbortSignal): Promise<void> {
    const plan = await planTurn(turn);
    await tell(turn, { type: "plan", plan }, { plan: JSON.stringify(plan) });
    if (plan.like.length > 0) {
      await jobs.hurry(turn.owner, plan.like);
      const asked = { owner: turn.owner, photoIds: plan.like, signal };
      await awaitEmbedded(needs, asked, (photoId, stage) => tell(turn, { type: "waiting", photoId, stage }));
    }
    const set = await answer(turn, plan, signal);
    const { hits } = await search.page(turn.owner, set, 0, defaultPage);
    const compared = await Promise.all(plan.like.map((photoId) => embeddings.of(turn.owner, photoId)));
    const text = compared.some((vectors) => vectors.length === 0)
      ? "No model has described this photo yet, so nothing can be compared with it."
      : sentenceFor(plan, set.total, hits);
    await tell(turn, { type: "words", text }, { words: text });
    await tell(turn, { type: "done", turnId: turn.id }, { state: "done" });
  }

  /** Hits never wait for a model: when it takes its time, those by words come first, and are replaced. */
  async function answer(turn: TurnRow, plan: SearchPlan, signal: AbortSignal): Promise<ResultSet> {
    const hitsBy = async (words: QuestionVector | null) => {
      const set = await search.resolve(turn.owner, plan, { words, lasting: true, signal });
      await tell(turn, { type: "hits", resultSetId: set.id }, { result_set_id: set.id });
      return set;
    };
    const embedding = vectors.ofWords(plan, signal);
    const inTime = await Promise.race([embedding.then(() => true), pause(patience, false, { signal })]);
    if (!inTime) await hitsBy(null);
    return hitsBy(await embedding);
  }

  async function planTurn(turn: TurnRow): Promise<SearchPlan> {
    const clock = { now: turn.now ?? undefined, timeZone: turn.time_zone ?? undefined };
    const plan = await search.plan(turn.owner, { text: turn.text, ...clock });
    return { ...plan, like: JSON.parse(turn.photo_ids) as string[] };
  }

  function start(turn: TurnRow): void {
    const controller = new AbortController();
    const ended = runTurn(turn, controller.signal)
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

  async function toEvent(turn: TurnRow, stored: StoredEvent): Promise<TurnEvent> {
    if (stored.type !== "hits") return stored;
    const set = await search.load(turn.owner, stored.resultSetId);
    return { type: "hits", total: set.total, ...(await search.page(turn.owner, set, 0, defaultPage)) };
  }

  const eventsOf = (turn: TurnRow) => ({ owner: turn.owner, kind: "turn" as const, subject: turn.id });
  const read = (row: EventRow) => JSON.parse(row.data) as StoredEvent;

  return {
    async begin(owner, input) {
      const photoIds = [...new Set(input.photoIds ?? [])];
      const askedWith = await photos.get(owner, photoIds);
      if (askedWith.length < photoIds.length) {
        throw new AppError("NOT_FOUND", "A photo that was asked with is not in the library.");
      }
      const asked: NewTurn = {
        id: input.turnId,
        conversationId: input.conversationId,
        title: titleOf(input.text, askedWith),
        text: input.text,
        photoIds,
        now: input.now ?? new Date().toISOString(),
        timeZone: input.timeZone ?? null,
      };
      const { turn, begun } = await conversations.beginTurn(owner, asked);
      if (begun) start(turn);
    },

    async *follow(owner, turnId, from, signal = new AbortController().signal) {
      const turn = await conversations.turn(owner, turnId);
      for await (const row of events.follow(eventsOf(turn), from, signal)) {
        const event = await toEvent(turn, read(row));
        yield { id: String(row.id), event };
        if (event.type === "done" || event.type === "error") return;
      }
    },

    async stop(owner, turnId) {
      const turn = await conversations.turn(owner, turnId);
      await tell(turn, { type: "done", turnId }, { state: "stopped" }, null);
      running.get(turnId)?.controller.abort();
    },

    async conversation(owner, id) {
      const { turns, ...item } = await conversations.get(owner, id);
      return { ...item, turns: await Promise.all(turns.map((turn) => toTurn(owner, turn))) };
    },

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

  async function toTurn(owner: string, row: TurnRow): Promise<Turn> {
    const told = await events.after(eventsOf(row), 0);
    const set = row.result_set_id ? await search.load(owner, row.result_set_id) : null;
    const page = set ? await search.page(owner, set, 0, defaultPage) : { hits: [], next: null };
    const waiting = new Map<string, string>();
    for (const event of told.map(read)) if (event.type === "waiting") waiting.set(event.photoId, event.stage);
    return {
      id: row.id,
      text: row.text,
      photos: await photos.get(owner, JSON.parse(row.photo_ids) as string[]),
      state: row.state,
      plan: row.plan ? searchPlan.parse(JSON.parse(row.plan)) : null,
      ...page,
      total: set?.total ?? 0,
      words: row.words,
      error:
        row.error_code && row.error_message ? { code: row.error_code, message: row.error_message } : null,
      waiting:
        row.state === "running" && !set
          ? Array.from(waiting, ([photoId, stage]) => ({ photoId, stage }))
          : [],
      lastEventId: String(told.at(-1)?.id ?? 0),
      createdAt: new Date(Number(row.created_at)).toISOString(),
    };
  }
}
