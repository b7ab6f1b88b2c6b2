import { writeFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage } from "./fixtures/browser.ts";
import { askPage, type BrowsedGlimpse, startBrowsedGlimpse } from "./fixtures/browsing.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

/** On a busy machine a page takes its time. */
const patient = { timeout: 10_000 };

let browsed: BrowsedGlimpse;
let drawn = 0;

/** Adds a photo that was taken on this day; null: nobody knows. */
async function add(day: string | null, place?: "Lisbon"): Promise<string> {
  drawn++;
  const picture = sharp(await drawPhoto(7_000 + drawn, { width: 320, height: drawn % 3 === 0 ? 420 : 240 }));
  const position = {
    ...{ GPSLatitudeRef: "N", GPSLatitude: "38/1 43/1 0/1" },
    ...{ GPSLongitudeRef: "W", GPSLongitude: "9/1 8/1 0/1" },
  };
  const minutes = String(drawn % 60).padStart(2, "0");
  const exif = { IFD2: { DateTimeOriginal: `${day} 12:${minutes}:00` }, ...(place && { IFD3: position }) };
  const bytes = await (day === null ? picture : picture.withExif(exif)).jpeg().toBuffer();
  const { photo } = await sendPhoto(browsed.glimpse.url, bytes, { name: `IMG ${drawn}.jpg` });
  return photo?.id ?? "";
}

const prepared = () =>
  until(
    "all are prepared",
    async () => (await browsed.glimpse.api.jobs.summary.query()).byStatus.received === 0,
  );

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  for (let n = 0; n < 14; n++) await add("2024:07:14", "Lisbon");
  for (let n = 0; n < 6; n++) await add("2024:07:13");
  for (let n = 0; n < 60; n++) await add(`20${10 + (n % 12)}:0${1 + (n % 9)}:05`);
  await add(null);
  await prepared();
});
afterAll(() => browsed?.[Symbol.asyncDispose]());

const openLibrary = (path = "/library", options = {}) =>
  openPage(browsed.browser, `${browsed.glimpse.url}${path}`, options);
const cells = (page: Page) => page.getByRole("gridcell");
const tile = (page: Page, number: number) => page.locator(`[data-number="${number}"] [data-tile]`);
const check = (page: Page, number: number) => page.locator(`[data-number="${number}"] [role=checkbox]`);
const selected = (page: Page) => page.locator("[role=gridcell][aria-selected=true]");
const bar = (page: Page) => page.getByRole("region", { name: "Selected photos" });
const lightbox = (page: Page) => page.getByRole("dialog", { name: /^Photo/ });

/** Loaded: the photos on the screen have their names. */
async function ready(page: Page): Promise<void> {
  page.setDefaultTimeout(10_000);
  await page.getByRole("grid").waitFor();
  await expect.poll(() => page.getByRole("button", { name: "not loaded yet" }).count(), patient).toBe(0);
}

test("all photos stand by month and day with their places, and what has no date comes last", async () => {
  await using opened = await openLibrary();
  const { page, complaints } = opened;
  await ready(page);
  await page.getByRole("link", { name: /^Library/ }).waitFor();
  await page.getByRole("heading", { level: 2, name: "July 2024" }).waitFor();
  await page.getByRole("heading", { level: 3, name: "Sunday 14" }).waitFor();
  await page.getByRole("rowheader").first().getByText("Lisbon").waitFor();
  await expectAccessible(page);
  expect(await page.locator("*").count()).toBeLessThan(1_500);
  // The end of the shelf has a place from the beginning.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.getByRole("heading", { level: 2, name: "Without a date" }).waitFor();
  expect(complaints).toEqual([]);
});

test("the month stays at the top, and reload and Back come back to the same photos", async () => {
  await using opened = await openLibrary();
  const { page } = opened;
  await ready(page);
  await page.evaluate(() => scrollTo(0, 2_000));
  /** The first photo below the headings, and where it is. */
  const top = () =>
    page.evaluate(() => {
      for (const cell of document.querySelectorAll("[data-number]")) {
        const { top } = cell.getBoundingClientRect();
        if (top > 130) return `${cell.getAttribute("data-number")} ${Math.floor(top / 3)}`;
      }
      return "";
    });
  await expect.poll(top, patient).not.toBe("");
  const before = await top();
  const month = await page.evaluate(
    () => document.elementFromPoint(330, 100)?.closest("[role=rowgroup]")?.ariaLabel,
  );
  expect(month).toMatch(/20\d\d/);
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("glimpse-place /library"))).toBeTruthy();
  // Until the place is written, it may be the one of a moment ago.
  await expect
    .poll(async () => {
      await page.reload();
      await ready(page);
      return top();
    }, patient)
    .toBe(before);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("heading", { name: "Settings", exact: true }).waitFor();
  await page.goBack();
  await ready(page);
  await expect.poll(top, patient).toBe(before);
  // A link leads to the top.
  await page.getByRole("link", { name: "New question" }).click();
  await page.getByRole("link", { name: /^Library/ }).click();
  await ready(page);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("the scrubber goes by keys and by dragging, and says the month", async () => {
  await using opened = await openLibrary();
  const { page } = opened;
  await ready(page);
  const scrubber = page.getByRole("slider", { name: "Date" });
  expect(await scrubber.getAttribute("aria-valuetext")).toBe("July 2024");
  await scrubber.focus();
  await page.keyboard.press("PageDown");
  await expect.poll(() => scrubber.getAttribute("aria-valuetext"), patient).toMatch(/2021$/);
  await page.keyboard.press("End");
  await page.getByRole("heading", { level: 2, name: "Without a date" }).waitFor();
  const box = await scrubber.boundingBox();
  if (!box) throw new Error("the scrubber has no box");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 4);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await expect.poll(() => scrubber.getAttribute("aria-valuetext"), patient).toMatch(/201\d$/);
  await page.mouse.up();
});

test("keys move through the whole shelf, and the lightbox goes on and comes back to its place", async () => {
  await using opened = await openLibrary();
  const { page } = opened;
  await ready(page);
  await tile(page, 0).focus();
  await page.keyboard.press("ArrowRight");
  const isFocused = (number: number) =>
    expect
      .poll(() => tile(page, number).evaluate((element) => element === document.activeElement), patient)
      .toBe(true);
  await isFocused(1);
  await page.keyboard.press("ArrowDown");
  const below = Number(await page.locator(":focus").locator("..").getAttribute("data-number"));
  expect(below).toBeGreaterThan(2);
  await page.keyboard.press("Control+End");
  await isFocused(80);
  await page.keyboard.press("Control+Home");
  await isFocused(0);
  expect(await page.locator("[data-tile][tabindex='0']").count()).toBe(1);

  await page.keyboard.press("Enter");
  await lightbox(page).getByText("1 of 81", { exact: true }).waitFor();
  for (let step = 2; step <= 40; step++) {
    await page.keyboard.press("ArrowRight");
    await lightbox(page).getByText(`${step} of 81`, { exact: true }).waitFor();
  }
  await page.keyboard.press("Escape");
  await lightbox(page).waitFor({ state: "hidden" });
  await isFocused(39);
});

test("photos are selected by check, x, Shift and day, and the bar says how many", async () => {
  await using opened = await openLibrary();
  const { page, complaints } = opened;
  await ready(page);
  await cells(page).nth(1).hover();
  await check(page, 1).click();
  await bar(page).getByText("1 selected").waitFor();
  await check(page, 4).click({ modifiers: ["Shift"] });
  await bar(page).getByText("4 selected").waitFor();
  await expectAccessible(page);
  // While something is selected a click selects.
  await tile(page, 2).click();
  await bar(page).getByText("3 selected").waitFor();
  await page.keyboard.press("Escape");
  await bar(page).waitFor({ state: "hidden" });
  expect(await selected(page).count()).toBe(0);

  await tile(page, 0).focus();
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

test("on touch a long press selects, and drawing on selects further", async () => {
  await using opened = await openLibrary("/library", {
    ...{ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true },
  });
  const { page } = opened;
  await ready(page);
  const middle = async (number: number) => {
    const box = await tile(page, number).boundingBox();
    if (!box) throw new Error("the tile has no box");
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const [from, to] = [await middle(1), await middle(4)];
  const finger = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...points: { x: number; y: number }[]) =>
    finger.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", from);
  await bar(page).getByRole("status").waitFor();
  await touch("touchMove", to);
  await expect.poll(() => selected(page).count(), patient).toBe(4);
  await touch("touchEnd");
  expect(await selected(page).count()).toBe(4);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await expectAccessible(page);
  await tile(page, 1).tap();
  await expect.poll(() => selected(page).count(), patient).toBe(3);
});

test("f and digits mark photos, many at once, and all of it is taken back", async () => {
  await using opened = await openLibrary();
  const { page } = opened;
  await ready(page);
  const { items } = await browsed.glimpse.api.shelves.page.query({
    ...{ shelf: { kind: "library" }, section: "2024-07", from: 0, limit: 3 },
  });
  const get = (at: number) => browsed.glimpse.api.photos.get.query({ id: items[at]?.id ?? "" });
  await tile(page, 0).focus();
  await page.keyboard.press("f");
  await page.getByText("1 photo is a favourite now.").waitFor();
  await page.keyboard.press("4");
  await page.getByText("1 photo: 4 stars.").waitFor();
  expect(await get(0)).toMatchObject({ favourite: true, rating: 4 });
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
  await dialog.getByRole("textbox", { name: "Place" }).fill("Porto, Portugal");
  await dialog.getByRole("textbox", { name: "Add keywords" }).fill("sea, summer");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("2 photos changed.").waitFor();
  const edited = await get(1);
  expect([edited.place?.city, edited.keywords]).toEqual(["Porto", ["sea", "summer"]]);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back.").waitFor();
});

test("many are downloaded as one archive, and one as it is", async () => {
  await using opened = await openLibrary();
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
  await writeFile(folder.at("done"), "");
  expect(page.url()).toMatch(/\/library$/);
});

test("“Show all” of a long answer leads to a page of all its photos, and from there to the lightbox and back", async () => {
  await using opened = await openLibrary("/");
  const { page, complaints } = opened;
  page.setDefaultTimeout(10_000);
  const turn = await askPage(page, "photos");
  await turn.getByRole("link", { name: /^Show all \d+$/ }).click();
  await page.waitForURL(/\/c\/[0-9a-f-]+\/r\/[0-9a-f-]+$/);
  await ready(page);
  await page.getByRole("heading", { level: 2, name: /^photos\s*\d+ photos$/ }).waitFor();
  expect(await page.locator("*").count()).toBeLessThan(1_500);
  await expectAccessible(page);
  await tile(page, 2).click();
  await lightbox(page)
    .getByText(/^3 of \d+$/)
    .waitFor();
  await page.keyboard.press("Escape");
  await page.reload();
  await ready(page);
  await page.getByRole("link", { name: "Back to the conversation" }).click();
  await page.getByRole("heading", { level: 2, name: "photos", exact: true }).waitFor();
  await page.goto(
    `${browsed.glimpse.url}/c/01890000-0000-7000-8000-000000000000/r/01890000-0000-7000-8000-000000000000`,
  );
  await page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
  expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
});

test("“Ask about these” opens a conversation among them", async () => {
  await using opened = await openLibrary();
  const { page, complaints } = opened;
  await ready(page);
  await check(page, 0).click({ force: true });
  await check(page, 4).click({ modifiers: ["Shift"] });
  await bar(page).getByText("5 selected").waitFor();
  await bar(page).getByRole("button", { name: "Ask about these" }).click();
  await page.getByRole("heading", { level: 2, name: "5 photos from the library" }).waitFor();
  await page.getByText("among 5 photos").waitFor();
  await expect.poll(() => page.getByRole("button", { name: /^Photo\s?\d+\b/ }).count(), patient).toBe(5);
  expect(complaints).toEqual([]);
});

test("what is removed goes to the bin, comes back, and is deleted for good only after a warning", async () => {
  await using opened = await openLibrary();
  const { page, complaints } = opened;
  await ready(page);
  const total = async () =>
    (await browsed.glimpse.api.shelves.buckets.query({ shelf: { kind: "library" } })).sections.reduce(
      (sum, { shapes }) => sum + shapes.length,
      0,
    );
  const before = await total();
  await check(page, 0).click({ force: true });
  await check(page, 2).click({ modifiers: ["Shift"] });
  await bar(page).getByText("3 selected").waitFor();
  await bar(page).getByRole("button", { name: "Move to the bin" }).click();
  await page.getByText("3 photos moved to the bin.").waitFor();
  expect(await total()).toBe(before - 3);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("3 photos back in the library.").waitFor();
  expect(await total()).toBe(before);

  await page.getByRole("button", { name: "Select all of Saturday 13" }).click();
  await bar(page).getByText("6 selected").waitFor();
  await bar(page).getByRole("button", { name: "Move to the bin" }).click();
  await page.getByText("6 photos moved to the bin.").waitFor();
  await page.getByRole("link", { name: "Bin" }).click();
  await page.getByRole("heading", { level: 2, name: "30 days left" }).waitFor();
  await ready(page);
  await expect.poll(() => cells(page).count(), patient).toBe(6);
  // What lies there is shown.
  await expect
    .poll(() => page.evaluate(() => [...document.images].every((image) => image.naturalWidth > 0)), patient)
    .toBe(true);
  await expectAccessible(page);
  await tile(page, 0).click();
  await bar(page).getByRole("button", { name: "Restore" }).click();
  await page.getByText("1 photo back in the library.").waitFor();
  await expect.poll(() => cells(page).count(), patient).toBe(5);
  await page.getByRole("button", { name: "Restore all" }).click();
  await page.getByRole("heading", { name: "The bin is empty" }).waitFor();
  await expectAccessible(page);
  expect(await total()).toBe(before);
  expect(complaints).toEqual([]);
});

test("without a connection there are boxes in the shape of photos, and a way to try again; an empty bin says so", async () => {
  await using opened = await openLibrary();
  const { page } = opened;
  await ready(page);
  await page.route(/shelves\.page/, (route) => route.abort());
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.getByRole("heading", { level: 2, name: "Without a date" }).waitFor();
  const note = page.getByRole("alert").filter({ hasText: "Some photos could not be loaded." });
  await note.waitFor({ timeout: 25_000 });
  expect(await cells(page).count()).toBeGreaterThan(0);
  await expectAccessible(page);
  await page.unrouteAll();
  await note.getByRole("button", { name: "Retry" }).click();
  await ready(page);
  await note.waitFor({ state: "hidden" });
  await page.getByRole("link", { name: "Bin" }).click();
  await page.getByRole("heading", { name: "The bin is empty" }).waitFor();
  await expectAccessible(page);
});

test("photos that arrive appear, and what is on the screen stays where it is", async () => {
  await using opened = await openLibrary();
  const { page } = opened;
  await ready(page);
  await page.evaluate(() => scrollTo(0, 1_500));
  const seen = await expect
    .poll(
      () =>
        page.evaluate(
          () => document.elementFromPoint(330, 400)?.closest("[data-tile]")?.getAttribute("data-tile") ?? "",
        ),
      patient,
    )
    .toMatch(/^library\/[0-9a-f-]{36}$/)
    .then(() =>
      page.evaluate(
        () => document.elementFromPoint(330, 400)?.closest("[data-tile]")?.getAttribute("data-tile") ?? "",
      ),
    );
  const topOf = () =>
    page.evaluate((name) => {
      const found = document.querySelector(`[data-tile="${name}"]`);
      return found ? Math.round(found.getBoundingClientRect().top) : null;
    }, seen);
  const before = await topOf();
  const height = await page.evaluate(() => document.body.scrollHeight);
  for (let n = 0; n < 12; n++) await add("2025:02:03");
  await prepared();
  await expect.poll(() => page.evaluate(() => document.body.scrollHeight), patient).toBeGreaterThan(height);
  // A part of a pixel may be rounded.
  await expect.poll(async () => Math.abs(((await topOf()) ?? 0) - (before ?? 0)), patient).toBeLessThan(2);
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole("heading", { level: 2, name: "February 2025" }).waitFor();
});
