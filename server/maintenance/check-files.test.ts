import { createHash } from "node:crypto";
import { rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { noFacts } from "#tests/fixtures/facts.ts";
import { type Folder, temporaryFolder } from "#tests/fixtures/folder.ts";
import { holdTime, passTime } from "#tests/fixtures/time.ts";
import { openWithTables } from "#tests/fixtures/with-tables.ts";
import { openDisk } from "../engines/objects/disk.ts";
import { writeFacts } from "../library/facts.ts";
import { createIdentityRows } from "../library/identity.ts";
import { localOwner } from "../library/ids.ts";
import { createPhotos } from "../library/photos.ts";
import { renditionKey } from "../library/renditions.ts";
import { createFileChecks } from "../library/verifications.ts";
import { type CheckProgress, checkFiles, checkQuietly } from "./check-files.ts";
import { settleLibrary } from "./library-identity.ts";
import { createWholeOriginals } from "./whole-originals.ts";

const unhurried = { bytesPerSecond: 1e9 };

async function openLibrary(folder: Folder) {
  const databaseFile = folder.at("glimpse.sqlite");
  const database = await openWithTables(databaseFile);
  const objects = openDisk(folder.path);
  const place = { folder: folder.path, databaseFile, stateFolder: null, newLibrary: false };
  const library = await settleLibrary(place, null, { identity: createIdentityRows(database), objects });
  const photos = createPhotos(database);
  const checks = createFileChecks(database);
  const originals = createWholeOriginals({ objects, marks: photos, library });

  async function add(number: number): Promise<{ id: string; path: string; hash: string }> {
    const bytes = Buffer.alloc(1_000, number);
    const hash = createHash("sha256").update(bytes).digest("hex");
    await objects.put(`originals/${hash}`, bytes);
    const arrival = { sha256: hash, fileName: `${number}.jpg`, type: "image/jpeg", extension: "jpg" };
    const { photo } = await photos.receive(localOwner, { ...arrival, bytes: 1_000, modifiedAt: null });
    const derived = { thumbhash: "x", colours: [], brightness: null };
    await database.rows
      .transaction()
      .execute((rows) => writeFacts(rows, localOwner, photo.id, noFacts, derived));
    await Promise.all(
      (["preview", "thumbnail"] as const).map((each) => objects.put(renditionKey(hash, each), bytes)),
    );
    return {
      id: photo.id,
      hash,
      path: join(folder.path, "originals", hash.slice(0, 2), hash.slice(2, 4), hash),
    };
  }
  const addAll = (photos: number) => Promise.all(Array.from({ length: photos }, (_, number) => add(number)));
  return {
    ...{ objects, originals, checks, photos, add, addAll, database },
    [Symbol.asyncDispose]: () => database.close(),
  };
}

async function all(steps: AsyncGenerator<CheckProgress, boolean>): Promise<CheckProgress | undefined> {
  let last: CheckProgress | undefined;
  for await (const step of steps) last = step;
  return last;
}

test("a check names a flipped bit, a cut and a deletion, and takes the marks away when they are mended", async () => {
  await using folder = await temporaryFolder();
  await using library = await openLibrary(folder);
  const added = await library.addAll(45);
  const [flipped, cut, deleted, bare] = added;
  const whole = Buffer.alloc(1_000, 0);
  const spoilt = Buffer.from(whole);
  spoilt[500] = 1;
  await writeFile(flipped?.path ?? "", spoilt);
  await truncate(cut?.path ?? "", 10);
  await rm(deleted?.path ?? "");
  await library.objects.remove(renditionKey(bare?.hash ?? "", "thumbnail"));

  const lacking: string[] = [];
  const progress = await all(checkFiles(library, unhurried, async ({ id }) => void lacking.push(id)));
  expect(progress).toEqual({ done: 45, total: 45 });
  const { count, first } = await library.checks.damaged(10);
  expect(count).toBe(3);
  const found = Object.fromEntries(first.map(({ id, damage }) => [id, damage]));
  expect(found).toEqual({
    [flipped?.id ?? ""]: "damaged",
    [cut?.id ?? ""]: "damaged",
    [deleted?.id ?? ""]: "missing",
  });
  expect(lacking).toEqual([bare?.id]);
  expect(await library.checks.last()).toMatchObject({ seen: 45, found: { renditions: 1 } });

  await writeFile(flipped?.path ?? "", whole);
  await all(checkFiles(library, unhurried));
  expect((await library.checks.damaged(10)).count).toBe(2);
});

test("a check reads the bin and the parts of photos too, and counts them as no photos", async () => {
  await using folder = await temporaryFolder();
  await using library = await openLibrary(folder);
  const [shown, removed, part] = [await library.add(1), await library.add(2), await library.add(3)];
  await library.photos.remove(localOwner, [removed.id]);
  await library.database.rows
    .updateTable("photos")
    .set({ role: "raw", companion_of: shown.id })
    .where("id", "=", part.id)
    .execute();
  expect(await all(checkFiles(library, unhurried))).toEqual({ done: 3, total: 3 });
  expect(await library.checks.last()).toMatchObject({ seen: 3, found: { photos: 1, renditions: 0 } });
});

test("a check that was stopped goes on where it was", async () => {
  await using folder = await temporaryFolder();
  await using library = await openLibrary(folder);
  await library.addAll(50);
  const stopping = new AbortController();
  const steps = checkFiles(library, { ...unhurried, signal: stopping.signal });
  expect((await steps.next()).value).toEqual({ done: 20, total: 50 });
  stopping.abort();
  await expect(steps.next()).rejects.toThrow();
  const next = checkFiles(library, unhurried);
  expect((await next.next()).value).toEqual({ done: 40, total: 50 });
  await all(next);
  expect(await library.checks.last()).toMatchObject({ seen: 50 });
  expect(await library.checks.running()).toBeNull();
});

test("a worker checks a little at a time, once a month, and gives way to another process", async () => {
  await using folder = await temporaryFolder();
  await using library = await openLibrary(folder);
  await library.addAll(30);
  const slice = { ...unhurried, longest: 0 };
  expect(await checkQuietly(library, slice, null)).toBeNull();
  expect(await library.checks.running()).toBeNull();

  const month = Date.now() - 31 * 86_400_000;
  await library.database.rows.updateTable("library").set({ created_at: month }).execute();
  const mine = await checkQuietly(library, slice, null);
  expect(await library.checks.running()).toMatchObject({ id: mine, seen: 1 });
  expect(await checkQuietly(library, slice, null)).toBeNull();
  expect(await library.checks.running()).toMatchObject({ seen: 1 });
  expect(await checkQuietly(library, slice, mine)).toBe(mine);
  expect(await library.checks.running()).toMatchObject({ seen: 2 });
  expect(await checkQuietly(library, unhurried, mine)).toBeNull();
  expect(await library.checks.last()).toMatchObject({ seen: 30 });
  expect(await checkQuietly(library, unhurried, null)).toBeNull();
});

test("an original on a disk that is away is not marked as missing", async () => {
  await using folder = await temporaryFolder();
  await using library = await openLibrary(folder);
  const { id } = await library.add(1);
  await rm(folder.at("originals"), { recursive: true });
  await expect(all(checkFiles(library, unhurried))).rejects.toMatchObject({ code: "LIBRARY_AWAY" });
  expect((await library.photos.get(localOwner, [id]))[0]?.damage).toBeNull();
});

test("the monthly check, and the look at an original, come in their time while the wall clock is a year behind", async () => {
  await using folder = await temporaryFolder();
  await using library = await openLibrary(folder);
  const { path, hash } = await library.add(1);
  const original = { sha256: hash, bytes: 1_000, damage: null };
  await library.originals.ensure(original);
  const month = Date.now() - 31 * 86_400_000;
  await library.database.rows.updateTable("library").set({ created_at: month }).execute();
  holdTime();
  try {
    vi.setSystemTime(Date.now() - 365 * 86_400_000);
    await checkQuietly(library, unhurried, null);
    expect(await library.checks.last()).toMatchObject({ seen: 1 });
    await writeFile(path, Buffer.alloc(1_000, 9));
    passTime(11 * 60_000);
    await expect(library.originals.ensure(original)).rejects.toMatchObject({ code: "ORIGINAL_DAMAGED" });
  } finally {
    vi.useRealTimers();
  }
});
