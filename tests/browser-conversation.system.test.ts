import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { expectAccessible, launchBrowser, openPage } from "./fixtures/browser.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";

/** The caption of each photo, and the year that its camera wrote. */
const library = [
  ["Two people walk along a sandy beach.", 2019],
  ["A red bus stands on a rainy street.", 2019],
  ["A horse grazes on a green meadow.", 2019],
  ["A clock on a brick tower.", 2021],
  ["A boat on a calm lake at sunset.", 2021],
] as const;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let ollama: OllamaDouble;
let glimpse: RunningGlimpse;
let browser: Browser;

/** Draws a picture that was taken at that time, teaches the double its caption, and uploads it. */
async function upload(name: string, seed: number, caption: string, taken: string): Promise<string> {
  const exif = { IFD2: { DateTimeOriginal: taken } };
  const bytes = await sharp(await drawPhoto(seed))
    .withExif(exif)
    .jpeg()
    .toBuffer();
  await ollama.teach(bytes, caption);
  const path = join(folder.path, name);
  await writeFile(path, bytes);
  return (await glimpse.upload(path)).photo.id;
}

beforeAll(async () => {
  folder = await temporaryFolder();
  ollama = await startOllama();
  glimpse = await startGlimpse({ ollama: ollama.url, dataFolder: join(folder.path, "data") });
  const ids = await Promise.all(
    library.map(([caption, year], n) =>
      upload(`${n}.jpg`, 5_000 + n, caption, `${year}:05:0${n + 1} 12:00:00`),
    ),
  );
  // This photo shows the same view a second later.
  ids.push(await upload("again.jpg", 5_001, library[1][0], "2019:05:02 12:00:01"));
  for (const id of ids)
    await until(
      "it is indexed",
      async () => (await glimpse.api.photos.get.query({ id })).status === "indexed",
    );
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await glimpse?.stop();
  await ollama?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

const composer = (page: Page) => page.getByRole("textbox", { name: "Ask about your photos" });
const lastTurn = (page: Page) => page.getByRole("article").last();
const tiles = (within: Locator) => within.getByRole("button", { name: /^Photo\s?\d+\b/ });
const filters = (within: Locator) => within.getByRole("list", { name: "Filters" });

async function ask(page: Page, question: string): Promise<void> {
  await composer(page).fill(question);
  // Enter does nothing until the page's script has taken over.
  await page.getByRole("button", { name: "Send", disabled: false }).waitFor();
  await composer(page).press("Enter");
  await page.getByRole("heading", { level: 2, name: question, exact: true }).last().waitFor();
}

test("a chip can be taken off, put back or become words, and later questions build on that", async () => {
  await using opened = await openPage(browser, glimpse.url);
  const { page, complaints } = opened;
  page.setDefaultTimeout(10_000);
  await ask(page, "photos from 2019 without people");
  const turn = lastTurn(page);
  // These are two views of the bus, and the horse.
  await turn.getByText("3 photos, 2019, not: people.").waitFor();
  expect(await tiles(turn).count()).toBe(2);
  await expectAccessible(page);

  await filters(turn).getByRole("button", { name: "Remove filter 2019" }).click();
  await turn.getByText("5 photos without “2019”.").waitFor();
  expect(await tiles(turn).count()).toBe(4);
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
  expect(await filters(turn).getByRole("listitem").count()).toBe(1);

  await ask(page, "in 2021 instead");
  await filters(lastTurn(page)).getByText("2021").waitFor();
  await ask(page, "undo");
  await lastTurn(page).getByText("1 photo, 2019.").waitFor();
  await filters(lastTurn(page)).getByText("2019").waitFor();
  expect(complaints).toEqual([]);
});

test("near-duplicates unfold beside their first photo and fold again", async () => {
  await using opened = await openPage(browser, glimpse.url);
  const { page } = opened;
  page.setDefaultTimeout(10_000);
  await ask(page, "photos from 2019");
  const turn = lastTurn(page);
  await turn.getByText("4 photos").waitFor();
  const shown = turn.getByRole("list", { name: /^4 photos/ }).getByRole("listitem");
  expect(await shown.count()).toBe(3);
  await turn.getByRole("button", { name: /1 nearly the same/ }).click();
  await expect.poll(() => shown.count()).toBe(4);
  expect(await tiles(turn).count()).toBe(3);
  await expectAccessible(page);
  await turn.getByRole("button", { name: /1 nearly the same/ }).click();
  await expect.poll(() => shown.count()).toBe(3);
});

test("weaker matches appear only on demand and apart from the others", async () => {
  await using opened = await openPage(browser, glimpse.url);
  const { page } = opened;
  page.setDefaultTimeout(10_000);
  // A question of few words finds photos that have all of them. A photo that is only red is a weaker match.
  await ask(page, "a red bus");
  const turn = lastTurn(page);
  await tiles(turn).first().waitFor();
  await turn.getByRole("button", { name: "Show weaker matches" }).click();
  const weaker = turn.getByRole("region", { name: "Weaker matches" });
  await weaker.getByRole("list", { name: "Weaker matches" }).getByRole("listitem").first().waitFor();
  expect(await tiles(weaker).count()).toBe(0);
  await expectAccessible(page);
  await ask(page, "bus");
  await tiles(lastTurn(page)).first().waitFor();
  // Every photo with a bus is shown: there is nothing weaker to offer.
  expect(await lastTurn(page).getByRole("button", { name: "Show weaker matches" }).count()).toBe(0);
});

test("an answer without photos offers to remove a chip if that finds some", async () => {
  await using opened = await openPage(browser, glimpse.url);
  const { page } = opened;
  page.setDefaultTimeout(10_000);
  await ask(page, "photos from 2021 with at least 5 stars");
  const turn = lastTurn(page);
  await turn.getByText("No photo matches. Removing one filter finds some:").waitFor();
  await expectAccessible(page);
  await turn.getByRole("button", { name: /^Without “at least 5 stars”/ }).click();
  await turn.getByText("2 photos without “at least 5 stars”.").waitFor();
  await filters(turn).getByRole("button", { name: "Put filter at least 5 stars back" }).waitFor();

  await ask(page, "zebras from 2021");
  await lastTurn(page)
    .getByRole("button", { name: /^Without “zebras”/ })
    .click();
  await tiles(lastTurn(page)).first().waitFor();
  expect(await filters(lastTurn(page)).getByText("2021").count()).toBe(1);
});

test("Glimpse asks before it acts, and small talk shows no photos", async () => {
  await using opened = await openPage(browser, glimpse.url);
  const { page, complaints } = opened;
  page.setDefaultTimeout(10_000);
  await ask(page, "photos from 2021");
  await tiles(lastTurn(page)).first().waitFor();
  await ask(page, "mark the first as favourite");
  await lastTurn(page).getByText("Mark this photo as a favourite?").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  await lastTurn(page).getByText("1 photo marked as a favourite.").waitFor();
  expect(await page.getByRole("button", { name: "Yes", exact: true }).count()).toBe(0);

  await ask(page, "hello");
  await lastTurn(page).getByText("Ask for photos by what they show").waitFor();
  expect(await tiles(lastTurn(page)).count()).toBe(0);
  expect(await lastTurn(page).getByText("No photo").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("a change that fails leaves the answer as it was and can be retried", async () => {
  await using opened = await openPage(browser, glimpse.url);
  const { page } = opened;
  page.setDefaultTimeout(10_000);
  await ask(page, "photos from 2021");
  const turn = lastTurn(page);
  await turn.getByText("2 photos, 2021.").waitFor();
  await page.route(/conversations\.adjust/, (route) => route.abort());
  await filters(turn).getByRole("button", { name: "Remove filter 2021" }).click();
  await turn.getByRole("alert").getByText("No connection to Glimpse.").waitFor();
  await turn.getByText("2 photos, 2021.").waitFor();
  await page.unroute(/conversations\.adjust/);
  await turn.getByRole("alert").getByRole("button", { name: "Retry" }).click();
  await turn.getByText("6 photos without “2021”.").waitFor();
  expect(await turn.getByRole("alert").count()).toBe(0);
});
