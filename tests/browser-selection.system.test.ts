import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesInArchive } from "./fixtures/archive.ts";
import { expectAccessible } from "./fixtures/browser.ts";
import { fingerOn, middleOf } from "./fixtures/finger.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type BrowsedLibrary, cells, numbered, ready, startBrowsedLibrary } from "./fixtures/library-page.ts";

let library: BrowsedLibrary;

beforeAll(async () => {
  library = await startBrowsedLibrary();
});
afterAll(() => library?.[Symbol.asyncDispose]());

const check = (page: Page, number: number) => page.locator(`[data-number="${number}"] [role=checkbox]`);
const selected = (page: Page) => page.locator("[role=gridcell][aria-selected=true]");
const bar = (page: Page) => page.getByRole("region", { name: "Selected photos" });

test("photos are selected by check, x, Shift and day, and the bar says how many", async () => {
  await using opened = await library.openLibrary();
  const { page, complaints } = opened;
  await ready(page);
  await cells(page).nth(1).hover();
  await check(page, 1).click();
  await bar(page).getByText("1 selected").waitFor();
  await check(page, 4).click({ modifiers: ["Shift"] });
  await bar(page).getByText("4 selected").waitFor();
  await expectAccessible(page);
  // While something is selected a click selects.
  await numbered(page, 2).click();
  await bar(page).getByText("3 selected").waitFor();
  await page.keyboard.press("Escape");
  await bar(page).waitFor({ state: "hidden" });
  await expect.poll(() => selected(page).count()).toBe(0);

  await numbered(page, 0).focus();
  await page.keyboard.press("x");
  await bar(page).getByText("1 selected").waitFor();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await bar(page).getByText("3 selected").waitFor();
  await page.keyboard.press("Shift+ArrowLeft");
  await bar(page).getByText("2 selected").waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Select all of Sunday 14" }).click();
  await bar(page).getByText("14 selected").waitFor();
  await page.getByRole("button", { name: "Select all of Sunday 14" }).click();
  await bar(page).waitFor({ state: "hidden" });
  expect(complaints).toEqual([]);
});

test("on a phone the bar of the selection is one line, and its buttons are wide enough", async () => {
  await using opened = await library.openLibrary("/library", {
    ...{ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true },
  });
  const { page } = opened;
  await ready(page);
  await numbered(page, 0).focus();
  await page.keyboard.press("x");
  await bar(page).getByRole("button", { name: "Download" }).waitFor();
  const boxes = await bar(page)
    .getByRole("button")
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect()));
  expect(boxes.length).toBe(8);
  expect(new Set(boxes.map(({ top, height }) => Math.round(top + height / 2))).size).toBe(1);
  expect(Math.min(...boxes.map(({ width }) => width))).toBeGreaterThanOrEqual(32);
  expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(375);
});

test("on touch a long press selects, and drawing on selects further", async () => {
  await using opened = await library.openLibrary("/library", {
    ...{ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true },
  });
  const { page } = opened;
  await ready(page);
  const [from, to] = [await middleOf(numbered(page, 1)), await middleOf(numbered(page, 4))];
  const touch = await fingerOn(page);
  await touch("touchStart", from);
  await bar(page).getByRole("status").waitFor();
  await touch("touchMove", to);
  await expect.poll(() => selected(page).count()).toBe(4);
  await touch("touchEnd");
  await expect.poll(() => selected(page).count()).toBe(4);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await expectAccessible(page);
  await numbered(page, 1).tap();
  await expect.poll(() => selected(page).count()).toBe(3);
});

test("f and digits mark photos, many at once, and all of it is taken back", async () => {
  await using opened = await library.openLibrary();
  const { page } = opened;
  await ready(page);
  const { items } = await library.glimpse.api.shelves.page.query({
    ...{ shelf: { kind: "library" }, section: "2024-07", from: 0, limit: 3 },
  });
  const get = (at: number) => library.glimpse.api.photos.get.query({ id: items[at]?.id ?? "" });
  await numbered(page, 0).focus();
  await page.keyboard.press("f");
  await page.getByText("1 photo is a favourite now.").waitFor();
  await page.keyboard.press("4");
  await page.getByText("1 photo: 4 stars.").waitFor();
  await expect.poll(() => get(0)).toMatchObject({ favourite: true, rating: 4 });
  await page.getByRole("button", { name: /Favourite, 4 stars$/ }).waitFor();

  await check(page, 1).click({ force: true });
  await check(page, 2).click({ modifiers: ["Shift"] });
  await bar(page).getByRole("button", { name: "Mark as favourites" }).click();
  await page.getByText("2 photos are favourites now.").waitFor();
  expect([(await get(1)).favourite, (await get(2)).favourite]).toEqual([true, true]);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back.").waitFor();
  expect([(await get(1)).favourite, (await get(2)).favourite]).toEqual([false, false]);
  await bar(page).getByRole("button", { name: "Give stars" }).click();
  await page.getByRole("menuitem", { name: "5 stars" }).click();
  await page.getByText("2 photos: 5 stars.").waitFor();

  await bar(page)
    .getByRole("button", { name: /^Change date/ })
    .click();
  const dialog = page.getByRole("dialog", { name: "Change 2 photos" });
  await expectAccessible(page);
  // Esc closes the dialog, and the photos stay chosen.
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await bar(page).getByText("2 selected").waitFor();
  await bar(page)
    .getByRole("button", { name: /^Change date/ })
    .click();
  await dialog.getByRole("textbox", { name: "Place" }).fill("Porto, Portugal");
  await dialog.getByRole("textbox", { name: "Add keywords" }).fill("sea, summer");
  // Why it could not be changed is said where it can be tried again.
  await page.route(/photos\.edit/, (route) => route.abort());
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByRole("alert").waitFor();
  await expectAccessible(page);
  await page.unrouteAll();
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("2 photos changed.").waitFor();
  const edited = await get(1);
  expect([edited.place?.city, edited.keywords]).toEqual(["Porto", ["sea", "summer"]]);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back.").waitFor();
  await page.keyboard.press("Escape");

  await numbered(page, 0).focus();
  await page.keyboard.press("3");
  await page.getByText("1 photo: 3 stars.").waitFor();
  await library.glimpse.api.photos.edit.mutate({
    ...{ id: crypto.randomUUID(), ids: [items[0]?.id ?? ""] },
    rating: 1,
  });
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("It was changed since, and stays.").waitFor();
  expect((await get(0)).rating).toBe(1);
});

test("many are downloaded as one archive, and one as it is", async () => {
  await using opened = await library.openLibrary();
  await using folder = await temporaryFolder();
  const { page } = opened;
  await ready(page);
  await check(page, 0).click({ force: true });
  const single = page.waitForEvent("download");
  await bar(page).getByRole("button", { name: "Download the original" }).click();
  expect((await single).suggestedFilename()).toMatch(/^IMG \d+\.jpg$/);
  await check(page, 3).click({ modifiers: ["Shift"] });
  await bar(page).getByText("4 selected").waitFor();
  const many = page.waitForEvent("download");
  await bar(page).getByRole("button", { name: "Download the originals as a zip file" }).click();
  const download = await many;
  await page.getByText(/^Downloading 4 photos/).waitFor();
  expect(download.suggestedFilename()).toBe("photos.zip");
  await download.saveAs(folder.at("photos.zip"));
  expect(filesInArchive(await readFile(folder.at("photos.zip"))).size).toBe(4);
  expect(page.url()).toMatch(/\/library$/);
});

test("“Ask about these” opens a conversation among them", async () => {
  await using opened = await library.openLibrary();
  const { page, complaints } = opened;
  await ready(page);
  await check(page, 0).click({ force: true });
  await check(page, 4).click({ modifiers: ["Shift"] });
  await bar(page).getByText("5 selected").waitFor();
  await bar(page).getByRole("button", { name: "Ask about these" }).click();
  await page.getByRole("heading", { level: 2, name: "5 photos from the library" }).waitFor();
  await page.getByText("among 5 photos").waitFor();
  await expect.poll(() => page.getByRole("button", { name: /^Photo\s?\d+\b/ }).count()).toBe(5);
  expect(complaints).toEqual([]);
});

test("a removed photo goes to the bin, comes back, and is deleted for good only after a warning", async () => {
  await using opened = await library.openLibrary();
  const { page, complaints } = opened;
  await ready(page);
  const total = async () =>
    (await library.glimpse.api.shelves.buckets.query({ shelf: { kind: "library" } })).sections.reduce(
      (sum, { shapes }) => sum + shapes.length,
      0,
    );
  const before = await total();
  await check(page, 0).click({ force: true });
  await check(page, 2).click({ modifiers: ["Shift"] });
  await bar(page).getByText("3 selected").waitFor();
  await bar(page).getByRole("button", { name: "Move to the bin" }).click();
  await page.getByText("3 photos moved to the bin.").waitFor();
  await expect.poll(() => total()).toBe(before - 3);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("3 photos back in the library.").waitFor();
  await expect.poll(() => total()).toBe(before);

  await page.getByRole("button", { name: "Select all of Saturday 13" }).click();
  await bar(page).getByText("6 selected").waitFor();
  await bar(page).getByRole("button", { name: "Move to the bin" }).click();
  await page.getByText("6 photos moved to the bin.").waitFor();
  await page.getByRole("link", { name: "Bin" }).click();
  await page.getByRole("heading", { level: 2, name: "30 days left" }).waitFor();
  await ready(page);
  await expect.poll(() => cells(page).count()).toBe(6);
  // The photos in the bin are shown.
  await expect
    .poll(() => page.evaluate(() => [...document.images].every((image) => image.naturalWidth > 0)))
    .toBe(true);
  await expectAccessible(page);
  await numbered(page, 0).click();
  await bar(page).getByRole("button", { name: "Restore" }).click();
  await page.getByText("1 photo back in the library.").waitFor();
  await expect.poll(() => cells(page).count()).toBe(5);
  await numbered(page, 0).click();
  const warning = page.getByRole("alertdialog", { name: "Delete 1 photo for good?" });
  await bar(page).getByRole("button", { name: "Delete for good" }).click();
  await expectAccessible(page);
  await warning.getByRole("button", { name: "Cancel" }).click();
  await warning.waitFor({ state: "hidden" });
  await expect.poll(() => cells(page).count()).toBe(5);
  await bar(page).getByRole("button", { name: "Delete for good" }).click();
  await warning.getByRole("button", { name: "Delete for good" }).click();
  await page.getByText("1 photo deleted for good.").waitFor();
  await expect.poll(() => cells(page).count()).toBe(4);
  await page.getByRole("button", { name: "Restore all" }).click();
  await page.getByRole("heading", { name: "The bin is empty" }).waitFor();
  await expectAccessible(page);
  await expect.poll(() => total()).toBe(before - 1);
  expect(complaints).toEqual([]);
});
