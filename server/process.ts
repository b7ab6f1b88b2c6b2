import { AppError } from "./errors.ts";

const longestEnding = 4_000;

/**
 * Ends this process cleanly: on SIGINT and SIGTERM, and when the supervisor that started it is gone (its
 * channel closes even if it was killed with -9). It waits at most 4 s for `close`.
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
  setInterval(tellAlive, aliveEvery).unref();
  tellAlive();
}

/**
 * Ends this process as soon as `hasRoom` says so, for a process that could open its database only for reading,
 * because the disk was full. The supervisor starts it anew, and then it opens all for writing.
 */
export function endWhenThereIsRoom(hasRoom: () => Promise<void>, close: () => Promise<void>): void {
  const timer = setInterval(() => {
    hasRoom().then(
      () => {
        clearInterval(timer);
        void close().finally(() => process.exit(0));
      },
      () => {},
    );
  }, lookForRoomEvery);
}

const lookForRoomEvery = 2_000;
const aliveEvery = 5_000;

/** Tells the supervisor that this process is not blocked. */
function tellAlive(): void {
  if (process.connected) process.send?.({ type: "alive" });
}

interface Published {
  type: "published";
  lane: string;
}

/**
 * Tells the processes that were started beside this one that jobs of the lane are due. If there are none,
 * nobody hears it.
 */
export function tellPublished(lane: string): void {
  if (process.connected) process.send?.({ type: "published", lane } satisfies Published);
}

/** Calls `take` when another process has called `tellPublished`. */
export function hearPublished(take: (lane: string) => void): void {
  process.on("message", ({ type, lane }: Published) => {
    if (type === "published") take(lane);
  });
}

/** Prints one clear line if a person can fix the error, and the whole error otherwise, and exits. */
export function reportAndExit(error: unknown): never {
  if (error instanceof AppError) console.error(`glimpse: ${error.message}`);
  else console.error(error);
  process.exit(1);
}
