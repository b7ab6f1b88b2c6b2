import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./fixtures/browser.ts";
import { type BrowsedGlimpse, lisbon, openGlimpse, startBrowsedGlimpse } from "./fixtures/browsing.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";

let browsed: BrowsedGlimpse;
let ids: string[] = [];

const exposure = {
  ...{ ExposureTime: "1/125", FNumber: "18/10", ISOSpeedRatings: "200", FocalLength: "26/1" },
};
/** In the stored picture, whose upright one is turned by a quarter. */
const region =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#"><mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description mwg-rs:Name="Ann Lee" mwg-rs:Type="Face"><mwg-rs:Area stArea:x="0.3" stArea:y="0.3" stArea:w="0.1" stArea:h="0.2" stArea:unit="normalized"/></rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>';

async function upload(seed: number, n: number, build: (picture: Sharp) => Sharp): Promise<string> {
  await using folder = await temporaryFolder();
  const path = join(folder.path, `closely-${n}.jpg`);
  await writeFile(
    path,
    await build(sharp(await drawPhoto(seed)))
      .jpeg()
      .toBuffer(),
  );
  return (await browsed.glimpse.upload(path)).photo.id;
}

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const taken = (day: number) => ({ DateTimeOriginal: `2024:07:${String(day)} 12:00:00` });
  ids = [
    await upload(31, 1, (picture) =>
      picture
        .withExif({ IFD0: { Orientation: "6" }, IFD2: { ...taken(14), ...exposure }, IFD3: lisbon })
        .withMetadata({ orientation: 6 })
        .withXmp(region),
    ),
    await upload(32, 2, (picture) => picture.withExif({ IFD2: taken(13) })),
    await upload(33, 3, (picture) => picture.withExif({ IFD2: taken(12) })),
  ];
  await until("all are prepared", async () => {
    const { byStatus } = await browsed.glimpse.api.jobs.summary.query();
    return byStatus.received === 0;
  });
});
afterAll(() => browsed?.[Symbol.asyncDispose]());

const lightbox = (page: Page) => page.getByRole("dialog", { name: /^Photo/ });
const details = (page: Page) => lightbox(page).getByRole("complementary");

async function openFirst(options: Parameters<typeof openGlimpse>[1] = {}) {
  const opened = await openGlimpse(browsed, { path: "/library", ...options });
  await opened.page.locator(`[data-tile="library/${ids[0]}"]`).click();
  await opened.page.getByRole("dialog").waitFor();
  return opened;
}

test("facts are said as a person reads them, and a small map leads to the large one", async () => {
  await using opened = await openFirst();
  const { page, complaints } = opened;
  await details(page).getByText("1/125 s, f/1.8, ISO 200, 26 mm").waitFor();
  await details(page).getByText("Date from the camera").waitFor();
  const map = details(page).getByRole("img", { name: "Map around Lisbon" });
  await map.getByText("Lisbon", { exact: true }).or(map.getByText("Sintra")).first().waitFor();
  await expect.poll(() => map.locator("path").getAttribute("d")).toMatch(/^M/);
  await expectAccessible(page);
  await details(page).getByText("How it was indexed").click();
  await details(page).getByText("Prepared", { exact: true }).waitFor();
  await expectAccessible(page);
  await details(page).getByRole("link", { name: "Show on the map" }).click();
  await page.getByRole("heading", { level: 1, name: "Map" }).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get("at")).toMatch(/^38\.71667,-9\.13333$/);
  expect(complaints).toEqual([]);
});

test("faces are shown on the upright picture, by a button and by a key", async () => {
  await using opened = await openFirst();
  const { page, complaints } = opened;
  await details(page).getByRole("button", { name: "Show who is where" }).click();
  const face = lightbox(page).getByRole("listitem").filter({ hasText: "Ann Lee" }).first();
  await face.waitFor();
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const picture = await lightbox(page).locator("figure img").boundingBox();
  const box = await face.boundingBox();
  if (!picture || !box) throw new Error("nothing is shown");
  // Turned by a quarter: 0.25 from the left becomes 0.25 from the top, and 0.4 from the top becomes 0.4 from the right.
  expect((box.y - picture.y) / picture.height).toBeCloseTo(0.25, 1);
  expect((box.x - picture.x) / picture.width).toBeCloseTo(0.6, 1);
  await expectAccessible(page);
  await page.keyboard.press("p");
  await face.waitFor({ state: "detached" });
  expect(complaints).toEqual([]);
});

test("a slide show runs through the list, stops by Space and Esc, and leaves the photo open", async () => {
  await using opened = await openFirst();
  const { page, complaints } = opened;
  await lightbox(page).getByText("1 of 3", { exact: true }).waitFor();
  await page.clock.install();
  await page.keyboard.press("Space");
  await lightbox(page).getByRole("button", { name: "Stop the slide show" }).waitFor();
  await details(page).waitFor({ state: "detached" });
  await page.clock.runFor(5_500);
  await lightbox(page).getByText("2 of 3", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await lightbox(page).getByRole("button", { name: "Slide show", exact: true }).waitFor();
  await page.clock.runFor(20_000);
  await lightbox(page).getByText("2 of 3", { exact: true }).waitFor();
  await page.keyboard.press("Space");
  await page.clock.runFor(5_500);
  await lightbox(page).getByText("3 of 3", { exact: true }).waitFor();
  await page.clock.runFor(5_500);
  await lightbox(page).getByRole("status").filter({ hasText: "The slide show is over." }).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

/** Opens the first photo, and tells from where its picture began to grow. */
async function growth(reducedMotion: "reduce" | "no-preference") {
  await using opened = await openGlimpse(browsed, { path: "/library", reducedMotion });
  const { page } = opened;
  const tile = page.locator(`[data-tile="library/${ids[0]}"]`);
  await tile.waitFor();
  await page.evaluate(() => {
    // A picture that takes longer than this appears, and on a busy machine each may.
    const { setTimeout } = window;
    Object.assign(window, {
      setTimeout: (run: () => void, ms: number) => (ms === 400 ? 0 : setTimeout(run, ms)),
    });
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (frames, options) {
      if (Array.isArray(frames)) Object.assign(window, { grewFrom: frames[0] });
      return animate.call(this, frames, options);
    };
  });
  await tile.click();
  await lightbox(page).locator("figure img").waitFor();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  return await page.evaluate(() => Reflect.get(window, "grewFrom"));
}

test("each photo can be clicked where short days share a line", async () => {
  await using opened = await openGlimpse(browsed, { path: "/library" });
  const { page, complaints } = opened;
  for (const id of ids) {
    await page.locator(`[data-tile="library/${id}"]`).click();
    await lightbox(page).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get("photo")).toBe(id);
    await page.keyboard.press("Escape");
    await lightbox(page).waitFor({ state: "detached" });
  }
  expect(complaints).toEqual([]);
});

test("a photo grows from its tile, and for who wants less motion it appears", async () => {
  expect(await growth("no-preference")).toMatchObject({ translate: expect.stringMatching(/px/) });
  expect(await growth("reduce")).toBeUndefined();
});

test("on a wide screen the examples end where the composer ends, and nothing scrolls sideways at 320 px", async () => {
  await using opened = await openGlimpse(browsed, { viewport: { width: 1920, height: 1000 } });
  const { page } = opened;
  const right = async (of: Locator) => {
    const box = await of.boundingBox();
    return box ? Math.round(box.x + box.width) : null;
  };
  const last = page.locator("main section li").last();
  await last.waitFor();
  const form = await right(page.getByRole("form", { name: "Question" }));
  // Both are in whole pixels, or nearly.
  await expect.poll(async () => Math.abs(((await right(last)) ?? 0) - (form ?? -9))).toBeLessThan(2);
  await page.setViewportSize({ width: 320, height: 600 });
  for (const path of ["/", "/library", "/map", "/settings"]) {
    await page.goto(browsed.glimpse.url + path);
    await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([path, overflow <= 0]).toEqual([path, true]);
  }
});

test("the library, its bin, the map and the settings speak German to a German browser", async () => {
  await using opened = await openGlimpse(browsed, { locale: "de-DE", path: "/library" });
  const { page, complaints } = opened;
  await page.getByRole("heading", { level: 1, name: "Bibliothek" }).waitFor();
  await page.getByRole("grid", { name: "Fotos nach Datum" }).waitFor();
  await page.getByRole("link", { name: "Papierkorb" }).click();
  await page.getByText("Der Papierkorb ist leer").waitFor();
  await page.goto(`${browsed.glimpse.url}/map`);
  await page.getByText("Karte: Natural Earth").waitFor();
  await page.getByText("1 Foto auf diesem Teil der Karte").waitFor();
  await page.goto(`${browsed.glimpse.url}/settings`);
  await page.getByRole("heading", { level: 2, name: "Beschreiben" }).waitFor();
  await page.getByRole("button", { name: "Anhalten" }).waitFor();
  expect(complaints).toEqual([]);
});
