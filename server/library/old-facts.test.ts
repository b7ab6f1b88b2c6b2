import { join } from "node:path";
import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { migrate } from "../engines/database/migrate.ts";
import { openSqlite } from "../engines/database/sqlite.ts";
import { writeFacts } from "./facts.ts";
import { localOwner } from "./ids.ts";
import { createJobs } from "./jobs.ts";
import { migrations } from "./migrations/all.ts";
import { armOldFacts, armUnindexed } from "./old-facts.ts";
import { createPhotos } from "./photos.ts";
import type { Schema } from "./schema.ts";

onEachDatabase((connect) => {
  async function library(files: [type: string, version: number][]) {
    const database = await connect();
    const photos = createPhotos(database);
    const jobs = createJobs(database);
    for (const [at, [type, version]] of files.entries()) {
      const sha256 = String(at).padStart(64, "0");
      const arrival = { sha256, fileName: "a", type, extension: "x", bytes: 9, modifiedAt: null };
      const { photo } = await photos.receive(localOwner, arrival);
      const job = await jobs.claim((await jobs.due("prepare", 1))[0] ?? "");
      if (!job) throw new Error("there is no job");
      const derived = { thumbhash: null, colours: [], brightness: null, version };
      await jobs.finish(job, {
        status: "indexed",
        write: (rows) => writeFacts(rows, localOwner, photo.id, noFacts, derived),
      });
    }
    return { database, photos, jobs };
  }

  test("files of a format that is opened better now are opened anew once, after all that is new", async () => {
    const { database, photos, jobs } = await library([
      ["image/heic", 0],
      ["image/heic", 1],
      ["image/jpeg", 0],
      ["image/x-nikon-nef", 0],
    ]);
    expect(await armOldFacts(database)).toBe(2);
    expect(await armOldFacts(database)).toBe(0);
    const { photo } = await photos.receive(localOwner, {
      ...{ sha256: "f".repeat(64), fileName: "new", type: "image/jpeg", extension: "jpg" },
      ...{ bytes: 1, modifiedAt: null },
    });
    const due = await jobs.due("prepare", 10);
    expect(due).toHaveLength(3);
    expect((await jobs.claim(due[0] ?? ""))?.photoId).toBe(photo.id);
  });

  test("what failed before anything was known of it is indexed once", async () => {
    const { database, photos, jobs } = await library([["image/jpeg", 0]]);
    const arrival = {
      fileName: "broken.jpg",
      type: "image/jpeg",
      extension: "jpg",
      bytes: 1,
      modifiedAt: null,
    };
    const { photo } = await photos.receive(localOwner, { ...arrival, sha256: "e".repeat(64) });
    const prepare = await jobs.claim((await jobs.due("prepare", 1))[0] ?? "");
    await jobs.fail(prepare ?? expect.fail(), "The file is damaged.", true);
    // An earlier version left it at that.
    await database.rows.deleteFrom("jobs").where("stage", "=", "index").execute();
    expect(await armUnindexed(database)).toBe(1);
    expect(await armUnindexed(database)).toBe(0);
    const due = await jobs.claim((await jobs.due("index", 1))[0] ?? "");
    expect(due?.photoId).toBe(photo.id);
  });

  test("files whose facts an older version has read are read anew once", async () => {
    const { database, jobs } = await library([
      ["image/jpeg", 0],
      ["image/jpeg", 0],
    ]);
    expect(await armOldFacts(database)).toBe(0);
    await database.rows.updateTable("photo_facts").set({ facts_version: 0 }).execute();
    expect(await armOldFacts(database)).toBe(2);
    expect(await armOldFacts(database)).toBe(0);
    expect(await jobs.due("prepare", 5)).toHaveLength(2);
  });

  test("a file that fails again is not tried for ever, and its photo keeps what it had", async () => {
    const { database, photos, jobs } = await library([["image/heic", 0]]);
    await armOldFacts(database);
    const job = await jobs.claim((await jobs.due("prepare", 1))[0] ?? "");
    if (!job) throw new Error("there is no job");
    await jobs.fail(job, "It is damaged.", true);
    expect(await armOldFacts(database)).toBe(0);
    expect((await photos.load(localOwner, job.photoId))?.photo.status).toBe("indexed");
  });
});

test("a photo that could not be prepared is tried again when the reader has become better", async () => {
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
