import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "#tests/fixtures/free-port.ts";
import { hasPostgres, startPostgres, type TestPostgres } from "#tests/fixtures/postgres.ts";
import { mayMount, smallDisk } from "#tests/fixtures/small-disk.ts";
import { until } from "#tests/fixtures/until.ts";
import { databaseContract, type Notes } from "./contract.ts";
import type { Database } from "./port.ts";
import { openPostgres } from "./postgres.ts";

describe.skipIf(!hasPostgres)("Postgres", () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  databaseContract("postgres", async () => {
    const url = await server.create();
    const open: Database<Notes>[] = [];
    return {
      async connect() {
        const database = await openPostgres<Notes>(url);
        open.push(database);
        return database;
      },
      async [Symbol.asyncDispose]() {
        for (const database of open) await database.close();
      },
    };
  });

  async function opened() {
    const url = await server.create();
    const database = await openPostgres<Notes>(url);
    await database.rows.schema.createTable("notes").addColumn("text", "text").execute();
    const insert = (text: string) =>
      database.rows
        .insertInto("notes")
        .values({ text } as never)
        .execute();
    const texts = async () =>
      (await database.rows.selectFrom("notes").select("text").execute()).map((row) => row.text);
    return { url, ...database, insert, texts, [Symbol.asyncDispose]: () => database.close() };
  }

  /** Ends every connection to this database from the server's side. */
  const terminate = (url: string) =>
    server.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(url).pathname.slice(1)}'`,
    );

  test("a server that was killed and comes back has all committed rows, and is used again", async () => {
    await using database = await opened();
    await database.insert("kept");
    const broken = database.rows.transaction().execute(async (transaction) => {
      await transaction
        .insertInto("notes")
        .values({ text: "half" } as never)
        .execute();
      await server.crash();
      await transaction
        .insertInto("notes")
        .values({ text: "lost" } as never)
        .execute();
    });
    await expect(broken).rejects.toMatchObject({ code: "DATABASE_AWAY" });
    await expect(database.check()).rejects.toMatchObject({
      code: "DATABASE_AWAY",
      message: "The database does not answer (ECONNREFUSED).",
    });
    await server.start();
    expect(await database.texts()).toEqual(["kept"]);
    await database.insert("again");
  });

  test("connections that the server ends while they are idle are replaced silently", async () => {
    await using database = await opened();
    await Promise.all(Array.from({ length: 8 }, () => database.texts()));
    await terminate(database.url);
    await until(
      "all are gone",
      async () =>
        (await server.query("select 1 from pg_stat_activity where application_name = 'glimpse'")).length ===
        0,
    );
    expect(await Promise.all(Array.from({ length: 8 }, () => database.texts()))).toHaveLength(8);
  });

  test("a connection that ends in the middle of a transaction fails only that transaction", async () => {
    await using database = await opened();
    const cut = database.rows.transaction().execute(async (transaction) => {
      await transaction
        .insertInto("notes")
        .values({ text: "half" } as never)
        .execute();
      await terminate(database.url);
      await transaction
        .insertInto("notes")
        .values({ text: "lost" } as never)
        .execute();
    });
    await expect(cut).rejects.toMatchObject({ code: "DATABASE_AWAY" });
    expect(await database.texts()).toEqual([]);
  });

  test("when there is more work than connections, the rest waits its turn", async () => {
    await using database = await opened();
    const slow = () => sql`select pg_sleep(0.02)`.execute(database.rows);
    expect(await Promise.all(Array.from({ length: 40 }, slow))).toHaveLength(40);
    const [{ count } = { count: 0 }] = await server.query<{ count: number }>(
      "select count(*)::int as count from pg_stat_activity where application_name = 'glimpse'",
    );
    expect(count).toBeLessThanOrEqual(10);
  });

  test("a statement that takes too long and a deadlock both count as DATABASE_AWAY", async () => {
    await using database = await opened();
    const tooLong = database.rows.transaction().execute(async (transaction) => {
      await sql`set local statement_timeout = 20`.execute(transaction);
      await sql`select pg_sleep(5)`.execute(transaction);
    });
    await expect(tooLong).rejects.toMatchObject({ code: "DATABASE_AWAY" });
    await database.insert("a");
    await database.insert("b");
    const reached = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const each = (first: string, second: string, own: number) =>
      database.rows.transaction().execute(async (transaction) => {
        const take = (text: string) =>
          transaction.updateTable("notes").set({ text }).where("text", "=", text).execute();
        await take(first);
        reached[own]?.resolve();
        await reached[1 - own]?.promise;
        await take(second);
      });
    const ended = await Promise.allSettled([each("a", "b", 0), each("b", "a", 1)]);
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const failed = ended.find((outcome) => outcome.status === "rejected");
    expect(failed?.reason).toMatchObject({ code: "DATABASE_AWAY" });
  });

  test("an error in a statement stays the server's own error", async () => {
    await using database = await opened();
    await expect(sql`select no_such_column from notes`.execute(database.rows)).rejects.toMatchObject({
      code: "42703",
    });
    expect(await database.texts()).toEqual([]);
  });

  test("NULs are removed from text, because Postgres cannot hold them", async () => {
    await using database = await opened();
    await database.insert("one\0two");
    expect(await database.texts()).toEqual(["onetwo"]);
  });

  test.skipIf(!mayMount)("a full disk is DISK_FULL, and committed rows stay", async () => {
    await using disk = await smallDisk(2);
    await using database = await opened();
    await server.own(disk.path);
    await database.insert("kept");
    await sql.raw(`create tablespace small location '${disk.path}'`).execute(database.rows);
    await sql`alter table notes set tablespace small`.execute(database.rows);
    const fill = sql`insert into notes select repeat(md5(n::text), 100) from generate_series(1, 20000) n`;
    await expect(fill.execute(database.rows)).rejects.toMatchObject({ code: "DISK_FULL" });
    expect(await database.texts()).toEqual(["kept"]);
    await sql`drop table notes`.execute(database.rows);
    await sql`drop tablespace small`.execute(database.rows);
  });

  test("there is no copy, because backups are the operator's job", async () => {
    await using database = await opened();
    expect(await database.copy("before-2")).toBeNull();
  });
});

describe("a Postgres that cannot be used gives one clear line that names the setting and not the password", () => {
  const refusal = async (url: string) => {
    const error: unknown = await openPostgres(url).then(
      (database) => database.close(),
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: "CONFIGURATION" });
    expect(String(error)).toMatch(/DATABASE_URL: cannot use this database \(.+\)$/);
    expect(String(error)).not.toContain("secret");
    return String(error);
  };

  test("nobody listens, or the host has no address", async () => {
    expect(await refusal(`postgres://glimpse:secret@127.0.0.1:${await freePort()}/x`)).toContain(
      "ECONNREFUSED",
    );
    await refusal("postgres://glimpse:secret@nowhere.invalid/x");
  });

  test("something else listens", async () => {
    await using other = createServer((socket) =>
      socket.resume().end("HTTP/1.1 400 Bad Request\r\n\r\n"),
    ).listen(0, "127.0.0.1");
    await once(other, "listening");
    await refusal(`postgres://glimpse:secret@127.0.0.1:${(other.address() as AddressInfo).port}/x`);
  });

  test.skipIf(!hasPostgres)("the database does not exist", async () => {
    await using server = await startPostgres();
    const there = new URL(await server.create());
    there.pathname = "/elsewhere";
    there.password = "secret";
    expect(await refusal(there.href)).toContain('database "elsewhere" does not exist');
  });
});
