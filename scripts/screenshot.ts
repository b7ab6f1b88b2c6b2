import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { launchBrowser, openPage } from "#tests/fixtures/browser.ts";
import { startGlimpse } from "#tests/fixtures/glimpse.ts";
import { realPhotos } from "#tests/fixtures/photos.ts";
import { until } from "#tests/fixtures/until.ts";

/**
 * Takes the README's screenshot: a real browser asks one question in a fresh library of public-domain photos. There is
 * no model server, so the picture shows what a newcomer sees.
 */
const question = "bright and green";

await using glimpse = await startGlimpse({ ollama: "127.0.0.1:9" });
for (const album of ["nature", "text"]) {
  const folder = join(realPhotos, "albums", album);
  for (const name of await readdir(folder)) await glimpse.upload(join(folder, name));
}
await until(
  "all photos can be found",
  async () => (await glimpse.api.search.run.query({ text: question })).total === 8,
);

const browser = await launchBrowser();
try {
  await using opened = await openPage(browser, glimpse.url, {
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 2,
  });
  const { page } = opened;
  const field = page.getByRole("textbox", { name: "Ask about your photos" });
  await field.fill(question);
  await page.getByRole("button", { name: "Send", disabled: false }).click();
  await page.getByRole("button", { name: /^Photo\s?1\b/ }).waitFor();
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.screenshot({ path: "docs/conversation.jpg", type: "jpeg", quality: 82 });
} finally {
  await browser.close();
}
