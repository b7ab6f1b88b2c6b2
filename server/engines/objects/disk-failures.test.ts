import { open, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { afterBytes, writeAll } from "./disk-failures.ts";

test("many chunks are written one after the other, more than the system takes in one call", async () => {
  await using folder = await temporaryFolder();
  const chunks = Array.from({ length: 3_000 }, (_, at) => Buffer.from(at % 7 === 0 ? "" : `${at},`));
  await using handle = await open(folder.at("file"), "w");
  await writeAll(handle, [Buffer.from("begin "), ...chunks]);
  await writeAll(handle, []);
  await writeAll(handle, [Buffer.from("BE"), Buffer.alloc(0), Buffer.from("G")], 0);
  await writeAll(handle, [Buffer.from("end")]);
  expect(await readFile(folder.at("file"), "utf8")).toBe(`BEGin ${Buffer.concat(chunks)}end`);
});

test.for<[number, string[]]>([
  [0, ["ab", "", "cde"]],
  [1, ["b", "", "cde"]],
  [2, ["cde"]],
  [4, ["e"]],
  [5, []],
])("after %i bytes of three chunks there is left %j", ([bytes, left]) => {
  const chunks = ["ab", "", "cde"].map((text) => Buffer.from(text));
  expect(afterBytes(chunks, bytes).map(String)).toEqual(left);
});
