import { Worker } from "node:worker_threads";
import { AppError, type ErrorCode } from "#server/errors.ts";

/** The answer of a thread to one message. */
export type ThreadReply = { value: unknown } | { error: { code: ErrorCode; message: string } };

interface Task {
  message: unknown;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

const closed = () => new AppError("INDEX_AWAY", "The search index is closed");

/**
 * Answers one message after the other in a thread. The thread starts with the first message. If it dies, all
 * waiting messages fail with INDEX_AWAY, and the next message starts a new thread. It keeps the process alive
 * only while it has work.
 */
export class Thread {
  readonly #script: URL;
  readonly #workerData: unknown;
  #worker: Worker | undefined;
  /** The thread works on the first task; the others wait. */
  #tasks: Task[] = [];
  #isClosed = false;

  constructor(script: URL, workerData: unknown) {
    this.#script = script;
    this.#workerData = workerData;
  }

  /**
   * Rejects at once when aborted. A task that the thread has begun still runs to its end, but nobody hears of
   * it.
   */
  async ask(message: unknown, signal?: AbortSignal): Promise<unknown> {
    signal?.throwIfAborted();
    if (this.#isClosed) throw closed();
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const task = { message, resolve, reject };
    const abort = () => {
      reject(signal?.reason);
      if (this.#tasks[0] !== task) this.#tasks = this.#tasks.filter((other) => other !== task);
    };
    signal?.addEventListener("abort", abort, { once: true });
    this.#tasks.push(task);
    if (this.#tasks.length === 1) this.#next();
    try {
      return await promise;
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    this.#end(worker, closed());
    await worker?.terminate();
  }

  #next(): void {
    const task = this.#tasks[0];
    if (!task) {
      this.#worker?.unref();
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.ref();
    try {
      this.#worker.postMessage(task.message);
    } catch (error) {
      this.#tasks.shift();
      task.reject(error);
      this.#next();
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#workerData, name: "search" });
    let cause: unknown;
    worker.on("error", (error) => {
      cause = error;
    });
    worker.on("exit", () => {
      this.#end(
        worker,
        new AppError("INDEX_AWAY", "The search has ended unexpectedly; ask again", { cause }),
      );
    });
    worker.on("message", (reply: ThreadReply) => {
      const task = this.#tasks.shift();
      if ("error" in reply) task?.reject(new AppError(reply.error.code, reply.error.message));
      else task?.resolve(reply.value);
      this.#next();
    });
    return worker;
  }

  #end(worker: Worker | undefined, reason: AppError): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const task of this.#tasks.splice(0)) task.reject(reason);
  }
}
