import { stdSerializers } from "pino";
import { AppError, type ErrorCode } from "./errors.ts";

/** With these codes Glimpse works as it should, but a person has to mend something. */
const told = new Set<ErrorCode>(["DATABASE_DAMAGED", "LIBRARY_AWAY", "DISK_FULL"]);

/** Returns the part of an error that is logged: no stack trace if its message says everything. */
export function errorAsLogged(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof AppError && told.has(at.code)) return { code: at.code, message: at.message };
  }
  return error instanceof Error ? stdSerializers.err(error) : error;
}
