import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expectAccessible, launchBrowser, openPage } from "./fixtures/browser.ts";
import { askPage } from "./fixtures/browsing.ts";
import { filesIn } from "./fixtures/data-folder.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

test("a photo whose original is missing is marked, the settings count it, and a lost preview comes back by itself", async () => {
  await using glimpse = await startGlimpse();
  const { url, dataFolder } = glimpse;
  const bytes = await drawPhoto(1);
  const { photo } = await sendPhoto(url, bytes, { name: "garden.jpg" });
  const { id = "", sha256: hash = "" } = photo ?? {};
  await until("it is prepared", async () => (await glimpse.api.photos.get.query({ id })).thumbhash);
  const original = join(dataFolder, "originals", hash.slice(0, 2), hash.slice(2, 4), hash);
  rmSync(join(dataFolder, "renditions"), { recursive: true });

  const browser = await launchBrowser();
  await using _closing = { [Symbol.asyncDispose]: () => browser.close() };
  await using opened = await openPage(browser, url);
  const { page } = opened;
  await page.getByRole("textbox", { name: "Ask about your photos" }).fill("all photos");
  await page.getByRole("button", { name: "Send", disabled: false }).waitFor();
  await page.keyboard.press("Enter");
  const tile = "[data-tile]";
  const conversation = 'a[href^="/c/"]';
  const isShown = (inside: string) =>
    page
      .locator(`${inside} img[src*="${id}"]`)
      .evaluateAll((images) => images[0] instanceof HTMLImageElement && images[0].naturalWidth > 0);
  await until("the picture is shown", () => isShown(tile));
  await until("the renditions are back", () => filesIn(dataFolder, "renditions").length === 2);

  // The same for a page that comes from the server with its pictures.
  rmSync(join(dataFolder, "renditions"), { recursive: true });
  await page.reload();
  await until("the picture is shown after a reload", () => isShown(tile));
  await until("the conversation has its cover again", () => isShown(conversation));

  rmSync(original);
  expect((await fetch(`${url}/photos/${id}/original`)).status).toBe(410);
  await page.getByText("Original missing").waitFor();
  await expectAccessible(page);
  await using settings = await openPage(browser, `${url}/settings`);
  await settings.page.getByText("The originals of 1 photo are damaged or missing.").waitFor();
  await expectAccessible(settings.page);

  await sendPhoto(url, bytes);
  await page.getByText("Original missing").waitFor({ state: "hidden" });
});

test("a photo that could not be opened is counted, found by its name and its date, and marked", async () => {
  await using glimpse = await startGlimpse();
  const { url, api } = glimpse;
  const { photo: whole } = await sendPhoto(url, await drawPhoto(2), { name: "garden.jpg" });
  // Cut off so early that it has neither a picture nor a fact.
  const broken = (await drawPhoto(3)).subarray(0, 300);
  const { photo } = await sendPhoto(url, broken, { name: "IMG_20190704_101500.jpg" });
  const [id = "", wholeId = ""] = [photo?.id, whole?.id];
  await until("it has failed", async () => (await api.photos.get.query({ id })).status === "failed");
  await until("the other is prepared", async () => (await api.photos.get.query({ id: wholeId })).thumbhash);
  const found = async (text: string) =>
    (await api.search.run.query({ text })).hits.map((hit) => hit.photo.id).toSorted();
  const all = [id, wholeId].toSorted();
  await until("it is in the index", async () => (await found("all my photos")).length === all.length);
  expect(await found("IMG_20190704_101500.jpg")).toEqual([id]);
  expect(await found("photos from July 2019")).toEqual([id]);

  const browser = await launchBrowser();
  await using _closing = { [Symbol.asyncDispose]: () => browser.close() };
  await using opened = await openPage(browser, `${url}/library`);
  const { page } = opened;
  await page.getByRole("rowgroup", { name: /July 2019/ }).waitFor();
  await page.getByRole("button", { name: "IMG_20190704_101500.jpg, Could not be prepared" }).waitFor();
  await expectAccessible(page);
  await page.goto(url);
  const turn = await askPage(page, "all my photos");
  await turn.getByText(/^2 photos/).waitFor();
  await turn.getByRole("button", { name: /^IMG_20190704_101500\.jpg Could not be prepared/ }).waitFor();
  await expectAccessible(page);
});
