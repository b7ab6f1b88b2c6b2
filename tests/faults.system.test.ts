import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { readConfig } from "#server/config.ts";
import { localOwner } from "#server/library/ids.ts";
import { type Stage, stages } from "#server/library/photo.ts";
import { openServices } from "#server/services.ts";
import { startOllama } from "./doubles/ollama.ts";
import { damagedOriginals, filesIn, select, sha256 } from "./fixtures/data-folder.ts";
import { stateHome, temporaryFolder } from "./fixtures/folder.ts";
import { freeze } from "./fixtures/freeze.ts";
import { run, spawnGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto, randomOf } from "./fixtures/photos.ts";
import { hasProc, killHard, processesLike } from "./fixtures/processes.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto, variantOf } from "./fixtures/uploading.ts";

const small = { width: 64, height: 48 };
/** These wait most of the time, each for a Glimpse of its own. */
const besideOthers = { concurrent: true };

test("a web process that is killed 20 times during uploads loses no acknowledged photo", async () => {
  await using folder = await temporaryFolder();
  const settings = { GLIMPSE_DATA: folder.path, GLIMPSE_MODELS: "off", GLIMPSE_LOG: "info" };
  const photo = await drawPhoto(1, small);
  const random = randomOf(1);
  const acknowledged = new Map<string, string>();
  let sent = 0;

  for (let round = 0; round < 20; round++) {
    await using web = spawnGlimpse({ command: run("server/main.ts"), settings });
    const url = `http://127.0.0.1:${await web.says(/"port":(\d+)/)}`;
    expect(filesIn(folder.path, "staging")).toEqual([]);

    let chunksToLive = 5 + Math.floor(random() * 100);
    async function* inPieces(bytes: Buffer) {
      for (let at = 0; at < bytes.length; at += 50_000) {
        if (chunksToLive-- === 0) web.supervisor.kill("SIGKILL");
        yield bytes.subarray(at, at + 50_000);
      }
    }
    const uploadUntilItBreaks = async () => {
      for (;;) {
        const bytes = Buffer.concat([variantOf(photo, sent++)], 10_000 + Math.floor(random() * 500_000));
        const answer = await sendPhoto(url, inPieces(bytes)).catch(() => null);
        if (!answer?.photo) return;
        acknowledged.set(answer.photo.id, sha256(bytes));
      }
    };
    await Promise.all(Array.from({ length: 6 }, uploadUntilItBreaks));
    await web.ended;
    expect(damagedOriginals(folder.path)).toEqual([]);
  }

  await using glimpse = await startGlimpse({ dataFolder: folder.path });
  expect(filesIn(folder.path, "staging")).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(50);
  for (const [id, hash] of acknowledged) {
    const original = await fetch(`${glimpse.url}/photos/${id}/original`);
    expect(sha256(Buffer.from(await original.arrayBuffer()))).toBe(hash);
  }
  // A photo that was committed but not acknowledged before the kill must be there too, and be complete.
  const rows = select<{ sha256: string }>(folder.path, "select sha256 from photos order by sha256");
  expect(filesIn(folder.path, "originals")).toEqual(rows.map((row) => row.sha256));
});

test("a worker that is killed 12 times, at every stage, processes each photo once", async () => {
  await using folder = await temporaryFolder();
  await using ollama = await startOllama({ pace: { requestMs: 100 } });
  const settings = { GLIMPSE_DATA: folder.path, OLLAMA_HOST: ollama.url };
  const photo = await drawPhoto(1, small);
  const count = 16;
  await receive(
    settings,
    Array.from({ length: count }, (_, number) => variantOf(photo, number)),
  );

  for (const stage of stages.flatMap((stage) => [stage, stage, stage])) {
    await using worker = spawnGlimpse({ command: run("worker/main.ts"), settings });
    await caughtIn(folder.path, stage);
    worker.supervisor.kill("SIGKILL");
    await worker.ended;
  }
  expect(select(folder.path, "select id from photos where status = 'indexed'").length).toBeLessThan(count);

  await using _worker = spawnGlimpse({ command: run("worker/main.ts"), settings });
  const left = () =>
    select(folder.path, "select id from photos where status <> 'indexed' union all select id from jobs");
  await until("all are done", () => left().length === 0);

  const events = select(
    folder.path,
    "select type, count(*) as times, count(distinct subject) as photos from events group by type order by min(id)",
  );
  expect(events).toEqual(
    ["received", "prepared", "described", "embedded", "indexed"].map((type) => ({
      type,
      times: count,
      photos: count,
    })),
  );
  const counts = select(
    folder.path,
    `select (select count(*) from captions where text <> '') as captions, (select count(*) from embeddings) as vectors,
            (select count(distinct photo_id) from embeddings) as photos`,
  );
  expect(counts).toEqual([{ captions: count, vectors: count, photos: count }]);
  const indexed = select(
    folder.path,
    "select (select count(*) from documents) as documents, (select count(*) from vectors where vector is not null) as vectors",
    [],
    "index",
  );
  expect(indexed).toEqual([{ documents: count, vectors: count }]);
});

/** Adds photos to a library as the web process does. */
async function receive(settings: Record<string, string>, photos: Uint8Array[]): Promise<void> {
  const services = await openServices(
    readConfig({ ...process.env, XDG_STATE_HOME: stateHome, ...settings }),
    "web",
  );
  for (const bytes of photos) {
    await services.ingest.receive(localOwner, { name: "photo.jpg", modifiedAt: null, body: of(bytes) });
  }
  await services.close();
}

async function* of(bytes: Uint8Array) {
  yield bytes;
}

/** Waits for a job of this stage to run. It looks often, because a job may be short. */
async function caughtIn(dataFolder: string, stage: Stage): Promise<void> {
  using database = new DatabaseSync(join(dataFolder, "glimpse.sqlite"), { readOnly: true });
  const look = database.prepare("select 1 from jobs where stage = ? and state = 'running'");
  const deadline = Date.now() + 60_000;
  while (!look.get(stage)) {
    if (Date.now() > deadline) throw new Error(`${stage} was never in hand`);
    await nextTurn();
  }
}

test.runIf(hasProc)(
  "a file that kills the decoder fails with a reason after three attempts, and the other files are prepared",
  besideOthers,
  async () => {
    await using glimpse = await startGlimpse();
    const photo = await drawPhoto(1, small);
    const send = async (number: number) =>
      (await sendPhoto(glimpse.url, variantOf(photo, number))).photo?.id ?? "";
    const timeline = (id: string) => glimpse.api.photos.timeline.query({ id });
    const { worker = 0 } = glimpse.processes();
    /** Kills each decoder while it starts, so that the file that it was started for fails. */
    const hunt = () =>
      setInterval(() => {
        for (const decoder of processesLike(worker, "decode/child.ts")) killHard(decoder);
      }, 5);

    let hunting = hunt();
    const id = await send(0);
    await until("it was tried twice", async () => (await timeline(id)).length === 3);
    clearInterval(hunting);
    await Promise.all(Array.from({ length: 30 }, (_, number) => send(number + 1)));
    await until("the others are prepared", async () => {
      return (await glimpse.api.jobs.summary.query()).byStatus.prepared === 30;
    });
    hunting = hunt();
    await until("it was tried three times", async () => (await timeline(id)).length === 4);
    clearInterval(hunting);

    expect((await timeline(id)).map(({ type, attempt }) => [type, attempt])).toEqual([
      ["received", null],
      ["attempt-failed", 1],
      ["attempt-failed", 2],
      ["failed", 3],
    ]);
    expect(await glimpse.api.photos.get.query({ id })).toMatchObject({
      status: "failed",
      failure: { stage: "prepare", reason: "The program that opens pictures broke down over this file." },
    });
    expect(await glimpse.api.jobs.retry.mutate({ all: "failed" })).toEqual({ retried: 1 });
    await until("it is prepared after all", async () => {
      return (await glimpse.api.photos.get.query({ id })).status === "prepared";
    });
  },
);

test.runIf(hasProc)("a worker that is frozen is replaced within a minute", besideOthers, async () => {
  await using glimpse = await startGlimpse();
  const prepared = async (id: string | undefined) =>
    (await glimpse.api.photos.get.query({ id: id ?? "" })).thumbhash !== null;
  const photo = await drawPhoto(1, small);
  const before = await sendPhoto(glimpse.url, photo);
  await until("the worker works", () => prepared(before.photo?.id));
  const { worker: frozen = 0 } = glimpse.processes();
  await freeze(frozen);
  const after = await sendPhoto(glimpse.url, variantOf(photo, 1));
  await until("another worker has prepared the photo", () => prepared(after.photo?.id));
  expect(glimpse.processes().worker).not.toBe(frozen);
});

test("no photo is set aside because its worker was killed often", async () => {
  await using folder = await temporaryFolder();
  const settings = { GLIMPSE_DATA: folder.path, GLIMPSE_MODELS: "off" };
  const photo = await drawPhoto(1, { width: 1_600, height: 1_200 });
  const count = 60;
  await receive(
    settings,
    Array.from({ length: count }, (_, number) => variantOf(photo, number)),
  );
  const random = randomOf(3);
  for (let death = 0; death < 12; death++) {
    await using worker = spawnGlimpse({ command: run("worker/main.ts"), settings });
    await caughtIn(folder.path, "prepare");
    await pause(random() * 300);
    worker.supervisor.kill("SIGKILL");
    await worker.ended;
  }
  await using _worker = spawnGlimpse({ command: run("worker/main.ts"), settings });
  const left = () => select(folder.path, "select id from jobs where stage = 'prepare'");
  await until("all are prepared", () => left().length === 0);
  expect(select(folder.path, "select id from photos where status = 'failed'")).toEqual([]);
});
