import { globSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { importsOf, isOurs } from "./fixtures/imports.ts";

const root = resolve(import.meta.dirname, "..");

/**
 * Modules that reach out of the process, or that change the process for others: unit tests share one, so none
 * may import these.
 */
const outside = [
  /^node:(child_process|cluster|dgram|http|http2|https|net|tls)$/,
  /^(exiftool-vendored|playwright-core)$/,
  // This module blocks formats in sharp for the rest of the process.
  /^worker\/decode\/picture\.ts$/,
];

/** Returns each chain of imports that leads from a file to such a module: "a.ts -> b.ts -> node:http". */
function waysOut(file: string, seen = new Set<string>()): string[] {
  return importsOf(file).flatMap((target) => {
    if (outside.some((pattern) => pattern.test(target))) return [`${file} -> ${target}`];
    if (seen.has(target) || !isOurs(target)) return [];
    seen.add(target);
    return waysOut(target, seen).map((way) => `${file} -> ${way}`);
  });
}

const unitTests = globSync(
  "{app,server,worker,client,cli,tests,scripts,bench,evaluation}/**/*.test.{ts,tsx}",
  {
    cwd: root,
  },
).filter((file) => !/\.system\.test\.tsx?$|node_modules/.test(file));

test("a unit test starts no process and opens no socket: such a test is named *.system.test.ts", () => {
  expect(unitTests.length).toBeGreaterThan(50);
  expect(unitTests.flatMap((file) => waysOut(file))).toEqual([]);
});

test("a forbidden import is found even if it lies behind other files", () => {
  expect(waysOut("tests/fixtures/stack.ts")).toContainEqual(
    expect.stringMatching(/^tests\/fixtures\/stack\.ts -> .*postgres\.ts -> node:child_process$/),
  );
});
