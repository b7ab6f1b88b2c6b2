import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage } from "./fixtures/browser.ts";
import {
  askPage,
  type BrowsedGlimpse,
  composer,
  lastTurn,
  lisbon,
  openGlimpse,
  startBrowsedGlimpse,
} from "./fixtures/browsing.ts";

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const bus = { name: "bus.jpg", seed: 7_200, caption: "A red bus.", taken: "2019:05:01 12:00:00" };
  const boat = { name: "boat.jpg", seed: 7_201, caption: "A boat.", taken: "2021:06:01 12:00:00" };
  const ids = [await browsed.upload({ ...bus, position: lisbon }), await browsed.upload(boat)];
  await browsed.indexed(ids);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

/** Has a conversation with one question, and returns its id. */
async function converse(question: string): Promise<string> {
  const { api } = browsed.glimpse;
  const { id } = await api.conversations.create.mutate();
  const turnId = crypto.randomUUID();
  await Array.fromAsync(await api.conversations.say.mutate({ conversationId: id, turnId, text: question }));
  return id;
}

const jump = (page: Page) => page.getByRole("dialog", { name: "Search everything" });

/** Opens the search of everything once nothing else is open, because the same key would close it again. */
async function openJump(page: Page): Promise<void> {
  await jump(page).waitFor({ state: "hidden" });
  await page.keyboard.press("Control+k");
  await jump(page).waitFor();
}

test("Ctrl K finds conversations, names, photos and actions, with keys alone", async () => {
  const id = await converse("a boat on the lake");
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  await openJump(page);
  const field = jump(page).getByRole("combobox");
  await jump(page).getByRole("option", { name: "a boat on the lake" }).waitFor();
  await expectAccessible(page);
  await field.fill("lisb");
  await jump(page)
    .getByRole("group", { name: "Places, people, cameras, albums and trips" })
    .getByText("Lisbon", { exact: true })
    .waitFor();
  await field.fill("red bus");
  await jump(page)
    .getByRole("group", { name: "Photos" })
    .getByRole("option", { name: /A red bus/ })
    .waitFor();
  await expectAccessible(page);
  await field.fill("boat la");
  await jump(page).getByRole("group", { name: "Conversations" }).getByRole("option").waitFor();
  await field.press("Enter");
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/c/${id}`);
  await jump(page).waitFor({ state: "hidden" });

  await openJump(page);
  await field.fill("sett");
  await jump(page).getByRole("option", { name: "Settings" }).waitFor();
  await field.press("Enter");
  await expect.poll(() => new URL(page.url()).pathname).toBe("/settings");
  await openJump(page);
  await field.fill("lisb");
  await jump(page).getByText("Place, 1 photo").click();
  await page.getByRole("heading", { level: 2, name: "Photos from Lisbon" }).waitFor();
  await lastTurn(page).getByText("1 photo, in Lisbon.").waitFor();
  await openJump(page);
  await page.keyboard.press("Escape");
  await jump(page).waitFor({ state: "hidden" });
  await expect.poll(() => composer(page).evaluate((field) => field === document.activeElement)).toBe(true);
  expect(complaints).toEqual([]);
});

test("the question mark lists the keys, but not in a field", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const keys = page.getByRole("dialog", { name: "Keys" });
  await composer(page).fill("");
  await composer(page).press("?");
  await expect.poll(() => composer(page).inputValue()).toBe("?");
  await expect.poll(() => keys.count()).toBe(0);
  await composer(page).fill("");
  await page.getByRole("heading", { level: 1 }).click();
  await composer(page).evaluate((field) => (field as HTMLElement).blur());
  await page.keyboard.press("?");
  await keys.getByText("Edit the last question, if the field is empty").waitFor();
  // No photo can be chosen here.
  expect(await keys.getByText("Choose a photo").count()).toBe(0);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await keys.waitFor({ state: "hidden" });

  await page.goto(`${browsed.glimpse.url}/library`);
  await page.getByRole("grid").waitFor();
  await page.keyboard.press("?");
  for (const does of ["Choose a photo", "Choose all up to a photo", "Choose all", "Move to the bin"])
    await keys.getByText(does, { exact: true }).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("names of the library are suggested, and Enter sends what was typed", async () => {
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const list = page.getByRole("listbox", { name: "Names in your library" });
  await composer(page).pressSequentially("the bus in lis");
  await list.getByRole("option", { name: /Lisbon/ }).waitFor();
  await expectAccessible(page);
  await composer(page).press("ArrowDown");
  await composer(page).press("Tab");
  await expect.poll(() => composer(page).inputValue()).toMatch(/^the bus in Lis\w+.* $/);
  await list.waitFor({ state: "hidden" });
  await composer(page).fill("lis");
  await list.waitFor();
  await composer(page).press("Escape");
  await list.waitFor({ state: "hidden" });
  await expect.poll(() => composer(page).inputValue()).toBe("lis");
  await composer(page).fill("");
  await composer(page).pressSequentially("photos from lisb");
  await list.waitFor();
  await composer(page).press("Enter");
  await page.getByRole("heading", { level: 2, name: "photos from lisb", exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

test("no network, no suggestions, and nothing else is lost", async () => {
  await using opened = await openGlimpse(browsed);
  const { page } = opened;
  await page.route(/search\.complete/, (route) => route.abort());
  const failed = page.waitForEvent("requestfailed", {
    predicate: (request) => /search\.complete/.test(request.url()),
  });
  await composer(page).fill("photos from 2019 lis");
  await failed;
  await page.getByRole("button", { name: "Send", disabled: false }).waitFor();
  await expect.poll(() => page.getByRole("listbox").count()).toBe(0);
  await expect.poll(() => page.getByRole("alert").count()).toBe(0);
  await composer(page).press("Enter");
  await page.getByRole("heading", { level: 2, name: "photos from 2019 lis" }).waitFor();
});

test("the history shows a picture and a place, is searched, and keeps pinned ones on top", async () => {
  for (const question of ["a red bus", "a boat", "photos from 2019", "photos from 2021", "boats"])
    await converse(question);
  await using opened = await openGlimpse(browsed);
  const { page, complaints } = opened;
  const history = page.getByRole("navigation");
  const entry = history
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: /^photos from 2019/ }) });
  await entry.first().getByText("Lisbon").waitFor();
  await expect
    .poll(() =>
      entry
        .first()
        .locator("img")
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBeGreaterThan(0);
  await expectAccessible(page);

  const search = history.getByRole("searchbox", { name: "Search questions" });
  await search.fill("red b");
  await expect.poll(() => history.getByRole("listitem").count()).toBe(1);
  await history.getByRole("link", { name: /^a red bus/ }).waitFor();
  await search.fill("nothing like this");
  await history.getByText("No conversation has these words.").waitFor();
  await expectAccessible(page);
  await search.press("Escape");
  await history
    .getByRole("link", { name: /^a boat/ })
    .first()
    .waitFor();

  await history.getByRole("button", { name: "Options for a red bus" }).press("Enter");
  await page.getByRole("menuitem", { name: "Pin", exact: true }).press("Enter");
  await history.getByRole("heading", { name: "Pinned" }).waitFor();
  await expect.poll(() => history.getByRole("listitem").first().textContent()).toContain("a red bus");
  await page.reload();
  await history.getByRole("heading", { name: "Pinned" }).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("a conversation is exported as Markdown, with links that lead to its photos", async () => {
  const id = await converse("photos from Lisbon");
  await using opened = await openGlimpse(browsed, { path: `/c/${id}` });
  const { page, complaints } = opened;
  const options = page
    .getByRole("navigation")
    .getByRole("button", { name: "Options for photos from Lisbon", exact: true });
  await options.press("Enter");
  const saving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export as Markdown" }).press("Enter");
  const download = await saving;
  expect(download.suggestedFilename()).toBe("photos from Lisbon.md");
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain("# photos from Lisbon\n");
  expect(text).toContain("1 photo, in Lisbon.");
  const address = /\((http\S+\?photo=[^)]+)\)/.exec(text)?.[1] ?? "";
  expect(address).toContain(browsed.glimpse.url);
  await page.goto(address);
  await page.getByRole("dialog", { name: /^Photo/ }).waitFor();
  expect(complaints).toEqual([]);
});

test("the screens speak the browser's language, and another where one was chosen", async () => {
  await using opened = await openGlimpse(browsed, { locale: "de-AT" });
  const { page, complaints } = opened;
  await page.getByRole("heading", { level: 1, name: "Was möchtest du sehen?" }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe("de");
  await page.getByRole("button", { name: "Senden" }).waitFor();
  await expectAccessible(page);
  await page.goto(`${browsed.glimpse.url}/settings`);
  await page.getByRole("heading", { level: 2, name: "Maschinen" }).waitFor();
  await expect.poll(() => page.title()).toBe("Einstellungen · Glimpse");
  await page.getByRole("combobox", { name: "Sprache" }).selectOption("English");
  await page.getByRole("heading", { level: 2, name: "Engines" }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe("en");
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Language" }).selectOption("");
  await page.getByRole("heading", { level: 2, name: "Maschinen" }).waitFor();
  expect(complaints).toEqual([]);
});

test("a conversation is offered for export on its own page only, and an export that fails is told", async () => {
  const id = await converse("a boat at sea");
  const photoIds = (await browsed.glimpse.api.photos.list.query()).items.map((photo) => photo.id);
  const album = await browsed.glimpse.api.albums.make.mutate({ name: "Boats", photoIds });
  await using opened = await openPage(browsed.browser, `${browsed.glimpse.url}/albums/${album.id}`);
  const { page } = opened;
  await page.getByRole("heading", { level: 2, name: "Boats" }).waitFor();
  const begin = async () => {
    await openJump(page);
    await jump(page).getByRole("option", { name: "Settings" }).waitFor();
  };
  const option = jump(page).getByRole("option", { name: "Export as Markdown" });
  await begin();
  await expect.poll(() => option.count()).toBe(0);

  await page.goto(`${browsed.glimpse.url}/c/${id}`);
  await page.route(/conversations\.export/, (route) => route.abort());
  await begin();
  await option.click();
  await jump(page).getByRole("alert").waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await jump(page).waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Options for a boat at sea" }).click();
  await page.getByRole("menuitem", { name: "Export as Markdown" }).click();
  await page.getByRole("navigation").getByRole("alert").waitFor();
  await expectAccessible(page);
});

test("speech is written into the field, and the page says who else may hear it", async () => {
  await using opened = await openPage(browsed.browser, "about:blank");
  const { page } = opened;
  // No browser here can listen, so this one is told what was said.
  await page.addInitScript(() => {
    class Told {
      constructor() {
        Object.assign(window, { told: this });
      }
      onresult: ((event: unknown) => void) | null = null;
      onend: (() => void) | null = null;
      start(): void {
        setTimeout(() =>
          this.onresult?.({ results: [[{ transcript: "dogs on" }], [{ transcript: " a beach" }]] }),
        );
      }
      abort(): void {
        setTimeout(() => this.onend?.());
      }
    }
    Object.assign(window, { SpeechRecognition: Told });
  });
  await page.goto(browsed.glimpse.url);
  await page.getByRole("button", { name: "Speak" }).click();
  await page.getByText("may ask its maker’s server").waitFor();
  await expect.poll(() => composer(page).inputValue()).toBe("dogs on a beach");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stop listening" }).click();
  await page.getByRole("button", { name: "Speak" }).waitFor();

  // Speech that is heard after the question was sent, or typed over, does not change the field.
  const hear = (transcript: string) =>
    page.evaluate((text) => {
      const onresult = Reflect.get(Reflect.get(window, "told"), "onresult");
      if (typeof onresult === "function") onresult({ results: [[{ transcript: text }]] });
    }, transcript);
  await composer(page).fill("");
  await page.getByRole("button", { name: "Speak" }).click();
  await expect.poll(() => composer(page).inputValue()).toBe("dogs on a beach");
  await composer(page).fill("cats");
  await page.getByRole("button", { name: "Speak" }).waitFor();
  await hear("dogs on a beach again");
  await composer(page).press("End");
  await composer(page).pressSequentially("!");
  await expect.poll(() => composer(page).inputValue()).toBe("cats!");
  await composer(page).fill("");
  await page.getByRole("button", { name: "Speak" }).click();
  await expect.poll(() => composer(page).inputValue()).toBe("dogs on a beach");
  await hear("photos from lisb");
  await page.getByRole("option", { name: /Lisbon/ }).click();
  await page.getByRole("button", { name: "Speak" }).waitFor();
  await hear("photos from lisb again");
  await expect.poll(() => composer(page).inputValue()).toMatch(/^photos from Lis\w+.* $/);
  await composer(page).fill("");
  await page.getByRole("button", { name: "Speak" }).click();
  await expect.poll(() => composer(page).inputValue()).toBe("dogs on a beach");
  await composer(page).press("Enter");
  await page.getByRole("heading", { level: 2, name: "dogs on a beach", exact: true }).waitFor();
  await hear("dogs on a beach");
  await page.getByRole("button", { name: "Speak" }).waitFor();
  await expect.poll(() => composer(page).inputValue()).toBe("");
});

test("a browser that cannot listen is offered no speech", async () => {
  await using opened = await openPage(browsed.browser, "about:blank");
  const { page } = opened;
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "SpeechRecognition");
    Reflect.deleteProperty(window, "webkitSpeechRecognition");
  });
  await page.goto(browsed.glimpse.url);
  await askPage(page, "a boat");
  await expect.poll(() => page.getByRole("button", { name: "Speak" }).count()).toBe(0);
});
