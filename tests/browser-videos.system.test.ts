import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { hasFilmReader } from "#server/film-reader.ts";
import { expectAccessible, launchBrowser, openPage } from "./fixtures/browser.ts";
import { makeFilm } from "./fixtures/film.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { until } from "./fixtures/until.ts";
import { sendPhoto } from "./fixtures/uploading.ts";

test.skipIf(!hasFilmReader())(
  "a video has a tile with its length, plays and seeks in the lightbox; one that the browser cannot play says so",
  async () => {
    await using folder = await temporaryFolder();
    await using glimpse = await startGlimpse();
    const ids = new Map<string, string>();
    const send = async (name: string) => {
      const { photo } = await sendPhoto(glimpse.url, await readFile(folder.at(name)), { name });
      const id = photo?.id ?? "";
      ids.set(name, id);
      await until("it is prepared", async () => (await glimpse.api.photos.get.query({ id })).thumbhash);
    };
    // Every build of Chromium plays VP9.
    await makeFilm(folder.at("harbour.webm"), { codec: "libvpx-vp9", seconds: 42, width: 320, height: 180 });
    await makeFilm(folder.at("studio.mov"), {
      ...{ codec: "prores_ks", seconds: 65, rate: 2, width: 90, height: 160 },
      colourAt: (part) => [250 * part, 240, 200],
    });
    await send("harbour.webm");
    await send("studio.mov");
    const browser = await launchBrowser();
    await using _closing = { [Symbol.asyncDispose]: () => browser.close() };
    await using opened = await openPage(browser, glimpse.url);
    const { page } = opened;
    const parts: number[] = [];
    page.on("response", (response) => {
      if (response.url().endsWith(`${ids.get("harbour.webm")}/original`)) parts.push(response.status());
    });
    await page.getByRole("textbox", { name: "Ask about your photos" }).fill("all photos");
    await page.getByRole("button", { name: "Send", disabled: false }).waitFor();
    await page.keyboard.press("Enter");

    const tile = page.getByRole("button", { name: /Video, 42 seconds/ });
    await tile.waitFor();
    await tile.getByText("0:42").waitFor();
    await page
      .getByRole("button", { name: /Video, 1 minute 5 seconds/ })
      .getByText("1:05")
      .waitFor();
    await expectAccessible(page);

    await tile.click();
    const lightbox = page.getByRole("dialog", { name: /^Video/ });
    const video = lightbox.locator("video");
    await video.waitFor();
    await expect.poll(() => video.getAttribute("aria-label")).toBe("Video: harbour.webm");
    await until("its length is known", () =>
      video.evaluate((player: HTMLVideoElement) => player.duration > 41),
    );
    await lightbox
      .getByText("WEBM, 0:42")
      .or(lightbox.getByText(/WebM, 0:42/))
      .waitFor();
    await video.evaluate((player: HTMLVideoElement) => {
      player.muted = true;
      return player.play();
    });
    const time = () => video.evaluate((player: HTMLVideoElement) => player.currentTime);
    await until("it plays", async () => (await time()) > 0.3);
    await video.evaluate((player: HTMLVideoElement) => {
      player.currentTime = 30;
    });
    await until("it plays on from there", async () => (await time()) > 30.2);
    expect(new Set(parts)).toEqual(new Set([206]));
    await expectAccessible(page);
    // The player's own keys are its own.
    await video.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => lightbox.locator("video").getAttribute("aria-label")).toBe("Video: harbour.webm");
    await page.keyboard.press("Escape");
    await lightbox.waitFor({ state: "hidden" });

    await page.getByRole("button", { name: /Video, 1 minute 5 seconds/ }).click();
    await page.getByRole("alert").getByText("This browser cannot play this video.").waitFor();
    await expectAccessible(page);

    // A slide show is not held up by a video that cannot begin.
    await page.evaluate(() => {
      HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException("", "NotAllowedError"));
    });
    await page.keyboard.press("Space");
    await lightbox.getByRole("status").filter({ hasText: "The slide show is over." }).waitFor();

    // A photo alone has none.
    await page.goto(`${glimpse.url}/library?photo=${ids.get("harbour.webm")}`);
    await lightbox.locator("video").waitFor();
    await page.keyboard.press("Space");
    await expect.poll(() => lightbox.getByText(/^Slide show/).count()).toBe(0);
    await page.keyboard.press("Escape");

    await page
      .getByRole("button", { name: /Video, 42 seconds/ })
      .getByText("0:42")
      .waitFor();
    await expectAccessible(page);
  },
);
