import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { holdTime, passTime } from "#tests/fixtures/time.ts";
import type { Database } from "../engines/database/port.ts";
import { localOwner, newId } from "./ids.ts";
import { type ClaimedJob, createJobs, type Jobs, mostAttempts } from "./jobs.ts";
import { createPhotos, type Photos } from "./photos.ts";
import type { Schema } from "./schema.ts";
import { armJob, waitedFor } from "./stages.ts";

onEachDatabase((connect) => {
  let database: Database<Schema>;
  let jobs: Jobs;
  let photos: Photos;

  beforeEach(async () => {
    holdTime();
    database = await connect();
    jobs = createJobs(database);
    photos = createPhotos(database);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  async function receive(seed = newId()) {
    const sha256 = seed.replaceAll("-", "").padEnd(64, "0");
    const arrival = {
      sha256,
      fileName: `${seed}.jpg`,
      type: "image/jpeg",
      extension: "jpg",
      bytes: 1,
      modifiedAt: null,
    };
    return (await photos.receive(localOwner, arrival)).photo.id;
  }

  async function claimDue(stage: string): Promise<ClaimedJob> {
    const [id] = await jobs.due(stage, 1);
    const job = id ? await jobs.claim(id) : null;
    if (!job) throw new Error(`no job of ${stage} is due`);
    return job;
  }

  const statusOf = async (id: string) => (await photos.get(localOwner, [id]))[0];
  const typesOf = async (id: string) => (await photos.timeline(localOwner, id)).map((event) => event.type);

  test("a job is claimed by one worker only", async () => {
    await receive();
    const [id = ""] = await jobs.due("prepare", 5);
    const claims = await Promise.all(Array.from({ length: 10 }, () => jobs.claim(id)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await jobs.due("prepare", 5)).toEqual([]);
  });

  test("finishing writes what was made, the status, the event and the next jobs, and ends the job", async () => {
    const photoId = await receive();
    const job = await claimDue("prepare");
    const finished = await jobs.finish(job, {
      status: "prepared",
      event: { type: "prepared" },
      next: ["describe", "index"],
    });
    expect(finished).toBe(true);
    expect((await statusOf(photoId))?.status).toBe("prepared");
    expect(await typesOf(photoId)).toEqual(["received", "prepared"]);
    expect(await jobs.due("prepare", 5)).toEqual([]);
    expect(await jobs.due("describe", 5)).toHaveLength(1);
    expect(await jobs.due("index", 5)).toHaveLength(1);
  });

  test("a worker that lost its lease writes nothing", async () => {
    const photoId = await receive();
    const lost = await claimDue("prepare");
    passTime(31_000);
    const taken = await claimDue("prepare");
    let wrote = false;
    const finished = await jobs.finish(lost, {
      status: "prepared",
      write: async () => {
        wrote = true;
      },
    });
    expect([finished, wrote]).toEqual([false, false]);
    await jobs.fail(lost, "too late to say so");
    expect((await statusOf(photoId))?.status).toBe("received");
    expect(await jobs.finish(taken, { status: "prepared" })).toBe(true);
  });

  test("a heartbeat keeps the lease; without it another worker takes over, and it counts as no attempt", async () => {
    await receive();
    const job = await claimDue("prepare");
    for (let beat = 0; beat < 6; beat++) {
      passTime(10_000);
      expect(await jobs.heartbeat(job)).toBe(true);
    }
    expect(await jobs.due("prepare", 1)).toEqual([]);
    passTime(31_000);
    const taken = await claimDue("prepare");
    expect(taken.attempt).toBe(1);
    expect(await jobs.heartbeat(job)).toBe(false);
  });

  test("a photo is set aside when workers keep dying while nothing but its file is open", async () => {
    const photoId = await receive();
    for (let death = 0; death < 20; death++) {
      const { id } = await claimDue("prepare");
      await jobs.suspect(id, false);
      passTime(31_000);
    }
    for (let death = 0; death < 3; death++) {
      const { id, isSuspect } = await claimDue("prepare");
      expect(isSuspect).toBe(true);
      await jobs.suspect(id, true);
      passTime(31_000);
    }
    const [id = ""] = await jobs.due("prepare", 1);
    expect(await jobs.claim(id)).toBeNull();
    expect((await statusOf(photoId))?.failure).toMatchObject({ stage: "prepare" });
  });

  test("a photo whose file was not open when its worker died is never set aside", async () => {
    const photoId = await receive();
    for (let death = 0; death < 20; death++) {
      expect((await claimDue("prepare")).isSuspect).toBe(false);
      passTime(31_000);
    }
    expect((await statusOf(photoId))?.failure).toBeNull();
  });

  test("a job at which workers died waits for all others, and goes before jobs with more deaths", async () => {
    const often = await receive();
    const once = await receive();
    const third = await receive();
    const waiting = [await claimDue("prepare"), await claimDue("prepare"), await claimDue("prepare")];
    for (const job of waiting) {
      if (job.photoId !== third) await jobs.suspect(job.id, true);
      if (job.photoId === often) await jobs.suspect(job.id, true);
      await jobs.release(job);
    }
    passTime(2_000);
    expect(await jobs.due("prepare", 5)).toHaveLength(1);
    const order: string[] = [];
    for (let n = 0; n < 3; n++) {
      const job = await claimDue("prepare");
      order.push(job.photoId);
      await jobs.finish(job, {});
    }
    expect(order).toEqual([third, once, often]);
  });

  test("a wall clock that goes back by a year delays nothing, and one that leaps ahead takes no lease away", async () => {
    await receive();
    const job = await claimDue("prepare");
    const year = 365 * 86_400_000;
    vi.setSystemTime(Date.now() - year);
    await jobs.fail(job, "no luck");
    expect(await jobs.due("prepare", 1)).toEqual([]);
    passTime(3_000);
    const again = await claimDue("prepare");
    vi.setSystemTime(Date.now() + year + 3_600_000);
    expect(await jobs.due("prepare", 1)).toEqual([]);
    expect(await jobs.heartbeat(again)).toBe(true);
    passTime(31_000);
    expect(await jobs.due("prepare", 1)).toHaveLength(1);
  });

  test("a job is tried three times with backoff, and then fails with its stage and a reason; a retry begins anew", async () => {
    const photoId = await receive();
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const job = await claimDue("prepare");
      expect(job.attempt).toBe(attempt);
      await jobs.fail(job, "The model gave an empty answer.");
      expect(await jobs.due("prepare", 1)).toEqual([]);
      passTime(60_000);
    }
    expect(await statusOf(photoId)).toMatchObject({
      status: "failed",
      failure: { stage: "prepare", reason: "The model gave an empty answer." },
    });
    expect(await typesOf(photoId)).toEqual(["received", "attempt-failed", "attempt-failed", "failed"]);
    expect((await jobs.list(localOwner, { state: "failed", limit: 10 })).items).toMatchObject([
      { photoId, attempts: 3 },
    ]);
    expect(await jobs.summary(localOwner)).toMatchObject({ total: 1, byStatus: { failed: 1, received: 0 } });
    expect(await jobs.retry(localOwner, { all: "failed" })).toBe(1);
    expect(await statusOf(photoId)).toMatchObject({ status: "received", failure: null });
    expect((await claimDue("prepare")).attempt).toBe(1);
  });

  test("a job that can never succeed fails at once", async () => {
    const photoId = await receive();
    await jobs.fail(await claimDue("prepare"), "The file is damaged.", true);
    expect((await statusOf(photoId))?.status).toBe("failed");
  });

  test("what cannot be opened is still indexed, but not what was prepared before", async () => {
    const photoId = await receive();
    await jobs.fail(await claimDue("prepare"), "The file is damaged.", true);
    const indexing = await claimDue("index");
    expect(indexing.photoId).toBe(photoId);
    await jobs.finish(indexing, {});
    await jobs.retry(localOwner, { all: "failed" });
    await jobs.finish(await claimDue("prepare"), { status: "indexed" });
    await database.rows.transaction().execute((rows) => armJob(rows, localOwner, photoId, "prepare"));
    await jobs.fail(await claimDue("prepare"), "The file is away.", true);
    expect(await jobs.due("index", 1)).toEqual([]);
  });

  test("a job that is given back uses up no attempt", async () => {
    await receive();
    for (let round = 0; round < 10; round++) {
      const job = await claimDue("prepare");
      expect(job.attempt).toBe(1);
      await jobs.release(job);
      passTime(2_000);
    }
  });

  test("a photo that a person waits for goes first", async () => {
    await receive();
    passTime(1_000);
    const wanted = await receive();
    await jobs.hurry(localOwner, [wanted]);
    expect((await claimDue("prepare")).photoId).toBe(wanted);
  });

  test("if a person waits for a photo, its later stages are urgent as well", async () => {
    const wanted = await receive();
    await jobs.hurry(localOwner, [wanted]);
    const job = await claimDue("prepare");
    passTime(1);
    await receive();
    expect(await jobs.isUrgent("describe")).toBe(false);
    await jobs.finish(job, { next: ["describe"] });
    expect(await jobs.isUrgent("describe")).toBe(true);
    await claimDue("describe");
    expect(await jobs.isUrgent("describe")).toBe(false);
  });

  /** Receives photos that were taken in these years, and arms describing for them in this order. */
  async function toDescribe(years: number[]): Promise<Map<string, number>> {
    const yearOf = new Map<string, number>();
    for (const year of years) {
      const id = await receive();
      yearOf.set(id, year);
      const taken = Date.UTC(year, 0);
      await database.rows.updateTable("photos").set({ sort_at: taken }).where("id", "=", id).execute();
      await jobs.finish(await claimDue("prepare"), { status: "prepared", next: ["describe"] });
      passTime(1);
    }
    return yearOf;
  }

  async function describedInOrder(yearOf: Map<string, number>, count = yearOf.size): Promise<number[]> {
    const order: number[] = [];
    while (order.length < count) {
      const job = await claimDue("describe");
      await jobs.finish(job, { status: "described" });
      order.push(yearOf.get(job.photoId) ?? 0);
    }
    return order;
  }

  test("the newest photo is described first, whenever it came", async () => {
    const yearOf = await toDescribe([2003, 2001, 2009, 2004]);
    expect(await describedInOrder(yearOf)).toEqual([2009, 2004, 2003, 2001]);
  });

  test("a photo that was opened goes before the newest, and one that is part of a question before all", async () => {
    const yearOf = await toDescribe([2001, 2002, 2003, 2009]);
    const [first = "", second = "", third = ""] = yearOf.keys();
    await jobs.lookAt(localOwner, [third]);
    passTime(1_000);
    await jobs.lookAt(localOwner, [first]);
    await jobs.hurry(localOwner, [second]);
    // A job that already waits for a person does not fall back when its photo is looked at.
    await jobs.lookAt(localOwner, [second]);
    // A new process knows the same order.
    jobs = createJobs(database);
    expect(await describedInOrder(yearOf)).toEqual([2002, 2001, 2003, 2009]);
  });

  test("a job that has waited for long is not starved by newer ones", async () => {
    const yearOf = await toDescribe([1999, ...Array.from({ length: 9 }, (_, at) => 2000 + at)]);
    expect((await describedInOrder(yearOf, 8)).at(-1)).toBe(1999);
  });

  test("only those that a person waits for are due while others rest, and can be claimed", async () => {
    const [first = "", second = ""] = (await toDescribe([2001, 2002])).keys();
    await jobs.lookAt(localOwner, [second]);
    expect(await jobs.due("describe", 5, "waited-for")).toEqual([]);
    await jobs.hurry(localOwner, [first]);
    const [wanted = "", ...others] = await jobs.due("describe", 5, "waited-for");
    expect(others).toEqual([]);
    const [, other = ""] = await jobs.due("describe", 5);
    expect(await jobs.claim(other, waitedFor)).toBeNull();
    expect((await jobs.claim(wanted, waitedFor))?.photoId).toBe(first);
  });

  test("jobs of other owners are neither listed nor retried", async () => {
    const photoId = await receive();
    await jobs.fail(await claimDue("prepare"), "x", true);
    const stranger = newId();
    expect(await jobs.list(stranger, { limit: 10 })).toEqual({ items: [], next: null });
    expect(await jobs.retry(stranger, { ids: [photoId] })).toBe(0);
    expect(await jobs.summary(stranger)).toMatchObject({ total: 0 });
  });

  test.each([
    ["a worker of this machine that died", (lease: string) => lease.replace(/^\d+-/, "4194303-"), 1],
    ["an earlier process of our own id", (lease: string) => lease.replace(/-[0-9a-f]{8}-/, "-00000000-"), 1],
    ["a worker that lives", (lease: string) => lease, 0],
    ["a worker of another machine", (lease: string) => lease.replace(/-[0-9a-f]{8}\./, "-elsewher."), 0],
  ])("only the jobs of dead workers of this machine are due at once; this job is claimed by %s", async (_, holds, due) => {
    await receive();
    const { lease } = await claimDue("prepare");
    await database.rows
      .updateTable("jobs")
      .set({ lease_by: holds(lease) })
      .execute();
    await jobs.reclaim();
    expect(await jobs.due("prepare", 5)).toHaveLength(due);
  });
});
