import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { Kysely, sql } from "kysely";
import type { Database } from "./port.ts";
import { checkSqlite, copiesOf, copySqlite, keepCopy } from "./sqlite-copies.ts";
import { damaged, sqliteDialect } from "./sqlite-driver.ts";
import { openSqliteFile } from "./sqlite-file.ts";

export interface SqliteOptions {
  /**
   * True (the default) means that a commit is on the disk before it is reported. False means that a power cut
   * may undo the last commits, but never out of order, and none that came before a durable commit of another
   * connection. A kill -9 never undoes any.
   */
  durable?: boolean;
}

function openOrExplain(file: string) {
  try {
    return openSqliteFile(file, { timeout: 50, enableForeignKeyConstraints: true });
  } catch (error) {
    throw damaged(error) ?? error;
  }
}

/** Opens the SQLite file, and creates it if it is missing. Throws DATABASE_DAMAGED if it is none. */
export async function openSqlite<Schema>(
  file: string,
  { durable = true }: SqliteOptions = {},
): Promise<Database<Schema>> {
  await mkdir(dirname(file), { recursive: true });
  const { database, isReadOnly } = openOrExplain(file);
  database.exec(
    `pragma synchronous = ${durable ? "full" : "normal"}; pragma cache_size = -16000; pragma temp_store = memory`,
  );
  const rows = new Kysely<Schema>({ dialect: sqliteDialect(database) });

  return {
    rows,
    isReadOnly,
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
