import { beforeEach, expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import type { Database } from "../engines/database/port.ts";
import { type Conversations, createConversations } from "./conversations.ts";
import { localOwner, newId } from "./ids.ts";
import { createResultSets } from "./result-sets.ts";
import type { Schema } from "./schema.ts";
import { createSecondReader } from "./second-reader.ts";
import { createSecondReadings, type SecondTaken } from "./second-readings.ts";
import type { StoredTurn } from "./turn-edits.ts";
import type { ReadingAnswered } from "./turn-readings.ts";

onEachDatabase((connect) => {
  let database: Database<Schema>;
  let conversations: Conversations;
  let first: ReadingAnswered;
  let changed: ReadingAnswered;
  let second: SecondTaken;

  beforeEach(async () => {
    database = await connect();
    conversations = createConversations(database);
    const sets = createResultSets<object>(database, (plan) => plan as object);
    const keep = async (plan: object) =>
      (await sets.save(localOwner, { plan, hits: [], total: 0, found: null, lasting: true })).id;
    first = answered("first", await keep({}));
    changed = answered("changed", await keep({}));
    second = {
      text: "plain",
      answered: answered("second", await keep({})),
      stood: first.result_set_id,
      event: (serves) => ({ type: "reread", serves }),
    };
  });

  const answered = (text: string, set: string): ReadingAnswered => ({
    ...{ plan: { text }, result_set_id: set, words: `${text}.` },
  });

  /** Begins a turn whose first answer stands. */
  async function standing(): Promise<StoredTurn> {
    const { turn } = await conversations.beginTurn(localOwner, {
      ...{ id: newId(), conversationId: newId(), begins: true, replaces: null, title: "q", text: "q" },
      ...{ photoIds: [], now: null, timeZone: null },
    });
    await conversations.tellTurn(turn, { type: "stands" }, { ...first, stands: 1 }, turn.lease_by);
    return conversations.turn(localOwner, turn.id);
  }

  test("a second reader is on until somebody turns it off, and the environment wins", async () => {
    const reader = createSecondReader(database, { mode: "auto", patience: 1 });
    expect(await reader.rule(localOwner)).toEqual({ on: true, fixed: false });
    await reader.set(localOwner, false);
    await reader.set(localOwner, false);
    expect(await reader.rule(localOwner)).toEqual({ on: false, fixed: false });
    await reader.set(localOwner, true);
    expect(await reader.rule(localOwner)).toEqual({ on: true, fixed: false });
    expect(await createSecondReader(database, { mode: "off", patience: 1 }).rule(localOwner)).toEqual({
      on: false,
      fixed: true,
    });
  });

  test("the second reading serves, and each can serve again", async () => {
    const readings = createSecondReadings(database);
    const turn = await standing();
    expect(await readings.take(turn, second)).toBe("second");
    const taken = { ...second.answered, second: { text: "plain", serves: "second", other: first } };
    expect(await conversations.turn(localOwner, turn.id)).toMatchObject(taken);
    await readings.serve(localOwner, turn.id, "first");
    await readings.serve(localOwner, turn.id, "first");
    const back = { ...first, second: { text: "plain", serves: "first", other: second.answered } };
    expect(await conversations.turn(localOwner, turn.id)).toMatchObject(back);
    await readings.serve(localOwner, turn.id, "second");
    expect(await conversations.turn(localOwner, turn.id)).toMatchObject(taken);
  });

  test("an answer that was changed meanwhile keeps its place", async () => {
    const readings = createSecondReadings(database);
    const turn = await standing();
    await conversations.adjustTurn(localOwner, turn.id, changed);
    expect(await readings.take(turn, second)).toBe("first");
    const offered = { ...changed, second: { serves: "first", other: second.answered } };
    expect(await conversations.turn(localOwner, turn.id)).toMatchObject(offered);
  });

  test("a turn that has ended, or that another process runs, takes nothing", async () => {
    const readings = createSecondReadings(database);
    const turn = await standing();
    expect(await readings.take({ ...turn, lease_by: "another" }, second)).toBe(null);
    await conversations.tellTurn(turn, { type: "done" }, { state: "done" }, null);
    expect(await readings.take(turn, second)).toBe(null);
    expect(await conversations.turn(localOwner, turn.id)).toMatchObject({ ...first, second: null });
    await expect(readings.serve(localOwner, turn.id, "second")).rejects.toThrow("read only once");
  });
});
