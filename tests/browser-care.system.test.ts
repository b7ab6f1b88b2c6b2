import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startOllama } from "./doubles/ollama.ts";
import { usualModels } from "./doubles/ollama-models.ts";
import { expectAccessible } from "./fixtures/browser.ts";
import { type BrowsedGlimpse, openGlimpse, startBrowsedGlimpse } from "./fixtures/browsing.ts";
import { until } from "./fixtures/until.ts";

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse(
    startOllama({ models: [...usualModels, { name: "moondream", capabilities: ["completion", "vision"] }] }),
  );
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
  await expect.poll(() => background(page)).not.toBe(light);
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
  await expect.poll(() => storage.getByText("Counting …").count()).toBe(0);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("the parts of the settings stand equally far apart", async () => {
  await using opened = await openSettings();
  const { page } = opened;
  await region(page, "People and pets").waitFor();
  await region(page, "Access").waitFor();
  const gaps = await page.evaluate(() => {
    const parts = [...document.querySelectorAll("main section[aria-labelledby]")];
    const boxes = parts.map((part) => part.getBoundingClientRect());
    return boxes.slice(1).map(({ top }, at) => Math.round(top - (boxes[at]?.bottom ?? 0)));
  });
  expect(gaps.length).toBeGreaterThan(8);
  expect(new Set(gaps).size).toBe(1);
});

test("originals are checked now, and the result is shown with its date", async () => {
  await using opened = await openSettings();
  const { page, complaints } = opened;
  const safety = region(page, "Safety");
  await safety.getByText("They were not all read yet.").waitFor();
  await safety.getByRole("button", { name: "Check now" }).click();
  await safety.getByText(/All were last read: /).waitFor();
  await safety.getByText("2 photos looked at.").waitFor();
  await safety.getByText("All originals are whole").waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("a model is chosen among those of the server, after its cost was said, and the worker follows", async () => {
  const { glimpse, upload } = browsed;
  await using opened = await openSettings();
  const { page, complaints } = opened;
  const choice = region(page, "Which models do it");
  const describes = choice.getByRole("combobox", { name: "Describes photos" });
  await describes.waitFor();
  await expect.poll(() => describes.inputValue()).toBe("llava");
  await expectAccessible(page);
  await describes.selectOption("moondream");
  const asking = page.getByRole("alertdialog", { name: "Use moondream from now on?" });
  await asking.getByText("Very small and fast").waitFor();
  await asking.getByText("2 photos keep the captions that they have").waitFor();
  await expectAccessible(page);
  await asking.getByRole("button", { name: "Use it" }).click();
  await asking.waitFor({ state: "detached" });
  await expect.poll(() => describes.inputValue()).toBe("moondream");
  await expect
    .poll(async () => (await glimpse.api.system.status.query()).models.describe)
    .toMatchObject({ model: "moondream" });
  // The worker reads the choice within seconds, and says so of each photo.
  let n = 0;
  await until("the worker describes with it", async () => {
    n++;
    const taken = "2025:01:01 12:00:00";
    const id = await upload({
      name: `later-${n}.jpg`,
      seed: 80 + n,
      caption: "A red bus on a street.",
      taken,
    });
    await browsed.indexed([id]);
    return (await glimpse.api.photos.get.query({ id })).caption?.model === "moondream";
  });
  await expect(glimpse.api.models.choose.mutate({ use: "describe", model: "mistral" })).rejects.toThrow(
    "No model server has a model mistral that can do this.",
  );
  expect(complaints).toEqual([]);

  // The error of one choice is not shown with the next.
  await page.route(/models\.choose/, (route) => route.abort());
  await describes.selectOption("llava");
  const again = page.getByRole("alertdialog", { name: "Use llava from now on?" });
  await again.getByRole("button", { name: "Use it" }).click();
  await again.getByRole("alert").waitFor();
  await again.getByRole("button", { name: "Cancel" }).click();
  await again.waitFor({ state: "detached" });
  await describes.selectOption("llava");
  await again.waitFor();
  await expect.poll(() => again.getByRole("alert").count()).toBe(0);
});

test("the settings list what of others comes with Glimpse, and ask nobody for it", async () => {
  await using opened = await openSettings();
  const { page, complaints } = opened;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByRole("button", { name: "Licences" }).click();
  const dialog = page.getByRole("dialog", { name: "Licences" });
  await dialog.getByText("react-dom 18.3.1", { exact: true }).waitFor();
  await expect.poll(() => dialog.getByRole("listitem").count()).toBeGreaterThan(100);
  await expectAccessible(page);
  expect(asked.filter((url) => !url.startsWith(browsed.glimpse.url))).toEqual([]);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(complaints).toEqual([]);
});
