import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, launchBrowser, openPage } from "./fixtures/browser.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { rawFile } from "./fixtures/raw-file.ts";
import { motionPhoto, quickTime, shotJpeg, wordsInXmp, xmpOf } from "./fixtures/shots.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

/** Has the browser record a short film, because not every browser plays what phones write. */
async function recorded(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 120 });
    const brush = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: "video/webm;codecs=vp8" });
    const parts: Blob[] = [];
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve));
    recorder.start();
    for (let frame = 0; frame < 40; frame++) {
      await new Promise(requestAnimationFrame);
      if (brush) brush.fillStyle = `rgb(${frame * 6}, 90, 160)`;
      brush?.fillRect(0, 0, 160, 120);
    }
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  });
  return Buffer.from(base64, "base64");
}

test("a live photo is one tile that moves, in the grid and in the lightbox; a raw file is in the lightbox", async () => {
  await using glimpse = await startGlimpse();
  const browser = await launchBrowser();
  await using _closing = { [Symbol.asyncDispose]: () => browser.close() };
  await using opened = await openPage(browser, glimpse.url);
  const { page } = opened;

  const contentId = "570F1469-09C7-4E50-9875-05F21D5BD166";
  const shot = { make: "Canon", model: "EOS 40D", taken: "2008:05:30 15:56:01" };
  const ids = new Map<string, string>();
  for (const [name, bytes] of [
    ["moving.jpg", motionPhoto(await drawPhoto(1), await recorded(page), "items")],
    ["beach.jpg", shotJpeg(await drawPhoto(2), { make: "Apple", model: "iPhone 14", contentId })],
    ["beach.mov", quickTime(contentId)],
    [
      "IMG_1.DNG",
      rawFile(shotJpeg(await drawPhoto(3, { width: 1600, height: 1200 }), shot), 1, undefined, shot),
    ],
    ["IMG_1.JPG", shotJpeg(await drawPhoto(3), shot)],
    ["lonely.xmp", Buffer.from(xmpOf("", wordsInXmp({ title: "Lonely" })))],
  ] as const) {
    ids.set(name, (await sendPhoto(glimpse.url, bytes, { name })).photo?.id ?? "");
  }
  await until("the files are joined", async () => {
    const parts = await Promise.all(
      ["beach.mov", "IMG_1.DNG"].map((name) => glimpse.api.photos.get.query({ id: ids.get(name) ?? "" })),
    );
    return parts.every(({ partOf }) => partOf !== null);
  });

  await page.getByRole("textbox", { name: "Ask about your photos" }).fill("all photos");
  await page.getByRole("button", { name: "Send", disabled: false }).waitFor();
  await page.keyboard.press("Enter");
  const tile = (name: string) => page.locator(`button:has(img[src*="${ids.get(name)}"])`).first();
  await until("each tile has a picture", () =>
    page
      .locator("button[data-tile] img")
      .evaluateAll(
        (images) =>
          images.length === 3 &&
          images.every((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
      ),
  );
  await tile("moving.jpg").getByText("Motion", { exact: true }).waitFor();
  await tile("beach.jpg").getByText("Live", { exact: true }).waitFor();
  await tile("IMG_1.JPG").getByText("RAW", { exact: true }).waitFor();
  await expectAccessible(page);

  const film = page.locator("video");
  const isMoving = (video: HTMLVideoElement) => video.currentTime > 0 && video.videoWidth === 160;
  await tile("moving.jpg").hover();
  await until("the film moves", () => film.evaluate(isMoving).catch(() => false));
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.muted)).toBe(true);
  await tile("IMG_1.JPG").hover();
  await film.waitFor({ state: "detached" });

  await tile("moving.jpg").click();
  await page.getByRole("button", { name: "Play the moment" }).click();
  await until("the film moves in the lightbox", () =>
    page
      .locator("figure video")
      .evaluate(isMoving)
      .catch(() => false),
  );
  await expectAccessible(page);
  // It ends by itself, and the photo is there again.
  await page.locator("figure video").waitFor({ state: "detached" });
  await page.keyboard.press("Escape");

  // A film that this browser cannot play says so.
  await tile("beach.jpg").click();
  await page.getByRole("button", { name: "Play the moment" }).click();
  await page.getByText("This browser cannot play this film.").waitFor();
  await page.getByRole("link", { name: "Download beach.mov" }).waitFor();
  await page.keyboard.press("Escape");

  await tile("IMG_1.JPG").click();
  await page.getByRole("link", { name: "Download IMG_1.JPG" }).waitFor();
  await expect.poll(() => page.getByRole("button", { name: "Play the moment" }).count()).toBe(0);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download IMG_1.DNG" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("IMG_1.DNG");
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  // Films and sidecars are taken where photos are, and say what they are.
  await page.locator("input[type=file]").setInputFiles([
    { name: "LONELY_7.xmp", mimeType: "", buffer: Buffer.from(xmpOf("", wordsInXmp({ title: "Alone" }))) },
    { name: "harbour.jpg", mimeType: "image/jpeg", buffer: await drawPhoto(9) },
    { name: "harbour.mov", mimeType: "video/quicktime", buffer: quickTime(undefined, 7) },
  ]);
  await page.getByText("Kept, waits for its photo").waitFor();
  await page.getByText("The film of its photo").waitFor();
  await page.getByText("Ask with this photo").waitFor();

  // Somebody who asks for less motion is not shown any.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.mouse.move(0, 0);
  const begun = await page.evaluate(() => performance.now());
  await tile("moving.jpg").hover();
  await until("a film would play by now", () =>
    page.evaluate((then) => performance.now() > then + 1_000, begun),
  );
  await expect.poll(() => film.count()).toBe(0);

  // The library marks them too.
  await page.goto(`${glimpse.url}/library`);
  const marked = (name: string, mark: string) =>
    page
      .locator(`button[data-tile="library/${ids.get(name)}"]`)
      .getByText(mark, { exact: true })
      .waitFor();
  await marked("moving.jpg", "Motion");
  await marked("beach.jpg", "Live");
  await marked("IMG_1.JPG", "RAW");
  await expectAccessible(page);
});
