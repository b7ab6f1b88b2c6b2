import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type DatabaseSyncOptions } from "node:sqlite";
import { pathToFileURL } from "node:url";

/** SQLite makes a file of this many bytes beside every database that it opens. */
const leastRoom = 65_536;

/**
 * Opens a SQLite file with a log (WAL). If the disk has no room at all, SQLite cannot even make the file that
 * its readers share; then the database is opened as it is and for reading only. That is safe only while no log
 * lies beside it, and until another process writes.
 */
export function openSqliteFile(
  path: string,
  options: DatabaseSyncOptions = {},
): { database: DatabaseSync; isReadOnly: boolean } {
  const database = new DatabaseSync(path, options);
  try {
    database.exec("pragma journal_mode = wal; select 1 from sqlite_schema limit 1");
    return { database, isReadOnly: false };
  } catch (error) {
    database.close();
    if (!existsSync(path) || sizeOf(`${path}-wal`) > 0 || !isDiskFull(dirname(path))) throw error;
    const asItIs = new URL(`${pathToFileURL(path).href}?immutable=1`);
    return { database: new DatabaseSync(asItIs, { ...options, readOnly: true }), isReadOnly: true };
  }
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function isDiskFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < leastRoom;
}
