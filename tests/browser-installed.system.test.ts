import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage } from "./fixtures/browser.ts";
import { type BrowsedGlimpse, startBrowsedGlimpse } from "./fixtures/browsing.ts";
import { checkout } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
});
afterAll(() => browsed?.[Symbol.asyncDispose]());

/** Waits until the service worker answers for the page. */
const underWorker = () =>
  navigator.serviceWorker.ready.then(({ active }) => active !== null && active.state !== "redundant");

test("the manifest names icons of the sizes that they have", async () => {
  const manifest = JSON.parse(await readFile(join(checkout, "public/manifest.webmanifest"), "utf8"));
  for (const { src, sizes } of manifest.icons) {
    const { width, height } = await sharp(join(checkout, "public", src)).metadata();
    expect([src, `${width}x${height}`]).toEqual([src, sizes]);
    expect((await fetch(browsed.glimpse.url + src)).headers.get("content-type")).toBe("image/png");
  }
  const served = await fetch(`${browsed.glimpse.url}/manifest.webmanifest`);
  expect(served.headers.get("content-type")).toContain("application/manifest+json");
});

test("photos that a phone shares land in the composer, once, and go into the library", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  await expect.poll(() => page.evaluate(underWorker)).toBe(true);
  await page.reload();
  const bytes = [...(await drawPhoto(9_800))];
  // As the phone does it: a form that is sent to the address that the manifest names.
  await page.evaluate((numbers) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "POST", action: "/share", enctype: "multipart/form-data" });
    const field = Object.assign(document.createElement("input"), { type: "file", name: "photos" });
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(numbers)], "from the phone.jpg", { type: "image/jpeg" }));
    field.files = files.files;
    form.append(field);
    document.body.append(form);
    form.submit();
  }, bytes);
  await page.getByText("1 uploaded").waitFor();
  expect(new URL(page.url()).search).toBe("");
  const { items } = await browsed.glimpse.api.photos.list.query();
  expect(items.map(({ fileName }) => fileName)).toEqual(["from the phone.jpg"]);
  await page.reload();
  await expect.poll(() => page.getByText(/1 uploaded|already here/).count()).toBe(0);
});

test("shared photos that cannot be read do not end at a broken page", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  await expect.poll(() => page.evaluate(underWorker)).toBe(true);
  await page.reload();
  await page.evaluate(() => {
    const form = document.createElement("form");
    Object.assign(form, { method: "POST", action: "/share", enctype: "text/plain" });
    document.body.append(form);
    form.submit();
  });
  await page.getByText("The photos that you shared did not arrive here.").waitFor();
});

test("without a service worker, shared photos do not vanish without a word", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url, { serviceWorkers: "block" });
  const { page } = opened;
  await page.evaluate(() => {
    const form = Object.assign(document.createElement("form"), { method: "POST", action: "/share" });
    document.body.append(form);
    form.submit();
  });
  await page.getByText("The photos that you shared did not arrive here.").waitFor();
});

test("while Glimpse is away, a page that is opened says so, and comes when it is back", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  await expect.poll(() => page.evaluate(underWorker)).toBe(true);
  await page.reload();
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole("heading", { name: "Glimpse cannot be reached" }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "What would you like to see?" }).waitFor();
});
