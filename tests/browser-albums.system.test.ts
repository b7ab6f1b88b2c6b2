import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage } from "./fixtures/browser.ts";
import { askPage, type BrowsedGlimpse, startBrowsedGlimpse } from "./fixtures/browsing.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

let browsed: BrowsedGlimpse;
const ids: string[] = [];

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  for (let n = 0; n < 6; n++) {
    const exif = { IFD2: { DateTimeOriginal: `2024:07:0${n + 1} 12:00:00` } };
    const bytes = await sharp(await drawPhoto(8_100 + n, { width: 320, height: 240 }))
      .withExif(exif)
      .jpeg()
      .toBuffer();
    const { photo } = await sendPhoto(browsed.glimpse.url, bytes, { name: `IMG ${n + 1}.jpg` });
    ids.push(photo?.id ?? "");
  }
  await until(
    "all are indexed",
    async () => (await browsed.glimpse.api.jobs.summary.query()).byStatus.indexed === ids.length,
  );
});
afterAll(() => browsed?.[Symbol.asyncDispose]());

const open = (path: string, options = {}) =>
  openPage(browsed.browser, `${browsed.glimpse.url}${path}`, options);
const check = (page: Page, number: number) => page.locator(`[data-number="${number}"] [role=checkbox]`);
const tile = (page: Page, number: number) => page.locator(`[data-number="${number}"] [data-tile]`);
const bar = (page: Page) => page.getByRole("region", { name: "Selected photos" });
/** The numbers of the photos, in the order of the grid. */
async function order(page: Page): Promise<string> {
  const names = await page
    .locator("[data-tile]")
    .evaluateAll((tiles) => tiles.map((each) => each.getAttribute("data-tile") ?? ""));
  return names.map((name) => ids.indexOf(name.split("/").at(-1) ?? "") + 1).join("");
}
async function ready(page: Page): Promise<void> {
  await page.getByRole("grid").waitFor();
  await expect.poll(() => page.getByRole("button", { name: "not loaded yet" }).count()).toBe(0);
}
async function select(page: Page, ...numbers: number[]): Promise<void> {
  // The check of a photo shows only on hover, until something is selected.
  for (const number of numbers) await check(page, number).click({ force: true });
}
const albumNamed = async (name: string) =>
  (await browsed.glimpse.api.albums.list.query()).items.find((album) => album.name === name);

test("selected photos go into a new album, and into one that there is; undo takes them out again", async () => {
  await using opened = await open("/library");
  const { page, complaints } = opened;
  await ready(page);
  await select(page, 0, 1, 2);
  await bar(page).getByRole("button", { name: "Add to album" }).click();
  const dialog = page.getByRole("dialog", { name: "Add 3 photos to an album" });
  await expectAccessible(page);
  await dialog.getByLabel("New album").fill("Summer");
  await dialog.getByRole("button", { name: "New album" }).click();
  await page.getByText("Album “Summer” with 3 photos.").waitFor();
  await expect.poll(async () => (await albumNamed("Summer"))?.photos).toBe(3);
  await select(page, 3);
  await bar(page).getByRole("button", { name: "Add to album" }).click();
  // A name that is taken is said where it can be changed.
  await page.getByLabel("New album").fill("summer");
  await page.getByRole("dialog").getByRole("button", { name: "New album" }).click();
  await page.getByRole("alert").getByText("There is an album called “Summer” already.").waitFor();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Summer/ })
    .click();
  await page.getByText("1 photo added to “Summer”.").waitFor();
  await expect.poll(async () => (await albumNamed("Summer"))?.photos).toBe(4);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await albumNamed("Summer"))?.photos).toBe(3);
  // One complaint is expected: the browser reports the refused name.
  expect(complaints.filter((each) => !each.includes("409"))).toEqual([]);
});

test("the lightbox shows the albums of a photo, adds it to one, and the keys are for the dialog meanwhile", async () => {
  const mine = await browsed.glimpse.api.albums.make.mutate({ name: "Mine", photoIds: [ids[2] ?? ""] });
  const yours = await browsed.glimpse.api.albums.make.mutate({ name: "Yours" });
  await using opened = await open(`/library?photo=${ids[2]}`);
  const { page, complaints } = opened;
  const albums = page.getByRole("dialog", { name: /^Photo/ }).getByRole("list", { name: "Albums" });
  await albums.getByRole("link", { name: "Mine" }).waitFor();
  await page.getByRole("button", { name: "Add to album" }).click();
  const dialog = page.getByRole("dialog", { name: "Add 1 photo to an album" });
  const other = dialog.getByRole("button", { name: /^Yours/ });
  await other.focus();
  await page.keyboard.press("5");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect((await browsed.glimpse.api.photos.get.query({ id: ids[2] ?? "" })).rating).toBeNull();
  await page.getByRole("button", { name: "Add to album" }).click();
  await other.click();
  await albums.getByRole("link", { name: "Yours" }).waitFor();
  await page.getByText("1 photo added to “Yours”.").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await albums.getByRole("link", { name: "Yours" }).waitFor({ state: "hidden" });
  await albums.getByRole("link", { name: "Mine" }).click();
  await page.getByRole("heading", { level: 2, name: "Mine" }).waitFor();
  expect(complaints).toEqual([]);
  for (const { id } of [mine, yours]) await browsed.glimpse.api.albums.remove.mutate({ id });
});

test("the albums stand with covers and counts; one is renamed, gets a cover, and is deleted", async () => {
  const { id } = await browsed.glimpse.api.albums.make.mutate({ name: "Draft", photoIds: ids.slice(0, 4) });
  await using opened = await open("/albums");
  const { page } = opened;
  await page.getByRole("link", { name: /Draft\s*4 photos/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: /Draft/ }).click();
  await ready(page);
  await expect.poll(() => order(page)).toBe("1234");
  await expectAccessible(page);
  await select(page, 2);
  await expectAccessible(page);
  await bar(page).getByRole("button", { name: "Use as cover" }).click();
  await page.getByText("Cover of “Draft” changed.").waitFor();
  expect((await albumNamed("Draft"))?.cover).toBe(ids[2]);
  await select(page, 0);
  await bar(page).getByRole("button", { name: "Remove from album" }).click();
  await page.getByText("1 photo removed from “Draft”.").waitFor();
  await expect.poll(() => order(page)).toBe("234");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => order(page)).toBe("1234");
  const choose = async (item: string) => {
    await page.getByRole("button", { name: "Options of this album" }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await choose("Rename");
  await page.getByRole("textbox", { name: "Name" }).fill("Final");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 2, name: "Final" }).waitFor();
  await choose("Delete the album");
  await page.getByRole("alertdialog").getByText("Its photos stay in the library.").waitFor();
  await expectAccessible(page);
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete the album" }).click();
  await expect.poll(() => page.url()).toMatch(/\/albums$/);
  await expect.poll(() => albumNamed("Final")).toBeUndefined();
  await page.goto(`${browsed.glimpse.url}/albums/${id}`);
  await page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
  await expect.poll(() => page.title()).not.toContain("Final");
});

test("an album that a question has changed is shown as it is now, and so it is after the undo", async () => {
  const photoIds = ids.slice(0, 2);
  const { id } = await browsed.glimpse.api.albums.make.mutate({ name: "Harbour", photoIds });
  await using opened = await open(`/albums/${id}`);
  const { page } = opened;
  await ready(page);
  await expect.poll(() => order(page)).toBe("12");
  await page.getByRole("link", { name: "New question" }).click();
  await (await askPage(page, "photos from 2024")).getByText(/6 photos/).waitFor();
  const turn = await askPage(page, "add them to the album Harbour");
  await turn.getByRole("button", { name: "Yes" }).click();
  const show = turn.getByRole("link", { name: "Show the album" });
  await show.click();
  await expect.poll(() => order(page)).toBe("123456");
  await page.goBack();
  await page.route(/albums\.takeOut/, (route) => route.abort());
  const undo = turn.getByRole("button", { name: "Undo" });
  await undo.click();
  await turn.getByRole("alert").waitFor();
  await expectAccessible(page);
  await page.unrouteAll();
  await undo.click();
  await turn.getByText("Taken back.").waitFor();
  await expect.poll(() => turn.getByRole("alert").count()).toBe(0);
  await show.click();
  await expect.poll(() => order(page)).toBe("12");
});

test("an album is put in order by keys, by buttons and by dragging", async () => {
  const { id } = await browsed.glimpse.api.albums.make.mutate({ name: "Ordered", photoIds: ids.slice(0, 4) });
  await using opened = await open(`/albums/${id}`);
  const { page } = opened;
  await ready(page);
  await page.getByRole("button", { name: "Options of this album" }).click();
  await page.getByRole("menuitem", { name: "Order by hand" }).click();
  await page.getByText("Drag photos, or move them with Alt and the arrow keys.").waitFor();
  await tile(page, 0).focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(() => order(page)).toBe("2134");
  // The focus goes with the photo.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-tile")))
    .toContain(ids[0] ?? "");
  await select(page, 3);
  await bar(page).getByRole("button", { name: "Move forward" }).click();
  await expect.poll(() => order(page)).toBe("2143");
  await page.keyboard.press("Escape");
  const from = await tile(page, 3).boundingBox();
  const to = await tile(page, 0).boundingBox();
  if (!from || !to) throw new Error("no tiles");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 });
  await page.mouse.move(to.x + 10, to.y + to.height / 2);
  await page.mouse.up();
  await expect.poll(() => order(page)).toBe("3214");
  // The drag has opened nothing.
  expect(page.url()).not.toContain("photo=");
  await page.reload();
  await ready(page);
  await expect.poll(() => order(page)).toBe("3214");
});

test("an answer is saved as an album, of its photos or of its question", async () => {
  await using opened = await open("/");
  const { page } = opened;
  await askPage(page, "photos from 2024");
  await page.getByRole("button", { name: "Save as album" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this answer as an album" });
  await dialog.getByRole("radio", { name: /The question/ }).check();
  await expectAccessible(page);
  await dialog.getByRole("textbox", { name: "Name" }).fill("All of 2024");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 2, name: "All of 2024" }).waitFor();
  await page.getByText("New photos that fit the question join it.").waitFor();
  await expect.poll(() => albumNamed("All of 2024")).toMatchObject({ isLiving: true, photos: 6 });
});
