import { beforeEach, expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { localOwner } from "./ids.ts";
import { createRelatives, type Relatives } from "./relatives.ts";

onEachDatabase((connect) => {
  let relatives: Relatives;
  beforeEach(async () => {
    relatives = createRelatives(await connect());
  });

  test("a relation is kept until it is taken back", async () => {
    const mia = { name: "Mia", relation: "daughter", nicknames: ["Mimi"], birthday: "2019-05-14" } as const;
    await relatives.set(localOwner, { ...mia, nicknames: [...mia.nicknames] });
    expect(await relatives.list(localOwner)).toEqual([mia]);
    expect(await relatives.list("another")).toEqual([]);
    await relatives.set(localOwner, { name: "Mia", relation: null, nicknames: [], birthday: null });
    expect(await relatives.list(localOwner)).toEqual([]);
  });

  test("a relation that is left stays so until it is asked after again", async () => {
    await relatives.leave(localOwner, "dog", true);
    await relatives.leave(localOwner, "dog", true);
    await relatives.leave(localOwner, "aunt", true);
    expect(await relatives.left(localOwner)).toEqual(["aunt", "dog"]);
    expect(await relatives.left("another")).toEqual([]);
    await relatives.leave(localOwner, "dog", false);
    expect(await relatives.left(localOwner)).toEqual(["aunt"]);
  });
});
