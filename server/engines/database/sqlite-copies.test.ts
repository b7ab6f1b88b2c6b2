import { readdir, rename, truncate, writeFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { checkSqlite, copiesOf, copySqlite, keepCopy, lastGoodCopy } from "./sqlite-copies.ts";

/** Writes a database of a few hundred pages, which no power cut has to leave whole. */
function fill(path: string): DatabaseSync {
  const file = new DatabaseSync(path);
  file.exec("pragma journal_mode = wal; pragma synchronous = normal");
  file.exec("create table notes (id integer primary key, text text); begin");
  const insert = file.prepare("insert into notes (text) values (?)");
  for (let at = 0; at < 1_000; at++) insert.run("x".repeat(500));
  file.exec("commit");
  return file;
}

test("a copy is a state of the database although others write meanwhile, and needs no log beside it", async () => {
  await using folder = await temporaryFolder();
  using file = fill(folder.at("glimpse.sqlite"));
  const copying = copySqlite(folder.at("glimpse.sqlite"), folder.at("copy"));
  for (let at = 0; at < 50; at++) file.exec("insert into notes (text) values ('later')");
  await copying;
  expect((await readdir(folder.path)).filter((name) => name.startsWith("copy"))).toEqual(["copy"]);
  using copy = new DatabaseSync(folder.at("copy"), { readOnly: true });
  expect(Number(copy.prepare("select count(*) as n from notes").get()?.n)).toBeGreaterThanOrEqual(1_000);
});

test("a damaged database gives no copy, and says what is wrong", async () => {
  await using folder = await temporaryFolder();
  fill(folder.at("glimpse.sqlite")).close();
  await truncate(folder.at("glimpse.sqlite"), 200_000);
  expect((await checkSqlite(folder.at("glimpse.sqlite")))[0]).toMatch(/\S/);
  await expect(copySqlite(folder.at("glimpse.sqlite"), folder.at("copy"))).rejects.toThrow();
  expect((await readdir(folder.path)).filter((name) => name.startsWith("copy"))).toEqual([]);
});

test("seven daily copies and five others are kept, and the last good one is found", async () => {
  await using folder = await temporaryFolder();
  const path = folder.at("glimpse.sqlite");
  fill(path).close();
  for (let day = 0; day < 9; day++) await keepCopy(path, "daily");
  for (let number = 2; number < 9; number++) await keepCopy(path, `before-${number}`);
  const copies = await copiesOf(path);
  expect(copies.filter(({ label }) => label === "daily")).toHaveLength(7);
  const others = copies.flatMap(({ label }) => (label === "daily" ? [] : [label]));
  expect(others).toEqual(["before-8", "before-7", "before-6", "before-5", "before-4"]);
  const [newest, second, third] = copies;
  await truncate(newest?.path ?? "", 100_000);
  await writeFile(second?.path ?? "", "");
  expect(await lastGoodCopy(path)).toEqual(third);
});

test("copies from the future, made while the clock was wrong, go before those of today", async () => {
  await using folder = await temporaryFolder();
  const path = folder.at("glimpse.sqlite");
  fill(path).close();
  const day = 86_400_000;
  const today = Date.now();
  for (let at = 1; at <= 7; at++) {
    const made = await keepCopy(path, "daily");
    await rename(made, made.replace(/\.\d{4}-/, `.${2090 + at}-`));
  }
  const made = [await keepCopy(path, "daily", today), await keepCopy(path, "daily", today + day)];
  const kept = (await copiesOf(path)).map((copy) => copy.path);
  expect(kept).toHaveLength(7);
  expect(kept).toEqual(expect.arrayContaining(made));
});
