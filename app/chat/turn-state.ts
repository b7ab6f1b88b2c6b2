import type { Photo } from "#server/library/photo.ts";
import type { Turn, TurnEvent } from "#server/search/types.ts";

/** Makes the turn of a question that has just been asked. */
export function newTurn(id: string, text: string, photos: Photo[], now: Date, replaced = 0): Turn {
  return {
    id,
    text,
    photos,
    state: "running",
    plan: null,
    hits: [],
    found: null,
    total: 0,
    next: null,
    words: "",
    error: null,
    rereading: false,
    second: null,
    waiting: [],
    replaced,
    lastEventId: "0",
    createdAt: now.toISOString(),
  };
}

/** Tells whether more events can come: it runs, or a second reader is at work. */
export const isOpen = ({ state, rereading }: Turn): boolean => state === "running" || rereading;

/** Applies an event to a turn. A turn that has ended stays as it is. */
export function reduceTurn(turn: Turn, event: TurnEvent): Turn {
  if (!isOpen(turn)) return turn;
  switch (event.type) {
    case "plan":
      return { ...turn, plan: event.plan };
    case "waiting": {
      const others = turn.waiting.filter((waiting) => waiting.photoId !== event.photoId);
      return { ...turn, waiting: [...others, { photoId: event.photoId, stage: event.stage }] };
    }
    case "hits":
      return {
        ...turn,
        hits: event.hits,
        total: event.total,
        found: event.found,
        next: event.next,
        waiting: [],
      };
    case "words":
      return { ...turn, words: turn.words + event.text };
    case "stands":
      return { ...turn, state: "done", rereading: true, waiting: [] };
    case "reread": {
      const { type: _, text, serves, ...answer } = event;
      const second = { text, serves };
      return serves === "second" ? { ...turn, ...answer, second } : { ...turn, second };
    }
    case "done":
      return { ...turn, state: "done", rereading: false, waiting: [] };
    case "error":
      // A second reader was at work on a complete answer, which stays.
      if (turn.rereading) return { ...turn, rereading: false };
      return { ...turn, state: "failed", waiting: [], error: { code: event.code, message: event.message } };
  }
}

/** Stops a turn and keeps what has arrived. */
export function stoppedTurn(turn: Turn): Turn {
  return turn.state === "running" ? { ...turn, state: "stopped", waiting: [] } : turn;
}

/** Tells whether there is something to show: hits, words, or the end of the turn. */
export function isAnswered(turn: Turn): boolean {
  return turn.state !== "running" || turn.hits.length > 0 || turn.words !== "";
}
