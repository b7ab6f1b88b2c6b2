import { expect, test } from "vitest";
import { imageFiles, isSent } from "../scripts/image.mjs";
import { importsOf, isOurs } from "./fixtures/imports.ts";

const files: string[] = imageFiles();

test("the image holds what web, worker and the command are", () => {
  expect(files).toEqual(
    expect.arrayContaining(["package.json", "server/main.ts", "worker/main.ts", "cli/main.ts"]),
  );
});

test("the image holds no file that only tests, evaluation or benchmarks use", () => {
  const forTests =
    /\.test\.tsx?$|(^|\/)(tests|evaluation|bench|fixtures|contract)\/|\/(contract|fixtures)\.ts$/;
  expect(files.filter((file) => forTests.test(file))).toEqual([]);
});

test("whatever a file in the image imports is there too", () => {
  const missing = files
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => isOurs(target) && !files.includes(target))
        .map((target) => `${file} -> ${target}`),
    );
  expect(missing).toEqual([]);
});

test(".dockerignore: what comes last decides, below a folder too", () => {
  const sent = ["server/main.ts", "server/a/b/c.test.ts", "tests/fixtures/glimpse.ts", "README.md", "app"];
  expect(sent.filter(isSent)).toEqual(["server/main.ts", "app"]);
});
