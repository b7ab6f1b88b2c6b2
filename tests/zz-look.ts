import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { startOllama } from "./doubles/ollama.ts";
import { launchBrowser, openPage, expectAccessible } from "./fixtures/browser.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { captionedPhotos } from "./fixtures/photos.ts";
import { until } from "./fixtures/until.ts";

mkdirSync("/tmp/look", { recursive: true });
await using folder = await temporaryFolder();
const captions: { image: Uint8Array; caption: string }[] = [];
const paths: string[] = [];
const all = captionedPhotos().slice(0, 60);
for (const [i, photo] of all.entries()) {
  for (let copy = 0; copy < (i % 9 === 0 ? 3 : 1); copy++) {
    const day = String(1 + (i % 27)).padStart(2, "0");
    const date = `${i % 2 ? 2019 : 2021}:0${1 + (i % 9)}:${day} 12:00:0${copy}`;
    const bytes = await sharp(photo.path).modulate({ brightness: 1 + copy * 0.02 })
      .withExif({ IFD0: { Model: "X100" }, IFD2: { DateTimeOriginal: date } }).jpeg().toBuffer();
    captions.push({ image: bytes, caption: photo.captions[0] ?? "" });
    const path = join(folder.path, `${i}-${copy}.jpg`);
    await writeFile(path, bytes);
    paths.push(path);
  }
}
await using ollama = await startOllama({ captions });
await using glimpse = await startGlimpse({ ollama: ollama.url });
for (const p of paths) await glimpse.upload(p);
await until("all indexed", async () => (await glimpse.api.system.status.query()).photos.searchable === paths.length, 120000).catch(async () => console.log(JSON.stringify((await glimpse.api.system.status.query()).photos)));
const browser = await launchBrowser();
const name = (await glimpse.api.photos.list.query()).items[0]?.caption?.text;
console.log("caption", name);
for (const [width, scheme] of [[1280, "light"], [1280, "dark"], [390, "light"], [390, "dark"]] as const) {
  await using opened = await openPage(browser, glimpse.url, { viewport: { width, height: 900 }, colorScheme: scheme, hasTouch: width < 600 });
  const { page, complaints } = opened;
  const shot = async (n: string, full = true) => {
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/look/${width}-${scheme}-${n}.png`, fullPage: full });
    await expectAccessible(page).catch((e) => console.log(n, width, scheme, String(e.message).slice(0, 600)));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) console.log("overflow", n, width, overflow);
  };
  const ask = async (q: string) => {
    await page.getByRole("textbox", { name: "Ask about your photos" }).fill(q);
    await page.getByRole("button", { name: "Send", disabled: false }).click();
    await page.getByRole("heading", { level: 2, name: q, exact: true }).last().waitFor();
    await page.waitForTimeout(900);
  };
  const last = () => page.getByRole("article").last();
  await ask("photos of a man from 2019 without dogs");
  await shot("1-chips");
  await last().getByRole("button", { name: /options of this filter/ }).first().click();
  await page.getByRole("menu").waitFor();
  await shot("2-menu", false);
  await page.keyboard.press("Escape");
  await last().getByRole("button", { name: /^Remove filter/ }).first().click();
  await page.waitForTimeout(600);
  await shot("3-off");
  const badge = last().getByRole("button", { name: /nearly the same/ }).first();
  if (await badge.count()) { await badge.click(); await page.waitForTimeout(600); await shot("4-unfolded"); } else console.log("no badge");
  const showAll = last().getByRole("button", { name: /^Show all/ });
  if (await showAll.count()) { await showAll.click(); await page.waitForTimeout(500); }
  const weaker = last().getByRole("button", { name: "Show weaker matches" });
  if (await weaker.count()) { await weaker.click(); await page.waitForTimeout(800); await shot("5-weaker"); } else console.log("no weaker");
  await ask("the 5 best, one per day, in black and white");
  await shot("6-more");
  await ask("only the first three");
  await shot("7-among");
  await ask("mark the first as favourite");
  await shot("8-act", false);
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  await page.waitForTimeout(900);
  await shot("9-yes", false);
  await ask("how many are there?");
  await ask("hello");
  await shot("10-chat", false);
  await ask("photos of a zeppelin from 2019 without dogs");
  await shot("11-none", false);
  await ask("Fotos aus 2019 ohne Hunde");
  await shot("12-german", false);
  console.log(width, scheme, complaints);
}
await browser.close();
