import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { databaseContract, type Notes } from "./contract.ts";
import { migrate } from "./migrate.ts";
import { openSqlite } from "./sqlite.ts";
import { sqliteDialect } from "./sqlite-driver.ts";

databaseContract("sqlite", async () => {
  const folder = await temporaryFolder();
  return {
    connect: () => openSqlite<Notes>(join(folder.path, "glimpse.sqlite")),
    [Symbol.asyncDispose]: folder[Symbol.asyncDispose],
  };
});

const migration = (number: number) => ({
  number,
  name: `m${number}`,
  up: async (rows: {
    schema: { createTable(name: string): { addColumn(a: string, b: "text"): { execute(): Promise<void> } } };
  }) => rows.schema.createTable(`table_${number}`).addColumn("id", "text").execute(),
});

test("a copy of the file is kept before a migration changes it, but not of a new database", async () => {
  await using folder = await temporaryFolder();
  const database = await openSqlite<Notes>(join(folder.path, "glimpse.sqlite"));
  await migrate(database, [migration(1)]);
  await expect(readdir(join(folder.path, "backups"))).rejects.toThrow();
  await migrate(database, [migration(1), migration(2)]);
  const [copy] = await readdir(join(folder.path, "backups"));
  const before = new DatabaseSync(join(folder.path, "backups", String(copy)), { readOnly: true });
  const tables = before.prepare("select name from sqlite_master where type = 'table'").all();
  expect(tables.map((table) => table.name)).toContain("table_1");
  expect(tables.map((table) => table.name)).not.toContain("table_2");
  before.close();
  await database.close();
});

test("a number that was left out is no migration that is missing", async () => {
  await using folder = await temporaryFolder();
  const database = await openSqlite<Notes>(join(folder.path, "glimpse.sqlite"));
  expect(await migrate(database, [migration(1)])).toEqual({ applied: 1 });
  expect(await migrate(database, [migration(1), migration(4), migration(6)])).toEqual({ applied: 2 });
  expect(await migrate(database, [migration(1), migration(4), migration(6)])).toEqual({ applied: 0 });
  await expect(migrate(database, [migration(1), migration(4)])).rejects.toMatchObject({
    code: "DATABASE_NEWER",
  });
  await database.close();
});

test("a commit is on the disk before it is reported, and others are served meanwhile", async () => {
  await using folder = await temporaryFolder();
  const database = new DatabaseSync(join(folder.path, "glimpse.sqlite"));
  database.exec(
    "pragma journal_mode = wal; create table notes (id text primary key, text text, size integer, bytes blob)",
  );
  let writes = 0;
  let reported = 0;
  const disk = { ready: Promise.withResolvers<void>() };
  const rows = new Kysely<Notes>({
    dialect: sqliteDialect(database, {
      sync() {
        writes++;
        return disk.ready.promise;
      },
      onDamage() {},
    }),
  });
  const written = rows
    .transaction()
    .execute(async (transaction) => {
      await transaction.insertInto("notes").values({ id: "a", text: "x", size: 1, bytes: null }).execute();
      await transaction.insertInto("notes").values({ id: "b", text: "x", size: 1, bytes: null }).execute();
    })
    .then(() => reported++);
  const turn = Promise.withResolvers<void>();
  setImmediate(turn.resolve);
  await turn.promise;
  expect([writes, reported]).toEqual([1, 0]);
  disk.ready.resolve();
  await written;
  await rows.selectFrom("notes").selectAll().execute();
  await sql`with found as (select 1 as n) select n from found`.execute(rows);
  expect(writes).toBe(1);
  await rows
    .insertInto("notes")
    .values({ id: "c", text: "x", size: 1, bytes: null })
    .returning("id")
    .execute();
  expect(writes).toBe(2);
  await sql`with found as (select 'a' as id) delete from notes where id in (select id from found)`.execute(
    rows,
  );
  expect(writes).toBe(3);
  await rows.destroy();
});

test("another process's lock does not block this process's event loop", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "glimpse.sqlite");
  const database = await openSqlite<Notes>(file);
  await migrate(database, [migration(1)]);
  const other = new DatabaseSync(file);
  other.exec("begin immediate");
  let ticks = 0;
  const clock = setInterval(() => ticks++, 10);
  const writing = database.rows
    .insertInto("table_1" as "notes")
    .values({ id: "x" } as never)
    .execute();
  setTimeout(() => other.exec("commit"), 600);
  await writing;
  clearInterval(clock);
  other.close();
  await database.close();
  // If SQLite itself waited, the timer would have stood still for all of the 600 ms.
  expect(ticks).toBeGreaterThan(5);
});
