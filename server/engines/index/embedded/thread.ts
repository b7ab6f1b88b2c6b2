import { Worker } from "node:worker_threads";
import { AppError, type ErrorCode } from "#server/errors.ts";

/** The answer of a thread to one message. Messages that are asked at once are sent together, and so are the answers. */
export type ThreadReply = { value: unknown } | { error: { code: ErrorCode; message: string } };

interface Task {
  message: unknown;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

/** The most messages that are sent together, so that none waits for more than a few others. */
const mostTogether = 16;

const closed = () => new AppError("INDEX_AWAY", "The search index is closed");

/**
 * Answers one message after the other in a thread. The thread starts with the first message. If it dies, all
 * waiting messages fail with INDEX_AWAY, and the next message starts a new thread. It keeps the process alive
 * only while it has work. What is asked at the same moment crosses to the thread and back together, because a question
 * has dozens of short messages, and each crossing takes as long as answering one.
 */
export class Thread {
  readonly #script: URL;
  readonly #workerData: unknown;
  #worker: Worker | undefined;
  /** The tasks that the thread is working on. */
  #sent: Task[] = [];
  #waiting: Task[] = [];
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
      this.#waiting = this.#waiting.filter((other) => other !== task);
    };
    signal?.addEventListener("abort", abort, { once: true });
    this.#waiting.push(task);
    if (this.#waiting.length === 1) queueMicrotask(() => this.#next());
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
    if (this.#sent.length > 0) return;
    this.#sent = this.#waiting.splice(0, mostTogether);
    if (this.#sent.length === 0) {
      this.#worker?.unref();
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.ref();
    try {
      this.#worker.postMessage(this.#sent.map(({ message }) => message));
    } catch (error) {
      for (const task of this.#sent.splice(0)) task.reject(error);
      this.#next();
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#script, {
      workerData: this.#workerData,
      name: "search",
      // A thread makes little that is garbage at once; the process allows more, for the requests that it answers.
      resourceLimits: { maxYoungGenerationSizeMb: 6 },
    });
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
    worker.on("message", (replies: ThreadReply[]) => {
      for (const reply of replies) {
        const task = this.#sent.shift();
        if ("error" in reply) task?.reject(new AppError(reply.error.code, reply.error.message));
        else task?.resolve(reply.value);
      }
      this.#next();
    });
    return worker;
  }

  #end(worker: Worker | undefined, reason: AppError): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const task of [...this.#sent.splice(0), ...this.#waiting.splice(0)]) task.reject(reason);
  }
}
