import { CompiledQuery } from "kysely";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { listenTo } from "#tests/fixtures/statements.ts";
import { openWithTables } from "#tests/fixtures/with-tables.ts";
import { localOwner } from "./ids.ts";
import { createJobBoard } from "./job-board.ts";

test("the counts of a library look at no facts but those of photos that are not shown in full", async () => {
  await using folder = await temporaryFolder();
  const database = await openWithTables(folder.at("glimpse.sqlite"));
  const listened = listenTo(database);
  await createJobBoard(listened.database).summary(localOwner);
  const plans: string[] = [];
  for (const { sql, parameters } of listened.statements) {
    if (!sql.includes("photo_facts")) continue;
    const explained = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
    const { rows } = await database.rows.executeQuery<{ detail: string }>(explained);
    plans.push(rows.map(({ detail }) => detail).join("; "));
  }
  await database.close();
  expect(plans).toEqual([
    expect.stringMatching(/^SEARCH facts USING .*INDEX photo_facts_unseen \(owner=\?\)/),
  ]);
});
