import { globSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { importsOf, isOurs } from "./fixtures/imports.ts";

const root = resolve(import.meta.dirname, "..");

/** What reaches outside of the process; unit tests share a process, so they do not change it for one another either. */
const outside = [
  /^node:(child_process|cluster|dgram|http|http2|https|net|tls)$/,
  /^(exiftool-vendored|playwright-core)$/,
  // It blocks formats in sharp, for good.
  /^worker\/decode\/picture\.ts$/,
];

/** The ways on which a file comes to something outside, each as the files on the way. */
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

test("the way to what is outside is seen through the files between", () => {
  expect(waysOut("tests/fixtures/stack.ts")).toContainEqual(
    expect.stringMatching(/^tests\/fixtures\/stack\.ts -> .*postgres\.ts -> node:child_process$/),
  );
});
