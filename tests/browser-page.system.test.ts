import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage } from "./fixtures/browser.ts";
import {
  askPage,
  type BrowsedGlimpse,
  composer,
  lastTurn,
  lisbon,
  startBrowsedGlimpse,
  tiles,
} from "./fixtures/browsing.ts";

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  await browsed.indexed([
    await browsed.upload({
      name: "tram.jpg",
      seed: 9_500,
      caption: "A yellow tram drives through a narrow street with many people.",
      taken: "2022:04:01 23:00:00",
      position: lisbon,
    }),
    await browsed.upload({
      name: "horse.jpg",
      seed: 9_501,
      caption: "A horse grazes on a green meadow.",
      taken: "2021:05:02 12:00:00",
    }),
    await browsed.upload({
      name: "boat.jpg",
      seed: 9_502,
      caption: "A boat on a calm lake at sunset.",
      taken: "2020:06:03 12:00:00",
    }),
  ]);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

test.each([
  ["/nothing", "There is nothing at this address · Glimpse"],
  ["/c/01890000-0000-7000-8000-000000000000", "There is nothing at this address · Glimpse"],
  ["/", "Glimpse"],
])("%s has the title “%s”", async (path, title) => {
  await using opened = await openPage(browsed.browser, `${browsed.glimpse.url}${path}`);
  await expect.poll(() => opened.page.title()).toBe(title);
});

test("a link that is dropped leads nowhere, except into the field as text", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  /** Drags a link over an element, drops it there, and tells whether the browser was kept from following it. */
  const drop = (selector: string) =>
    page.evaluate((at) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/uri-list", "http://example.invalid/");
      const events = ["dragover", "drop"].map(
        (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      );
      for (const event of events) document.querySelector(at)?.dispatchEvent(event);
      return events.map((event) => event.defaultPrevented);
    }, selector);
  expect(await drop("h1")).toEqual([true, true]);
  expect(await drop("textarea")).toEqual([false, false]);
});

test("the examples are phrases that have results, and stay while photos come in", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  const examples = page.getByRole("main").getByRole("list").getByRole("button");
  await expect.poll(() => examples.count()).toBeGreaterThan(2);
  const texts = await examples.allInnerTexts();
  expect(texts).toContain("Lisbon at night");
  for (const text of texts) {
    const { total } = await browsed.glimpse.api.search.run.query({ text });
    expect([text, total > 0]).toEqual([text, true]);
  }

  const shown = page.getByText(/^4 photos, from/);
  const id = await browsed.upload({
    name: "new.jpg",
    seed: 9_503,
    caption: "Two cats sleep on a blue sofa.",
    taken: "2023:07:01 12:00:00",
  });
  await browsed.indexed([id]);
  await shown.waitFor();
  expect((await examples.allInnerTexts()).slice(0, texts.length)).toEqual(texts);
  await browsed.glimpse.api.photos.remove.mutate({ ids: [id] });

  await examples.filter({ hasText: "Lisbon at night" }).click();
  await tiles(lastTurn(page)).first().waitFor();
  expect(complaints).toEqual([]);
});

test("two filters are offered to be dropped where one is not enough", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page, complaints } = opened;
  const turn = await askPage(page, "photos from 2021 in Lisbon with at least 5 stars");
  await turn.getByText("Removing two filters finds some:").waitFor();
  const offer = turn.getByRole("button", { name: /^Without “.*Lisbon” and “at least 5 stars”/ });
  await offer.waitFor();
  // Photos of 2021, or of Lisbon, remain.
  await expect.poll(() => turn.getByRole("button", { name: /^Without / }).count()).toBe(2);
  await offer.click();
  await tiles(turn).first().waitFor();
  await expect.poll(() => tiles(turn).count()).toBe(1);
  await turn.getByText(/^1 photo without “.*Lisbon” and “at least 5 stars”\.$/).waitFor();
  expect(complaints).toEqual([]);
});

test("weaker matches are offered only where there are some", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  for (const question of ["a horse", "a submarine", "a boat and a submarine, without lakes", "xqzzt"]) {
    const turn = await askPage(page, question);
    await turn.getByRole("paragraph").first().waitFor();
    await page.getByRole("button", { name: "Stop" }).waitFor({ state: "hidden" });
    const { plan } = await browsed.glimpse.api.search.run.query({ text: question });
    const { total } = await browsed.glimpse.api.search.run.query({ plan: { ...plan, weaker: true } });
    const offered = await turn.getByRole("button", { name: "Show weaker matches" }).count();
    expect([question, offered]).toEqual([question, total > 0 ? 1 : 0]);
  }
});

test("question, answer and filters say in which language they are", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url);
  const { page } = opened;
  const turn = await askPage(page, "Fotos aus dem Jahr 2021");
  await tiles(turn).first().waitFor();
  const langOf = (text: string) =>
    turn
      .getByText(text)
      .first()
      .evaluate((element) => element.closest("[lang]")?.getAttribute("lang"));
  await expect.poll(() => langOf("Fotos aus dem Jahr 2021")).toBe("de");
  await expect.poll(() => langOf("1 Foto")).toBe("de");
  const chip = turn.getByRole("list", { name: "Filter" }).getByText("2021", { exact: true });
  await expect
    .poll(() => chip.evaluate((element) => element.closest("[lang]")?.getAttribute("lang")))
    .toBe("de");
  // The tiles speak as the screens do.
  const tile = tiles(turn).first();
  await expect
    .poll(() => tile.evaluate((element) => element.closest("[lang]")?.getAttribute("lang")))
    .toBe("en");
});

test("on a phone the field has its short placeholder", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url, {
    viewport: { width: 375, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await expect.poll(() => composer(opened.page).getAttribute("placeholder")).toBe("Ask about your photos");
  expect(opened.complaints).toEqual([]);
});

test("on a phone the menu opens over the page, gives the focus back, and closes when it leads somewhere", async () => {
  await using opened = await openPage(browsed.browser, browsed.glimpse.url, {
    viewport: { width: 375, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const { page, complaints } = opened;
  const menu = page.getByRole("button", { name: "Open menu" });
  const drawer = page.getByRole("dialog", { name: "Glimpse" });
  await menu.click();
  await drawer.waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "hidden" });
  await expect.poll(() => menu.evaluate((button) => button === document.activeElement)).toBe(true);
  await expect.poll(() => menu.getAttribute("aria-expanded")).toBe("false");
  await menu.click();
  await drawer.getByRole("link", { name: "Library" }).click();
  await page.waitForURL(/\/library$/);
  await drawer.waitFor({ state: "hidden" });
  expect(complaints).toEqual([]);
});
