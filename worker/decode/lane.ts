import { cpuMsOf } from "./cpu.ts";
import { outOfMemory, tookTooLong } from "./failure.ts";
import { type Child, launchChild } from "./launch.ts";
import type { DecodeReply, Work } from "./messages.ts";
import { type Decoded, DecodeError } from "./protocol.ts";

/** A piece of work for the child, and the promise of whoever waits for it. */
export interface Task {
  id: number;
  work: Work;
  signal: AbortSignal | undefined;
  /** True for a picture that takes so much memory that nothing else may be open beside it. */
  isLarge: boolean;
  /** Is called when a child begins with the file, and returns what to call when it is done or has died. */
  onOpen: (() => () => void) | undefined;
  resolve(result: Decoded | Uint8Array): void;
  reject(reason: unknown): void;
}

export interface LaneOptions {
  /** The number of files that are opened at once; 1 means that each file is alone with the child. */
  concurrency: number;
  /** The limit of a child's data segment (`ulimit -d`), in kB. V8 alone reserves 570,000 of it, used or not. */
  memoryKb: number;
  /** Milliseconds that one file may take. */
  timeoutMs: number;
  /** Milliseconds of processor time that one file may take. */
  cpuMs: number;
  /** Milliseconds that the child stays when there is no work. */
  idleMs: number;
  /** A child leaves after this many files, because native memory fragments. */
  mostFiles: number;
  /** A child that holds more bytes has kept memory of what it decoded; a new one holds some 130 MB. */
  freshBytes: number;
  /** The PATH of the child, in which it finds perl. */
  path: string;
  onMissing(missing: string | null): void;
  /** Takes tasks that should be tried again alone; null in the lane where every task is alone. */
  handOver: ((tasks: Task[]) => void) | null;
  /** Says whether this task may begin, as far as other lanes are concerned. */
  mayBegin(task: Task): boolean;
  /** Is called when a task has ended, for the sake of other lanes. */
  onEnded(): void;
}

/** One child at a time and the tasks that it does. */
export interface DecodeLane {
  add(task: Task, first?: boolean): void;
  /** Takes a task back that has not begun. */
  drop(task: Task): void;
  /** Begins what can begin now. */
  pump(): void;
  inHand(): number;
  /** The next task, if there is one. */
  next(): Task | undefined;
  /** Ends the child if it has nothing to do and holds more memory than a new one. */
  giveBack(): void;
  /** Ends the child, and rejects every task with `reason`. */
  close(reason: unknown): Promise<void>;
}

interface Opened {
  task: Task;
  onEnd: (() => void) | undefined;
  timer: NodeJS.Timeout;
  cpuAtStart: number;
}

interface Running {
  child: Child;
  served: number;
  /** The bytes that it held when it last answered. */
  rss: number;
  /** True if the child should be replaced as soon as it has nothing to do. */
  tired: boolean;
  timedOut: boolean;
  gone: Promise<void>;
}

/** A child that holds this many bytes leaves. */
const mostBytes = 350e6;
const lookAtCpu = 1_000;

export function createDecodeLane(options: LaneOptions): DecodeLane {
  const { concurrency, timeoutMs, cpuMs, idleMs, handOver } = options;
  const waiting: Task[] = [];
  const opened = new Map<number, Opened>();
  const processes = new Set<Running>();
  let current: Running | null = null;
  let idle: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;

  function start(): Running {
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    const running: Running = {
      child: launchChild({
        concurrency,
        memoryKb: options.memoryKb,
        path: options.path,
        onReply: (reply) => take(running, reply),
        onEnd: (words) => {
          processes.delete(running);
          resolve();
          if (running === current) lose(running, words);
        },
      }),
      served: 0,
      rss: 0,
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
    if (!options.mayBegin(task)) return false;
    if (current?.tired) return opened.size === 0;
    // Shrinking takes only a moment and a model waits for it, so it may run beside the files that are opened.
    if (task.work.type === "shrink") return true;
    return [...opened.values()].filter((each) => each.task.work.type === "decode").length < concurrency;
  }

  function pump(): void {
    clearTimeout(idle);
    for (let task = waiting[0]; task && fits(task); task = waiting[0]) {
      waiting.shift();
      if (current?.tired) dismiss();
      give(task);
    }
    if (opened.size > 0) return;
    clearInterval(watch);
    watch = undefined;
    if (current?.tired) dismiss();
    if (current) idle = setTimeout(dismiss, idleMs).unref();
  }

  function give(task: Task): void {
    const running = current ?? start();
    current = running;
    const timer = setTimeout(() => end(running), timeoutMs);
    const cpuAtStart = cpuMsOf(running.child.pid) ?? 0;
    opened.set(task.id, { task, onEnd: task.onOpen?.(), timer, cpuAtStart });
    watch ??= setInterval(lookAtTime, lookAtCpu).unref();
    running.child.send({ id: task.id, work: task.work, alone: handOver === null });
  }

  function end(running: Running): void {
    running.timedOut = true;
    running.child.kill();
  }

  /** Ends a child that computes without end, however small its share of the machine is. */
  function lookAtTime(): void {
    const used = current && cpuMsOf(current.child.pid);
    if (!current || used === null) return;
    const isOver = [...opened.values()].some(({ cpuAtStart }) => used - cpuAtStart > cpuMs * concurrency);
    if (isOver) end(current);
  }

  function close(id: number): Task | undefined {
    const found = opened.get(id);
    if (!found) return undefined;
    opened.delete(id);
    clearTimeout(found.timer);
    found.onEnd?.();
    return found.task;
  }

  function take(running: Running, reply: DecodeReply): void {
    if (reply.type === "ready") {
      options.onMissing(reply.missing);
      return;
    }
    const task = close(reply.id);
    if (!task) return;
    if (reply.type !== "large") {
      running.served += 1;
      running.rss = reply.rss;
      running.tired ||= running.served >= options.mostFiles || reply.rss > mostBytes || reply.isSpent;
    }
    if (reply.type === "done") task.resolve(reply.result);
    else if (handOver && reply.type === "large") handOver([{ ...task, isLarge: true }]);
    // A file that failed for lack of memory, or without a reason, may not fail alone.
    else if (handOver && reply.type === "failed" && !reply.isCertain) handOver([task]);
    else if (reply.type === "failed") task.reject(new DecodeError(reply.kind, reply.message));
    pump();
    options.onEnded();
  }

  /** Handles the end of the child in use. */
  function lose({ timedOut }: Running, words: string): void {
    current = null;
    const tasks = [...opened.keys()].flatMap((id) => close(id) ?? []);
    // A file that was alone and took too long would do so again.
    if (handOver && !(timedOut && tasks.length === 1)) handOver(tasks);
    else for (const task of tasks) task.reject(timedOut ? tookTooLong() : lastWords(words));
    pump();
    options.onEnded();
  }

  return {
    add(task, first = false) {
      if (first) waiting.unshift(task);
      else waiting.push(task);
      pump();
    },
    drop(task) {
      const at = waiting.indexOf(task);
      if (at >= 0) waiting.splice(at, 1);
    },
    pump,
    inHand: () => opened.size,
    next: () => waiting[0],
    giveBack() {
      if (current && opened.size === 0 && current.rss > options.freshBytes) dismiss();
    },
    async close(reason) {
      clearTimeout(idle);
      clearInterval(watch);
      for (const task of waiting.splice(0)) task.reject(reason);
      for (const id of [...opened.keys()]) close(id)?.reject(reason);
      dismiss();
      await Promise.all([...processes].map(({ gone }) => gone));
    },
  };
}

function lastWords(words: string): DecodeError {
  if (/out of memory|bad_alloc|allocation failed|cannot allocate/i.test(words)) return outOfMemory();
  return new DecodeError("crashed", "The program that opens pictures broke down over this file.");
}
