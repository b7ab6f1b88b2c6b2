import { totalmem } from "node:os";
import { createDecodeLane, type DecodeLane, type Task } from "./lane.ts";
import type { Work } from "./messages.ts";
import type { Decoded, Decoder } from "./protocol.ts";
import { sweepScratch } from "./scratch.ts";

export interface DecoderOptions {
  /** The number of files that are opened at once. */
  concurrency: number;
  /** The memory limit of each child in kB (`LaneOptions`); by default what this machine can spare. */
  memoryKb?: number;
  /** Milliseconds that one file may take. */
  timeoutMs?: number;
  /** Milliseconds of processor time that one file may take. */
  cpuMs?: number;
  /** Milliseconds that a child stays when there is no work. */
  idleMs?: number;
  /** A child leaves after this many files. */
  mostFiles?: number;
  /** Bytes. A child that holds more leaves before a very large picture is opened in the other lane. */
  freshBytes?: number;
  /** The PATH of the children, in which they find perl. */
  path?: string;
}

/**
 * Creates a decoder with two lanes, each with a child process that is started when there is work. In the usual
 * lane several files are open at once. What disturbs it goes to the lane where files are opened alone: a file
 * that failed without saying why, the files over which the child died, one over which a worker died before, a
 * very large picture. So a file that costs minutes holds nobody up, and only a file that fails alone fails.
 */
export function createDecoder(options: DecoderOptions): Decoder {
  const { concurrency, memoryKb, timeoutMs = 60_000, cpuMs = 20_000, idleMs = 60_000 } = options;
  const { path = "/usr/local/bin:/usr/bin:/bin", mostFiles = 500, freshBytes = 200e6 } = options;
  sweepScratch();
  let missing: string | null = null;
  let lastId = 0;
  let closed = false;
  const shared = {
    timeoutMs,
    cpuMs,
    path,
    mostFiles,
    freshBytes,
    onMissing: (words: string | null) => (missing = words),
  };

  // A large picture takes the memory of both lanes, so it waits until nothing else is open, and all others wait
  // for it.
  const isLargeDue = () => alone.next()?.isLarge === true;
  let largeOpen = false;

  const usual: DecodeLane = createDecodeLane({
    ...shared,
    concurrency,
    idleMs,
    memoryKb: memoryKb ?? memoryFor(0.2, 450_000),
    handOver: (tasks) => {
      for (const task of tasks) if (!task.signal?.aborted) alone.add(task);
    },
    mayBegin: () => !isLargeDue() && !(largeOpen && alone.inHand() > 0),
    onEnded: () => alone.pump(),
  });
  const alone: DecodeLane = createDecodeLane({
    ...shared,
    concurrency: 1,
    idleMs: Math.min(idleMs, 5_000),
    memoryKb: memoryKb ?? memoryFor(0.35, 950_000),
    handOver: null,
    mayBegin: ({ isLarge }) => {
      if (isLarge && usual.inHand() > 0) return false;
      if (isLarge) usual.giveBack();
      largeOpen = isLarge;
      return true;
    },
    onEnded: () => usual.pump(),
  });

  /** Asks a child to do some work. `Result` must be the type of its answer to that work. */
  async function ask<Result extends Decoded | Uint8Array>(
    work: Work,
    { signal, isSuspect, onOpen }: Partial<Pick<Task, "signal" | "onOpen"> & { isSuspect: boolean }>,
  ): Promise<Result> {
    signal?.throwIfAborted();
    if (closed) throw closing();
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const task: Task = {
      id: ++lastId,
      work,
      signal,
      isLarge: false,
      onOpen,
      resolve: (result) => resolve(result as Result),
      reject,
    };
    const abort = () => {
      usual.drop(task);
      alone.drop(task);
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", abort);
    // Shrinking takes only a moment and describing waits for it, so it goes before the files to open.
    (isSuspect ? alone : usual).add(task, work.type === "shrink");
    return promise.finally(() => signal?.removeEventListener("abort", abort));
  }

  return {
    decode: (request, how = {}) => ask<Decoded>({ type: "decode", request }, how),
    shrink: (request, signal) => ask<Uint8Array>({ type: "shrink", request }, { signal }),
    missing: () => missing,

    async close() {
      closed = true;
      await Promise.all([usual.close(closing()), alone.close(closing())]);
    },
  };
}

/** The part of the data segment that V8 reserves, used or not, in kB. */
const reservedKb = 570_000;

/** The limit of a child in kB: a share of this machine's memory, up to `most`. */
function memoryFor(share: number, most: number): number {
  const limit = process.constrainedMemory();
  const all = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return reservedKb + Math.round(Math.min(most, (all / 1024) * share));
}

function closing(): DOMException {
  return new DOMException("The decoder is closed.", "AbortError");
}
