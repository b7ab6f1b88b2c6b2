import { DatabaseError } from "pg";
import { AppError, systemCode } from "../../errors.ts";

const diskFull = "53100";
/**
 * The server is shutting down, starting or out of connections, or it gave up waiting (timeouts, deadlocks).
 */
const awayCodes = /^(08...|57P0[1-5]|53300|57014|55P03|40P01|40001|25P0[34])$/;

/**
 * Turns an error of `pg` into DATABASE_AWAY or DISK_FULL. An error about the statement itself stays as it is.
 */
export function postgresError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof AppError) return error;
  if (error instanceof DatabaseError) {
    if (error.code === diskFull) {
      return new AppError("DISK_FULL", "There is no room left on the database's disk.", { cause: error });
    }
    if (!awayCodes.test(error.code ?? "")) return error;
  }
  // All errors that do not come from the server are about the connection.
  const words = `The database does not answer (${reasonOf(error)}).`;
  return new AppError("DATABASE_AWAY", words, { cause: error });
}

/** Says in a few plain words why connecting failed. It never contains the password. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof AppError && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof DatabaseError) return cause.message;
  return systemCode(cause) ?? (cause instanceof Error ? cause.message : String(cause));
}
