import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { padded, sendPhoto } from "./fixtures/uploading.ts";

const run = promisify(execFile);
const hasUnzip = await run("unzip", ["-v"]).then(
  () => true,
  () => false,
);

let glimpse: RunningGlimpse;
beforeAll(async () => {
  glimpse = await startGlimpse({ ollama: "127.0.0.1:9" });
});
afterAll(() => glimpse?.[Symbol.asyncDispose]());

const zipOf = (fields: Record<string, string>, signal?: AbortSignal) =>
  fetch(`${glimpse.url}/photos/zip`, {
    method: "POST",
    body: new URLSearchParams(fields),
    ...(signal && { signal }),
  });

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** The files that the web process has open below the originals. */
async function openOriginals(): Promise<number> {
  const { web } = glimpse.processes();
  const { readlink } = await import("node:fs/promises");
  const folder = `/proc/${web}/fd`;
  const targets = await Promise.all(
    (await readdir(folder)).map((fd) => readlink(join(folder, fd)).catch(() => "")),
  );
  return targets.filter((target) => target.includes("/originals/")).length;
}

test.skipIf(!hasUnzip)(
  "many photos are one archive: unchanged files, unique names, its length told",
  async () => {
    const drawn = await Promise.all([1, 2, 3, 4].map((seed) => drawPhoto(seed)));
    const names = ["a.jpg", "A.jpg", "a.jpg", "../b:c\u202e.jpg"];
    const ids: string[] = [];
    for (const [at, bytes] of drawn.entries()) {
      ids.push((await sendPhoto(glimpse.url, bytes, { name: names[at] ?? "" })).photo?.id ?? "");
    }
    const total = drawn.reduce((sum, { length }) => sum + length, 0);
    const check = await zipOf({ ids: ids.join(","), check: "1" });
    expect(await check.json()).toEqual({ photos: 4, bytes: total, leftOut: 0 });

    const answer = await zipOf({ ids: ids.join(",") });
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="photos.zip"');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(Number(answer.headers.get("content-length"))).toBe(bytes.length);
    await using folder = await temporaryFolder();
    await writeFile(folder.at("photos.zip"), bytes);
    await run("unzip", [folder.at("photos.zip"), "-d", folder.at("out")]);
    const files = (await readdir(folder.at("out"))).toSorted();
    expect(files).toEqual(["A (2).jpg", "_b_c.jpg", "a (3).jpg", "a.jpg"].toSorted());
    const hashes = await Promise.all(
      files.map(async (file) => hashOf(await readFile(folder.at(`out/${file}`)))),
    );
    expect(hashes.toSorted()).toEqual(drawn.map(hashOf).toSorted());
  },
);

test("a download that is given up leaves no open file, and nonsense is refused", async () => {
  const ids: string[] = [];
  for (const seed of [11, 12]) {
    const photo = await drawPhoto(seed);
    ids.push((await sendPhoto(glimpse.url, padded(photo, 40))).photo?.id ?? "");
  }
  const leaving = new AbortController();
  const answer = await zipOf({ ids: ids.join(",") }, leaving.signal);
  const reader = answer.body?.getReader();
  await reader?.read();
  await until("it reads an original", async () => (await openOriginals()) > 0);
  leaving.abort();
  await until("nothing is open", async () => (await openOriginals()) === 0);

  const statuses = [];
  for (const wrong of [
    "",
    "x",
    Array(1_001)
      .fill(ids[0])
      .map((id, at) => `${id}${at}`)
      .join(","),
  ])
    statuses.push((await zipOf({ ids: wrong })).status);
  expect(statuses.every((status) => status >= 400 && status < 500)).toBe(true);
  expect((await fetch(`${glimpse.url}/photos/zip`, { method: "POST" })).status).toBe(400);
});

test("an original that is missing is left out and counted; what lies in the bin is not downloaded", async () => {
  const ids: string[] = [];
  for (const seed of [21, 22, 23])
    ids.push((await sendPhoto(glimpse.url, await drawPhoto(seed))).photo?.id ?? "");
  const [missing = "", binned = ""] = ids;
  await glimpse.api.photos.remove.mutate({ ids: [binned] });
  const { sha256 } = await glimpse.api.photos.get.query({ id: missing });
  await import("node:fs/promises").then(async ({ rm }) => {
    const found = await readdir(join(glimpse.dataFolder, "originals"), { recursive: true });
    for (const file of found.filter((name) => name.endsWith(sha256)))
      await rm(join(glimpse.dataFolder, "originals", file));
  });
  const check = await zipOf({ ids: ids.join(","), check: "1" });
  expect(await check.json()).toMatchObject({ photos: 1, leftOut: 1 });
  expect((await zipOf({ ids: binned })).status).toBe(404);
});
