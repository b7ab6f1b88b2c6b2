import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import type { Database } from "./port.ts";
import { checkSqlite, copiesOf, copySqlite, keepCopy } from "./sqlite-copies.ts";
import { damaged, sqliteDialect } from "./sqlite-driver.ts";

export interface SqliteOptions {
  /**
   * True (the default) means that a commit is on the disk before it is reported. False means that a power cut
   * may undo the last commits, but never out of order, and none that came before a durable commit of another
   * connection. A kill -9 never undoes any.
   */
  durable?: boolean;
}

/** Opens the SQLite file, and creates it if it is missing. Throws DATABASE_DAMAGED if it is none. */
export async function openSqlite<Schema>(
  file: string,
  { durable = true }: SqliteOptions = {},
): Promise<Database<Schema>> {
  await mkdir(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 50, enableForeignKeyConstraints: true });
  try {
    database.exec(
      `pragma journal_mode = wal; pragma synchronous = ${durable ? "full" : "normal"}; pragma cache_size = -16000; pragma temp_store = memory`,
    );
  } catch (error) {
    database.close();
    throw damaged(error) ?? error;
  }
  const rows = new Kysely<Schema>({ dialect: sqliteDialect(database) });

  return {
    rows,
    alone: (work) => rows.transaction().execute(work),
    copy: (label) => keepCopy(file, label),
    copies: () => copiesOf(file),
    dump: (target) => copySqlite(file, target),
    problems: () => checkSqlite(file),
    async check() {
      await sql`select 1`.execute(rows);
    },
    close: () => rows.destroy(),
  };
}
