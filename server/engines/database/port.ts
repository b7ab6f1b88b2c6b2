import type { Kysely } from "kysely";

/**
 * Rows, through Kysely. One schema and one set of migrations run on every adapter: ids and JSON as text, times as
 * milliseconds, booleans as 0 and 1. Errors: AppError DISK_FULL when there is no room; anything else as it comes.
 * Never await the network inside a transaction: a transaction takes milliseconds and holds the write lock.
 */
export interface Database<Schema> {
  rows: Kysely<Schema>;
  /** Copies everything as it is now to a place beside the database, and says where; null where an engine has no file. */
  copy(label: string): Promise<string | null>;
  check(): Promise<void>;
  close(): Promise<void>;
}
