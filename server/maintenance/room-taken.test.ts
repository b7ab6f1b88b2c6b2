import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { until } from "#tests/fixtures/until.ts";
import { createRoomTaken } from "./room-taken.ts";

test("the room on the disk is counted in the background, and what a server has is not", async () => {
  await using folder = await temporaryFolder();
  const write = (name: string, bytes: number) => writeFile(join(folder.path, name), Buffer.alloc(bytes));
  await mkdir(join(folder.path, "renditions/ab/cd"), { recursive: true });
  await mkdir(join(folder.path, "backups"));
  await write("renditions/ab/cd/one", 1_000);
  await write("renditions/ab/two", 200);
  await write("index.sqlite", 30);
  await write("glimpse.sqlite", 4);
  await write("glimpse.sqlite-wal", 5);
  await write("backups/daily", 600);
  const failures: unknown[] = [];
  const needs = { dataFolder: folder.path, onError: (error: unknown) => void failures.push(error) };
  const here = createRoomTaken({ ...needs, hasIndex: true, hasDatabase: true });
  expect(here()).toBeNull();
  await until("it is counted", async () => here() !== null);
  expect(here()).toMatchObject({ renditions: 1_200, index: 30, database: 609 });
  const elsewhere = createRoomTaken({ ...needs, hasIndex: false, hasDatabase: false });
  await until("it is counted", async () => elsewhere() !== null);
  expect(elsewhere()).toMatchObject({ renditions: 1_200, index: null, database: null });
  expect(failures).toEqual([]);
});
