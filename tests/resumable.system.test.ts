import { renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { damagedOriginals, execute, filesIn, select, sha256 } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { killHard } from "./fixtures/processes.ts";
import { announce, askTus, lookAt, offsetOf, sendFrom } from "./fixtures/resuming.ts";
import { drawing } from "./fixtures/seed.ts";
import { until } from "./fixtures/until.ts";

const hour = 3_600_000;
let photo: Buffer;
let made = 0;
/** Makes a photo of this many bytes that no other test uses. */
const photoOf = (bytes: number) =>
  Buffer.concat([photo, Buffer.from(`variant ${made++}`), Buffer.alloc(bytes, `${made} `)], bytes);

beforeAll(async () => {
  photo = await drawPhoto(1, { width: 64, height: 48 });
});

const bytesInStaging = (dataFolder: string) =>
  inStaging(dataFolder).reduce((sum, name) => sum + statSync(join(dataFolder, "staging", name)).size, 0);
const inStaging = (dataFolder: string) => filesIn(dataFolder, "staging");

/** Goes on with an upload, over restarts of the server, until it is in the library; `breakAt` says where to break next. */
async function sendInPieces(
  glimpse: RunningGlimpse,
  path: string,
  bytes: Uint8Array,
  breakAt: () => number | undefined,
) {
  let breaks = 0;
  for (;;) {
    const looked = await lookAt(glimpse.url, path).catch(() => null);
    if (looked?.status !== 200) {
      await until(
        "the server is back",
        async () => (await lookAt(glimpse.url, path).catch(() => null))?.status === 200,
      );
      continue;
    }
    if (looked.headers["glimpse-photo"]) return { looked, breaks };
    const next = breakAt();
    const sent = sendFrom(
      glimpse.url,
      path,
      bytes,
      offsetOf(looked),
      next === undefined ? {} : { breakAt: next },
    );
    if (
      await sent.then(
        ({ status }) => status >= 500 || status === 423,
        () => true,
      )
    )
      breaks++;
  }
}

describe("an upload in pieces", () => {
  let glimpse: RunningGlimpse;
  beforeAll(async () => {
    glimpse = await startGlimpse();
  });
  afterAll(() => glimpse[Symbol.asyncDispose]());
  const total = async () => (await glimpse.api.jobs.summary.query()).total;

  test("goes on where the connection broke, at random places, and is one photo with the same bytes", async () => {
    const random = drawing();
    const bytes = photoOf(6_000_000);
    const before = await total();
    const { path, status, headers } = await announce(glimpse.url, { bytes: bytes.length, name: "ä b.jpg" });
    expect([status, path]).toEqual([201, expect.stringMatching(/^\/api\/uploads\/[0-9a-f-]{36}$/)]);
    expect(headers).toMatchObject({ "tus-resumable": "1.0.0", "upload-offset": "0" });
    let left = 8;
    const { looked, breaks } = await sendInPieces(glimpse, path, bytes, () =>
      left-- > 0 ? Math.floor(random() * 1_500_000) : undefined,
    );
    expect(breaks).toBeGreaterThan(3);
    const taken = await glimpse.api.photos.get.query({ id: String(looked.headers["glimpse-photo"]) });
    expect(taken).toMatchObject({ fileName: "ä b.jpg", sha256: sha256(bytes), bytes: bytes.length });
    expect(looked.headers["glimpse-duplicate"]).toBe("false");
    expect(filesIn(glimpse.dataFolder, "originals")).toContain(sha256(bytes));
    expect(await total()).toBe(before + 1);
    await until("nothing is left in staging", () => inStaging(glimpse.dataFolder).length === 0);
  });

  test("a wrong place, length or header is refused, and changes nothing", async () => {
    const bytes = photoOf(50_000);
    const { path } = await announce(glimpse.url, { bytes: bytes.length });
    expect((await sendFrom(glimpse.url, path, bytes.subarray(0, 20_000), 0)).status).toBe(204);
    const wrong = await sendFrom(glimpse.url, path, bytes, 10_000);
    expect([wrong.status, JSON.parse(wrong.body).error.data.code]).toEqual([409, "CONFLICT"]);
    const long = await sendFrom(glimpse.url, path, Buffer.concat([bytes, bytes]), 20_000);
    expect(long.status).toBe(400);
    const headers = { "tus-resumable": "0.2.2" };
    expect((await askTus(glimpse.url, { method: "HEAD", path, headers })).status).toBe(412);
    const untyped = { "content-type": "application/octet-stream" };
    expect((await sendFrom(glimpse.url, path, bytes, 20_000, { headers: untyped })).status).toBe(415);
    for (const length of ["", "-1", "x", "1e9", "99999999999999999"]) {
      const answer = await askTus(glimpse.url, {
        ...{ method: "POST", path: "/api/uploads" },
        headers: { "upload-length": length },
      });
      expect([length, answer.status]).toEqual([length, 400]);
    }
    const looked = await lookAt(glimpse.url, path);
    expect(offsetOf(looked)).toBeGreaterThanOrEqual(20_000);
    await askTus(glimpse.url, { method: "DELETE", path });
    expect((await lookAt(glimpse.url, path)).status).toBe(404);
    expect((await sendFrom(glimpse.url, path, bytes, 0)).status).toBe(404);
    expect(inStaging(glimpse.dataFolder)).toEqual([]);
  });

  test("is refused by its first bytes if it is no photo, and by its length if it is too long", async () => {
    const text = Buffer.alloc(100_000, "Dear diary, ");
    const { path } = await announce(glimpse.url, { bytes: 100_000_000 });
    const refused = await sendFrom(glimpse.url, path, text, 0);
    expect([refused.status, JSON.parse(refused.body).error.data.code]).toEqual([415, "UNSUPPORTED_TYPE"]);
    expect((await lookAt(glimpse.url, path)).status).toBe(404);
    const long = await announce(glimpse.url, { bytes: 9e12 });
    expect([long.status, JSON.parse(long.body).error.data.code]).toEqual([413, "FILE_TOO_LARGE"]);
    expect((await announce(glimpse.url, { bytes: 0 })).status).toBe(415);
    expect(inStaging(glimpse.dataFolder)).toEqual([]);
  });

  test("with other bytes than announced is refused", async () => {
    const bytes = photoOf(10_000);
    const { path } = await announce(glimpse.url, { bytes: bytes.length, sha256: sha256(photoOf(10_000)) });
    const refused = await sendFrom(glimpse.url, path, bytes, 0);
    expect([refused.status, JSON.parse(refused.body).error.data.code]).toEqual([460, "OTHER_BYTES"]);
    expect(filesIn(glimpse.dataFolder, "originals")).not.toContain(sha256(bytes));
    expect((await lookAt(glimpse.url, path)).status).toBe(404);
  });

  test("that repeats a photo is a duplicate, and the same connection may send it twice", async () => {
    const bytes = photoOf(10_000);
    const first = await announce(glimpse.url, { bytes: bytes.length, sha256: sha256(bytes) });
    const sent = await sendFrom(glimpse.url, first.path, bytes, 0);
    expect(sent.headers["glimpse-duplicate"]).toBe("false");
    const again = await announce(glimpse.url, { bytes: bytes.length });
    const duplicate = await sendFrom(glimpse.url, again.path, bytes, 0);
    expect(duplicate.headers).toMatchObject({
      "glimpse-photo": sent.headers["glimpse-photo"],
      "glimpse-duplicate": "true",
    });
    // The answer to the last bytes may get lost.
    const asked = await lookAt(glimpse.url, first.path);
    expect(asked.headers["glimpse-photo"]).toBe(sent.headers["glimpse-photo"]);
  });

  test("may come without saying how long a piece is", async () => {
    const bytes = photoOf(400_000);
    const { path } = await announce(glimpse.url, { bytes: bytes.length });
    const request = {
      method: "PATCH",
      headers: {
        ...{ "tus-resumable": "1.0.0", "content-type": "application/offset+octet-stream" },
        "upload-offset": "0",
      },
      body: new Blob([bytes]).stream(),
      duplex: "half" as const,
    };
    const { status, headers } = await fetch(glimpse.url + path, request);
    expect([status, headers.get("glimpse-duplicate")]).toEqual([204, "false"]);
  });

  test("is taken over from a connection that hangs", async () => {
    const bytes = photoOf(1_400_000);
    const { path } = await announce(glimpse.url, { bytes: bytes.length });
    // Bytes are written half a megabyte at a time; whoever looks before they came breaks off a connection without any.
    const half = bytes.subarray(0, 700_000);
    const headers = { "content-length": String(bytes.length) };
    const hanging = sendFrom(glimpse.url, path, half, 0, { headers }).catch(() => "broken off");
    await until("it is under way", () => bytesInStaging(glimpse.dataFolder) > 0);
    const looked = await until("it is free", async () => {
      const found = await lookAt(glimpse.url, path);
      return offsetOf(found) > 0 && found;
    });
    expect(await hanging).toBe("broken off");
    expect((await sendFrom(glimpse.url, path, bytes, offsetOf(looked))).status).toBe(204);
  });

  test("while the disk of the photos is away nothing is taken, and nothing of it is lost", async () => {
    const bytes = photoOf(60_000);
    const { path } = await announce(glimpse.url, { bytes: bytes.length });
    await sendFrom(glimpse.url, path, bytes.subarray(0, 30_000), 0);
    const originals = join(glimpse.dataFolder, "originals");
    renameSync(originals, `${originals}-away`);
    expect((await announce(glimpse.url, { bytes: 10 })).status).toBe(503);
    expect((await sendFrom(glimpse.url, path, bytes, 30_000)).status).toBe(503);
    renameSync(`${originals}-away`, originals);
    const sent = await sendFrom(glimpse.url, path, bytes, offsetOf(await lookAt(glimpse.url, path)));
    expect(sent.headers["glimpse-duplicate"]).toBe("false");
  });

  test("other sites may not begin one", async () => {
    const headers = { origin: "https://elsewhere.example" };
    expect((await announce(glimpse.url, { bytes: 10 }, headers)).status).toBe(403);
    expect((await askTus(glimpse.url, { method: "OPTIONS", path: "/api/uploads", headers })).status).toBe(
      403,
    );
    const asked = await askTus(glimpse.url, { method: "OPTIONS", path: "/api/uploads" });
    expect([asked.status, asked.headers["tus-version"]]).toEqual([204, "1.0.0"]);
  });
});

test("the web process is killed at random moments, and the upload goes on", async () => {
  const random = drawing();
  await using glimpse = await startGlimpse();
  const bytes = photoOf(90_000_000);
  const { path } = await announce(glimpse.url, { bytes: bytes.length, sha256: sha256(bytes) });
  const looked = () =>
    until("the server is back", async () => {
      const found = await lookAt(glimpse.url, path).catch(() => null);
      return found?.status === 200 && found;
    });
  const written = () => bytesInStaging(glimpse.dataFolder);
  for (let kills = 0; kills < 4; kills++) {
    const at = offsetOf(await looked());
    const { web = 0 } = glimpse.processes();
    const mark = at + random() * (bytes.length - at) * 0.5;
    // Half of the rest is sent, so that it cannot end before the process does.
    const most = at + Math.floor((bytes.length - at) * 0.6);
    const headers = { "content-length": String(bytes.length - at) };
    const sending = sendFrom(glimpse.url, path, bytes.subarray(0, most), at, { headers }).catch(() => null);
    await until("bytes have come", () => written() > mark);
    killHard(web);
    expect(await sending).toBeNull();
    expect(offsetOf(await looked())).toBeGreaterThanOrEqual(at);
  }
  const sent = await sendFrom(glimpse.url, path, bytes, offsetOf(await looked()));
  const taken = await glimpse.api.photos.get.query({ id: String(sent.headers["glimpse-photo"]) });
  expect(taken.sha256).toBe(sha256(bytes));
  expect(filesIn(glimpse.dataFolder, "originals")).toEqual([sha256(bytes)]);
  expect(damagedOriginals(glimpse.dataFolder)).toEqual([]);
  await until("nothing is left in staging", () => inStaging(glimpse.dataFolder).length === 0);
});

test("an upload is forgotten a day after its last bytes, by the library's clock, and files of none are too", async () => {
  await using folder = await temporaryFolder();
  const clock = folder.at("clock");
  writeFileSync(clock, "0");
  const dataFolder = folder.at("data");
  const preload = join(import.meta.dirname, "fixtures/shifted-clock.mjs");
  const settings = { NODE_OPTIONS: `--import=${preload}`, SHIFTED_CLOCK: clock };
  const bytes = photoOf(50_000);
  const half = bytes.subarray(0, 20_000);
  const begin = async (glimpse: RunningGlimpse) => {
    const { path } = await announce(glimpse.url, { bytes: bytes.length });
    await sendFrom(glimpse.url, path, half, 0);
    return path;
  };
  let old: string;
  {
    await using glimpse = await startGlimpse({ dataFolder, settings });
    old = await begin(glimpse);
  }
  const stray = `${"0".repeat(8)}-0000-7000-8000-${"0".repeat(12)}.unfinished`;
  writeFileSync(join(dataFolder, "staging", stray), "of no upload");
  writeFileSync(clock, String(25 * hour));
  await using glimpse = await startGlimpse({ dataFolder, settings });
  const fresh = await begin(glimpse);
  await until("the old one is gone", () => inStaging(dataFolder).length === 1);
  expect((await lookAt(glimpse.url, old)).status).toBe(404);
  expect(offsetOf(await lookAt(glimpse.url, fresh))).toBe(20_000);
  expect(select(dataFolder, "select id from photos")).toEqual([]);
});

test("incomplete uploads count towards the limit of those at once", async () => {
  await using glimpse = await startGlimpse({ settings: { GLIMPSE_MAX_STAGING_MB: "1" } });
  const bytes = photoOf(700_000);
  const { path } = await announce(glimpse.url, { bytes: bytes.length });
  await sendFrom(glimpse.url, path, bytes.subarray(0, 600_000), 0);
  const other = await announce(glimpse.url, { bytes: 500_000 });
  expect([other.status, other.headers["retry-after"]]).toEqual([429, "60"]);
  // An upload that has rested for an hour makes room.
  execute(
    join(glimpse.dataFolder, "glimpse.sqlite"),
    `update unfinished_uploads set touched_at = touched_at - ${2 * hour}`,
  );
  expect((await announce(glimpse.url, { bytes: 500_000 })).status).toBe(201);
  expect((await lookAt(glimpse.url, path)).status).toBe(404);
});
