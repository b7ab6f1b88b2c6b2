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
  /**
   * Gets the first error that says that the file is damaged, and returns the error that `check` throws from then on.
   */
  explain?: (error: AppError) => Promise<AppError>;
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
  { durable = true, explain = async (error) => error }: SqliteOptions = {},
): Promise<Database<Schema>> {
  await mkdir(dirname(file), { recursive: true });
  const { database, isReadOnly } = openOrExplain(file);
  database.exec("pragma synchronous = normal; pragma cache_size = -16000; pragma temp_store = memory");
  // With "synchronous = full" SQLite would wait for the disk within the call, and nobody else would be served
  // meanwhile.
  const log = durable ? walOf(file) : null;
  if (durable) database.exec(`pragma wal_autocheckpoint = ${longestWal}`);
  let damage: Promise<AppError> | null = null;
  const onDamage = (error: AppError) => {
    damage ??= explain(error).catch(() => error);
  };
  const rows = new Kysely<Schema>({ dialect: sqliteDialect(database, { sync: log?.sync, onDamage }) });

  return {
    rows,
    isReadOnly,
    alone: (work) => rows.transaction().execute(work),
    copy: (label, at) => keepCopy(file, label, at),
    copies: () => copiesOf(file),
    dump: (target) => copySqlite(file, target),
    problems: () => checkSqlite(file),
    async check() {
      // Most of a damaged file may still be read, but it is not whole, and nobody should rely on it.
      if (damage !== null) throw await damage;
      await sql`select 1`.execute(rows);
    },
    async close() {
      await rows.destroy();
      await log?.close();
    },
  };
}

/**
 * Writes the log of a database (its WAL) out to the disk, in a thread of its own. Commits in a log that is on the disk
 * survive a power cut, no matter which process wrote them.
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
