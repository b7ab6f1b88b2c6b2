import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { AppError } from "../../errors.ts";

const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;
const longestWait = 15_000;
const keptStatements = 200;

interface Watched {
  /** Makes durable what was committed; it is awaited after each commit that wrote something. */
  sync?: (() => Promise<void>) | undefined;
  /** Is called for each statement that meets a damaged part of the file. */
  onDamage(error: AppError): void;
}

/** Returns Kysely's dialect over one `node:sqlite` connection. */
export function sqliteDialect(database: DatabaseSync, watched: Watched): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => sqliteDriver(database, watched),
    createIntrospector: (rows) => new SqliteIntrospector(rows),
    createQueryCompiler: () => new GlimpseSqliteCompiler(),
  };
}

class GlimpseSqliteCompiler extends SqliteQueryCompiler {
  /** Leaves out `for update` and the like: a transaction here is the only one that writes. */
  protected override visitSelectModifier(): void {}
}

function sqliteDriver(database: DatabaseSync, watched: Watched): Driver {
  const connection = sqliteConnection(database, watched);
  const run = async (on: DatabaseConnection, sql: string) => {
    await on.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    // We lock at once, because a deferred transaction that reads and then writes fails if another process
    // wrote in between.
    beginTransaction: (on) => run(on, "begin immediate"),
    commitTransaction: (on) => run(on, "commit"),
    rollbackTransaction: async (on) => {
      // SQLite has rolled back by itself after a full disk or an I/O error.
      if (database.isTransaction) await run(on, "rollback");
    },
    releaseConnection: async () => {},
    destroy: async () => database.close(),
  };
}

/** Statements that change nothing. One that begins "with" may be of either kind. */
const reads =
  /^\s*(?:select|explain|pragma|begin|rollback|vacuum into|with\b(?!.*\b(?:insert|update|delete)\b))/is;

function sqliteConnection(database: DatabaseSync, { sync, onDamage }: Watched): DatabaseConnection {
  /** True while something was written that is not on the disk yet. */
  let isWritten = false;
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    const oldest = statements.keys().next();
    if (statements.size >= keptStatements && !oldest.done) statements.delete(oldest.value);
    statements.set(sql, statement);
    return statement;
  };

  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const result = await execute<Row>(query);
      if (!sync) return result;
      isWritten ||= query.sql !== "commit" && !reads.test(query.sql);
      if (isWritten && !database.isTransaction) {
        isWritten = false;
        await sync();
      }
      return result;
    },
    streamQuery() {
      throw new Error("Streaming is not offered: page by key instead");
    },
  };

  async function execute<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const deadline = performance.now() + longestWait;
    for (let wait = 5; ; wait = Math.min(wait * 2, 100)) {
      try {
        const statement = prepare(sql);
        const values = parameters as SQLInputValue[];
        if (statement.columns().length > 0) return { rows: statement.all(...values) as Row[] };
        const { changes } = statement.run(...values);
        return { rows: [], numAffectedRows: BigInt(changes) };
      } catch (error) {
        const code = sqliteCode(error);
        if (code === SQLITE_FULL || code === SQLITE_READONLY)
          throw new AppError("DISK_FULL", "There is no room left on the disk.", { cause: error });
        if (code === SQLITE_IOERR)
          throw new AppError("DATABASE_AWAY", "The disk of the database cannot be used.", { cause: error });
        const wrong = damaged(error);
        if (wrong) {
          onDamage(wrong);
          throw wrong;
        }
        // Only `begin immediate` and single statements can meet another writer, so we can simply try again.
        if (code !== SQLITE_BUSY || performance.now() > deadline) throw error;
        await pause(wait);
      }
    }
  }
}

/** Returns SQLite's primary result code for an error of `node:sqlite`. */
function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number")
    return undefined;
  return error.errcode & 0xff;
}

/** Returns the AppError DATABASE_DAMAGED for an error that says so; null for other errors. */
export function damaged(error: unknown): AppError | null {
  const code = sqliteCode(error);
  if (code !== SQLITE_CORRUPT && code !== SQLITE_NOTADB) return null;
  const words = code === SQLITE_NOTADB ? "it is no SQLite database" : "a part of it cannot be read";
  return new AppError("DATABASE_DAMAGED", `The database is damaged: ${words}.`, { cause: error });
}
