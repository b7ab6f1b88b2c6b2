import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** A name may be exported twice where both mean the same. */
const allowed: { name: string; files: RegExp; why: string }[] = [
  {
    name: "commonWords gear intent label not order relations talking when where wording captionWords",
    files: /^server\/languages\/[a-z]{2}\//,
    why: "Each language fills the same tables, a folder a language.",
  },
  {
    name: "format",
    files: /^worker\/decode\/formats\//,
    why: "Each file is loaded by its name, and has the same to offer.",
  },
];

test("an exported name means one thing in all of the server, the worker and the command line", () => {
  const places = new Map<string, Set<string>>();
  for (const file of ["server", "worker", "cli"].flatMap(productionFilesBelow)) {
    for (const name of exportsOf(file)) places.set(name, (places.get(name) ?? new Set()).add(file));
  }
  const twice = [...places]
    .filter(([name, files]) => files.size > 1 && ![...files].every((file) => isAllowed(name, file)))
    .map(([name, files]) => `${name}: ${[...files].join(", ")}`);
  expect(twice).toEqual([]);
});

function productionFilesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !/\.(?:test|d)\.ts$|contract|fixtures|\/cases\//.test(file));
}

function exportsOf(file: string): string[] {
  const kinds = /^export (?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/gm;
  return [...readFileSync(join(root, file), "utf8").matchAll(kinds)].map(([, name = ""]) => name);
}

function isAllowed(name: string, file: string): boolean {
  return allowed.some(({ name: names, files }) => names.split(" ").includes(name) && files.test(file));
}
