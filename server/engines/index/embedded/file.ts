import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { AppError } from "#server/errors.ts";
import { openSqliteFile } from "../../database/sqlite-file.ts";
import { identityName } from "../../objects/identity-file.ts";
import { isDamaged, isForLackOfRoom } from "./errors.ts";
import { schema, schemaVersion } from "./schema.ts";

export interface IndexFile<T> {
  /** Runs `work` on the file that lies at the path now. Throws INDEX_AWAY if it turns out to be damaged. */
  use<R>(work: (connected: T) => R): R;
  close(): void;
}

export interface OpenOptions<T> {
  path: string;
  /**
   * True if the folder belongs to a library. No file is made then while the library's id is missing beside it: without
   * the id, the folder is only the place where a disk is mounted.
   */
  isOfLibrary: boolean;
  /** Milliseconds for which SQLite itself waits for a lock; this blocks the event loop. */
  busyTimeout: number;
  connect: (database: DatabaseSync) => T;
  /** Is called after a file that was damaged or of another version has been replaced by an empty one. */
  onReset?: () => void;
}

/**
 * Opens the index file. It makes the file if it is missing, and replaces it by an empty one if it is damaged,
 * now or at any later use. Any process may do so; the others see that another file lies at the path and
 * connect anew.
 */
export function openIndexFile<T>(options: OpenOptions<T>): IndexFile<T> {
  const { path, onReset, isOfLibrary } = options;
  const openThere = () => {
    if (isOfLibrary && !isFolderOfLibrary(dirname(path)))
      throw new AppError("INDEX_AWAY", "The search index is away, and so is the library");
    return locked(path, () => openOrReset(options));
  };
  let current = openThere();

  return {
    use(work) {
      if (!current.database.isOpen) throw new AppError("INDEX_AWAY", "The search index is closed");
      if (fileNumber(path) !== current.number) {
        const before = current;
        current = openThere();
        before.database.close();
      }
      try {
        return work(current.connected);
      } catch (error) {
        if (!isDamaged(error)) throw error;
        locked(path, () => {
          if (fileNumber(path) !== current.number) return;
          setAside(path);
          onReset?.();
        });
        throw new AppError("INDEX_AWAY", "The search index was damaged; it is being made again", {
          cause: error,
        });
      }
    },
    close() {
      if (current.database.isOpen) current.database.close();
    },
  };
}

/** Says whether the id of a library lies in the folder. */
export const isFolderOfLibrary = (folder: string) => existsSync(join(folder, identityName));

interface Opened<T> {
  database: DatabaseSync;
  connected: T;
  /** Tells this file from another one at the same path. */
  number: number | undefined;
}

/**
 * Lets only one process at a time decide whether the file is good. The lock ends with its holder, even if
 * that crashes.
 */
function locked<R>(path: string, work: () => R): R {
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 10_000 });
  try {
    try {
      lock.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      // Without any room on the disk there is no lock, and nobody can replace the file either.
      if (!isForLackOfRoom(error)) throw error;
    }
    return work();
  } finally {
    lock.close();
  }
}

function openOrReset<T>(options: OpenOptions<T>): Opened<T> {
  const { path, onReset } = options;
  if (existsSync(path)) {
    try {
      return open(options);
    } catch (error) {
      if (!isDamaged(error) && !(error instanceof OtherVersion)) throw error;
      setAside(path);
      onReset?.();
    }
  }
  // Otherwise SQLite would play the log of the old file into the new one.
  for (const suffix of ["-wal", "-shm"]) rmSync(path + suffix, { force: true });
  const database = new DatabaseSync(path);
  database.exec(`
    PRAGMA page_size = 8192;
    PRAGMA journal_mode = WAL;
    BEGIN;
    ${schema}
    PRAGMA user_version = ${schemaVersion};
    COMMIT;
  `);
  database.close();
  return open(options);
}

class OtherVersion extends Error {}

/**
 * Opens the file without mmap: a mapped file that shrinks kills the process, and mmap made reading no faster.
 */
function open<T>({ path, busyTimeout, connect }: OpenOptions<T>): Opened<T> {
  // The timeout is long because another process may just be recovering the log of one that was killed.
  const { database } = openSqliteFile(path, { timeout: 10_000 });
  try {
    const version = database.prepare("PRAGMA user_version").get()?.user_version;
    if (version !== schemaVersion) throw new OtherVersion();
    database.exec(`
      PRAGMA synchronous = FULL;
      PRAGMA cache_size = -8192;
      PRAGMA busy_timeout = ${busyTimeout};
    `);
    return { database, connected: connect(database), number: fileNumber(path) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Keeps the last damaged file beside the new one, for anyone who wants to know what happened to it. */
function setAside(path: string): void {
  renameSync(path, `${path}.damaged`);
  for (const suffix of ["-wal", "-shm"]) rmSync(path + suffix, { force: true });
}

function fileNumber(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}
