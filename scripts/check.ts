import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

/**
 * Runs the checks that every change must pass before it is committed, all at once. It prints one line for
 * each check, and the first lines of the reason if a check fails.
 */
const mostLines = 15;
const vitest = ["node_modules/vitest/vitest.mjs", "run", "--project=unit", "--reporter=dot"];
const parts: { name: string; command: string; args: string[]; begins: RegExp }[] = [
  {
    name: "format and lint",
    command: "node_modules/.bin/biome",
    args: ["check", "--max-diagnostics=3", "."],
    begins: /━━/,
  },
  { name: "types", command: process.execPath, args: ["node_modules/typescript-7/bin/tsc"], begins: /error/ },
  { name: "arrows and unit", command: process.execPath, args: vitest, begins: /FAIL|Error/ },
];

interface Outcome {
  passed: boolean;
  output: string;
}

function run(command: string, args: string[]): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        output += chunk;
      });
    }
    child.once("error", (error) => done({ passed: false, output: error.message }));
    child.once("close", (code) => done({ passed: code === 0, output }));
  });
}

/** Returns the lines from the first that looks like a reason (`begins`), without empty ones. */
function firstLines(output: string, begins: RegExp): string {
  const lines = stripVTControlCharacters(output)
    .split("\n")
    .filter((line) => line.trim());
  const first = Math.max(
    lines.findIndex((line) => begins.test(line)),
    0,
  );
  return lines
    .slice(first, first + mostLines)
    .map((line) => `    ${line}\n`)
    .join("");
}

const failed: string[] = [];
await Promise.all(
  parts.map(async ({ name, command, args, begins }) => {
    const began = performance.now();
    const { passed, output } = await run(command, args);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${passed ? "✓" : "✗"} ${name.padEnd(16)} ${seconds.padStart(5)} s`);
    if (passed) return;
    failed.push(name);
    process.stdout.write(firstLines(output, begins));
  }),
);
if (failed.length > 0) console.log(`Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length > 0 ? 1 : 0;
