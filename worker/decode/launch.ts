import { spawn } from "node:child_process";
import { homedir, tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import type { DecodeReply, Order } from "./messages.ts";

export interface LaunchOptions {
  /** Files in hand at once: each needs a thread. */
  concurrency: number;
  /** Largest data segment of a process, kB; V8 reserves half a gigabyte of it and uses little. */
  memoryKb: number;
  /** Where programs are looked for. */
  path: string;
  onReply(reply: DecodeReply): void;
  /** The process is gone, whyever; called once, and nothing after it. `words`: what it said last on stderr. */
  onEnd(words: string): void;
}

export interface Child {
  send(order: Order): void;
  /** Ends it in peace; what is in hand is lost. */
  leave(): void;
  /** Ends it and its perl at once. */
  kill(): void;
}

const entry = fileURLToPath(new URL("child.ts", import.meta.url));
/** Not every system lets a limit be set; then we go on without. */
const limited = 'ulimit -d "$0" 2>/dev/null; exec "$@"';
const wordsKept = 4000;
/** How long a child that should leave is waited for. */
const graceMs = 2000;

/**
 * Starts the child in a process group of its own, with a memory limit and next to no environment: what opens foreign
 * files has no business with our settings.
 */
export function launchChild({ concurrency, memoryKb, path, onReply, onEnd }: LaunchOptions): Child {
  const child = spawn("/bin/sh", ["-c", limited, String(memoryKb), process.execPath, entry], {
    detached: true,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: {
      PATH: path,
      HOME: homedir(),
      TMPDIR: tmpdir(),
      LANG: "C",
      // glibc: two heaps, and a large block goes back at once: two progressive JPEGs of 12 megapixels took 340 MB
      // where they take 250 (the threshold grows with what is freed, unless it is set).
      MALLOC_ARENA_MAX: "2",
      MALLOC_MMAP_THRESHOLD_: "131072",
      NODE_ENV: "production",
      UV_THREADPOOL_SIZE: String(concurrency + 1),
    },
  });
  let words = "";
  let ended = false;
  const kill = () => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // Nobody of the group is left.
    }
  };
  let impatience: NodeJS.Timeout | undefined;
  const end = () => {
    if (ended) return;
    ended = true;
    clearTimeout(impatience);
    kill();
    onEnd(words);
  };
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    words = (words + chunk).slice(-wordsKept);
  });
  child.on("message", (reply: DecodeReply) => {
    if (!ended) onReply(reply);
  });
  child.on("error", (error) => {
    words += error.message;
    if (child.pid === undefined) end();
  });
  // Not "close": that never comes after a disconnect of ours.
  child.on("exit", () => (child.stderr && !child.stderr.closed ? child.stderr.once("close", end) : end()));
  return {
    send: (order) => void child.send(order, () => undefined), // an error here is followed by "exit"
    leave() {
      if (ended) return;
      if (child.connected) child.disconnect();
      impatience = setTimeout(kill, graceMs);
    },
    kill,
  };
}
