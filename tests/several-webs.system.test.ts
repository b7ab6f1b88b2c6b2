import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createGlimpse } from "#client/index.ts";
import type { PhotoEvent } from "#server/library/photo.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { freePort } from "./fixtures/free-port.ts";
import { run, spawnGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { hasPostgres, startPostgres } from "./fixtures/postgres.ts";
import { announce, lookAt, offsetOf, sendFrom } from "./fixtures/resuming.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto, variantOf } from "./fixtures/uploading.ts";

type Api = ReturnType<typeof createGlimpse>["api"];

/** Starts two web processes and a worker that share one Postgres and one data folder. */
async function startSeveral() {
  await using begun = new AsyncDisposableStack();
  const folder = begun.use(await temporaryFolder());
  const postgres = begun.use(await startPostgres());
  const database = await postgres.create();
  const settings = {
    GLIMPSE_DATA: join(folder.path, "data"),
    DATABASE_URL: database,
    GLIMPSE_MODELS: "off",
    GLIMPSE_WORKER_CONCURRENCY: "1",
    GLIMPSE_LOG: "silent",
  };
  const startWeb = async () => {
    const port = String(await freePort());
    begun.use(
      spawnGlimpse({ command: run("server/main.ts"), settings: { ...settings, GLIMPSE_PORT: port } }),
    );
    return `http://127.0.0.1:${port}`;
  };
  const webs = [await startWeb(), await startWeb()] as const;
  begun.use(spawnGlimpse({ command: run("worker/main.ts"), settings }));
  for (const url of webs)
    await until("web is ready", async () => (await fetch(`${url}/readyz`).catch(() => null))?.ok);
  const running = begun.move();
  return {
    webs,
    apis: webs.map((url) => createGlimpse({ url }).api),
    postgres,
    /** How many uploads a process writes to now. */
    async leased() {
      const rows = await postgres.query(
        "select id from unfinished_uploads where lease_by is not null",
        database,
      );
      return rows.length;
    },
    logged: () =>
      postgres.query<{ id: string }>(
        "select id::text from events where kind = 'photo' order by events.id",
        database,
      ),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** Watches all events. It leaves after each `stay` events, and returns to continue after the last one. */
function watch(api: Api, stay = Number.POSITIVE_INFINITY) {
  const seen: PhotoEvent[] = [];
  let leave = () => {};
  let left = false;
  const enter = () => {
    let here = true;
    let taken = 0;
    const subscription = api.jobs.watch.subscribe(
      { lastEventId: seen.at(-1)?.id ?? "0" },
      {
        onData({ data }) {
          if (!here) return;
          seen.push(data);
          if (++taken < stay) return;
          leave();
          if (!left) enter();
        },
      },
    );
    leave = () => {
      here = false;
      subscription.unsubscribe();
    };
  };
  enter();
  return {
    ids: () => seen.map((event) => event.id),
    [Symbol.dispose]() {
      left = true;
      leave();
    },
  };
}

describe.skipIf(!hasPostgres)("several web processes on one Postgres", () => {
  test("a watcher of either web process sees each event once and in order, even if it leaves and returns", async () => {
    await using several = await startSeveral();
    const { webs, apis } = several;
    const [first, second] = apis as [Api, Api];
    using watchers = new DisposableStack();
    const all = [watch(first), watch(second), watch(first, 1), watch(second, 4)].map((one) =>
      watchers.use(one),
    );
    const photo = await drawPhoto(1);
    const sent = await Promise.all(
      Array.from({ length: 12 }, (_, at) => sendPhoto(webs[at % 2] ?? "", variantOf(photo, at % 10))),
    );
    expect(sent.map((answer) => answer.status)).toEqual(sent.map(() => 200));
    expect(sent.filter((answer) => answer.duplicate)).toHaveLength(2);
    await until(
      "all are prepared",
      async () => (await second.jobs.summary.query()).byStatus.prepared === 10,
      60_000,
    );
    const ids = (await several.logged()).map((row) => row.id);
    expect(ids).toHaveLength(20);
    await until("all have seen the last", () => all.every((one) => one.ids().includes(ids.at(-1) ?? "")));
    for (const one of all) expect(one.ids()).toEqual(ids);
  });

  test("an upload that was begun at one goes on at the other, but never at both at once", async () => {
    await using several = await startSeveral();
    const [one, other] = several.webs;
    const bytes = Buffer.concat([await drawPhoto(3), Buffer.alloc(300_000)]);
    const { path } = await announce(one, { bytes: bytes.length });
    const headers = { "content-length": String(bytes.length) };
    // We look into the database, because asking Glimpse about an upload takes its lease for a moment: bytes that
    // come just then are refused, and a sender that never ends does not hear of it.
    const hanging = sendFrom(one, path, bytes.subarray(0, 100_000), 0, { headers }).catch(() => "broken off");
    await until("one has it", async () => (await several.leased()) === 1);
    expect((await lookAt(other, path)).status).toBe(423);
    expect((await sendFrom(other, path, bytes, 0)).status).toBe(423);
    const looked = await lookAt(one, path);
    expect([await hanging, looked.status]).toEqual(["broken off", 200]);
    expect(offsetOf(await lookAt(other, path))).toBe(offsetOf(looked));
    const sent = await sendFrom(other, path, bytes, offsetOf(looked));
    expect([sent.status, sent.headers["glimpse-duplicate"]]).toEqual([204, "false"]);
    expect((await lookAt(one, path)).headers["glimpse-photo"]).toBe(sent.headers["glimpse-photo"]);
  });

  test("while the database is down, each process says so; when it is back, everything continues", async () => {
    await using several = await startSeveral();
    const { webs, apis, postgres } = several;
    const [first, second] = apis as [Api, Api];
    using watchers = new DisposableStack();
    const all = [watch(first), watch(second)].map((one) => watchers.use(one));
    const photo = await drawPhoto(2);
    expect((await sendPhoto(webs[0], variantOf(photo, 1))).status).toBe(200);
    await postgres.crash();
    const refused = await sendPhoto(webs[1], variantOf(photo, 2));
    expect([refused.status, refused.error?.code]).toEqual([503, "DATABASE_AWAY"]);
    expect((await fetch(`${webs[0]}/readyz`)).status).toBe(503);
    await postgres.start();
    expect((await sendPhoto(webs[1], variantOf(photo, 2))).status).toBe(200);
    expect((await fetch(`${webs[0]}/readyz`)).status).toBe(200);
    await until(
      "both are prepared",
      async () => (await second.jobs.summary.query()).byStatus.prepared === 2,
      60_000,
    );
    const ids = (await several.logged()).map((row) => row.id);
    await until("both have seen the last", () => all.every((one) => one.ids().includes(ids.at(-1) ?? "")));
    for (const one of all) expect(one.ids()).toEqual(ids);
  });
});
