import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./fixtures/browser.ts";
import {
  askPage,
  type BrowsedGlimpse,
  composer,
  lastTurn,
  lisbon,
  openGlimpse,
  startBrowsedGlimpse,
  tiles,
} from "./fixtures/browsing.ts";

const porto = {
  ...{ GPSLatitudeRef: "N", GPSLatitude: "41/1 9/1 0/1" },
  ...{ GPSLongitudeRef: "W", GPSLongitude: "8/1 37/1 0/1" },
};
/** The caption of each photo, the year that its camera wrote, and where. */
const library = [
  ["Two people walk along a sandy beach.", 2019, lisbon],
  ["A red bus stands on a rainy street.", 2019, lisbon],
  ["A horse grazes on a green meadow.", 2019, porto],
  ["A clock on a brick tower.", 2021, lisbon],
  ["A boat on a calm lake at sunset.", 2021, porto],
] as const;

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const ids = await Promise.all(
    library.map(([caption, year, position], n) =>
      browsed.upload({
        ...{ name: `${n}.jpg`, seed: 6_100 + n, caption },
        ...{ taken: `${year}:05:0${n + 1} 12:00:00`, position },
      }),
    ),
  );
  await browsed.indexed(ids);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

const filters = (within: Locator) => within.getByRole("list", { name: "Filters" });
const questions = (page: Page) => page.getByRole("article").getByRole("heading", { level: 2 });
const isFocused = (field: Locator) => field.evaluate((element) => element === document.activeElement);

test("a question is edited where it stands; later ones go, and come back", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  await askPage(page, "photos from 2019");
  await lastTurn(page).getByText("3 photos, 2019.").waitFor();
  await askPage(page, "only in Lisbon");
  await lastTurn(page)
    .getByText("2 photos, in Lisbon, 2019.")
    .or(lastTurn(page).getByText("2 photos, 2019, in Lisbon."))
    .waitFor();

  const first = page.getByRole("article").first();
  await first.getByRole("button", { name: "Edit question" }).click();
  const editor = first.getByRole("textbox", { name: "Edit question" });
  await expect.poll(() => editor.inputValue()).toBe("photos from 2019");
  await expect.poll(() => isFocused(editor)).toBe(true);
  await first.getByText("1 later question goes").waitFor();
  await expectAccessible(page);
  await editor.press("Escape");
  await expect.poll(() => questions(page).allTextContents()).toEqual(["photos from 2019", "only in Lisbon"]);
  await expect.poll(() => isFocused(first.getByRole("button", { name: "Edit question" }))).toBe(true);

  await first.getByRole("button", { name: "Edit question" }).press("Enter");
  await editor.fill("photos from 2021");
  await editor.press("Enter");
  await lastTurn(page).getByText("2 photos, 2021.").waitFor();
  await expect.poll(() => questions(page).allTextContents()).toEqual(["photos from 2021"]);
  await expect.poll(() => isFocused(composer(page))).toBe(true);
  await expectAccessible(page);
  await page.reload();
  await page
    .getByRole("status")
    .filter({ hasText: "The question was edited; 1 later one is gone." })
    .waitFor();
  await expect.poll(() => questions(page).allTextContents()).toEqual(["photos from 2021"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => questions(page).allTextContents()).toEqual(["photos from 2019", "only in Lisbon"]);
  await page.reload();
  await lastTurn(page).getByRole("button", { name: "Remove filter in Lisbon" }).waitFor();
  await expect.poll(() => questions(page).allTextContents()).toEqual(["photos from 2019", "only in Lisbon"]);
  expect(complaints).toEqual([]);
});

test("the arrow up in an empty field edits the latest question", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  await askPage(page, "photos from 2019");
  await lastTurn(page).getByText("3 photos, 2019.").waitFor();
  await composer(page).fill("x");
  await composer(page).press("ArrowUp");
  await expect.poll(() => page.getByRole("textbox", { name: "Edit question" }).count()).toBe(0);
  await composer(page).fill("");
  await composer(page).press("ArrowUp");
  const editor = page.getByRole("textbox", { name: "Edit question" });
  await editor.fill("photos from 2021");
  await editor.press("Enter");
  await lastTurn(page).getByText("2 photos, 2021.").waitFor();
  await expect.poll(() => page.getByRole("article").count()).toBe(1);
  expect(complaints).toEqual([]);
});

test("an edited question that cannot be sent loses nothing", async () => {
  await using opened = await openGlimpse(browsed);
  const { page } = opened;
  await askPage(page, "photos from 2019");
  await lastTurn(page).getByText("3 photos, 2019.").waitFor();
  await askPage(page, "only in Lisbon");
  await filters(lastTurn(page)).getByText("in Lisbon").waitFor();
  await page.route(/conversations\.say/, (route) => route.abort());
  await page.getByRole("article").first().getByRole("button", { name: "Edit question" }).click();
  const editor = page.getByRole("textbox", { name: "Edit question" });
  await editor.fill("photos from 2021");
  await editor.press("Enter");
  await page.getByRole("article").first().getByRole("alert").waitFor();
  await expect.poll(() => editor.inputValue()).toBe("photos from 2021");
  await expect.poll(() => page.getByRole("article").count()).toBe(2);
  await page.unroute(/conversations\.say/);
  await editor.press("Enter");
  await lastTurn(page).getByText("2 photos, 2021.").waitFor();
  await expect.poll(() => page.getByRole("article").count()).toBe(1);
});

test("follow-ups find as many photos as they say", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const turn = await askPage(page, "photos from 2019");
  const offered = turn.getByRole("region", { name: "Ask next" }).getByRole("button");
  await offered.first().waitFor();
  const names = await offered.evaluateAll((buttons) => buttons.map((button) => button.textContent));
  expect(names).toContain("Only in Lisbon2, 2 photos");
  expect(names.length).toBeLessThanOrEqual(3);
  await expectAccessible(page);
  await offered.filter({ hasText: "Only in Lisbon" }).click();
  await questions(page).filter({ hasText: "Only in Lisbon" }).waitFor();
  await expect.poll(() => tiles(lastTurn(page)).count()).toBe(2);
  // Only the newest answer offers what to ask next.
  await expect
    .poll(() => page.getByRole("article").first().getByRole("region", { name: "Ask next" }).count())
    .toBe(0);
  expect(complaints).toEqual([]);
});

test("a date is changed in a calendar, with keys alone", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const turn = await askPage(page, "photos from 2019");
  await turn.getByText("3 photos, 2019.").waitFor();
  await filters(turn).getByRole("button", { name: "2019: options of this filter" }).press("Enter");
  await page.getByRole("menuitem", { name: "Another date" }).press("Enter");
  const editor = page.getByRole("dialog", { name: "Choose a date" });
  await editor.getByRole("button", { name: "1 January 2019", exact: true }).waitFor();
  await expect
    .poll(() => isFocused(editor.getByRole("button", { name: "1 January 2019", exact: true })))
    .toBe(true);
  await expectAccessible(page);
  for (const key of ["PageDown", "PageDown", "PageDown", "PageDown", "ArrowRight"])
    await page.keyboard.press(key);
  await expect.poll(() => isFocused(editor.getByRole("button", { name: "2 May 2019, 1 photo" }))).toBe(true);
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await turn.getByText("2 photos, 2 May 2019 to 3 May 2019.").waitFor();
  await editor.waitFor({ state: "hidden" });

  await filters(turn)
    .getByRole("button", { name: /options of this filter/ })
    .click();
  await page.getByRole("menuitem", { name: "Another date" }).click();
  await editor.getByRole("button", { name: "Next year" }).click();
  await editor.getByRole("button", { name: "Next year" }).click();
  await editor.getByRole("button", { name: "Whole year" }).click();
  await turn.getByText("2 photos, 2021.").waitFor();
  await page.reload();
  await turn.getByText("2 photos, 2021.").waitFor();
  expect(complaints).toEqual([]);
});

test("a list that a menu opens stays open, even if the menu is late to give the focus back", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const turn = await askPage(page, "photos from Lisbon");
  await turn.getByText("3 photos, in Lisbon.").waitFor();
  await page.evaluate(() => {
    // The menu gives the focus back after a timer of no length, which a busy machine lets wait.
    const { setTimeout } = window;
    Object.assign(window, {
      setTimeout: (run: () => void, ms?: number) => setTimeout(run, ms === 0 ? 300 : ms),
    });
  });
  const editor = page.getByRole("dialog", { name: "Choose a place" });
  for (const _ of ["its code is loaded", "its code is there"]) {
    await filters(turn)
      .getByRole("button", { name: /options of this filter/ })
      .click();
    await page.getByRole("menuitem", { name: "Another place" }).click();
    await editor.getByRole("option").filter({ hasText: "Porto" }).waitFor();
    // A timer that is set now ends after the menu's.
    await page.evaluate(() => new Promise((end) => setTimeout(end, 0)));
    expect(await editor.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await editor.waitFor({ state: "hidden" });
  }
  expect(complaints).toEqual([]);
});

test("a place is changed in a list with counts, turned round, and turned back", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const turn = await askPage(page, "photos from Lisbon");
  await turn.getByText("3 photos, in Lisbon.").waitFor();
  const options = filters(turn).getByRole("button", { name: /options of this filter/ });
  await options.click();
  await page.getByRole("menuitem", { name: "Another place" }).click();
  const editor = page.getByRole("dialog", { name: "Choose a place" });
  await editor.getByRole("option").filter({ hasText: "Porto" }).waitFor();
  await expectAccessible(page);
  await editor.getByRole("combobox").fill("port");
  await expect.poll(() => editor.getByRole("option").first().textContent()).toMatch(/^Port/);
  await editor.getByRole("combobox").fill("Porto");
  await editor.getByRole("option", { name: /^Porto\s?2$/ }).waitFor();
  await editor.getByRole("combobox").press("Enter");
  await turn.getByText("2 photos, in Porto.").waitFor();

  await options.click();
  await page.getByRole("menuitem", { name: "Not this" }).click();
  await turn.getByText("3 photos, not in Porto.").waitFor();
  await options.click();
  await page.getByRole("menuitem", { name: "This after all" }).click();
  await turn.getByText("2 photos, in Porto.").waitFor();
  expect(complaints).toEqual([]);
});

test("an answer like another photo shows that photo in a chip", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  await askPage(page, "photos from 2019");
  await tiles(lastTurn(page)).nth(1).waitFor();
  const turn = await askPage(page, "more like the second");
  await filters(turn).getByText("like #2").waitFor();
  const picture = filters(turn).getByRole("button", { name: "Show photo 2" });
  await picture.waitFor();
  await expectAccessible(page);
  await picture.click();
  await page.getByRole("dialog", { name: /^Photo/ }).waitFor();
  await page.keyboard.press("Escape");
  await filters(turn).getByRole("button", { name: "Remove filter like #2" }).click();
  await expect.poll(() => filters(turn).getByText("like #2").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("a German question has a German turn in an English page", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const turn = await askPage(page, "Fotos von 2019");
  await turn.getByText("3 Fotos, 2019.").waitFor();
  await expect.poll(() => turn.getAttribute("lang")).toBe("de");
  await turn.getByRole("button", { name: "Filter 2019 entfernen" }).waitFor();
  await turn.getByRole("region", { name: "Frag als Nächstes" }).waitFor();
  await turn.getByRole("button", { name: "2019: Möglichkeiten dieses Filters" }).click();
  await page.getByRole("menuitem", { name: "Anderes Datum" }).click();
  await page
    .getByRole("dialog", { name: "Datum wählen" })
    .getByText("Januar 2019", { exact: true })
    .waitFor();
  await expectAccessible(page);
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe("en");
  expect(complaints).toEqual([]);
});
