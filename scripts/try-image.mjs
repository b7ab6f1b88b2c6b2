// Tries the Dockerfile without Docker: `node scripts/try-image.mjs` runs its steps in empty folders. It reports and
// skips steps that need root or Debian's packages. Then it starts web, worker and `glimpse health` from the result.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isSent, readCopy, stageName, steps } from "./image.mjs";

const root = resolve(import.meta.dirname, "..");
const temporary = mkdtempSync(join(tmpdir(), "glimpse-image-"));
const port = 20_000 + Math.floor(Math.random() * 20_000);
/** The folder of Node 24, which comes first on the PATH as in the base image. */
const node = dirname(resolve(root, "node_modules/.bin/node"));
const environment = { PATH: `${node}:${process.env.PATH}`, HOME: process.env.HOME };

const stages = {};
let current = "";
let last = "";
for (const { name, rest } of steps) {
  if (name === "FROM") {
    last = stageName(rest);
    current = join(temporary, last);
    stages[last] = current;
    mkdirSync(current);
  } else if (name === "COPY") readCopy(rest).forEach(copy);
  else if (name === "RUN") run(rest);
}

const data = join(temporary, "data");
const settings = {
  ...environment,
  NODE_ENV: "production",
  GLIMPSE_DATA: data,
  XDG_STATE_HOME: join(temporary, "state"),
  GLIMPSE_PORT: String(port),
  GLIMPSE_MODELS: "off",
  GLIMPSE_PASSWORD: "a password to try",
};
const started = ["server/main.ts", "worker/main.ts"].map((entry) =>
  spawn("node", [entry], { cwd: stages[last], env: settings, stdio: "inherit" }),
);
try {
  await answers(`http://127.0.0.1:${port}/readyz`);
  await answers(`http://127.0.0.1:${port}/`);
  execFileSync("node", ["cli/main.ts", "health"], { cwd: stages[last], env: settings, stdio: "inherit" });
  if (started.some((child) => child.exitCode !== null)) throw new Error("a process has ended");
  console.log("The image's files start, and answer.");
} finally {
  for (const child of started) child.kill("SIGTERM");
  await Promise.all(started.map((child) => new Promise((done) => child.once("exit", done))));
  rmSync(temporary, { recursive: true, force: true });
}

function copy({ from, source, target }) {
  const base = from ? stages[from] : root;
  const filter = (path) => from || statSync(path).isDirectory() || isSent(relative(root, path));
  cpSync(join(base, source), join(current, target), { recursive: true, filter });
}

function run(command) {
  if (/apt-get|\/usr\/local/.test(command)) return console.log(`left out: ${command.slice(0, 60)} …`);
  console.log(`in ${readdirSync(current).length} files and folders: ${command}`);
  // npm runs on the machine's own Node, as with npm start.
  const env = command.startsWith("npm ") ? process.env : environment;
  execFileSync("sh", ["-ec", command], { cwd: current, env, stdio: "inherit" });
}

async function answers(address) {
  for (let look = 0; look < 100; look++) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await pause(200);
  }
  throw new Error(`${address} does not answer`);
}
