// Makes a checkout ready: installs from the lockfile and builds the pages, each only when stale. Runs on the machine's
// own Node (20 or newer), before there are any dependencies.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);

const installStamp = "node_modules/.glimpse-installed";
const buildStamp = "build/.glimpse-built";
const node = "node_modules/.bin/node";
const lockFile = ".setup.lock";

if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(`Glimpse needs Node 20 or newer to begin with; this is ${process.version}.`);
}

await alone();
const lock = digest(["package-lock.json"]);
if (read(installStamp) !== lock || !existsSync(node)) {
  say("Installing (about a minute, once) …");
  await run("npm", [
    "ci",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  if (!existsSync(node))
    fail(
      `There is no Node 24 for ${process.platform} ${process.arch} (Linux with glibc and macOS are known).`,
    );
  writeFileSync(installStamp, lock);
}

if (process.argv.includes("--hooks")) setHooks();

if (process.argv.includes("--build")) {
  const sources = digest([
    "package-lock.json",
    "vite.config.ts",
    "scripts/shipped-packages.ts",
    "remix.config.js",
    "tailwind.config.ts",
    "tsconfig.json",
    ...filesBelow("app"),
    ...filesBelow("public"),
  ]);
  if (read(buildStamp) !== sources) {
    say("Building …");
    rmSync("build", { recursive: true, force: true });
    await run(node, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "warn"]);
    mkdirSync("build", { recursive: true });
    writeFileSync(buildStamp, sources);
  }
}

/** Lets only one set-up run at a time, because two (npm start beside npm test) would break each other's packages. */
async function alone() {
  for (let said = false; ; said = true) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: "wx" });
      process.once("exit", () => rmSync(lockFile, { force: true }));
      return;
    } catch (error) {
      // If we cannot write to this folder, no other set-up can either.
      if (error.code !== "EEXIST") return;
    }
    const other = Number(read(lockFile));
    if (!isRunning(other)) rmSync(lockFile, { force: true });
    else if (!said) say("Waiting for another set-up to end …");
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Makes git run .githooks, unless somebody has set up other hooks. */
function setHooks() {
  if (process.env.GLIMPSE_HOOKS === "off" || !existsSync(".git")) return;
  if (git("config", "--get", "core.hooksPath")) return;
  const own = git("rev-parse", "--git-path", "hooks");
  if (existsSync(own) && readdirSync(own).some((name) => !name.endsWith(".sample"))) return;
  git("config", "core.hooksPath", ".githooks");
}

/** Returns the output of git; empty if git fails or is not installed. */
function git(...args) {
  return spawnSync("git", args, { encoding: "utf8" }).stdout?.trim() ?? "";
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Runs a command and shows its output only if it fails. */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "" },
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    const end = () => {
      child.kill("SIGTERM");
      process.exit(1);
    };
    process.once("SIGTERM", end);
    process.once("SIGINT", end);
    // On SIGTERM, npm's shell ends without passing the signal on, so we watch for its end.
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && end(), 500);
    child.on("error", (error) => fail(`${command}: ${error.message}`));
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      process.off("SIGTERM", end);
      process.off("SIGINT", end);
      if (code === 0) return resolve();
      process.stderr.write(output);
      fail(`"${command} ${args.join(" ")}" ended with ${code ?? signal}.`);
    });
  });
}

function digest(files) {
  const hash = createHash("sha256");
  for (const file of files) if (existsSync(file)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function filesBelow(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return filesBelow(path);
      return /\.test\.tsx?$/.test(name) ? [] : [path];
    });
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function say(line) {
  process.stderr.write(`glimpse: ${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}
