import { setTimeout as pause } from "node:timers/promises";
import { Kysely, sql } from "kysely";
import { Pool, type PoolConfig, types } from "pg";
import { AppError } from "../../errors.ts";
import { lock } from "./lock.ts";
import type { Database } from "./port.ts";
import { postgresDialect } from "./postgres-driver.ts";
import { dumpPostgres } from "./postgres-dump.ts";
import { postgresError, reasonOf } from "./postgres-errors.ts";

/** The limit for each process. */
const mostConnections = 10;
const int8 = 20;
const bytea = 17;

/** A caller of `check` wants to know soon, so we wait at most this many milliseconds. */
const longestCheck = 10_000;

/**
 * Nothing waits for ever: not for a connection, a lock or a statement, and not for a server that fell silent.
 */
const deadlines: PoolConfig = {
  connectionTimeoutMillis: 15_000,
  statement_timeout: 60_000,
  idle_in_transaction_session_timeout: 60_000,
  query_timeout: 75_000,
};

/**
 * Connects to a Postgres (13 or newer) by its URL. A commit is as durable as the server is set up to make it.
 * Throws AppError CONFIGURATION that names DATABASE_URL when the server cannot be used at the start. Later
 * the server may go away and come back; queries in the meantime throw DATABASE_AWAY. `path`: the PATH in which
 * pg_dump is looked for.
 */
export async function openPostgres<Schema>(url: string, path = ""): Promise<Database<Schema>> {
  const rows = connect<Schema>(url, { ...deadlines, max: mostConnections });
  const check = async () => {
    const silence = pause(longestCheck, null, { ref: false });
    const answer = await Promise.race([sql`select 1`.execute(rows), silence]);
    if (!answer) throw postgresError(new Error("silence"));
  };
  try {
    await check();
  } catch (cause) {
    await rows.destroy();
    throw new AppError("CONFIGURATION", `DATABASE_URL: cannot use this database (${reasonOf(cause)})`, {
      cause,
    });
  }
  return {
    rows,
    isReadOnly: false,
    async alone(work) {
      // This uses a connection of its own without deadlines, because a migration takes as long as it takes.
      const unhurried = connect<Schema>(url, { connectionTimeoutMillis: 15_000, max: 1 });
      try {
        return await unhurried.transaction().execute(async (transaction) => {
          await lock(transaction, "alone");
          return work(transaction);
        });
      } finally {
        await unhurried.destroy();
      }
    },
    copy: async () => null,
    copies: async () => [],
    dump: (target) => dumpPostgres(url, path, target),
    problems: async () => null,
    check,
    close: () => rows.destroy(),
  };
}

function connect<Schema>(url: string, settings: PoolConfig): Kysely<Schema> {
  const pool = new Pool({
    connectionString: url,
    application_name: "glimpse",
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: { getTypeParser },
    ...settings,
  });
  // The pool replaces a broken idle connection at the next use. Without listeners its error would end the
  // process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return new Kysely<Schema>({ dialect: postgresDialect(pool) });
}

const getTypeParser: typeof types.getTypeParser = (oid: number, format?: "text" | "binary") => {
  if (oid === int8 && format !== "binary") return Number;
  const parse = types.getTypeParser(oid, format as "text");
  return oid === bytea ? (value: string) => asBytes(parse(value)) : parse;
};

/**
 * Copies a Buffer into a plain view, because a Buffer's `slice` shares memory and a Uint8Array's `slice`
 * copies.
 */
function asBytes({ buffer, byteOffset, byteLength }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
