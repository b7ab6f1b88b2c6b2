import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage } from "./fixtures/browser.ts";
import { askPage, type BrowsedGlimpse, lastTurn, startBrowsedGlimpse, tiles } from "./fixtures/browsing.ts";

/** The caption of each photo, and the year that its camera wrote. */
const library = [
  ["Two people walk along a sandy beach.", 2019],
  ["A red bus stands on a rainy street.", 2019],
  ["A horse grazes on a green meadow.", 2019],
  ["A clock on a brick tower.", 2021],
  ["A boat on a calm lake at sunset.", 2021],
] as const;

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const ids = await Promise.all(
    library.map(([caption, year], n) =>
      browsed.upload({
        name: `${n}.jpg`,
        seed: 5_000 + n,
        caption,
        taken: `${year}:05:0${n + 1} 12:00:00`,
      }),
    ),
  );
  // This photo shows the same view a second later.
  const again = { name: "again.jpg", seed: 5_001, caption: library[1][0], taken: "2019:05:02 12:00:01" };
  ids.push(await browsed.upload(again));
  await browsed.indexed(ids);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

const filters = (within: Locator) => within.getByRole("list", { name: "Filters" });

test("a chip can be taken off, put back or become words, and later questions build on that", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  await askPage(page, "photos from 2019 without people");
  const turn = lastTurn(page);
  // These are two views of the bus, and the horse.
  await turn.getByText("3 photos, 2019, not: people.").waitFor();
  await expect.poll(() => tiles(turn).count()).toBe(2);
  await expectAccessible(page);

  await filters(turn).getByRole("button", { name: "Remove filter 2019" }).click();
  await turn.getByText("5 photos without “2019”.").waitFor();
  await expect.poll(() => tiles(turn).count()).toBe(4);
  const back = filters(turn).getByRole("button", { name: "Put filter 2019 back" });
  await expect.poll(() => back.evaluate((button) => button === document.activeElement)).toBe(true);
  await expectAccessible(page);

  await page.reload();
  await turn.getByText("5 photos without “2019”.").waitFor();
  await back.click();
  await turn.getByText("3 photos, 2019, not: people.").waitFor();

  await filters(turn).getByRole("button", { name: "not: people: options of this filter" }).press("Enter");
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "Search for “people” instead" }).click();
  await turn.getByText("1 photo, 2019.").waitFor();
  await expect.poll(() => filters(turn).getByRole("listitem").count()).toBe(1);

  await askPage(page, "in 2021 instead");
  await filters(lastTurn(page)).getByText("2021").waitFor();
  await askPage(page, "undo");
  await lastTurn(page).getByText("1 photo, 2019.").waitFor();
  await filters(lastTurn(page)).getByText("2019").waitFor();
  expect(complaints).toEqual([]);
});

test("near-duplicates unfold beside their first photo and fold again", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  await askPage(page, "photos from 2019");
  const turn = lastTurn(page);
  await turn.getByText("4 photos").waitFor();
  const shown = turn.getByRole("list", { name: /^4 photos/ }).getByRole("listitem");
  await expect.poll(() => shown.count()).toBe(3);
  await turn.getByRole("button", { name: /1 nearly the same/ }).click();
  await expect.poll(() => shown.count()).toBe(4);
  await expect.poll(() => tiles(turn).count()).toBe(3);
  await expectAccessible(page);
  await turn.getByRole("button", { name: /1 nearly the same/ }).click();
  await expect.poll(() => shown.count()).toBe(3);
});

test("weaker matches appear only on demand and apart from the others", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  // A question of few words finds photos that have all of them. A photo that is only red is a weaker match.
  await askPage(page, "a red bus");
  const turn = lastTurn(page);
  await tiles(turn).first().waitFor();
  await turn.getByRole("button", { name: "Show weaker matches" }).click();
  const weaker = turn.getByRole("region", { name: "Weaker matches" });
  await weaker.getByRole("list", { name: "Weaker matches" }).getByRole("listitem").first().waitFor();
  await expect.poll(() => tiles(weaker).count()).toBe(0);
  await expectAccessible(page);

  // Every photo with a bus is shown: there is nothing weaker to offer.
  await askPage(page, "bus");
  await lastTurn(page).getByText("2 photos, the best from May 2019.").waitFor();
  await expect.poll(() => tiles(lastTurn(page)).count()).toBe(1);
  await expect
    .poll(() => lastTurn(page).getByRole("button", { name: "Show weaker matches" }).count())
    .toBe(0);
  const { plan, found } = await browsed.glimpse.api.search.run.query({ text: "bus" });
  expect(found?.weaker).toBe(0);
  const more = await browsed.glimpse.api.search.run.query({ plan: { ...plan, weaker: true } });
  expect(more).toMatchObject({ total: 0, hits: [] });
});

test("weaker matches that are gone by the time somebody asks for them are none", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  const taken = "2020:01:01 12:00:00";
  const ids = [
    await browsed.upload({ name: "goat.jpg", seed: 5_100, caption: "A goat on a rock.", taken }),
    await browsed.upload({ name: "llama.jpg", seed: 5_101, caption: "A llama eats hay.", taken }),
  ];
  await browsed.indexed(ids);
  await askPage(page, "a goat and a llama");
  const turn = lastTurn(page);
  await turn.getByText("No photo shows a goat and a llama together. 1 shows a goat, 1 a llama.").waitFor();
  await browsed.glimpse.api.photos.remove.mutate({ ids });
  await turn.getByRole("button", { name: "Show weaker matches" }).click();
  await turn.getByText("No weaker matches.").waitFor();
  await expect.poll(() => turn.getByRole("region", { name: "Weaker matches" }).count()).toBe(0);
  await expectAccessible(page);
});

test("an answer without photos offers to remove a chip if that finds some", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  await askPage(page, "photos from 2021 with at least 5 stars");
  const turn = lastTurn(page);
  await turn.getByText("No photo matches. Removing one filter finds some:").waitFor();
  await expectAccessible(page);
  await turn.getByRole("button", { name: /^Without “at least 5 stars”/ }).click();
  await turn.getByText("2 photos without “at least 5 stars”.").waitFor();
  await filters(turn).getByRole("button", { name: "Put filter at least 5 stars back" }).waitFor();

  await askPage(page, "zebras from 2021");
  await lastTurn(page)
    .getByRole("button", { name: /^Without “zebras”/ })
    .click();
  await tiles(lastTurn(page)).first().waitFor();
  await expect.poll(() => filters(lastTurn(page)).getByText("2021").count()).toBe(1);
});

test("Glimpse asks before it acts, and small talk shows no photos", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  await askPage(page, "photos from 2021");
  await tiles(lastTurn(page)).first().waitFor();
  await askPage(page, "mark the first as favourite");
  await lastTurn(page).getByText("Mark this photo as a favourite?").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  await lastTurn(page).getByText("1 photo marked as a favourite.").waitFor();
  await expect.poll(() => page.getByRole("button", { name: "Yes", exact: true }).count()).toBe(0);

  await askPage(page, "hello");
  await lastTurn(page).getByText("Ask for photos by what they show").waitFor();
  await expect.poll(() => tiles(lastTurn(page)).count()).toBe(0);
  await expect.poll(() => lastTurn(page).getByText("No photo").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("a change that fails leaves the answer as it was and can be retried", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  await askPage(page, "photos from 2021");
  const turn = lastTurn(page);
  await turn.getByText("2 photos, 2021.").waitFor();
  await page.route(/conversations\.adjust/, (route) => route.abort());
  await filters(turn).getByRole("button", { name: "Remove filter 2021" }).click();
  await turn.getByRole("alert").getByText("No connection to Glimpse.").waitFor();
  await turn.getByText("2 photos, 2021.").waitFor();
  await page.unroute(/conversations\.adjust/);
  await turn.getByRole("alert").getByRole("button", { name: "Retry" }).click();
  await turn.getByText("6 photos without “2021”.").waitFor();
  await expect.poll(() => turn.getByRole("alert").count()).toBe(0);
});
