import { close, fdatasync, open } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { Kysely, sql } from "kysely";
import type { Database } from "./port.ts";
import { sqliteDialect } from "./sqlite-driver.ts";

const openFile = promisify<string, string, number>(open);
const writeOut = promisify(fdatasync);
const closeFile = promisify(close);

const keptCopies = 5;
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

/** Opens the SQLite file, and creates it if it is missing. */
export async function openSqlite<Schema>(
  file: string,
  { durable = true }: SqliteOptions = {},
): Promise<Database<Schema>> {
  await mkdir(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 50, enableForeignKeyConstraints: true });
  database.exec(
    "pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -16000; pragma temp_store = memory",
  );
  // With "synchronous = full" SQLite waits for the disk within the call, and nobody else is served meanwhile.
  const log = durable ? walOf(file) : null;
  if (durable) database.exec(`pragma wal_autocheckpoint = ${longestWal}`);
  const rows = new Kysely<Schema>({ dialect: sqliteDialect(database, log?.sync) });

  return {
    rows,
    alone: (work) => rows.transaction().execute(work),
    async copy(label) {
      const folder = join(dirname(file), "backups");
      await mkdir(folder, { recursive: true });
      const name = `${basename(file)}.${label}.${new Date().toISOString().replace(/[:.]/g, "-")}`;
      const target = join(folder, `${name}.${process.pid}`);
      await sql`vacuum into ${target}`.execute(rows);
      const copies = (await readdir(folder))
        .filter((entry) => entry.startsWith(`${basename(file)}.`))
        .sort(byTime);
      for (const old of copies.slice(0, -keptCopies)) await rm(join(folder, old));
      return target;
    },
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
      await writeOut(descriptor);
    },
    async close() {
      if (opened !== null) await closeFile(await opened);
    },
  };
}

/** Sorts copies from old to new. Their names are `file.label.time.pid`. */
function byTime(a: string, b: string): number {
  const time = (name: string) => name.split(".").at(-2) ?? "";
  return time(a).localeCompare(time(b));
}
