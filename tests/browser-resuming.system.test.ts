import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BreakingLine, breakingLine } from "./fixtures/breaking-line.ts";
import { openPage } from "./fixtures/browser.ts";
import { type BrowsedGlimpse, startBrowsedGlimpse } from "./fixtures/browsing.ts";
import { damagedOriginals, filesIn, sha256 } from "./fixtures/data-folder.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { killHard } from "./fixtures/processes.ts";
import { until } from "./fixtures/until.ts";

const lost = "Waiting for the connection. It goes on by itself.";

let browsed: BrowsedGlimpse;
let line: BreakingLine;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  browsed = await startBrowsedGlimpse();
  line = await breakingLine(browsed.glimpse.url);
});
afterAll(async () => {
  await line?.[Symbol.asyncDispose]();
  await browsed?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

async function largePhoto(seed: number): Promise<{ path: string; bytes: Buffer }> {
  const bytes = Buffer.concat([await drawPhoto(seed), Buffer.alloc(30_000_000, `${seed} `)]);
  const path = join(folder.path, `large-${seed}.jpg`);
  await writeFile(path, bytes);
  return { path, bytes };
}

async function addFile(page: Page, path: string): Promise<void> {
  const picker = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add photos" }).click();
  await (await picker).setFiles([path]);
}

const staged = () => filesIn(browsed.glimpse.dataFolder, "staging").length;
const total = async () => (await browsed.glimpse.api.jobs.summary.query()).total;

test("a large photo goes on after a lost connection and a killed server, and arrives once", async () => {
  await using opened = await openPage(browsed.browser, line.url);
  const { page } = opened;
  const { path, bytes } = await largePhoto(1);
  const before = await total();
  const isCut = line.cutAfter(6_000_000);
  await addFile(page, path);
  await isCut;
  await page.getByText(lost).waitFor();
  expect(staged()).toBe(1);
  const { web = 0 } = browsed.glimpse.processes();
  killHard(web);
  await until("the server is back", async () => {
    const answer = await fetch(`${browsed.glimpse.url}/healthz`).catch(() => null);
    return answer?.ok;
  });
  line.mend();
  const file = page.getByRole("list", { name: "Photos of this message" }).getByRole("listitem");
  await expect.poll(() => file.innerText()).toMatch(/In the library|Searchable/);
  await expect.poll(() => page.getByText(lost).count()).toBe(0);
  expect(filesIn(browsed.glimpse.dataFolder, "originals")).toContain(sha256(bytes));
  expect(damagedOriginals(browsed.glimpse.dataFolder)).toEqual([]);
  await expect.poll(() => total()).toBe(before + 1);
  await until("nothing is left in staging", () => staged() === 0);
});

test("a large photo goes on where it was when the page is loaded anew and given it again", async () => {
  await using opened = await openPage(browsed.browser, line.url);
  const { page } = opened;
  const { path, bytes } = await largePhoto(3);
  const before = await total();
  const isCut = line.cutAfter(20_000_000);
  await addFile(page, path);
  await isCut;
  await page.getByText(lost).waitFor();
  line.mend();
  const begun: string[] = [];
  const offsets: number[] = [];
  page.on("request", (request) => {
    if (!request.url().includes("/api/uploads")) return;
    if (request.method() === "POST") begun.push(request.url());
    if (request.method() === "PATCH") offsets.push(Number(request.headers()["upload-offset"]));
  });
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  const [first = 0] = offsets;
  offsets.length = 0;
  await addFile(page, path);
  const file = page.getByRole("list", { name: "Photos of this message" }).getByRole("listitem");
  await expect.poll(() => file.innerText()).toMatch(/In the library|Searchable/);
  expect(begun).toEqual([]);
  // Bytes that the page sent before it was left may count already.
  expect(offsets[0] ?? 0).toBeGreaterThanOrEqual(Math.max(first, 16_000_000));
  expect(filesIn(browsed.glimpse.dataFolder, "originals")).toContain(sha256(bytes));
  expect(damagedOriginals(browsed.glimpse.dataFolder)).toEqual([]);
  expect(await total()).toBe(before + 1);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /upload/.test(key)))).toEqual(
    [],
  );
});

test("a large photo that is taken out of the list leaves nothing behind", async () => {
  await using opened = await openPage(browsed.browser, line.url);
  const { page } = opened;
  const { path } = await largePhoto(2);
  const before = await total();
  const isCut = line.cutAfter(6_000_000);
  await addFile(page, path);
  await isCut;
  await page.getByText(lost).waitFor();
  line.mend();
  await page.getByRole("button", { name: "Remove large-2.jpg" }).click();
  await until("nothing is left in staging", () => staged() === 0);
  await expect.poll(() => total()).toBe(before);
});
