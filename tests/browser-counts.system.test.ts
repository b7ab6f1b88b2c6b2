import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage } from "./fixtures/browser.ts";
import { askPage, type BrowsedGlimpse, startBrowsedGlimpse, tiles } from "./fixtures/browsing.ts";

/** The photos of 2019 fill more than one page of an answer. */
const different = 27;

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const two = (n: number) => String(n).padStart(2, "0");
  const upload = (name: string, seed: number, caption: string, taken: string) =>
    browsed.upload({ name, seed, caption, taken });
  const ids: string[] = [];
  for (let n = 1; n <= different; n++)
    ids.push(await upload(`${n}.jpg`, 7_000 + n, "A red bus in a street.", `2019:05:${two(n)} 12:00:00`));
  // Each shows the same view as an earlier photo, a second later.
  ids.push(await upload("again.jpg", 7_000 + different, "A red bus.", `2019:05:${two(different)} 12:00:01`));
  ids.push(await upload("twin.jpg", 7_100, "A grey horse.", "2021:05:01 12:00:00"));
  ids.push(await upload("twin-again.jpg", 7_100, "A grey horse.", "2021:05:01 12:00:01"));
  ids.push(await upload("cow.jpg", 7_101, "A brown cow.", "2021:05:02 12:00:00"));
  ids.push(await upload("goat.jpg", 7_102, "A white goat.", "2021:05:03 12:00:00"));
  await browsed.indexed(ids);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

const lightbox = (page: Page) => page.getByRole("dialog", { name: /^Photo/ });

async function close(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await lightbox(page).waitFor({ state: "hidden" });
}

/** Deletes the photo that the lightbox shows. */
async function deleteShown(page: Page): Promise<void> {
  await lightbox(page).getByRole("button", { name: "Delete photo" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("alertdialog").waitFor({ state: "hidden" });
  // The focus must not go to the composer behind the lightbox: Escape would not close anything there.
  await page.locator("[role=dialog]:focus, [role=dialog] :focus").waitFor();
}

test("the sentence, the tiles and the lightbox agree, also after a photo is deleted and after a reload", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  const turn = await askPage(page, "photos from 2021");
  await turn.getByText("4 photos, 2021.").waitFor();
  await expect.poll(() => tiles(turn).count()).toBe(3);
  await turn.getByText("3 tiles; behind them 1 more that is nearly the same.").waitFor();
  await expectAccessible(page);

  await tiles(turn).first().click();
  for (const position of ["1 of 4", "2 of 4", "3 of 4", "4 of 4"]) {
    await lightbox(page).getByText(position, { exact: true }).waitFor();
    if (position !== "4 of 4") await page.keyboard.press("ArrowRight");
  }
  await expect.poll(() => page.getByRole("button", { name: "Next photo" }).count()).toBe(0);
  await close(page);

  // The first tile shows a photo that has no near-duplicate.
  await tiles(turn).first().click();
  await deleteShown(page);
  await lightbox(page).getByText("1 of 3", { exact: true }).waitFor();
  await close(page);
  for (const reloaded of [false, true]) {
    if (reloaded) await page.reload();
    await turn.getByText("3 photos, 2021.").waitFor();
    await turn.getByText("2 tiles; behind them 1 more that is nearly the same.").waitFor();
    await expect.poll(() => tiles(turn).count()).toBe(2);
    await tiles(turn).first().click();
    await lightbox(page).getByText("1 of 3", { exact: true }).waitFor();
    await close(page);
  }

  // The near-duplicate takes the place of the photo that it was folded into.
  const twin = turn
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /nearly the same/ }) });
  await tiles(twin).click();
  await deleteShown(page);
  await close(page);
  await turn.getByText("2 photos, 2021.").waitFor();
  await expect.poll(() => tiles(turn).count()).toBe(2);
  await expect.poll(() => turn.getByText(/behind them/).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("the lightbox goes through all photos of a long answer, and a deletion elsewhere is seen", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  const turn = await askPage(page, "photos from 2019");
  await turn.getByText(`${different + 1} photos, 2019.`).waitFor();
  await tiles(turn).first().click();
  for (let n = 1; n <= different + 1; n++) {
    await lightbox(page)
      .getByText(`${n} of ${different + 1}`, { exact: true })
      .waitFor();
    if (n <= different) await page.keyboard.press("ArrowRight");
  }
  await expect.poll(() => page.getByRole("button", { name: "Next photo" }).count()).toBe(0);
  await close(page);
  await turn.getByRole("button", { name: `Show all ${different + 1}` }).click();
  await expect.poll(() => tiles(turn).count()).toBe(different);
  await turn.getByText(`${different} tiles; behind them 1 more`).waitFor();

  const { items } = await browsed.glimpse.api.photos.list.query({ limit: 100 });
  const gone = items.filter(({ fileName }) => fileName === "3.jpg" || fileName === "25.jpg");
  await browsed.glimpse.api.photos.remove.mutate({ ids: gone.map(({ id }) => id) });
  await turn.getByText(`${different - 1} photos, 2019.`).waitFor();
  await expect.poll(() => tiles(turn).count()).toBe(different - 2);
  await turn.getByText(`${different - 2} tiles; behind them 1 more`).waitFor();
  await tiles(turn).first().click();
  await lightbox(page)
    .getByText(`1 of ${different - 1}`, { exact: true })
    .waitFor();
  expect(complaints).toEqual([]);
});

test("weaker matches say what they lack", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  const turn = await askPage(page, "a goat and a bus");
  await turn.getByRole("button", { name: "Show weaker matches" }).click();
  const weaker = turn.getByRole("region", { name: "Weaker matches" });
  await weaker.getByText(/^(Not seen|Each lacks something): /).waitFor();
  await expectAccessible(page);
});
