import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { takenWords } from "#server/formats.ts";
import { filesIn, select, sha256 } from "./fixtures/data-folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto, hasRealPhotos, realPhotos } from "./fixtures/photos.ts";
import { hasProc, residentBytes } from "./fixtures/processes.ts";
import { rawFile } from "./fixtures/raw-file.ts";
import { until } from "./fixtures/until.ts";
import { padded, sendPhoto, sendStubbornly, variantOf } from "./fixtures/uploading.ts";

const accepted = `Glimpse takes ${takenWords}.`;

let glimpse: RunningGlimpse;
let photo: Buffer;
let lastVariant = 0;

beforeAll(async () => {
  [glimpse, photo] = await Promise.all([startGlimpse(), drawPhoto(1, { width: 64, height: 48 })]);
});
afterAll(() => glimpse[Symbol.asyncDispose]());

/** Makes a photo that no other test uses. */
const fresh = () => variantOf(photo, lastVariant++);

async function uploaded(bytes: Uint8Array, name?: string) {
  const answer = await sendPhoto(glimpse.url, bytes, { name });
  if (!answer.photo) throw new Error(`refused: ${answer.error?.message}`);
  return answer.photo;
}

const get = (id: string) => glimpse.api.photos.get.query({ id });
const total = async () => (await glimpse.api.jobs.summary.query()).total;

/** Returns by how many bytes the memory of a process grew at most during `work`. */
async function growthDuring(pid: number, work: Promise<unknown>): Promise<number> {
  const before = residentBytes(pid);
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, residentBytes(pid));
  }, 10);
  await work.finally(() => clearInterval(look));
  return most - before;
}

describe("uploads are never held in memory", () => {
  const most = 120e6;

  test.runIf(hasProc)("an accepted file of 150 MB needs little memory", async () => {
    const web = glimpse.processes().web ?? 0;
    const upload = sendPhoto(glimpse.url, padded(fresh(), 150));
    expect(await growthDuring(web, upload)).toBeLessThan(most);
    expect((await upload).photo?.bytes).toBeGreaterThan(150e6);
  });

  test.runIf(hasProc)(
    "a refused file needs little memory, although its client still sends 300 MB",
    async () => {
      const web = glimpse.processes().web ?? 0;
      const upload = sendStubbornly(glimpse.url, padded(Buffer.from("%PDF-1.7\n".repeat(1_000)), 300));
      expect(await growthDuring(web, upload)).toBeLessThan(most);
      expect(await upload).toMatch(/^HTTP\/1\.1 415 .*A PDF is not a photo\./s);
    },
  );

  test.runIf(hasProc)("300 uploads, 50 at once, need little memory and are all accepted", async () => {
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
  test("a hundred uploads at once make one photo, one file and one job", async () => {
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

  test("photos.known finds the known photo among a thousand hashes", async () => {
    const { sha256: known, id } = await uploaded(fresh());
    const others = Array.from({ length: 999 }, (_, number) => sha256(Buffer.from(`${number}`)));
    const answer = await glimpse.api.photos.known.query({ sha256: [...others, known] });
    expect(answer.known).toMatchObject([{ sha256: known, photo: { id } }]);
  });

  test("a removed photo is gone until the same bytes bring it back", async () => {
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

describe("a file name is text and never a path", () => {
  test.each<[kind: string, name: string, kept?: string]>([
    ["a path upwards", "../../x.jpg"],
    ["an absolute path", "/etc/passwd"],
    ["a Windows path upwards", "..\\..\\x.jpg"],
    ["a name of 300 characters", `${"long".repeat(74)}.jpg`],
    ["a name with emoji", "🏖️ am Meer 👨‍👩‍👧.jpg"],
    ["a name with a mark that reverses the writing", "gpj.\u202Eexe.jpg", "gpj.exe.jpg"],
    ["a name with quotes", `"'\`.jpg`],
    ["a name with an HTML tag", "<script>alert(1)</script>.jpg"],
    ["a name with line breaks", "a\r\nSet-Cookie: b=c.jpg", "aSet-Cookie: b=c.jpg"],
    ["an empty name", ""],
    ["a name of two dots", ".."],
  ])("%s is stored, without what nobody sees", async (_, name, kept = name) => {
    const bytes = fresh();
    const folders = await readdir(glimpse.dataFolder);
    const { id, fileName } = await uploaded(bytes, name);
    expect(fileName).toBe(kept);
    expect((await get(id)).fileName).toBe(kept);
    expect(filesIn(glimpse.dataFolder, "originals")).toContain(sha256(bytes));
    expect(await readdir(glimpse.dataFolder)).toEqual(folders);

    const saved = await fetch(`${glimpse.url}/photos/${id}/download`);
    expect(Buffer.from(await saved.arrayBuffer()).equals(bytes)).toBe(true);
    expect(saved.headers.get("set-cookie")).toBeNull();
    // RFC 6266: old programs read the plain name; if it differs, the true name stands beside it.
    const disposition = saved.headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(
      /^attachment; filename="(?:[^"\\]|\\.)*"(?:; filename\*=UTF-8''[\w!#$&+.^`|~%-]+)?$/,
    );
    const [, encoded] = /filename\*=UTF-8''(.*)$/.exec(disposition) ?? [];
    if (encoded) expect(decodeURIComponent(encoded)).toBe(kept.split("/").at(-1));
  });

  test("null characters are left out of a name, and a very long name is cut", async () => {
    expect((await uploaded(fresh(), "a\0b.jpg")).fileName).toBe("ab.jpg");
    expect((await uploaded(fresh(), "x".repeat(3_000))).fileName).toHaveLength(1_024);
  });

  test.each(["%", "%zz.jpg", "%ED%A0%80.jpg", "%C3"])("the broken encoding %s is refused", async (header) => {
    const answer = await sendPhoto(glimpse.url, fresh(), { headers: { "x-file-name": header } });
    expect(answer.status).toBe(400);
    expect(answer.error).toEqual({
      code: "BAD_REQUEST",
      message: "x-file-name: must be percent-encoded UTF-8",
    });
  });

  test("the file's own time is optional and separate from the date taken", async () => {
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

describe("a file that is no photo is refused, and the message says what it is and what is accepted", () => {
  const zip = Buffer.from("PK\x03\x04\x14\0\0\0\0\0".padEnd(100, "\0"));
  const avi = Buffer.from("RIFF\0\x10\0\0AVI LIST".padEnd(100, "\0"));
  test.each([
    ["a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj"), "A PDF is not a photo."],
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "An SVG is a drawing, not a photo."],
    [
      "an SVG with metadata",
      Buffer.from('<?xml version="1.0"?><svg><metadata><rdf:RDF xmlns:x="adobe:ns:meta/"/></metadata></svg>'),
      "An SVG is a drawing, not a photo.",
    ],
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
    ["a video of another kind", avi, "An AVI video cannot be opened here."],
    ["a bitmap", Buffer.from("BM".padEnd(100, "\0")), "A BMP picture cannot be opened here."],
    ["an empty file", Buffer.alloc(0), "The file is empty."],
  ])("%s is refused even if it is named as a photo", async (_, bytes, words) => {
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

describe("every accepted format becomes searchable", () => {
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
  ] as const)("%s is found and has a picture", async (format) => {
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

  async function expectPicture(bytes: Uint8Array, name: string, type: string) {
    const found = await searchable(bytes, name);
    expect(found).toMatchObject({ type, failure: null, bytes: bytes.length, status: "prepared" });
    expect(found.thumbhash).toEqual(expect.any(String));
    const preview = await fetch(`${glimpse.url}/photos/${found.id}/preview`);
    expect((await sharp(await preview.arrayBuffer()).metadata()).format).toBe("jpeg");
    return found;
  }

  test.each([
    ["fields.heic", "image/heic", "quilt"],
    ["fields.jxl", "image/jxl", "patchwork"],
    ["moving.png", "image/png", "flicker"],
    ["moving.avif", "image/avif", "blinking"],
  ])("%s is found and has a picture", async (file, type, name) => {
    const bytes = readFileSync(join(import.meta.dirname, "fixtures/encoded", file));
    const found = await expectPicture(bytes, `${name}.xyz`, type);
    expect(found.animated).toBe(file.startsWith("moving"));
  });

  test("a raw file shows the JPEG in it; without one it is found, and says why it has no picture", async () => {
    const jpeg = await drawPhoto(78, { width: 1600, height: 1200 });
    await expectPicture(rawFile(jpeg), "negative.dng", "image/x-adobe-dng");
    const { id } = await searchable(rawFile(null), "blank.dng");
    const found = await until("it is indexed", async () => {
      const now = await get(id);
      return now.status === "indexed" && now;
    });
    expect(found).toMatchObject({ thumbhash: null, pictureNote: "none", failure: null });
    expect((await fetch(`${glimpse.url}/photos/${id}/preview`)).status).toBe(404);
  });

  test.skipIf(!hasRealPhotos).each([
    ["heic/IMG_2682.heic", "image/heic"],
    ["motionphoto/samsung-one-ui-6.heic", "image/heic"],
    ["jxl/8bit-sRGB.jxl", "image/jxl"],
  ])("%s is found and has a picture", async (file, type) => {
    const bytes = readFileSync(join(realPhotos, "formats", file));
    await expectPicture(bytes, `shore-${file.replaceAll(/\W/g, "-")}.heic`, type);
  });
});

describe("an original", () => {
  test("is served unchanged and with its type, and the browser may cache it", async () => {
    const bytes = fresh();
    const { id } = await uploaded(bytes);
    const original = await fetch(`${glimpse.url}/photos/${id}/original`);
    expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
    expect(original.headers.get("content-type")).toBe("image/jpeg");
    expect(original.headers.get("content-length")).toBe(String(bytes.length));
    expect(original.headers.get("content-disposition")).toBeNull();
    expect(original.headers.get("cache-control")).toBe("private, no-cache");
    const headers = { "if-none-match": original.headers.get("etag") ?? "" };
    expect((await fetch(`${glimpse.url}/photos/${id}/original`, { headers })).status).toBe(304);
    const head = await fetch(`${glimpse.url}/photos/${id}/original`, { method: "HEAD" });
    expect(head.headers.get("content-length")).toBe(String(bytes.length));
  });
});

describe("an upload that breaks off", () => {
  test("leaves nothing behind", async () => {
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
