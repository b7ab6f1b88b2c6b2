import { setTimeout as pause, setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { drawing } from "#tests/fixtures/seed.ts";
import type { Database } from "../engines/database/port.ts";
import { libraryTime } from "./clock.ts";
import { createEvents } from "./events.ts";
import { localOwner, newId } from "./ids.ts";
import { createJobs } from "./jobs.ts";
import { lockPhotos } from "./locks.ts";
import type { Stage } from "./photo.ts";
import { createPhotos } from "./photos.ts";
import type { Schema } from "./schema.ts";
import { armJob } from "./stages.ts";

/** These tests let several processes act at the same moment. */

const hash = (seed: number | string) => String(seed).padStart(64, "0");
const arrival = (sha256: string) => ({
  sha256,
  fileName: "photo.jpg",
  type: "image/jpeg",
  extension: "jpg",
  bytes: 1,
  modifiedAt: null,
});

function process(database: Database<Schema>) {
  return { database, photos: createPhotos(database), jobs: createJobs(database) };
}

onEachDatabase((connect) => {
  const processes = (count: number) =>
    Promise.all(Array.from({ length: count }, async () => process(await connect())));
  const typesOf = async ({ photos }: ReturnType<typeof process>, id: string) =>
    (await photos.timeline(localOwner, id)).map((event) => event.type);
  const receive = async ({ photos }: ReturnType<typeof process>, sha256: string) =>
    (await photos.receive(localOwner, arrival(sha256))).photo.id;

  test("the same bytes a hundred times at once are one photo, one event and one job", async () => {
    const all = await processes(4);
    const uploads = Array.from({ length: 100 }, (_, at) =>
      all[at % all.length]?.photos.receive(localOwner, arrival(hash(1))),
    );
    const received = await Promise.all(uploads);
    expect(received.filter((answer) => !answer?.duplicate)).toHaveLength(1);
    const ids = new Set(received.map((answer) => answer?.photo.id));
    expect(ids.size).toBe(1);
    const [one] = await processes(1);
    if (!one) throw new Error("no process");
    expect(await typesOf(one, String([...ids][0]))).toEqual(["received"]);
    expect(await one.jobs.due("prepare", 5)).toHaveLength(1);
  });

  test("exactly one of many claims of a job wins, also if the job was abandoned", async () => {
    const all = await processes(4);
    const [one] = all;
    for (let round = 0; round < 12; round++) {
      await receive(one as (typeof all)[0], hash(round));
      const [id = ""] = (await one?.jobs.due("prepare", 1)) ?? [];
      const claimAll = () =>
        Promise.all(Array.from({ length: 12 }, (_, at) => all[at % all.length]?.jobs.claim(id)));
      expect((await claimAll()).filter(Boolean)).toHaveLength(1);
      await one?.database.rows.updateTable("jobs").set({ lease_until: 1 }).where("id", "=", id).execute();
      const [taken, ...others] = (await claimAll()).filter((claim) => claim);
      expect([taken?.attempt, others]).toEqual([1, []]);
      const row = await one?.database.rows
        .selectFrom("jobs")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirst();
      expect(row).toMatchObject({ lease_by: taken?.lease, attempts: 1 });
    }
  });

  test("photos are removed and retried once, even if several processes ask at the same moment", async () => {
    const all = await processes(4);
    const [one] = all;
    if (!one) throw new Error("no process");
    const ids = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => receive(one, hash(seed))));
    for (const job of await one.jobs.due("prepare", 10)) {
      const claimed = await one.jobs.claim(job);
      if (claimed) await one.jobs.fail(claimed, "damaged", true);
    }
    const retried = await Promise.all(all.map(({ jobs }) => jobs.retry(localOwner, { all: "failed" })));
    expect(retried.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    const removed = await Promise.all(
      all.map(({ photos }, at) => photos.remove(localOwner, at % 2 ? ids : ids.toReversed())),
    );
    expect(removed.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    for (const id of ids)
      expect(await typesOf(one, id)).toEqual(["received", "failed", "retried", "removed"]);
  });

  test("an upload of bytes that are being deleted waits until they are gone, also from another owner", async () => {
    const [one, two] = await processes(2);
    if (!one || !two) throw new Error("no processes");
    for (const owner of [localOwner, newId()]) {
      const sha256 = hash(newId().replaceAll("-", ""));
      const id = await receive(one, sha256);
      await one.photos.remove(localOwner, [id]);
      const deadline = libraryTime() + 1;
      const [candidate] = await one.photos.removedBefore(deadline, 1);
      if (!candidate) throw new Error("nothing to purge");
      const order: string[] = [];
      let again = Promise.resolve();
      const purged = await one.photos.purge(candidate, deadline, async () => {
        again = two.photos.receive(owner, arrival(sha256)).then(({ duplicate }) => {
          order.push(`received, duplicate: ${duplicate}`);
        });
        // The upload has time enough to come first, if it could.
        await Promise.race([again, pause(150)]);
        order.push("forgotten");
      });
      await again;
      expect([purged, order]).toEqual([true, ["forgotten", "received, duplicate: false"]]);
    }
  });

  test("stages, removals, retries and refills of the same photos never wait for each other in a circle", async () => {
    const all = await processes(4);
    const [one] = all;
    if (!one) throw new Error("no process");
    const random = drawing();
    const ids = await Promise.all(Array.from({ length: 12 }, (_, seed) => receive(one, hash(seed))));
    const next: Record<Stage, { next: Stage[]; later: Stage[] }> = {
      prepare: { next: ["index", "describe"], later: [] },
      describe: { next: ["embed"], later: ["index"] },
      embed: { next: ["index"], later: [] },
      index: { next: [], later: [] },
    };
    const status = {
      prepare: "prepared",
      describe: "described",
      embed: "embedded",
      index: "indexed",
    } as const;
    let busy = true;
    const worker = async ({ jobs }: (typeof all)[0], stage: Stage) => {
      while (busy) {
        await setImmediate();
        for (const id of await jobs.due(stage, 8)) {
          const job = await jobs.claim(id);
          if (!job) continue;
          if (random() < 0.1) await jobs.fail(job, "by chance", true);
          else
            await jobs.finish(job, { status: status[stage], event: { type: status[stage] }, ...next[stage] });
        }
      }
    };
    const meddler = async ({ database, jobs, photos }: (typeof all)[0], seed: number) => {
      for (let round = 0; round < 6; round++) {
        const some = ids.filter((_, at) => (at * 7 + round * 3 + seed) % 4 === 0);
        await jobs.hurry(localOwner, some.toReversed());
        await jobs.retry(localOwner, { all: "failed" });
        await photos.remove(localOwner, round % 2 ? some : some.toReversed());
        await Promise.all(some.map(async (id) => photos.receive(localOwner, arrival(hash(ids.indexOf(id))))));
        await database.rows.transaction().execute(async (transaction) => {
          const there = await lockPhotos(transaction, some);
          for (const id of there) await armJob(transaction, localOwner, id, round % 2 ? "index" : "prepare");
        });
      }
    };
    const working = all
      .slice(0, 2)
      .flatMap((each) =>
        (["prepare", "describe", "embed", "index"] as const).map((stage) => worker(each, stage)),
      );
    await Promise.all(all.map(meddler)).finally(() => {
      busy = false;
    });
    await Promise.all(working);
    const log = await createEvents(one.database).after({ owner: localOwner, kind: "photo" }, 0, 10_000);
    expect(log.length).toBeGreaterThan(ids.length);
  });
});
