import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesIn, select, sha256 } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto, hasRealPhotos, realPhotos } from "./fixtures/photos.ts";
import { hasProc, residentBytes } from "./fixtures/processes.ts";
import { mayMount, smallDisk } from "./fixtures/small-disk.ts";
import { until } from "./fixtures/until.ts";
import { padded, sendPhoto, variantOf } from "./fixtures/uploading.ts";

const accepted = "Glimpse takes JPEG, PNG, WebP, GIF, AVIF, TIFF, HEIC, JPEG XL and RAW.";

let glimpse: RunningGlimpse;
let photo: Buffer;
let lastVariant = 0;

beforeAll(async () => {
  [glimpse, photo] = await Promise.all([startGlimpse(), drawPhoto(1, { width: 64, height: 48 })]);
});
afterAll(() => glimpse[Symbol.asyncDispose]());

/** A photo that no other test has. */
const fresh = () => variantOf(photo, lastVariant++);

async function uploaded(bytes: Uint8Array, name?: string) {
  const answer = await sendPhoto(glimpse.url, bytes, { name });
  if (!answer.photo) throw new Error(`refused: ${answer.error?.message}`);
  return answer.photo;
}

const get = (id: string) => glimpse.api.photos.get.query({ id });
const total = async () => (await glimpse.api.jobs.summary.query()).total;

/** The most that a process held while `work` went on, above what it held before; bytes. */
async function growthDuring(pid: number, work: Promise<unknown>): Promise<number> {
  const before = residentBytes(pid);
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, residentBytes(pid));
  }, 10);
  await work.finally(() => clearInterval(look));
  return most - before;
}

/** Sends a whole body, chunked, before it looks at any answer, as simple programs do; answers with what came back. */
async function sendStubbornly(url: string, body: AsyncIterable<Uint8Array>, header = ""): Promise<string> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  async function* request() {
    const isWhole = /content-length/.test(header);
    const lines = [
      `host: ${host}`,
      "content-type: application/octet-stream",
      header || "transfer-encoding: chunked",
    ];
    yield `POST /api/trpc/photos.upload HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`;
    for await (const chunk of body) {
      if (!isWhole) yield `${chunk.length.toString(16)}\r\n`;
      yield chunk;
      if (!isWhole) yield "\r\n";
    }
    if (!isWhole) yield "0\r\n\r\n";
  }
  await pipeline(request, socket, { end: false });
  let answer = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    answer += chunk;
  });
  await until("the answer is there", () => answer.includes('"httpStatus"'));
  socket.destroy();
  return answer;
}

describe("what is sent is never held in memory", () => {
  const most = 120e6;

  test.runIf(hasProc)("150 MB that are taken", async () => {
    const web = glimpse.processes().web ?? 0;
    const upload = sendPhoto(glimpse.url, padded(fresh(), 150));
    expect(await growthDuring(web, upload)).toBeLessThan(most);
    expect((await upload).photo?.bytes).toBeGreaterThan(150e6);
  });

  test.runIf(hasProc)("300 MB that are refused at their beginning, whose sender goes on", async () => {
    const web = glimpse.processes().web ?? 0;
    const upload = sendStubbornly(glimpse.url, padded(Buffer.from("%PDF-1.7\n".repeat(1_000)), 300));
    expect(await growthDuring(web, upload)).toBeLessThan(most);
    expect(await upload).toMatch(/^HTTP\/1\.1 415 .*A PDF is not a photo\./s);
  });

  test.runIf(hasProc)("300 uploads, 50 at once: each is taken", async () => {
    const web = glimpse.processes().web ?? 0;
    const before = await total();
    const waiting = Array.from({ length: 300 }, fresh);
    const statuses: number[] = [];
    const sender = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        statuses.push((await sendPhoto(glimpse.url, next)).status);
      }
    };
    expect(await growthDuring(web, Promise.all(Array.from({ length: 50 }, sender)))).toBeLessThan(most);
    expect(statuses).toEqual(Array(300).fill(200));
    expect(await total()).toBe(before + 300);
  });
});

describe("the same bytes are the same photo", () => {
  test("a hundred at once make one photo, one file and one job", async () => {
    const bytes = fresh();
    const files = filesIn(glimpse.dataFolder, "originals").length;
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, number) => sendPhoto(glimpse.url, bytes, { name: `${number}.jpg` })),
    );
    expect(answers.filter(({ duplicate }) => duplicate === false)).toHaveLength(1);
    expect(answers.filter(({ duplicate }) => duplicate === true)).toHaveLength(99);
    const [id = "", ...others] = new Set(answers.map((answer) => answer.photo?.id));
    expect(others).toEqual([]);
    expect(filesIn(glimpse.dataFolder, "originals")).toHaveLength(files + 1);
    await until("it is prepared", async () => (await get(id)).thumbhash);
    const told = select(
      glimpse.dataFolder,
      "select type, count(*) as times from events where subject = ? group by type order by min(id)",
      [id],
    );
    expect(told).toEqual([
      { type: "received", times: 1 },
      { type: "prepared", times: 1 },
    ]);
    await until("nothing is left in staging", () => filesIn(glimpse.dataFolder, "staging").length === 0);
  });

  test("photos.known tells which are there already, of a thousand too", async () => {
    const { sha256: known, id } = await uploaded(fresh());
    const others = Array.from({ length: 999 }, (_, number) => sha256(Buffer.from(`${number}`)));
    const answer = await glimpse.api.photos.known.query({ sha256: [...others, known] });
    expect(answer.known).toMatchObject([{ sha256: known, photo: { id } }]);
  });

  test("a removed photo is gone, and the same bytes bring it back", async () => {
    const bytes = fresh();
    const { id } = await uploaded(bytes, "comes-back.jpg");
    await until("it is prepared", async () => (await get(id)).thumbhash);
    expect(await glimpse.api.photos.remove.mutate({ ids: [id] })).toEqual({ removed: 1 });
    await expect(get(id)).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
    expect((await fetch(`${glimpse.url}/photos/${id}/original`)).status).toBe(404);
    const again = await sendPhoto(glimpse.url, bytes);
    expect(again).toMatchObject({ duplicate: true, photo: { id, fileName: "comes-back.jpg" } });
    expect((await fetch(`${glimpse.url}/photos/${id}/thumbnail`)).status).toBe(200);
    const timeline = await glimpse.api.photos.timeline.query({ id });
    expect(timeline.map(({ type }) => type)).toEqual(["received", "prepared", "removed", "restored"]);
  });
});

describe("a name is text, and never a path", () => {
  test.each([
    ["a way up", "../../x.jpg"],
    ["an absolute path", "/etc/passwd"],
    ["a way up on Windows", "..\\..\\x.jpg"],
    ["300 characters", `${"long".repeat(74)}.jpg`],
    ["emoji", "🏖️ am Meer 👨‍👩‍👧.jpg"],
    ["marks that turn the writing around", "gpj.\u202Eexe.jpg"],
    ["quotes", `"'\`.jpg`],
    ["a tag", "<script>alert(1)</script>.jpg"],
    ["line breaks", "a\r\nSet-Cookie: b=c.jpg"],
    ["nothing", ""],
    ["dots", ".."],
  ])("%s", async (_, name) => {
    const bytes = fresh();
    const folders = await readdir(glimpse.dataFolder);
    const { id, fileName } = await uploaded(bytes, name);
    expect(fileName).toBe(name);
    expect((await get(id)).fileName).toBe(name);
    expect(filesIn(glimpse.dataFolder, "originals")).toContain(sha256(bytes));
    expect(await readdir(glimpse.dataFolder)).toEqual(folders);

    const saved = await fetch(`${glimpse.url}/photos/${id}/download`);
    expect(Buffer.from(await saved.arrayBuffer()).equals(bytes)).toBe(true);
    expect(saved.headers.get("set-cookie")).toBeNull();
    // RFC 6266: a plain name for old programs, the true one beside it where that says less.
    const disposition = saved.headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(
      /^attachment; filename="(?:[^"\\]|\\.)*"(?:; filename\*=UTF-8''[\w!#$&+.^`|~%-]+)?$/,
    );
    const [, encoded] = /filename\*=UTF-8''(.*)$/.exec(disposition) ?? [];
    if (encoded) expect(decodeURIComponent(encoded)).toBe(name.split("/").at(-1));
  });

  test("what no database could hold is left out, and what is absurdly long is cut", async () => {
    expect((await uploaded(fresh(), "a\0b.jpg")).fileName).toBe("ab.jpg");
    expect((await uploaded(fresh(), "x".repeat(3_000))).fileName).toHaveLength(1_024);
  });

  test.each(["%", "%zz.jpg", "%ED%A0%80.jpg", "%C3"])("a broken encoding (%s) is refused", async (header) => {
    const answer = await sendPhoto(glimpse.url, fresh(), { headers: { "x-file-name": header } });
    expect(answer.status).toBe(400);
    expect(answer.error).toEqual({
      code: "BAD_REQUEST",
      message: "x-file-name: must be percent-encoded UTF-8",
    });
  });

  test("the file's own time is optional, and kept apart from the date taken", async () => {
    const bytes = fresh();
    const { photo: received } = await sendPhoto(glimpse.url, bytes, {
      headers: { "x-file-modified": "86400000" },
    });
    expect(
      select(glimpse.dataFolder, "select modified_at from photos where id = ?", [received?.id ?? ""]),
    ).toEqual([{ modified_at: 86_400_000 }]);
    expect(received?.takenAt).toBeNull();
    for (const header of ["yesterday", "1.5", "Infinity"]) {
      const answer = await sendPhoto(glimpse.url, bytes, { headers: { "x-file-modified": header } });
      expect(answer).toMatchObject({
        status: 400,
        error: { message: expect.stringMatching(/^x-file-modified: /) },
      });
    }
  });
});

describe("what is no photo is refused with its name and what is taken", () => {
  const zip = Buffer.from("PK\x03\x04\x14\0\0\0\0\0".padEnd(100, "\0"));
  const mp4 = Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0mp42isom".padEnd(100, "\0"));
  test.each([
    ["a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj"), "A PDF is not a photo."],
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "An SVG is a drawing, not a photo."],
    [
      "an SVG with a declaration",
      Buffer.from('<?xml version="1.0"?>\n<svg/>'),
      "An SVG is a drawing, not a photo.",
    ],
    ["a text", Buffer.from("Dear diary"), "This is not a photo, or its beginning is damaged."],
    [
      "a page",
      Buffer.from("<!doctype html><script>alert(1)</script>"),
      "This is not a photo, or its beginning is damaged.",
    ],
    ["a ZIP", zip, "A ZIP is not a photo."],
    ["a video", mp4, "A video is not a photo."],
    ["a bitmap", Buffer.from("BM".padEnd(100, "\0")), "A BMP picture cannot be opened here."],
    ["nothing", Buffer.alloc(0), "The file is empty."],
  ])("%s, whatever it is called", async (_, bytes, words) => {
    const before = await total();
    const answer = await sendPhoto(glimpse.url, bytes, {
      name: "photo.jpg",
      headers: { "x-file-type": "image/jpeg" },
    });
    expect(answer.status).toBe(415);
    expect(answer.error).toEqual({ code: "UNSUPPORTED_TYPE", message: `${words} ${accepted}` });
    expect(await total()).toBe(before);
    expect(filesIn(glimpse.dataFolder, "originals")).not.toContain(sha256(bytes));
  });
});

describe("what is taken ends as searchable", () => {
  async function searchable(bytes: Uint8Array, name: string) {
    const { id, status } = await uploaded(bytes, name);
    expect(status).toBe("received");
    const words = name.slice(0, name.lastIndexOf("."));
    await until(`${name} is found`, async () => {
      const { hits } = await glimpse.api.search.run.query({ text: words });
      return hits.some((hit) => hit.photo.id === id);
    });
    return get(id);
  }

  test.each([
    "jpeg",
    "png",
    "webp",
    "gif",
    "avif",
    "tiff",
  ] as const)("%s, with its picture", async (format) => {
    const bytes = await sharp(await drawPhoto(77))
      .toFormat(format)
      .toBuffer();
    const found = await searchable(bytes, `meadow-${format}.xyz`);
    expect(found).toMatchObject({ type: `image/${format}`, width: 640, height: 480, status: "prepared" });
    expect(found.thumbhash).toEqual(expect.any(String));
    const preview = await fetch(`${glimpse.url}/photos/${found.id}/preview`);
    expect((await sharp(await preview.arrayBuffer()).metadata()).format).toBe("jpeg");
    const thumbnail = await fetch(`${glimpse.url}/photos/${found.id}/thumbnail`);
    expect(await sharp(await thumbnail.arrayBuffer()).metadata()).toMatchObject({
      format: "webp",
      width: 250,
    });
  });

  test.skipIf(!hasRealPhotos).each([
    ["heic/IMG_2682.heic", "image/heic"],
    ["motionphoto/samsung-one-ui-6.heic", "image/heic"],
    ["jxl/8bit-sRGB.jxl", "image/jxl"],
  ])("%s, without a picture for now", async (file, type) => {
    const bytes = readFileSync(join(realPhotos, "formats", file));
    const name = `shore-${file.replaceAll(/\W/g, "-")}.heic`;
    const { id } = await searchable(bytes, name);
    const found = await until("it is indexed", async () => {
      const now = await get(id);
      return now.status === "indexed" && now;
    });
    expect(found).toMatchObject({ type, thumbhash: null, failure: null, bytes: bytes.length });
    expect((await fetch(`${glimpse.url}/photos/${id}/preview`)).status).toBe(404);
  });
});

describe("what was uploaded comes back as it was", () => {
  test("byte by byte, as its type, kept by the browser", async () => {
    const bytes = fresh();
    const { id } = await uploaded(bytes);
    const original = await fetch(`${glimpse.url}/photos/${id}/original`);
    expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
    expect(original.headers.get("content-type")).toBe("image/jpeg");
    expect(original.headers.get("content-length")).toBe(String(bytes.length));
    expect(original.headers.get("content-disposition")).toBeNull();
    expect(original.headers.get("cache-control")).toContain("immutable");
    const headers = { "if-none-match": original.headers.get("etag") ?? "" };
    expect((await fetch(`${glimpse.url}/photos/${id}/original`, { headers })).status).toBe(304);
    const head = await fetch(`${glimpse.url}/photos/${id}/original`, { method: "HEAD" });
    expect(head.headers.get("content-length")).toBe(String(bytes.length));
  });
});

describe("an upload that breaks off", () => {
  test("leaves nothing", async () => {
    const before = { total: await total(), originals: filesIn(glimpse.dataFolder, "originals") };
    const leaving = new AbortController();
    async function* half() {
      yield* padded(fresh(), 5);
      await until("its beginning is there", () => filesIn(glimpse.dataFolder, "staging").length > 0);
      leaving.abort();
      yield photo;
    }
    await expect(sendPhoto(glimpse.url, half(), { signal: leaving.signal })).rejects.toThrow(/abort/);
    await until("nothing is left in staging", () => filesIn(glimpse.dataFolder, "staging").length === 0);
    expect({ total: await total(), originals: filesIn(glimpse.dataFolder, "originals") }).toEqual(before);
  });
});

describe("the limit", () => {
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

  test("holds while the file streams, long before it has been sent", async () => {
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
  ])("is told to a sender who reads only at the end %s", async (_, header) => {
    const answer = await sendStubbornly(small.url, padded(beginning(), 29), header);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain(refused.error.message);
  });

  test.skipIf(spawnSync("curl", ["--version"]).error).each([
    ["that asks for leave", []],
    ["that does not ask", ["-H", "Expect:"]],
    ["that sends in chunks", ["-H", "Expect:", "-H", "Transfer-Encoding: chunked"]],
  ])("is told to a curl %s", async (_, options) => {
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
  test("is told as 507; all that was acknowledged is intact, and with room again it goes on", async () => {
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
  }, 90_000);
});
