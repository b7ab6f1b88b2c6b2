import { join } from "node:path";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startInstantModel } from "#bench/instant-model.ts";
import { largeModel, makeLargeLibrary, vectorsOf } from "#bench/large-library.ts";
import { watchScreen } from "#bench/screen-figures.ts";
import { launchBrowser, watchTakeover } from "./fixtures/browser.ts";
import { askPage, lastTurn, tiles } from "./fixtures/browsing.ts";
import { expectToFit } from "./fixtures/fitting.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";

/** As many photos as are made in a few seconds; a page that drew them all would have tens of thousands of nodes. */
const size = { photos: 3_000, numbers: 8 };
const mostNodes = 1_500;
const mostShift = 0.05;
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

const resources = new AsyncDisposableStack();
let newPage: (looks?: BrowserContextOptions) => Promise<Page>;
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
  newPage = async (looks = {}) => {
    const wide = { viewport: { width: 1280, height: 800 }, locale: "en-GB" };
    const page = await browser.newPage({ ...wide, ...looks });
    await page.addInitScript(watchTakeover);
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

test.each([
  ["a phone", { viewport: { width: 375, height: 740 }, userAgent: iphone }],
  ["a phone without its own name", { viewport: { width: 375, height: 740 } }],
  ["the smallest phone", { viewport: { width: 320, height: 568 }, userAgent: iphone }],
  ["a small window", { viewport: { width: 1024, height: 768 } }],
])("nothing moves in %s, neither on a first visit nor on the second", async (_, looks) => {
  const asking = await newPage();
  await asking.goto(url);
  await tiles(await askPage(asking, "a dog"))
    .first()
    .waitFor();
  await tiles(await askPage(asking, "in Lisbon"))
    .first()
    .waitFor();
  const conversation = new URL(asking.url()).pathname;
  await asking.close();
  for (const path of [conversation, "/library"]) {
    const page = await newPage(looks);
    for (const visit of ["first", "second"]) {
      // The script comes a while after the page has been shown, as over a slow line.
      const held = Promise.withResolvers<void>();
      await page.route(/\/assets\/.*\.js$/, (route) => held.promise.then(() => route.continue()));
      await page.goto(url + path, { waitUntil: "commit" });
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      held.resolve();
      await page.waitForFunction(() => "isTakenOver" in window);
      await loaded(page);
      expect(await shiftOf(page), `${visit} visit of ${path}`).toBeLessThanOrEqual(mostShift);
    }
    await page.close();
  }
});

test("nothing moves while the settings load", async () => {
  const page = await newPage();
  await page.goto(`${url}/settings`);
  await page.getByRole("region", { name: "Which models do it" }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(await shiftOf(page)).toBeLessThanOrEqual(mostShift);
  await page.close();
});

test("where the system gives the colours, the composer and the settings have edges, and the chosen order is told apart", async () => {
  const page = await newPage({ forcedColors: "active" });
  await page.goto(url);
  const turn = await askPage(page, "a dog");
  await tiles(turn).first().waitFor();
  const outlines = (of: Locator) =>
    of.evaluateAll((all) => all.map((each) => getComputedStyle(each).outlineStyle));
  expect(await outlines(page.locator("form").filter({ has: page.getByRole("textbox") }))).toEqual(["solid"]);
  const order = turn.getByRole("group", { name: "Order" }).locator("label");
  expect((await outlines(order)).toSorted()).toEqual(["none", "solid"]);
  await page.goto(`${url}/settings`);
  const panels = page.locator("section > .rounded-panel");
  await panels.first().waitFor();
  expect(new Set(await outlines(panels))).toEqual(new Set(["solid"]));
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
    const page = await newPage({ viewport });
    await page.goto(url);
    await page.getByRole("textbox", { name: "Ask about your photos" }).waitFor();
    await expectToFit(page);
    const turn = await askPage(page, "a dog on a beach in Lisbon in 2021");
    await turn.getByRole("button").first().waitFor();
    await expectToFit(page);
    // What the empty field says is not cut off in its second line.
    const field = page.getByRole("textbox", { name: "Ask about your photos" });
    expect(await field.evaluate((it) => it.scrollHeight - it.clientHeight)).toBeLessThanOrEqual(0);
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
