import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { noFacts } from "#tests/fixtures/facts.ts";
import { libraryTime } from "./clock.ts";
import { writeFacts } from "./facts.ts";
import { createIdentityRows } from "./identity.ts";
import { localOwner } from "./ids.ts";
import { createJobs } from "./jobs.ts";
import { createPhotos, type Photos } from "./photos.ts";
import { createFileChecks } from "./verifications.ts";

const hash = "ab".repeat(32);
const arrival = {
  sha256: hash,
  fileName: "a.jpg",
  type: "image/jpeg",
  extension: "jpg",
  bytes: 9,
  modifiedAt: null,
};

onEachDatabase((connect) => {
  async function preparedPhoto() {
    const database = await connect();
    const photos = createPhotos(database);
    const jobs = createJobs(database);
    const { photo } = await photos.receive(localOwner, arrival);
    const [due = ""] = await jobs.due("prepare", 1);
    const job = await jobs.claim(due);
    if (!job) throw new Error("there is no job");
    const derived = { thumbhash: "x", colours: [], brightness: null };
    await jobs.finish(job, {
      status: "prepared",
      write: (rows) => writeFacts(rows, localOwner, photo.id, noFacts, derived),
    });
    return { database, photos, jobs, id: photo.id };
  }

  const rowOf = async (photos: Photos, id: string) => {
    const known = await photos.load(localOwner, id);
    if (!known) throw new Error("the photo is gone");
    return known.photo;
  };
  const typesOf = async (photos: Photos, id: string) =>
    (await photos.timeline(localOwner, id)).map(({ type }) => type);

  test("a mark is written once, hides the photo from those that need not be sent, and goes with a new upload", async () => {
    const { photos, id, database } = await preparedPhoto();
    expect(await photos.markDamage(hash, "missing")).toBe(1);
    expect(await photos.markDamage(hash, "missing")).toBe(0);
    expect(await photos.known(localOwner, [hash])).toEqual([]);
    expect(await createFileChecks(database).damaged(5)).toMatchObject({
      count: 1,
      first: [{ id, damage: "missing" }],
    });
    expect(await photos.receive(localOwner, arrival)).toMatchObject({
      duplicate: true,
      repaired: true,
      photo: { damage: null },
    });
    expect(await photos.receive(localOwner, arrival)).toMatchObject({ duplicate: true, repaired: false });
    expect(await photos.receive(localOwner, arrival, libraryTime() + 1_000)).toMatchObject({
      repaired: true,
    });
    expect(await photos.receive(localOwner, arrival, 1)).toMatchObject({ repaired: false });
    expect((await typesOf(photos, id)).slice(1)).toEqual(["damaged", "repaired", "repaired"]);
  });

  test("a photo is prepared again by one job, and keeps its status if that fails", async () => {
    const { photos, jobs, id } = await preparedPhoto();
    const row = await rowOf(photos, id);
    expect(await photos.prepareAgain(row)).toBe(true);
    expect(await photos.prepareAgain(row)).toBe(true);
    const [due = "", ...more] = await jobs.due("prepare", 5);
    expect(more).toEqual([]);
    const job = await jobs.claim(due);
    if (!job) throw new Error("there is no job");
    await jobs.fail(job, "It cannot be opened.", true);
    expect(await rowOf(photos, id)).toMatchObject({ status: "prepared", failure_stage: null });
    expect(await photos.prepareAgain(row)).toBe(false);
    expect(await jobs.retry(localOwner, { ids: [id] })).toBe(1);
    expect((await rowOf(photos, id)).status).toBe("prepared");
  });

  test("a photo that could not be prepared because of its damaged original is tried again after the repair", async () => {
    const database = await connect();
    const photos = createPhotos(database);
    const jobs = createJobs(database);
    const { photo } = await photos.receive(localOwner, arrival);
    const job = await jobs.claim((await jobs.due("prepare", 1))[0] ?? "");
    if (!job) throw new Error("there is no job");
    await photos.markDamage(hash, "damaged");
    await jobs.fail(job, "The original of this photo is damaged.", true);
    expect((await rowOf(photos, photo.id)).status).toBe("failed");
    await photos.receive(localOwner, arrival);
    expect(await rowOf(photos, photo.id)).toMatchObject({ status: "received", damage: null });
    expect(await jobs.due("prepare", 5)).toHaveLength(1);
  });

  test("a library's row is made once, whoever makes it", async () => {
    const rows = await Promise.all([1, 2, 3].map(async () => createIdentityRows(await connect()).make()));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
    const identity = createIdentityRows(await connect());
    expect(await identity.id()).toBe(rows[0]?.id);
    await identity.settle(rows[0]?.id ?? "");
    expect(await identity.load()).toMatchObject({ settled: 1 });
    expect(await identity.sample(10)).toEqual({ total: 0, hashes: [] });
  });

  test("a check of files remembers how far it came, and another process notices", async () => {
    const { database, id } = await preparedPhoto();
    const checks = createFileChecks(database);
    const check = await checks.begin();
    const same = await checks.begin();
    expect(same.id).toBe(check.id);
    expect(await checks.advance(check, { seenTo: id, seen: 1, found: { photos: 1, renditions: 1 } })).toBe(
      true,
    );
    expect(await checks.advance(same, { seenTo: id, seen: 1, found: { photos: 1, renditions: 0 } })).toBe(
      false,
    );
    expect(await checks.running()).toMatchObject({ seen: 1, found: { photos: 1, renditions: 1 } });
    await checks.end(check);
    expect(await checks.running()).toBeNull();
    expect(await checks.last()).toMatchObject({ id: check.id });
    expect(await checks.photosAfter("", 5)).toMatchObject([{ id, hasRenditions: true, bytes: 9 }]);
    expect(await checks.newestTime()).toBeGreaterThan(0);
  });
});
