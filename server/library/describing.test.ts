import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { holdTime, passTime } from "#tests/fixtures/time.ts";
import type { Database } from "../engines/database/port.ts";
import { createDescribing, type Describing } from "./describing.ts";
import { localOwner } from "./ids.ts";
import type { Schema } from "./schema.ts";
import { armJob } from "./stages.ts";

const night = { from: "22:00", to: "07:00", timeZone: "Europe/Berlin" };

onEachDatabase((connect) => {
  let database: Database<Schema>;
  let describing: Describing;

  beforeEach(async () => {
    holdTime();
    database = await connect();
    describing = createDescribing(database, Date.now);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** Makes photos wait to be described. */
  async function haveWaiting(count: number): Promise<void> {
    const photos = Array.from({ length: count }, (_, at) => ({
      ...{ id: `photo-${at}`, owner: localOwner, sha256: `${at}`, file_name: "a.jpg", type: "image/jpeg" },
      ...{ extension: "jpg", bytes: 1, status: "prepared" as const, sort_at: at, created_at: at },
    }));
    await database.rows.insertInto("photos").values(photos).execute();
    for (const { id } of photos) await armJob(database.rows, localOwner, id, "describe");
  }

  test("at first photos are described at any hour", async () => {
    expect(await describing.rule(localOwner)).toEqual({ paused: false, hours: null });
    expect(await describing.status(localOwner)).toEqual({
      ...{ paused: false, hours: null, state: "on", changesAt: null },
      ...{ waiting: 0, servers: [], perMinute: null, doneAt: null },
    });
  });

  test("pause and hours are kept apart from one another", async () => {
    await describing.set(localOwner, { hours: night });
    await describing.set(localOwner, { paused: true });
    expect(await createDescribing(database, Date.now).rule(localOwner)).toEqual({
      paused: true,
      hours: night,
    });
    expect(await describing.status(localOwner)).toMatchObject({ state: "paused", changesAt: null });
    await describing.set(localOwner, { paused: false });
    expect(await describing.rule(localOwner)).toEqual({ paused: false, hours: night });
    await describing.set(localOwner, { hours: null });
    expect(await describing.rule(localOwner)).toEqual({ paused: false, hours: null });
    expect(await describing.rule("someone else")).toEqual({ paused: false, hours: null });
  });

  test("the rates of all servers add up, and what workers noted long ago says nothing", async () => {
    await haveWaiting(60);
    const [one, two] = [{ address: "http://a:1" }, { address: "http://b:1" }];
    await describing.note("gone", [{ ...one, atOnce: 9, perMinute: 900 }]);
    passTime(40_000);
    await describing.note("worker", [
      { ...one, atOnce: 2, perMinute: 10 },
      { ...two, atOnce: 1, perMinute: null },
    ]);
    await describing.note("other", [{ ...one, atOnce: 1, perMinute: 2 }]);
    const status = await describing.status(localOwner);
    expect(status).toMatchObject({
      ...{ waiting: 60, perMinute: 12 },
      servers: [
        { ...one, atOnce: 3, perMinute: 12 },
        { ...two, atOnce: 1, perMinute: null },
      ],
    });
    expect(Date.parse(status.doneAt ?? "") - Date.now()).toBe(5 * 60_000);
    await describing.note("worker", []);
    await describing.note("other", []);
    expect(await describing.status(localOwner)).toMatchObject({ servers: [], perMinute: null, doneAt: null });
  });

  test("a photo that was removed or has failed waits no more", async () => {
    await haveWaiting(3);
    const { rows } = database;
    await rows.updateTable("photos").set({ deleted_at: 1 }).where("id", "=", "photo-0").execute();
    await rows.updateTable("jobs").set({ state: "failed" }).where("photo_id", "=", "photo-1").execute();
    expect((await describing.status(localOwner)).waiting).toBe(1);
  });

  test("no end is claimed beyond the hours of describing", async () => {
    await haveWaiting(60);
    vi.setSystemTime(Date.parse("2026-01-10T23:00:00Z"));
    await describing.set(localOwner, { hours: { ...night, timeZone: "UTC" } });
    await describing.note("worker", [{ address: "http://a:1", atOnce: 1, perMinute: 1 }]);
    const soon = await describing.status(localOwner);
    expect(soon).toMatchObject({ state: "on", changesAt: "2026-01-11T07:00:00.000Z" });
    expect(soon.doneAt).toBe("2026-01-11T00:00:00.000Z");
    await describing.note("worker", [{ address: "http://a:1", atOnce: 1, perMinute: 0.1 }]);
    expect((await describing.status(localOwner)).doneAt).toBeNull();
  });
});
