import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage } from "./fixtures/browser.ts";
import {
  askPage,
  type BrowsedGlimpse,
  composer,
  lastTurn,
  openGlimpse,
  startBrowsedGlimpse,
  tiles,
} from "./fixtures/browsing.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";

let browsed: BrowsedGlimpse;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  browsed = await startBrowsedGlimpse();
  const bus = { name: "bus.jpg", seed: 9_200, caption: "A red bus.", taken: "2019:05:01 12:00:00" };
  await browsed.indexed([await browsed.upload(bus)]);
});

afterAll(async () => {
  await browsed?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

let drawn = 9_300;

/** Draws this many photos that the library does not have, and returns their files. */
async function freshFiles(count: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const seed = drawn++;
      const path = join(folder.path, `fresh-${seed}.jpg`);
      await writeFile(path, await drawPhoto(seed));
      return path;
    }),
  );
}

async function addFiles(page: Page, paths: string[]): Promise<void> {
  const picker = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add photos" }).click();
  await (await picker).setFiles(paths);
}

const files = (page: Page) => page.getByRole("list", { name: "Photos of this message" });
const send = (page: Page) => page.getByRole("button", { name: "Send", disabled: false });

test("somebody who opens the page can type at once", async () => {
  await using opened = await openGlimpse(browsed);
  await expect
    .poll(() => composer(opened.page).evaluate((field) => field === document.activeElement))
    .toBe(true);
  expect(opened.complaints).toEqual([]);
});

test("a photo that was asked with gets its picture as soon as it has one", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  await addFiles(page, await freshFiles(1));
  await send(page).click();
  const asked = page.getByRole("article").getByRole("list", { name: "Asked with" });
  await expect
    .poll(() => asked.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test("a question asked in one tab appears in the other, with its answer", async () => {
  await using opened = await openGlimpse(browsed);
  const { page } = opened;
  await askPage(page, "photos from 2019");
  await expect.poll(() => page.url()).toMatch(/\/c\//);
  await tiles(lastTurn(page)).first().waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("heading", { level: 2, name: "photos from 2019" }).waitFor();
  // Until it listens to photos, its script has not taken over.
  await other.getByRole("button", { name: "Send" }).waitFor();
  await composer(other).fill("a bus");
  await send(other).waitFor();

  await askPage(page, "a red bus");
  await other.getByRole("heading", { level: 2, name: "a red bus", exact: true }).waitFor();
  await tiles(lastTurn(other)).first().waitFor();
  await expect.poll(() => other.getByRole("article").count()).toBe(2);
  // The other tab's draft stays.
  await expect.poll(() => composer(other).inputValue()).toBe("a bus");
});

test("a question that is sent while an answer runs waits visibly, and is asked after it", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  browsed.ollama.fail({ kind: "hang", on: ["chat"] });
  await addFiles(page, await freshFiles(1));
  await composer(page).fill("like this one");
  await send(page).click();
  const stop = page.getByRole("button", { name: "Stop" });
  await stop.waitFor();

  await composer(page).fill("photos from 2019");
  await composer(page).press("Enter");
  const note = page.getByRole("status").filter({ hasText: "Sends when the answer is there." });
  await note.waitFor();
  await expect.poll(() => composer(page).inputValue()).toBe("photos from 2019");
  await expect.poll(() => page.getByRole("article").count()).toBe(1);
  await expectAccessible(page);
  await note.getByRole("button", { name: "Don’t send" }).click();
  await note.waitFor({ state: "hidden" });

  // The button does the same, which on a touch screen is the only way.
  await send(page).click();
  await note.waitFor();
  await stop.click();
  await page.getByRole("heading", { level: 2, name: "photos from 2019", exact: true }).waitFor();
  await tiles(lastTurn(page)).first().waitFor();
  await expect.poll(() => composer(page).inputValue()).toBe("");
  browsed.ollama.fail();
  expect(complaints).toEqual([]);
});

test("a text that is too long is kept, and how long it may be is said before it is sent", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const text = "of a dog ".repeat(240).trim();
  await composer(page).fill(text.slice(0, 1_799));
  await send(page).waitFor();
  await expect.poll(() => page.getByText(/of 2,000 characters/).count()).toBe(0);
  await composer(page).fill(text.slice(0, 1_801));
  await page.getByText("1,801 of 2,000 characters.").waitFor();
  await composer(page).fill(text);
  await page.getByText("2,159 of 2,000 characters. Shorten it by 159 to send it.").waitFor();
  await expect.poll(() => send(page).count()).toBe(0);
  await expectAccessible(page);
  await composer(page).press("Enter");
  await expect.poll(() => composer(page).inputValue()).toBe(text);
  expect(new URL(page.url()).pathname).toBe("/");

  await composer(page).fill(text.slice(0, 1_999));
  await send(page).click();
  await expect.poll(() => page.url()).toMatch(/\/c\//);
  await page.getByRole("article").getByText(/./).first().waitFor();
  expect(complaints).toEqual([]);
});

test("a message that cannot be sent leaves no empty conversation", async () => {
  await using opened = await openGlimpse(browsed);
  const { page } = opened;
  const before = (await browsed.glimpse.api.conversations.list.query()).items.length;
  const history = page.getByRole("navigation").getByRole("listitem");
  const shown = await history.count();
  await page.route(/conversations\.say/, (route) => route.abort());
  await composer(page).fill("photos from 2019");
  await send(page).click();
  await page.getByRole("alert").getByText("Your words and photos are kept.").waitFor();
  await expect.poll(() => new URL(page.url()).pathname).toBe("/");
  await page.waitForLoadState("networkidle");
  expect(new URL(page.url()).pathname).toBe("/");
  await expect.poll(() => composer(page).inputValue()).toBe("photos from 2019");
  expect((await browsed.glimpse.api.conversations.list.query()).items.length).toBe(before);
  await expect.poll(() => history.count()).toBe(shown);

  await page.unroute(/conversations\.say/);
  await page.getByRole("alert").getByRole("button", { name: "Retry" }).click();
  await page.getByRole("heading", { level: 2, name: "photos from 2019" }).waitFor();
  await tiles(lastTurn(page)).first().waitFor();
  await expect
    .poll(async () => (await browsed.glimpse.api.conversations.list.query()).items.length)
    .toBe(before + 1);
});

test("photos that were only added leave one line, which shows them or asks with them", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const fresh = await freshFiles(6);
  await addFiles(page, fresh);
  const line = page.getByRole("status").filter({ hasText: "6 added." });
  await line.waitFor();
  await expect.poll(() => files(page).count()).toBe(0);
  await expectAccessible(page);
  await line.getByRole("button", { name: "Show them" }).click();
  const lightbox = page.getByRole("dialog", { name: /^Photo/ });
  await lightbox.getByText("1 of 6", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await lightbox.waitFor({ state: "hidden" });
  await line.getByRole("button", { name: "Ask with them" }).click();
  await expect.poll(() => files(page).getByRole("listitem").count()).toBe(6);
  await expect.poll(() => page.getByRole("checkbox").isChecked()).toBe(true);
  await page.getByRole("checkbox").click();
  await line.waitFor();
  await page.getByRole("button", { name: "Dismiss" }).click();
  await line.waitFor({ state: "hidden" });

  await addFiles(page, fresh.slice(0, 5));
  await page.getByRole("status").filter({ hasText: "5 already here." }).waitFor();
  expect(complaints).toEqual([]);
});

test("a failed file says why in full on a phone, and comes back after it was removed", async () => {
  await using opened = await openGlimpse(browsed, {
    viewport: { width: 375, height: 700 },
    hasTouch: true,
    isMobile: true,
  });
  const { page } = opened;
  const path = join(folder.path, "a sound recording with quite a long name.mp3");
  await writeFile(path, "no photo");
  await addFiles(page, [path]);
  const reason = files(page).getByText("A sound recording is not a photo");
  await reason.waitFor();
  await expect.poll(() => reason.evaluate((text) => text.scrollWidth <= text.clientWidth)).toBe(true);
  await expect.poll(() => reason.evaluate((text) => getComputedStyle(text).whiteSpace)).toBe("normal");
  await files(page)
    .getByRole("button", { name: /^Remove/ })
    .tap();
  await expect.poll(() => files(page).count()).toBe(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo" }).tap();
  await reason.waitFor();
  await expect.poll(() => page.getByRole("button", { name: "Undo" }).count()).toBe(0);
});

test("a failed photo that was removed from the library can be brought back", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const path = join(folder.path, "broken.jpg");
  await writeFile(path, (await drawPhoto(77)).subarray(0, 300));
  const { photo } = await browsed.glimpse.upload(path);
  const status = async () =>
    (await browsed.glimpse.api.photos.get.query({ id: photo.id }).catch(() => null))?.status ?? "gone";
  await until("it has failed", async () => (await status()) === "failed");
  await page.getByRole("button", { name: /failed|left|Waiting/ }).click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: "Remove broken.jpg from the library" }).click();
  await panel.getByText("broken.jpg is removed.").waitFor();
  await until("it is gone", async () => (await status()) === "gone");
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Undo" }).click();
  await panel.getByRole("button", { name: "Retry broken.jpg" }).waitFor();
  await expect.poll(() => panel.getByText("broken.jpg is removed.").count()).toBe(0);
  await expect.poll(() => status()).toBe("failed");
  await browsed.glimpse.api.photos.remove.mutate({ ids: [photo.id] });
  expect(complaints).toEqual([]);
});

test("events before the page listens are seen as well", async () => {
  await using opened = await openPage(browsed.browser, "about:blank");
  const { page } = opened;
  const happened = Promise.withResolvers<void>();
  await page.route(/jobs\.watch/, async (route) => {
    await happened.promise;
    await route.continue();
  });
  await page.goto(browsed.glimpse.url);
  await page.getByRole("button", { name: "Send" }).waitFor();
  const path = join(folder.path, "early.jpg");
  await writeFile(path, (await drawPhoto(78)).subarray(0, 300));
  const { photo } = await browsed.glimpse.upload(path);
  await until("it has failed", async () => {
    const { status } = await browsed.glimpse.api.photos.get.query({ id: photo.id });
    return status === "failed";
  });
  happened.resolve();
  await page.getByRole("button", { name: /failed|left|Waiting/ }).click();
  await page.getByRole("dialog").getByText("early.jpg").first().waitFor();
  await browsed.glimpse.api.photos.remove.mutate({ ids: [photo.id] });
});
