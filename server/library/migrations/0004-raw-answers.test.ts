import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { migrate } from "../../engines/database/migrate.ts";
import { openSqlite } from "../../engines/database/sqlite.ts";
import type { Schema } from "../schema.ts";
import { migrations } from "./all.ts";

test("captions of an older version stay, and have no raw answer", async () => {
  await using folder = await temporaryFolder();
  const database = await openSqlite<Schema>(join(folder.path, "glimpse.sqlite"));
  const older = migrations.filter(({ number }) => number < 4);
  expect(await migrate(database, older)).toEqual({ applied: older.length });
  await sql`insert into photos (id, owner, sha256, file_name, type, extension, bytes, status, sort_at, created_at)
    values ('a', 'me', 'b', 'a.jpg', 'image/jpeg', 'jpg', 1, 'indexed', 1, 1)`.execute(database.rows);
  await sql`insert into captions (photo_id, owner, text, model, created_at)
    values ('a', 'me', 'A red barn.', 'llava', 1)`.execute(database.rows);
  await migrate(database, migrations);
  expect(await database.rows.selectFrom("captions").selectAll().execute()).toEqual([
    { photo_id: "a", owner: "me", text: "A red barn.", model: "llava", created_at: 1, raw: null },
  ]);
  await database.close();
});
