import { browserTrpc, client } from "#app/api/client.ts";
import { codeOf, isAborted, isOffline, reasonOf } from "#app/api/errors.ts";
import { tellOtherTabs } from "#app/api/other-tabs.ts";
import { getQueryClient } from "#app/api/query-client.ts";
import { createStore } from "#app/ui/store.ts";
import { localIso } from "#app/words/dates.ts";
import type { Photo } from "#server/library/photo.ts";
import type { Turn, TurnEvent } from "#server/search/types.ts";
import { endTouch, watchTouch } from "./touched.ts";
import { isOpen, newTurn, reduceTurn, stoppedTurn } from "./turn-state.ts";

/** The running turns of this tab by id. A turn that has ended moves into its conversation. */
export const liveTurns = createStore<Readonly<Record<string, LiveTurn>>>({});

export interface LiveTurn {
  conversationId: string;
  turn: Turn;
}

const connections = new Map<string, () => void>();

const askedHere = new Set<string>();

/** Tells whether a turn was asked in this tab, since the page was loaded. */
export const isAskedHere = (turnId: string): boolean => askedHere.has(turnId);

export interface Question {
  text: string;
  photos: Photo[];
  /** True if the conversation begins with it. */
  begins?: boolean;
  /** The turns that this one replaces: the question before it was edited, and all turns after that. */
  replaces?: Turn[];
}

/**
 * Sends a question and shows its turn at once. Resolves when the server has received it; the answer then arrives by
 * itself. If the question did not reach the server, the turn is removed again and the promise rejects.
 */
export async function ask(conversationId: string, turnId: string, question: Question): Promise<void> {
  const { text, photos, begins, replaces = [] } = question;
  const now = new Date();
  const gone = new Set(replaces.map(({ id }) => id));
  for (const id of gone) leave(id);
  changeTurns(conversationId, (turns) => turns.filter(({ id }) => !gone.has(id)));
  askedHere.add(turnId);
  put({ conversationId, turn: newTurn(turnId, text, photos, now, replaces.length) });
  const abort = new AbortController();
  connections.set(turnId, () => abort.abort());
  const input = {
    conversationId,
    turnId,
    text,
    photoIds: photos.map((photo) => photo.id),
    begins,
    replaces: replaces[0]?.id,
    now: localIso(now),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  try {
    const events = await client.conversations.say.mutate(input, { signal: abort.signal });
    tellOtherTabs();
    void readAnswer(turnId, events);
  } catch (error) {
    if (isAborted(error)) return;
    drop(turnId);
    changeTurns(conversationId, (turns) => [...turns.filter(({ id }) => !gone.has(id)), ...replaces]);
    throw error;
  }
}

async function readAnswer(turnId: string, events: AsyncIterable<TurnEvent>): Promise<void> {
  let seen = 0;
  try {
    for await (const event of events) {
      seen++;
      apply(turnId, event);
    }
  } catch {
    // The turn keeps running on the server without this connection, and we follow the rest with `watch`.
  }
  if (isRunning(turnId)) follow(turnId, { skip: seen });
}

/** Follows a turn that was already running, because of a reload or because another tab has asked it. */
export function resume(conversationId: string, turn: Turn): void {
  if (liveTurns.get()[turn.id]) return;
  put({ conversationId, turn });
  if (turn.rereading) watchTouch(turn.id);
  follow(turn.id, { lastEventId: turn.lastEventId });
}

/** Applies the events of a turn. The page has the first `skip` events already. A lost connection resumes by itself. */
function follow(turnId: string, { lastEventId, skip = 0 }: { lastEventId?: string; skip?: number }): void {
  let toSkip = skip;
  const subscription = client.conversations.watch.subscribe(
    { turnId, lastEventId },
    {
      onData({ data }) {
        if (toSkip > 0) toSkip--;
        else apply(turnId, data);
      },
      onError(error) {
        if (!isOffline(error)) {
          apply(turnId, { type: "error", code: codeOf(error) ?? "INTERNAL", message: reasonOf(error) });
        }
      },
    },
  );
  connections.set(turnId, () => subscription.unsubscribe());
}

/** Ends a turn at once on the screen, and tells the server to end it too. */
export function stop(turnId: string): void {
  const live = liveTurns.get()[turnId];
  if (!live) return;
  put({ ...live, turn: stoppedTurn(live.turn) });
  end(turnId);
  client.conversations.stop.mutate({ turnId }).then(tellOtherTabs, () => {});
}

function apply(turnId: string, event: TurnEvent): void {
  const live = liveTurns.get()[turnId];
  if (!live) return;
  const turn = reduceTurn(live.turn, event.type === "reread" ? inPlace(turnId, event) : event);
  put({ ...live, turn });
  if (event.type === "stands") watchTouch(turnId);
  if (!isOpen(turn)) end(turnId);
}

/**
 * Keeps the first answer on the screen if somebody has begun to use it, and tells the server, because the next question
 * builds on it.
 */
function inPlace(turnId: string, event: TurnEvent & { type: "reread" }): TurnEvent {
  const isUsed = endTouch(turnId);
  if (!isUsed || event.serves === "first") return event;
  client.conversations.readAs.mutate({ turnId, reading: "first" }).then(tellOtherTabs, () => {});
  return { ...event, serves: "first" };
}

const isRunning = (turnId: string) => {
  const live = liveTurns.get()[turnId];
  return live !== undefined && isOpen(live.turn);
};

/** Shows a turn as the server has it now, also while a second reader is at work. */
export function keepTurn(conversationId: string, turn: Turn): void {
  const live = liveTurns.get()[turn.id];
  if (live) put({ ...live, turn: { ...turn, rereading: live.turn.rereading } });
  changeTurns(conversationId, (turns) => withTurn(turns, turn));
}

function put(live: LiveTurn): void {
  liveTurns.set((turns) => ({ ...turns, [live.turn.id]: live }));
}

function drop(turnId: string): void {
  endTouch(turnId);
  connections.delete(turnId);
  liveTurns.set(({ [turnId]: _, ...others }) => others);
}

/** Moves an ended turn into the cached conversation, as the server has done too. */
function end(turnId: string): void {
  const live = liveTurns.get()[turnId];
  connections.get(turnId)?.();
  if (!live) return;
  changeTurns(live.conversationId, (turns) => withTurn(turns, live.turn));
  void getQueryClient().invalidateQueries(browserTrpc().conversations.list.queryFilter());
  const act = live.turn.plan?.act;
  if (typeof act === "object" && act?.done) {
    // The turn has put photos into an album.
    void getQueryClient().invalidateQueries(browserTrpc().albums.pathFilter());
    void getQueryClient().invalidateQueries(browserTrpc().shelves.pathFilter());
  }
  drop(turnId);
  tellOtherTabs();
}

function changeTurns(conversationId: string, change: (turns: Turn[]) => Turn[]): void {
  getQueryClient().setQueryData(
    browserTrpc().conversations.get.queryKey({ id: conversationId }),
    (conversation) => conversation && { ...conversation, turns: change(conversation.turns) },
  );
}

/** Takes an edited question back: the turns that it replaced come back. */
export async function takeEditBack(conversationId: string, turnId: string): Promise<void> {
  const conversation = await client.conversations.bringBack.mutate({ turnId });
  leave(turnId);
  getQueryClient().setQueryData(
    browserTrpc().conversations.get.queryKey({ id: conversationId }),
    conversation,
  );
  void getQueryClient().invalidateQueries(browserTrpc().conversations.list.queryFilter());
  tellOtherTabs();
}

/** Forgets a turn that is replaced; the server ends it. */
function leave(turnId: string): void {
  connections.get(turnId)?.();
  drop(turnId);
}

/** Replaces a turn in a list, or adds it at the end. */
export function withTurn(turns: Turn[], turn: Turn): Turn[] {
  return turns.some((other) => other.id === turn.id)
    ? turns.map((other) => (other.id === turn.id ? turn : other))
    : [...turns, turn];
}
