import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesInArchive } from "./fixtures/archive.ts";
import { expectAccessible } from "./fixtures/browser.ts";
import {
  askPage,
  type BrowsedGlimpse,
  lastTurn,
  openGlimpse,
  startBrowsedGlimpse,
  tiles,
} from "./fixtures/browsing.ts";
import { fingerOn, middleOf } from "./fixtures/finger.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

/** Six boats of 2021, and three horses of 2019. */
const library = [
  ...Array.from({ length: 6 }, (_, n) => ["A boat on a calm lake at sunset.", `2021:05:0${n + 1}`] as const),
  ...Array.from({ length: 3 }, (_, n) => ["A horse grazes on a green meadow.", `2019:07:0${n + 1}`] as const),
];
const files = new Map<string, Buffer>();

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const ids: string[] = [];
  for (const [n, [caption, day]] of library.entries()) {
    const bytes = await sharp(await drawPhoto(12_000 + n))
      .withExif({ IFD2: { DateTimeOriginal: `${day} 12:00:00` } })
      .jpeg()
      .toBuffer();
    files.set(`IMG ${n}.jpg`, bytes);
    await browsed.ollama.teach(bytes, caption);
    ids.push((await sendPhoto(browsed.glimpse.url, bytes, { name: `IMG ${n}.jpg` })).photo?.id ?? "");
  }
  await browsed.indexed(ids);
});
afterAll(() => browsed?.[Symbol.asyncDispose]());

const bar = (page: Page) => page.getByRole("region", { name: "Selected photos" });
const checks = (within: Page | Locator) => within.getByRole("checkbox", { name: /^Select / });
const chosen = (within: Page | Locator) => within.getByRole("checkbox", { name: /^Select /, checked: true });

/** Asks for the boats, and waits until their photos can be chosen. */
async function askForBoats(page: Page): Promise<Locator> {
  const turn = await askPage(page, "boats in 2021");
  await expect.poll(() => tiles(turn).count()).toBe(6);
  await expect.poll(() => checks(turn).count()).toBe(6);
  return turn;
}

test("photos of an answer are chosen by check, x and Shift, across answers, and Esc gives them up", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const turn = await askForBoats(page);
  await tiles(turn).nth(1).hover();
  await checks(turn).nth(1).click();
  await bar(page).getByText("1 selected").waitFor();
  await checks(turn)
    .nth(4)
    .click({ modifiers: ["Shift"] });
  await bar(page).getByText("4 selected").waitFor();
  await expectAccessible(page);
  // While something is chosen, a click chooses and opens nothing.
  await tiles(turn).nth(2).click();
  await bar(page).getByText("3 selected").waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.keyboard.press("Escape");
  await bar(page).waitFor({ state: "hidden" });
  expect(await chosen(page).count()).toBe(0);

  await tiles(turn).first().focus();
  await page.keyboard.press("x");
  await bar(page).getByText("1 selected").waitFor();
  // A screen reader hears it with the tile.
  await expect
    .poll(() =>
      tiles(turn)
        .first()
        .evaluate(
          (tile) => document.getElementById(tile.getAttribute("aria-describedby") ?? "")?.textContent,
        ),
    )
    .toBe("selected");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await bar(page).getByText("3 selected").waitFor();
  await page.keyboard.press("Shift+ArrowLeft");
  await bar(page).getByText("2 selected").waitFor();
  await page.keyboard.press("ArrowRight");
  expect(await chosen(page).count()).toBe(2);

  // A photo of a later answer joins them.
  const later = await askPage(page, "horses in 2019");
  await expect.poll(() => tiles(later).count()).toBeGreaterThan(0);
  await tiles(later).first().focus();
  await page.keyboard.press("x");
  await bar(page).getByText("3 selected").waitFor();
  await page.keyboard.press("Escape");
  await bar(page).waitFor({ state: "hidden" });
  // With nothing chosen a click opens the photo, as ever.
  await tiles(later).first().click();
  await page.getByRole("dialog", { name: "Photo" }).waitFor();
  expect(complaints).toEqual([]);
});

test("chosen photos have the same actions as on a shelf, and these are taken back", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const turn = await askForBoats(page);
  await tiles(turn).first().focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowRight");
  await bar(page).getByText("2 selected").waitFor();

  await bar(page).getByRole("button", { name: "Mark as favourites" }).click();
  await page.getByText("2 photos are favourites now.").waitFor();
  await bar(page).getByRole("button", { name: "No favourites any more" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back.").waitFor();
  await bar(page).getByRole("button", { name: "Mark as favourites" }).waitFor();
  await tiles(turn).first().focus();
  await page.keyboard.press("4");
  await page.getByText("2 photos: 4 stars.").waitFor();

  await bar(page)
    .getByRole("button", { name: /^Change date/ })
    .click();
  await page.getByRole("dialog", { name: "Change 2 photos" }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await bar(page).getByText("2 selected").waitFor();
  await bar(page).getByRole("button", { name: "Add to album" }).click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");

  await bar(page).getByRole("button", { name: "Move to the bin" }).click();
  await page.getByText("2 photos moved to the bin.").waitFor();
  await expect.poll(() => tiles(turn).count()).toBe(4);
  await bar(page).waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("2 photos back in the library.").waitFor();
  await expect.poll(() => tiles(turn).count()).toBe(6);

  await tiles(turn).nth(3).focus();
  await page.keyboard.press("x");
  await bar(page).getByRole("button", { name: "Ask about these" }).click();
  await page.getByRole("heading", { level: 2, name: "1 photo from the library" }).waitFor();
  await expect.poll(() => tiles(lastTurn(page)).count()).toBe(1);
  await bar(page).waitFor({ state: "hidden" });
  expect(complaints).toEqual([]);
});

test("a photo that leaves the screen is chosen no more", async () => {
  await using opened = await openGlimpse(browsed);
  const { page } = opened;
  const turn = await askPage(page, "photos from 2021");
  await expect.poll(() => checks(turn).count()).toBe(6);
  await tiles(turn).first().focus();
  await page.keyboard.press("x");
  await bar(page).getByText("1 selected").waitFor();
  await turn.getByRole("button", { name: "2021: options of this filter" }).click();
  await page.getByRole("menuitem", { name: "Not this" }).click();
  await expect.poll(() => tiles(turn).count()).toBe(3);
  await bar(page).waitFor({ state: "hidden" });
});

test("one chosen photo is downloaded as it is, and several as an archive of the same files", async () => {
  await using opened = await openGlimpse(browsed);
  await using folder = await temporaryFolder();
  const { page } = opened;
  const turn = await askForBoats(page);
  await tiles(turn).first().focus();
  await page.keyboard.press("x");
  const single = page.waitForEvent("download");
  await bar(page).getByRole("button", { name: "Download the original" }).click();
  const one = await single;
  await one.saveAs(folder.at("one.jpg"));
  expect(
    (await readFile(folder.at("one.jpg"))).equals(files.get(one.suggestedFilename()) ?? Buffer.alloc(0)),
  ).toBe(true);

  await tiles(turn).first().focus();
  await page.keyboard.press("Shift+End");
  await bar(page).getByText("6 selected").waitFor();
  const many = page.waitForEvent("download");
  await bar(page).getByRole("button", { name: "Download the originals as a zip file" }).click();
  await (await many).saveAs(folder.at("photos.zip"));
  await page.getByText(/^Downloading 6 photos/).waitFor();
  const archive = filesInArchive(await readFile(folder.at("photos.zip")));
  const boats = [...files].slice(0, 6);
  expect([...archive.keys()].toSorted()).toEqual(boats.map(([name]) => name));
  for (const [name, bytes] of boats) expect(archive.get(name)?.equals(bytes)).toBe(true);
});

test("on touch a long press chooses, drawing on chooses further, and all fits on a phone", async () => {
  await using opened = await openGlimpse(browsed, {
    ...{ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, colorScheme: "dark" },
  });
  const { page } = opened;
  await page.getByRole("textbox", { name: "Ask about your photos" }).fill("boats in 2021");
  await page.getByRole("button", { name: "Send", disabled: false }).click();
  const turn = lastTurn(page);
  await expect.poll(() => checks(turn).count()).toBe(0);
  await until("they can be chosen", () => turn.locator("[role=checkbox]").count());
  const [from, to] = [await middleOf(tiles(turn).nth(0)), await middleOf(tiles(turn).nth(2))];
  const touch = await fingerOn(page);
  await touch("touchStart", from);
  await bar(page).getByRole("status").waitFor();
  await touch("touchMove", to);
  await expect.poll(() => chosen(page).count()).toBe(3);
  await touch("touchEnd");
  expect(await chosen(page).count()).toBe(3);
  await tiles(turn).nth(1).tap();
  await expect.poll(() => chosen(page).count()).toBe(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  const boxes = await bar(page)
    .getByRole("button")
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect()));
  expect(new Set(boxes.map(({ top, height }) => Math.round(top + height / 2))).size).toBe(1);
  expect(Math.min(...boxes.map(({ width }) => width))).toBeGreaterThanOrEqual(32);
  await expectAccessible(page);
});
