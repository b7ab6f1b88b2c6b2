import { close, fdatasync, open } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { Kysely, sql } from "kysely";
import { AppError } from "../../errors.ts";
import type { Database } from "./port.ts";
import { checkSqlite, copiesOf, copySqlite, keepCopy } from "./sqlite-copies.ts";
import { damaged, sqliteDialect } from "./sqlite-driver.ts";
import { openSqliteFile } from "./sqlite-file.ts";

const openFile = promisify<string, string, number>(open);
const writeOut = promisify(fdatasync);
const closeFile = promisify(close);

/**
 * Pages (40 MB) after which a durable connection moves the log into the database by itself, which takes long
 * on a busy disk. The worker, whom nobody waits for, does it after a thousand.
 */
const longestWal = 10_000;

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
  database.exec("pragma synchronous = normal; pragma cache_size = -16000; pragma temp_store = memory");
  // With "synchronous = full" SQLite waits for the disk within the call, and nobody else is served meanwhile.
  const log = durable ? walOf(file) : null;
  if (durable) database.exec(`pragma wal_autocheckpoint = ${longestWal}`);
  const rows = new Kysely<Schema>({ dialect: sqliteDialect(database, log?.sync) });

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
    async close() {
      await rows.destroy();
      await log?.close();
    },
  };
}

/**
 * Writes the log of a database (its WAL) out to the disk, in a thread of its own. What is in the log on the
 * disk survives a power cut, whoever wrote it there.
 */
function walOf(file: string) {
  let opened: Promise<number> | null = null;
  return {
    async sync() {
      opened ??= openFile(`${file}-wal`, "r");
      const descriptor = await opened.catch((error: unknown) => {
        opened = null;
        throw error;
      });
      await writeOut(descriptor).catch((error: unknown) => {
        throw new AppError("DATABASE_AWAY", "The disk of the database cannot be used.", { cause: error });
      });
    },
    async close() {
      if (opened !== null) await closeFile(await opened);
    },
  };
}
