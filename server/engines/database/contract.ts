import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { newId } from "../../library/ids.ts";
import { lock } from "./lock.ts";
import { type Migration, migrate } from "./migrate.ts";
import type { Database } from "./port.ts";

export interface Notes {
  notes: { id: string; text: string; size: number; bytes: Uint8Array | null };
}

export interface OpenedDatabase extends AsyncDisposable {
  /** Opens a new connection to the same database, as another process would. */
  connect(): Promise<Database<Notes>>;
}

export const notes: Migration = {
  number: 1,
  name: "notes",
  async up(rows) {
    await rows.schema
      .createTable("notes")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("text", "text", (column) => column.notNull().unique())
      .addColumn("size", "bigint", (column) => column.notNull())
      .addColumn("bytes", "blob")
      .execute();
  },
};

const note = (text: string) => ({ id: newId(), text, size: 1, bytes: null });

/** Tests what every Database must do; `open` gives a fresh, empty one. */
export function databaseContract(name: string, open: () => Promise<OpenedDatabase>): void {
  async function opened() {
    const database = await open();
    const first = await database.connect();
    await migrate(first, [notes]);
    return { first, connect: database.connect, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
  }

  describe(`Database: ${name}`, () => {
    test("values come back as they went in", async () => {
      await using database = await opened();
      const row = {
        id: newId(),
        text: "Ünïcödé 👩‍👩‍👧 'quotes\" and \\",
        size: 2 ** 45,
        bytes: new Uint8Array([0, 1, 255]),
      };
      await database.first.rows.insertInto("notes").values(row).execute();
      const found = await database.first.rows.selectFrom("notes").selectAll().executeTakeFirstOrThrow();
      expect({ ...found, bytes: new Uint8Array(found.bytes ?? []) }).toEqual(row);
      // A Buffer's slice would share its memory with later reads.
      expect(found.bytes?.slice().buffer.byteLength).toBe(3);
    });

    test("text is ordered by its bytes, and compared letter for letter", async () => {
      await using database = await opened();
      const { rows } = database.first;
      const texts = ["a", "B", "ä", "b", "_", "Z", "é", "-", "10", "9", "ab", "a b"];
      await rows.insertInto("notes").values(texts.map(note)).execute();
      const found = await rows.selectFrom("notes").select("text").orderBy("text").execute();
      const byBytes = texts.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(found.map((row) => row.text)).toEqual(byBytes);
      const after = await rows.selectFrom("notes").select("text").where("text", ">", "Z").execute();
      expect(after).toHaveLength(7);
      expect(await rows.selectFrom("notes").select("id").where("text", "=", "A").execute()).toEqual([]);
    });

    test("whole numbers and counts come back as numbers, and changed rows are counted", async () => {
      await using database = await opened();
      const { rows } = database.first;
      await rows
        .insertInto("notes")
        .values([{ ...note("large"), size: Number.MAX_SAFE_INTEGER }, note("small")])
        .execute();
      const { count, most } = await rows
        .selectFrom("notes")
        .select(({ fn }) => [fn.countAll().as("count"), fn.max("size").as("most")])
        .executeTakeFirstOrThrow();
      expect([count, most]).toEqual([2, Number.MAX_SAFE_INTEGER]);
      const updated = await rows.updateTable("notes").set({ size: 2 }).executeTakeFirstOrThrow();
      expect(updated.numUpdatedRows).toBe(2n);
      const deleted = await rows.deleteFrom("notes").where("size", "=", 3).executeTakeFirstOrThrow();
      expect(deleted.numDeletedRows).toBe(0n);
    });

    test("one transaction at a time holds a lock, and a lock needs a transaction", async () => {
      await using database = await opened();
      const all = [database.first, await database.connect(), await database.connect()];
      let inside = 0;
      let most = 0;
      const guarded = (one: Database<Notes>) =>
        one.rows.transaction().execute(async (transaction) => {
          await lock(transaction, "door");
          most = Math.max(most, ++inside);
          await transaction.selectFrom("notes").selectAll().execute();
          inside--;
        });
      await Promise.all(all.flatMap((one) => Array.from({ length: 8 }, () => guarded(one))));
      expect(most).toBe(1);
      await expect(lock(database.first.rows, "door")).rejects.toThrow("transaction");
      for (const one of all.slice(1)) await one.close();
    });

    test("a transaction that throws leaves no changes, and the connection stays usable", async () => {
      await using database = await opened();
      const { rows } = database.first;
      const failing = rows.transaction().execute(async (transaction) => {
        await transaction.insertInto("notes").values(note("half")).execute();
        throw new Error("changed my mind");
      });
      await expect(failing).rejects.toThrow("changed my mind");
      expect(await rows.selectFrom("notes").selectAll().execute()).toEqual([]);
      await rows.insertInto("notes").values(note("whole")).execute();
      expect(await rows.selectFrom("notes").selectAll().execute()).toHaveLength(1);
    });

    test("transactions of several connections that read and then write all succeed", async () => {
      await using database = await opened();
      const others = await Promise.all([database.connect(), database.connect()]);
      await database.first.rows.insertInto("notes").values(note("counter")).execute();
      const add = (one: Database<Notes>) =>
        one.rows.transaction().execute(async (transaction) => {
          await transaction.selectFrom("notes").select("size").executeTakeFirstOrThrow();
          await transaction
            .updateTable("notes")
            .set(({ eb }) => ({ size: eb("size", "+", 1) }))
            .execute();
        });
      await Promise.all(
        [database.first, ...others].flatMap((one) => Array.from({ length: 40 }, () => add(one))),
      );
      const { size } = await database.first.rows.selectFrom("notes").select("size").executeTakeFirstOrThrow();
      expect(Number(size)).toBe(121);
      for (const one of others) await one.close();
    });

    test("others cannot change rows that are selected for update until the transaction ends", async () => {
      await using database = await opened();
      const all = [database.first, await database.connect(), await database.connect()];
      await database.first.rows.insertInto("notes").values(note("counter")).execute();
      const add = (one: Database<Notes>) =>
        one.rows.transaction().execute(async (transaction) => {
          const { size } = await transaction
            .selectFrom("notes")
            .select("size")
            .forNoKeyUpdate()
            .executeTakeFirstOrThrow();
          await transaction
            .updateTable("notes")
            .set({ size: size + 1 })
            .execute();
        });
      await Promise.all(all.flatMap((one) => Array.from({ length: 20 }, () => add(one))));
      const { size } = await database.first.rows.selectFrom("notes").select("size").executeTakeFirstOrThrow();
      expect(size).toBe(61);
      for (const one of all.slice(1)) await one.close();
    });

    test("a unique value is inserted only once, whichever connection comes first", async () => {
      await using database = await opened();
      const other = await database.connect();
      const insert = (one: Database<Notes>) =>
        one.rows
          .insertInto("notes")
          .values(note("the same"))
          .onConflict((conflict) => conflict.column("text").doNothing())
          .executeTakeFirst();
      const results = await Promise.all(
        [database.first, other].flatMap((one) => Array.from({ length: 25 }, () => insert(one))),
      );
      expect(results.filter((result) => result.numInsertedOrUpdatedRows === 1n)).toHaveLength(1);
      await other.close();
    });

    test("migrations run only once, even when several processes start at once", async () => {
      await using database = await opened();
      let runs = 0;
      const second: Migration = {
        number: 2,
        name: "count",
        async up(rows) {
          runs++;
          await rows.schema.alterTable("notes").addColumn("extra", "text").execute();
        },
      };
      const others = await Promise.all([database.connect(), database.connect(), database.connect()]);
      const applied = await Promise.all(others.map((one) => migrate(one, [notes, second])));
      expect(runs).toBe(1);
      expect(applied.reduce((sum, each) => sum + each.applied, 0)).toBe(1);
      for (const one of others) await one.close();
    });

    test("a migration that fails changes nothing", async () => {
      await using database = await opened();
      const broken: Migration = {
        number: 2,
        name: "broken",
        async up(rows) {
          await rows.schema.createTable("half").addColumn("id", "text").execute();
          await sql`insert into no_such_table values (1)`.execute(rows);
        },
      };
      await expect(migrate(database.first, [notes, broken])).rejects.toThrow();
      await expect(sql`select * from half`.execute(database.first.rows)).rejects.toThrow();
      expect(await migrate(database.first, [notes])).toEqual({ applied: 0 });
    });

    test("a database that is newer than the program is refused and stays as it is", async () => {
      await using database = await opened();
      const newer: Migration = { number: 2, name: "newer", up: async () => {} };
      await migrate(database.first, [notes, newer]);
      await expect(migrate(database.first, [notes])).rejects.toMatchObject({ code: "DATABASE_NEWER" });
    });
  });
}
