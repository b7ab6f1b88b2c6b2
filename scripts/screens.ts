import { join } from "node:path";
import type { Page } from "playwright-core";
import { askPage, composer, lastTurn, tiles } from "#tests/fixtures/browsing.ts";
import { realPhotos } from "#tests/fixtures/photos.ts";
import { until } from "#tests/fixtures/until.ts";
import { landscapes, type PicturedLibrary } from "./pictured-library.ts";

/** The ids that the screens of the library need, and that no question leads to. */
export interface Pictured {
  album: string;
  /** A conversation with its answer, and one whose question finds nothing. */
  conversation: string;
  turn: string;
  inVain: string;
}

export interface Screen {
  name: string;
  /** The page it begins on. */
  path(of: Pictured): string;
  /** Goes to the screen, and waits for it. */
  show(page: Page): Promise<unknown>;
}

const settled = (page: Page) => page.getByRole("heading").first().waitFor();
/** Waits until the photos on the screen have their names. */
const ready = async (page: Page) => {
  await page.getByRole("grid").waitFor();
  await page.getByRole("button", { name: "not loaded yet" }).first().waitFor({ state: "detached" });
};
/** Presses a key that opens a dialog until it is there: the page has no keys until its script has taken over. */
const press = (page: Page, key: string) =>
  until(`${key} opens a dialog`, async () => {
    if (await page.getByRole("dialog").count()) return true;
    await page.keyboard.press(key);
    return page.getByRole("dialog").isVisible();
  });
const openTile = async (page: Page, name: RegExp) => {
  await ready(page);
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("dialog").locator("img").first().waitFor();
};

/** The screens that are looked at, as a person comes to them. */
export const screens: Screen[] = [
  { name: "home", path: () => "/", show: settled },
  {
    name: "conversation",
    path: ({ conversation }) => `/c/${conversation}`,
    show: (page) => tiles(lastTurn(page)).first().waitFor(),
  },
  {
    name: "conversation-selected",
    path: ({ conversation }) => `/c/${conversation}`,
    async show(page) {
      // The code that selects comes when the browser is idle.
      await page.locator("[data-photo] [role=checkbox]").first().waitFor({ state: "attached" });
      await tiles(lastTurn(page)).nth(1).focus();
      await page.keyboard.press("x");
      await page.keyboard.press("Shift+ArrowRight");
      await page.getByRole("region", { name: "Selected photos" }).waitFor();
    },
  },
  {
    name: "no-match",
    path: ({ inVain }) => `/c/${inVain}`,
    show: (page) => lastTurn(page).getByRole("button").first().waitFor(),
  },
  {
    name: "upload",
    path: () => "/",
    async show(page) {
      await page.getByRole("button", { name: "Send" }).waitFor();
      const picker = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Add photos" }).click();
      await (await picker).setFiles([
        join(realPhotos, "albums/nature/silver_fir.jpg"),
        join(realPhotos, "README.md"),
        join(realPhotos, "albums/nature/wood_anemones.jpg"),
      ]);
      await page.getByText("README.md").first().waitFor();
    },
  },
  {
    name: "upload-drag",
    path: () => "/",
    async show(page) {
      await page.getByRole("button", { name: "Send" }).waitFor();
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        for (const name of ["1.jpg", "2.jpg"]) dataTransfer.items.add(new File([name], name));
        document.body.dispatchEvent(new DragEvent("dragenter", { dataTransfer, bubbles: true }));
      });
      await page.getByText("Drop to add").waitFor();
    },
  },
  { name: "library", path: () => "/library", show: ready },
  {
    name: "library-selected",
    path: () => "/library",
    async show(page) {
      await ready(page);
      await page.locator('[data-number="1"] [data-tile]').focus();
      await page.keyboard.press("x");
      await page.getByRole("region", { name: "Selected photos" }).waitFor();
    },
  },
  {
    name: "lightbox",
    path: ({ conversation, turn }) => `/c/${conversation}/r/${turn}`,
    show: (page) => openTile(page, /El Torcal/),
  },
  {
    name: "lightbox-details",
    path: ({ conversation, turn }) => `/c/${conversation}/r/${turn}`,
    async show(page) {
      await openTile(page, /El Torcal/);
      const details = page.getByRole("complementary", { name: "Details" });
      // On a wide screen they are there, and are scrolled to their end.
      if (!(await details.isVisible())) await page.getByRole("button", { name: "Details" }).click();
      await details.getByText("How it was indexed").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "albums",
    path: () => "/albums",
    show: (page) => page.getByRole("link", { name: /Spring/ }).waitFor(),
  },
  { name: "album", path: ({ album }) => `/albums/${album}`, show: ready },
  { name: "answer", path: ({ conversation, turn }) => `/c/${conversation}/r/${turn}`, show: ready },
  {
    name: "map",
    path: () => "/map",
    async show(page) {
      await page
        .getByRole("button", { name: /photo, / })
        .first()
        .waitFor();
      // The shapes of the countries come last.
      await page.waitForLoadState("networkidle");
    },
  },
  { name: "bin", path: () => "/bin", show: ready },
  {
    name: "settings",
    path: () => "/settings",
    show: (page) => page.getByRole("heading", { name: "Storage" }).waitFor(),
  },
  { name: "missing", path: () => "/nowhere", show: settled },
  {
    name: "jump",
    path: () => "/library",
    async show(page) {
      await ready(page);
      await press(page, "Control+k");
      await page.getByRole("combobox").fill("ant");
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "keys",
    path: () => "/library",
    async show(page) {
      await ready(page);
      await press(page, "?");
    },
  },
  {
    name: "menu",
    path: () => "/library",
    async show(page) {
      await ready(page);
      // Only where the sidebar has no room.
      const menu = page.getByRole("button", { name: "Open menu" });
      if (await menu.isVisible()) await menu.click();
    },
  },
];

/** Puts things into the library that the screens show: an album, a photo in the bin, a conversation. */
export async function furnish(
  { glimpse, ids }: PicturedLibrary,
  page: Page,
  { alsoInVain }: { alsoInVain: boolean },
): Promise<Pictured> {
  const spring = [...ids].filter(([name]) => /polemonium|orycho|anemones|fir/.test(name));
  const photoIds = spring.map(([, id]) => id);
  const album = await glimpse.api.albums.make.mutate({ name: "Spring", photoIds });
  const binned = await glimpse.upload(join(realPhotos, "metadata/gps-position/empty_gps.jpg"));
  await glimpse.api.photos.remove.mutate({ ids: [binned.photo.id] });
  const ask = async (question: string) => {
    await page.goto(glimpse.url);
    const turn = await askPage(page, question);
    await turn.getByRole("button").first().waitFor();
    await page.waitForURL(/\/c\//);
    const conversation = new URL(page.url()).pathname.slice("/c/".length);
    return { conversation, turn: (await turn.getAttribute("data-turn")) ?? "" };
  };
  const inVain = alsoInVain ? (await ask("mountains in Kyoto in 1998")).conversation : "";
  return { album: album.id, inVain, ...(await ask(landscapes)) };
}

/** Hides whatever only appears while somebody types or points, and waits for all pictures. */
export async function atRest(page: Page): Promise<void> {
  // A picture that is not in the window may be loaded later.
  await page.waitForFunction(() =>
    [...document.images].every((image) => {
      const { width, top, bottom, left, right } = image.getBoundingClientRect();
      const isOut = width === 0 || bottom < 0 || top > innerHeight || right < 0 || left > innerWidth;
      return image.complete || isOut;
    }),
  );
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  if (await composer(page).count()) await composer(page).evaluate((field) => field.blur());
}
