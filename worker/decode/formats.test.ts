import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { fileFormats, formatOf, takenTypes, takenWords } from "#server/formats.ts";

const root = resolve(import.meta.dirname, "../..");

test("each format of the table has a file that opens it, and each such file a format", () => {
  const files = readdirSync(join(import.meta.dirname, "formats")).filter((name) => !name.includes(".test."));
  const openers = new Set(fileFormats.map(({ opener }) => `${opener}.ts`));
  expect(files.sort()).toEqual([...openers].sort());
});

test("the README lists the formats of the table, and no other", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const list = readme.match(/^## Formats\n+(.+?) are shown, described and searched/m)?.[1] ?? "";
  expect(list.replace(/ \([^)]*\)/g, "")).toBe(takenWords);
  const raw = list.match(/RAW \(([^)]*)\)/)?.[1]?.split(", ");
  expect(raw).toEqual(
    Object.values(formatOf("image/x-nikon-nef")?.types ?? {}).map((each) => each.toUpperCase()),
  );
});

test("no type belongs to two formats, and no two types share an extension", () => {
  expect(Object.keys(takenTypes)).toHaveLength(fileFormats.flatMap(({ types }) => Object.keys(types)).length);
  expect(new Set(Object.values(takenTypes)).size).toBe(Object.keys(takenTypes).length);
  expect(formatOf("toString")).toBeUndefined();
});
