import { CompiledQuery } from "kysely";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { listenTo } from "#tests/fixtures/statements.ts";
import { migrate } from "../engines/database/migrate.ts";
import { openSqlite } from "../engines/database/sqlite.ts";
import { localOwner } from "./ids.ts";
import { createJobBoard } from "./job-board.ts";
import { migrations } from "./migrations/all.ts";
import type { Schema } from "./schema.ts";

test("the counts of a library look at no facts but those of photos that are not shown in full", async () => {
  await using folder = await temporaryFolder();
  const database = await openSqlite<Schema>(folder.at("glimpse.sqlite"), { durable: false });
  await migrate(database, migrations);
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
