import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage } from "./fixtures/browser.ts";
import { askPage, type BrowsedGlimpse, startBrowsedGlimpse, tiles } from "./fixtures/browsing.ts";

let browsed: BrowsedGlimpse;

/** Photos of a bus, and others that are like none of them: whether photos are alike is told by the library's chance. */
const library: [caption: string, year: number][] = [
  ["A red bus stands on a rainy street.", 2019],
  ["A red bus stands on a rainy street.", 2019],
  ["A red bus stands on a rainy street.", 2019],
  ["A red bus stands on a rainy street.", 2021],
  ...[
    "A horse grazes on a green meadow.",
    "A plate of pizza on a wooden table.",
    "Two cats sleep on a blue sofa.",
    "A boat on a calm lake at sunset.",
    "A woman skis down a snowy mountain.",
    "A train enters the station.",
    "Children play football in the park.",
    "A clock on a brick tower.",
    "Yellow bananas at a market stand.",
    "A bicycle leans against a wall.",
    "A brown dog runs along a sandy beach.",
    "An elephant drinks water from a river.",
  ].map((caption): [string, number] => [caption, 2015]),
];

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const ids: string[] = [];
  for (const [n, [caption, year]] of library.entries()) {
    const taken = `${year}:05:${String(n + 10)} 12:00:00`;
    ids.push(await browsed.upload({ name: `${year}-${n}.jpg`, seed: 9_400 + n, caption, taken }));
  }
  await browsed.indexed(ids);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

const lightbox = (page: Page) => page.getByRole("dialog", { name: /^Photo/ });

/** Returns the file name of the photo that is shown, from its details. */
async function nameOf(page: Page): Promise<string> {
  const details = lightbox(page).getByRole("complementary");
  await details
    .getByText(/20\d\d-\d\.jpg/)
    .first()
    .waitFor();
  return /20\d\d-\d\.jpg/.exec(await details.innerText())?.[0] ?? "";
}

test("“More like this” browses those photos, and the way back is the photo and the list before", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  const turn = await askPage(page, "photos from 2019");
  const second = tiles(turn).nth(1);
  await second.click();
  await lightbox(page).getByText("2 of 3", { exact: true }).waitFor();
  const name = await nameOf(page);
  const similar = lightbox(page).getByRole("list", { name: "More like this" }).getByRole("button");
  await similar.nth(1).click();
  await lightbox(page).getByText("More like this: 2 of 3", { exact: true }).waitFor();
  await expect.poll(() => nameOf(page)).not.toBe(name);
  await expectAccessible(page);
  await page.keyboard.press("ArrowRight");
  await lightbox(page).getByText("More like this: 3 of 3", { exact: true }).waitFor();

  // One step further, and both steps back.
  await similar.first().click();
  await lightbox(page).getByText("More like this: 1 of 3", { exact: true }).waitFor();
  await lightbox(page).getByRole("button", { name: "Back to the photo before" }).click();
  await lightbox(page).getByText("More like this: 3 of 3", { exact: true }).waitFor();
  await page.goBack();
  await lightbox(page).getByText("2 of 3", { exact: true }).waitFor();
  await expect.poll(() => nameOf(page)).toBe(name);
  await expect
    .poll(() => lightbox(page).getByRole("button", { name: "Back to the photo before" }).count())
    .toBe(0);
  await page.keyboard.press("ArrowRight");
  await lightbox(page).getByText("3 of 3", { exact: true }).waitFor();
  await page.keyboard.press("ArrowLeft");

  // Esc leaves all of it at once, and the focus is where it began; Back does not lead into it again.
  await similar.first().click();
  await lightbox(page)
    .getByText(/^More like this: /)
    .waitFor();
  await page.reload();
  await lightbox(page).getByText("More like this: 1 of 3", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await lightbox(page).waitFor({ state: "hidden" });
  expect(page.url()).not.toContain("photo=");
  await expect.poll(() => second.evaluate((tile) => tile === document.activeElement)).toBe(true);
  expect(complaints).toEqual([]);
});
