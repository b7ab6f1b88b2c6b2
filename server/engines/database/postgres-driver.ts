import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  type QueryResult,
} from "kysely";
import { DatabaseError, type Pool, type PoolClient } from "pg";
import { GlimpsePostgresCompiler } from "./postgres-compiler.ts";
import { postgresError } from "./postgres-errors.ts";

interface PostgresConnection extends DatabaseConnection {
  /** Gives the client back to the pool, or closes it when its state is unknown. */
  release(): void;
  /** Marks the state of this connection as unknown from now on. */
  spoil(): void;
}

/** Returns Kysely's dialect over a pool of `pg`. */
export function postgresDialect(pool: Pool): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => postgresDriver(pool),
    createIntrospector: (rows) => new PostgresIntrospector(rows),
    createQueryCompiler: () => new GlimpsePostgresCompiler(),
  };
}

function postgresDriver(pool: Pool): Driver {
  const held = new WeakMap<DatabaseConnection, PostgresConnection>();
  const run = async (on: DatabaseConnection, sql: string) => {
    await on.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: async () => {},
    async acquireConnection() {
      const client = await pool.connect().catch((error: unknown) => {
        throw postgresError(error);
      });
      const connection = postgresConnection(client);
      held.set(connection, connection);
      return connection;
    },
    beginTransaction: (on) => run(on, "begin"),
    commitTransaction: (on) => run(on, "commit"),
    // A connection that cannot even roll back is closed, and the server rolls back by itself.
    rollbackTransaction: (on) => run(on, "rollback").catch(() => held.get(on)?.spoil()),
    releaseConnection: async (on) => held.get(on)?.release(),
    destroy: () => pool.end(),
  };
}

function postgresConnection(client: PoolClient): PostgresConnection {
  let spoilt = false;
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        const result = await client.query(sql, parameters.map(withoutNul));
        if (sql === "commit" && result.command === "ROLLBACK") {
          throw new Error("the transaction had failed before it was to be committed");
        }
        const changes = ["INSERT", "UPDATE", "DELETE"].includes(result.command);
        return {
          rows: result.rows as Row[],
          ...(changes && { numAffectedRows: BigInt(result.rowCount ?? 0) }),
        };
      } catch (error) {
        // Either our own deadline passed or the connection broke, so an old answer may still arrive on it.
        if (!(error instanceof DatabaseError)) spoilt = true;
        throw postgresError(error);
      }
    },
    streamQuery() {
      throw new Error("Streaming is not offered: page by key instead");
    },
    spoil() {
      spoilt = true;
    },
    release: () => client.release(spoilt),
  };
}

/** Removes NUL characters, because Postgres cannot store them in text. */
function withoutNul(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "") : value;
}
