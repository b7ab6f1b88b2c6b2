import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { migrate } from "../../engines/database/migrate.ts";
import { openSqlite } from "../../engines/database/sqlite.ts";
import { createResultSets } from "../result-sets.ts";
import type { Schema } from "../schema.ts";
import { migrations } from "./all.ts";

const id = "01900000-0000-7000-8000-00000000000a";

/** Packs one photo as versions before this one did: id, score, similarity. */
function earlierHit(): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.write(id.replaceAll("-", ""), 0, "hex");
  bytes.writeFloatLE(2.5, 16);
  bytes.writeFloatLE(0.5, 20);
  return bytes;
}

test("an answer of an older version keeps its photos, and nothing is known of its words", async () => {
  await using folder = await temporaryFolder();
  const database = await openSqlite<Schema>(join(folder.path, "glimpse.sqlite"));
  await migrate(
    database,
    migrations.filter(({ number }) => number < 5),
  );
  await sql`insert into photos (id, owner, sha256, file_name, type, extension, bytes, status, sort_at, created_at)
    values (${id}, 'me', 'b', 'a.jpg', 'image/jpeg', 'jpg', 1, 'indexed', 1, 1)`.execute(database.rows);
  await sql`insert into result_sets (id, owner, plan, total, hits, expires_at, created_at)
    values ('set', 'me', '{}', 1, ${earlierHit()}, null, 1)`.execute(database.rows);
  await migrate(database, migrations);
  const set = await createResultSets(database, (stored) => stored).load("me", "set");
  expect(set).toMatchObject({
    total: 1,
    found: null,
    hits: [{ photoId: id, score: 2.5, similarity: 0.5, more: [] }],
  });
  await database.close();
});
