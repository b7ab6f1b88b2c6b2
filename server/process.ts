import { AppError } from "./errors.ts";

const longestEnding = 4_000;

/**
 * Ends this process well: on SIGINT and SIGTERM, and when the supervisor that started it is gone (its channel closes
 * even when it was killed with -9). Whatever `close` has not done after 4 s is dropped.
 */
export function endWithParent(close: () => Promise<void>): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), longestEnding).unref();
    close().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  process.on("disconnect", end);
  if (process.send && !process.connected) end();
}

/** One clear line for what a person can mend; the whole error for what only we can. */
export function reportAndExit(error: unknown): never {
  if (error instanceof AppError) console.error(`glimpse: ${error.message}`);
  else console.error(error);
  process.exit(1);
}
