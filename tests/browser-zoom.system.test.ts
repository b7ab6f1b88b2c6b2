import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage } from "./fixtures/browser.ts";
import { askPage, type BrowsedGlimpse, startBrowsedGlimpse, tiles } from "./fixtures/browsing.ts";

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const upload = (name: string, seed: number, taken: string) =>
    browsed.upload({ name, seed, caption: "A red bus.", taken });
  await browsed.indexed([
    await upload("one.jpg", 9_001, "2019:05:01 12:00:00"),
    await upload("two.jpg", 9_002, "2019:05:02 12:00:00"),
  ]);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

/** Opens the lightbox on the first photo, and returns its picture. */
async function openPicture(page: Page): Promise<Locator> {
  const turn = await askPage(page, "photos from 2019");
  await tiles(turn).first().click();
  const picture = page.getByRole("dialog").getByRole("figure").getByRole("img");
  await picture.waitFor();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  return picture;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (!box) throw new Error("it is not shown");
  return box;
}

/** Waits until the picture is this many times as wide as it was, and no animation changes it any more. */
async function grown(picture: Locator, from: Box, times: number): Promise<Box> {
  await expect.poll(async () => (await boxOf(picture)).width / from.width).toBeCloseTo(times, 2);
  return boxOf(picture);
}

/** Which part of the picture lies under a point of the window, from 0 to 1. */
const under = (box: Box, x: number, y: number) => [(x - box.x) / box.width, (y - box.y) / box.height];

function expectSame(one: number[], other: number[]): void {
  for (const [at, value] of one.entries()) expect(value).toBeCloseTo(other[at] ?? Number.NaN, 2);
}

test("button and keys make the picture larger and smaller", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  const picture = await openPicture(page);
  const whole = await boxOf(picture);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await grown(picture, whole, 1.5);
  await page.keyboard.press("+");
  await grown(picture, whole, 2.5);
  await page.keyboard.press("+");
  await grown(picture, whole, 4);
  await expect.poll(() => page.getByRole("button", { name: "Zoom in" }).isDisabled()).toBe(true);
  for (const times of [2.5, 1.5, 1]) {
    await page.keyboard.press("-");
    await grown(picture, whole, times);
  }
  await expect.poll(() => boxOf(picture)).toEqual(whole);
  await page.keyboard.press("+");
  await grown(picture, whole, 1.5);
  // Another photo starts whole.
  await page.keyboard.press("ArrowRight");
  await page.getByText("2 of 2", { exact: true }).waitFor();
  await grown(page.getByRole("dialog").getByRole("figure").getByRole("img"), whole, 1);
  expect(complaints).toEqual([]);
});

test("wheel and double click zoom around the pointer, and the picture cannot be dragged away", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  const picture = await openPicture(page);
  const whole = await boxOf(picture);
  const [x, y] = [whole.x + whole.width * 0.7, whole.y + whole.height * 0.6];
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -300);
  const wheeled = await grown(picture, whole, Math.exp(0.6));
  expectSame(under(wheeled, x, y), under(whole, x, y));
  await page.mouse.wheel(0, 3_000);
  await grown(picture, whole, 1);
  await expect.poll(() => boxOf(picture)).toEqual(whole);

  await page.mouse.dblclick(x, y);
  const close = await grown(picture, whole, 2.5);
  expectSame(under(close, x, y), under(whole, x, y));

  // Far to the right and down: the picture's left and upper edges reach those of the stage, and no further.
  const stage = await boxOf(page.getByRole("dialog").getByRole("figure"));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 100, y + 50, { steps: 4 });
  const dragged = await boxOf(picture);
  expect([dragged.x - close.x, dragged.y - close.y].map(Math.round)).toEqual([100, 50]);
  await page.mouse.move(x + 5_000, y + 5_000, { steps: 4 });
  await page.mouse.up();
  const corner = await boxOf(picture);
  expect([corner.x, corner.y].map(Math.round)).toEqual([stage.x, stage.y].map(Math.round));
  expect(corner.width).toBeCloseTo(close.width, 0);

  await page.mouse.dblclick(x, y);
  await grown(picture, whole, 1);
  await expect.poll(() => boxOf(picture)).toEqual(whole);
  expect(complaints).toEqual([]);
});

test("two fingers zoom around the place between them, and one swipes to the next photo", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url, {
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    isMobile: true,
  });
  const { page, complaints } = opened;
  await page.getByRole("textbox", { name: "Ask about your photos" }).fill("photos from 2019");
  await page.getByRole("button", { name: "Send", disabled: false }).click();
  await tiles(page.getByRole("article")).first().tap();
  const picture = page.getByRole("dialog").getByRole("figure").getByRole("img");
  await picture.waitFor();
  const whole = await boxOf(picture);
  const [x, y] = [whole.x + whole.width * 0.5, whole.y + whole.height * 0.5];
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: [number, number][]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })),
    });
  const fingers = (apart: number): [number, number][] => [
    [x - apart, y],
    [x + apart, y],
  ];
  await touch("touchStart", fingers(40));
  for (const apart of [50, 60, 70, 80]) await touch("touchMove", fingers(apart));
  await touch("touchEnd", []);
  const pinched = await grown(picture, whole, 2);
  expectSame(under(pinched, x, y), under(whole, x, y));
  // The page itself is not zoomed by it.
  await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBe(1);

  await touch("touchStart", fingers(80));
  for (const apart of [60, 40, 20]) await touch("touchMove", fingers(apart));
  await touch("touchEnd", []);
  await grown(picture, whole, 1);
  await page.getByText("1 of 2", { exact: true }).waitFor();

  await touch("touchStart", [[x + 80, y]]);
  for (const by of [40, 0, -40]) await touch("touchMove", [[x + by, y]]);
  await touch("touchEnd", []);
  await page.getByText("2 of 2", { exact: true }).waitFor();
  expect(complaints).toEqual([]);
});
