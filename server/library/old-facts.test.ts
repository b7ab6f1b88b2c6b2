import { join } from "node:path";
import { expect, test } from "vitest";
import { noFacts } from "#tests/fixtures/facts.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { migrate } from "../engines/database/migrate.ts";
import { openSqlite } from "../engines/database/sqlite.ts";
import { writeFacts } from "./facts.ts";
import { localOwner } from "./ids.ts";
import { migrations } from "./migrations/all.ts";
import { armOldFacts } from "./old-facts.ts";
import { createPhotos } from "./photos.ts";
import type { Schema } from "./schema.ts";

test("files whose facts an older version has read are read anew, each once, a few at a time", async () => {
  await using folder = await temporaryFolder();
  const database = await openSqlite<Schema>(join(folder.path, "glimpse.sqlite"));
  await migrate(database, migrations);
  const photos = createPhotos(database);
  for (let n = 0; n < 5; n++) {
    const file = { fileName: "a.jpg", type: "image/jpeg", extension: "jpg", bytes: 1, modifiedAt: null };
    const { photo } = await photos.receive(localOwner, { sha256: String(n), ...file });
    await writeFacts(database.rows, localOwner, photo.id, noFacts, {
      thumbhash: null,
      colours: [],
      brightness: null,
    });
  }
  await database.rows.deleteFrom("jobs").execute();
  expect(await armOldFacts(database, 3)).toBe(0);
  await database.rows.updateTable("photo_facts").set({ facts_version: 0 }).execute();
  const jobs = () => database.rows.selectFrom("jobs").select(["stage", "priority"]).execute();
  expect(await armOldFacts(database, 3)).toBe(3);
  expect(await armOldFacts(database, 3)).toBe(3);
  expect(await jobs()).toEqual(Array(3).fill({ stage: "prepare", priority: -10 }));
  await database.rows.updateTable("jobs").set({ state: "failed" }).execute();
  expect(await armOldFacts(database, 3)).toBe(2);
  expect(await jobs()).toHaveLength(5);
  await database.close();
});

test("what could not be prepared before is tried again when the reader got better", async () => {
  await using folder = await temporaryFolder();
  const database = await openSqlite<Schema>(join(folder.path, "glimpse.sqlite"));
  await migrate(
    database,
    migrations.filter(({ number }) => number < 9),
  );
  const at = { owner: localOwner, created_at: 1 };
  for (const [id, stage] of [
    ["a", "prepare"],
    ["b", "describe"],
  ] as const) {
    await database.rows
      .insertInto("photos")
      .values({
        ...at,
        ...{ id, sha256: id, file_name: id, type: "image/jpeg", extension: "jpg", bytes: 1, sort_at: 1 },
        ...{ status: "failed", failure_stage: stage, failure_reason: "It is damaged." },
      })
      .execute();
    await database.rows
      .insertInto("jobs")
      .values({
        ...at,
        ...{ id, photo_id: id, stage, state: "failed", priority: 0, attempts: 3, takeovers: 1, due_at: 1 },
        reason: "It is damaged.",
      })
      .execute();
  }
  await migrate(database, migrations);
  const photos = await database.rows.selectFrom("photos").select(["id", "status", "failure_stage"]).execute();
  expect(photos).toEqual([
    { id: "a", status: "received", failure_stage: null },
    { id: "b", status: "failed", failure_stage: "describe" },
  ]);
  const jobs = await database.rows.selectFrom("jobs").select(["id", "state", "attempts"]).execute();
  expect(jobs).toEqual([
    { id: "a", state: "queued", attempts: 0 },
    { id: "b", state: "failed", attempts: 3 },
  ]);
  await database.close();
});
