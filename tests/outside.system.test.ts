import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { whileBusy } from "./fixtures/crowding.ts";
import { select } from "./fixtures/data-folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { procedures } from "./fixtures/procedures.ts";
import { type RawOptions, rawRequest } from "./fixtures/raw-request.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

let glimpse: RunningGlimpse;
let photoId: string;
beforeAll(async () => {
  glimpse = await startGlimpse();
  photoId = (await sendPhoto(glimpse.url, await drawPhoto(1))).photo?.id ?? "";
});
afterAll(() => glimpse[Symbol.asyncDispose]());

const get = (path: string, options?: RawOptions) => rawRequest(glimpse.url, path, options);
const queries = procedures.filter(({ type }) => type !== "mutation").map(({ name }) => `/api/trpc/${name}`);
const addresses = () => [
  ...["/", "/settings", "/healthz", "/readyz", "/favicon.ico", "/nothing"],
  ...["original", "download", "preview", "thumbnail"].map((variant) => `/photos/${photoId}/${variant}`),
  ...queries,
];
const batch = (calls: number, name = "system.status") =>
  `/api/trpc/${Array(calls).fill(name).join(",")}?batch=1`;
const resultSets = () => select<{ n: number }>(glimpse.dataFolder, "select count(*) as n from result_sets");

describe("requests that another site makes a browser send", () => {
  test.each([
    { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" },
    { "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" },
    { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
    { referer: "https://evil.example/" },
    { origin: "https://evil.example" },
  ])("is refused at every address: %o", async (headers) => {
    for (const path of addresses()) {
      const answer = await get(path, { headers });
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.body).not.toContain(photoId);
    }
  });

  test("may be a link to a page, and to nothing else", async () => {
    const headers = {
      ...{ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
      referer: "https://wiki.example/",
    };
    for (const path of ["/", "/settings"]) expect((await get(path, { headers })).status).toBe(200);
    for (const path of ["/readyz", `/photos/${photoId}/original`, ...queries]) {
      expect((await get(path, { headers })).status).toBe(403);
    }
  });
});

describe("a request that asks for too much", () => {
  test.each([21, 800, 5_000])("%i calls at once are refused before any work", async (calls) => {
    const path = batch(calls);
    const start = performance.now();
    const answer = await get(path);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body).error).toEqual({
      message: `A request may hold 20 calls; this one has ${calls}.`,
      code: -32600,
      data: { code: "BAD_REQUEST", httpStatus: 400 },
    });
    expect(performance.now() - start).toBeLessThan(whileBusy(1_000));
    const encoded = await get(path.replaceAll(",", "%2C"));
    expect(encoded.status).toBe(400);
    const posted = await get(path, { method: "POST", body: "{}" });
    expect(posted.status).toBe(400);
  });

  test("20 calls are answered", async () => {
    const answer = await get(batch(20));
    expect([answer.status, JSON.parse(answer.body).length]).toEqual([200, 20]);
  });

  test("an address of more than 100,000 characters is refused", async () => {
    const answer = await get(`/api/trpc/system.status?input=${"x".repeat(100_000)}`);
    expect([answer.status, JSON.parse(answer.body).error.message]).toEqual([
      414,
      "The address has 100030 characters; 100000 are allowed.",
    ]);
  });

  test("our client spreads many calls over several requests", async () => {
    const ids = Array.from({ length: 70 }, () => glimpse.api.photos.get.query({ id: photoId }));
    expect(new Set((await Promise.all(ids)).map(({ id }) => id))).toEqual(new Set([photoId]));
  });
});

test("queries write no rows", async () => {
  const before = await resultSets();
  for (const text of ["a dog", "in 2020", "newest first"]) {
    await glimpse.api.search.run.query({ text, limit: 1 });
  }
  await glimpse.api.search.similar.query({ photoId });
  expect(await resultSets()).toEqual(before);
});

test("photos, pages and answers are asked for again each time", async () => {
  for (const path of ["/", "/settings", "/nothing", "/api/trpc/system.status", "/photos/x/original"]) {
    expect([path, (await get(path)).headers["cache-control"]]).toEqual([path, "private, no-store"]);
  }
  const shown = await get(`/photos/${photoId}/original`);
  expect(shown.headers["cache-control"]).toBe("private, no-cache");
  const again = { headers: { "if-none-match": String(shown.headers.etag) } };
  expect(await get(`/photos/${photoId}/original`, again)).toMatchObject({ status: 304, body: "" });
});

describe("an original", () => {
  const path = () => `/photos/${photoId}/original`;

  test("is sent in stretches, and from where a download broke off", async () => {
    const whole = await get(path());
    expect(whole.headers["accept-ranges"]).toBe("bytes");
    const bytes = Number(whole.headers["content-length"]);
    const stretch = async (headers: Record<string, string>) => {
      const answer = await get(path(), { headers });
      return [answer.status, answer.headers["content-range"], answer.headers["content-length"]];
    };
    const etag = String(whole.headers.etag);
    expect(await stretch({ range: "bytes=10-19" })).toEqual([206, `bytes 10-19/${bytes}`, "10"]);
    expect(await stretch({ range: "bytes=-1", "if-range": etag })).toEqual([
      206,
      `bytes ${bytes - 1}-${bytes - 1}/${bytes}`,
      "1",
    ]);
    expect(await stretch({ range: "bytes=0-1", "if-range": '"other"' })).toEqual([
      200,
      undefined,
      String(bytes),
    ]);
    expect((await stretch({ range: `bytes=${bytes}-` })).slice(0, 2)).toEqual([416, `bytes */${bytes}`]);
    const head = await get(path(), { method: "HEAD", headers: { range: "bytes=0-1" } });
    expect([head.status, head.headers["content-length"], head.body]).toEqual([200, String(bytes), ""]);
    const original = await fetch(glimpse.url + path());
    const parts = await Promise.all(
      ["bytes=0-99", "bytes=100-"].map(async (range) => {
        const answer = await fetch(glimpse.url + path(), { headers: { range } });
        return Buffer.from(await answer.arrayBuffer());
      }),
    );
    expect(Buffer.concat(parts).equals(Buffer.from(await original.arrayBuffer()))).toBe(true);
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("has no variant %s", async (name) => {
    expect((await get(`/photos/${photoId}/${name}`)).status).toBe(404);
  });

  test("loses from its name what nobody sees", async () => {
    const name = "photo\u202egpj\r\nSet-Cookie: a=b\u2066.exe.jpg";
    const { photo } = await sendPhoto(glimpse.url, await drawPhoto(2), { name });
    expect(photo?.fileName).toBe("photogpjSet-Cookie: a=b.exe.jpg");
    const { headers } = await get(`/photos/${photo?.id}/download`);
    expect(headers["content-disposition"]).toBe('attachment; filename="photogpjSet-Cookie: a=b.exe.jpg"');
  });
});

test("an upload that breaks off is one line of information", async () => {
  await using talkative = await startGlimpse({ settings: { GLIMPSE_LOG: "info" } });
  const leaving = new AbortController();
  const photo = await drawPhoto(3);
  async function* endless() {
    yield photo;
    yield new Uint8Array(300_000);
    leaving.abort();
    await new Promise(() => {});
  }
  const sent = sendPhoto(talkative.url, endless(), { signal: leaving.signal });
  await expect(sent).rejects.toThrow();
  const lines = () =>
    talkative
      .output()
      .split("\n")
      .filter((line) => /upload/.test(line));
  await until("it is logged", () => lines().length > 0);
  await sendPhoto(talkative.url, photo);
  expect(lines().map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 30, process: "web", msg: "an upload was broken off" }),
  ]);
  expect(talkative.output()).not.toMatch(/"level":[456]0/);
});
