import { DatabaseError } from "pg";
import { AppError, systemCode } from "../../errors.ts";

const diskFull = "53100";
/** The server goes down, comes up, or has no room for another connection; or a wait was given up (timeouts, deadlocks). */
const awayCodes = /^(08...|57P0[1-5]|53300|57014|55P03|40P01|40001|25P0[34])$/;

/** What `pg` throws, in our words: DATABASE_AWAY, DISK_FULL; what says that a statement is wrong stays as it is. */
export function postgresError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof AppError) return error;
  if (error instanceof DatabaseError) {
    if (error.code === diskFull) {
      return new AppError("DISK_FULL", "There is no room left on the database's disk.", { cause: error });
    }
    if (!awayCodes.test(error.code ?? "")) return error;
  }
  // All else than the server's own errors is about the connection.
  const words = `The database does not answer (${reasonOf(error)}).`;
  return new AppError("DATABASE_AWAY", words, { cause: error });
}

/** Of an error at connecting: a few words that a person understands. Never holds the password. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof AppError && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof DatabaseError) return cause.message;
  return systemCode(cause) ?? (cause instanceof Error ? cause.message : String(cause));
}
