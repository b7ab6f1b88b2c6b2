import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hasFilmReader } from "#server/film-reader.ts";
import type { Photo } from "#server/library/photo.ts";
import { createDecoder } from "#worker/decode/client.ts";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { filesIn } from "./fixtures/data-folder.ts";
import { type FilmOptions, makeFilm } from "./fixtures/film.ts";
import { type Folder, temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

const film = test.skipIf(!hasFilmReader());
let folder: Folder;
let ollama: OllamaDouble;
let glimpse: RunningGlimpse;

beforeAll(async () => {
  folder = await temporaryFolder();
  ollama = await startOllama();
  const settings = { GLIMPSE_MAX_UPLOAD_MB: "1", GLIMPSE_MAX_VIDEO_MB: "3" };
  glimpse = await startGlimpse({ ollama: ollama.url, settings });
});

afterAll(async () => {
  await glimpse?.[Symbol.asyncDispose]();
  await ollama?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

async function filmed(name: string, options: FilmOptions = {}): Promise<Buffer> {
  await makeFilm(folder.at(name), options);
  return readFile(folder.at(name));
}

const get = (id: string) => glimpse.api.photos.get.query({ id });

async function indexed(bytes: Uint8Array, name: string): Promise<Photo> {
  const { status, photo } = await sendPhoto(glimpse.url, bytes, { name });
  expect(status).toBe(200);
  return until(`${name} is indexed`, async () => {
    const now = await get(photo?.id ?? "");
    return (now.status === "indexed" || now.status === "failed") && now;
  });
}

film(
  "a video has a poster, a thumbnail, a length, and a caption of its frames; it is found by it, and streamed",
  async () => {
    const bytes = await filmed("a.webm", { codec: "libvpx-vp9", seconds: 4, tags: { title: "Harbour" } });
    const decoder = createDecoder({ concurrency: 1 });
    const request = { path: folder.at("a.webm"), type: "video/webm", maxMegapixels: 200 };
    const { renditions } = await decoder.decode(request).finally(() => decoder.close());
    await ollama.teach(renditions?.sheet ?? "", "A lighthouse changes its colours.");
    const photo = await indexed(bytes, "clip.webm");
    expect(photo).toMatchObject({
      ...{ kind: "video", type: "video/webm", durationMs: 4000, width: 160, height: 90, title: "Harbour" },
      ...{ status: "indexed", flaw: null, pictureNote: null, animated: false },
      caption: { text: "A lighthouse changes its colours." },
    });
    for (const [kind, type] of [
      ["preview", "image/jpeg"],
      ["thumbnail", "image/webp"],
    ])
      expect((await fetch(`${glimpse.url}/photos/${photo.id}/${kind}`)).headers.get("content-type")).toBe(
        type,
      );
    expect(filesIn(glimpse.dataFolder, "renditions")).toHaveLength(3);
    const found = async (text: string) =>
      (await glimpse.api.search.run.query({ text })).hits.map((hit) => hit.photo.id);
    expect(await found("lighthouse")).toEqual([photo.id]);
    expect(await found("videos longer than 3 seconds")).toEqual([photo.id]);
    expect(await found("Videos länger als eine Minute")).toEqual([]);
    expect(await found("only photos")).toEqual([]);

    const original = `${glimpse.url}/photos/${photo.id}/original`;
    const part = await fetch(original, { headers: { range: "bytes=100-199" } });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-type")).toBe("video/webm");
    expect(part.headers.get("content-range")).toBe(`bytes 100-199/${bytes.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(100, 200));
    const etag = part.headers.get("etag") ?? "";
    const go = (tag: string) => fetch(original, { headers: { range: "bytes=50-", "if-range": tag } });
    expect((await go(etag)).status).toBe(206);
    expect((await go('"another"')).status).toBe(200);
    expect(part.headers.get("content-security-policy")).toContain("media-src 'self'");
  },
);

film("each container is taken under its own type, whatever it is called", async () => {
  const types: [string, string, FilmOptions][] = [
    ["b.mp4", "video/mp4", {}],
    ["b.mov", "video/quicktime", { turn: 90 }],
    ["b.3gp", "video/3gpp", { codec: "mpeg4" }],
    ["b.mkv", "video/matroska", {}],
  ];
  for (const [name, type, options] of types) {
    const photo = await indexed(await filmed(name, options), `${name}.jpg`);
    expect(photo).toMatchObject({ type, kind: "video", thumbhash: expect.any(String), status: "indexed" });
  }
});

film("a cut video ends with its reason, and the next one is prepared", async () => {
  const bytes = await filmed("c.mp4", { seconds: 3 });
  // Its index is at its end.
  const cut = await indexed(bytes.subarray(0, bytes.length - 600), "cut.mp4");
  expect(cut).toMatchObject({ status: "failed", failure: { stage: "prepare" } });
  expect(cut.failure?.reason).toMatch(/damaged|ends too early/);
  expect(await indexed(bytes, "whole.mp4")).toMatchObject({
    status: "indexed",
    thumbhash: expect.any(String),
  });
});

film("a video may be larger than a photo, and has a limit of its own", async () => {
  const bytes = await filmed("d.mp4", { seconds: 1 });
  const larger = (length: number) => Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]);
  expect((await sendPhoto(glimpse.url, larger(2_000_000), { name: "d.mp4" })).status).toBe(200);
  expect(await sendPhoto(glimpse.url, larger(3_000_001), { name: "d.mp4" })).toMatchObject({
    status: 413,
    error: { message: "The file is larger than 3 MB, the limit here." },
  });
  const jpeg = Buffer.concat([Buffer.from("ffd8ffe000104a464946", "hex"), Buffer.alloc(1_500_000)]);
  expect(await sendPhoto(glimpse.url, jpeg)).toMatchObject({
    status: 413,
    error: { message: "The file is larger than 1 MB, the limit here." },
  });
});

test("the status names the limit of videos, what is accepted, and nothing that is missing", async () => {
  const { maxVideoBytes, accepted, decoder } = await glimpse.api.system.status.query();
  expect(maxVideoBytes).toBe(3_000_000);
  expect(accepted).toEqual(
    expect.arrayContaining(["video/mp4", "video/quicktime", "video/webm", "image/jpeg"]),
  );
  if (hasFilmReader()) expect(decoder).toBeNull();
});
