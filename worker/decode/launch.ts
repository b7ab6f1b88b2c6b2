import { spawn } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import { homedir } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { DecodeReply, Order } from "./messages.ts";
import { newScratch } from "./scratch.ts";

export interface LaunchOptions {
  /** The number of files that are opened at once; each needs a thread. */
  concurrency: number;
  /** The largest data segment of a process, in kB. V8 reserves half a gigabyte of it and uses little. */
  memoryKb: number;
  /** The PATH in which programs are found. */
  path: string;
  onReply(reply: DecodeReply): void;
  /**
   * Is called once when the process has ended for any reason, as the last call. `words` is the end of its
   * stderr.
   */
  onEnd(words: string): void;
}

export interface Child {
  /** 0 if it could not be started. */
  pid: number;
  send(order: Order): void;
  /** Ends it gently; files that are open are lost. */
  leave(): void;
  /** Kills it and its perl at once. */
  kill(): void;
}

const entry = fileURLToPath(new URL("child.ts", import.meta.url));
/** Not every system lets us set a limit; then we go on without one. */
const limited = 'ulimit -d "$0" 2>/dev/null; exec "$@"';
const wordsKept = 4000;
/** Milliseconds that a child may take to leave before it is killed. */
const graceMs = 2000;

/**
 * Starts the child in a process group of its own, with a memory limit and almost no environment, because a
 * program that opens foreign files must not see our settings.
 */
export function launchChild({ concurrency, memoryKb, path, onReply, onEnd }: LaunchOptions): Child {
  const scratch = newScratch();
  // Node keeps a folder for each of its versions in the one that we name.
  const compiled = getCompileCacheDir();
  const child = spawn("/bin/sh", ["-c", limited, String(memoryKb), process.execPath, entry], {
    detached: true,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: {
      PATH: path,
      HOME: homedir(),
      TMPDIR: scratch.path,
      LANG: "C",
      // These limit glibc to two heaps and make it return large blocks at once (a set threshold does not
      // grow). Without them two progressive JPEGs of 12 megapixels took 340 MB instead of 250.
      MALLOC_ARENA_MAX: "2",
      MALLOC_MMAP_THRESHOLD_: "131072",
      NODE_ENV: "production",
      // The same cache as ours: it starts in half the time, and needs no memory for the stripper of types.
      ...(compiled && { NODE_COMPILE_CACHE: dirname(compiled) }),
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
      // No process of the group is left.
    }
  };
  let impatience: NodeJS.Timeout | undefined;
  const end = () => {
    if (ended) return;
    ended = true;
    clearTimeout(impatience);
    kill();
    scratch.remove();
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
  // We cannot wait for "close", because it never comes after we disconnect.
  child.on("exit", () => (child.stderr && !child.stderr.closed ? child.stderr.once("close", end) : end()));
  return {
    pid: child.pid ?? 0,
    send: (order) => void child.send(order, () => undefined), // an error here is followed by "exit"
    leave() {
      if (ended) return;
      if (child.connected) child.disconnect();
      impatience = setTimeout(kill, graceMs);
    },
    kill,
  };
}
