import { expect, test } from "vitest";
import { known } from "./known-advisories.mjs";

test("a package is named that is older than the version that mended it, wherever it lies", () => {
  const lock = {
    packages: {
      "": { version: "0.1.0" },
      "node_modules/a": { version: "1.9.0" },
      "node_modules/b/node_modules/a": { version: "1.10.0", dev: true },
      "node_modules/@scope/a": { version: "1.0.0" },
      "node_modules/c": { version: "2.0.0-rc.1" },
    },
  };
  const advisories = [
    { name: "a", fixed: "1.10.1", from: "1.10.0", id: "first" },
    { name: "a", fixed: "1.9.1", id: "second" },
    { name: "c", fixed: "2.0.0", id: "third" },
  ];
  expect(known(lock, advisories)).toEqual([
    { line: "a 1.9.0: second, mended in 1.9.1", dev: false },
    { line: "a 1.10.0: first, mended in 1.10.1", dev: true },
  ]);
});
