import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { type Folder, temporaryFolder } from "#tests/fixtures/folder.ts";
import { fields, noise, pixel } from "#tests/fixtures/pictures.ts";
import { groupsOf, processes } from "#tests/fixtures/process-groups.ts";
import { hasProc } from "#tests/fixtures/processes.ts";
import { rawFile } from "#tests/fixtures/raw-file.ts";
import { until } from "#tests/fixtures/until.ts";
import { createDecoder, type DecoderOptions } from "./client.ts";
import type { DecodeRequest, Decoder } from "./protocol.ts";

function decoder(options: Partial<DecoderOptions> = {}): Decoder & AsyncDisposable {
  const created = createDecoder({ concurrency: 2, ...options });
  return { ...created, [Symbol.asyncDispose]: () => created.close() };
}

async function photo(folder: Folder, name: string): Promise<DecodeRequest> {
  await fields(600, 400)
    .withExif({
      IFD0: { Make: "Canon", Model: "Canon EOS 40D" },
      IFD2: { DateTimeOriginal: "2008:05:30 15:56:01" },
    })
    .jpeg()
    .toFile(folder.at(name));
  return { path: folder.at(name), type: "image/jpeg", maxMegapixels: 200 };
}

function plain(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: "teal" } });
}

/** Waits for the child's process group, which must not be `old`. */
function childGroup(old?: number): Promise<number> {
  return until("a child has started", async () =>
    (await groupsOf(process.pid)).find((group) => group !== old),
  );
}

async function members(group: number): Promise<string[]> {
  return (await processes()).filter((row) => row.group === group).map(({ command }) => command);
}

test.runIf(hasProc)(
  "the child takes code that was compiled before from the same cache as we do",
  async () => {
    await using folder = await temporaryFolder();
    await using decoding = decoder();
    await decoding.decode(await photo(folder, "one.jpg"));
    const environment = await readFile(`/proc/${await childGroup()}/environ`, "utf8");
    const cache = dirname(getCompileCacheDir() ?? "");
    expect(cache).toBe(process.env.NODE_COMPILE_CACHE);
    expect(environment.split("\0")).toContain(`NODE_COMPILE_CACHE=${cache}`);
  },
);

test("decodes many files in one child with one perl, and leaves nothing behind", async () => {
  await using folder = await temporaryFolder();
  const requests = await Promise.all(Array.from({ length: 12 }, (_, n) => photo(folder, `${n}.jpg`)));
  const decoding = createDecoder({ concurrency: 3 });
  const decoded = await Promise.all(requests.map((request) => decoding.decode(request)));
  for (const { facts, renditions, notes } of decoded) {
    expect(facts).toMatchObject({
      width: 600,
      takenLocal: "2008-05-30T15:56:01.000",
      make: "Canon",
      model: "EOS 40D",
    });
    expect(renditions?.preview).toBeInstanceOf(Uint8Array);
    expect(notes).toEqual([]);
  }
  expect(decoding.missing()).toBeNull();
  const group = await childGroup();
  expect((await members(group)).filter((command) => /perl/.test(command))).toHaveLength(1);
  await decoding.close();
  expect(await members(group)).toEqual([]);
  await expect(decoding.decode(requests[0] as DecodeRequest)).rejects.toThrow("The decoder is closed.");
});

test("shrinks a rendition", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder();
  const { path } = await photo(folder, "preview.jpg");
  const small = await decoding.shrink({ path, side: 300 });
  expect(await sharp(await folder.write("small", small)).metadata()).toMatchObject({
    width: 300,
    height: 200,
  });
});

test("without perl pixels and plain EXIF still work, and the lack is reported", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder({ path: folder.at("no-programs-here") });
  const { facts, renditions, notes } = await decoding.decode(await photo(folder, "photo.jpg"));
  expect(renditions).not.toBeNull();
  expect(facts).toMatchObject({ takenLocal: "2008-05-30T15:56:01.000", model: "EOS 40D" });
  expect(notes).toEqual([expect.stringMatching(/^perl is missing: /)]);
  expect(decoding.missing()).toMatch(/^perl is missing: /);
});

test("an unsupported type and a damaged file do not disturb other files", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder();
  const good = await photo(folder, "good.jpg");
  // Files with neither a picture nor facts, which would be kept.
  const bare = folder.at("bare.jpg");
  await noise(600, 400).jpeg().toFile(bare);
  const cut = await folder.write("cut.jpg", (await noise(500, 500).jpeg().toBuffer()).subarray(0, 400));
  const results = await Promise.allSettled([
    decoding.decode({ ...good, path: bare, type: "image/svg+xml" }),
    decoding.decode({ ...good, path: cut }),
    decoding.decode({ ...good, path: folder.at("gone") }),
    decoding.decode({ ...good, path: folder.at("gone"), type: "image/jxl" }),
    decoding.decode({ ...good, path: bare, maxMegapixels: 0.1 }),
    decoding.decode(good),
  ]);
  const kinds = results.map((result) => (result.status === "rejected" ? result.reason.kind : "decoded"));
  expect(kinds).toEqual(["unsupported", "damaged", "missing", "missing", "too-many-pixels", "decoded"]);
});

test("when the child dies, each open file is tried again alone, and only the one that kills it alone fails", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder();
  const requests = await Promise.all(["culprit.jpg", "innocent.jpg"].map((name) => photo(folder, name)));
  const outcome = Promise.allSettled(requests.map((request) => decoding.decode(request)));
  const first = await childGroup();
  process.kill(first, "SIGKILL");
  const second = await childGroup(first);
  process.kill(second, "SIGKILL");
  const [culprit, innocent] = await outcome;
  expect(culprit).toMatchObject({ status: "rejected", reason: { kind: "crashed" } });
  expect(innocent?.status).toBe("fulfilled");
});

test("a file that takes too long is given up, and perl is killed with it", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder({ timeoutMs: 4000 });
  const request = await photo(folder, "photo.jpg");
  // On a busy machine even the start of the child may take too long.
  const isDecoded = () =>
    decoding.decode(request).then(
      ({ renditions }) => renditions !== null,
      () => false,
    );
  await until("it is decoded", isDecoded);
  const group = await childGroup();
  process.kill(-group, "SIGSTOP");
  await expect(decoding.decode(request)).rejects.toMatchObject({
    kind: "timeout",
    message: "Opening the file took too long.",
  });
  await until("the child and its perl are gone", async () => (await members(group)).length === 0);
  await until("it is decoded again", isDecoded);
});

test("perl that dies over a file costs only that file some metadata, and is started again", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder();
  const request = await photo(folder, "photo.jpg");
  await decoding.decode(request);
  const group = await childGroup();
  const perl = (await processes()).find((row) => row.group === group && /perl/.test(row.command));
  process.kill(perl?.pid ?? 0, "SIGSTOP");
  const decoded = decoding.decode(request);
  process.kill(perl?.pid ?? 0, "SIGKILL");
  expect((await decoded).facts.takenLocal).toBe("2008-05-30T15:56:01.000");
  expect((await decoding.decode(request)).notes).toEqual([]);
});

test("an aborted request is not begun", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder({ concurrency: 1 });
  const request = await photo(folder, "photo.jpg");
  const abort = new AbortController();
  const first = decoding.decode(request);
  const second = decoding.decode(request, { signal: abort.signal });
  const third = decoding.decode(request);
  abort.abort(new Error("no longer wanted"));
  await expect(second).rejects.toThrow("no longer wanted");
  await expect(decoding.decode(request, { signal: abort.signal })).rejects.toThrow("no longer wanted");
  expect((await Promise.all([first, third])).every(({ renditions }) => renditions)).toBe(true);
});

test("aborting a request that has begun lets the others go on", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder();
  const request = await photo(folder, "photo.jpg");
  const abort = new AbortController();
  const given = decoding.decode(request, { signal: abort.signal });
  const other = decoding.decode(request);
  abort.abort();
  await expect(given).rejects.toMatchObject({ name: "AbortError" });
  expect((await other).renditions).not.toBeNull();
});

test("the child ends when there is no work, and is started again", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder({ idleMs: 50 });
  const request = await photo(folder, "photo.jpg");
  await decoding.decode(request);
  await until("no child is left", async () => (await groupsOf(process.pid)).length === 0);
  expect((await decoding.decode(request)).renditions).not.toBeNull();
});

test("a very large picture is opened alone, even among others", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder({ concurrency: 3 });
  const small = await photo(folder, "small.jpg");
  const large = { ...small, path: folder.at("large.jpg") };
  await plain(9000, 6000).jpeg().toFile(large.path);
  const requests = [small, large, small, large, small];
  const decoded = await Promise.all(requests.map((request) => decoding.decode(request)));
  expect(decoded.map(({ facts }) => facts.width)).toEqual([600, 9000, 600, 9000, 600]);
});

test("before a very large picture, a child that kept memory leaves", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder({ concurrency: 1, freshBytes: 1 });
  const small = await photo(folder, "small.jpg");
  const large = { ...small, path: folder.at("large.jpg") };
  await plain(9000, 6000).jpeg().toFile(large.path);
  await decoding.decode(small);
  const first = await childGroup();
  expect((await decoding.decode(large)).facts.width).toBe(9000);
  await until("the child and its perl are gone", async () => (await members(first)).length === 0, 20_000);
});

test("after some files a child leaves, whether others wait or not", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder({ concurrency: 1, mostFiles: 20 });
  const request = { path: folder.at("dot.png"), type: "image/png", maxMegapixels: 200 };
  await fields(2, 2).png().toFile(request.path);
  await decoding.decode(request);
  const first = await childGroup();
  const decodeSome = async (files: number) => {
    const decoded = await Promise.all(Array.from({ length: files }, () => decoding.decode(request)));
    expect(decoded.every(({ facts, notes }) => facts.width === 2 && notes.length === 0)).toBe(true);
  };
  await decodeSome(24);
  const second = await childGroup(first);
  await until("the child and its perl are gone", async () => (await members(first)).length === 0);
  await decodeSome(15);
  await until("nothing is left", async () => (await members(second)).length === 0);
});

test("a raw file shows the JPEG in it, upright, and has the size of its own picture", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder();
  const open = async (name: string, bytes: Uint8Array) =>
    decoding.decode({ path: await folder.write(name, bytes), type: "image/x-adobe-dng", maxMegapixels: 200 });
  const lying = await fields(1500, 1000).jpeg().toBuffer();
  const standing = await fields(1000, 1500).jpeg().toBuffer();
  const red = [200, 20, 20];
  for (const [jpeg, orientation, corner] of [
    [lying, 1, [0.25, 0.25]],
    [lying, 6, [0.75, 0.25]],
    [lying, 8, [0.25, 0.75]],
    [lying, 3, [0.75, 0.75]],
    // This one was turned by the camera.
    [standing, 6, [0.25, 0.25]],
  ] as const) {
    const { facts, renditions, pictureNote } = await open("camera.dng", rawFile(jpeg, orientation));
    const size = orientation < 5 ? { width: 6000, height: 4000 } : { width: 4000, height: 6000 };
    expect({ facts, pictureNote }, String(orientation)).toMatchObject({ facts: size, pictureNote: null });
    const found = await pixel(renditions?.preview ?? new Uint8Array(), corner[0], corner[1]);
    expect(Math.max(...red.map((value, band) => Math.abs(value - (found[band] ?? 0))))).toBeLessThan(10);
  }
  const small = await open("small.dng", rawFile(await fields(640, 425).jpeg().toBuffer()));
  expect(small).toMatchObject({ pictureNote: "small", facts: { width: 6000 } });
  const none = await open("none.dng", rawFile(null));
  expect(none).toMatchObject({ pictureNote: "none", renditions: null, facts: { width: 6000 }, notes: [] });
  const spoilt = await open("spoilt.dng", rawFile(Buffer.from("no JPEG at all")));
  expect(spoilt).toMatchObject({ pictureNote: "none", renditions: null });
  await using withoutPerl = decoder({ path: folder.path });
  const path = await folder.write("unread.dng", rawFile(lying));
  const unread = await withoutPerl.decode({ path, type: "image/x-adobe-dng", maxMegapixels: 200 });
  expect(unread).toMatchObject({ pictureNote: null, renditions: null });
});

test("a file that is no picture of its type is damaged", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder();
  const path = await folder.write("broken", "neither this nor that");
  for (const type of ["image/jxl", "image/heic", "image/heif", "image/avif"]) {
    await expect(decoding.decode({ path, type, maxMegapixels: 200 }), type).rejects.toMatchObject({
      kind: "damaged",
    });
  }
});

// macOS takes the limit and does not hold to it.
test.skipIf(process.platform !== "linux")("memory is limited, and running out of it is said", async () => {
  await using folder = await temporaryFolder();
  await using decoding = decoder({ memoryKb: 800_000 });
  const small = await photo(folder, "small.jpg");
  const large = { ...small, path: folder.at("large.jpg") };
  // All scans of a progressive JPEG are held at once: 5 bytes a pixel here.
  await plain(9000, 6000).jpeg({ progressive: true, chromaSubsampling: "4:4:4" }).toFile(large.path);
  const [failed, fine] = await Promise.allSettled([decoding.decode(large), decoding.decode(small)]);
  expect(failed).toMatchObject({ status: "rejected", reason: { kind: "memory" } });
  expect(fine.status).toBe("fulfilled");
});

test("nothing outlives a parent that was killed, not even a perl that hangs", async () => {
  await using folder = await temporaryFolder();
  const request = await photo(folder, "photo.jpg");
  const client = pathToFileURL(new URL("client.ts", import.meta.url).pathname);
  const script = await folder.write(
    "parent.ts",
    `import { createDecoder } from ${JSON.stringify(client)};
     await createDecoder({ concurrency: 2 }).decode(${JSON.stringify(request)});
     console.log("decoded");
     setInterval(() => {}, 1000);`,
  );
  const parent = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  await once(parent.stdout, "data");
  const [group = 0] = await groupsOf(parent.pid ?? 0);
  const family = (await processes()).filter((row) => row.group === group);
  expect(family).toHaveLength(2);
  process.kill(family.find((row) => /perl/.test(row.command))?.pid ?? 0, "SIGSTOP");
  parent.kill("SIGKILL");
  await until("the child and its perl are gone", async () => (await members(group)).length === 0, 5000);
});
