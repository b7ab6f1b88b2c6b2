import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { select } from "../fixtures/data-folder.ts";
import { startGlimpse } from "../fixtures/glimpse.ts";
import { drawPhoto } from "../fixtures/photos.ts";
import { processesBelow, residentBytes } from "../fixtures/processes.ts";
import { until } from "../fixtures/until.ts";
import { sendPhoto, variantOf } from "../fixtures/uploading.ts";
import { hostileFiles } from "./hostile-files.ts";

export interface Abused {
  sent: number;
  /** Refused by their first bytes. */
  refused: number;
  /** Answers with a status of 500 and more. */
  faults: number;
  /** Photos that are shown, shown in part, found by their facts, and set aside. */
  ends: Record<"whole" | "part" | "facts" | "failed", number>;
  /** Photos that had no end in time. */
  endless: number;
  /** Photos that are not shown, or not as they were, and do not say why. */
  unnamed: number;
  /** Web and worker processes that died. */
  died: number;
  good: number;
  goodFailed: number;
  /** The most bytes that the worker and its children held at once. */
  peak: number;
  /** The longest time for which one file was open, in milliseconds. */
  longestOpen: number;
  /** The slowest answer of /healthz, in milliseconds. */
  slowest: number;
  seconds: number;
}

interface Order {
  files: number;
  seed: number;
  /** Stops sending after this many milliseconds. */
  sendFor: number;
  /** Waits no longer for all of them to end. */
  waitFor: number;
}

/** Uploads broken and hostile files, with good photos among them, and watches what they do. */
export async function abuse({ files, seed, sendFor, waitFor }: Order): Promise<Abused> {
  await using glimpse = await startGlimpse({ settings: { GLIMPSE_LOG: "error" } });
  const marks = join(glimpse.dataFolder, "open-files");
  await until("the worker works", () => existsSync(marks));
  const before = glimpse.processes();
  const good = await drawPhoto(seed, { width: 64, height: 48 });
  const began = performance.now();
  const watched = { peak: 0, longestOpen: 0, slowest: 0 };
  const openSince = new Map<string, number>();
  let isSent = false;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const worker = before.worker ?? 0;
      const held = [worker, ...processesBelow(worker)].reduce((sum, pid) => sum + residentBytes(pid), 0);
      watched.peak = Math.max(watched.peak, held);
      const now = performance.now();
      const open = new Set(readdirSync(marks));
      for (const name of openSince.keys()) if (!open.has(name)) openSince.delete(name);
      for (const name of open) {
        const since = openSince.get(name) ?? now;
        openSince.set(name, since);
        watched.longestOpen = Math.max(watched.longestOpen, now - since);
      }
      // While this process draws and sends, it would measure itself.
      if (isSent) {
        const asked = performance.now();
        await fetch(`${glimpse.url}/healthz`).catch(() => {});
        watched.slowest = Math.max(watched.slowest, performance.now() - asked);
      }
      await pause(200);
    }
  })();

  const waiting = (await hostileFiles(files, seed)).entries();
  const statuses: number[] = [];
  let kept = 0;
  const send = async () => {
    for (const [n, { name, bytes }] of waiting) {
      if (performance.now() - began > sendFor) return;
      statuses.push((await sendPhoto(glimpse.url, bytes, { name })).status);
      if (n % 40 === 0 && (await sendPhoto(glimpse.url, variantOf(good, n), { name: "good.jpg" })).photo)
        kept++;
    }
  };
  await Promise.all(Array.from({ length: 12 }, send));
  isSent = true;
  const count = (sql: string) =>
    select<{ n: number }>(glimpse.dataFolder, `select count(*) as n from ${sql}`)[0]?.n ?? -1;
  const endless = () => count("jobs where stage = 'prepare' and state <> 'failed'");
  while (endless() > 0 && performance.now() - began < waitFor) await pause(300);
  isOver = true;
  await watching;

  const after = glimpse.processes();
  const known = "photos left join photo_facts as facts on facts.photo_id = photos.id where";
  const shown = "status <> 'failed' and thumbhash is not null and";
  return {
    sent: statuses.length,
    refused: statuses.filter((status) => status === 415).length,
    faults: statuses.filter((status) => status >= 500).length,
    ends: {
      whole: count(`${known} ${shown} flaw is null`),
      part: count(`${known} ${shown} flaw is not null`),
      facts: count(`${known} status <> 'failed' and thumbhash is null`),
      failed: count("photos where status = 'failed'"),
    },
    endless: endless(),
    unnamed:
      count("photos where status = 'failed' and coalesce(failure_reason, '') = ''") +
      count(`${known} status <> 'failed' and thumbhash is null and coalesce(flaw, picture_note, '') = ''`),
    died: Number(after.web !== before.web) + Number(after.worker !== before.worker),
    good: kept,
    goodFailed: count("photos where status = 'failed' and file_name = 'good.jpg'"),
    ...watched,
    seconds: (performance.now() - began) / 1_000,
  };
}
