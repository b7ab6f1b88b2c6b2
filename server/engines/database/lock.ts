import { PostgresAdapter, type QueryExecutorProvider, sql } from "kysely";

/**
 * Waits until no other transaction in any process holds the lock of this name, then holds it until this
 * transaction ends. On SQLite this does nothing, because its write transactions run one at a time anyway.
 * Code that takes several locks must always take them in the same order.
 */
export async function lock(
  transaction: QueryExecutorProvider & { readonly isTransaction: boolean },
  name: string,
): Promise<void> {
  if (!transaction.isTransaction) throw new Error("A lock can only be taken inside a transaction");
  if (!(transaction.getExecutor().adapter instanceof PostgresAdapter)) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`glimpse ${name}`}, 0))`.execute(transaction);
}
