import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage } from "./fixtures/browser.ts";
import { askPage, type BrowsedGlimpse, lastTurn, startBrowsedGlimpse, tiles } from "./fixtures/browsing.ts";
import { damagedOriginals } from "./fixtures/data-folder.ts";

let browsed: BrowsedGlimpse;
let id: string;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  id = await browsed.upload({
    ...{ name: "tram.jpg", seed: 8_301, caption: "A yellow tram.", taken: "2022:04:01 12:00:00" },
  });
  const other = { name: "bus.jpg", seed: 8_302, caption: "A red bus.", taken: "2022:04:02 12:00:00" };
  await browsed.indexed([id, await browsed.upload(other)]);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

const photo = () => browsed.glimpse.api.photos.get.query({ id });

/** Types into a field that gets the focus by itself. What is typed before would be keys of the lightbox. */
async function typeInto(field: Locator, text: string): Promise<void> {
  await field.and(field.page().locator(":focus")).waitFor();
  await field.page().keyboard.type(text);
}

test("a photo is edited in its place by keys and pencils, taken back, and brought back to its file", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  const turn = await askPage(page, "a tram");
  await tiles(turn).first().click();
  const lightbox = page.getByRole("dialog");
  await lightbox.getByText("A yellow tram.").waitFor();

  await page.keyboard.press("e");
  const title = lightbox.getByRole("textbox", { name: "Title" });
  await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
  await expect.poll(() => title.inputValue()).toBe("");
  await expectAccessible(page);
  // Letters and digits are for the field now, and Esc leaves only the field.
  await page.keyboard.type("fie 5");
  await page.keyboard.press("Escape");
  await title.waitFor({ state: "hidden" });
  await expect.poll(() => photo()).toMatchObject({ title: null, favourite: false, rating: null });
  const adder = lightbox.getByRole("button", { name: "Add a title" });
  await expect.poll(() => adder.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await typeInto(title, "Number 28");
  await page.keyboard.press("Enter");
  await lightbox.getByRole("status").filter({ hasText: "Title saved." }).waitFor();
  await lightbox.getByText("Number 28").waitFor();
  await expectAccessible(page);

  await page.keyboard.press("f");
  await lightbox.getByRole("button", { name: "Favourite", pressed: true }).waitFor();
  await page.keyboard.press("4");
  await lightbox.getByRole("button", { name: "4 stars", pressed: true }).waitFor();

  await lightbox.getByRole("button", { name: "Edit caption" }).click();
  await lightbox.getByRole("textbox", { name: "Caption" }).fill("A tram in the old town.");
  await page.keyboard.press("Enter");
  await lightbox.getByText("Caption by you").waitFor();
  await lightbox.getByRole("button", { name: "Add people" }).click();
  await typeInto(lightbox.getByRole("textbox", { name: "People" }), "Anna, Ben");
  await page.keyboard.press("Enter");
  await lightbox.getByText("Anna, Ben").waitFor();
  await lightbox.getByRole("button", { name: "Add a place" }).click();
  // A text that could not be saved is not lost.
  const place = lightbox.getByRole("textbox", { name: "Place" });
  await typeInto(place, "Ribeira, Porto, Norte, Portugal");
  await page.keyboard.press("Enter");
  await lightbox.getByRole("alert").filter({ hasText: "place: has more parts than a city" }).waitFor();
  await expect.poll(() => place.inputValue()).toBe("Ribeira, Porto, Norte, Portugal");
  await place.fill("Porto");
  await page.keyboard.press("Enter");
  await lightbox.getByText("Porto, Portugal").waitFor();
  // A person may know no more than the month.
  await lightbox.getByRole("button", { name: "Edit date" }).click();
  await lightbox.getByLabel("Date").fill("1998-03");
  await page.keyboard.press("Enter");
  await lightbox.getByText("March 1998", { exact: true }).waitFor();
  await expect.poll(async () => (await photo()).takenAt).toBe("1998-03");
  await lightbox.getByRole("button", { name: "Undo" }).click();
  await lightbox.getByText("Friday, 1 April 2022, 12:00").waitFor();
  await lightbox.getByRole("button", { name: "Edit date" }).click();
  await lightbox.getByLabel("Date").fill("1998-03-04 10:00");
  await page.keyboard.press("Enter");
  await lightbox.getByText("Wednesday, 4 March 1998, 10:00").waitFor();
  await expectAccessible(page);
  await lightbox.getByText("How it was indexed").click();
  await lightbox.getByText("Edited: date").first().waitFor();
  await expect
    .poll(() => photo())
    .toMatchObject({
      ...{ title: "Number 28", people: ["Anna", "Ben"], rating: 4, favourite: true },
      ...{ takenAt: "1998-03-04T10:00:00", place: { city: "Porto" } },
    });

  await lightbox.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await lightbox.getByText("Friday, 1 April 2022, 12:00").waitFor();
  await lightbox.getByRole("button", { name: "Back to what the model says" }).click();
  await lightbox.getByText("A yellow tram.").waitFor();
  await lightbox.getByRole("button", { name: "Back to the file’s title" }).click();
  await lightbox.getByRole("button", { name: "Add a title" }).waitFor();
  await expect.poll(async () => (await photo()).edited).toEqual(["place", "people", "rating"]);
  await page.keyboard.press("Escape");
  await lightbox.waitFor({ state: "hidden" });
  expect(damagedOriginals(browsed.glimpse.dataFolder)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("an edit made elsewhere is seen in the tiles and the details", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  await askPage(page, "photos from 2022");
  await expect.poll(() => tiles(lastTurn(page)).count()).toBe(2);
  await browsed.glimpse.api.photos.edit.mutate({ ids: [id], caption: "A cable car." });
  const tile = lastTurn(page).getByRole("button", { name: /A cable car\./ });
  await tile.waitFor();
  await tile.click();
  await page.getByRole("dialog").getByText("A cable car.").waitFor();
  await browsed.glimpse.api.photos.edit.mutate({ ids: [id], description: "Up the hill." });
  await page.getByRole("dialog").getByText("Up the hill.").waitFor();
  expect(complaints).toEqual([]);
});

test("on a phone a photo is edited, too", async () => {
  await using opened = await openPage(browsed.browser, `${browsed.glimpse.url}/?photo=${id}`, {
    viewport: { width: 375, height: 700 },
    hasTouch: true,
  });
  const { page, complaints } = opened;
  const lightbox = page.getByRole("dialog");
  await lightbox.getByRole("button", { name: "Details" }).click();
  await lightbox.getByRole("button", { name: "Add keywords" }).click();
  await lightbox.getByRole("textbox", { name: "Keywords" }).fill("hill, rails");
  await lightbox.getByText("How it was indexed").click();
  await lightbox.getByText("hill, rails").waitFor();
  await expect.poll(async () => (await photo()).keywords).toEqual(["hill", "rails"]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
