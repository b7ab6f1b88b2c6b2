import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { createConversations } from "./conversations.ts";
import { localOwner, newId } from "./ids.ts";

const ask = (conversationId: string, text = "Dogs on a beach") => ({
  id: newId(),
  conversationId,
  begins: false,
  replaces: null,
  title: text,
  text,
  photoIds: [],
  now: null,
  timeZone: null,
});

onEachDatabase((connect) => {
  test("a question that arrives many times at once is one turn, run by one process", async () => {
    const all = await Promise.all([1, 2, 3].map(async () => createConversations(await connect())));
    const [one] = all;
    const conversation = await one?.create(localOwner, newId(), "");
    const question = ask(conversation?.id ?? "");
    const begun = await Promise.all(
      Array.from({ length: 12 }, (_, at) => all[at % all.length]?.beginTurn(localOwner, question)),
    );
    expect(begun.filter((answer) => answer?.begun)).toHaveLength(1);
    const there = await one?.get(localOwner, question.conversationId);
    expect(there).toMatchObject({ title: "Dogs on a beach", turns: [{ id: question.id, state: "running" }] });
    await expect(one?.beginTurn(localOwner, { ...question, text: "Cats" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("the first question names a conversation, unless somebody has named it", async () => {
    const conversations = createConversations(await connect());
    const { id } = await conversations.create(localOwner, newId(), "");
    await conversations.rename(localOwner, id, "Holidays");
    await conversations.beginTurn(localOwner, ask(id));
    expect((await conversations.get(localOwner, id)).title).toBe("Holidays");
  });

  test("a conversation that begins with a question is made with it, or not at all", async () => {
    const conversations = createConversations(await connect());
    const first = { ...ask(newId()), begins: true };
    await conversations.beginTurn(localOwner, first);
    await conversations.beginTurn(localOwner, { ...ask(first.conversationId), begins: true });
    expect((await conversations.get(localOwner, first.conversationId)).turns).toHaveLength(2);
    const taken = { ...ask(newId(), "Cats"), id: first.id, begins: true };
    await expect(conversations.beginTurn(localOwner, taken)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(conversations.get(localOwner, taken.conversationId)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("a turn stays with the process that runs it, and one other process takes it when that one is silent", async () => {
    const databases = await Promise.all([1, 2, 3].map(() => connect()));
    const [runner, ...others] = databases.map(createConversations);
    const conversation = await runner?.create(localOwner, newId(), "");
    const question = ask(conversation?.id ?? "");
    await runner?.beginTurn(localOwner, question);
    const takeAll = async () => (await Promise.all(others.map((each) => each.takeTurns()))).flat();
    const silentFor = (ms: number) =>
      databases[0]?.rows
        .updateTable("turns")
        .set({ lease_until: Date.now() - ms })
        .execute();
    expect(await takeAll()).toEqual([]);
    await silentFor(1);
    await runner?.keepTurns([question.id]);
    expect(await takeAll()).toEqual([]);
    await silentFor(1);
    expect((await takeAll()).map((turn) => turn.id)).toEqual([question.id]);
    await silentFor(1);
    await runner?.keepTurns([question.id]);
    expect(await takeAll()).toHaveLength(1);
  });
});
