import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import { AppError } from "../../errors.ts";
import type { DatabaseCopy } from "./port.ts";

/** How many copies are kept of those made each day, and of those made before a migration. */
const keptDaily = 7;
const keptOthers = 5;
/** A copy takes minutes; one that is older was left by a process that was killed. */
const oldAfter = 24 * 3_600_000;
/** Bytes that are left free after a daily copy. */
const roomForUploads = 200_000_000;
/** All pages in one step: then nothing that is written meanwhile makes the copy begin anew. */
const allPages = 1_000_000_000;

/** Returns what is wrong with a SQLite file; nothing if it is whole. `quick` leaves out the indexes. */
export function checkSqlite(path: string, { quick = false } = {}): Promise<string[]> {
  const thread = new Worker(new URL("./sqlite-check-thread.ts", import.meta.url), {
    workerData: { path, quick },
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  return new Promise((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("the check of the database ended without an answer")));
  });
}

/**
 * Copies a SQLite file while it is in use: a consistent state of it, whole or not at all. The copy is checked.
 * Throws DATABASE_DAMAGED if the file or the copy is not whole.
 */
export async function copySqlite(file: string, target: string): Promise<void> {
  const part = `${target}.${randomUUID()}.part`;
  try {
    // A connection of its own, so that queries of others do not wait for it.
    using source = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
    await backup(source, part, { rate: allPages });
    // A copy that says it is in WAL mode would need a log beside it.
    {
      using copy = new DatabaseSync(part);
      copy.exec("pragma journal_mode = delete");
    }
    const [problem] = await checkSqlite(part);
    if (problem) throw new AppError("DATABASE_DAMAGED", `The database ${file} is damaged (${problem}).`);
    const handle = await open(part, "r+");
    await handle.sync().finally(() => handle.close());
    await rename(part, target);
  } catch (error) {
    for (const end of ["", "-wal", "-shm", "-journal"]) await rm(part + end, { force: true });
    throw error;
  }
}

/**
 * Copies the file into `backups` beside it as of the time `at` (ms), and removes the oldest copies of this kind. A copy
 * from the future was made while the clock was wrong, and counts as the oldest.
 */
export async function keepCopy(file: string, label: string, at = Date.now()): Promise<string> {
  const folder = join(dirname(file), "backups");
  await mkdir(folder, { recursive: true });
  const name = `${basename(file)}.${label}.${new Date(at).toISOString().replace(/[:.]/g, "-")}`;
  const target = join(folder, `${name}.${process.pid}`);
  for (const left of await readdir(folder)) {
    const path = join(folder, left);
    if (!/\.part(-\w+)?$/.test(left)) continue;
    // Another process may be finishing it at this moment.
    const there = await stat(path).catch(() => null);
    if (there && Date.now() - there.mtimeMs > oldAfter) await rm(path, { force: true });
  }
  if (label === "daily") await refuseWithoutRoom(file, folder);
  await copySqlite(file, target);
  const isDaily = (copy: DatabaseCopy) => copy.label === "daily";
  const rank = ({ madeAt }: DatabaseCopy) => (madeAt > at ? 0 : madeAt);
  const alike = (await copiesOf(file))
    .filter((copy) => isDaily(copy) === (label === "daily"))
    .sort((one, other) => rank(other) - rank(one));
  for (const { path } of alike.slice(label === "daily" ? keptDaily : keptOthers)) {
    await rm(path, { force: true });
  }
  return target;
}

/** A daily copy must not take the room that uploads need. */
async function refuseWithoutRoom(file: string, folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const { size } = await stat(file);
  if (bavail * bsize > 2 * size + roomForUploads) return;
  throw new AppError("DISK_FULL", "There is no room for the daily copy of the database.");
}

/** Returns the copies beside a file, the newest first. Their names are `file.label.time.pid`. */
export async function copiesOf(file: string): Promise<DatabaseCopy[]> {
  const folder = join(dirname(file), "backups");
  const names = await readdir(folder).catch(() => []);
  const copies = names.flatMap((name) => {
    const found = name.startsWith(`${basename(file)}.`)
      ? /\.([\w-]+)\.(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)-(\d{3}Z)\.\d+$/.exec(name)
      : null;
    if (!found) return [];
    const [, label = "", day, hour, minute, second, rest] = found;
    const madeAt = Date.parse(`${day}${hour}:${minute}:${second}.${rest}`);
    return [{ path: join(folder, name), label, madeAt }];
  });
  return copies.sort((a, b) => b.madeAt - a.madeAt);
}

/** Returns the newest copy that is whole; null if there is none. */
export async function lastGoodCopy(file: string): Promise<DatabaseCopy | null> {
  for (const copy of await copiesOf(file)) {
    const there = await stat(copy.path).catch(() => null);
    if (there && there.size > 0 && (await checkSqlite(copy.path, { quick: true })).length === 0) return copy;
  }
  return null;
}
