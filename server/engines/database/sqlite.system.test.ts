import { join } from "node:path";
import { expect, test } from "vitest";
import { mayMount, smallDisk } from "#tests/fixtures/small-disk.ts";
import { type Notes, notes } from "./contract.ts";
import { migrate } from "./migrate.ts";
import { openSqlite } from "./sqlite.ts";

test.runIf(mayMount)("a full disk is DISK_FULL, and what was committed stays", async () => {
  await using disk = await smallDisk(2);
  const database = await openSqlite<Notes>(join(disk.path, "glimpse.sqlite"));
  await migrate(database, [notes]);
  const insert = (id: string, text: string) =>
    database.rows.insertInto("notes").values({ id, text, size: 1, bytes: null }).execute();
  await insert("kept", "kept");
  const filling = (async () => {
    for (let at = 0; at < 50; at++) await insert(`${at}`, `${at}`.padEnd(100_000, "x"));
  })();
  await expect(filling).rejects.toMatchObject({ code: "DISK_FULL" });
  expect(
    await database.rows.selectFrom("notes").select("id").where("id", "=", "kept").execute(),
  ).toHaveLength(1);
  await database.close();
});
