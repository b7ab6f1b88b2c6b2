import { existsSync } from "node:fs";
import { mkdtemp, open, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { embeddedContract } from "#tests/fixtures/embedded-contract.ts";
import { until } from "#tests/fixtures/until.ts";
import {
  ada,
  documentOf,
  idsOf,
  nearest,
  photoId,
  randomNumbers,
  unitVector,
} from "../contract-suites/fixtures.ts";
import type { PhotoIndex } from "../port.ts";
import { createEmbeddedIndex } from "./embedded.ts";
import { indexError } from "./errors.ts";
import { Thread } from "./thread.ts";

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), "glimpse-index-"));
  return {
    folder,
    file: join(folder, "index.sqlite"),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

async function openIndex(folder: string) {
  const index = await createEmbeddedIndex({ folder });
  return { index, [Symbol.asyncDispose]: () => index.close() };
}

embeddedContract("embedded index");

const asked = { owner: ada, filter: [], limit: 10_000 };
const vector = Float32Array.of(1, 0);
const dogs = { ...asked, tokens: ["dog"] };
const near = { ...asked, space: "s", vector };

test("the next search sees what another process writes, replaces and removes", async () => {
  await using place = await temporaryFolder();
  await using web = await openIndex(place.folder);
  await using worker = await openIndex(place.folder);
  for (let number = 0; number < 20; number++) {
    await worker.index.putDocuments([documentOf(number, { tokens: "dog" })]);
    await worker.index.putVectors("s", 2, [{ photoId: photoId(number), vector }]);
    expect(await web.index.searchText(dogs)).toHaveLength(number + 1);
    expect(await nearest(web.index, near)).toHaveLength(number + 1);
  }
  await worker.index.putVectors("s", 2, [{ photoId: photoId(0), vector: Float32Array.of(0, 1) }]);
  expect(idsOf(await nearest(web.index, near)).at(-1)).toBe(photoId(0));
  await worker.index.remove([3, 19, 18].map(photoId));
  const left = Array.from({ length: 18 }, (_, number) => number).filter((number) => number !== 3);
  expect(idsOf(await nearest(web.index, near)).sort()).toEqual(left.map(photoId));
});

test("Codes are kept for the next process, made again when they are damaged, and never stale", async () => {
  await using place = await temporaryFolder();
  const codes = join(`${place.file}.codes`, "1.codes");
  const open = async () => {
    const index = await createEmbeddedIndex({
      folder: place.folder,
      reading: { codesFrom: 10, threadsFrom: 0 },
    });
    return { index, [Symbol.asyncDispose]: () => index.close() };
  };
  const order = async (index: PhotoIndex) => idsOf(await nearest(index, near));
  const random = randomNumbers(4);
  const put = (index: PhotoIndex, number: number) =>
    index.putVectors("s", 2, [{ photoId: photoId(number), vector: unitVector(2, random) }]);
  let right: string[];
  {
    await using store = await open();
    await store.index.putDocuments(Array.from({ length: 40 }, (_, number) => documentOf(number)));
    for (let number = 0; number < 40; number++) await put(store.index, number);
    // The first search compares the stored vectors, and the codes are made behind it.
    right = await order(store.index);
    await until("the codes are kept", () => existsSync(codes));
    expect(await order(store.index)).toEqual(right);
  }
  for (const spoil of ["", "damaged"]) {
    if (spoil) await writeFile(codes, spoil);
    await using store = await open();
    await store.index.prepare("s");
    expect(await order(store.index)).toEqual(right);
    await until("the codes are whole", async () => (await stat(codes)).size > 500);
    expect(await order(store.index)).toEqual(right);
  }
  await using writer = await open();
  await using reader = await open();
  await reader.index.prepare("s");
  await put(writer.index, 7);
  await writer.index.remove([photoId(8)]);
  await using exact = await openIndex(place.folder);
  expect(await order(reader.index)).toEqual(await order(exact.index));
});

test("A writer that waits for another does not stop its event loop, and writes in the end", async () => {
  await using place = await temporaryFolder();
  await using store = await openIndex(place.folder);
  const other = new DatabaseSync(place.file);
  other.exec("BEGIN IMMEDIATE");
  let isWritten = false;
  const written = store.index.putDocuments([documentOf(1)]).then(() => {
    isWritten = true;
  });
  const turns = 20;
  for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
  expect(isWritten).toBe(false);
  other.close();
  await written;
  expect(await store.index.count(asked)).toBe(1);
});

async function fill(folder: string) {
  await using store = await openIndex(folder);
  const numbers = Array.from({ length: 500 }, (_, number) => number);
  await store.index.putDocuments(
    numbers.map((number) => documentOf(number, { tokens: `dog t${number} t${number + 1}` })),
  );
  await store.index.putVectors(
    "s",
    2,
    numbers.map((number) => ({ photoId: photoId(number), vector })),
  );
  await store.index.markComplete();
}

test.each([
  [
    "no database",
    (file: string) => writeFile(file, "not a database, but long enough to be looked at".repeat(50)),
  ],
  ["empty", (file: string) => writeFile(file, "")],
  [
    "of another version",
    (file: string) => {
      const database = new DatabaseSync(file);
      database.exec("PRAGMA user_version = 1");
      database.close();
    },
  ],
])("A file that is %s is set aside, and the new one has to be filled", async (_, spoil) => {
  await using place = await temporaryFolder();
  await fill(place.folder);
  await spoil(place.file);
  const warnings: string[] = [];
  const index = await createEmbeddedIndex({
    folder: place.folder,
    log: { warn: (message) => warnings.push(message) },
  });
  expect(await index.isComplete()).toBe(false);
  expect(await index.count(asked)).toBe(0);
  await index.close();
  expect(warnings).toHaveLength(1);
  expect(await readdir(place.folder)).toContain("index.sqlite.damaged");
  await fill(place.folder);
  await using store = await openIndex(place.folder);
  expect(await store.index.isComplete()).toBe(true);
  expect(await store.index.searchText(dogs)).toHaveLength(500);
});

test("Damage that shows later is repaired while both processes run on", async () => {
  await using place = await temporaryFolder();
  await fill(place.folder);
  await using web = await openIndex(place.folder);
  await using worker = await openIndex(place.folder);
  expect(await web.index.searchText(dogs)).toHaveLength(500);
  const file = await open(place.file, "r+");
  const { size } = await file.stat();
  for (let page = 1; page < size / 8192; page++)
    await file.write(Buffer.alloc(8192, 0xa5), 0, 8192, page * 8192);
  await file.close();
  const all = { space: "s", after: "", limit: 500 };
  await expect(web.index.list(all)).rejects.toMatchObject({ code: "INDEX_AWAY" });
  expect(await worker.index.isComplete()).toBe(false);
  await worker.index.putDocuments([documentOf(1, { tokens: "dog" })]);
  expect(idsOf(await web.index.searchText(dogs))).toEqual([photoId(1)]);
});

test("A file that is wiped while both processes run is made anew", async () => {
  await using place = await temporaryFolder();
  await fill(place.folder);
  await using web = await openIndex(place.folder);
  await using worker = await openIndex(place.folder);
  expect(await nearest(web.index, near)).toHaveLength(500);
  await rm(place.file);
  expect(await worker.index.isComplete()).toBe(false);
  await worker.index.putDocuments([documentOf(1, { tokens: "dog" })]);
  await worker.index.putVectors("s", 2, [{ photoId: photoId(1), vector }]);
  expect(idsOf(await nearest(web.index, near))).toEqual([photoId(1)]);
  expect(idsOf(await web.index.searchText(dogs))).toEqual([photoId(1)]);
});

test("A thread that dies fails its open questions, and the next question starts another thread", async () => {
  const script = `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from "node:worker_threads";
    parentPort.on("message", (messages) => {
      if (messages.includes("throw")) throw new Error("a bug");
      if (messages.includes("exit")) process.exit(3);
      parentPort.postMessage(messages.map(() => ({ value: threadId })));
    });`)}`;
  const thread = new Thread(new URL(script), {});
  const first = await thread.ask("who");
  expect(await thread.ask("who")).toBe(first);
  const [dying, waiting] = await Promise.allSettled([thread.ask("throw"), thread.ask("who")]);
  expect(dying).toMatchObject({ reason: { code: "INDEX_AWAY", cause: { message: "a bug" } } });
  expect(waiting).toMatchObject({ reason: { code: "INDEX_AWAY" } });
  const second = await thread.ask("who");
  expect(second).not.toBe(first);
  await expect(thread.ask("exit")).rejects.toMatchObject({ code: "INDEX_AWAY" });
  expect(await thread.ask("who")).not.toBe(second);
  await thread.close();
});

test("A full disk is reported as such", () => {
  const database = new DatabaseSync(":memory:");
  database.exec("PRAGMA max_page_count = 2; CREATE TABLE t (a)");
  const fillUp = () => {
    try {
      database.prepare("INSERT INTO t VALUES (?)").run("x".repeat(100_000));
    } catch (error) {
      throw indexError(error);
    }
  };
  expect(fillUp).toThrow(expect.objectContaining({ code: "DISK_FULL" }));
});
