import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./fixtures/browser.ts";
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

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const ids: string[] = [];
  for (let n = 0; n < 4; n++) {
    const photo = {
      name: `bus ${n}.jpg`,
      seed: 9_600 + n,
      caption: "A red bus.",
      taken: `201${n + 5}:05:01 12:00:00`,
    };
    ids.push(await browsed.upload(photo));
  }
  await browsed.indexed(ids);
});
afterAll(() => browsed?.[Symbol.asyncDispose]());

const send = (page: Page) => page.getByRole("button", { name: "Send", disabled: false });
const chips = (page: Page) =>
  page.getByRole("list", { name: "Photos of this message" }).getByRole("listitem");
const path = (page: Page) => new URL(page.url()).pathname;
const history = async () => (await browsed.glimpse.api.conversations.list.query()).items;

/** Ends the answer that runs, and returns how many ms later the Stop button is gone, measured in the page. */
async function timeToStop(page: Page, end: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const stopped = new Promise<number>((resolve) => {
      let begun: number | null = null;
      for (const sign of ["keydown", "click"])
        addEventListener(sign, ({ timeStamp }) => (begun ??= timeStamp), { capture: true, once: true });
      new MutationObserver((_, observer) => {
        if (begun === null || document.querySelector('[aria-label="Stop"]')) return;
        observer.disconnect();
        resolve(performance.now() - begun);
      }).observe(document.body, { childList: true, subtree: true });
    });
    Object.assign(window, { stopped });
  });
  await end();
  return page.evaluate(() => (window as unknown as { stopped: Promise<number> }).stopped);
}

/** Has the page get an event with files, as the browser gives it when a person drags or pastes them. */
async function give(
  page: Page,
  kind: "dragenter" | "dragleave" | "drop" | "paste",
  seeds: number[],
): Promise<void> {
  const drawn = await Promise.all(seeds.map(async (seed) => (await drawPhoto(seed)).toString("base64")));
  await page.evaluate(
    ([kind, drawn]) => {
      const given = new DataTransfer();
      for (const [n, base64] of drawn.entries()) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        given.items.add(new File([bytes], `given ${n}.jpg`, { type: "image/jpeg" }));
      }
      const all = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        kind === "paste"
          ? new ClipboardEvent(kind, { ...all, clipboardData: given })
          : new DragEvent(kind, { ...all, dataTransfer: given }),
      );
    },
    [kind, drawn] as const,
  );
}

test("Enter that ends a word of an input method sends nothing, and the next one sends", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const before = (await history()).length;
  await composer(page).fill("photos from ");
  await send(page).waitFor();
  await composer(page).evaluate((field: HTMLTextAreaElement) =>
    field.addEventListener("keydown", (event) => {
      field.dataset.composing = String(event.isComposing);
    }),
  );
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send("Input.imeSetComposition", { text: "2016", selectionStart: 4, selectionEnd: 4 });
  await composer(page).press("Enter");
  // The browser said so: without a composition this test would show nothing.
  await expect.poll(() => composer(page).getAttribute("data-composing")).toBe("true");
  await keyboard.send("Input.insertText", { text: "2016" });
  await askPage(page, "photos from 2016");
  await tiles(lastTurn(page)).first().waitFor();
  await expect.poll(() => page.getByRole("article").count()).toBe(1);
  expect((await history()).length).toBe(before + 1);
  expect(complaints).toEqual([]);
});

test("on a touch screen Enter begins a line, and the button sends", async () => {
  await using opened = await openGlimpse(browsed, {
    ...{ viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true },
  });
  const { page, complaints } = opened;
  await composer(page).fill("photos");
  await send(page).waitFor();
  await composer(page).press("Enter");
  await composer(page).pressSequentially("from 2016");
  await expect.poll(() => composer(page).inputValue()).toBe("photos\nfrom 2016");
  expect(path(page)).toBe("/");
  await send(page).tap();
  await tiles(lastTurn(page)).first().waitFor();
  await expect.poll(() => page.getByRole("article").count()).toBe(1);
  expect(complaints).toEqual([]);
});

test("a pasted picture is a chip, and is asked with without a word", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  await give(page, "paste", [9_700]);
  await chips(page)
    .getByRole("button", { name: /^Remove/ })
    .waitFor();
  await expect.poll(() => chips(page).count()).toBe(1);
  await expect.poll(() => composer(page).inputValue()).toBe("");
  await send(page).click();
  await page.getByRole("article").getByRole("list", { name: "Asked with" }).waitFor();
  expect(complaints).toEqual([]);
});

test("dragged files show where they go, also how many; what leaves hides it, what is dropped is added", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const overlay = page.getByRole("status").filter({ hasText: "Drop to add 2 photos" });
  await give(page, "dragenter", [9_710, 9_711]);
  await overlay.waitFor();
  await expectAccessible(page);
  await give(page, "dragleave", [9_710, 9_711]);
  await overlay.waitFor({ state: "hidden" });
  await give(page, "dragenter", [9_710, 9_711]);
  await overlay.waitFor();
  await give(page, "drop", [9_710, 9_711]);
  await overlay.waitFor({ state: "hidden" });
  await expect.poll(() => chips(page).count()).toBe(2);
  expect(path(page)).toBe("/");
  expect(complaints).toEqual([]);
});

test("Esc and Stop end an answer within 300 ms, and the next words go into the composer", async () => {
  await using folder = await temporaryFolder();
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  browsed.ollama.fail({ kind: "hang", on: ["chat"] });
  const file = join(folder.path, "fresh.jpg");
  await writeFile(file, await drawPhoto(9_720));
  const picker = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add photos" }).click();
  await (await picker).setFiles(file);
  await composer(page).fill("like this one");
  await send(page).click();
  const stop = page.getByRole("button", { name: "Stop" });
  await stop.waitFor();
  const ends = { Esc: () => page.keyboard.press("Escape"), Stop: () => stop.click() };
  for (const end of Object.values(ends)) {
    // A machine that is busy with something else may be late once, but not each time.
    let quickest = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 5 && quickest > 300; attempt++) {
      await stop.waitFor();
      // The focus is elsewhere.
      await page.getByRole("heading", { level: 2, name: "like this one" }).last().click();
      quickest = Math.min(quickest, await timeToStop(page, end));
      expect(await composer(page).evaluate((field) => field === document.activeElement)).toBe(true);
      await lastTurn(page).getByRole("button", { name: "Ask again" }).click();
    }
    expect(quickest).toBeLessThanOrEqual(300);
  }
  await stop.click();
  await stop.waitFor({ state: "hidden" });
  browsed.ollama.fail();
  expect(complaints).toEqual([]);
});

test("somebody who has scrolled up stays where they are, and is led to the latest answer", async () => {
  await using opened = await openGlimpse(browsed, { viewport: { width: 1280, height: 560 } });
  const { page, complaints } = opened;
  for (const question of ["a red bus", "photos from 2016", "all my photos"]) {
    const turn = await askPage(page, question);
    await tiles(turn).first().waitFor();
  }
  const latest = page.getByRole("button", { name: "Jump to latest" });
  await expect.poll(() => latest.count()).toBe(0);
  await page.evaluate(() => scrollTo(0, 0));
  await latest.waitFor();
  await expectAccessible(page);
  // Something new comes from another tab.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await askPage(other, "photos from 2017");
  await page.getByRole("heading", { level: 2, name: "photos from 2017" }).waitFor();
  await tiles(lastTurn(page)).first().waitFor();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await latest.click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await latest.waitFor({ state: "hidden" });
  expect(complaints).toEqual([]);
});

test("a conversation is renamed and deleted by hand, and nothing is deleted without asking", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  await askPage(page, "a red bus in 2018");
  await tiles(lastTurn(page)).first().waitFor();
  const before = (await history()).length;
  const entry = (title: string) => page.getByRole("navigation").getByRole("link", { name: title });
  const choose = async (title: string, item: string) => {
    await page.getByRole("button", { name: `Options for ${title}` }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  const name = page.getByRole("textbox", { name: "Name of this conversation" });
  await choose("a red bus in 2018", "Rename");
  await name.fill("Never");
  await name.press("Escape");
  await entry("a red bus in 2018").waitFor();
  await choose("a red bus in 2018", "Rename");
  await name.fill("The buses");
  await name.press("Enter");
  await entry("The buses").waitFor();
  await expect.poll(async () => (await history()).some(({ title }) => title === "The buses")).toBe(true);

  const asking = page.getByRole("alertdialog", { name: "Delete this conversation?" });
  await choose("The buses", "Delete");
  await asking.getByText("“The buses” and its answers go. Your photos stay.").waitFor();
  await expectAccessible(page);
  await asking.getByRole("button", { name: "Cancel" }).click();
  await asking.waitFor({ state: "hidden" });
  expect((await history()).length).toBe(before);
  await choose("The buses", "Delete");
  await asking.getByRole("button", { name: "Delete" }).click();
  await entry("The buses").waitFor({ state: "hidden" });
  await expect.poll(() => path(page)).toBe("/");
  expect((await history()).length).toBe(before - 1);
  expect(complaints).toEqual([]);
});
