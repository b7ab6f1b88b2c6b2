import { setImmediate as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "#server/errors.ts";
import { indexError } from "./errors.ts";
import { openIndexFile } from "./file.ts";
import { pack } from "./packed.ts";
import { createReader, type Reader } from "./reader.ts";
import type { ThreadReply } from "./thread.ts";

/**
 * Searches have threads of their own, because node:sqlite and a scan block their thread until they are done.
 */
const { path, isOfLibrary, ...options } = workerData;
const file = openIndexFile({
  path,
  isOfLibrary,
  busyTimeout: 5_000,
  connect: (database) => createReader(database, options),
});

interface Message {
  method: keyof Reader;
  query: never;
}

parentPort?.on("message", (messages: Message[]) => {
  parentPort?.postMessage(messages.map(answer));
  void workOn();
});

function answer({ method, query }: Message): ThreadReply {
  try {
    return { value: pack(file.use((reader) => reader[method](query))) };
  } catch (error) {
    const known = indexError(error);
    // Anything else is a bug. It ends the thread, and the caller gets it as the cause.
    if (!(known instanceof AppError)) throw error;
    return { error: { code: known.code, message: known.message } };
  }
}

let isWorking = false;

/** Works in the background, a little at a time, so that a question waits no longer than for that. */
async function workOn(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  try {
    do await pause();
    while (file.use((reader) => reader.work()));
  } catch (error) {
    // The next question reports what is wrong with the file.
    if (!(indexError(error) instanceof AppError)) throw error;
  } finally {
    isWorking = false;
  }
}
