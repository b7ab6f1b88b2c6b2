import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { writeFacts } from "./facts.ts";
import { localOwner } from "./ids.ts";
import { createJobs } from "./jobs.ts";
import { armOldVersions } from "./old-versions.ts";
import { createPhotos } from "./photos.ts";

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
    expect(await armOldVersions(database)).toBe(2);
    expect(await armOldVersions(database)).toBe(0);
    const { photo } = await photos.receive(localOwner, {
      ...{ sha256: "f".repeat(64), fileName: "new", type: "image/jpeg", extension: "jpg" },
      ...{ bytes: 1, modifiedAt: null },
    });
    const due = await jobs.due("prepare", 10);
    expect(due).toHaveLength(3);
    expect((await jobs.claim(due[0] ?? ""))?.photoId).toBe(photo.id);
  });

  test("a file that fails again is not tried for ever, and its photo keeps what it had", async () => {
    const { database, photos, jobs } = await library([["image/heic", 0]]);
    await armOldVersions(database);
    const job = await jobs.claim((await jobs.due("prepare", 1))[0] ?? "");
    if (!job) throw new Error("there is no job");
    await jobs.fail(job, "It is damaged.", true);
    expect(await armOldVersions(database)).toBe(0);
    expect((await photos.load(localOwner, job.photoId))?.photo.status).toBe("indexed");
  });
});
