// Reads the Dockerfile and .dockerignore, so that machines without Docker can check the image too.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** The Dockerfile's steps: `{name: "COPY", rest: "cli cli"}`. */
export const steps = readFileSync(join(root, "Dockerfile"), "utf8")
  .replace(/^#.*\n/gm, "")
  .replace(/^ #.*\n/gm, "")
  .replace(/\\\n/g, " ")
  .split("\n")
  .map((line) => /^([A-Z]+)\s+(.*)$/.exec(line.trim()))
  .filter((step) => step !== null)
  .map(([, name = "", rest = ""]) => ({ name, rest }));

/** The name of the stage that a FROM begins; the last one has none. */
export function stageName(rest) {
  return / AS (\w+)$/.exec(rest)?.[1] ?? "final";
}

/** Returns the sources and targets of a COPY, from the working folder. `from`: the stage; null for the checkout. */
export function readCopy(rest) {
  const words = rest.split(/\s+/);
  const from = words[0].startsWith("--from=") ? words.shift().slice(7) : null;
  const target = words.pop();
  return words.map((word) => {
    const source = word.replace(/^\/glimpse\//, "");
    return {
      from,
      source,
      target: target.endsWith("/") ? posix.join(target, posix.basename(source)) : target,
    };
  });
}

const ignored = readFileSync(join(root, ".dockerignore"), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => ({ keeps: line.startsWith("!"), pattern: patternOf(line.replace(/^!/, "")) }));

/** A pattern fits a file or a folder above it. */
function patternOf(glob) {
  const words = glob
    .split(/(\*\*\/|\*)/)
    .map((word) => ({ "**/": "(?:.*/)?", "*": "[^/]*" })[word] ?? word.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${words.join("")}(?:/|$)`);
}

/** Tells whether Docker gets a file of the checkout: the last pattern of .dockerignore that fits it decides. */
export function isSent(path) {
  return ignored.findLast(({ pattern }) => pattern.test(path))?.keeps ?? true;
}

/** Returns the paths in the image of all files from the checkout, without installed and built files. */
export function imageFiles() {
  const stages = {};
  let files = [];
  for (const { name, rest } of steps) {
    if (name === "FROM") {
      files = [];
      stages[stageName(rest)] = files;
    } else if (name === "COPY") {
      for (const { from, source, target } of readCopy(rest)) {
        const there = from ? stages[from] : filesBelow(source).filter(isSent);
        for (const file of there) {
          if (file === source || file.startsWith(`${source}/`))
            files.push(posix.normalize(target + file.slice(source.length)));
        }
      }
    }
  }
  return files;
}

function filesBelow(source) {
  if (!statSync(join(root, source)).isDirectory()) return [source];
  return readdirSync(join(root, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(root, posix.join(entry.parentPath, entry.name)));
}
