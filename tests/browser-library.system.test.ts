import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./fixtures/browser.ts";
import { askPage } from "./fixtures/browsing.ts";
import { type BrowsedLibrary, cells, numbered, ready, startBrowsedLibrary } from "./fixtures/library-page.ts";
import { until } from "./fixtures/until.ts";

let library: BrowsedLibrary;

beforeAll(async () => {
  library = await startBrowsedLibrary();
});
afterAll(() => library?.[Symbol.asyncDispose]());

const lightbox = (page: Page) => page.getByRole("dialog", { name: /^Photo/ });

test("all photos stand by month and day with their places, and what has no date comes last", async () => {
  await using opened = await library.openLibrary();
  const { page, complaints } = opened;
  await ready(page);
  await page.getByRole("link", { name: /^Library/ }).waitFor();
  await page.getByRole("heading", { level: 2, name: "July 2024" }).waitFor();
  await page.getByRole("heading", { level: 3, name: "Sunday 14" }).waitFor();
  await page.getByRole("rowheader").first().getByText("Lisbon").waitFor();
  await expectAccessible(page);
  await expect.poll(() => page.locator("*").count()).toBeLessThan(1_500);
  // The end of the shelf has a place from the beginning.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.getByRole("heading", { level: 2, name: "Without a date" }).waitFor();
  expect(complaints).toEqual([]);
});

test("the month stays at the top, and reload and Back come back to the same photos", async () => {
  await using opened = await library.openLibrary();
  const { page } = opened;
  await ready(page);
  await page.evaluate(() => scrollTo(0, 2_000));
  /** The first photo below the headings, and where it is. */
  const top = () =>
    page.evaluate(() => {
      for (const cell of document.querySelectorAll("[data-number]")) {
        const { top } = cell.getBoundingClientRect();
        if (top > 130) return `${cell.getAttribute("data-number")} ${Math.floor(top / 3)}`;
      }
      return "";
    });
  await expect.poll(top).not.toBe("");
  const before = await top();
  const month = await page.evaluate(
    () => document.elementFromPoint(330, 100)?.closest("[role=rowgroup]")?.ariaLabel,
  );
  expect(month).toMatch(/20\d\d/);
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("glimpse-place /library"))).toBeTruthy();
  // Until the place is written, it may be the one of a moment ago.
  await expect
    .poll(async () => {
      await page.reload();
      await ready(page);
      return top();
    })
    .toBe(before);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("heading", { name: "Settings", exact: true }).waitFor();
  await page.goBack();
  await ready(page);
  await expect.poll(top).toBe(before);
  // A link leads to the top.
  await page.getByRole("link", { name: "New question" }).click();
  await page.getByRole("link", { name: /^Library/ }).click();
  await ready(page);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test("the scrubber goes by keys and by dragging, and says the month", async () => {
  await using opened = await library.openLibrary();
  const { page } = opened;
  await ready(page);
  const scrubber = page.getByRole("slider", { name: "Date" });
  await expect.poll(() => scrubber.getAttribute("aria-valuetext")).toBe("July 2024");
  await scrubber.focus();
  await page.keyboard.press("PageDown");
  await expect.poll(() => scrubber.getAttribute("aria-valuetext")).toMatch(/2021$/);
  await page.keyboard.press("End");
  await page.getByRole("heading", { level: 2, name: "Without a date" }).waitFor();
  const box = await scrubber.boundingBox();
  if (!box) throw new Error("the scrubber has no box");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 4);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await expect.poll(() => scrubber.getAttribute("aria-valuetext")).toMatch(/201\d$/);
  await page.mouse.up();
});

test("keys move through the whole shelf, and the lightbox goes on and comes back to its place", async () => {
  await using opened = await library.openLibrary();
  const { page } = opened;
  await ready(page);
  await numbered(page, 0).focus();
  await page.keyboard.press("ArrowRight");
  const isFocused = (number: number) =>
    expect
      .poll(() => numbered(page, number).evaluate((element) => element === document.activeElement))
      .toBe(true);
  await isFocused(1);
  await page.keyboard.press("ArrowDown");
  const below = Number(await page.locator(":focus").locator("..").getAttribute("data-number"));
  expect(below).toBeGreaterThan(2);
  await page.keyboard.press("Control+End");
  await isFocused(80);
  await page.keyboard.press("Control+Home");
  await isFocused(0);
  await expect.poll(() => page.locator("[data-tile][tabindex='0']").count()).toBe(1);

  await page.keyboard.press("Enter");
  await lightbox(page).getByText("1 of 81", { exact: true }).waitFor();
  for (let step = 2; step <= 40; step++) {
    await page.keyboard.press("ArrowRight");
    await lightbox(page).getByText(`${step} of 81`, { exact: true }).waitFor();
  }
  await page.keyboard.press("Escape");
  await lightbox(page).waitFor({ state: "hidden" });
  await isFocused(39);
});

test("“Show all” of a long answer leads to a page of all its photos, and from there to the lightbox and back", async () => {
  await using opened = await library.openLibrary("/");
  const { page, complaints } = opened;
  const turn = await askPage(page, "photos");
  await turn.getByRole("link", { name: /^Show all \d+$/ }).click();
  await page.waitForURL(/\/c\/[0-9a-f-]+\/r\/[0-9a-f-]+$/);
  await ready(page);
  await page.getByRole("heading", { level: 2, name: /^photos\s*\d+ photos$/ }).waitFor();
  await expect.poll(() => page.locator("*").count()).toBeLessThan(1_500);
  await expectAccessible(page);
  await numbered(page, 2).click();
  await lightbox(page)
    .getByText(/^3 of \d+$/)
    .waitFor();
  await page.keyboard.press("Escape");
  await lightbox(page).waitFor({ state: "hidden" });
  await page.reload();
  await ready(page);
  await page.getByRole("link", { name: "Back to the conversation" }).click();
  await page.getByRole("heading", { level: 2, name: "photos", exact: true }).waitFor();
  await page.goto(
    `${library.glimpse.url}/c/01890000-0000-7000-8000-000000000000/r/01890000-0000-7000-8000-000000000000`,
  );
  await page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
  expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
});

test("without a connection there are boxes in the shape of photos, and a way to try again; an empty bin says so", async () => {
  await using opened = await library.openLibrary();
  const { page } = opened;
  await ready(page);
  await page.route(/shelves\.page/, (route) => route.abort());
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.getByRole("heading", { level: 2, name: "Without a date" }).waitFor();
  const note = page.getByRole("alert").filter({ hasText: "Some photos could not be loaded." });
  await note.waitFor();
  await expect.poll(() => cells(page).count()).toBeGreaterThan(0);
  await expectAccessible(page);
  await page.unrouteAll();
  await note.getByRole("button", { name: "Retry" }).click();
  await ready(page);
  await note.waitFor({ state: "hidden" });
  await page.getByRole("link", { name: "Bin" }).click();
  await page.getByRole("heading", { name: "The bin is empty" }).waitFor();
  await expectAccessible(page);
});

test("photos that arrive appear, and what is on the screen stays where it is", async () => {
  await using opened = await library.openLibrary();
  const { page } = opened;
  await ready(page);
  await page.evaluate(() => scrollTo(0, 1_500));
  const seen = await expect
    .poll(() =>
      page.evaluate(
        () => document.elementFromPoint(330, 400)?.closest("[data-tile]")?.getAttribute("data-tile") ?? "",
      ),
    )
    .toMatch(/^library\/[0-9a-f-]{36}$/)
    .then(() =>
      page.evaluate(
        () => document.elementFromPoint(330, 400)?.closest("[data-tile]")?.getAttribute("data-tile") ?? "",
      ),
    );
  const topOf = () =>
    page.evaluate((name) => {
      const found = document.querySelector(`[data-tile="${name}"]`);
      return found ? Math.round(found.getBoundingClientRect().top) : null;
    }, seen);
  const before = await topOf();
  const height = await page.evaluate(() => document.body.scrollHeight);
  for (let n = 0; n < 12; n++) await library.add("2025:02:03");
  await library.prepared();
  await expect.poll(() => page.evaluate(() => document.body.scrollHeight)).toBeGreaterThan(height);
  // A part of a pixel may be rounded.
  await expect.poll(async () => Math.abs(((await topOf()) ?? 0) - (before ?? 0))).toBeLessThan(2);
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole("heading", { level: 2, name: "February 2025" }).waitFor();
});

test("a step past what is loaded is made when the next photos have come", async () => {
  await using opened = await library.openLibrary();
  const { page } = opened;
  await ready(page);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(/shelves\.page/, async (route) => {
    await released;
    await route.continue();
  });
  await numbered(page, 0).click();
  const position = lightbox(page).getByText(/^\d+ of \d+$/);
  await position.waitFor();
  const numbers = async () => (await position.innerText()).split(" of ").map(Number);
  const [, all = 0] = await numbers();
  /** Presses the key, and says whether it has led on. */
  async function leadsOn(): Promise<boolean> {
    const [before] = await numbers();
    await page.keyboard.press("ArrowRight");
    const hasMoved = async () => (await numbers())[0] !== before;
    return until("the next photo is shown", hasMoved, 1_500).catch(() => false);
  }
  while (await leadsOn());
  const [last = 0] = await numbers();
  expect(last).toBeLessThan(all);
  release();
  await expect.poll(async () => (await numbers())[0]).toBe(last + 1);
});

test("after photos are removed in the lightbox, it still leads to each of the others", async () => {
  await using opened = await library.openLibrary();
  const { page } = opened;
  await ready(page);
  await numbered(page, 0).click();
  const first = lightbox(page).getByText(/^1 of \d+$/);
  await first.waitFor();
  const all = Number((await first.innerText()).split(" ").at(-1));
  const left = all - 3;
  const removed: string[] = [];
  const shown = () => new URL(page.url()).searchParams.get("photo") ?? "";
  for (let n = 1; n <= 3; n++) {
    removed.push(shown());
    await lightbox(page).getByRole("button", { name: "Delete photo" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await lightbox(page)
      .getByText(`1 of ${all - n}`, { exact: true })
      .waitFor();
  }
  const seen = new Set([shown()]);
  for (let step = 2; step <= left; step++) {
    await page.keyboard.press("ArrowRight");
    await lightbox(page).getByText(`${step} of ${left}`, { exact: true }).waitFor();
    seen.add(shown());
  }
  await library.glimpse.api.photos.restore.mutate({ ids: removed });
  expect(seen.size).toBe(left);
});
