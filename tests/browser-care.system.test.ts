import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./fixtures/browser.ts";
import { type BrowsedGlimpse, openGlimpse, startBrowsedGlimpse } from "./fixtures/browsing.ts";

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const ids: string[] = [];
  for (const [n, year] of [2019, 2024].entries()) {
    const taken = `${year}:07:14 12:00:00`;
    ids.push(
      await browsed.upload({ name: `${year}.jpg`, seed: 61 + n, caption: "A red bus on a street.", taken }),
    );
  }
  await browsed.indexed(ids);
});
afterAll(() => browsed?.[Symbol.asyncDispose]());

const openSettings = (options = {}) => openGlimpse(browsed, { path: "/settings", ...options });
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("dark screens are chosen at once, and the server's page has them from the start", async () => {
  await using opened = await openSettings({ colorScheme: "light" });
  const { page, complaints } = opened;
  const light = await background(page);
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect.poll(() => background(page)).not.toBe(light);
  await expectAccessible(page);
  const page2 = await page.context().request.get(`${browsed.glimpse.url}/settings`);
  expect(await page2.text()).toMatch(/<html[^>]* data-theme="dark"/);
  await page.reload();
  await page.getByRole("radio", { name: "Dark", checked: true, disabled: false }).waitFor();
  expect(await background(page)).not.toBe(light);
  await page.getByRole("radio", { name: "As the system" }).click();
  await expect.poll(() => background(page)).toBe(light);
  await page.reload();
  await page.getByRole("radio", { name: "As the system", checked: true, disabled: false }).waitFor();
  expect(complaints).toEqual([]);
});

test("the settings show how much room the library takes, by year", async () => {
  await using opened = await openSettings();
  const { page, complaints } = opened;
  const storage = region(page, "Storage");
  await storage.getByText(/kB in 2 files|MB in 2 files/).waitFor();
  await storage.getByText("By year").click();
  await storage.getByText("2024", { exact: true }).waitFor();
  await storage.getByText("2019", { exact: true }).waitFor();
  await storage.getByText(/^Counted on the disk: /).waitFor();
  expect(await storage.getByText("Counting …").count()).toBe(0);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("originals are checked now, and the result is shown with its date", async () => {
  await using opened = await openSettings();
  const { page, complaints } = opened;
  const safety = region(page, "Safety");
  await safety.getByText("They were not all read yet.").waitFor();
  await safety.getByRole("button", { name: "Check now" }).click();
  await safety.getByText(/All were last read: /).waitFor({ timeout: 40_000 });
  await safety.getByText("2 photos looked at.").waitFor();
  await safety.getByText("All originals are whole").waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
