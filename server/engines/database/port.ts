import type { Kysely, Transaction } from "kysely";

/**
 * Rows, through Kysely. One schema and one set of migrations run on every adapter: ids and JSON as text, times as
 * milliseconds, booleans as 0 and 1. Errors: AppError DISK_FULL when there is no room, DATABASE_AWAY when it does not
 * answer; anything else as it comes. Never await the network inside a transaction: it takes milliseconds and holds locks.
 *
 * Transactions may run side by side (READ COMMITTED), and SQLite's coming one at a time is no promise: what was read may
 * have changed when it is written. Write on a condition and look at the number of rows, or take a `lock` first.
 */
export interface Database<Schema> {
  rows: Kysely<Schema>;
  /** A transaction beside which no other `alone` runs, in whichever process; it may take long. For migrations. */
  alone<Result>(work: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result>;
  /** Copies everything as it is now to a place beside the database, and says where; null where that is the operator's (pg_dump). */
  copy(label: string): Promise<string | null>;
  check(): Promise<void>;
  close(): Promise<void>;
}
