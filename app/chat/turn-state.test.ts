import { expect, test } from "vitest";
import { everything } from "#server/search/plan/everything.ts";
import type { Hit, SearchPlan, TurnEvent } from "#server/search/types.ts";
import { isOpen, newTurn, reduceTurn, stoppedTurn } from "./turn-state.ts";

const plan: SearchPlan = { ...everything, text: "dog" };
const hits = [{ score: 1 }, { score: 0.5 }] as Hit[];
const asked = () => newTurn("t", "a dog", [], new Date("2024-01-01T00:00:00Z"));
const after = (...events: TurnEvent[]) => events.reduce(reduceTurn, asked());

test("a turn is put together from its events", () => {
  const turn = after(
    { type: "plan", plan },
    { type: "hits", hits, total: 7, next: "cursor", found: null },
    { type: "words", text: "7 photos" },
    { type: "words", text: ", the best from May." },
    { type: "done", turnId: "t" },
  );
  expect(turn).toMatchObject({
    state: "done",
    plan,
    hits,
    total: 7,
    next: "cursor",
    words: "7 photos, the best from May.",
  });
});

test("each photo that a turn waits for is listed once, until the hits arrive", () => {
  const waits = after(
    { type: "waiting", photoId: "p", stage: "describe" },
    { type: "waiting", photoId: "q", stage: "describe" },
    { type: "waiting", photoId: "p", stage: "embed" },
  );
  expect(waits.waiting).toEqual([
    { photoId: "q", stage: "describe" },
    { photoId: "p", stage: "embed" },
  ]);
  expect(reduceTurn(waits, { type: "hits", hits: [], total: 0, next: null, found: null }).waiting).toEqual(
    [],
  );
});

test("a turn that fails keeps what arrived before the error", () => {
  const turn = after(
    { type: "hits", hits, total: 2, next: null, found: null },
    { type: "error", code: "INDEX_AWAY", message: "The index does not answer." },
  );
  expect(turn.state).toBe("failed");
  expect(turn.hits).toBe(hits);
  expect(turn.error).toEqual({ code: "INDEX_AWAY", message: "The index does not answer." });
});

test("a stopped turn keeps what arrived and ignores later events", () => {
  const stopped = stoppedTurn(after({ type: "hits", hits, total: 2, next: null, found: null }));
  expect(stopped.state).toBe("stopped");
  expect(reduceTurn(stopped, { type: "words", text: "too late" })).toBe(stopped);
  expect(stoppedTurn(after({ type: "done", turnId: "t" })).state).toBe("done");
});

test("an answer that stands is done, and a second reading takes its place or is offered", () => {
  const stands = after(
    { type: "hits", hits, total: 2, next: null, found: null },
    { type: "words", text: "2 photos." },
    { type: "stands" },
  );
  expect(stands).toMatchObject({ state: "done", rereading: true, second: null, total: 2 });
  expect(isOpen(stands)).toBe(true);
  const answer = { plan, hits: [], total: 0, next: null, found: null, words: "No photo." };
  const second = { type: "reread", text: "photos of a dog", ...answer } as const;
  const taken = reduceTurn(stands, { ...second, serves: "second" });
  expect(taken).toMatchObject({
    ...{ ...answer, second: { text: "photos of a dog", serves: "second" } },
    ...{ text: "a dog", state: "done", rereading: true },
  });
  expect(reduceTurn(stands, { ...second, serves: "first" })).toMatchObject({
    ...{ words: "2 photos.", total: 2, second: { text: "photos of a dog", serves: "first" } },
  });
  const ended = reduceTurn(taken, { type: "done", turnId: "t" });
  expect([ended.rereading, isOpen(ended)]).toEqual([false, false]);
  const lost = reduceTurn(stands, { type: "error", code: "INTERNAL", message: "The connection broke." });
  expect(lost).toMatchObject({ state: "done", rereading: false, error: null });
});
