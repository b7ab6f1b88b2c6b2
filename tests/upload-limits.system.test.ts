import { spawn, spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesIn } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { mayMount, smallDisk } from "./fixtures/small-disk.ts";
import { until } from "./fixtures/until.ts";
import { padded, sendPhoto, sendStubbornly, variantOf } from "./fixtures/uploading.ts";

let photo: Buffer;
beforeAll(async () => {
  photo = await drawPhoto(1, { width: 64, height: 48 });
});

describe("the upload limit", () => {
  const limit = 1_000_000;
  const refused = {
    status: 413,
    error: { code: "FILE_TOO_LARGE", message: "The file is larger than 1 MB, the limit here." },
  };
  let small: RunningGlimpse;
  beforeAll(async () => {
    small = await startGlimpse({ settings: { GLIMPSE_MAX_UPLOAD_MB: "1" } });
  });
  afterAll(() => small[Symbol.asyncDispose]());

  test("is exact", async () => {
    const whole = Buffer.concat([photo, Buffer.alloc(limit - photo.length)]);
    expect((await sendPhoto(small.url, whole)).status).toBe(200);
    expect(await sendPhoto(small.url, Buffer.concat([whole, Buffer.alloc(1)]))).toMatchObject(refused);
  });

  test("is enforced while the file streams, long before all of it was sent", async () => {
    let sent = 0;
    async function* counted() {
      for await (const chunk of padded(photo, 500)) {
        sent += chunk.length;
        yield chunk;
      }
    }
    expect(await sendPhoto(small.url, counted())).toMatchObject(refused);
    expect(sent).toBeLessThan(100e6);
    await until("nothing is left in staging", () => filesIn(small.dataFolder, "staging").length === 0);
  });

  const beginning = () => Buffer.concat([photo], limit);

  test.each([
    ["and says how long it is", `content-length: ${30 * limit}`],
    ["and does not say how long it is", ""],
    ["and then closes", `content-length: ${30 * limit}\r\nconnection: close`],
  ])("is reported to a client that reads only at the end %s", async (_, header) => {
    const answer = await sendStubbornly(small.url, padded(beginning(), 29), header);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain(refused.error.message);
  });

  test.skipIf(spawnSync("curl", ["--version"]).error).each([
    ["asks first whether to continue", []],
    ["does not ask", ["-H", "Expect:"]],
    ["sends chunks", ["-H", "Expect:", "-H", "Transfer-Encoding: chunked"]],
  ])("is reported to a curl that %s", async (_, options) => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "large.jpg");
    await writeFile(file, padded(beginning(), 29));
    const curl = spawn("curl", [
      ...["-sS", "-w", "%{http_code}", "-H", "content-type: application/octet-stream", ...options],
      ...["--data-binary", `@${file}`, `${small.url}/api/trpc/photos.upload`],
    ]);
    const [printed, complaints] = await Promise.all([text(curl.stdout), text(curl.stderr)]);
    expect(complaints).toBe("");
    expect(printed).toContain(refused.error.message);
    expect(printed.endsWith("413")).toBe(true);
  });
});

describe.runIf(mayMount)("a full disk", () => {
  test("gives 507, keeps every acknowledged photo, and accepts photos again when there is room", async () => {
    await using disk = await smallDisk(20);
    await using full = await startGlimpse({ dataFolder: join(disk.path, "data") });
    const kept = new Map<string, Uint8Array>();
    let refusals = 0;
    for (let number = 0; number < 40; number++) {
      const bytes = Buffer.concat([variantOf(photo, number)], 700_000);
      const answer = await sendPhoto(full.url, bytes);
      if (answer.photo) kept.set(answer.photo.id, bytes);
      if (answer.photo) continue;
      refusals++;
      expect(answer).toMatchObject({
        status: 507,
        error: { code: "DISK_FULL", message: expect.stringContaining("room") },
      });
    }
    expect(kept.size).toBeGreaterThan(10);
    expect(refusals).toBeGreaterThan(3);
    expect((await fetch(`${full.url}/healthz`)).status).toBe(200);
    const intact = async () => {
      for (const [id, bytes] of kept) {
        const original = await fetch(`${full.url}/photos/${id}/original`);
        expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
      }
      const { items } = await full.api.photos.list.query({ limit: 200 });
      expect(new Set(items.map(({ id }) => id))).toEqual(new Set(kept.keys()));
    };
    await intact();
    expect(filesIn(full.dataFolder, "originals")).toHaveLength(kept.size);

    disk.grow(60);
    for (const number of [100, 101, 102]) {
      const bytes = Buffer.concat([variantOf(photo, number)], 700_000);
      const answer = await sendPhoto(full.url, bytes);
      expect(answer.status).toBe(200);
      kept.set(answer.photo?.id ?? "", bytes);
    }
    await intact();
    await until("nothing is left in staging", () => filesIn(full.dataFolder, "staging").length === 0);
    await until(
      "all are prepared, the ones that met a full disk too",
      async () => {
        const { byStatus } = await full.api.jobs.summary.query();
        return byStatus.prepared === kept.size;
      },
      50_000,
    );
  });
});
