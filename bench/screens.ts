import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { launchBrowser } from "#tests/fixtures/browser.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { startGlimpse } from "#tests/fixtures/glimpse.ts";
import { startInstantModel } from "./instant-model.ts";
import { largeModel, makeLargeLibrary, vectorsOf } from "./large-library.ts";
import { madeId } from "./library.ts";
import { drawOnePicture } from "./one-picture.ts";
import type { Row } from "./row.ts";
import { framesOf, heapAfterCollection, slowestAnswer, watchScreen } from "./screen-figures.ts";
import { median } from "./statistics.ts";

const size = { photos: 100_000, numbers: 64 };
/** How long the library is scrolled, ms; the heap is looked at after the first minute and at the end. */
const scrolled = 300_000;
const firstPart = 60_000;
/** How long frames are counted while a page is scrolled, ms, and how often. */
const counted = 6_000;
const scrollTurns = 3;

/**
 * Measures the built pages in a real browser, over a library of 100,000 photos: what they load first, how soon they are
 * there and answer, whether they move by themselves, and what scrolling costs. All photos have one drawn picture, which
 * Glimpse serves like any other. (If these requests were answered from here, the browser would have to ask about every
 * request, and the style sheet came after 138 ms instead of 65.) `kept`: where the library is kept for the next run.
 */
export async function benchScreens(kept?: string): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const dataFolder = join(kept ?? folder.path, "screens");
  await makeLargeLibrary(dataFolder, size);
  await drawOnePicture(dataFolder, size.photos);
  const vectorOf = vectorsOf(size.numbers);
  await using model = await startInstantModel(undefined, (text) => vectorOf(text, 1));
  const settings = { GLIMPSE_EMBED_MODEL: largeModel };
  await using glimpse = await startGlimpse({ dataFolder, ollama: model.url, settings });
  const conversationId = randomUUID();
  const question = { conversationId, turnId: randomUUID(), text: "a dog", begins: true };
  for await (const _ of await glimpse.api.conversations.say.mutate(question)) {
    // Until the answer is complete.
  }
  const pages = ["/", "/library", `/c/${conversationId}`, "/map", "/bin", "/settings"];
  const browser = await launchBrowser();
  await using resources = new AsyncDisposableStack();
  resources.defer(() => browser.close());
  const newPage = async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await watchScreen(page);
    return page;
  };
  // The first look at a page warms the server's caches, as anybody's second look finds them.
  for (const path of pages) {
    const page = await newPage();
    await page.goto(glimpse.url + path, { waitUntil: "load" });
    await page.close();
  }

  const rows: Row[] = [];
  const row = (name: string, value: number, unit: string, most: number) =>
    rows.push({ name, value, unit, goal: `≤ ${most}`, ok: value <= most });
  for (const path of pages) {
    const name = path.startsWith("/c/") ? "a conversation" : path;
    const page = await newPage();
    const scripts = new Map<string, number>();
    let isLoaded = false;
    page.on("response", async (response) => {
      if (isLoaded || response.request().resourceType() !== "script") return;
      scripts.set(response.url(), gzipSync(await response.body()).length);
    });
    await page.goto(glimpse.url + path, { waitUntil: "load" });
    isLoaded = true;
    await page.waitForLoadState("networkidle");
    const { lcp, cls } = await page.evaluate(() => window.screenFigures());
    const bytes = Array.from(scripts.values()).reduce((sum, each) => sum + each, 0);
    if (path !== "/map") row(`${name}: scripts of the first load`, bytes / 1_000, "kB gzip", 180);
    row(`${name}: largest contentful paint`, lcp, "ms", 1_200);
    row(`${name}: cumulative layout shift`, cls, "", 0.05);
    row(`${name}: slowest answer to a key or click`, await slowestAnswer(page), "ms", 100);
    await page.close();
  }
  rows.push(...(await scrolling(newPage, glimpse.url)));
  return rows;
}

/** Opens the library, and scrolls it at the speed of a flick. */
async function openedAndScrolled(library: Page, url: string) {
  const begun = performance.now();
  await library.goto(`${url}/library`, { waitUntil: "commit" });
  await library.locator("img").first().waitFor();
  const opened = performance.now() - begun;
  return { opened, ...(await framesOf(library, counted)) };
}

/** Scrolls a plain page of as many pictures. */
async function scrolledPlain(plain: Page, url: string) {
  await plain.goto(`${url}/healthz`);
  const ids = Array.from({ length: 6_000 }, (_, at) => madeId(at));
  await plain.evaluate((photoIds) => {
    const pictures = photoIds.map((id) => {
      const image = Object.assign(new Image(), { src: `/photos/${id}/thumbnail`, loading: "lazy" });
      image.style.cssText = "width: 240px; height: 180px; margin: 2px";
      return image;
    });
    document.body.replaceChildren(...pictures);
  }, ids);
  return framesOf(plain, counted);
}

/** The library and the plain page take turns, each time in a new window, because a few frames are much by chance. */
async function scrolling(newPage: () => Promise<Page>, url: string): Promise<Row[]> {
  const turns = [];
  for (let turn = 0; turn < scrollTurns; turn++) {
    const [library, plain] = [await newPage(), await newPage()];
    turns.push({ own: await openedAndScrolled(library, url), beside: await scrolledPlain(plain, url) });
    await Promise.all([library.close(), plain.close()]);
  }
  const opened = median(turns.map(({ own }) => own.opened));
  const own = {
    dropped: median(turns.map((turn) => turn.own.dropped)),
    longestTask: Math.max(...turns.map((turn) => turn.own.longestTask)),
  };
  const beside = { dropped: median(turns.map((turn) => turn.beside.dropped)) };

  const library = await newPage();
  await openedAndScrolled(library, url);
  const nodes = await library.evaluate(() => document.querySelectorAll("*").length);
  await framesOf(library, firstPart);
  const before = await heapAfterCollection(library);
  await framesOf(library, scrolled - firstPart);
  const after = await heapAfterCollection(library);
  await library.close();
  const share = own.dropped / Math.max(1, beside.dropped);
  return [
    {
      name: "/library: until its first picture",
      value: opened,
      unit: "ms",
      goal: "≤ 400",
      ok: opened <= 400,
    },
    { name: "/library: nodes", value: nodes, unit: "", goal: "≤ 1500", ok: nodes <= 1_500 },
    {
      ...{ name: "/library: longest task while it is scrolled", value: own.longestTask, unit: "ms" },
      ...{ goal: "≤ 50", ok: own.longestTask <= 50 },
    },
    { name: "/library: dropped frames while it is scrolled", value: own.dropped, unit: "" },
    { name: "a plain page of pictures: dropped frames", value: beside.dropped, unit: "" },
    {
      ...{ name: "/library: dropped frames beside the plain page", value: share, unit: "×" },
      ...{ goal: "≤ 1.5", ok: share <= 1.5 },
    },
    {
      ...{
        name: "/library: heap after five minutes of scrolling, beside the first",
        value: after / before,
        unit: "×",
      },
      ...{ goal: "≤ 1.1", ok: after / before <= 1.1 },
    },
  ];
}
