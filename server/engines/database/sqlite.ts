import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Kysely, sql } from "kysely";
import type { Database } from "./port.ts";
import { sqliteDialect } from "./sqlite-driver.ts";
import { openSqliteFile } from "./sqlite-file.ts";

const keptCopies = 5;

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
  const { database, isReadOnly } = openSqliteFile(file, { timeout: 50, enableForeignKeyConstraints: true });
  database.exec(
    `pragma synchronous = ${durable ? "full" : "normal"}; pragma cache_size = -16000; pragma temp_store = memory`,
  );
  const rows = new Kysely<Schema>({ dialect: sqliteDialect(database) });

  return {
    rows,
    isReadOnly,
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
    close: () => rows.destroy(),
  };
}

/** Sorts copies from old to new. Their names are `file.label.time.pid`. */
function byTime(a: string, b: string): number {
  const time = (name: string) => name.split(".").at(-2) ?? "";
  return time(a).localeCompare(time(b));
}
