import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ModelsStatus } from "#server/engines/models/port.ts";
import { gguf, ggufFile } from "./doubles/gguf-file.ts";
import { type DoubleOptions, type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import type { DoubleModel } from "./doubles/ollama-models.ts";
import { expectAccessible, launchBrowser, openPage } from "./fixtures/browser.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { freePort } from "./fixtures/free-port.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { until } from "./fixtures/until.ts";

const llava: DoubleModel = { name: "llava", capabilities: ["completion", "vision"] };
const mistral: DoubleModel = { name: "mistral", capabilities: ["completion"] };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let port: number;
let glimpse: RunningGlimpse;
let browser: Browser;

beforeAll(async () => {
  folder = await temporaryFolder();
  port = await freePort();
  glimpse = await startGlimpse({ ollama: `127.0.0.1:${port}`, dataFolder: join(folder.path, "data") });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await glimpse?.stop();
  await folder?.[Symbol.asyncDispose]();
});

let running: OllamaDouble | undefined;

/** Starts a model server at the one address. A test that was broken off may have left another there. */
async function startServer(options: DoubleOptions): Promise<OllamaDouble> {
  await running?.[Symbol.asyncDispose]();
  running = await startOllama({ version: "0.32.15", port, ...options });
  return running;
}

/** Opens the settings as soon as the server has noticed the change of its models. */
async function openSettings(known: (models: ModelsStatus) => boolean) {
  await until("the models are what the test made them", async () =>
    known((await glimpse.api.system.status.query()).models),
  );
  const opened = await openPage(browser, `${glimpse.url}/settings`);
  await opened.page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  return opened;
}

const use = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: title }) });
const button = (page: Page, name: string) => page.getByRole("button", { name });
const said = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words });
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

test("the note about missing models leads to the settings, which lead back", async () => {
  const { id } = await glimpse.api.conversations.create.mutate();
  await using opened = await openPage(browser, glimpse.url);
  const { page, complaints } = opened;
  await page.getByRole("link", { name: "Install Ollama" }).click();
  await page.getByRole("heading", { level: 2, name: "Models" }).waitFor();
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByRole("heading", { level: 1, name: "What would you like to see?" }).waitFor();

  await page.goto(`${glimpse.url}/c/${id}`);
  await page.getByRole("navigation").getByRole("link", { name: "Settings" }).click();
  await page.getByText("SQLite, in the data folder").waitFor();
  await page.reload();
  await page.getByRole("link", { name: "Back" }).click();
  await expect.poll(() => page.url()).toBe(`${glimpse.url}/c/${id}`);
  expect(complaints).toEqual([]);
});

test("without a model server the page says what to do, and it finds the server when it starts", async () => {
  await using opened = await openSettings(({ version }) => version === null);
  const { page, complaints } = opened;
  await expect.poll(() => page.title()).toBe("Settings · Glimpse");
  await page.getByText(`Ollama does not answer at 127.0.0.1:${port}`).waitFor();
  await page.getByText("checks again by itself").waitFor();
  await expect.poll(() => page.getByText("Waits for Ollama").count()).toBe(3);
  await expectAccessible(page);
  await using _ollama = await startServer({ models: [llava, mistral] });
  await said(page, `Ollama 0.32.15 answers at 127.0.0.1:${port}`).waitFor();
  await use(page, "Describes photos").getByText("Ready").waitFor();
  expect(complaints).toEqual([]);
});

test("fetching a model shows its progress, can be cancelled, survives a reload, and makes it ready", async () => {
  await using ollama = await startServer({ models: [], library: [llava, mistral], pace: { pullMs: 250 } });
  await using opened = await openSettings(({ converse }) => !converse.ready && converse.remedy !== null);
  const { page, complaints } = opened;
  // The model that finds photos and converses has only one button.
  await use(page, "Converses").getByText("The same model as above").waitFor();
  await expect.poll(() => page.getByRole("button", { name: /^Fetch/ }).count()).toBe(2);

  // Many people double-click; at the second click the button already says Cancel.
  await button(page, "Fetch llava").dblclick({ delay: 150 });
  const bar = page.getByRole("progressbar", { name: "Fetching llava" });
  await bar.waitFor();
  const describing = use(page, "Describes photos");
  await describing.getByText(/Fetching, \d+ of 21 MB/).waitFor();
  await expect.poll(async () => Number(await bar.getAttribute("aria-valuenow"))).toBeGreaterThan(0);
  // From here on the next step is far off, so that it is not all there before it can be cancelled.
  ollama.pace.pullMs = 600_000;
  await expect.poll(() => bar.getAttribute("aria-valuetext")).toMatch(/of 21 MB/);
  await expectAccessible(page);

  await page.reload();
  await describing.getByText(/Fetching, \d+ of 21 MB/).waitFor();
  await button(page, "Cancel fetching llava").click();
  await describing.getByText("What has been fetched is kept").waitFor();
  await said(page, "Fetching llava is stopped.").waitFor();
  await expect.poll(() => focusedText(page)).toBe("Fetch");
  expect(ollama.asked.filter(({ endpoint }) => endpoint === "pull").map(({ state }) => state)).toEqual([
    "aborted",
  ]);

  ollama.pace.pullMs = 0;
  await page.keyboard.press("Enter");
  await said(page, "llava is fetched.").waitFor();
  await describing.getByText("Ready").waitFor();
  await expect.poll(() => focusedText(page)).toBe("Describes photos");
  expect(complaints).toEqual([]);
});

test("a model that could not be fetched says why and is fetched at the next attempt", async () => {
  await using ollama = await startServer({ models: [llava], library: [mistral] });
  ollama.fail({ kind: "full", on: ["pull"] });
  await using opened = await openSettings(({ describe, embed }) => describe.ready && !embed.ready);
  const { page } = opened;
  await button(page, "Fetch mistral").click();
  await use(page, "Finds them by meaning").getByText("The disk of Ollama is full").waitFor();
  await said(page, "Fetching mistral failed. The disk of Ollama is full").waitFor();
  await expectAccessible(page);
  ollama.fail();
  await button(page, "Try again with mistral").click();
  await use(page, "Converses").getByText("Ready").waitFor();
});

test("a model that needs a copy shows a command if its file cannot be read, and otherwise a button", async () => {
  await using ollama = await startServer({ models: [llava, mistral] });
  await using opened = await openSettings(({ embed }) => !embed.ready && embed.reason === "no-embeddings");
  const { page, complaints } = opened;
  const finding = use(page, "Finds them by meaning");
  const command = finding.getByText("npm run glimpse -- models prepare mistral --file /models/blobs/");
  await command.waitFor();
  await page.getByText("set GLIMPSE_EMBED_MODEL=").waitFor();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(page, "Copy the command").click();
  await button(page, "Copied").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await command.textContent());
  await expectUsable(page);

  const file = join(folder.path, "mistral.gguf");
  const pairs: [string, ReturnType<typeof gguf.string>][] = [["general.architecture", gguf.string("llama")]];
  await writeFile(file, ggufFile({ pairs, tensors: [Buffer.alloc(1 << 16, "weights")] }));
  ollama.install({ ...mistral, file });
  await button(page, "Prepare mistral").click();
  await said(page, "mistral is prepared.").waitFor();
  await finding.getByText("Ready").waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

/** Checks a page in light and dark, wide and narrow, with axe, for size of targets, overflow, and use of Tab. */
async function expectUsable(page: Page): Promise<void> {
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
    const small = await page.locator("main :is(button, a)").evaluateAll((all) =>
      all
        .map((element) => ({ box: element.getBoundingClientRect(), name: element.textContent }))
        .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
        .map(({ name }) => name),
    );
    // Links within a sentence are left out, because they are as high as their line.
    expect(small).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light" });
  const reachable = page.locator("main :is(button, a):visible");
  await reachable.evaluateAll((all) => all.map((element, at) => element.setAttribute("data-at", String(at))));
  const reached = new Set<string>();
  await page.locator("main").focus();
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => document.activeElement?.getAttribute("data-at") ?? "");
    if (at) reached.add(at);
  }
  expect(reached.size).toBe(await reachable.count());
}

test("when Glimpse itself is down, the page stays and says so", async () => {
  await using opened = await openSettings(() => true);
  const { page } = opened;
  await glimpse.stop();
  // Beside it a part of the page may say that its code could not be loaded.
  const trouble = page.getByRole("main").getByRole("alert").filter({ hasText: "No connection to Glimpse" });
  await trouble.getByRole("button", { name: "Retry" }).click();
  await page.getByRole("heading", { level: 2, name: "Engines" }).waitFor();
});
