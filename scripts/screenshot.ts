import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BrowserContextOptions } from "playwright-core";
import { launchBrowser, openPage } from "#tests/fixtures/browser.ts";
import { startPicturedLibrary } from "./pictured-library.ts";
import { atRest, furnish, type Screen, screens } from "./screens.ts";

/**
 * Takes the README's pictures: a real browser in a fresh library of photos in the public domain. With `--all <folder>`
 * it takes every screen in three widths, light and dark, to be looked at (`--only home,map`: some of them); that folder
 * lies outside the project.
 */
const { values } = parseArgs({ options: { all: { type: "string" }, only: { type: "string" } } });

const readme = ["conversation", "library", "lightbox"];
const wanted = (screen: Screen) => !values.only || values.only.split(",").includes(screen.name);

await using library = await startPicturedLibrary();
const browser = await launchBrowser();
const { url } = library.glimpse;

async function take(screen: Screen, file: string, options: BrowserContextOptions): Promise<void> {
  await using opened = await openPage(browser, url + screen.path(pictured), options);
  const { page } = opened;
  page.setDefaultTimeout(15_000);
  await screen.show(page);
  await atRest(page);
  const kind = file.endsWith(".jpg") ? ({ type: "jpeg", quality: 82 } as const) : ({ type: "png" } as const);
  await page.screenshot({ path: file, ...kind });
}

await using first = await openPage(browser, "about:blank");
const pictured = await furnish(library, first.page, { alsoInVain: values.all !== undefined });
try {
  if (values.all) {
    await mkdir(values.all, { recursive: true });
    for (const screen of screens.filter(wanted))
      for (const [width, height] of [
        [375, 812],
        [1280, 800],
        [1920, 1080],
      ] as const)
        for (const colorScheme of ["light", "dark"] as const) {
          const file = join(values.all, `${screen.name}-${colorScheme}-${width}.png`);
          const touch = width < 600 && { hasTouch: true, isMobile: true };
          const told = await take(screen, file, { viewport: { width, height }, colorScheme, ...touch }).then(
            () => "taken",
            (error: unknown) => String(error).split("\n")[0],
          );
          process.stdout.write(`${file}: ${told}\n`);
        }
  } else {
    for (const screen of screens.filter(({ name }) => readme.includes(name)))
      await take(screen, `docs/${screen.name}.jpg`, {
        viewport: { width: 1280, height: 800 },
        deviceScaleFactor: 1.5,
      });
  }
} finally {
  await browser.close();
}
