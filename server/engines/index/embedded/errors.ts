import { AppError } from "#server/errors.ts";

const BUSY = 5;
const CORRUPT = 11;
const READONLY = 8;
const FULL = 13;
const NOT_A_DATABASE = 26;

/** Returns SQLite's primary result code for an error of node:sqlite, or undefined for any other error. */
function resultCode(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode & 0xff
    : undefined;
}

export function isBusy(error: unknown): boolean {
  return resultCode(error) === BUSY;
}

export function isDamaged(error: unknown): boolean {
  const code = resultCode(error);
  return code === CORRUPT || code === NOT_A_DATABASE;
}

/** A file that was opened without any room can only be read. */
export function isForLackOfRoom(error: unknown): boolean {
  const code = resultCode(error);
  return code === FULL || code === READONLY;
}

/** Turns an error of SQLite into one that the port promises. Any other error is a bug and stays as it is. */
export function indexError(error: unknown): unknown {
  const code = resultCode(error);
  if (code === undefined) return error;
  if (isForLackOfRoom(error))
    return new AppError("DISK_FULL", "There is no room for the search index", { cause: error });
  return new AppError("INDEX_AWAY", "The search index cannot be used at the moment", { cause: error });
}
