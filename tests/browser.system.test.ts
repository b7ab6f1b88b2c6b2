import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OllamaDouble, startOllama } from "./doubles/ollama.ts";
import { expectAccessible, launchBrowser, openPage } from "./fixtures/browser.ts";
import { askPage, composer, lastTurn, tiles } from "./fixtures/browsing.ts";
import { expectToFit } from "./fixtures/fitting.ts";
import { temporaryFolder } from "./fixtures/folder.ts";
import { type RunningGlimpse, startGlimpse } from "./fixtures/glimpse.ts";
import { captionedPhotos, drawPhoto, hasRealPhotos } from "./fixtures/photos.ts";
import { wholeOrder } from "./fixtures/whole-order.ts";

interface Subject {
  path: string;
  name: string;
  caption: string;
  /** How another person describes the same photo. */
  question: string;
}

/** A dozen real photos whose captions share words with another person's caption. The test asks for each. */
const chosen = [
  "000000160012.jpg",
  "000000489520.jpg",
  "000000568290.jpg",
  "000000332078.jpg",
  "000000484641.jpg",
  "000000187334.jpg",
  "000000370208.jpg",
  "000000525891.jpg",
  "000000211891.jpg",
  "000000551780.jpg",
  "000000407574.jpg",
  "000000145311.jpg",
];

const drawnCaptions = [
  ["A brown dog runs along a sandy beach.", "dog on the beach"],
  ["A red bus stands on a rainy street.", "a bus in the street"],
  ["A woman skis down a snowy mountain.", "skiing in the mountains"],
  ["A plate of pizza on a wooden table.", "pizza on a table"],
  ["Two cats sleep on a blue sofa.", "cats on the sofa"],
  ["A train enters the station.", "train in a station"],
  ["A boat on a calm lake at sunset.", "boat at sunset"],
  ["Children play football in the park.", "football in a park"],
  ["A clock on a brick tower.", "tower with a clock"],
  ["Yellow bananas at a market stand.", "bananas at the market"],
  ["A bicycle leans against a wall.", "bicycle by the wall"],
  ["A horse grazes on a green meadow.", "horse in a meadow"],
] as const;

async function subjects(folder: string): Promise<Subject[]> {
  if (hasRealPhotos) {
    const photos = new Map(captionedPhotos().map((photo) => [photo.file, photo]));
    return chosen.flatMap((file) => {
      const photo = photos.get(file);
      return photo
        ? [
            {
              path: photo.path,
              name: file,
              caption: photo.captions[0] ?? "",
              question: photo.captions[1] ?? "",
            },
          ]
        : [];
    });
  }
  return Promise.all(
    drawnCaptions.map(async ([caption, question], seed) => {
      const name = `drawn-${seed}.jpg`;
      const path = join(folder, name);
      await writeFile(path, await drawPhoto(seed + 1_000));
      return { path, name, caption, question };
    }),
  );
}

async function addFiles(page: Page, paths: string[]) {
  const picker = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add photos" }).click();
  await (await picker).setFiles(paths);
}

describe.each([
  { models: true, name: "with a model server" },
  { models: false, name: "without any model" },
])("a newcomer, $name", ({ models }) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let ollama: OllamaDouble | null = null;
  let glimpse: RunningGlimpse;
  let browser: Browser;
  let library: Subject[];

  beforeAll(async () => {
    folder = await temporaryFolder();
    library = await subjects(folder.path);
    if (models)
      ollama = await startOllama({
        captions: library.map(({ path, caption }) => ({ image: path, caption })),
      });
    glimpse = await startGlimpse({
      ollama: ollama?.url ?? "127.0.0.1:9",
      dataFolder: join(folder.path, "data"),
    });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await glimpse?.stop();
    await ollama?.[Symbol.asyncDispose]();
    await folder?.[Symbol.asyncDispose]();
  });

  test("drops photos, watches them become searchable, asks, opens, asks again, reloads", async () => {
    await using opened = await openPage(browser, glimpse.url);
    const { page, complaints } = opened;
    await page.getByRole("heading", { level: 1, name: /first photos|What would you like to see/ }).waitFor();
    if (!models) await page.getByText("Running without models").first().waitFor();
    await expectAccessible(page);

    // Cut off so early that it has neither a picture nor a fact.
    const broken = join(folder.path, "broken.jpg");
    await writeFile(broken, (await drawPhoto(77)).subarray(0, 300));
    const notAPhoto = join(folder.path, "itinerary.pdf");
    await writeFile(notAPhoto, "%PDF-1.7 not a photo at all");
    await addFiles(page, [...library.map(({ path }) => path), broken, notAPhoto]);
    const files = page.getByRole("list", { name: "Photos of this message" });
    await files.getByText("A PDF is not a photo").waitFor();
    // The damaged one is found out when it is prepared.
    await page
      .getByRole("status")
      .filter({ hasText: `${library.length + 1} added.` })
      .waitFor();
    await expect.poll(() => files.getByRole("listitem").count()).toBe(1);
    await expectAccessible(page);
    const ready = models ? "indexed" : "prepared";
    const countReady = async () => {
      const { items } = await glimpse.api.photos.list.query({ limit: 100 });
      return items.filter(({ status }) => status === ready).length;
    };
    await expect.poll(countReady).toBe(library.length);
    await page.getByRole("button", { name: /failed|Waiting/ }).click();
    const panel = page.getByRole("dialog", { name: /searchable/ });
    await panel.getByText(/ends too early|damaged/i).waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });

    const [subject] = library;
    const question = models ? (subject?.caption ?? "") : (subject?.name ?? "");
    await askPage(page, question);
    await tiles(lastTurn(page)).first().waitFor();
    await expect.poll(() => page.url()).toMatch(/\/c\/[0-9a-f-]{36}$/);
    await expectAccessible(page);

    const top = tiles(lastTurn(page)).first();
    await top.click();
    const lightbox = page.getByRole("dialog");
    await lightbox
      .getByText(subject?.name ?? "")
      .first()
      .waitFor();
    if (models)
      await lightbox
        .getByText(subject?.caption.trim() ?? "")
        .first()
        .waitFor();
    await lightbox.getByText("How it was indexed").waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await lightbox.waitFor({ state: "hidden" });
    await expect.poll(() => top.evaluate((tile) => tile === document.activeElement)).toBe(true);

    await askPage(page, "quantum chromodynamics lecture notes");
    await lastTurn(page)
      .getByText(
        models
          ? // The broken photo is never described, so nothing is left to wait for.
            "Nothing here shows quantum or lecture. (I could not use: “chromodynamics”.)"
          : "Photos are not described yet: only dates, places, names and cameras are searched. Settings shows which model is missing.",
      )
      .first()
      .waitFor();
    await expect.poll(() => tiles(lastTurn(page)).count()).toBe(0);
    await expectAccessible(page);

    await page.reload();
    await page.getByRole("heading", { level: 2, name: question, exact: true }).waitFor();
    await expect.poll(() => page.getByRole("article").count()).toBe(2);
    await tiles(page.getByRole("article").first()).first().waitFor();
    await expect
      .poll(() => page.getByRole("navigation").getByText(question.slice(0, 20)).count())
      .toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  if (models) {
    test("a question in another person's words shows its photo first, if need be among the weaker matches", async () => {
      await using opened = await openPage(browser, glimpse.url);
      const { page, complaints } = opened;
      for (const { question, name } of library.slice(0, 2)) {
        const turn = await askPage(page, question);
        const first = tiles(turn).first();
        const weaker = turn.getByRole("button", { name: "Show weaker matches" });
        await first.or(weaker).first().waitFor();
        if (await first.isVisible()) await first.click();
        else {
          // An answer without photos says which photos there are.
          await turn.getByText(/^(No photo shows .* together\.|Nothing here shows )/).waitFor();
          await weaker.click();
          const list = turn.getByRole("list", { name: "Weaker matches" });
          await list.getByRole("listitem").first().getByRole("button").first().click();
        }
        await page.getByRole("dialog").getByText(name).first().waitFor();
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "hidden" });
      }
      expect(complaints).toEqual([]);
    });

    test("the photo of a caption is meant by it, and comes first", async () => {
      for (const { caption, name } of library) {
        const { hits, total } = await glimpse.api.search.run.query({ text: caption });
        expect([name, hits[0]?.photo.fileName, total]).toEqual([name, name, 1]);
      }
    });

    test("another person's description finds each photo among the first three", async () => {
      const ranks = await Promise.all(
        library.map(async ({ question, name }) => {
          const hits = await wholeOrder(glimpse, question, 24);
          return { name, rank: hits.findIndex((hit) => hit.photo.fileName === name) };
        }),
      );
      expect(ranks.filter(({ rank }) => rank < 0 || rank > 2)).toEqual([]);
    });
  }

  test("dropping the same files again uploads nothing", async () => {
    await using opened = await openPage(browser, glimpse.url);
    const { page } = opened;
    let sent = 0;
    page.on("request", (request) => {
      if (request.url().includes("photos.upload")) sent++;
    });
    await addFiles(
      page,
      library.slice(0, 5).map(({ path }) => path),
    );
    await page.getByRole("status").filter({ hasText: "5 already here." }).waitFor();
    expect(sent).toBe(0);
  });

  test("the counts of the indexing panel add up, and a failed photo is named and can be retried", async () => {
    await using opened = await openPage(browser, glimpse.url);
    const { page } = opened;
    const strip = page.getByRole("button", { name: /left|failed|Waiting/ });
    await strip.click();
    const panel = page.getByRole("dialog", { name: /Indexing|searchable/ });
    await panel.getByText("broken.jpg").waitFor();
    await expectAccessible(page);
    const counts = await panel.locator("dd").allInnerTexts();
    const sum = counts.map((text) => Number.parseInt(text.replaceAll(",", ""), 10)).filter(Number.isFinite);
    expect(sum.reduce((total, count) => total + count, 0)).toBe(library.length + 1);
    await panel
      .getByRole("button", { name: /^Retry/ })
      .first()
      .click();
    await expect
      .poll(async () => {
        const { items } = await glimpse.api.photos.list.query();
        const [file] = items.filter((photo) => photo.fileName === "broken.jpg");
        const told = file ? await glimpse.api.photos.timeline.query({ id: file.id }) : [];
        return told.filter((event) => event.type === "retried").length;
      })
      .toBe(1);
  });

  test("on a phone nothing scrolls sideways, and all targets are large enough", async () => {
    await using opened = await openPage(browser, glimpse.url, {
      viewport: { width: 375, height: 700 },
      colorScheme: "dark",
      hasTouch: true,
    });
    const { page } = opened;
    await composer(page).fill(models ? (library[1]?.caption ?? "") : (library[1]?.name ?? ""));
    await page.getByRole("button", { name: "Send", disabled: false }).click();
    await tiles(lastTurn(page)).first().waitFor();
    await expectToFit(page);
    await expectAccessible(page);
  });
});
