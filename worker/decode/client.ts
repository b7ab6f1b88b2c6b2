import { outOfMemory } from "./failure.ts";
import { type Child, launchChild } from "./launch.ts";
import type { DecodeReply, Work } from "./messages.ts";
import { type Decoded, DecodeError, type Decoder } from "./protocol.ts";

export interface DecoderOptions {
  /** The number of files that are opened at once. */
  concurrency: number;
  /**
   * The limit of the child's data segment (`ulimit -d`), in kB. V8 alone reserves 570,000 of it, used or not.
   */
  memoryKb?: number;
  /** Milliseconds that one file may take. */
  timeoutMs?: number;
  /** Milliseconds that the child stays when there is no work. */
  idleMs?: number;
  /** The PATH of the child, in which it finds perl. */
  path?: string;
}

interface Task {
  id: number;
  work: Work;
  signal: AbortSignal | undefined;
  /**
   * True for a task that must run alone: it is large, it has failed, or the child died while it ran with
   * others.
   */
  alone: boolean;
  timer: NodeJS.Timeout | undefined;
  resolve(result: Decoded | Uint8Array): void;
  reject(reason: unknown): void;
}

interface Running {
  child: Child;
  served: number;
  /** True if the child should be replaced as soon as it has nothing to do. */
  tired: boolean;
  timedOut: boolean;
  gone: Promise<void>;
}

/**
 * A child is replaced after this many files or once it holds this many bytes, because native memory
 * fragments.
 */
const mostFiles = 500;
const mostBytes = 350e6;

/**
 * Creates a decoder with one child process for all files, started when there is work. A file that fails is
 * tried again alone; if the child dies, all its files are tried again alone. Only a file that fails alone
 * counts as failed.
 */
export function createDecoder(options: DecoderOptions): Decoder {
  const { concurrency, memoryKb = 1_500_000, timeoutMs = 60_000, idleMs = 60_000 } = options;
  const { path = "/usr/local/bin:/usr/bin:/bin" } = options;
  const waiting: Task[] = [];
  const inHand = new Map<number, Task>();
  const processes = new Set<Running>();
  let current: Running | null = null;
  let idle: NodeJS.Timeout | undefined;
  let missing: string | null = null;
  let lastId = 0;
  let closed = false;

  function start(): Running {
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    const running: Running = {
      child: launchChild({
        concurrency,
        memoryKb,
        path,
        onReply: (reply) => take(running, reply),
        onEnd: (words) => {
          processes.delete(running);
          resolve();
          if (running === current) lose(running, words);
        },
      }),
      served: 0,
      tired: false,
      timedOut: false,
      gone,
    };
    processes.add(running);
    return running;
  }

  function dismiss(): void {
    current?.child.leave();
    current = null;
  }

  function fits(task: Task): boolean {
    const others = [...inHand.values()];
    if (task.alone || current?.tired) return others.length === 0;
    if (others.some(({ alone }) => alone)) return false;
    // Shrinking takes only a moment and a model waits for it, so it may run beside the files that are opened.
    if (task.work.type === "shrink") return true;
    return others.filter(({ work }) => work.type === "decode").length < concurrency;
  }

  function pump(): void {
    clearTimeout(idle);
    for (let task = waiting[0]; task && fits(task); task = waiting[0]) {
      waiting.shift();
      if (current?.tired) dismiss();
      give(task);
    }
    if (inHand.size === 0 && current) idle = setTimeout(dismiss, idleMs).unref();
  }

  function give(task: Task): void {
    const running = current ?? start();
    current = running;
    inHand.set(task.id, task);
    task.timer = setTimeout(() => {
      running.timedOut = true;
      running.child.kill();
    }, timeoutMs);
    running.child.send({ id: task.id, work: task.work, alone: task.alone });
  }

  function take(running: Running, reply: DecodeReply): void {
    if (reply.type === "ready") {
      missing = reply.missing;
      return;
    }
    const task = inHand.get(reply.id);
    if (!task) return;
    inHand.delete(task.id);
    clearTimeout(task.timer);
    if (reply.type !== "large") {
      running.served += 1;
      running.tired ||= running.served >= mostFiles || reply.rss > mostBytes;
    }
    // libvips keeps one buffer of messages for all its threads, so we know why a file failed only if it ran
    // alone.
    if (reply.type === "done") task.resolve(reply.result);
    else if (reply.type === "large" || !task.alone) again([task]);
    else task.reject(new DecodeError(reply.kind, reply.message));
    pump();
  }

  /** Handles the end of the child in use. */
  function lose({ timedOut }: Running, words: string): void {
    current = null;
    const tasks = [...inHand.values()];
    inHand.clear();
    for (const task of tasks) clearTimeout(task.timer);
    if (tasks.length > 1) again(tasks);
    else tasks[0]?.reject(timedOut ? tooSlow(timeoutMs) : lastWords(words));
    pump();
  }

  function again(tasks: Task[]): void {
    for (const task of tasks) task.alone = true;
    waiting.unshift(...tasks.filter(({ signal }) => !signal?.aborted));
  }

  /** Asks the child to do some work. `Result` must be the type of its answer to that work. */
  async function ask<Result extends Decoded | Uint8Array>(work: Work, signal?: AbortSignal): Promise<Result> {
    signal?.throwIfAborted();
    if (closed) throw closing();
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const task: Task = {
      id: ++lastId,
      work,
      signal,
      alone: false,
      timer: undefined,
      resolve: (result) => resolve(result as Result),
      reject,
    };
    const abort = () => {
      const at = waiting.indexOf(task);
      if (at >= 0) waiting.splice(at, 1);
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", abort);
    // Shrinking goes first: it takes only a moment, and behind the files to open it would hold up describing.
    if (work.type === "shrink") waiting.unshift(task);
    else waiting.push(task);
    pump();
    return promise.finally(() => signal?.removeEventListener("abort", abort));
  }

  return {
    decode: (request, signal) => ask<Decoded>({ type: "decode", request }, signal),
    shrink: (request, signal) => ask<Uint8Array>({ type: "shrink", request }, signal),
    missing: () => missing,

    async close() {
      closed = true;
      clearTimeout(idle);
      const tasks = [...waiting.splice(0), ...inHand.values()];
      inHand.clear();
      for (const task of tasks) {
        clearTimeout(task.timer);
        task.reject(closing());
      }
      dismiss();
      await Promise.all([...processes].map(({ gone }) => gone));
    },
  };
}

function tooSlow(timeoutMs: number): DecodeError {
  return new DecodeError(
    "timeout",
    `Opening the file took longer than ${Math.round(timeoutMs / 1000)} seconds.`,
  );
}

function lastWords(words: string): DecodeError {
  if (/out of memory|bad_alloc|allocation failed|cannot allocate/i.test(words)) return outOfMemory();
  return new DecodeError("crashed", "The program that opens pictures broke down over this file.");
}

function closing(): DOMException {
  return new DOMException("The decoder is closed.", "AbortError");
}
