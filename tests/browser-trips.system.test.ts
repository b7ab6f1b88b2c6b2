import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage } from "./fixtures/browser.ts";
import { askPage, type BrowsedGlimpse, startBrowsedGlimpse } from "./fixtures/browsing.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

let browsed: BrowsedGlimpse;
let drawn = 0;

const positions = {
  Berlin: {
    GPSLatitudeRef: "N",
    GPSLatitude: "52/1 31/1 0/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "13/1 24/1 0/1",
  },
  Lisbon: {
    GPSLatitudeRef: "N",
    GPSLatitude: "38/1 43/1 0/1",
    GPSLongitudeRef: "W",
    GPSLongitude: "9/1 8/1 0/1",
  },
};

async function add(day: string, place: keyof typeof positions): Promise<string> {
  drawn++;
  const exif = { IFD2: { DateTimeOriginal: `${day} 12:${10 + drawn}:00` }, IFD3: positions[place] };
  const bytes = await sharp(await drawPhoto(9_300 + drawn, { width: 320, height: 240 }))
    .withExif(exif)
    .jpeg()
    .toBuffer();
  const { photo } = await sendPhoto(browsed.glimpse.url, bytes, { name: `IMG ${drawn}.jpg` });
  return photo?.id ?? "";
}

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const { api } = browsed.glimpse;
  for (let week = 0; week < 6; week++)
    await add(
      new Date(Date.UTC(2024, 3, 1 + week * 7)).toISOString().slice(0, 10).replaceAll("-", ":"),
      "Berlin",
    );
  const away: string[] = [];
  for (const day of ["2024:05:02", "2024:05:03", "2024:05:04"]) away.push(await add(day, "Lisbon"));
  await until("all are indexed", async () => (await api.jobs.summary.query()).byStatus.indexed === 9);
  await api.photos.edit.mutate({ ids: away.slice(0, 2), people: ["Anna"] });
  await until("the trip is found", async () => (await api.trips.list.query()).items.length === 1);
});
afterAll(() => browsed?.[Symbol.asyncDispose]());

async function openLibrary(options = {}) {
  const opened = await openPage(browsed.browser, `${browsed.glimpse.url}/library`, options);
  await opened.page.getByRole("grid").waitFor();
  return opened;
}
const strip = (page: Page, name: string) => page.getByRole("region", { name });

test("trips and people stand above the library, and lead to their photos", async () => {
  await using opened = await openLibrary();
  const { page, complaints } = opened;
  await expectAccessible(page);
  await strip(page, "Trips")
    .getByRole("link", { name: /Lisbon, May 2024\s*3 photos/ })
    .click();
  await page.getByRole("heading", { level: 2, name: /Lisbon, May 2024/ }).waitFor();
  await page.getByRole("heading", { level: 3, name: "Saturday 4" }).waitFor();
  await expect.poll(() => page.getByRole("gridcell").count()).toBe(3);
  await expect.poll(() => page.title()).toContain("Lisbon, May 2024");
  await expectAccessible(page);
  await page.goBack();
  await strip(page, "People").getByRole("button", { name: "Photos of Anna" }).click();
  await page.getByRole("heading", { level: 2, name: "Photos of Anna" }).waitFor();
  await page.getByText("2 photos", { exact: false }).first().waitFor();
  expect(complaints).toEqual([]);
});

test("a trip is found in the search of everything, and by asking for it", async () => {
  await using opened = await openLibrary();
  const { page } = opened;
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("lisbon, may");
  await page.getByRole("option", { name: /Lisbon, May 2024/ }).click();
  await page.getByRole("heading", { level: 2, name: /Lisbon, May 2024/ }).waitFor();
  await page.goto(browsed.glimpse.url);
  const turn = await askPage(page, "our last trip");
  await turn.getByText("last trip", { exact: true }).first().waitFor();
  expect((await browsed.glimpse.api.search.run.query({ text: "the Lisbon trip" })).total).toBe(3);
  expect((await browsed.glimpse.api.search.run.query({ text: "Urlaub 2024" })).total).toBe(3);
  expect((await browsed.glimpse.api.search.run.query({ text: "trips in 2023" })).total).toBe(0);
  const more = await askPage(page, "anything else from that trip");
  await more.getByText("Lisbon trip").first().waitFor();
});

test("photos are put into an album by asking for it, after a yes, and taken out again", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  const { api } = browsed.glimpse;
  await askPage(page, "photos from Lisbon");
  const asked = await askPage(page, "put these in an album called Summer");
  await asked.getByText("Put these 3 photos in the album “Summer”?").waitFor();
  expect((await api.albums.list.query()).items).toEqual([]);
  await asked.getByRole("button", { name: "Yes" }).click();
  await page.getByText("3 photos put in the album “Summer”.").first().waitFor();
  await expectAccessible(page);
  await expect
    .poll(async () => (await api.albums.list.query()).items)
    .toMatchObject([{ name: "Summer", photos: 3 }]);
  await askPage(page, "das Album Summer");
  expect((await api.search.run.query({ text: "the album Summer" })).total).toBe(3);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back.").first().waitFor();
  await expect
    .poll(async () => (await api.albums.list.query()).items)
    .toMatchObject([{ name: "Summer", photos: 0 }]);
});
