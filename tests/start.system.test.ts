import { once } from "node:events";
import { readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getPriority } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { startOllama } from "./doubles/ollama.ts";
import { whileBusy } from "./fixtures/crowding.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { freePort } from "./fixtures/free-port.ts";
import { checkout, spawnGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { hasProc, isRunning, processesBelow, processesLike } from "./fixtures/processes.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto, variantOf } from "./fixtures/uploading.ts";

const npmStart = ["npm", "start"] as [string, ...string[]];
const readyWithin = 5_000;
const endsWithin = 5_000;

/**
 * Opens connections that never end by themselves, waits until the worker's decoder and its exiftool are at work, and
 * returns the ids of all processes.
 */
async function busyTree(url: string, pid: number): Promise<number[]> {
  const photo = await drawPhoto(1, { width: 4000, height: 3000 });
  async function* unfinished() {
    yield photo;
    await new Promise(() => {});
  }
  sendPhoto(url, unfinished()).catch(() => {});
  expect((await fetch(`${url}/api/trpc/jobs.watch`)).status).toBe(200);
  await Promise.all(Array.from({ length: 12 }, (_, number) => sendPhoto(url, variantOf(photo, number))));
  await until("photos are in hand", () => processesLike(pid, "exiftool").length > 0);
  return processesBelow(pid);
}

const allGone = (pids: number[], within: number) =>
  until("every process is gone", () => pids.every((pid) => !isRunning(pid)), within);

async function timed(work: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work;
  return performance.now() - start;
}

describe("the start of Glimpse", () => {
  test("prints the address, the models that answer and the data folder within 5 s", async () => {
    await using folder = await temporaryFolder();
    await using ollama = await startOllama();
    const settings = { GLIMPSE_DATA: folder.path, OLLAMA_HOST: ollama.url };
    await using glimpse = spawnGlimpse({ settings });
    const took = await timed(glimpse.address());
    const lines = glimpse.output().trim().split("\n");
    expect(lines).toEqual([
      expect.stringMatching(/^Glimpse is at http:\/\/127\.0\.0\.1:\d+$/),
      `Models: llava describes, mistral embeds (Ollama 0.24.0 at ${ollama.url})`,
      `Photos are kept in ${folder.path}`,
    ]);
    expect(took).toBeLessThan(whileBusy(readyWithin));
  });

  test("without Ollama prints what to do", async () => {
    await using folder = await temporaryFolder();
    const settings = { GLIMPSE_DATA: folder.path, OLLAMA_HOST: `127.0.0.1:${await freePort()}` };
    await using glimpse = spawnGlimpse({ settings });
    await glimpse.address();
    expect(glimpse.output()).toMatch(/^Without models for now: .*Ollama/m);
  });

  test("is ready within 5 s at a second npm start, because everything is installed and built", async () => {
    await using folder = await temporaryFolder();
    const options = { command: npmStart, settings: { GLIMPSE_DATA: folder.path, GLIMPSE_MODELS: "off" } };
    {
      await using first = spawnGlimpse(options);
      expect((await sendPhoto(await first.address(), await drawPhoto(1))).status).toBe(200);
    }
    await using second = spawnGlimpse(options);
    const took = await timed(second.address());
    expect(second.output()).not.toMatch(/Installing|Building/);
    expect(took).toBeLessThan(whileBusy(readyWithin));
    expect(await sendPhoto(await second.address(), await drawPhoto(1))).toMatchObject({ duplicate: true });
  });

  test("reads a .env file, but the environment wins over it", async () => {
    await using folder = await temporaryFolder();
    for (const entry of readdirSync(checkout)) {
      if (!entry.startsWith(".")) symlinkSync(join(checkout, entry), join(folder.path, entry));
    }
    const port = await freePort();
    const env = [`GLIMPSE_DATA=${folder.path}/photos`, "GLIMPSE_MODELS=off", "GLIMPSE_PORT=1"];
    writeFileSync(join(folder.path, ".env"), env.join("\n"));
    await using glimpse = spawnGlimpse({ folder: folder.path, settings: { GLIMPSE_PORT: String(port) } });
    expect(await glimpse.address()).toBe(`http://127.0.0.1:${port}`);
    expect(glimpse.output()).toContain(`Photos are kept in ${folder.path}/photos`);
    expect(glimpse.output()).toContain("GLIMPSE_MODELS is off");
  });
});

describe.runIf(hasProc)("the end of Glimpse", () => {
  test.each([
    "SIGTERM",
    "SIGINT",
  ] as const)("%s ends every process within 5 s, even while photos are processed", async (signal) => {
    await using folder = await temporaryFolder();
    await using glimpse = spawnGlimpse({ settings: { GLIMPSE_DATA: folder.path, GLIMPSE_MODELS: "off" } });
    const tree = await busyTree(await glimpse.address(), glimpse.supervisor.pid ?? 0);
    expect(tree.length).toBeGreaterThanOrEqual(4);
    glimpse.supervisor.kill(signal);
    const took = await timed(glimpse.ended);
    expect(await glimpse.ended).toBe(0);
    expect(took).toBeLessThan(whileBusy(endsWithin));
    await allGone(tree, whileBusy(1_000));
    expect(glimpse.output().trim().split("\n")).toHaveLength(3);
  });

  test("kill -9 of the supervisor leaves no process behind, even while photos are processed", async () => {
    await using folder = await temporaryFolder();
    await using glimpse = spawnGlimpse({ settings: { GLIMPSE_DATA: folder.path, GLIMPSE_MODELS: "off" } });
    const tree = await busyTree(await glimpse.address(), glimpse.supervisor.pid ?? 0);
    glimpse.supervisor.kill("SIGKILL");
    await allGone(tree, whileBusy(endsWithin));
  });

  test.each(["SIGTERM", "SIGKILL"] as const)("%s to npm alone ends every process", async (signal) => {
    await using folder = await temporaryFolder();
    const settings = { GLIMPSE_DATA: folder.path, GLIMPSE_MODELS: "off" };
    await using npm = spawnGlimpse({ command: npmStart, settings, detached: true });
    const tree = await busyTree(await npm.address(), npm.supervisor.pid ?? 0);
    npm.supervisor.kill(signal);
    // If npm is killed, it cannot tell us, and we notice its death at the next check.
    await allGone(tree, whileBusy(signal === "SIGTERM" ? endsWithin : endsWithin + 1_500));
    await npm.ended;
  });
});

describe.runIf(hasProc)("a process that dies is restarted", () => {
  test("the worker restarts and continues with the photos", async () => {
    await using glimpse = await startGlimpse();
    const { worker } = glimpse.processes();
    process.kill(worker ?? 0, "SIGKILL");
    const next = await until("another worker runs", () => {
      const now = glimpse.processes().worker;
      return now !== worker && now;
    });
    const { photo } = await sendPhoto(glimpse.url, await drawPhoto(1));
    await until("the photo is searchable", async () => {
      return (await glimpse.api.photos.get.query({ id: photo?.id ?? "" })).thumbhash;
    });
    expect(glimpse.processes().worker).toBe(next);
    // The web process goes first, whichever worker runs.
    expect(getPriority(next)).toBeGreaterThan(getPriority(glimpse.processes().web ?? 0));
    expect(glimpse.output()).toContain("the worker process ended (SIGKILL); starting it again");
  });

  test("the web process restarts at the same address", async () => {
    await using glimpse = await startGlimpse();
    const { photo } = await sendPhoto(glimpse.url, await drawPhoto(1));
    process.kill(glimpse.processes().web ?? 0, "SIGKILL");
    const found = await until("it answers again", () =>
      glimpse.api.photos.get.query({ id: photo?.id ?? "" }).catch(() => null),
    );
    expect(found.sha256).toBe(photo?.sha256);
  });
});

describe("Glimpse refuses to start with one clear line and exit code 1", () => {
  /** Returns the printed line. Fails unless there is exactly one and the exit code is 1. */
  async function refusal(settings: Record<string, string>): Promise<string> {
    await using folder = await temporaryFolder();
    await using glimpse = spawnGlimpse({
      settings: { GLIMPSE_DATA: folder.path, GLIMPSE_MODELS: "off", ...settings },
    });
    expect(await glimpse.ended).toBe(1);
    const lines = glimpse.output().trim().split("\n");
    expect(lines).toHaveLength(1);
    return lines[0] ?? "";
  }

  test.each([
    ["GLIMPSE_PORT", "abc"],
    ["GLIMPSE_PORT", "70000"],
    ["GLIMPSE_HOST", "203.0.113.1"],
    ["GLIMPSE_MODELS", "maybe"],
    ["GLIMPSE_SECOND_READER", "maybe"],
    ["GLIMPSE_NEW_LIBRARY", "perhaps"],
    ["GLIMPSE_LOG", "loud"],
    ["GLIMPSE_ORIGIN", "photos.example"],
    ["GLIMPSE_MAX_UPLOAD_MB", "-1"],
    ["GLIMPSE_MAX_VIDEO_MB", "much"],
    ["GLIMPSE_MAX_MEGAPIXELS", "many"],
    ["GLIMPSE_WORKER_CONCURRENCY", "0"],
    ["OLLAMA_HOST", ":::bad"],
    ["DATABASE_URL", "postgres://127.0.0.1:1/glimpse"],
    ["RABBITMQ_URL", "http://localhost"],
    ["MILVUS_URL", "localhost:19530"],
    ["S3_ENDPOINT", "http://localhost:9000"],
    ["GLIMPSE_DATA", join(checkout, "package.json")],
    ["GLIMPSE_DATA", join(checkout, "package.json", "below")],
  ])("if %s is %s", async (name, value) => {
    expect(await refusal({ [name]: value })).toMatch(new RegExp(`^glimpse: ${name}: `));
  });

  test("if the data folder is a broken link, as when a disk is not mounted", async () => {
    await using folder = await temporaryFolder();
    const link = join(folder.path, "photos");
    symlinkSync(join(folder.path, "not-mounted"), link);
    expect(await refusal({ GLIMPSE_DATA: link })).toBe(
      `glimpse: GLIMPSE_DATA: cannot write to ${link} (ENOENT)`,
    );
  });

  test("if the port is in use", async () => {
    await using server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    expect(await refusal({ GLIMPSE_PORT: String(port) })).toBe(
      `glimpse: GLIMPSE_PORT: port ${port} at 127.0.0.1 is in use by another program; choose another`,
    );
  });

  test("if the database is newer than the program, and leaves it unchanged", async () => {
    await using folder = await temporaryFolder();
    const settings = { GLIMPSE_DATA: folder.path, GLIMPSE_MODELS: "off" };
    {
      await using glimpse = spawnGlimpse({ settings });
      await glimpse.address();
    }
    const file = join(folder.path, "glimpse.sqlite");
    {
      using database = new DatabaseSync(file);
      database.exec("insert into migrations values (999, 'from the future', 0)");
    }
    expect(await refusal(settings)).toMatch(
      /^glimpse: The database is at version 999; this Glimpse knows up to \d+\./,
    );
    using database = new DatabaseSync(file);
    expect(database.prepare("select max(number) as newest from migrations").get()).toEqual({ newest: 999 });
  });
});
