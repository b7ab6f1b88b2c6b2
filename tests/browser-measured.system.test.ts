import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startInstantModel } from "#bench/instant-model.ts";
import { largeModel, makeLargeLibrary, vectorsOf } from "#bench/large-library.ts";
import { watchScreen } from "#bench/screen-figures.ts";
import { launchBrowser } from "./fixtures/browser.ts";
import { askPage, lastTurn, tiles } from "./fixtures/browsing.ts";
import { expectToFit } from "./fixtures/fitting.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";

/** As many photos as are made in a few seconds; a page that drew them all would have tens of thousands of nodes. */
const size = { photos: 3_000, numbers: 8 };
const mostNodes = 1_500;
const mostShift = 0.05;

const resources = new AsyncDisposableStack();
let newPage: (viewport?: { width: number; height: number }) => Promise<Page>;
let url: string;

beforeAll(async () => {
  const folder = resources.use(await temporaryFolder());
  const dataFolder = join(folder.path, "data");
  await makeLargeLibrary(dataFolder, size);
  const vectorOf = vectorsOf(size.numbers);
  const model = resources.use(await startInstantModel(undefined, (text) => vectorOf(text, 1)));
  const settings = { GLIMPSE_EMBED_MODEL: largeModel };
  const glimpse = resources.use(await startGlimpse({ dataFolder, ollama: model.url, settings }));
  url = glimpse.url;
  const browser = await launchBrowser();
  resources.defer(() => browser.close());
  // The library has no originals: one picture stands for all.
  const picture = await drawPhoto(14_000, { width: 250, height: 188 });
  newPage = async (viewport = { width: 1280, height: 800 }) => {
    const page = await browser.newPage({ viewport, locale: "en-GB" });
    await page.route(/\/photos\/[^/]+\/(thumbnail|preview)/, (route) =>
      route.fulfill({ body: picture, contentType: "image/jpeg" }),
    );
    await watchScreen(page);
    return page;
  };
});
afterAll(() => resources.disposeAsync());

const shiftOf = (page: Page) => page.evaluate(() => window.screenFigures().cls);
const nodesOf = (page: Page) => page.evaluate(() => document.querySelectorAll("*").length);

/** Waits until all photos in the window are loaded. */
const loaded = (page: Page) =>
  page.waitForFunction(() => {
    const images = [...document.images].filter((image) => {
      const { top, bottom, width } = image.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < innerHeight;
    });
    return images.length > 0 && images.every((image) => image.complete && !("loading" in image.dataset));
  });

test("nothing moves while an answer and the library load: each tile has its place before its picture", async () => {
  const page = await newPage();
  await page.goto(url);
  const turn = await askPage(page, "a dog");
  await tiles(turn).first().waitFor();
  await loaded(page);
  expect(await shiftOf(page)).toBeLessThanOrEqual(mostShift);
  // The same answer, as the server draws it.
  await page.reload();
  await tiles(lastTurn(page)).first().waitFor();
  await loaded(page);
  expect(await shiftOf(page)).toBeLessThanOrEqual(mostShift);
  await page.goto(`${url}/library`);
  await page.getByRole("gridcell").first().waitFor();
  await loaded(page);
  expect(await shiftOf(page)).toBeLessThanOrEqual(mostShift);
  await page.close();
});

test("thousands of photos are few nodes, in an answer, on its page and in the library, wherever it is scrolled", async () => {
  const page = await newPage();
  await page.goto(url);
  const turn = await askPage(page, "all my photos");
  await turn.getByRole("link", { name: "Show all 3,000" }).waitFor();
  expect(await nodesOf(page)).toBeLessThan(mostNodes);
  await turn.getByRole("link", { name: "Show all 3,000" }).click();
  await page.waitForURL(/\/r\//);
  for (const path of [new URL(page.url()).pathname, "/library"]) {
    await page.goto(url + path);
    await page.getByRole("gridcell").first().waitFor();
    for (const part of [0, 0.3, 0.6, 1]) {
      await page.evaluate((to) => scrollTo(0, document.documentElement.scrollHeight * to), part);
      await loaded(page);
      expect(await page.getByRole("gridcell").count()).toBeGreaterThan(3);
      expect(await nodesOf(page)).toBeLessThan(mostNodes);
    }
  }
  await page.close();
});

test("a screen reader hears the count of an answer once", async () => {
  const page = await newPage();
  await page.addInitScript(() => {
    const heard: string[] = [];
    let before = "";
    new MutationObserver(() => {
      const lives = document.querySelectorAll("[role=status], [aria-live], [role=log], [role=alert]");
      const said = [...lives]
        .map((live) => live.textContent?.trim())
        .filter((text) => /\bfound\b/.test(text ?? ""));
      if (said.join() === before) return;
      before = said.join();
      if (before) heard.push(before);
    }).observe(document, { childList: true, subtree: true, characterData: true });
    Object.assign(window, { heard });
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await page.goto(url);
  const first = await askPage(page, "a dog");
  await tiles(first).first().waitFor();
  await expect.poll(heard).toEqual([expect.stringMatching(/^[\d,]+ photos found$/)]);
  await loaded(page);
  const second = await askPage(page, "in Lisbon");
  await tiles(second).first().waitFor();
  await expect.poll(async () => (await heard()).length).toBe(2);
  await page.getByRole("checkbox").first().waitFor({ state: "attached" });
  expect((await heard()).length).toBe(2);
  await page.close();
});

test.each([
  ["at 200 % zoom", { width: 640, height: 400 }],
  ["on a phone", { width: 375, height: 740 }],
  ["on the smallest phone", { width: 320, height: 568 }],
])(
  "%s no page scrolls sideways, and all targets can be hit",
  async (_, viewport) => {
    const page = await newPage(viewport);
    await page.goto(url);
    await page.getByRole("textbox", { name: "Ask about your photos" }).waitFor();
    await expectToFit(page);
    const turn = await askPage(page, "a dog on a beach in Lisbon in 2021");
    await turn.getByRole("button").first().waitFor();
    await expectToFit(page);
    await askPage(page, "all my photos");
    await lastTurn(page).getByRole("link", { name: "Show all 3,000" }).waitFor();
    await expectToFit(page);
    await page.getByRole("checkbox").first().waitFor({ state: "attached" });
    await tiles(lastTurn(page)).first().focus();
    await page.keyboard.press("x");
    await page.getByRole("region", { name: "Selected photos" }).waitFor();
    await expectToFit(page);
    await page.keyboard.press("Escape");
    await tiles(lastTurn(page)).first().click();
    await page
      .getByRole("dialog", { name: /^Photo/ })
      .getByRole("img")
      .first()
      .waitFor();
    await expectToFit(page);
    await page.keyboard.press("Escape");
    const answer = await lastTurn(page).getByRole("link", { name: "Show all 3,000" }).getAttribute("href");
    for (const path of [answer, "/library", "/albums", "/map", "/bin", "/settings", "/nowhere"]) {
      await page.goto(url + path);
      await page.getByRole("heading").first().waitFor();
      await page.getByRole("button", { name: "Open menu" }).waitFor();
      await expectToFit(page);
    }
    await page.close();
  },
  90_000,
);
