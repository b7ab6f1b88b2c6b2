import { PostgresAdapter, type QueryExecutorProvider, sql } from "kysely";

/**
 * Waits until no other transaction, of whichever process, holds the lock of this name, and holds it until this one ends.
 * SQLite's write transactions come one at a time anyway. Who takes several takes them in an order that all keep.
 */
export async function lock(
  transaction: QueryExecutorProvider & { readonly isTransaction: boolean },
  name: string,
): Promise<void> {
  if (!transaction.isTransaction) throw new Error("a lock ends with its transaction, and there is none");
  if (!(transaction.getExecutor().adapter instanceof PostgresAdapter)) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`glimpse ${name}`}, 0))`.execute(transaction);
}
