import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { createConversations } from "./conversations.ts";
import { createHistory } from "./history.ts";
import { localOwner, newId } from "./ids.ts";

let asked = 0;
/** Turns of one millisecond are in the order of their ids, so these come in order. */
const turnId = () => `0192f0c1-2d3e-7000-8000-${String(++asked).padStart(12, "0")}`;
const question = (conversationId: string, text: string, replaces: string | null = null) => ({
  ...{ id: turnId(), conversationId, begins: true, replaces, title: text, text },
  ...{ photoIds: [], now: null, timeZone: null },
});

onEachDatabase((connect) => {
  test("pinned conversations come first, and the history is searched by all words of title and questions", async () => {
    const database = await connect();
    const conversations = createConversations(database);
    const history = createHistory(database);
    const conversation = async (...texts: string[]) => {
      const id = newId();
      for (const text of texts) await conversations.beginTurn(localOwner, question(id, text));
      return id;
    };
    const zurich = await conversation("Schnee in Zürich", "nur nachts");
    const dogs = await conversation("Dogs on a beach", "only at sunset");
    await history.pin(localOwner, zurich, true);
    const listed = await history.list(localOwner);
    expect(listed.map(({ id, pinned }) => [id, pinned])).toEqual([
      [zurich, true],
      [dogs, false],
    ]);
    const found = async (text: string) =>
      (await history.find(localOwner, text, 10)).map(({ id, matched }) => [id, matched]);
    expect(await found("ZURICH sch")).toEqual([[zurich, null]]);
    expect(await found("suns")).toEqual([[dogs, "only at sunset"]]);
    expect(await found("dogs nachts")).toEqual([]);
    expect(await found(" .. ")).toEqual([]);
    await history.pin(localOwner, zurich, false);
    await conversations.remove(localOwner, dogs);
    expect((await history.list(localOwner)).map(({ pinned }) => pinned)).toEqual([false]);
    expect(await found("beach")).toEqual([]);
    await expect(history.pin(localOwner, dogs, true)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(history.pin("somebody", zurich, true)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("an edited question puts the later ones away, and all of them come back", async () => {
    const conversations = createConversations(await connect());
    const id = newId();
    const [first, second, third] = [question(id, "dogs"), question(id, "at night"), question(id, "in 2019")];
    for (const each of [first, second, third]) await conversations.beginTurn(localOwner, each);
    const shown = async () => {
      const { title, turns } = await conversations.get(localOwner, id);
      return [title, ...turns.map(({ text }) => text)];
    };
    const other = question(id, "at sunset", second.id);
    const { replaced } = await conversations.beginTurn(localOwner, other);
    expect(replaced.map((turn) => turn.id)).toEqual([second.id, third.id]);
    expect(await shown()).toEqual(["dogs", "dogs", "at sunset"]);
    // A question that arrives twice is one turn.
    expect((await conversations.beginTurn(localOwner, other)).begun).toBe(false);
    await conversations.bringBack(localOwner, other.id);
    await conversations.bringBack(localOwner, other.id);
    expect(await shown()).toEqual(["dogs", "dogs", "at night", "in 2019"]);

    const cats = question(id, "cats", first.id);
    await conversations.beginTurn(localOwner, cats);
    expect(await shown()).toEqual(["cats", "cats"]);
    await conversations.bringBack(localOwner, cats.id);
    expect(await shown()).toEqual(["dogs", "dogs", "at night", "in 2019"]);
  });

  test("a question that was asked after an edit is not lost when the edit is taken back", async () => {
    const conversations = createConversations(await connect());
    const id = newId();
    const first = question(id, "dogs");
    await conversations.beginTurn(localOwner, first);
    const edited = question(id, "cats", first.id);
    await conversations.beginTurn(localOwner, edited);
    await conversations.beginTurn(localOwner, question(id, "at night"));
    await expect(conversations.bringBack(localOwner, edited.id)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(conversations.bringBack("somebody", edited.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const gone = question(id, "birds", first.id);
    await expect(conversations.beginTurn(localOwner, gone)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await conversations.get(localOwner, id)).turns.map(({ text }) => text)).toEqual([
      "cats",
      "at night",
    ]);
  });

  test("a name that a person gave stays when the first question is edited", async () => {
    const conversations = createConversations(await connect());
    const id = newId();
    const first = question(id, "dogs");
    await conversations.beginTurn(localOwner, first);
    await conversations.rename(localOwner, id, "Holidays");
    await conversations.beginTurn(localOwner, question(id, "cats", first.id));
    expect((await conversations.get(localOwner, id)).title).toBe("Holidays");
  });
});
