import type { Kysely, Transaction } from "kysely";

/**
 * Gives access to rows through Kysely. One schema and one set of migrations run on every adapter: ids and
 * JSON are text, times are milliseconds, booleans are 0 and 1. Throws AppError DISK_FULL when there is no
 * room and DATABASE_AWAY when the database does not answer; other errors pass through unchanged. Never await
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
   * Copies the whole database to a place beside it and returns that place. Returns null where copies are the
   * operator's job (pg_dump).
   */
  copy(label: string): Promise<string | null>;
  check(): Promise<void>;
  close(): Promise<void>;
}
