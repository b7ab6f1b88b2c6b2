import { type Kysely, sql } from "kysely";
import { AppError } from "../../errors.ts";
import type { Database } from "./port.ts";

export interface Migration {
  /** Numbered upwards; a number may be left out. A migration that has shipped is never changed. */
  number: number;
  name: string;
  up(rows: Kysely<unknown>): Promise<void>;
}

interface MigrationsTable {
  migrations: { number: number; name: string; applied_at: number };
}

/**
 * Brings the database to the newest migration, in one transaction that runs alone: if two processes start at
 * once, one migrates and the other finds nothing left to do. It keeps a copy before it changes anything.
 * Throws AppError DATABASE_NEWER, and touches nothing, when a newer program wrote the database.
 */
export async function migrate<Schema>(
  database: Database<Schema>,
  migrations: Migration[],
): Promise<{ applied: number }> {
  const { rows, alone, copy } = database as unknown as Database<MigrationsTable>;
  // A new database has no such table yet. If the database cannot be read at all, the migration itself fails
  // and says so.
  const before = await current(rows).catch(() => 0);
  refuseNewer(before, migrations);
  if (before === newestOf(migrations)) return { applied: 0 };
  if (before > 0) await copy(`before-${pendingAfter(before, migrations)[0]?.number}`);

  return alone(async (transaction) => {
    await transaction.schema
      .createTable("migrations")
      .ifNotExists()
      .addColumn("number", "integer", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("applied_at", "bigint", (column) => column.notNull())
      .execute();
    const at = await current(transaction);
    refuseNewer(at, migrations);
    const pending = pendingAfter(at, migrations);
    for (const { number, name, up } of pending) {
      await up(transaction as unknown as Kysely<unknown>);
      await transaction.insertInto("migrations").values({ number, name, applied_at: Date.now() }).execute();
    }
    return { applied: pending.length };
  });
}

const newestOf = (migrations: Migration[]): number => migrations.at(-1)?.number ?? 0;

const pendingAfter = (at: number, migrations: Migration[]): Migration[] =>
  migrations.filter(({ number }) => number > at);

async function current(rows: Kysely<MigrationsTable>): Promise<number> {
  const row = await rows
    .selectFrom("migrations")
    .select(sql<number>`coalesce(max(number), 0)`.as("newest"))
    .executeTakeFirst();
  return Number(row?.newest ?? 0);
}

function refuseNewer(at: number, migrations: Migration[]): void {
  if (at <= newestOf(migrations)) return;
  throw new AppError(
    "DATABASE_NEWER",
    `The database is at version ${at}; this Glimpse knows up to ${newestOf(migrations)}. Start the newer Glimpse, or go back to a copy in backups/.`,
  );
}
