import { expect, test } from "vitest";
import { imageFiles, isSent } from "../scripts/image.mjs";
import { importsOf, isOurs } from "./fixtures/imports.ts";

const files: string[] = imageFiles();

test("the image holds the web process, the worker and the command", () => {
  expect(files).toEqual(
    expect.arrayContaining(["package.json", "server/main.ts", "worker/main.ts", "cli/main.ts"]),
  );
});

test("the image holds no file that only tests, evaluation or benchmarks use", () => {
  const forTests =
    /\.test\.tsx?$|(^|\/)(tests|evaluation|bench|fixtures|contract|contract-suites)\/|\/(contract|fixtures)\.ts$/;
  expect(files.filter((file) => forTests.test(file))).toEqual([]);
});

test("the image holds every file that one of its files imports", () => {
  const missing = files
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => isOurs(target) && !files.includes(target))
        .map((target) => `${file} -> ${target}`),
    );
  expect(missing).toEqual([]);
});

test("in .dockerignore the last line that matches decides, also for files below a folder", () => {
  const sent = ["server/main.ts", "server/a/b/c.test.ts", "tests/fixtures/glimpse.ts", "README.md", "app"];
  expect(sent.filter(isSent)).toEqual(["server/main.ts", "app"]);
});
