import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { world } from "#app/map/map-view.ts";
import { expectAccessible, launchBrowser, openPage } from "./fixtures/browser.ts";
import { type BrowsedGlimpse, startBrowsedGlimpse } from "./fixtures/browsing.ts";
import { until } from "./fixtures/until.ts";

const lisbon = {
  ...{ GPSLatitudeRef: "N", GPSLatitude: "38/1 43/1 0/1" },
  ...{ GPSLongitudeRef: "W", GPSLongitude: "9/1 8/1 0/1" },
};
const cascais = {
  ...{ GPSLatitudeRef: "N", GPSLatitude: "38/1 42/1 0/1" },
  ...{ GPSLongitudeRef: "W", GPSLongitude: "9/1 25/1 0/1" },
};
const osaka = {
  ...{ GPSLatitudeRef: "N", GPSLatitude: "34/1 41/1 0/1" },
  ...{ GPSLongitudeRef: "E", GPSLongitude: "135/1 30/1 0/1" },
};

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const photos = [
    { name: "tram.jpg", seed: 9_700, caption: "A yellow tram.", position: lisbon },
    { name: "beach.jpg", seed: 9_701, caption: "A beach with waves.", position: cascais },
    { name: "castle.jpg", seed: 9_702, caption: "A castle with a moat.", position: osaka },
  ];
  const ids: string[] = [];
  for (const photo of photos) ids.push(await browsed.upload({ ...photo, taken: "2022:04:01 12:00:00" }));
  await browsed.indexed(ids);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

test("photos lie on a map that comes from this machine alone, and part when one comes nearer", async () => {
  await using opened = await openPage(browsed.browser, `${browsed.glimpse.url}/map`);
  const { page } = opened;
  const hosts = new Set<string>();
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http")) hosts.add(host);
  });
  await expect.poll(() => page.getByRole("heading", { level: 2 }).textContent()).toContain("3 photos");
  const portugal = page.getByRole("button", { name: "2 photos, Portugal" });
  await portugal.waitFor();
  await page.getByRole("button", { name: "1 photo, Japan" }).waitFor();

  await expectAccessible(page);
  const lisbonAlone = page.getByRole("button", { name: "1 photo, Lisbon" });
  await until("Lisbon and Cascais are apart", async () => {
    if (await lisbonAlone.isVisible()) return true;
    // Each click comes nearer; one that meets the map while it moves is tried again.
    await page
      .getByRole("button", { name: /^2 photos/ })
      .click({ timeout: 5_000 })
      .catch(() => {});
    return false;
  });
  await lisbonAlone.click();
  await page.getByRole("heading", { name: /1 photo at one point/ }).waitFor();
  await page
    .getByRole("button", { name: /tram|beach|castle/ })
    .first()
    .click();
  await page.getByRole("dialog").waitFor();
  expect([...hosts]).toEqual([new URL(browsed.glimpse.url).host]);
});

test("a map that shows all photos asks for none of them again", async () => {
  await using opened = await openPage(browsed.browser, "about:blank", {
    // So narrow that the whole of it is as far away as the server took it to be.
    viewport: { width: 600, height: 800 },
  });
  const { page } = opened;
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/photos\.(map|within)/.test(request.url())) asked.push(request.url());
  });
  await page.goto(`${browsed.glimpse.url}/map`);
  await page.getByRole("button", { name: "1 photo, Japan" }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
});

test("without the shapes of the countries the photos stand there all the same, and nothing fails unseen", async () => {
  await using opened = await openPage(browsed.browser, "about:blank");
  const { page } = opened;
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  await page.route(/countries-50m/, (route) => route.abort());
  const failed = page.waitForEvent("requestfailed", {
    predicate: (request) => request.url().includes("countries-50m"),
  });
  await page.goto(`${browsed.glimpse.url}/map`);
  await failed;
  await page.getByRole("button", { name: "1 photo, Japan" }).waitFor();
  expect(failures).toEqual([]);
  // The name of the list says which cell was chosen.
  await page.getByRole("list", { name: "3 photos on this part of the map" }).waitFor();
});

test("a browser that cannot draw the map says so, and shows the photos", async () => {
  await using browser = Object.assign(await launchBrowser({ draws3d: false }), {
    [Symbol.asyncDispose]: () => browser.close(),
  });
  await using opened = await openPage(browser, `${browsed.glimpse.url}/map`);
  const { page } = opened;
  await page.getByText("This browser cannot draw the map").waitFor();
  await expect.poll(() => page.getByRole("button", { name: /tram|beach|castle/ }).count()).toBe(3);
  await expectAccessible(page);
});

test("where the system gives the colours, the map keeps its own, in which land and sea differ", async () => {
  await using opened = await openPage(browsed.browser, `${browsed.glimpse.url}/map`, {
    forcedColors: "active",
  });
  const { page } = opened;
  await page.getByRole("button", { name: "1 photo, Japan" }).waitFor();
  const dominant = async () =>
    (await sharp(await page.locator("canvas").first().screenshot()).stats()).dominant.r;
  await expect.poll(dominant).toBeGreaterThan(128);
});

test("a library without places says so", async () => {
  await using other = await startBrowsedGlimpse();
  await using opened = await openPage(other.browser, `${other.glimpse.url}/map`);
  await opened.page.getByText("No photo says where it was taken.").waitFor();
});

test("a photo that comes while the map is open stands on it, and below it", async () => {
  await using opened = await openPage(browsed.browser, `${browsed.glimpse.url}/map`);
  const { page } = opened;
  await page.getByRole("list", { name: "3 photos on this part of the map" }).waitFor();
  await page.getByRole("button", { name: "2 photos, Portugal" }).waitFor();
  const boat = { name: "boat.jpg", seed: 9_703, caption: "A boat in a harbour.", position: cascais };
  await browsed.indexed([await browsed.upload({ ...boat, taken: "2022:04:02 12:00:00" })]);
  await page.getByRole("button", { name: "3 photos, Portugal" }).waitFor();
  const below = page.getByRole("list", { name: "4 photos on this part of the map" });
  await below.getByRole("button", { name: /boat/ }).waitFor();
});

test("a photo that comes from outside of what is seen is not counted there", async () => {
  await using opened = await openPage(browsed.browser, `${browsed.glimpse.url}/map`);
  const { page } = opened;
  await page.getByRole("button", { name: "1 photo, Japan" }).waitFor();
  const shown = page.getByRole("list", { name: "4 photos on this part of the map" });
  await shown.waitFor();
  const hobart = {
    ...{ GPSLatitudeRef: "S", GPSLatitude: "42/1 53/1 0/1" },
    ...{ GPSLongitudeRef: "E", GPSLongitude: "147/1 19/1 0/1" },
  };
  const port = { name: "port.jpg", seed: 9_704, caption: "A port.", position: hobart };
  // The photos of the world came with the page; now those of a part are asked for.
  const answered = page.waitForResponse((response) => {
    const { pathname, searchParams } = new URL(response.url());
    const at = (pathname.split("/").at(-1) ?? "").split(",").indexOf("photos.within");
    return at >= 0 && JSON.parse(searchParams.get("input") ?? "{}")[at]?.part.west > world.part.west;
  });
  await browsed.indexed([await browsed.upload({ ...port, taken: "2022:04:03 12:00:00" })]);
  await answered;
  await expect.poll(() => shown.getByRole("button").count()).toBe(4);
});
