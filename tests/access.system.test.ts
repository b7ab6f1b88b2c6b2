import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createGlimpse } from "#client/index.ts";
import { select } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { checkout, type RunningGlimpse, run, spawnGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { callProcedure, procedures } from "./fixtures/procedures.ts";
import { type RawOptions, rawRequest } from "./fixtures/raw-request.ts";
import { announce, askTus, lookAt, sendFrom } from "./fixtures/resuming.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

const password = "correct horse battery";
const form = { "content-type": "application/x-www-form-urlencoded" };

/** Runs the `glimpse` command over a data folder. */
async function command(dataFolder: string, args: string[], input = ""): Promise<string> {
  const [program, ...entry] = run("cli/main.ts");
  const running = promisify(execFile)(program, [...entry, ...args], {
    cwd: checkout,
    env: { ...process.env, GLIMPSE_DATA: dataFolder, GLIMPSE_MODELS: "off" },
  });
  running.child.stdin?.end(input);
  return (await running).stdout;
}

async function newToken(dataFolder: string, scope: string, name: string): Promise<string> {
  const printed = await command(dataFolder, ["token", "create", `--${scope}`, "--name", name]);
  return /^glimpse_\S{43}$/m.exec(printed)?.[0] ?? "";
}

/** Logs in as a browser does, and returns the header that it sends from then on. */
async function logIn(url: string, given = password, headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ password: given }).toString();
  const options = { method: "POST", headers: { ...form, origin: url, ...headers }, body };
  const answer = await rawRequest(url, "/login?to=%2Fsettings", options);
  const set = answer.headers["set-cookie"]?.[0] ?? "";
  return { answer, set, cookie: set.split(";")[0] ?? "" };
}

type Who = "stranger" | "nonsense" | "forged" | "revoked" | "read" | "upload" | "all" | "browser" | "left";

let glimpse: RunningGlimpse;
let photoId: string;
const sent: Record<Who, Record<string, string>> = {
  stranger: {},
  nonsense: { authorization: "Bearer nonsense" },
  forged: { authorization: `Bearer glimpse_${"A".repeat(43)}`, cookie: `glimpse_session=${"A".repeat(43)}` },
  ...{ revoked: {}, read: {}, upload: {}, all: {}, browser: {}, left: {} },
};
const everybody = Object.keys(sent) as Who[];
const strangers = new Set<Who>(["stranger", "nonsense", "forged", "revoked", "left"]);

beforeAll(async () => {
  glimpse = await startGlimpse();
  photoId = (await sendPhoto(glimpse.url, await drawPhoto(1))).photo?.id ?? "";
  await until("the photo is prepared", async () => {
    return (await glimpse.api.photos.get.query({ id: photoId })).thumbhash;
  });
  await command(glimpse.dataFolder, ["password", "set"], `${password}\n`);
  for (const scope of ["read", "upload", "all"] as const) {
    sent[scope] = { authorization: `Bearer ${await newToken(glimpse.dataFolder, scope, scope)}` };
  }
  sent.revoked = { authorization: `Bearer ${await newToken(glimpse.dataFolder, "all", "lost")}` };
  await command(glimpse.dataFolder, ["token", "revoke", "lost"]);
  sent.browser = { cookie: (await logIn(glimpse.url)).cookie };
  sent.left = { cookie: (await logIn(glimpse.url)).cookie };
  await callProcedure(glimpse.url, "access.signOut", undefined, sent.left);
});
afterAll(() => glimpse[Symbol.asyncDispose]());

const get = (path: string, options?: RawOptions) => rawRequest(glimpse.url, path, options);

describe("every procedure", () => {
  /** Exceptions from the rule that a query needs the scope `read` and a mutation the scope `all`. */
  const exceptions: Record<string, Who[]> = {
    "photos.upload": ["upload", "all", "browser"],
    "photos.known": ["read", "upload", "all", "browser"],
    "access.signOutEverywhere": ["browser"],
  };
  const mayCall = (name: string, type: string): Who[] =>
    exceptions[name] ?? (type === "mutation" ? ["all", "browser"] : ["read", "all", "browser"]);
  // Logging out is tried at the end, with cookies of its own.
  const walked = procedures.filter(({ name }) => !name.startsWith("access.signOut"));

  test.each(everybody)("as %s", async (who) => {
    expect(walked.length).toBeGreaterThan(25);
    for (const { name, type } of walked) {
      const { status } = await callProcedure(glimpse.url, name, "{}", sent[who]);
      const expected = mayCall(name, type).includes(who) ? "let in" : strangers.has(who) ? 401 : 403;
      expect([name, [401, 403].includes(status) ? status : "let in"]).toEqual([name, expected]);
    }
  });

  test.each([...strangers])("in a batch as %s", async (who) => {
    const names = procedures.filter(({ type }) => type === "query").map(({ name }) => name);
    const answer = await get(`/api/trpc/${names.slice(0, 15).join(",")}?batch=1`, { headers: sent[who] });
    expect([answer.status, JSON.parse(answer.body).error.data.code]).toEqual([401, "UNAUTHORIZED"]);
    expect(answer.headers["www-authenticate"]).toBe("Bearer");
  });
});

describe("every other address", () => {
  const photoPaths = () =>
    ["original", "download", "preview", "thumbnail"].map((variant) => `/photos/${photoId}/${variant}`);
  const pages = () => [
    "/",
    "/library",
    "/bin",
    "/settings",
    `/?photo=${photoId}`,
    `/c/${randomUUID()}`,
    "/nothing",
  ];
  const data = ["/_root.data", "/settings.data", "/LOGIN.data"];

  test.each(everybody)("as %s", async (who) => {
    const headers = sent[who];
    const isKnown = !strangers.has(who);
    const isWhole = who === "all" || who === "browser";
    for (const path of photoPaths()) {
      const expected = !isKnown ? 401 : who === "upload" ? 403 : 200;
      expect([path, (await get(path, { headers })).status]).toEqual([path, expected]);
      expect((await get(path, { method: "HEAD", headers })).status).toBe(expected);
    }
    const form = { "content-type": "application/x-www-form-urlencoded", ...headers };
    const zip = await get("/photos/zip", { method: "POST", headers: form, body: `ids=${photoId}` });
    expect(zip.status).toBe(!isKnown ? 401 : who === "upload" ? 403 : 200);
    for (const path of pages()) {
      const answer = await get(path, { headers });
      if (isWhole) expect([path, [200, 404].includes(answer.status)]).toEqual([path, true]);
      else {
        expect([path, answer.status]).toEqual([path, 303]);
        expect(answer.headers.location).toBe(`/login?to=${encodeURIComponent(path)}`);
      }
    }
    for (const path of data) {
      const { status } = await get(path, { headers });
      expect([path, status === 401]).toEqual([path, !isWhole]);
    }
    expect((await get("/", { method: "POST", headers, body: "" })).status === 401).toBe(!isWhole);
    expect((await get("/healthz", { headers })).body).toBe("ok");
    const ready = JSON.parse((await get("/readyz", { headers })).body);
    expect([ready.ready, "engines" in ready]).toEqual([true, isKnown]);
    expect((await get("/login", { headers })).status).toBe(isWhole ? 302 : 200);
  });

  test("the login page shows a stranger nothing of the library", async () => {
    for (const path of ["/login", "/login.data"]) {
      const { status, body } = await get(path);
      expect(status).toBe(200);
      for (const secret of [photoId, glimpse.dataFolder, "conversations"]) expect(body).not.toContain(secret);
    }
  });
});

describe("uploads that go on after a break", () => {
  test.each(everybody)("as %s", async (who) => {
    const begun = await announce(glimpse.url, { bytes: 10 }, sent[who]);
    const mayUpload = ["upload", "all", "browser"].includes(who);
    expect(begun.status).toBe(mayUpload ? 201 : strangers.has(who) ? 401 : 403);
    if (!mayUpload) return;
    // Only who began it finds it, whatever else they may do.
    for (const other of everybody) {
      const expected = strangers.has(other) ? 401 : other === "read" ? 403 : other === who ? 200 : 404;
      expect([other, (await lookAt(glimpse.url, begun.path, sent[other])).status]).toEqual([other, expected]);
      if (other === who) continue;
      const bytes = new Uint8Array(10);
      const { status } = await sendFrom(glimpse.url, begun.path, bytes, 0, { headers: sent[other] });
      expect([other, status]).toEqual([other, expected]);
      const gone = await askTus(glimpse.url, { method: "DELETE", path: begun.path, headers: sent[other] });
      expect([other, gone.status]).toEqual([other, expected]);
    }
  });
});

describe("logging in", () => {
  test("leads to the page that was asked for, with a cookie that scripts cannot read", async () => {
    const { answer, set } = await logIn(glimpse.url);
    expect([answer.status, answer.headers.location]).toEqual([303, "/settings"]);
    expect(set).toMatch(/^glimpse_session=[\w-]{43}; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax$/);
    const stored = select<{ id: string }>(glimpse.dataFolder, "select id from sessions");
    expect(stored.length).toBeGreaterThan(0);
    for (const { id } of stored) expect(set).not.toContain(id);
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/login",
  ])("never leads to %s", async (to) => {
    const body = new URLSearchParams({ password }).toString();
    const path = `/login?to=${encodeURIComponent(to)}`;
    const answer = await get(path, { method: "POST", headers: { ...form, origin: glimpse.url }, body });
    expect(answer.headers.location).toBe("/");
  });

  test("with a wrong password says so, and gives no cookie", async () => {
    const { answer, set } = await logIn(glimpse.url, "a wrong password");
    expect([answer.status, set]).toEqual([401, ""]);
    expect(answer.body).toContain("This is not the password.");
  });

  test("from another site is refused", async () => {
    const { answer } = await logIn(glimpse.url, password, { origin: "https://evil.example" });
    expect(answer.status).toBe(403);
  });

  test("too often from one address has to wait", async () => {
    await using other = await startGlimpse({ settings: { GLIMPSE_PASSWORD: password } });
    for (let tries = 0; tries < 10; tries++) {
      expect((await logIn(other.url, `guess number ${tries}`)).answer.status).toBe(401);
    }
    const { answer } = await logIn(other.url);
    expect([answer.status, Number(answer.headers["retry-after"]) > 0]).toEqual([429, true]);
    // Nobody gets around it by saying that they are somebody else.
    const { answer: again } = await logIn(other.url, password, { "x-forwarded-for": "203.0.113.9" });
    expect(again.status).toBe(429);
  });
});

test("the typed client works with a token, and its event stream ends when the token is revoked", async () => {
  const token = await newToken(glimpse.dataFolder, "all", "client");
  const { api } = createGlimpse({ url: glimpse.url, token });
  expect((await api.photos.get.query({ id: photoId })).id).toBe(photoId);
  const seen: string[] = [];
  const watching = api.jobs.watch.subscribe(undefined, { onData: ({ data }) => seen.push(data.type) });
  const raw = await fetch(`${glimpse.url}/api/trpc/jobs.watch`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const ended = raw.text().then(
    () => true,
    () => true,
  );
  const uploader = createGlimpse({ url: glimpse.url, token: sent.upload.authorization?.slice(7) ?? "" });
  await until("the watcher sees a photo come", async () => {
    await sendPhoto(glimpse.url, Buffer.concat([await drawPhoto(2), Buffer.from(randomUUID())]), {
      headers: sent.upload,
    });
    return seen.includes("received");
  });
  await expect(uploader.api.photos.list.query()).rejects.toMatchObject({ data: { code: "FORBIDDEN" } });
  await command(glimpse.dataFolder, ["token", "revoke", "client"]);
  expect(await ended).toBe(true);
  watching.unsubscribe();
  await expect(api.photos.get.query({ id: photoId })).rejects.toMatchObject({
    data: { code: "UNAUTHORIZED" },
  });
});

test("tokens are listed without themselves, and the rows hold only their hashes", async () => {
  const printed = await command(glimpse.dataFolder, ["token", "list"]);
  expect(printed).toMatch(/^[0-9a-f-]{36} {2}read {4}last used \d{4}-\d\d-\d\d \d\dh UTC {2}read$/m);
  expect(printed).toMatch(/^[0-9a-f-]{36} {2}all {5}revoked .* lost$/m);
  const rows = JSON.stringify(select(glimpse.dataFolder, "select * from api_tokens"));
  for (const headers of Object.values(sent)) {
    const token = headers.authorization?.slice("Bearer ".length);
    if (token) expect(rows + printed).not.toContain(token);
  }
});

test("logging out everywhere ends every browser and its event stream, and no token", async () => {
  const others = [await logIn(glimpse.url), await logIn(glimpse.url)];
  const [first, second] = others.map(({ cookie }) => ({ cookie }));
  const stream = await fetch(`${glimpse.url}/api/trpc/jobs.watch`, { headers: first ?? {} });
  const ended = stream.text().then(
    () => true,
    () => true,
  );
  const answer = await callProcedure(glimpse.url, "access.signOutEverywhere", undefined, second);
  expect(JSON.parse(answer.body).result.data.browsers).toBeGreaterThanOrEqual(2);
  expect(await ended).toBe(true);
  for (const { cookie } of others) {
    expect((await callProcedure(glimpse.url, "jobs.summary", undefined, { cookie })).status).toBe(401);
  }
  expect((await callProcedure(glimpse.url, "jobs.summary", undefined, sent.read)).status).toBe(200);
});

describe("an address that other machines reach", () => {
  const settings = (folder: string) => ({
    GLIMPSE_DATA: folder,
    GLIMPSE_MODELS: "off",
    GLIMPSE_HOST: "0.0.0.0",
  });

  test("is refused without a password, in one line that says what to do", async () => {
    await using folder = await temporaryFolder();
    await using refused = spawnGlimpse({ settings: settings(folder.path) });
    expect(await refused.ended).toBe(1);
    expect(refused.output().trim()).toBe(
      'glimpse: GLIMPSE_HOST: other machines could see all photos at 0.0.0.0, because there is no password; set GLIMPSE_PASSWORD, or run "npm run glimpse -- password set"',
    );
  });

  test("is listened on with one, and printed for phones; without it nobody is let in any more", async () => {
    await using folder = await temporaryFolder();
    await command(folder.path, ["password", "set"], `${password}\n`);
    await using open = spawnGlimpse({ settings: settings(folder.path) });
    const url = await open.address();
    expect((await fetch(`${url}/api/trpc/jobs.summary`)).status).toBe(401);
    if (/For phones/.test(open.output())) expect(open.output()).toMatch(/For phones: http:\/\/\S+\n[\s▀▄█]+/);
    await command(folder.path, ["password", "remove"]);
    expect((await fetch(`${url}/api/trpc/jobs.summary`)).status).toBe(401);
  });
});

test("behind a trusted proxy the cookie is for TLS only, and each address has its own tries", async () => {
  const settings = {
    GLIMPSE_PASSWORD: password,
    GLIMPSE_TRUSTED_PROXIES: "127.0.0.1",
  };
  await using proxied = await startGlimpse({ settings });
  const secure = await logIn(proxied.url, password, { "x-forwarded-proto": "https" });
  expect(secure.set).toMatch(/; SameSite=Lax; Secure$/);
  for (let tries = 0; tries < 11; tries++) {
    await logIn(proxied.url, "a wrong password", { "x-forwarded-for": "203.0.113.9" });
  }
  const from = async (address: string) =>
    (await logIn(proxied.url, password, { "x-forwarded-for": address })).answer.status;
  expect([await from("203.0.113.9"), await from("203.0.113.10")]).toEqual([429, 303]);
});

test("a new password in the settings replaces the old one, and logs browsers out", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = `${folder.path}/data`;
  let cookie = "";
  {
    await using first = await startGlimpse({ dataFolder, settings: { GLIMPSE_PASSWORD: password } });
    ({ cookie } = await logIn(first.url));
    expect((await callProcedure(first.url, "jobs.summary", undefined, { cookie })).status).toBe(200);
  }
  {
    await using again = await startGlimpse({ dataFolder, settings: { GLIMPSE_PASSWORD: password } });
    expect((await callProcedure(again.url, "jobs.summary", undefined, { cookie })).status).toBe(200);
  }
  await using other = await startGlimpse({ dataFolder, settings: { GLIMPSE_PASSWORD: "another password" } });
  expect((await callProcedure(other.url, "jobs.summary", undefined, { cookie })).status).toBe(401);
  expect((await logIn(other.url)).answer.status).toBe(401);
  expect((await logIn(other.url, "another password")).answer.status).toBe(303);
});
