import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { freePort } from "./fixtures/free-port.ts";
import { checkout, type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { callProcedure, procedures } from "./fixtures/procedures.ts";
import { hasProc, mappedFiles } from "./fixtures/processes.ts";
import { expectNoInsides, type RawAnswer, type RawOptions, rawRequest } from "./fixtures/raw-request.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

const tag = `<script>alert(1)</script>"'<img src=x onerror=alert(2)>`;
/** Whole tags are removed from a model's answer. These are not whole, but a browser would run them as if they were. */
const almostTags = `<svg/onload=alert(3)> and <img src=x onerror=alert(4)// "' & more`;
const nobody = "01890000-0000-7000-8000-000000000000";
const json = { "content-type": "application/json" };

let ollama: OllamaDouble;
let glimpse: RunningGlimpse;
/** The photo has a hostile name and caption, and the model's raw answer, which is kept, is hostile too. A turn of a conversation with a hostile title shows it. */
let photoId: string;
let conversationId: string;
let turnId: string;

beforeAll(async () => {
  const image = await drawPhoto(1);
  ollama = await startOllama({
    captions: [{ image, caption: `A dog on a beach holds a sign that says ${tag} ${almostTags} in red.` }],
  });
  glimpse = await startGlimpse({ ollama: ollama.url });
  photoId = (await sendPhoto(glimpse.url, image, { name: `${tag}.jpg` })).photo?.id ?? "";
  const { caption } = await until("the photo is indexed", async () => {
    const photo = await glimpse.api.photos.get.query({ id: photoId });
    return photo.status === "indexed" && photo;
  });
  expect(caption?.text).toContain("alert(1)");
  expect(caption?.text).toContain("<svg/onload=alert(3)>");
  expect(caption?.text).toContain("<img src=x onerror=alert(4)//");
  // The model's full answer is shown beside the caption, including tags.
  expect(caption?.raw).toContain(tag);
  conversationId = (await glimpse.api.conversations.create.mutate({ title: tag })).id;
  turnId = randomUUID();
  const turn = { conversationId, turnId, text: `a dog ${tag}` };
  const told = await Array.fromAsync(await glimpse.api.conversations.say.mutate(turn));
  // A word that nobody knows is asked of the chat model, and the first answer stands meanwhile.
  expect(told.map(({ type }) => type).filter((type) => type !== "stands")).toEqual([
    "plan",
    "hits",
    "words",
    "done",
  ]);
});
afterAll(async () => {
  await glimpse[Symbol.asyncDispose]();
  await ollama[Symbol.asyncDispose]();
});

const get = (path: string, options?: RawOptions) => rawRequest(glimpse.url, path, options);
const host = () => new URL(glimpse.url).host;
const pages = () => ["/", `/c/${conversationId}`, `/?photo=${photoId}`];
const photoPaths = () =>
  ["original", "download", "preview", "thumbnail"].map((variant) => `/photos/${photoId}/${variant}`);

const expectDiscreet = (answer: RawAnswer) => expectNoInsides(answer, [checkout, glimpse.dataFolder]);

const mutations = procedures.filter(({ type }) => type === "mutation").map(({ name }) => name);
const call = (name: string, input?: unknown, headers?: Record<string, string>) =>
  callProcedure(glimpse.url, name, JSON.stringify(input), headers);
const codeOf = ({ body }: RawAnswer): unknown => JSON.parse(body).error?.data.code;

describe("who may send requests", () => {
  const addresses = Object.values(networkInterfaces())
    .flat()
    .flatMap((one) => (one && !one.internal && one.family === "IPv4" ? [one.address] : []));

  test.skipIf(addresses.length === 0)("other machines cannot connect", async () => {
    for (const address of addresses) {
      const [error] = await once(connect(Number(new URL(glimpse.url).port), address), "error").catch(
        (error) => [error],
      );
      expect(error).toMatchObject({ code: "ECONNREFUSED" });
    }
  });

  test.each([
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.evil.example:80",
    "evil.example:80@127.0.0.1",
  ])('every route refuses a request for the foreign host name "%s"', async (name) => {
    const paths = [
      "/",
      "/healthz",
      "/readyz",
      "/favicon.svg",
      "/c/x",
      "/nothing",
      ...pages(),
      ...photoPaths(),
    ];
    const queries = procedures.map((procedure) => `/api/trpc/${procedure.name}`);
    for (const path of [...paths, ...queries]) {
      const answer = await get(path, { headers: { host: name } });
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.body).not.toContain(photoId);
    }
    for (const mutation of mutations) {
      const options = { method: "POST", headers: { ...json, host: name }, body: "{}" };
      expect((await get(`/api/trpc/${mutation}`, options)).status).toBe(403);
    }
  });

  test.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://127.0.0.1:1" },
    { origin: "http://127.0.0.1" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "same-origin", origin: "https://evil.example" },
  ])("writes from another site are refused: %o", async (headers) => {
    for (const mutation of mutations) {
      for (const type of [
        "application/json",
        "text/plain",
        "application/octet-stream",
        "multipart/form-data; boundary=x",
      ]) {
        const options = { method: "POST", headers: { "content-type": type, ...headers }, body: "{}" };
        expect((await get(`/api/trpc/${mutation}`, options)).status).toBe(403);
      }
    }
    expect((await get("/", { method: "POST", headers })).status).toBe(403);
    expect((await glimpse.api.photos.get.query({ id: photoId })).id).toBe(photoId);
  });

  test("its own pages may write, and so may programs, which send no Origin", async () => {
    const own: Record<string, string>[] = [
      {},
      { origin: glimpse.url },
      { "sec-fetch-site": "same-origin" },
      { "sec-fetch-site": "none" },
    ];
    for (const headers of own) {
      const { status } = await call("photos.remove", { ids: [nobody] }, headers);
      expect(status).toBe(200);
    }
    for (const name of ["localhost", "127.0.0.1", "[::1]", host()]) {
      expect((await get("/healthz", { headers: { host: name } })).status).toBe(200);
    }
  });

  test("if an origin is configured, only that origin may write", async () => {
    const port = await freePort();
    const settings = { GLIMPSE_PORT: String(port), GLIMPSE_ORIGIN: "http://photos.example" };
    await using proxied = await startGlimpse({ settings });
    expect(proxied.url).toBe("http://photos.example");
    const remove = async (host: string, origin: string) => {
      const options = {
        method: "POST",
        headers: { ...json, host, origin },
        body: JSON.stringify({ ids: [nobody] }),
      };
      return (await rawRequest(`http://127.0.0.1:${port}`, "/api/trpc/photos.remove", options)).status;
    };
    expect(await remove("photos.example", "http://photos.example")).toBe(200);
    expect(await remove("127.0.0.1", "http://photos.example")).toBe(200);
    expect(await remove("photos.example", "http://evil.example")).toBe(403);
    expect(await remove("evil.example", "http://photos.example")).toBe(403);
    expect(await remove("photos.example.evil.example", "http://photos.example")).toBe(403);
  });

  test("no answer allows another site to read it", async () => {
    for (const path of ["/", ...photoPaths(), "/api/trpc/system.status"]) {
      const { headers } = await get(path, { headers: { origin: "https://evil.example" } });
      expect(headers["access-control-allow-origin"]).toBeUndefined();
      expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    }
  });
});

describe("page policies", () => {
  test("a page runs only scripts with the nonce of its own answer, and shows only our pictures", async () => {
    const seen = new Set<string>();
    for (const path of [...pages(), ...pages()]) {
      const { status, headers, body } = await get(path);
      expect(status).toBe(200);
      const policy = String(headers["content-security-policy"]);
      const [, nonce = ""] =
        /script-src 'self' 'nonce-([A-Za-z0-9+/=]{22,})' 'wasm-unsafe-eval';/.exec(policy) ?? [];
      expect(nonce).not.toBe("");
      seen.add(nonce);
      expect(policy).not.toMatch(/'unsafe-eval'|script-src[^;]*unsafe-inline|https?:|\*/);
      expect(policy).toMatch(/default-src 'self'(?:;|$)/);
      expect(policy).toMatch(/img-src 'self'/);
      expect(policy).toMatch(/frame-ancestors 'none'/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      const scripts = body.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
    expect(seen.size).toBe(pages().length * 2);
  });

  test("names, titles, questions and captions are shown as text", async () => {
    let shown = "";
    for (const path of pages()) {
      const { headers, body } = await get(path);
      expect(body).not.toContain("<script>alert");
      expect(body).not.toContain("<img src=x");
      expect(body).not.toContain("<svg/onload");
      expect(JSON.stringify(headers)).not.toContain("alert");
      shown += body;
    }
    expect(shown).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    // The caption is on one of the pages, too.
    expect(shown).toContain("alert(3)");
    expect(shown).toContain("alert(4)");
  });

  test("a photo that is opened as a page may do nothing", async () => {
    for (const path of photoPaths()) {
      const { status, headers } = await get(path);
      expect(status).toBe(200);
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none';.*; sandbox$/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-type"]).toMatch(/^image\/(jpeg|webp)$/);
    }
  });
});

test.runIf(hasProc)("the web process loads no library that opens images", async () => {
  for (const path of [...pages(), ...photoPaths()]) await get(path);
  const libraries = mappedFiles(glimpse.processes().web ?? 0);
  expect(libraries.length).toBeGreaterThan(0);
  expect(libraries.filter((file) => /vips|sharp|heif|exiftool/i.test(file))).toEqual([]);
});

describe("wrong requests", () => {
  test.each([
    "/photos/../../package.json",
    "/photos/..%2f..%2fpackage.json/original",
    "/photos/%2e%2e/original",
    "/photos/%00/original",
    "/photos/%E0%A4%A/original",
    "/photos/'%20or%201=1--/original",
    `/photos/${nobody}/original`,
    `/photos/${nobody}/thumbnail`,
    "/photos/x/secret",
    "/assets/../../../package.json",
    "/assets/..%2f..%2f..%2fpackage.json",
    "/assets/%2e%2e/%2e%2e/server/index.js",
    "/assets/..\\..\\server\\index.js",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//etc/passwd",
    "/.env",
    "/data/glimpse.sqlite",
    "/originals/",
    "/%",
    "/c/%E0%A4%A",
    "/c/..%2f..%2fx",
    `/c/${nobody}`,
    "/api/trpc/",
    "/api/trpc/photos",
    "/api/trpc/__proto__",
    "/api/trpc/constructor.prototype",
    "/api/trpc/photos.%00",
    "/api/trpc/photos.get,photos.get?batch=1&input=%7B",
  ])("%s gets 404 or 400 and reveals nothing", async (path) => {
    const answer = await get(path);
    expect([400, 404]).toContain(answer.status);
    expectDiscreet(answer);
    expect(answer.body).not.toContain('"dependencies"');
  });

  test.each([
    "TRACE",
    "OPTIONS",
    "PUT",
    "DELETE",
    "PATCH",
    "PROPFIND",
  ])("the method %s gets 405", async (method) => {
    for (const path of ["/", `/photos/${photoId}/original`, "/api/trpc/photos.remove", "/nothing"]) {
      const answer = await get(path, { method });
      expect(answer.status).toBe(405);
      expectDiscreet(answer);
    }
  });

  test("GET and HEAD cannot write, not even with a header that overrides the method", async () => {
    const input = `?input=${encodeURIComponent(JSON.stringify({ ids: [photoId] }))}`;
    for (const headers of [{}, { "x-http-method-override": "POST" }, { "x-method-override": "POST" }]) {
      const answer = await get(`/api/trpc/photos.remove${input}`, { headers });
      expect(answer.status).toBe(405);
      expectDiscreet(answer);
    }
    await get(`/api/trpc/photos.remove${input}`, { method: "HEAD" });
    expect((await glimpse.api.photos.get.query({ id: photoId })).id).toBe(photoId);
  });

  test.each([
    ["photos.get", { id: "x" }, "id: "],
    ["photos.get", {}, "id: "],
    ["photos.list", { limit: 0 }, "limit: "],
    ["photos.list", { cursor: "1 or 1=1" }, "cursor: is not a cursor of this list"],
    ["photos.remove", { ids: [] }, "ids: "],
    ["photos.remove", { ids: ["x"] }, "ids.0: "],
    ["photos.known", { sha256: ["A"] }, "sha256.0: must be hashes in lower-case hex"],
    ["search.plan", { text: "x".repeat(2_001) }, "text: is longer than 2,000 characters"],
    ["search.plan", { text: "a dog", timeZone: "Mars/Olympus" }, "timeZone: is not a time zone"],
    ["search.plan", { text: "a dog", now: "yesterday" }, "now: "],
    ["conversations.rename", { id: nobody, title: " " }, "title: must not be empty"],
  ] as const)("%s(%o) gets 400, and the message names the field", async (name, input, words) => {
    const answer = await call(name, input);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body).error.message).toMatch(new RegExp(`^${words}`));
    expect(codeOf(answer)).toBe("BAD_REQUEST");
    expectDiscreet(answer);
  });

  test.each([
    "photos.get",
    "search.similar",
    "conversations.get",
    "conversations.rename",
  ])("%s with an unknown id gets 404", async (name) => {
    const ids = { id: nobody, photoId: nobody, turnId: nobody, title: "x" };
    const answer = await call(name, ids);
    expect([answer.status, codeOf(answer)]).toEqual([404, "NOT_FOUND"]);
  });

  test("invalid JSON gets 400, and an unknown procedure gets 404", async () => {
    for (const name of ["photos.get", "photos.remove"]) {
      for (const input of ["{", '{"ids":', "\0", "[1", "undefined", '"\\']) {
        const answer = await callProcedure(glimpse.url, name, input);
        expect([input, answer.status, codeOf(answer)]).toEqual([input, 400, "BAD_REQUEST"]);
        expectDiscreet(answer);
      }
    }
    const answer = await get("/api/trpc/photos.everything");
    expect([answer.status, codeOf(answer)]).toEqual([404, "NOT_FOUND"]);
  });

  test("more than a megabyte of JSON is refused with every content type", async () => {
    const body = JSON.stringify({ ids: ["x".repeat(1_500_000)] });
    for (const type of [
      "application/json",
      "application/json; charset=utf-8",
      "multipart/form-data; boundary=x",
    ]) {
      const answer = await get("/api/trpc/photos.remove", {
        method: "POST",
        headers: { "content-type": type },
        body,
      });
      expect([type, answer.status]).toEqual([type, 413]);
    }
  });
});
