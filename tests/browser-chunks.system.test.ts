import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage } from "./fixtures/browser.ts";
import { askPage, type BrowsedGlimpse, composer, startBrowsedGlimpse, tiles } from "./fixtures/browsing.ts";
import { temporaryFolder } from "./fixtures/folder.ts";

/** The code of the settings page, which the link to it is not a part of. */
const settingsCode = /\/settings-(?!link-)/;

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const bus = { name: "bus.jpg", seed: 9_100, caption: "A red bus.", taken: "2019:05:01 12:00:00" };
  await browsed.indexed([await browsed.upload(bus)]);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

type Fate = "goes" | "offline" | "updated";

/** Decides what becomes of the page's code that is asked for from now on, except of what the page begins with. */
async function codeGate(page: Page, part: RegExp) {
  let fate: Fate = "goes";
  await page.route(/\/assets\/.*\.js/, (route: Route) => {
    // By asking for the head of the manifest the page finds out why something is missing.
    const isOurs = part.test(route.request().url()) || route.request().method() === "HEAD";
    if (!isOurs || fate === "goes") return route.continue();
    return fate === "offline" ? route.abort() : route.fulfill({ status: 404, body: "" });
  });
  return (to: Fate) => {
    fate = to;
  };
}

/** Opens a page whose code for `part` cannot be loaded from the start. */
async function openWithout(part: RegExp, fate: Fate) {
  const opened = await openPage(browsed.browser, "about:blank");
  const set = await codeGate(opened.page, part);
  set(fate);
  await opened.page.goto(browsed.glimpse.url);
  return { ...opened, set, [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() };
}

const isStillThere = (page: Page) =>
  page.evaluate(() => Object.hasOwn(window, "sameDocument")).catch(() => false);
/** Waits until a piece of the page's code is there with all that it imports. */
const isWhole = (page: Page, url: string) =>
  // Evaluated as text, because Vitest would replace an import.
  page.evaluate(`import(${JSON.stringify(url)}).then(() => {})`);
const markDocument = (page: Page) => page.evaluate(() => Object.assign(window, { sameDocument: true }));

test("a lightbox that cannot be loaded leaves the page as it is, and is loaded anew", async () => {
  await using opened = await openWithout(/lightbox/, "offline");
  const { page, set } = opened;
  const turn = await askPage(page, "photos from 2019");
  await markDocument(page);
  await tiles(turn).first().click();
  const note = page
    .getByRole("alert")
    .filter({ hasText: "This could not be loaded: no connection to Glimpse." });
  await note.waitFor();
  await turn.getByText("1 photo, 2019.").waitFor();
  await expectAccessible(page);
  // Once more in vain, and then it is there.
  await note.getByRole("button", { name: "Retry" }).click();
  await note.waitFor();
  set("goes");
  await note.getByRole("button", { name: "Retry" }).click();
  await page
    .getByRole("dialog", { name: /^Photo/ })
    .getByText("bus.jpg")
    .waitFor();
  await expect.poll(() => note.count()).toBe(0);
  expect(await isStillThere(page)).toBe(true);
});

test("somebody who continues without the lightbox has the page, and can try again later", async () => {
  await using opened = await openWithout(/lightbox/, "offline");
  const { page, set } = opened;
  const turn = await askPage(page, "photos from 2019");
  await tiles(turn).first().click();
  await page.getByRole("button", { name: "Go on without it" }).click();
  await page.getByRole("alert").waitFor({ state: "hidden" });
  await expect.poll(() => page.url()).not.toContain("photo=");
  set("goes");
  await tiles(turn).first().click();
  await page
    .getByRole("dialog", { name: /^Photo/ })
    .getByText("bus.jpg")
    .waitFor();
});

test("the lightbox is fetched ahead, so that it opens without a network", async () => {
  await using opened = await openPage(browsed.browser, "about:blank");
  const { page } = opened;
  const fetched = page.waitForResponse(/lightbox.*\.js/);
  await page.goto(browsed.glimpse.url);
  await isWhole(page, (await fetched).url());
  const turn = await askPage(page, "photos from 2019");
  await tiles(turn).first().waitFor();
  await page.context().setOffline(true);
  await tiles(turn).first().click();
  await page.getByRole("dialog", { name: /^Photo/ }).waitFor();
});

test("the code of each page that links lead to is fetched ahead", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const missing = () =>
    opened.page.evaluate(() =>
      Object.values(window.__remixManifest.routes)
        .flatMap((route) =>
          route?.parentId === "root" && !(route.id in window.__remixRouteModules) ? [route.id] : [],
        )
        .sort(),
    );
  // People arrive at the login and the share page from outside, and no link leads to the page for missing addresses.
  await expect.poll(missing).toEqual(["routes/$", "routes/login", "routes/share"]);
});

test("after an update the page says so, and reloads only if it is told to; uploads stay in memory", async () => {
  await using folder = await temporaryFolder();
  await using opened = await openWithout(settingsCode, "updated");
  const { page, set } = opened;
  await page.route(/photos\.upload/, (route) => route.abort());
  const path = join(folder.path, "mine.jpg");
  await writeFile(path, "not uploaded yet");
  const picker = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add photos" }).click();
  await (await picker).setFiles([path]);
  const files = page.getByRole("list", { name: "Photos of this message" });
  await files.getByRole("button", { name: "Retry mine.jpg" }).waitFor();
  await composer(page).fill("half a question");
  await markDocument(page);

  await page.getByRole("link", { name: "Settings" }).click();
  const note = page.getByRole("alert").filter({ hasText: "Glimpse was updated." });
  await note.getByText("Reloading loses 1 photo that is not uploaded yet.").waitFor();
  await expectAccessible(page);
  await files.getByText("mine.jpg").waitFor();
  expect(await isStillThere(page)).toBe(true);
  await note.getByRole("button", { name: "Go on without it" }).click();
  await note.waitFor({ state: "hidden" });
  await expect.poll(() => composer(page).inputValue()).toBe("half a question");

  await page.getByRole("link", { name: "Settings" }).click();
  await note.waitFor();
  set("goes");
  page.once("dialog", (dialog) => void dialog.accept());
  await note.getByRole("button", { name: "Reload" }).click();
  await expect.poll(() => isStillThere(page)).toBe(false);
  await expect.poll(() => composer(page).inputValue()).toBe("half a question");
});

test("settings that cannot be loaded keep the page, and are loaded anew", async () => {
  await using opened = await openWithout(settingsCode, "offline");
  const { page, set } = opened;
  await composer(page).fill("half a question");
  await markDocument(page);
  await page.getByRole("link", { name: "Settings" }).click();
  const note = page
    .getByRole("alert")
    .filter({ hasText: "This could not be loaded: no connection to Glimpse." });
  await note.waitFor();
  set("goes");
  await note.getByRole("button", { name: "Retry" }).click();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  expect(await isStillThere(page)).toBe(true);
  await page.getByRole("link", { name: "Back" }).click();
  await expect.poll(() => composer(page).inputValue()).toBe("half a question");
});

test("without a network the settings say so within the page, and appear when it is back", async () => {
  await using opened = await openPage(browsed.browser, "about:blank");
  const { page } = opened;
  const fetched = page.waitForResponse(settingsCode);
  await page.goto(browsed.glimpse.url);
  await isWhole(page, (await fetched).url());
  await composer(page).fill("half a question");
  await markDocument(page);
  await page.context().setOffline(true);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("heading", { level: 1, name: "No connection to Glimpse" }).waitFor();
  await expectAccessible(page);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  expect(await isStillThere(page)).toBe(true);
});
