import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { expectAccessible, launchBrowser, openPage } from "./fixtures/browser.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { rawFile } from "./fixtures/raw-file.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

const encoded = (name: string) => readFileSync(join(import.meta.dirname, "fixtures/encoded", name));

async function movingGif(): Promise<Buffer> {
  const frames = await Promise.all([5, 6].map((seed) => drawPhoto(seed)));
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [400, 400] })
    .toBuffer();
}

test("a HEIC has a tile and a lightbox; what moves is marked and plays; a raw file without a picture says so", async () => {
  await using glimpse = await startGlimpse();
  const ids = new Map<string, string>();
  for (const [name, bytes] of [
    ["quilt.heic", encoded("fields.heic")],
    ["waves.gif", await movingGif()],
    ["blank.dng", rawFile(null)],
  ] as const) {
    const id = (await sendPhoto(glimpse.url, bytes, { name })).photo?.id ?? "";
    ids.set(name, id);
    await until(
      "it is prepared",
      async () => (await glimpse.api.photos.get.query({ id })).status !== "received",
    );
  }
  const browser = await launchBrowser();
  await using _closing = { [Symbol.asyncDispose]: () => browser.close() };
  await using opened = await openPage(browser, glimpse.url);
  const { page } = opened;
  await page.getByRole("textbox", { name: "Ask about your photos" }).fill("all photos");
  await page.getByRole("button", { name: "Send", disabled: false }).waitFor();
  await page.keyboard.press("Enter");

  const picture = (name: string) => page.locator(`button img[src*="${ids.get(name)}"]`).first();
  const shown = (name: string, kind: string) =>
    until(`the ${kind} of ${name} is shown`, () =>
      page
        .locator(`figure img[src$="/${ids.get(name)}/${kind}"]`)
        .evaluate((image: HTMLImageElement) => image.naturalWidth)
        .catch(() => 0),
    );
  const isThere = (image: HTMLImageElement) => image.naturalWidth > 0;
  await until("the tile has a picture", () => picture("quilt.heic").evaluate(isThere));
  await page.getByText("Animated", { exact: true }).waitFor();
  await page.getByText("Could not be developed").waitFor();
  await expectAccessible(page);

  await picture("quilt.heic").click();
  await expect.poll(() => shown("quilt.heic", "preview")).toBe(320);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await picture("waves.gif").click();
  await expect.poll(() => shown("waves.gif", "original")).toBe(640);
  await page.getByText("GIF, animated").waitFor();
  await page.keyboard.press("Escape");

  // Somebody who asks for less motion sees the first frame.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await picture("waves.gif").click();
  await until("the first frame is shown", () =>
    page.locator("figure img").evaluate((image: HTMLImageElement) => image.currentSrc.endsWith("/preview")),
  );
});
