import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { identityReader, writeIdentity } from "./identity-file.ts";

test("the id is that of the file which lies there now", async () => {
  await using folder = await temporaryFolder();
  const disk = folder.at("disk");
  await mkdir(disk);
  const file = folder.at("disk/library.id");
  const read = identityReader(file);
  expect(await read()).toBeNull();
  await writeIdentity(file, "one");
  expect([await read(), await read()]).toEqual(["one", "one"]);
  await writeIdentity(file, "two");
  expect(await read()).toBe("two");
  await writeFile(file, "");
  expect(await read()).toBeNull();
  await writeIdentity(file, "two");
  expect(await read()).toBe("two");
  await rename(disk, folder.at("away"));
  expect(await read()).toBeNull();
  await mkdir(disk);
  expect(await read()).toBeNull();
  await rm(disk, { recursive: true });
  await rename(folder.at("away"), disk);
  expect(await read()).toBe("two");
});
