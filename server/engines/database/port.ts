import type { Kysely, Transaction } from "kysely";

/** A copy of the database that is kept beside it. */
export interface DatabaseCopy {
  path: string;
  /** `daily`, or `before-6` for the migration that it was made before. */
  label: string;
  /** ms */
  madeAt: number;
}

/**
 * Gives access to rows through Kysely. One schema and one set of migrations run on every adapter: ids and
 * JSON are text, times are milliseconds, booleans are 0 and 1. Throws AppError DISK_FULL when there is no
 * room, DATABASE_AWAY when the database does not answer, and DATABASE_DAMAGED when it cannot be read; other errors pass through unchanged. Never await
 * the network inside a transaction: a transaction takes milliseconds and holds locks.
 *
 * Transactions may run side by side (READ COMMITTED). SQLite runs them one at a time, but do not rely on
 * that: a row that you read may have changed before you write it. Write on a condition and check the number
 * of changed rows, or take a `lock` first.
 */
export interface Database<Schema> {
  rows: Kysely<Schema>;
  /** True if there was no room even to open it for writing. Then every write throws DISK_FULL. */
  isReadOnly: boolean;
  /**
   * Runs a transaction while no other `alone` runs in any process. It may take long, and is meant for
   * migrations.
   */
  alone<Result>(work: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result>;
  /**
   * Keeps a checked copy of the whole database beside it and returns its place; the oldest copies go. It counts as made
   * at the time `at` (ms), by default that of the wall clock. Returns null where copies are the operator's job (pg_dump).
   * Throws DATABASE_DAMAGED.
   */
  copy(label: string, at?: number): Promise<string | null>;
  /** Returns the copies that are kept, the newest first. */
  copies(): Promise<DatabaseCopy[]>;
  /**
   * Writes a consistent state of the database into a new file, while it is in use. Throws DATABASE_DAMAGED, and
   * CONFIGURATION where a program for it is missing.
   */
  dump(target: string): Promise<void>;
  /** Reads all of the database and returns what is wrong with it; null where the server must be asked for that. */
  problems(): Promise<string[] | null>;
  /** Throws DATABASE_AWAY, and DATABASE_DAMAGED since a statement has met a damaged part. */
  check(): Promise<void>;
  close(): Promise<void>;
}
