import { type ChildProcess, spawn } from "node:child_process";
import { watch } from "node:fs";
import { setPriority } from "node:os";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Config, readConfig } from "#server/config.ts";
import { reportAndExit } from "#server/process.ts";
import type { SystemStatus } from "#server/status.ts";
import { announce } from "./announce.ts";

/**
 * Starts the web process and the worker, and restarts each when it dies. It ends both when it is told to end or when
 * the process that started it is gone. If it dies itself (even by kill -9), the children see their channel close.
 */
const dev = process.argv.includes("--dev");
const healthyAfter = 30_000;
const longestPause = 30_000;
const longestEnding = 4_500;

let ending = false;
let environment: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: dev ? "development" : "production",
  // The cache saves compiling again, and the type stripper (20 MB) is not even loaded.
  NODE_COMPILE_CACHE: resolve("node_modules/.cache/node"),
};
const webEntry = "server/main.ts";
const workerEntry = "worker/main.ts";
/**
 * A small heap saves memory, and one that may grow before it is collected saves work. A question makes a megabyte that is
 * garbage at once, so the web process has room for that; what lasts there, a large library's codes and names, is kept
 * small. The worker's work is done by others for the most part.
 */
const flagsOf = (entry: string) => [
  "--disable-warning=ExperimentalWarning",
  ...(entry === webEntry
    ? ["--max-semi-space-size=8", "--heap-growing-percent=50"]
    : ["--max-semi-space-size=2", "--heap-growing-percent=100"]),
];
/**
 * Somebody waits for the web process, and nobody for the worker, so where both want the processor the worker and all that
 * it starts get about a third as much (a nice value).
 */
const priorityOfWorker = 5;
const children = new Set<ChildProcess>();
/** When each process last said that it is alive, by the steady clock; a process that is still starting is not in it. */
const heardOf = new Map<ChildProcess, number>();

function forget(child: ChildProcess): void {
  children.delete(child);
  heardOf.delete(child);
}

function start(entry: string): ChildProcess {
  const args = [...flagsOf(entry), entry, ...(dev ? ["--dev"] : [])];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // Threads of the web process share two pools of memory, so that less is held that nobody uses (glibc only).
    env: entry === webEntry ? { MALLOC_ARENA_MAX: "2", ...environment } : environment,
  });
  if (entry === workerEntry && child.pid !== undefined) setPriority(child.pid, priorityOfWorker);
  children.add(child);
  child.once("exit", () => forget(child));
  child.on("message", (message: { type: string }) => {
    if (message.type === "alive") heardOf.set(child, performance.now());
    // Tell the other processes that new jobs are due.
    if (message.type !== "published") return;
    for (const other of children) if (other !== child && other.connected) other.send(message, () => {});
  });
  return child;
}

/** Keeps one process running. If it dies soon after its start, the next start waits longer. */
function keepRunning(entry: string, name: string, first = start(entry)): void {
  let wait = 500;
  const attend = (child: ChildProcess) => {
    const startedAt = performance.now();
    child.once("exit", async (code, signal) => {
      if (ending) return;
      if (performance.now() - startedAt > healthyAfter) wait = 500;
      if (!restarting.delete(child)) {
        console.error(`glimpse: the ${name} process ended (${signal ?? code}); starting it again`);
        await pause(wait);
        wait = Math.min(wait * 2, longestPause);
      }
      if (!ending) attend(start(entry));
    });
  };
  attend(first);
}

/** Resolves with the port when the web process listens. If it cannot, we exit with its exit code. */
function listening(web: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    web.once("exit", (code) => end(code ?? 1));
    web.on("message", (message: { type: string; port: number }) => {
      if (message.type !== "listening") return;
      web.removeAllListeners("exit");
      web.once("exit", () => forget(web));
      resolve(message.port);
    });
  });
}

/** Milliseconds. It is longer than anything that a process computes at one stretch. */
const longestSilence = 30_000;
const lookEvery = 5_000;

/** Kills a process that is frozen or computes without end; then it is started again. */
function watchForSilence(): void {
  let lookedAt = performance.now();
  setInterval(() => {
    const now = performance.now();
    // If we were stopped ourselves, so were our children, and they have had no time to speak.
    const wasStopped = now - lookedAt > 2 * lookEvery;
    lookedAt = now;
    for (const [child, heardAt] of heardOf) {
      if (wasStopped) heardOf.set(child, now);
      else if (now - heardAt > longestSilence) {
        console.error(
          `glimpse: a process has not answered for ${Math.round(longestSilence / 1000)} s; ending it`,
        );
        child.kill("SIGKILL");
      }
    }
  }, lookEvery).unref();
}

/** Milliseconds; from when the web process answers, however long its start has taken. */
const longestLook = 5_000;

/** Resolves with what the web process says about the models. */
function modelsOf(web: ChildProcess): Promise<SystemStatus["models"]> {
  return new Promise((resolve) => {
    web.on("message", (message: { type: string; models: SystemStatus["models"] }) => {
      if (message.type === "models") resolve(message.models);
    });
  });
}

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  const all = [...children];
  for (const child of all) child.kill("SIGTERM");
  const ended = Promise.all(all.map((child) => new Promise((resolve) => child.once("exit", resolve))));
  await Promise.race([ended, pause(longestEnding)]);
  for (const child of children) child.kill("SIGKILL");
  process.exit(code);
}

const restarting = new Set<ChildProcess>();

/** Restarts both processes when the code of the server or the worker changes; for development. */
function restartOnChange(): void {
  let timer: NodeJS.Timeout | undefined;
  for (const folder of ["server", "worker"]) {
    watch(folder, { recursive: true }, (_event, file) => {
      if (!file?.endsWith(".ts") || file.endsWith(".test.ts")) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const child of children) {
          restarting.add(child);
          child.kill("SIGTERM");
        }
      }, 200);
    });
  }
}

/** Returns the id of the process that started us. npm's shell passes it, because npm may have died meanwhile. */
function startedBy(): number {
  const given = process.argv.find((argument) => argument.startsWith("--parent="));
  return given ? Number(given.slice("--parent=".length)) : process.ppid;
}

async function main(config: Config): Promise<void> {
  process.on("SIGTERM", () => void end(0));
  process.on("SIGINT", () => void end(0));
  const parent = startedBy();
  setInterval(() => process.ppid !== parent && void end(0), 1_000).unref();

  const web = start(webEntry);
  const models = modelsOf(web);
  const port = await listening(web);
  // A restarted web process gets the same port again.
  environment = { ...environment, GLIMPSE_PORT: String(port) };
  keepRunning(webEntry, "web", web);
  keepRunning(workerEntry, "worker");
  watchForSilence();
  if (dev) restartOnChange();
  announce(config, port, await Promise.race([models, pause(longestLook, null)]));
}

await Promise.resolve()
  .then(() => main(readConfig()))
  .catch(reportAndExit);
