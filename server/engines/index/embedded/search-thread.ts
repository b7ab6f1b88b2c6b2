import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "#server/errors.ts";
import { indexError } from "./errors.ts";
import { openIndexFile } from "./file.ts";
import { createReader, type Reader } from "./reader.ts";
import type { ThreadReply } from "./thread.ts";

/**
 * Searches have a thread of their own, because node:sqlite and a scan block their thread until they are done.
 */
const file = openIndexFile({ path: workerData.path, busyTimeout: 5_000, connect: createReader });

parentPort?.on("message", (message) => parentPort?.postMessage(answer(message)));

function answer({ method, query }: { method: keyof Reader; query: never }): ThreadReply {
  try {
    return { value: file.use((reader) => reader[method](query)) };
  } catch (error) {
    const known = indexError(error);
    // Anything else is a bug. It ends the thread, and the caller gets it as the cause.
    if (!(known instanceof AppError)) throw error;
    return { error: { code: known.code, message: known.message } };
  }
}
